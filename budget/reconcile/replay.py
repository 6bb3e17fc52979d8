"""The journal replayed from its first entry, with rules of its own, so that a fault in the posting trigger shows."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from budget.models import Account, Entry, Kind, Strategy
from budget.sources import as_decimals, difference
from strategy_portal.money import ZERO

Parts = Mapping[str, Decimal]
Key = tuple[str, int]
BESIDE = (Kind.PAYMENT, Kind.RECOVERY)  # these do not change what a project holds


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


@dataclass
class Balance:
    """What the entries so far add up to for one account. EUR and numbers of projects."""

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

    def is_within_caps(self, *, quota_binds: bool) -> bool:
        amounts = (
            self.ceiling,
            self.reserved,
            self.committed,
            self.paid,
            self.left,
            self.committed - self.paid,
        )
        return min(amounts) >= 0 and (
            not quota_binds or self.projects + self.reserved_projects <= self.quota
        )


class Books:
    """Balances by account and holdings by project, as the entries posted so far make them."""

    def __init__(self, strategy: Strategy):
        self.strategy = strategy
        self.sources = {source.code: source.pk for source in strategy.sources.all()}
        self.balances: dict[Key, Balance] = {}
        self.holdings: dict[str, Holding] = {}
        self.after: dict[
            int, Holding
        ] = {}  # what the project held after each entry, for corrections
        self.closed: dict[int, int] = {}

    def of(self, kind: str, pk: int) -> Balance:
        return self.balances.setdefault((kind, pk), Balance())

    def post(self, entry: Entry) -> list[Key]:
        """Add the effect of `entry`; return the accounts it touched."""
        if not entry.project_number:
            return self.plan(entry)
        old = self.holdings.get(entry.project_number, Holding())
        new = self.next(entry, old)
        self.holdings[entry.project_number] = self.after[entry.pk] = new
        return self.move(entry, old, new)

    def plan(self, entry: Entry) -> list[Key]:
        """Money and places of the strategy's own figures; a source's money is the strategy's."""
        sign = -1 if entry.kind == Kind.REVERSAL else 1
        key = ("action", entry.action_id) if entry.action_id else ("source", entry.source_id)
        touched = [key] if entry.action_id else [key, ("strategy", entry.strategy_id)]
        for account in touched:
            self.of(*account).ceiling += sign * entry.amount
        self.of(*key).quota += sign * entry.places
        return touched

    def next(self, entry: Entry, old: Holding) -> Holding:
        """What the project holds and was paid after `entry`."""
        split = as_decimals(entry.split)
        corrected = entry.closes.kind if entry.kind == Kind.REVERSAL else None
        if Kind.PAYMENT in (entry.kind, corrected) or Kind.RECOVERY in (entry.kind, corrected):
            back = entry.kind == Kind.RECOVERY or corrected == Kind.PAYMENT
            more = {code: -part for code, part in split.items()} if back else split
            return Holding(
                old.hold,
                old.held,
                difference(old.paid, {code: -part for code, part in more.items()}),
            )
        if corrected:
            before = self.after.get(entry.closes.closes_id, Holding())
            return Holding(before.hold, before.held, old.paid)
        if entry.kind == Kind.RELEASE:
            held = difference(old.held, split)
            return Holding(
                old.hold if any(held.values()) else "", held if any(held.values()) else {}, old.paid
            )
        return Holding(
            "reserved" if entry.kind == Kind.RESERVATION else "committed", split, old.paid
        )

    def move(self, entry: Entry, old: Holding, new: Holding) -> list[Key]:
        reserved = difference(new.of("reserved"), old.of("reserved"))
        committed = difference(new.of("committed"), old.of("committed"))
        paid = difference(new.paid, old.paid)
        whole = [("action", entry.action_id), ("strategy", entry.strategy_id)]
        for account in whole:
            balance = self.of(*account)
            balance.reserved += sum(reserved.values())
            balance.committed += sum(committed.values())
            balance.paid += sum(paid.values())
            balance.reserved_projects += new.has("reserved") - old.has("reserved")
            balance.projects += new.has("committed") - old.has("committed")
        parts = [
            ("source", self.sources[code])
            for code in {*reserved, *committed, *paid}
            if code in self.sources
        ]
        for code in {*reserved, *committed, *paid} & self.sources.keys():
            balance = self.of("source", self.sources[code])
            balance.reserved += reserved.get(code, ZERO)
            balance.committed += committed.get(code, ZERO)
            balance.paid += paid.get(code, ZERO)
        return whole + parts


