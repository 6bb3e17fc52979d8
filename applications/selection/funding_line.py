"""Who of a ranked list is proposed for funding, while money and places last: a pure function."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from django.utils.translation import gettext as _

from applications.selection.models.decision import Outcome
from applications.selection.ranking import Candidate, Rules, Standing, by_place, in_order
from calls.models import Overflow
from strategy_portal.money import ZERO
from strategy_portal.templatetags import eur, points


class Why(Enum):
    """Why the ranking proposes what it does for an application."""

    PASSES = "passes"
    MONEY = "money"
    PLACES = "places"
    # Equal by every rule with others, and not all of them fit: only people can choose
    TIED = "tied"
    # An earlier one did not fit or is tied, and the call's overflow rule is to stop there
    STOPPED = "stopped"
    MARK = "mark"


OUTCOMES = {Why.PASSES: Outcome.FUND, Why.MARK: Outcome.REJECT, Why.TIED: None}


@dataclass(frozen=True)
class Row:
    """One application of the ranked list.

    `cumulative` is EUR funded up to it, `short` the EUR it lacks; None where it doesn't apply.
    """

    place: int
    is_shared: bool
    standing: Standing
    why: Why
    cumulative: Decimal | None
    short: Decimal | None

    @property
    def candidate(self) -> Candidate:
        return self.standing.candidate

    @property
    def number(self) -> str:
        return self.candidate.number

    @property
    def score(self) -> Decimal:
        return self.standing.score

    @property
    def spread(self) -> Decimal:
        return self.standing.spread

    @property
    def outcome(self) -> Outcome | None:
        """The ranking's own proposal; None where it leaves the choice to people."""
        return OUTCOMES.get(self.why, Outcome.WAITLIST)

    @property
    def is_funded(self) -> bool:
        return self.why is Why.PASSES

    @property
    def is_tied(self) -> bool:
        return self.why is Why.TIED

    @property
    def is_below_mark(self) -> bool:
        return self.why is Why.MARK


def rank(
    candidates: Iterable[Candidate], rules: Rules, *, money: Decimal, places: int | None
) -> list[Row]:
    """Return the ranked list with a proposal for each candidate.

    `money` is the EUR and `places` the number of projects available (None: unlimited).
    Candidates that reach the pass mark are proposed for funding while both last, then for the
    waitlist; those below it are rejected. Of equals by every rule all are funded or none is
    preselected.
    """
    walk = Walk(rules, money, places)
    rows: list[Row] = []
    for place, equals in by_place(in_order(candidates, rules)):
        rows += walk.rows(equals, place)
    return rows


@dataclass
class Walk:
    """A pass down the list: tracks what is left at each place's turn."""

    rules: Rules
    money: Decimal
    places: int | None
    spent: Decimal = ZERO
    has_stopped: bool = False

    def rows(self, equals: list[Standing], place: int) -> list[Row]:
        """Return the rows of those who share the place, and deduct what they are granted."""
        reasons = self.reasons(equals)
        rows = []
        for standing, why in zip(equals, reasons, strict=True):
            cumulative = short = None
            if why is Why.PASSES:
                cumulative = self.take(standing)
            elif why is Why.MONEY:
                short = standing.candidate.requested - self.money
            rows.append(Row(place, len(equals) > 1, standing, why, cumulative, short))
        self.has_stopped |= self.stops_after(reasons)
        return rows

    def reasons(self, equals: list[Standing]) -> list[Why]:
        alone = [self.why(standing) for standing in equals]
        if Why.PASSES not in alone or self.all_fit(equals):
            return alone
        return [Why.TIED] * len(equals)

    def why(self, standing: Standing) -> Why:
        """Return what decides for a candidate that has its place to itself."""
        # The mark first: below it an application is rejected, however much money is left
        if standing.score < self.rules.pass_mark:
            return Why.MARK
        if self.has_stopped:
            return Why.STOPPED
        if standing.candidate.requested > self.money:
            return Why.MONEY
        if self.places is not None and self.places < 1:
            return Why.PLACES
        return Why.PASSES

    def all_fit(self, equals: list[Standing]) -> bool:
        requested = sum((standing.candidate.requested for standing in equals), ZERO)
        has_places = self.places is None or len(equals) <= self.places
        return requested <= self.money and has_places

    def take(self, standing: Standing) -> Decimal:
        """Deduct what the candidate is granted; return the EUR funded so far."""
        requested = standing.candidate.requested
        self.spent += requested
        self.money -= requested
        if self.places is not None:
            self.places -= 1
        return self.spent

    def stops_after(self, reasons: list[Why]) -> bool:
        # Whoever comes after a tie gets what its choice leaves, which nobody knows yet
        if Why.TIED in reasons:
            return True
        does_not_fit = {Why.MONEY, Why.PLACES} & {*reasons}
        return bool(does_not_fit) and self.rules.overflow == Overflow.STOP


def in_words(row: Row, pass_mark: Decimal) -> str:
    """Return why an application isn't funded, for the applicant and the minutes; else empty."""
    if row.why is Why.MARK:
        return _("Scored %(score)s, below the pass mark of %(mark)s.") % {
            "score": points(row.score),
            "mark": points(pass_mark),
        }
    if row.why is Why.MONEY:
        return _("The money of the call ran out: %(short)s short.") % {"short": eur(row.short)}
    words = {
        Why.PLACES: _("All planned projects of the action are taken."),
        Why.TIED: _("Equal to others by every rule of the call, and not all of them fit."),
        Why.STOPPED: _("Below the funding line."),
    }
    return words.get(row.why, "")


@dataclass(frozen=True)
class Tally:
    """What funding one row takes: cumulative EUR, EUR short, whether no place is left."""

    cumulative: Decimal
    short: Decimal | None
    lacks_place: bool


def tally(
    rows: Iterable[Row], outcomes: Mapping[str, str], *, money: Decimal, places: int | None
) -> dict[str, Tally]:
    """Return what funding by these `outcomes` would take, by application number.

    Only funded applications are included. `money` is in EUR; `places` None means unlimited.
    """
    # Unlike Walk it follows the coordinator's choices, even where they exceed the money
    found: dict[str, Tally] = {}
    spent = ZERO
    for row in rows:
        if outcomes[row.number] != Outcome.FUND:
            continue
        spent += row.candidate.requested
        short = spent - money if spent > money else None
        lacks_place = places is not None and len(found) >= places
        found[row.number] = Tally(spent, short, lacks_place)
    return found
