"""The strategy's versions against the journal: what the newest in force says is what the accounts hold."""

from collections.abc import Iterator

from django.db.models import Sum

from budget.models import Account, Amendment, AmendmentLine, Kind, Strategy
from strategy_portal.money import ZERO


def differences_of(strategy: Strategy) -> Iterator[str]:
    """The newest version in force prints what the accounts hold; the recorded gap is planned less financed."""
    newest = Amendment.objects.filter(strategy=strategy).in_force().order_by("-number").first()
    if newest is None:
        yield f"{strategy.code}: no version of the strategy is in force"
        return
    lines = AmendmentLine.objects.filter(amendment=newest).select_related(
        "action__account", "source__account"
    )
    planned, financed = ZERO, ZERO
    for line in lines:
        account = line.target.account
        planned += line.after if line.action_id else ZERO
        financed += line.after if line.source_id else ZERO
        if (account.ceiling, account.quota) != (line.after, line.places_after):
            yield f"{line.target}: {newest} says {line.after}, the account {account.ceiling}"
    ceilings = Account.objects.filter(action__strategy=strategy).aggregate(
        total=Sum("ceiling", default=ZERO)
    )["total"]
    total = strategy.accounts.get(action=None, source=None).ceiling
    if planned - financed != ceilings - total:
        yield f"{strategy.code}: the gap is {ceilings - total}, {newest} says {planned - financed}"
    for entry in strategy.entries.filter(
        amendment=None, kind__in=[Kind.ALLOCATION, Kind.TRANSFER, Kind.QUOTA]
    ):
        yield f"entry {entry.seq} belongs to no version of the strategy"