def differences_of(strategy: Strategy) -> Iterator[str]:
    books = Books(strategy)
    accounts = {
        key_of(account): account for account in strategy.accounts.select_related("action", "source")
    }
    expected = 0
    for entry in strategy.entries.select_related("closes").order_by("seq").iterator(2000):
        expected += 1
        if entry.seq != expected:
            yield f"{strategy.code}: entry {expected} is missing, {entry.seq} follows"
            expected = entry.seq
        yield from faults_of(entry, books)
        for key in books.post(entry):
            if key not in accounts:
                yield f"{strategy.code}: entry {entry.seq} names {key[0]} {key[1]}, which has no account here"
                continue
            binds = key[0] == "action" and accounts[key].quota_is_binding
            if not books.of(*key).is_within_caps(quota_binds=binds):
                yield f"{strategy.code}: after entry {entry.seq} {accounts[key]} is over a cap"
        yield from differences_after(entry, books)
    for key, account in accounts.items():
        yield from account_differences(account, books.of(*key))
        if key[0] == "strategy" and account.last_seq != expected:
            yield f"{strategy.code}: the account counts {account.last_seq} entries, the journal has {expected}"


def key_of(account: Account) -> Key:
    if account.action_id:
        return "action", account.action_id
    return ("source", account.source_id) if account.source_id else ("strategy", account.strategy_id)


def faults_of(entry: Entry, books: Books) -> Iterator[str]:
    """What is wrong with one entry by itself, or with how it ends another."""
    if entry.project_number:
        if not entry.split.keys() <= books.sources.keys():
            yield f"entry {entry.seq} names an unknown source"
        if sum(as_decimals(entry.split).values(), ZERO) != entry.amount:
            yield f"entry {entry.seq}: its parts by source do not add up"
    if not entry.closes:
        return
    if entry.closes_id in books.closed:
        yield f"entry {entry.seq} ends entry {entry.closes.seq}, which entry {books.closed[entry.closes_id]} ended"
    books.closed[entry.closes_id] = entry.seq
    same = ["strategy_id", "action_id", "source_id", "project_number"]
    if entry.kind == Kind.REVERSAL:
        same += ["amount", "split", "places"]
    if any(getattr(entry, name) != getattr(entry.closes, name) for name in same):
        yield f"entry {entry.seq} does not mirror entry {entry.closes.seq}, which it closes"
    if entry.closes.seq >= entry.seq:
        yield f"entry {entry.seq} closes entry {entry.closes.seq}, which is not older"


def differences_after(entry: Entry, books: Books) -> Iterator[str]:
    """Where what the entry says of its project and of what is left differs from the replay."""
    holding = (
        books.holdings.get(entry.project_number, Holding()) if entry.project_number else Holding()
    )
    replayed = (holding.hold, without_zeros(holding.held), without_zeros(holding.paid))
    stored = (
        entry.hold,
        without_zeros(as_decimals(entry.held_split)),
        without_zeros(as_decimals(entry.paid_split)),
    )
    if stored != replayed or (entry.held, entry.paid) != (
        sum(holding.held.values()),
        sum(holding.paid.values()),
    ):
        yield f"entry {entry.seq} says its project holds {stored}, the journal says {replayed}"
    if any(
        part < 0 or part > holding.held.get(code, ZERO)
        for code, part in without_zeros(holding.paid).items()
    ):
        yield f"after entry {entry.seq} project {entry.project_number} was paid more than it holds"
    key = ("action", entry.action_id) if entry.action_id else ("source", entry.source_id)
    left = {code: books.of("source", pk).left for code, pk in books.sources.items()}
    if entry.left_after != books.of(*key).left or as_decimals(entry.left_split) != left:
        yield f"entry {entry.seq} says {entry.left_after} is left, the journal says {books.of(*key).left}"


def without_zeros(parts: Parts) -> dict[str, Decimal]:
    return {code: part for code, part in parts.items() if part}


def account_differences(account: Account, balance: Balance) -> Iterator[str]:
    """Where the stored balance differs from the replayed one. The strategy has no quota of its own."""
    names = ["ceiling", "reserved", "committed", "paid", "reserved_projects", "projects"]
    for name in [*names, "quota"] if account.action_id else names:
        if account.source_id and name.endswith("projects"):
            continue
        stored, replayed = getattr(account, name), getattr(balance, name)
        if stored != replayed:
            yield f"{account}: {name} is {stored}, the journal says {replayed}"
