"""Operations on decisions: prepare, retract, confirm.

Money and status move in one transaction.
"""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from applications import workflow
from applications.models import Application, Status
from applications.selection import impartiality
from applications.selection.call_ranking import Ranking, ranking_of
from applications.selection.models import Decision, DecisionItem, Outcome
from applications.selection.operations import scoring
from applications.selection.publicity import project_of
from applications.selection.ranking import Row, in_words
from applications.selection.waitlist import left_of_call
from budget import operations as budget
from budget.models import Entry
from budget.projects.operations.opening import open_project
from calls.models import Call
from strategy_portal import database
from strategy_portal.accounts.models import User
from strategy_portal.canonical import canonical, digest
from strategy_portal.errors import DomainError, NotReady, OverBudget, Stale
from strategy_portal.language import in_the_records_language
from strategy_portal.requests.press import Press

# The transition of an application when its decision is confirmed
TRANSITION_OF = {
    Outcome.FUND: "approve",
    Outcome.WAITLIST: "waitlist",
    Outcome.REJECT: "reject",
}


@dataclass(frozen=True)
class Proposal:
    """The coordinator's proposal for one application; without an outcome, as ranked.

    `reason` is required where the outcome differs from the ranking's.
    """

    outcome: str = ""
    reason: str = ""


# Durable, like every operation that moves money: an enclosing transaction could undo it
@transaction.atomic(durable=True)
def prepare(call: Call, proposals: Mapping[str, Proposal], press: Press) -> Decision:
    """Prepare a decision for the manager to confirm, and reserve the money of funded items.

    `proposals` are by application number; applications not named are proposed as ranked.
    press.seen is the SHA-256 of the ranking that the page showed. Raises Stale if the ranking has
    changed or a decision stands, OverBudget or OverQuota naming the cap, NotReady if a departure
    from the ranking lacks a reason, DomainError for a conflict of interest.
    """
    said = {number: asdict(proposal) for number, proposal in proposals.items()}
    if press.is_repeated("prepare", call.pk, press.seen, said):
        return Decision.objects.get(pk=press.made)
    # Call (or decision), applications, money: all operations here lock in this order, so none
    # can deadlock with another
    call = Call.objects.select_for_update(no_key=True).get(pk=call.pk)
    workflow.lock_together(call.applications.filter(status=Status.SCORED))
    # Read after the locks, in a statement of its own: a snapshot taken before would be stale
    ranking = ranking_of(call)
    refuse_unfit(ranking, proposals, press)
    decision = Decision.objects.create(
        call=call,
        prepared_by=press.by,
        protocol=ranking.protocol,
        sha256=ranking.sha256,
    )
    # A proposal that fails undoes this row too: all in one transaction
    press.remember(decision)
    propose_all(decision, ranking, proposals)
    return decision


def refuse_unfit(ranking: Ranking, proposals: Mapping[str, Proposal], press: Press) -> None:
    """Raise Stale if the ranking isn't the one seen, DomainError for a conflict of interest."""
    if ranking.call.decisions.standing().exists():
        raise Stale(_("A decision of this call already awaits confirmation."))
    if not ranking.rows:
        raise Stale(_("There is no scored application to decide about."))
    names_others = not proposals.keys() <= ranking.applications.keys()
    if ranking.sha256 != press.seen or names_others:
        raise Stale(_("The ranking has changed. Review it and decide again."))
    refuse_conflicted(press.by, ranking.applications.values())


def refuse_conflicted(user: User, applications: Iterable[Application]) -> None:
    """Raise DomainError if the user has a conflict of interest with one of `applications`.

    Also if they are to score one of them and have not declared yet.
    """
    if numbers := impartiality.conflicted_numbers(user, applications):
        raise DomainError(
            _("%(person)s has a conflict of interest: %(numbers)s. Somebody else must do this.")
            % {"person": user, "numbers": ", ".join(numbers)}
        )
    if numbers := impartiality.undeclared_numbers(user, applications):
        raise DomainError(
            _("Sign the declarations of impartiality first: %(numbers)s.")
            % {"numbers": ", ".join(numbers)}
        )


def propose_all(decision: Decision, ranking: Ranking, proposals: Mapping[str, Proposal]) -> None:
    """Create an item for each application in ranking order. Raises NotReady with all problems."""
    problems = []
    for order, row in enumerate(ranking.rows, start=1):
        item = DecisionItem(
            decision=decision,
            application=workflow.lock(ranking.applications[row.number], "propose"),
            order=order,
            place=row.place,
            score=row.candidate.score,
        )
        if problem := propose(item, row, proposals.get(row.number, Proposal())):
            # Collected, so that the coordinator reads all problems at once
            problems.append(problem)
    if problems:
        raise NotReady(problems)


def propose(item: DecisionItem, row: Row, proposal: Proposal) -> str:
    """Complete and save the item, and reserve its money if it is to be funded.

    Returns the problem instead if the proposal has one, else an empty text.
    """
    number = {"number": row.number}
    decision = item.decision
    item.outcome = Outcome(proposal.outcome or row.outcome)
    item.reason = proposal.reason.strip()
    if row.is_below_mark and item.outcome != Outcome.REJECT:
        return _("%(number)s is below the pass mark: it can't be funded.") % number
    if item.outcome == Outcome.FUND:
        item.reservation = reserve(decision, item.application)
        item.amount = item.reservation.amount
    # After reserving: missing money is the more important problem to report
    if item.outcome != row.outcome and not item.reason:
        return _("%(number)s: say why the proposal differs from the ranking.") % number
    if not item.reason:
        with in_the_records_language():
            item.reason = in_words(row, decision.call.pass_mark)
    item.save()
    workflow.move(item.application, "propose", by=decision.prepared_by)
    return ""


