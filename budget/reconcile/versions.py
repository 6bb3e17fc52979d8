"""Compares the newest version in force with the accounts, and entries with versions."""

from collections.abc import Iterator
from decimal import Decimal

from django.db.models import Sum

from budget.models import Account, Amendment, AmendmentLine, Kind, Strategy
from strategy_portal.money import ZERO

PLANNING = [Kind.ALLOCATION, Kind.TRANSFER, Kind.QUOTA]


def differences_of(strategy: Strategy) -> Iterator[str]:
    """Yield every difference between versions, accounts and entries of the strategy."""
    newest = Amendment.objects.filter(strategy=strategy).in_force().order_by("-number").first()
    if newest is None:
        yield f"{strategy.code}: no version of the strategy is in force"
        return
    rows = AmendmentLine.objects.filter(amendment=newest)
    lines = list(rows.select_related("action__account", "source__account"))
    yield from line_differences(newest, lines)
    yield from gap_differences(newest, lines)
    for entry in strategy.entries.filter(amendment=None, kind__in=PLANNING):
        yield f"entry {entry.seq} belongs to no version of the strategy"


def line_differences(newest: Amendment, lines: list[AmendmentLine]) -> Iterator[str]:
    for line in lines:
        account = line.target.account
        if (account.ceiling, account.quota) != (line.after, line.places_after):
            yield f"{line.target}: {newest} says {line.after}, the account {account.ceiling}"


def gap_differences(newest: Amendment, lines: list[AmendmentLine]) -> Iterator[str]:
    """Where the gap in the version differs from the gap between the accounts."""
    strategy = newest.strategy
    planned = sum((line.after for line in lines if line.action_id), ZERO)
    financed = sum((line.after for line in lines if line.source_id), ZERO)
    total = strategy.accounts.get(action=None, source=None).ceiling
    gap = ceilings_of_actions(strategy) - total
    if planned - financed != gap:
        yield f"{strategy.code}: the gap is {gap}, {newest} says {planned - financed}"


def ceilings_of_actions(strategy: Strategy) -> Decimal:
    accounts = Account.objects.filter(action__strategy=strategy)
    return accounts.aggregate(total=Sum("ceiling", default=ZERO))["total"]
