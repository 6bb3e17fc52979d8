"""The waitlist (rezervinis sąrašas): which application is next when money or a place returns."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from applications.models import Application, Status
from applications.selection import protocols
from applications.selection.models import DecisionItem, Outcome
from applications.selection.ranking import Merit
from budget.figures import figures_of
from budget.models import Action, Entry
from calls.models import Call, Overflow
from strategy_portal.canonical import canonical, digest
from strategy_portal.money import ZERO
from strategy_portal.templatetags import eur, ordinal


@dataclass(frozen=True)
class Waiting:
    """An application on the waitlist: its decision's item, its sort key, its place.

    Equals by every rule of the call share a place.
    """

    item: DecisionItem
    merit: Merit
    place: int
    is_shared: bool

    @property
    def application(self) -> Application:
        return self.item.application

    @property
    def number(self) -> str:
        return self.application.number

    @property
    def score(self) -> Decimal:
        return self.item.score

    @property
    def requested(self) -> Decimal:
        return self.application.requested


@dataclass(frozen=True)
class Waitlist:
    """A call's waitlist, best first, with the EUR and the places available (None: unlimited)."""

    call: Call
    action: Action
    money: Decimal
    places: int | None
    line: list[Waiting] = field(default_factory=list)

    @property
    def next(self) -> list[Waiting]:
        """Those of the first place with one that fits; empty if nobody fits.

        Passes over others only if the call skips. More than one only if they share the place.
        """
        # The call's overflow rule applies to the waitlist as it does to the ranking
        may_skip = self.call.overflow == Overflow.SKIP
        for place in sorted({waiting.place for waiting in self.line}):
            equals = [waiting for waiting in self.line if waiting.place == place]
            if fitting := [waiting for waiting in equals if not self.why_not(waiting)]:
                return fitting
            if not may_skip:
                break
        return []

    @property
    def needs_a_choice(self) -> bool:
        """Whether those next share their place and not all of that place fit together."""
        if not self.next:
            return False
        equals = [waiting for waiting in self.line if waiting.place == self.position]
        return len(equals) > 1 and not self.fit_together(equals)

    def fit_together(self, chosen: list[Waiting]) -> bool:
        requested = sum((waiting.requested for waiting in chosen), ZERO)
        return requested <= self.money and (self.places is None or len(chosen) <= self.places)

    @property
    def passed_over(self) -> list[Waiting]:
        """Those whose place is before the next one's."""
        return [waiting for waiting in self.line if waiting.place < self.position]

    @property
    def position(self) -> int:
        """The place of those next; 0 if nobody fits."""
        return self.next[0].place if self.next else 0

    def why_not(self, waiting: Waiting) -> str:
        """Return why the application does not fit; empty if it does."""
        if self.places is not None and self.places < 1:
            return _("All planned projects of the action are taken.")
        if waiting.requested > self.money:
            return _("Requests %(requested)s, %(money)s is available: %(short)s short.") % {
                "requested": eur(waiting.requested),
                "money": eur(self.money),
                "short": eur(waiting.requested - self.money),
            }
        return ""

    def rows(self) -> list[tuple[Waiting, str]]:
        """Return each application with why it does not fit together with those before it."""
        rows: list[tuple[Waiting, str]] = []
        fitting: list[Waiting] = []
        stopped_at = 0
        for waiting in self.line:
            before = [one for one in fitting if one.place < waiting.place]
            why_not = self.why_not(waiting) or self.why_not_with(before, waiting)
            if stopped_at and not why_not:
                text = _("Fits, but the call stops at No. %(number)d, which does not.")
                why_not = text % {"number": stopped_at}
            rows.append((waiting, why_not))
            if not why_not:
                fitting.append(waiting)
            elif self.call.overflow != Overflow.SKIP:
                stopped_at = stopped_at or waiting.place
        return rows

    def why_not_with(self, others: list[Waiting], waiting: Waiting) -> str:
        """Return why an application that fits alone does not fit together with `others`."""
        if self.places is not None and len(others) >= self.places:
            return _("Fits alone, but those above take all places.")
        requested = sum((one.requested for one in [*others, waiting]), ZERO)
        if requested > self.money:
            return _("Fits alone, but not together with those above: %(short)s short.") % {
                "short": eur(requested - self.money)
            }
        return ""

    def in_words(self) -> str:
        """Return the desk's sentence: what is available, and which number fits."""
        words = {
            "money": eur(self.money),
            "code": self.action.code,
            "position": ordinal(self.position),
        }
        if self.places is None:
            text = _(
                "%(money)s is available in action %(code)s: No. %(position)s on the waitlist fits"
            )
            return text % words
        text = ngettext(
            "%(money)s and %(places)d place are available in action %(code)s: No. "
            "%(position)s on the waitlist fits",
            "%(money)s and %(places)d places are available in action %(code)s: No. "
            "%(position)s on the waitlist fits",
            self.places,
        )
        return text % {**words, "places": self.places}

    @property
    def protocol(self) -> str:
        """The list and what is available, as canonical JSON, stored with the decision."""
        # Money and places too: a page that is out of date in either must not be acted on
        content = {
            "call": self.call.number,
            "rule": self.call.overflow,
            "money": self.money,
            "places": self.places,
            "line": [in_protocol(waiting) for waiting in self.line],
            "next": [waiting.number for waiting in self.next],
        }
        return canonical(content)

    @property
    def sha256(self) -> str:
        # Sent with the page and back: promoting is refused if the list has changed since
        return digest(self.protocol)


