"""The books proved: what the accounts say equals what the journal adds up to, at every entry, under every cap.

It recomputes everything from the entries with rules of its own, so that a fault in the posting trigger shows.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from django.db import connection

from budget.models import Account, Entry, Kind, Project, Strategy
from strategy_portal.money import ZERO

GUARDS = {
    "budget_entry": {"post_entry", "no_update", "no_delete", "no_truncate"},
    "budget_account": {"written_by_entries_alone", "born_empty", "no_delete", "no_truncate"},
}
CAPS = {
    "account_action_is_within_ceiling",
    "account_source_is_within_ceiling",
    "account_strategy_is_within_ceiling",
    "account_is_within_quota",
    "account_is_not_negative",
    "account_is_a_number",
    "entry_closes_if_and_only_if_its_kind_does",
    "entry_amount_is_positive",
}
UNIQUE = {"budget_entry_closes_id_key", "budget_entry_request_key_key", "entry_number_is_unique"}


@dataclass
class Balance:
    """What the entries so far add up to for one account. EUR and numbers of projects."""

    ceiling: Decimal = ZERO
    reserved: Decimal = ZERO
    committed: Decimal = ZERO
    quota: int = 0
    reserved_projects: int = 0
    projects: int = 0

    def is_within_caps(self, *, quota_binds: bool) -> bool:
        amounts = (self.ceiling, self.reserved, self.committed)
        within = all(amount >= 0 for amount in amounts) and self.reserved + self.committed <= self.ceiling
        return within and (not quota_binds or self.projects + self.reserved_projects <= self.quota)


@dataclass
class Books:
    """Balances replayed from the journal, by the account's kind and id."""

    balances: dict[tuple[str, int], Balance] = field(default_factory=dict)

    def of(self, kind: str, pk: int) -> Balance:
        return self.balances.setdefault((kind, pk), Balance())

    def post(self, entry: Entry, sign: int, kind: str, source_ids: dict[str, int]) -> list[tuple[str, int]]:
        """Add the effect of an entry of `kind` (times `sign`); return the accounts it touched."""
        amount, places = sign * entry.amount, sign * entry.places
        if kind == Kind.ALLOCATION:
            return self.allocate(entry, amount, places)
        known = {code: part for code, part in entry.split.items() if code in source_ids}  # faults_of names the others
        parts = {("source", source_ids[code]): sign * Decimal(part) for code, part in known.items()}
        parts |= {("action", entry.action_id): amount, ("strategy", entry.strategy_id): amount}
        for account, part in parts.items():
            balance = self.of(*account)
            is_reservation = kind == Kind.RESERVATION
            balance.reserved += part if is_reservation else ZERO
            balance.committed += ZERO if is_reservation else part
            if account[0] != "source":
                balance.reserved_projects += places if is_reservation else 0
                balance.projects += 0 if is_reservation else places
        return list(parts)

    def allocate(self, entry: Entry, amount: Decimal, places: int) -> list[tuple[str, int]]:
        if entry.action_id:
            balance = self.of("action", entry.action_id)
            balance.ceiling += amount
            balance.quota += places
            return [("action", entry.action_id)]
        touched = [("source", entry.source_id), ("strategy", entry.strategy_id)]
        for account in touched:
            self.of(*account).ceiling += amount
        return touched


def differences() -> Iterator[str]:
    """Everything that is not as it must be, a sentence each; nothing when the books are right."""
    for strategy in Strategy.objects.all():
        yield from differences_of(strategy)
    yield from unmatched_projects()
    yield from missing_guards()


