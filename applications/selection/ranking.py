"""The ranking (prioritetinė eilė): a pure function; the same inputs give the same bytes.

Scores are means of the counted sheets, rounded half-up to two decimals; ranking uses these.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import Enum
from itertools import groupby

from django.utils.translation import gettext as _

from applications.selection.models.decision import Outcome
from calls.models import Overflow, TieBreak
from strategy_portal.canonical import canonical
from strategy_portal.money import ZERO
from strategy_portal.templatetags import eur, points

# Part of every protocol: raise it with a change of the rules, or old protocols can't be redone
RULE_VERSION = 1
HUNDREDTH = Decimal("0.01")

# A sort key, see merit()
Merit = tuple[Decimal | str, ...]


@dataclass(frozen=True)
class Candidate:
    """One scored application; `requested` is in EUR.

    `sheets` holds each counted sheet's weighted points (of 100) by criterion.
    """

    number: str
    sheets: tuple[tuple[Decimal, ...], ...]
    requested: Decimal
    submitted_at: str

    @property
    def totals(self) -> list[Decimal]:
        return [sum(sheet, Decimal(0)) for sheet in self.sheets]

    @property
    def score(self) -> Decimal:
        """The mean of the sheets' totals, of 100 points."""
        return mean(self.totals)

    @property
    def spread(self) -> Decimal:
        """Difference between the highest and the lowest total, in points of 100."""
        totals = self.totals
        return max(totals) - min(totals)

    def criterion(self, number: int) -> Decimal:
        """The mean of the weighted points for criterion `number` (from 1); 0 if there is none."""
        # A slice, because a call may have fewer criteria than the tie-break rules name
        of_sheets = [sheet[number - 1 : number] for sheet in self.sheets]
        return mean([sum(part, Decimal(0)) for part in of_sheets])


@dataclass(frozen=True)
class Rules:
    """The call's rules: pass mark (of 100 points), tie-breaks in order, overflow rule."""

    pass_mark: Decimal
    tie_break: tuple[str, ...]
    overflow: str


class Why(Enum):
    """Why the ranking proposes what it does for an application."""

    PASSES = "passes"
    MONEY = "money"
    PLACES = "places"
    # An earlier one did not fit, and the call's overflow rule is to stop
    STOPPED = "stopped"
    MARK = "mark"


OUTCOMES = {Why.PASSES: Outcome.FUND, Why.MARK: Outcome.REJECT}


@dataclass(frozen=True)
class Row:
    """One application of the ranked list.

    `cumulative` is EUR funded up to it, `short` the EUR it lacks; None where it doesn't apply.
    """

    place: int
    is_shared: bool
    candidate: Candidate
    why: Why
    cumulative: Decimal | None
    short: Decimal | None

    @property
    def number(self) -> str:
        return self.candidate.number

    @property
    def outcome(self) -> Outcome:
        """The ranking's own proposal."""
        return OUTCOMES.get(self.why, Outcome.WAITLIST)

    @property
    def is_funded(self) -> bool:
        return self.why is Why.PASSES

    @property
    def is_below_mark(self) -> bool:
        return self.why is Why.MARK


def mean(values: Sequence[Decimal]) -> Decimal:
    # Half-up, as people round, and to what pages show: hidden digits must not decide
    exact = sum(values, Decimal(0)) / len(values)
    return exact.quantize(HUNDREDTH, rounding=ROUND_HALF_UP)


def merit(candidate: Candidate, rules: Rules) -> Merit:
    """Return the sort key of a candidate, best first; equal keys share a place."""
    keys: list[Decimal | str] = [-candidate.score]
    for rule in rules.tie_break:
        # Smaller is better in every key, so points are negated
        if rule == TieBreak.SMALLER:
            keys.append(candidate.requested)
        elif rule == TieBreak.EARLIER:
            keys.append(candidate.submitted_at)
        else:
            keys.append(-candidate.criterion(int(rule.removeprefix("criterion-"))))
    return tuple(keys)


