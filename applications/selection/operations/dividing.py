"""Operation: split a proposed grant between the sources by hand, before confirmation."""

from collections.abc import Mapping
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from applications.selection.models import Decision, DecisionItem, ItemSplit
from applications.selection.operations.barring import refuse_conflicted
from applications.selection.operations.deciding import lock_standing
from budget.operations.awarding import refuse_bad_split, refuse_over_caps
from budget.operations.posting import lock
from budget.sources import as_decimals, difference
from strategy_portal.errors import DomainError
from strategy_portal.money import ZERO
from strategy_portal.requests.press import Press


@transaction.atomic(durable=True)
def divide(item: DecisionItem, parts: Mapping[str, Decimal], press: Press) -> Decision:
    """Record how much EUR of each source the grant consists of, while its decision stands.

    Raises Stale once the decision has ended, DomainError if the parts don't add up or for a
    conflict of interest, OverBudget naming the source that lacks money.
    """
    if press.is_repeated("divide", item.pk, dict(parts)):
        return item.decision
    decision = lock_standing(item.decision)
    if not item.reservation:
        raise DomainError(_("This application gets no money."))
    refuse_conflicted(press.by, decision.call)
    # The caps are read next: without the lock another posting could use the same money
    lock(item.reservation.strategy_id)
    refuse_bad_split(item.amount, parts)
    more = difference(parts, as_decimals(item.reservation.split))
    # Only what goes beyond the reservation: the rest is held already. To whom reserved sums are
    # closed, it is the confirmation that refuses
    if press.sees_all:
        refuse_over_caps(decision.call.action, ZERO, more)
    # Added, not updated: the latest one applies, the earlier ones stay on record
    ItemSplit.objects.create(item=item, parts=parts, divided_by=press.by)
    return decision