def differences_of(strategy: Strategy) -> Iterator[str]:
    books = Books()
    accounts = {key_of(account): account for account in strategy.accounts.select_related("action", "source")}
    source_ids = {source.code: source.pk for source in strategy.sources.all()}
    expected = 0
    for entry in strategy.entries.select_related("closes").order_by("seq"):
        expected += 1
        if entry.seq != expected:
            yield f"{strategy.code}: entry {expected} is missing, {entry.seq} follows"
            expected = entry.seq
        yield from faults_of(entry, source_ids)
        touched = replay(books, entry, source_ids)
        for account in touched:
            if account not in accounts:
                yield f"{strategy.code}: entry {entry.seq} names {account[0]} {account[1]}, which has no account here"
                continue
            binds = account[0] == "action" and accounts[account].quota_is_binding
            if not books.of(*account).is_within_caps(quota_binds=binds):
                yield f"{strategy.code}: after entry {entry.seq} {accounts[account]} is over a cap"
    for key, account in accounts.items():
        yield from account_differences(account, books.of(*key))
        if key[0] == "strategy" and account.last_seq != expected:
            yield f"{strategy.code}: the account counts {account.last_seq} entries, the journal has {expected}"


def replay(books: Books, entry: Entry, source_ids: dict[str, int]) -> list[tuple[str, int]]:
    """First end what the entry closes, then add what it brings."""
    touched = books.post(entry.closes, -1, entry.closes.kind, source_ids) if entry.closes else []
    if entry.kind in (Kind.ALLOCATION, Kind.RESERVATION, Kind.AWARD):
        touched = touched + books.post(entry, 1, entry.kind, source_ids)
    return touched


def key_of(account: Account) -> tuple[str, int]:
    if account.action_id:
        return "action", account.action_id
    return ("source", account.source_id) if account.source_id else ("strategy", account.strategy_id)


def faults_of(entry: Entry, source_ids: dict[str, int]) -> Iterator[str]:
    """What is wrong with one entry by itself."""
    if entry.project_number:
        if not entry.split.keys() <= source_ids.keys():
            yield f"entry {entry.seq} names an unknown source"
        if sum(map(Decimal, entry.split.values()), ZERO) != entry.amount:
            yield f"entry {entry.seq}: its parts by source do not add up"
    mirrored = ("action_id", "source_id", "amount", "split", "places", "project_number")
    if entry.closes and any(getattr(entry, name) != getattr(entry.closes, name) for name in mirrored):
        yield f"entry {entry.seq} does not mirror entry {entry.closes.seq}, which it closes"


def account_differences(account: Account, balance: Balance) -> Iterator[str]:
    """Where the stored balance differs from the replayed one. The strategy has no quota of its own."""
    names = ["ceiling", "reserved", "committed", "reserved_projects", "projects"]
    for name in [*names, "quota"] if account.action_id else names:
        stored, replayed = getattr(account, name), getattr(balance, name)
        if stored != replayed:
            yield f"{account}: {name} is {stored}, the journal says {replayed}"


def unmatched_projects() -> Iterator[str]:
    """Standing awards without a project, projects that do not match their award."""
    awards = Entry.objects.filter(kind=Kind.AWARD, closed_by=None, project=None)
    for entry in awards:
        yield f"entry {entry.seq} awards {entry.project_number}, which is no project"
    for project in Project.objects.select_related("award"):
        if project.number != project.award.project_number or project.action_id != project.award.action_id:
            yield f"project {project.number} does not match its award"


def missing_guards() -> Iterator[str]:
    """Triggers and constraints that must be in the database, enabled and valid."""
    with connection.cursor() as cursor:
        for table, triggers in GUARDS.items():
            cursor.execute(
                "SELECT tgname FROM pg_trigger WHERE tgrelid = %s::regclass AND tgenabled IN ('O', 'A')", [table]
            )
            present = [name for (name,) in cursor.fetchall()]
            for trigger in sorted(triggers):
                if not any(name == trigger or name.startswith(f"pgtrigger_{trigger}_") for name in present):
                    yield f"{table}: trigger {trigger} is missing or off"
        cursor.execute("SELECT conname FROM pg_constraint WHERE contype = 'c' AND convalidated")
        yield from (f"constraint {name} is missing" for name in sorted(CAPS - {row[0] for row in cursor.fetchall()}))
        cursor.execute(
            "SELECT relname FROM pg_class JOIN pg_index ON oid = indexrelid WHERE indisunique AND indisvalid"
        )
        yield from (f"uniqueness {name} is missing" for name in sorted(UNIQUE - {row[0] for row in cursor.fetchall()}))
