"""Replays the journal from its first entry and compares the result with what is stored."""

from collections.abc import Iterator

from budget.models import Account, Entry, Kind, Strategy
from budget.reconcile.books import AccountKey, Balance, Books, Holding, Parts, Step, target_of
from budget.sources import as_decimals
from strategy_portal.money import ZERO

STORED = ["ceiling", "reserved", "committed", "paid"]
MIRRORED = ["amount", "split", "places"]
COUNTED = ["reserved_projects", "projects"]


def differences_of(strategy: Strategy) -> Iterator[str]:
    """Replay the strategy's journal; yield every fault, one sentence each."""
    books = Books(strategy)
    rows = strategy.accounts.select_related("action", "source")
    accounts = {key_of(account): account for account in rows}
    seq = 0
    entries = strategy.entries.select_related("closes", "undoes").order_by("seq")
    for entry in entries.iterator(2000):  # the whole journal need not fit into memory
        if entry.seq != seq + 1:
            yield f"{strategy.code}: entry {seq + 1} is missing, {entry.seq} follows"
        seq = entry.seq
        yield from faults_of(entry, books)
        for key in books.post(entry):
            # After each entry, not only at the end: a cap exceeded for a while was exceeded
            yield from cap_faults(entry, key, books, accounts)
        yield from entry_differences(entry, books)
    for key, account in accounts.items():
        yield from account_differences(account, books.of(*key))
        if key[0] == "strategy" and account.last_seq != seq:
            counted = f"the account counts {account.last_seq} entries"
            yield f"{strategy.code}: {counted}, the journal has {seq}"


def key_of(account: Account) -> AccountKey:
    if account.action_id:
        return "action", account.action_id
    if account.source_id:
        return "source", account.source_id
    return "strategy", account.strategy_id


def faults_of(entry: Entry, books: Books) -> Iterator[str]:
    """Faults of the entry itself, and of how it closes another."""
    if entry.project_number:
        if not entry.split.keys() <= books.sources.keys():
            yield f"entry {entry.seq} names an unknown source"
        if sum(as_decimals(entry.split).values(), ZERO) != entry.amount:
            yield f"entry {entry.seq}: its parts by source do not add up"
    if entry.closes:
        yield from closing_faults(entry, entry.closes, books)


def closing_faults(entry: Entry, closed: Entry, books: Books) -> Iterator[str]:
    """Faults in how `entry` closes the entry `closed`."""
    if closed.pk in books.closed:
        earlier = books.closed[closed.pk]
        yield f"entry {entry.seq} ends entry {closed.seq}, which entry {earlier} ended"
    books.closed[closed.pk] = entry.seq
    same = ["strategy_id", "action_id", "source_id", "project_number"]
    if any(getattr(entry, name) != getattr(closed, name) for name in same):
        yield f"entry {entry.seq} is not of the same money as entry {closed.seq}, which it closes"
    if entry.kind == Kind.REVERSAL:
        yield from mirror_faults(entry, books.undone_by(entry))
    if closed.seq >= entry.seq:
        yield f"entry {entry.seq} closes entry {closed.seq}, which is not older"


def mirror_faults(entry: Entry, undone: Step | None) -> Iterator[str]:
    """Faults in how `entry`, a correction, mirrors the step `undone`."""
    if undone is None or entry.undoes_id != undone.pk:
        yield f"entry {entry.seq} says it undoes another entry than it does"
    elif any(getattr(entry, name) != getattr(entry.undoes, name) for name in MIRRORED):
        yield f"entry {entry.seq} does not mirror entry {entry.undoes.seq}, which it undoes"


def cap_faults(
    entry: Entry, key: AccountKey, books: Books, accounts: dict[AccountKey, Account]
) -> Iterator[str]:
    """Report an account touched by the entry that was over a cap after it."""
    where = books.strategy.code
    kind, pk = key
    if key not in accounts:
        yield f"{where}: entry {entry.seq} names {kind} {pk}, which has no account here"
        return
    account, balance = accounts[key], books.of(*key)
    quota_binds = kind == "action" and account.quota_is_binding
    is_over_quota = quota_binds and not balance.is_within_quota
    if is_over_quota or not balance.is_within_ceiling:
        yield f"{where}: after entry {entry.seq} {account} is over a cap"


def entry_differences(entry: Entry, books: Books) -> Iterator[str]:
    """Where the entry's record of its project and of what is left differs from the replay."""
    holding = books.holding_after(entry)
    yield from holding_differences(entry, holding)
    if is_overpaid(holding):
        yield f"after entry {entry.seq} project {entry.project_number} was paid more than it holds"
    left = books.of(*target_of(entry)).left
    by_source = {code: books.of("source", pk).left for code, pk in books.sources.items()}
    if entry.left_after != left or as_decimals(entry.left_split) != by_source:
        yield f"entry {entry.seq} says {entry.left_after} is left, the journal says {left}"


def holding_differences(entry: Entry, holding: Holding) -> Iterator[str]:
    """Where the entry's record of what its project holds differs from the replay."""
    replayed = (holding.hold, without_zeros(holding.held), without_zeros(holding.paid))
    held, paid = as_decimals(entry.held_split), as_decimals(entry.paid_split)
    stored = (entry.hold, without_zeros(held), without_zeros(paid))
    sums = (sum(holding.held.values()), sum(holding.paid.values()))
    if stored != replayed or (entry.held, entry.paid) != sums:
        yield f"entry {entry.seq} says its project holds {stored}, the journal says {replayed}"


def is_overpaid(holding: Holding) -> bool:
    paid = without_zeros(holding.paid)
    return any(not 0 <= part <= holding.held.get(code, ZERO) for code, part in paid.items())


# A part of 0,00 and no part at all mean the same
def without_zeros(parts: Parts) -> Parts:
    return {code: part for code, part in parts.items() if part}


def account_differences(account: Account, balance: Balance) -> Iterator[str]:
    """Where the stored balance differs from the replayed one.

    A source counts no projects, and the strategy has no quota of its own.
    """
    names = list(STORED)
    if not account.source_id:
        names += COUNTED
    if account.action_id:
        names.append("quota")
    for name in names:
        stored, replayed = getattr(account, name), getattr(balance, name)
        if stored != replayed:
            yield f"{account}: {name} is {stored}, the journal says {replayed}"
