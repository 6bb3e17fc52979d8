"""From the reserve list to a new proposal, when money or a place returns: the next that fits, the passed over named."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from applications import workflow
from applications.models import Application
from applications.selection.models import Decision, DecisionItem, Outcome, PassedOver
from applications.selection.operations.deciding import refuse_conflicted, reserve
from applications.selection.waitlist import Line, line_of
from calls.models import Call
from strategy_portal.accounts.models import User
from strategy_portal.errors import Stale
from strategy_portal.language import in_the_records_language
from strategy_portal.requests.press import is_repeated


@transaction.atomic(durable=True)
def promote(call: Call, *, by: User, sha256: str, request_key: UUID) -> Decision:
    """Propose the next of the call's reserve list that fits; another person confirms it as any decision.

    `sha256` is that of the line the coordinator saw. Raises Stale when the line or its room moved, a decision stands
    or nobody fits; OverBudget, OverQuota, DomainError as preparing a decision does.
    """
    if is_repeated(request_key, ["promote", call.pk, sha256], by=by):
        return Decision.objects.get(request_key=request_key)
    call = Call.objects.select_for_update(no_key=True).get(pk=call.pk)
    workflow.lock_together(Application.objects.filter(call=call, status="waitlisted"))
    line = line_of(call)
    if call.decisions.standing().exists():
        raise Stale(_("A decision of this call already awaits confirmation."))
    if line.sha256 != sha256 or line.next is None:
        raise Stale(_("The reserve list or the money has changed. Look at it anew."))
    refuse_conflicted(by, [item.application for item in line.items])
    decision = Decision.objects.create(
        call=call,
        is_promotion=True,
        prepared_by=by,
        protocol=line.protocol,
        sha256=sha256,
        request_key=request_key,
    )
    propose_next(decision, line)
    return decision


def propose_next(decision: Decision, line: Line) -> None:
    """Reserve the money of the next application and write down whom it passed."""
    seen = line.next
    application = workflow.lock(seen.application, "promote")
    entry = reserve(decision, application)
    with in_the_records_language():
        reasons = [line.why_not(item) for item in line.passed_over]
        why = _("No. %(position)d of the reserve list: money or a place returned.") % {
            "position": line.position
        }
    DecisionItem.objects.create(
        decision=decision,
        application=application,
        order=1,
        place=seen.place,
        score=seen.score,
        outcome=Outcome.FUND,
        amount=entry.amount,
        reservation=entry,
        reason=why,
    )
    for order, (item, reason) in enumerate(zip(line.passed_over, reasons, strict=True), start=1):
        PassedOver.objects.create(
            decision=decision, application=item.application, order=order, reason=reason
        )
    workflow.move(application, "promote", by=decision.prepared_by, reason=why)