def reserve(decision: Decision, application: Application) -> Entry:
    """Reserve the requested EUR until the decision is confirmed or retracted.

    Raises OverBudget or OverQuota naming the cap.
    """
    call = decision.call
    amount = application.requested
    # The budget checks the caps of action, sources and strategy, but doesn't know calls
    left = left_of_call(call)
    if amount > left:
        name = _("call %(number)s") % {"number": call.number}
        raise OverBudget(budget.shortage(name, left, amount))
    return budget.reserve(
        call.action,
        amount=amount,
        project_number=application.number,
        by=decision.prepared_by,
        rates=call.shares,
        request_key=f"decision:{decision.pk}:reserve:{application.number}",
    )


@transaction.atomic(durable=True)
def retract(decision: Decision, press: Press, *, reason: str) -> Decision:
    """Retract a decision before it is confirmed: releases its money, restores statuses.

    Raises Stale if the decision has ended, DomainError for a conflict of interest.
    """
    if press.is_repeated("retract", decision.pk, reason):
        return Decision.objects.get(pk=decision.pk)
    decision = lock_standing(decision)
    items = lock_items(decision)
    refuse_conflicted(press.by, [item.application for item in items])
    for item in items:
        # A withdrawal in the meantime has released the money already
        if item.application.status == Status.PROPOSED:
            take_back(decision, item, by=press.by, reason=reason)
    decision.retracted_by = press.by
    decision.retracted_at = database.now()
    decision.retraction_reason = reason
    decision.save(update_fields=["retracted_by", "retracted_at", "retraction_reason"])
    return decision


def take_back(decision: Decision, item: DecisionItem, *, by: User, reason: str) -> None:
    """Release the item's money and restore its application's earlier status."""
    # A promoted application returns to the waitlist: an earlier decision put it there
    transition = "waitlist" if decision.is_promotion else "retract"
    application = workflow.lock(item.application, transition)
    if item.reservation:
        key = f"decision:{decision.pk}:release:{application.number}"
        budget.release(item.reservation, by=by, reason=reason, request_key=key)
    workflow.move(application, transition, by=by, reason=reason)
    if not decision.is_promotion:
        scoring.resume_if_unscored(application, by=by)


@transaction.atomic(durable=True)
def confirm(decision: Decision, press: Press, *, document: str) -> Decision:
    """Confirm a decision that another person prepared.

    Reservations become awards; other applications go to the waitlist or are rejected. `document`
    names the board's decision; press.seen, if given, is moves_of() the items shown. Raises Stale
    if the decision has ended, its movements have changed or a score no longer counts, DomainError
    for the preparer or a conflict of interest.
    """
    if press.is_repeated("confirm", decision.pk, press.seen, document):
        return Decision.objects.get(pk=decision.pk)
    decision = lock_standing(decision)
    # The database checks it too; this is the message
    if decision.prepared_by_id == press.by.pk:
        raise DomainError(_("Whoever prepared the decision can't confirm it."))
    items = lock_items(decision)
    if press.seen and press.seen != moves_of(items):
        raise Stale(_("The movements of money have changed. Review them and confirm again."))
    # The preparer too, who may have reported a conflict since
    for person in (decision.prepared_by, press.by):
        refuse_conflicted(person, [item.application for item in items])
    decision.confirmed_by = press.by
    decision.confirmed_at = database.now()
    decision.document = document
    decision.save(update_fields=["confirmed_by", "confirmed_at", "document"])
    for item in items:
        if not item.is_withdrawn:
            carry_out(decision, item)
    return decision


def moves_of(items: Iterable[DecisionItem]) -> str:
    """Return a fingerprint of the items' movements of money, as a page showed them."""
    # Sorted: a page may list the items in another order
    ordered = sorted(items, key=lambda item: item.pk)
    moves = [[item.pk, item.is_withdrawn, item.reservation_id and item.split] for item in ordered]
    return digest(canonical(moves))


def lock_standing(decision: Decision) -> Decision:
    """Return the decision's current row, locked. Raises Stale once it has ended."""
    fresh = (
        Decision.objects.select_for_update(no_key=True, of=("self",))
        .select_related("call")
        .get(pk=decision.pk)
    )
    if not fresh.is_standing:
        raise Stale(_("The decision has been confirmed or retracted already."))
    return fresh


def lock_items(decision: Decision) -> list[DecisionItem]:
    """Return the items of a locked decision, with their applications locked before any money."""
    workflow.lock_together(Application.objects.filter(decision_items__decision=decision))
    return list(
        decision.items.select_related(
            "application__call", "application__organisation", "reservation"
        )
    )


def carry_out(decision: Decision, item: DecisionItem) -> None:
    """Carry out the confirmed decision for one application: status, and award if funded."""
    transition = TRANSITION_OF[Outcome(item.outcome)]
    application = workflow.lock(item.application, transition)
    # A conflict may have voided a sheet after the decision was prepared
    if not scoring.is_scored(application):
        raise Stale(
            _("A score of %(number)s no longer counts. Retract the decision and prepare a new one.")
            % {"number": application.number}
        )
    if item.reservation:
        award = budget.award(
            item.reservation,
            by=decision.confirmed_by,
            document=decision.document,
            split=item.split,
            prepared_by=decision.prepared_by,
            request_key=f"decision:{decision.pk}:award:{application.number}",
        )
        open_project(project_of(application), award)
    workflow.move(application, transition, by=decision.confirmed_by, reason=item.reason)
