"""The waitlist (rezervinis sąrašas): which application is next when money or a place returns."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from applications.models import Status
from applications.selection.models import DecisionItem, Outcome
from budget.models import Action, Entry
from calls.models import Call, Overflow
from strategy_portal.canonical import canonical, digest
from strategy_portal.money import ZERO
from strategy_portal.templatetags import eur


@dataclass(frozen=True)
class Waitlist:
    """A call's waitlist, with the EUR and the places available (None: unlimited)."""

    call: Call
    action: Action
    money: Decimal
    places: int | None
    items: list[DecisionItem] = field(default_factory=list)

    @property
    def next(self) -> DecisionItem | None:
        """The first that fits; None if nobody does. Passes over others only if the call skips."""
        # The call's overflow rule applies to the waitlist as it does to the ranking
        may_skip = self.call.overflow == Overflow.SKIP
        considered = self.items if may_skip else self.items[:1]
        return next((item for item in considered if not self.why_not(item)), None)

    @property
    def passed_over(self) -> list[DecisionItem]:
        """The items before the next one."""
        if self.next is None:
            return []
        return self.items[: self.items.index(self.next)]

    @property
    def position(self) -> int:
        """The next item's number on the list; 0 if none fits."""
        if self.next is None:
            return 0
        return self.items.index(self.next) + 1

    def why_not(self, item: DecisionItem) -> str:
        """Return why the application does not fit; empty if it does."""
        requested = item.application.requested
        if self.places is not None and self.places < 1:
            return _("All planned projects of the action are taken.")
        if requested > self.money:
            return _("Requests %(requested)s, %(money)s is available: %(short)s short.") % {
                "requested": eur(requested),
                "money": eur(self.money),
                "short": eur(requested - self.money),
            }
        return ""

    def rows(self) -> list[tuple[int, DecisionItem, str]]:
        """Return (number on the list, item, why it does not fit together with those above)."""
        rows: list[tuple[int, DecisionItem, str]] = []
        fitting: list[DecisionItem] = []
        stopped_at = 0
        for number, item in enumerate(self.items, start=1):
            why_not = self.why_not(item) or self.why_not_with(fitting, item)
            if stopped_at and not why_not:
                text = _("Fits, but the call stops at No. %(number)d, which does not.")
                why_not = text % {"number": stopped_at}
            rows.append((number, item, why_not))
            if not why_not:
                fitting.append(item)
            elif self.call.overflow != Overflow.SKIP:
                stopped_at = stopped_at or number
        return rows

    def why_not_with(self, others: list[DecisionItem], item: DecisionItem) -> str:
        """Return why an application that fits alone does not fit together with `others`."""
        if self.places is not None and len(others) >= self.places:
            return _("Fits alone, but those above take all places.")
        requested = sum((one.application.requested for one in [*others, item]), ZERO)
        if requested > self.money:
            return _("Fits alone, but not together with those above: %(short)s short.") % {
                "short": eur(requested - self.money)
            }
        return ""

    def in_words(self) -> str:
        """Return the desk's sentence: what is available, and which number fits."""
        words = {"money": eur(self.money), "code": self.action.code, "position": self.position}
        if self.places is None:
            text = _(
                "%(money)s is available in action %(code)s: No. %(position)d on the waitlist fits"
            )
            return text % words
        text = ngettext(
            "%(money)s and %(places)d place are available in action %(code)s: No. "
            "%(position)d on the waitlist fits",
            "%(money)s and %(places)d places are available in action %(code)s: No. "
            "%(position)d on the waitlist fits",
            self.places,
        )
        return text % {**words, "places": self.places}

    @property
    def protocol(self) -> str:
        """The list and what is available, as canonical JSON, stored with the decision."""
        # Money and places too: a page that is out of date in either must not be acted on
        following = self.next
        content = {
            "call": self.call.number,
            "rule": self.call.overflow,
            "money": self.money,
            "places": self.places,
            "line": [in_protocol(item) for item in self.items],
            "next": following.application.number if following else None,
        }
        return canonical(content)

    @property
    def sha256(self) -> str:
        # Sent with the page and back: promoting is refused if the list has changed since
        return digest(self.protocol)


def in_protocol(item: DecisionItem) -> dict[str, object]:
    return {
        "number": item.application.number,
        "score": item.score,
        "requested": item.application.requested,
    }


def waiting() -> QuerySet[DecisionItem]:
    """The items of all applications on a waitlist, from the decision that put each there."""
    return DecisionItem.objects.filter(
        decision__confirmed_at__isnull=False,
        outcome=Outcome.WAITLIST,
        application__status=Status.WAITLISTED,
    )


def waitlist_of(call: Call) -> Waitlist:
    return waitlists_of([call])[0]


def waitlists_of(calls: Iterable[Call]) -> list[Waitlist]:
    """Return the waitlist of each call, in the order of `calls`. Three queries in total."""
    calls = list(calls)
    items = items_by_call(calls)
    actions = Action.objects.with_balance().in_bulk({call.action_id for call in calls})
    # From journal entries, not a counter: a stored sum would be a second truth
    held = held_by_calls({action.strategy_id for action in actions.values()})
    found = []
    for call in calls:
        action = actions[call.action_id]
        left_of_sum = call.amount - held[call.number]
        places = action.places_left if action.account.quota_is_binding else None
        # The smaller one limits: the call's own sum or what its action has left
        money = max(ZERO, min(left_of_sum, action.left))
        found.append(Waitlist(call, action, money, places, items[call.pk]))
    return found


def items_by_call(calls: Iterable[Call]) -> defaultdict[int, list[DecisionItem]]:
    """Return waiting items by the call's primary key: earlier decisions first, then by rank."""
    items = (
        waiting()
        .filter(decision__call__in=calls)
        .select_related("application__organisation", "decision")
        .order_by("decision", "order")
    )
    found: defaultdict[int, list[DecisionItem]] = defaultdict(list)
    for item in items:
        found[item.decision.call_id].append(item)
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
