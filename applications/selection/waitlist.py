"""The waitlist (rezervinis sąrašas): who is next when money or a place returns, and why."""

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
    """A call's waitlist with what there is room for: EUR, and places (None: any number)."""

    call: Call
    action: Action
    money: Decimal
    places: int | None
    items: list[DecisionItem] = field(default_factory=list)

    @property
    def next(self) -> DecisionItem | None:
        """The first that fits; the others are passed over only where the call's rule is to skip."""
        may_skip = self.call.overflow == Overflow.SKIP
        considered = self.items if may_skip else self.items[:1]
        return next((item for item in considered if not self.why_not(item)), None)

    @property
    def passed_over(self) -> list[DecisionItem]:
        """Those that stand before the next."""
        if self.next is None:
            return []
        return self.items[: self.items.index(self.next)]

    @property
    def position(self) -> int:
        """The next one's number on the list; 0 if nobody fits."""
        if self.next is None:
            return 0
        return self.items.index(self.next) + 1

    def why_not(self, item: DecisionItem) -> str:
        """Why the application does not fit; empty if it does."""
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
        """Each application's number on the list, itself, and why it does not fit."""
        return [
            (number, item, self.why_not(item)) for number, item in enumerate(self.items, start=1)
        ]

    def in_words(self) -> str:
        """What the desk says: how much there is, and who fits."""
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
        """The list and the room as canonical JSON.

        A proposal keeps it, and a page that is out of date differs in it.
        """
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
        return digest(self.protocol)


def in_protocol(item: DecisionItem) -> dict[str, object]:
    return {
        "number": item.application.number,
        "score": item.score,
        "requested": item.application.requested,
    }


def waiting() -> QuerySet[DecisionItem]:
    """Every application on a waitlist, as the decision that put it there says."""
    return DecisionItem.objects.filter(
        decision__confirmed_at__isnull=False,
        outcome=Outcome.WAITLIST,
        application__status=Status.WAITLISTED,
    )


def waitlist_of(call: Call) -> Waitlist:
    return waitlists_of([call])[0]


def waitlists_of(calls: Iterable[Call]) -> list[Waitlist]:
    """The waitlist of each call, in its order. Three queries for all of them."""
    calls = list(calls)
    items = items_by_call(calls)
    actions = Action.objects.with_balance().in_bulk({call.action_id for call in calls})
    held = held_by_calls({action.strategy_id for action in actions.values()})
    found = []
    for call in calls:
        action = actions[call.action_id]
        left_of_sum = call.amount - held[call.number]
        places = action.places_left if action.account.quota_is_binding else None
        # Whichever is less binds: the call's own sum or its action
        money = max(ZERO, min(left_of_sum, action.left))
        found.append(Waitlist(call, action, money, places, items[call.pk]))
    return found


def items_by_call(calls: Iterable[Call]) -> defaultdict[int, list[DecisionItem]]:
    """Who waits, by the call's primary key: earlier decisions first, then by rank."""
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
    """EUR that the projects of each call hold, reserved or awarded, by the call's number."""
    entries = Entry.objects.standing().filter(strategy__in=strategies)
    found: defaultdict[str, Decimal] = defaultdict(lambda: ZERO)
    for project_number, held in entries.values_list("project_number", "held"):
        # The budget knows no calls, but a project's number begins with its call's: 2.2-K1-014
        call_number = project_number.rpartition("-")[0]
        found[call_number] += held
    return found


def left_of_call(call: Call) -> Decimal:
    """EUR of the call's own sum that its projects hold neither as reservations nor as awards."""
    return call.amount - held_by_calls([call.action.strategy_id])[call.number]
