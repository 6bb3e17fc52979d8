"""An independent re-implementation of what entries do to accounts and projects, used as proof.

It shares no rule with the posting trigger, so that a fault there shows as a difference.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import NamedTuple

from budget.models import Entry, Kind, Strategy
from budget.sources import as_decimals, difference
from strategy_portal.money import ZERO

Parts = Mapping[str, Decimal]
AccountKey = tuple[str, int]  # whose account: (action, source or strategy), and its pk

RESERVED, COMMITTED = "reserved", "committed"
PAYING = {Kind.PAYMENT, Kind.RECOVERY}  # these do not change what a project holds


@dataclass(frozen=True)
class Holding:
    """What one project holds and was paid, by source. EUR."""

    hold: str = ""
    held: Parts = field(default_factory=dict)
    paid: Parts = field(default_factory=dict)

    def of(self, hold: str) -> Parts:
        return self.held if self.hold == hold else {}

    def has(self, hold: str) -> int:
        return int(self.hold == hold)


class Step(NamedTuple):
    """An entry that is no correction, in what little of it the replay must remember."""

    pk: int
    kind: Kind
    closes_id: int | None


@dataclass
class Balance:
    """The totals of the entries so far for one account. EUR and numbers of projects."""

    ceiling: Decimal = ZERO
    reserved: Decimal = ZERO
    committed: Decimal = ZERO
    paid: Decimal = ZERO
    quota: int = 0
    reserved_projects: int = 0
    projects: int = 0

    @property
    def left(self) -> Decimal:
        return self.ceiling - self.reserved - self.committed

    @property
    def is_within_ceiling(self) -> bool:
        amounts = (self.ceiling, self.reserved, self.committed, self.paid)
        return min(*amounts, self.left, self.committed - self.paid) >= 0

    @property
    def is_within_quota(self) -> bool:
        return self.projects + self.reserved_projects <= self.quota

    def add(self, reserved: Decimal, committed: Decimal, paid: Decimal) -> None:
        self.reserved += reserved
        self.committed += committed
        self.paid += paid


class Books:
    """Balances by account and holdings by project after the entries posted so far."""

    def __init__(self, strategy: Strategy):
        self.strategy = strategy
        self.sources = {source.code: source.pk for source in strategy.sources.all()}
        self.balances: dict[AccountKey, Balance] = {}
        self.holdings: dict[str, Holding] = {}
        # What the project held after each entry, which a correction restores
        self.after: dict[int, Holding] = {}
        # The step that applies after each entry: a correction brings back an earlier one
        self.steps: dict[int, Step | None] = {}
        self.closed: dict[int, int] = {}

    def of(self, kind: str, pk: int) -> Balance:
        return self.balances.setdefault((kind, pk), Balance())

    def holding_after(self, entry: Entry) -> Holding:
        if not entry.project_number:
            return Holding()
        return self.holdings.get(entry.project_number, Holding())

    def post(self, entry: Entry) -> list[AccountKey]:
        """Add the effect of `entry`; return the accounts it touched."""
        self.steps[entry.pk] = self.step_after(entry)
        if not entry.project_number:
            return self.plan(entry)
        old = self.holdings.get(entry.project_number, Holding())
        new = self.next(entry, old)
        self.holdings[entry.project_number] = self.after[entry.pk] = new
        return self.move(entry, old, new)

    def plan(self, entry: Entry) -> list[AccountKey]:
        """Apply a figure of the strategy (EUR, places); return the accounts it touched."""
        sign = -1 if entry.kind == Kind.REVERSAL else 1
        key = target_of(entry)
        touched = [key]
        # The strategy has what its sources provide; its actions only divide that
        if not entry.action_id:
            touched.append(("strategy", entry.strategy_id))
        for account in touched:
            self.of(*account).ceiling += sign * entry.amount
        self.of(*key).quota += sign * entry.places
        return touched

    def next(self, entry: Entry, old: Holding) -> Holding:
        """What the project holds and was paid after `entry`."""
        split = as_decimals(entry.split)
        undone = self.undone_by(entry)
        kind = undone and undone.kind
        if {entry.kind, kind} & PAYING:
            comes_back = entry.kind == Kind.RECOVERY or kind == Kind.PAYMENT
            paid = difference(old.paid, split) if comes_back else added(old.paid, split)
            return replace(old, paid=paid)
        if undone:
            # A step is a link of a chain: undoing it restores what the link before it held
            before = self.after.get(undone.closes_id, Holding())
            return replace(before, paid=old.paid)
        if entry.kind == Kind.RELEASE:
            return released(old, split)
        hold = RESERVED if entry.kind == Kind.RESERVATION else COMMITTED
        return Holding(hold, split, old.paid)

    def undone_by(self, entry: Entry) -> Step | None:
        """The step that the entry, a correction, undoes: the one in force after what it closes."""
        return self.steps.get(entry.closes_id) if entry.kind == Kind.REVERSAL else None

    def step_after(self, entry: Entry) -> Step | None:
        """The step in force after `entry`."""
        if entry.kind != Kind.REVERSAL:
            return Step(entry.pk, entry.kind, entry.closes_id)
        undone = self.undone_by(entry)
        return undone and self.steps.get(undone.closes_id)

    def move(self, entry: Entry, old: Holding, new: Holding) -> list[AccountKey]:
        """Move the balances from the old holding to the new one; return the accounts touched."""
        moved = [
            difference(new.of(RESERVED), old.of(RESERVED)),
            difference(new.of(COMMITTED), old.of(COMMITTED)),
            difference(new.paid, old.paid),
        ]
        whole = [("action", entry.action_id), ("strategy", entry.strategy_id)]
        for key in whole:
            balance = self.of(*key)
            balance.add(*(sum(parts.values(), ZERO) for parts in moved))
            balance.reserved_projects += new.has(RESERVED) - old.has(RESERVED)
            balance.projects += new.has(COMMITTED) - old.has(COMMITTED)
        codes = set().union(*moved) & self.sources.keys()
        for code in codes:
            balance = self.of("source", self.sources[code])
            balance.add(*(parts.get(code, ZERO) for parts in moved))
        return whole + [("source", self.sources[code]) for code in codes]


def target_of(entry: Entry) -> AccountKey:
    """The action or the source that the entry names."""
    if entry.action_id:
        return "action", entry.action_id
    return "source", entry.source_id


def released(old: Holding, split: Parts) -> Holding:
    """The holding minus `split`; a project that holds nothing has no hold either."""
    held = difference(old.held, split)
    if any(held.values()):
        return replace(old, held=held)
    return Holding(paid=old.paid)


def added(one: Parts, other: Parts) -> Parts:
    return {code: one.get(code, ZERO) + other.get(code, ZERO) for code in {**one, **other}}