def in_order(candidates: Iterable[Candidate], rules: Rules) -> list[Candidate]:
    """Return the candidates, best first."""
    # The number only makes the order of equals reproducible; they share a place anyway
    return sorted(candidates, key=lambda candidate: (merit(candidate, rules), candidate.number))


def groups_of_equals(candidates: Iterable[Candidate], rules: Rules) -> Iterator[list[Candidate]]:
    """Yield groups of candidates that share a place, best first."""
    ordered = in_order(candidates, rules)
    for _merit, equals in groupby(ordered, key=lambda candidate: merit(candidate, rules)):
        yield list(equals)


def rank(
    candidates: Iterable[Candidate], rules: Rules, *, money: Decimal, places: int | None
) -> list[Row]:
    """Return the ranked list with a proposal for each candidate.

    `money` is the EUR and `places` the number of projects available (None: unlimited).
    Candidates that reach the pass mark are proposed for funding while both last, then for the
    waitlist; those below it are rejected.
    """
    walk = Walk(rules, money, places)
    rows: list[Row] = []
    for equals in groups_of_equals(candidates, rules):
        # After two that share place 1 comes place 3
        place = len(rows) + 1
        is_shared = len(equals) > 1
        rows += [walk.row(candidate, place, is_shared) for candidate in equals]
    return rows


@dataclass
class Walk:
    """A pass down the list: tracks what is left at each candidate's turn."""

    rules: Rules
    money: Decimal
    places: int | None
    spent: Decimal = ZERO
    has_stopped: bool = False

    def row(self, candidate: Candidate, place: int, is_shared: bool) -> Row:
        """Return the candidate's row and deduct what it is granted."""
        why = self.why(candidate)
        cumulative = short = None
        if why is Why.PASSES:
            self.take(candidate)
            cumulative = self.spent
        elif why is Why.MONEY:
            short = candidate.requested - self.money
        does_not_fit = why in (Why.MONEY, Why.PLACES)
        if does_not_fit and self.rules.overflow == Overflow.STOP:
            self.has_stopped = True
        return Row(place, is_shared, candidate, why, cumulative, short)

    def why(self, candidate: Candidate) -> Why:
        # The mark first: below it an application is rejected, however much money is left
        if candidate.score < self.rules.pass_mark:
            return Why.MARK
        if self.has_stopped:
            return Why.STOPPED
        if candidate.requested > self.money:
            return Why.MONEY
        if self.places is not None and self.places < 1:
            return Why.PLACES
        return Why.PASSES

    def take(self, candidate: Candidate) -> None:
        self.spent += candidate.requested
        self.money -= candidate.requested
        if self.places is not None:
            self.places -= 1


def in_words(row: Row, pass_mark: Decimal) -> str:
    """Return why an application isn't funded, for the applicant and the minutes; else empty."""
    if row.why is Why.MARK:
        return _("Scored %(score)s, below the pass mark of %(mark)s.") % {
            "score": points(row.candidate.score),
            "mark": points(pass_mark),
        }
    if row.why is Why.MONEY:
        return _("The money of the call ran out: %(short)s short.") % {"short": eur(row.short)}
    if row.why is Why.PLACES:
        return _("All planned projects of the action are taken.")
    if row.why is Why.STOPPED:
        return _("Below the funding line.")
    return ""


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


def protocol(candidates: Iterable[Candidate], rules: Rules) -> str:
    """Return the inputs and the resulting order as canonical JSON, stored with the decision."""
    # Sorted by number: the order in which the database returns rows must not change the hash
    listed = sorted(candidates, key=lambda candidate: candidate.number)
    content = {
        "rule_version": RULE_VERSION,
        "rules": asdict(rules),
        "inputs": [asdict(candidate) for candidate in listed],
        "order": [in_protocol(candidate, rules) for candidate in in_order(listed, rules)],
    }
    return canonical(content)


def in_protocol(candidate: Candidate, rules: Rules) -> dict[str, object]:
    return {
        "number": candidate.number,
        "score": candidate.score,
        "merit": merit(candidate, rules),
    }
