"""The reserve list, alive: who is next when money or a place returns, and who is passed over and why."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

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
class Line:
    """A call's reserve list with what there is room for: EUR, and places (None: any number)."""

    call: Call
    action: Action
    money: Decimal
    places: int | None
    items: list[DecisionItem] = field(default_factory=list)

    @property
    def next(self) -> DecisionItem | None:
        """The first that fits, as the call's rule says: the others may be passed over only if it skips."""
        waiting = self.items if self.call.overflow == Overflow.SKIP else self.items[:1]
        return next((item for item in waiting if not self.why_not(item)), None)

    @property
    def passed_over(self) -> list[DecisionItem]:
        """Those that stand before the next."""
        return self.items[: self.items.index(self.next)] if self.next else []

    @property
    def position(self) -> int:
        """The next one's number in the line."""
        return self.items.index(self.next) + 1 if self.next else 0

    def why_not(self, item: DecisionItem) -> str:
        """Why the application does not fit; empty if it does."""
        requested = item.application.requested
        if self.places is not None and self.places < 1:
            return _("All planned projects of the action are taken.")
        if requested > self.money:
            return _("Asks for %(requested)s, there is %(money)s: %(short)s short.") % {
                "requested": eur(requested),
                "money": eur(self.money),
                "short": eur(requested - self.money),
            }
        return ""

    def rows(self) -> list[tuple[int, DecisionItem, str]]:
        """Each application's number in the line, itself, and why it does not fit."""
        return [
            (number, item, self.why_not(item)) for number, item in enumerate(self.items, start=1)
        ]

    def in_words(self) -> str:
        """What the desk says: how much there is, and who fits."""
        words = {"money": eur(self.money), "code": self.action.code, "position": self.position}
        if self.places is None:
            text = _(
                "%(money)s is free in action %(code)s: No. %(position)d of the reserve list fits"
            )
            return text % words
        text = ngettext(
            "%(money)s and %(places)d place are free in action %(code)s: No. %(position)d of the reserve list fits",
            "%(money)s and %(places)d places are free in action %(code)s: No. %(position)d of the reserve list fits",
            self.places,
        )
        return text % {**words, "places": self.places}

    @property
    def protocol(self) -> str:
        """The line and the room as canonical JSON: what the proposal keeps, and what a stale page differs in."""
        listed = [
            {
                "number": item.application.number,
                "score": item.score,
                "requested": item.application.requested,
            }
            for item in self.items
        ]
        content = {
            "call": self.call.number,
            "rule": self.call.overflow,
            "money": self.money,
            "places": self.places,
        }
        return canonical(
            {**content, "line": listed, "next": self.next.application.number if self.next else None}
        )

    @property
    def sha256(self) -> str:
        return digest(self.protocol)


def line_of(call: Call) -> Line:
    """The reserve list of one call."""
    return lines_of([call])[0]


def lines_of(calls: Iterable[Call]) -> list[Line]:
    """The reserve list of each call, in its order. Three queries for all of them."""
    calls = list(calls)
    waiting = DecisionItem.objects.filter(
        decision__call__in=calls,
        decision__confirmed_at__isnull=False,
        outcome=Outcome.WAITLIST,
        application__status=Status.WAITLISTED,
    )
    waiting = waiting.select_related("application__organisation", "decision").order_by(
        "decision", "order"
    )
    items: dict[int, list[DecisionItem]] = {call.pk: [] for call in calls}
    for item in waiting:
        items[item.decision.call_id].append(item)
    actions = Action.objects.with_balance().in_bulk({call.action_id for call in calls})
    held = held_by_calls({action.strategy_id for action in actions.values()})
    return [
        Line(
            call=call,
            action=(action := actions[call.action_id]),
            money=max(ZERO, min(call.amount - held.get(call.number, ZERO), action.left)),
            places=action.places_left if action.account.quota_is_binding else None,
            items=items[call.pk],
        )
        for call in calls
    ]


def held_by_calls(strategies: Iterable[int]) -> dict[str, Decimal]:
    """EUR that the projects of each call hold, reserved or awarded, by the call's number."""
    standing = (
        Entry.objects.standing()
        .filter(strategy__in=strategies)
        .values_list("project_number", "held")
    )
    found: dict[str, Decimal] = {}
    for number, held in standing:
        call = number.rpartition("-")[0]
        found[call] = found.get(call, ZERO) + held
    return found


def left_of_call(call: Call) -> Decimal:
    """EUR of the call's own sum that its projects hold neither as reservations nor as awards."""
    return call.amount - held_by_calls([call.action.strategy_id]).get(call.number, ZERO)
