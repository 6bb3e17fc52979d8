"""Operation: promote those next on the waitlist to a new proposal.

Those passed over are recorded with the reason.
"""

from collections.abc import Collection

from django.db import transaction
from django.utils.translation import gettext as _

from applications import workflow
from applications.models import Application, Status
from applications.selection.models import Decision, DecisionItem, Outcome, PassedOver
from applications.selection.operations.barring import refuse_conflicted
from applications.selection.operations.preparing import reserve
from applications.selection.waitlist import Waiting, Waitlist, waitlist_of
from calls.models import Call
from strategy_portal.errors import NotReady, Stale
from strategy_portal.language import in_the_records_language
from strategy_portal.requests.press import Press
from strategy_portal.templatetags import ordinal


@transaction.atomic(durable=True)
def promote(
    call: Call, press: Press, *, chosen: Collection[str] = (), reason: str = ""
) -> Decision:
    """Propose those next on the call's waitlist that fit; another person confirms it.

    Of equals that don't all fit, `chosen` (numbers) are proposed, for the `reason` given.
    press.seen is the SHA-256 of the waitlist that the page showed. Raises Stale if the list or
    what is available has changed, another decision stands or nobody fits; NotReady if a choice or
    its reason is missing; OverBudget, OverQuota and DomainError as preparing.prepare does.
    """
    if press.is_repeated("promote", call.pk, press.seen, sorted(chosen), reason):
        return Decision.objects.get(pk=press.made)
    # The call first, as in preparing.prepare: one decision of a call at a time
    call = Call.objects.select_for_update(no_key=True).get(pk=call.pk)
    # All that wait, not only the next: a withdrawal meanwhile would change which is next
    workflow.lock_together(Application.objects.filter(call=call, status=Status.WAITLISTED))
    # Read after the locks: before them it could be older than the last withdrawal
    waitlist = waitlist_of(call, proposed=press.sees_all)
    if call.decisions.standing().exists():
        raise Stale(_("A decision of this call already awaits confirmation."))
    if waitlist.sha256 != press.seen or not waitlist.next:
        raise Stale(_("The waitlist or the money has changed. Review it again."))
    # The whole call: promoting one application affects all that wait
    refuse_conflicted(press.by, call)
    promoted = promoted_of(waitlist, chosen, reason)
    decision = Decision.objects.create(
        call=call,
        is_promotion=True,
        prepared_by=press.by,
        protocol=waitlist.protocol,
        sha256=waitlist.sha256,
    )
    press.remember(decision)
    for order, waiting in enumerate(promoted, start=1):
        propose(decision, waiting, order, reason, tells_sums=press.sees_all)
    note_passed_over(decision, waitlist, promoted)
    return decision


def promoted_of(waitlist: Waitlist, chosen: Collection[str], reason: str) -> list[Waiting]:
    """Return those to promote: all that are next, or the `chosen` ones of equals.

    Raises NotReady if there is something to choose and nothing, or no reason, is given.
    """
    if not waitlist.needs_a_choice:
        return waitlist.next
    promoted = [waiting for waiting in waitlist.next if waiting.number in chosen]
    problems = []
    if not promoted:
        problems.append(_("They share a place and don't all fit: choose whom to propose."))
    if not reason.strip():
        problems.append(_("Say why the board should choose so."))
    if problems:
        raise NotReady(problems)
    return promoted


def propose(
    decision: Decision, waiting: Waiting, order: int, reason: str, *, tells_sums: bool
) -> None:
    """Reserve money for an application and propose to fund it."""
    application = workflow.lock(waiting.application, "promote")
    entry = reserve(decision, application, tells_sums=tells_sums)
    with in_the_records_language():
        why = _("No. %(position)s on the waitlist: money or a place became available.") % {
            "position": ordinal(waiting.place)
        }
    why = f"{why} {reason.strip()}".strip()
    DecisionItem.objects.create(
        decision=decision,
        application=application,
        order=order,
        place=waiting.place,
        score=waiting.score,
        outcome=Outcome.FUND,
        amount=entry.amount,
        reservation=entry,
        reason=why,
    )
    workflow.move(application, "promote", by=decision.prepared_by, reason=why)


def note_passed_over(decision: Decision, waitlist: Waitlist, promoted: list[Waiting]) -> None:
    """Record the applications passed over, and why."""
    equals = [one for one in waitlist.line if one.place == waitlist.position]
    passed = [*waitlist.passed_over, *(one for one in equals if one not in promoted)]
    # The reasons are stored, so they are in the records' language, not the reader's
    with in_the_records_language():
        not_chosen = _("It shares its place with others, whom the board is asked to choose.")
        reasons = [(one, waitlist.why_not(one) or not_chosen) for one in passed]
    for order, (waiting, why) in enumerate(reasons, start=1):
        PassedOver.objects.create(
            decision=decision, application=waiting.application, order=order, reason=why
        )