def in_protocol(waiting: Waiting) -> dict[str, object]:
    return {
        "number": waiting.number,
        "place": waiting.place,
        "merit": waiting.merit,
        "score": waiting.score,
        "requested": waiting.requested,
    }


def waiting() -> QuerySet[DecisionItem]:
    """The items of all applications on a waitlist, from the decision that put each there."""
    return DecisionItem.objects.filter(
        decision__confirmed_at__isnull=False,
        outcome=Outcome.WAITLIST,
        application__status=Status.WAITLISTED,
    )


def waitlist_of(call: Call, *, proposed: bool = True) -> Waitlist:
    return waitlists_of([call], proposed=proposed)[0]


def waitlists_of(calls: Iterable[Call], *, proposed: bool = True) -> list[Waitlist]:
    """Return the waitlist of each call, in the order of `calls`. A few queries in total.

    Without `proposed`, money reserved by other calls counts as left; see ranking_of().
    """
    calls = list(calls)
    lines = lines_of(calls)
    strategies = {call.action.strategy for call in calls}
    figures = {one: figures_of(one, proposed=proposed) for one in strategies}
    # From journal entries, not a counter: a stored sum would be a second truth
    held = held_by_calls({strategy.pk for strategy in strategies})
    found = []
    for call in calls:
        action = figures[call.action.strategy].balance_of(call.action)
        left_of_sum = call.amount - held[call.number]
        places = action.places_left if action.account.quota_is_binding else None
        # The smaller one limits: the call's own sum or what its action has left
        money = max(ZERO, min(left_of_sum, action.left))
        found.append(Waitlist(call, action, money, places, lines[call.pk]))
    return found


def lines_of(calls: Iterable[Call]) -> defaultdict[int, list[Waiting]]:
    """Return those who wait by the call's primary key, best first over all its decisions."""
    items = waiting().filter(decision__call__in=list(calls))
    found: defaultdict[int, list[DecisionItem]] = defaultdict(list)
    for item in items.select_related("application__organisation", "decision"):
        found[item.decision.call_id].append(item)
    return defaultdict(list, {call: in_line(waiting) for call, waiting in found.items()})


def in_line(items: list[DecisionItem]) -> list[Waiting]:
    """Return the items of one call as its waitlist."""
    merits = merits_of(items)
    keys = [merits[item.application.number] for item in items]
    # By number only so that the list of equals is always the same; they share a place
    ordered = sorted(items, key=lambda item: (merits[item.application.number], item.application_id))
    line = []
    for item in ordered:
        merit = merits[item.application.number]
        better = sum(key < merit for key in keys)
        line.append(Waiting(item, merit, better + 1, keys.count(merit) > 1))
    return line


def merits_of(items: list[DecisionItem]) -> Mapping[str, Merit]:
    """Return the sort keys the items were decided with, by application number."""
    # From the protocols, not the score sheets: what was decided on no longer changes
    decisions = {item.decision for item in items}
    found: dict[str, Merit] = {}
    for decision in decisions:
        found |= protocols.merits(decision.protocol)
    return found


def held_by_calls(strategies: Iterable[int]) -> defaultdict[str, Decimal]:
    """Return EUR held (reserved or awarded) by the projects of each call, by call number."""
    entries = Entry.objects.standing().filter(strategy__in=strategies)
    found: defaultdict[str, Decimal] = defaultdict(lambda: ZERO)
    for project_number, held in entries.values_list("project_number", "held"):
        # The budget room doesn't know calls, but a project's number starts with it: 2.2-K1-014
        call_number = project_number.rpartition("-")[0]
        found[call_number] += held
    return found


def left_of_call(call: Call) -> Decimal:
    """Return the EUR of the call's sum that are neither reserved nor awarded."""
    return call.amount - held_by_calls([call.action.strategy_id])[call.number]
