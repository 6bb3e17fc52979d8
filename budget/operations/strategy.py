"""The strategy's own money: accounts opened and filled once, as amendment number 0."""

from decimal import Decimal

from django.db import transaction

from budget.models import (
    Account,
    Action,
    Amendment,
    AmendmentLine,
    Entry,
    FundingSource,
    Kind,
    Strategy,
)
from budget.operations.posting import Document, post
from strategy_portal.clock import reading as clock


@transaction.atomic
def open_accounts(strategy: Strategy, *, quota_is_binding: bool) -> None:
    """Open empty accounts for a newly loaded strategy, its sources and its actions."""
    Account.objects.create(strategy=strategy)
    for source in strategy.sources.all():
        Account.objects.create(strategy=strategy, source=source)
    for action in strategy.actions.all():
        Account.objects.create(strategy=strategy, action=action, quota_is_binding=quota_is_binding)


@transaction.atomic
def allocate(
    to: Action | FundingSource,
    *,
    amount: Decimal,
    places: int = 0,
    version: Amendment,
    request_key: str,
) -> Entry:
    """Post the first allocation: `amount` (EUR) and, for an action, `places` (projects)."""
    target = {"action": to} if isinstance(to, Action) else {"source": to}
    document = Document(version.document, version.document_date, version.effective_on)
    AmendmentLine.objects.create(amendment=version, **target, after=amount, places_after=places)
    return post(
        Kind.ALLOCATION,
        to.strategy_id,
        **target,
        **document.as_fields(),
        amount=amount,
        places=places,
        amendment=version,
        request_key=request_key,
    )


@transaction.atomic
def open_versions(strategy: Strategy, document: str) -> Amendment:
    """Create amendment number 0, still open: the strategy as its file states it.

    `document` is the one that approved the strategy.
    """
    on = strategy.approved_on
    return Amendment.objects.create(
        strategy=strategy,
        number=0,
        reason=strategy.goal,
        document=document,
        document_date=on,
        effective_on=on,
    )


def put_in_force(version: Amendment) -> None:
    """Close amendment number 0: the strategy as loaded is in force."""
    version.published_at = version.confirmed_at = clock.now()
    version.save(update_fields=["published_at", "confirmed_at"])
