"""From the ranked list to the board's decision: prepare, retract, confirm.

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

# The transition by which an application leaves a confirmed decision
TRANSITION_OF = {
    Outcome.FUND: "approve",
    Outcome.WAITLIST: "waitlist",
    Outcome.REJECT: "reject",
}


@dataclass(frozen=True)
class Proposal:
    """What the coordinator proposes for one application; without an outcome, as it is ranked.

    `reason` says why where it differs from the ranking's own.
    """

    outcome: str = ""
    reason: str = ""


@transaction.atomic(durable=True)
def prepare(call: Call, proposals: Mapping[str, Proposal], press: Press) -> Decision:
    """Propose what the manager may confirm, and reserve the money of those to be funded.

    `proposals` are by application number; whoever is not named is proposed as ranked. press.seen
    is the SHA-256 of the ranking that the coordinator saw. Raises Stale when the ranking moved or
    a decision stands, OverBudget or OverQuota naming the cap, NotReady where a departure from the
    ranking lacks its reason.
    """
    said = {number: asdict(proposal) for number, proposal in proposals.items()}
    if press.is_repeated("prepare", call.pk, press.seen, said):
        return Decision.objects.get(pk=press.made)
    # The call first: its decisions are prepared one after the other
    call = Call.objects.select_for_update(no_key=True).get(pk=call.pk)
    workflow.lock_together(call.applications.filter(status=Status.SCORED))
    ranking = ranking_of(call)
    refuse_unfit(ranking, proposals, press)
    decision = Decision.objects.create(
        call=call,
        prepared_by=press.by,
        protocol=ranking.protocol,
        sha256=ranking.sha256,
    )
    press.remember(decision)
    propose_all(decision, ranking, proposals)
    return decision


def refuse_unfit(ranking: Ranking, proposals: Mapping[str, Proposal], press: Press) -> None:
    """Raise unless what the coordinator saw still holds and nothing binds them to an applicant."""
    if ranking.call.decisions.standing().exists():
        raise Stale(_("A decision of this call already awaits confirmation."))
    if not ranking.rows:
        raise Stale(_("There is no scored application to decide about."))
    names_others = not proposals.keys() <= ranking.applications.keys()
    if ranking.sha256 != press.seen or names_others:
        raise Stale(_("The ranking has changed. Review it and decide again."))
    refuse_conflicted(press.by, ranking.applications.values())


def refuse_conflicted(user: User, applications: Iterable[Application]) -> None:
    """Raise if the person has a conflict of interest with one of `applications`.

    Also where they are to score one of them and have not declared.
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
    """Write down what is proposed for each application, in the order of the ranking."""
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
            # Not raised yet, so that the coordinator reads all problems at once
            problems.append(problem)
    if problems:
        raise NotReady(problems)


def propose(item: DecisionItem, row: Row, proposal: Proposal) -> str:
    """Complete and save the item, and reserve its money if it is to be funded.

    Returns what is wrong with the proposal instead; empty if nothing is.
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
    # After the money: a missing reason matters less than missing money
    if item.outcome != row.outcome and not item.reason:
        return _("%(number)s: say why the proposal differs from the ranking.") % number
    if not item.reason:
        with in_the_records_language():
            item.reason = in_words(row, decision.call.pass_mark)
    item.save()
    workflow.move(item.application, "propose", by=decision.prepared_by)
    return ""


def reserve(decision: Decision, application: Application) -> Entry:
    """Hold what the application asks for until the decision is confirmed or retracted."""
    call = decision.call
    amount = application.requested
    # The budget knows the caps of action, sources and strategy; the call's own sum is ours
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
    """Take a decision back before it is confirmed: money returns, applications stand as before.

    Raises Stale if the decision has ended, DomainError for a conflict of interest.
    """
    if press.is_repeated("retract", decision.pk, reason):
        return Decision.objects.get(pk=decision.pk)
    decision = lock_standing(decision)
    items = lock_items(decision)
    refuse_conflicted(press.by, [item.application for item in items])
    for item in items:
        # An applicant who withdrew in the meantime has taken the money along
        if item.application.status == Status.PROPOSED:
            take_back(decision, item, by=press.by, reason=reason)
    decision.retracted_by = press.by
    decision.retracted_at = database.now()
    decision.retraction_reason = reason
    decision.save(update_fields=["retracted_by", "retracted_at", "retraction_reason"])
    return decision


def take_back(decision: Decision, item: DecisionItem, *, by: User, reason: str) -> None:
    """Give the item's money back, and put its application where it stood before."""
    # One promoted waits again where it waited; its scores have been decided about already
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
    """Confirm what another person prepared.

    Reservations become awards, the other applications go to the waitlist or end. `document` names
    the board's decision; press.seen, where it is given, is moves_of() the items on the page.
    Raises Stale if the decision has ended, its movements are others by now or its scores no longer
    count, DomainError for the preparer or a conflict.
    """
    if press.is_repeated("confirm", decision.pk, press.seen, document):
        return Decision.objects.get(pk=decision.pk)
    decision = lock_standing(decision)
    if decision.prepared_by_id == press.by.pk:
        raise DomainError(_("Whoever prepared the decision can't confirm it."))
    items = lock_items(decision)
    if press.seen and press.seen != moves_of(items):
        raise Stale(_("The movements of money have changed. Review them and confirm again."))
    # The preparer too: a conflict may have come to light since
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
    """What tells the movements of money of a page from those of another moment."""
    # A page may list them in another order
    ordered = sorted(items, key=lambda item: item.pk)
    moves = [[item.pk, item.is_withdrawn, item.reservation_id and item.split] for item in ordered]
    return digest(canonical(moves))


def lock_standing(decision: Decision) -> Decision:
    """The decision as it is now, locked. Raises Stale once it has ended."""
    fresh = (
        Decision.objects.select_for_update(no_key=True, of=("self",))
        .select_related("call")
        .get(pk=decision.pk)
    )
    if not fresh.is_standing:
        raise Stale(_("The decision has been confirmed or retracted already."))
    return fresh


def lock_items(decision: Decision) -> list[DecisionItem]:
    """The items of a locked decision; their applications are locked too, before any money."""
    workflow.lock_together(Application.objects.filter(decision_items__decision=decision))
    return list(
        decision.items.select_related(
            "application__call", "application__organisation", "reservation"
        )
    )


def carry_out(decision: Decision, item: DecisionItem) -> None:
    """Move one application, and its money if it is funded, as the confirmed decision says."""
    transition = TRANSITION_OF[Outcome(item.outcome)]
    application = workflow.lock(item.application, transition)
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
