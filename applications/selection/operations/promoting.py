"""Operation: promote the next application that fits from the waitlist to a new proposal.

Those passed over are recorded with the reason.
"""

from django.db import transaction
from django.utils.translation import gettext as _

from applications import workflow
from applications.models import Application, Status
from applications.selection.models import Decision, DecisionItem, Outcome, PassedOver
from applications.selection.operations.deciding import refuse_conflicted, reserve
from applications.selection.waitlist import Waitlist, waitlist_of
from calls.models import Call
from strategy_portal.errors import Stale
from strategy_portal.language import in_the_records_language
from strategy_portal.requests.press import Press


@transaction.atomic(durable=True)
def promote(call: Call, press: Press) -> Decision:
    """Propose the next application of the call's waitlist that fits; another person confirms it.

    press.seen is the SHA-256 of the waitlist that the page showed. Raises Stale if the list or
    what is available has changed, another decision stands or nobody fits; OverBudget, OverQuota
    and DomainError as deciding.prepare does.
    """
    if press.is_repeated("promote", call.pk, press.seen):
        return Decision.objects.get(pk=press.made)
    # The call first, as in deciding.prepare: one decision of a call at a time
    call = Call.objects.select_for_update(no_key=True).get(pk=call.pk)
    # All that wait, not only the next: a withdrawal meanwhile would change which is next
    workflow.lock_together(Application.objects.filter(call=call, status=Status.WAITLISTED))
    # Read after the locks: before them it could be older than the last withdrawal
    waitlist = waitlist_of(call)
    if call.decisions.standing().exists():
        raise Stale(_("A decision of this call already awaits confirmation."))
    if waitlist.sha256 != press.seen or waitlist.next is None:
        raise Stale(_("The waitlist or the money has changed. Review it again."))
    # The whole list: promoting one application affects all that wait
    refuse_conflicted(press.by, [item.application for item in waitlist.items])
    decision = Decision.objects.create(
        call=call,
        is_promotion=True,
        prepared_by=press.by,
        protocol=waitlist.protocol,
        sha256=waitlist.sha256,
    )
    press.remember(decision)
    propose_next(decision, waitlist)
    note_passed_over(decision, waitlist)
    return decision


def propose_next(decision: Decision, waitlist: Waitlist) -> None:
    """Reserve money for the next application and propose to fund it."""
    waiting = waitlist.next
    application = workflow.lock(waiting.application, "promote")
    entry = reserve(decision, application)
    with in_the_records_language():
        why = _("No. %(position)d on the waitlist: money or a place became available.") % {
            "position": waitlist.position
        }
    DecisionItem.objects.create(
        decision=decision,
        application=application,
        order=1,
        place=waiting.place,
        score=waiting.score,
        outcome=Outcome.FUND,
        amount=entry.amount,
        reservation=entry,
        reason=why,
    )
    workflow.move(application, "promote", by=decision.prepared_by, reason=why)


def note_passed_over(decision: Decision, waitlist: Waitlist) -> None:
    """Record the applications passed over, and why."""
    # The reasons are stored, so they are in the records' language, not the reader's
    with in_the_records_language():
        reasons = [(item, waitlist.why_not(item)) for item in waitlist.passed_over]
    for order, (item, reason) in enumerate(reasons, start=1):
        PassedOver.objects.create(
            decision=decision, application=item.application, order=order, reason=reason
        )
