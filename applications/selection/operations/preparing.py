"""Operation: prepare a decision on the ranked applications of a call, and reserve its money."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from applications import workflow
from applications.models import Application, Status
from applications.selection.call_ranking import Ranking, ranking_of
from applications.selection.funding_line import Row, in_words
from applications.selection.models import Decision, DecisionItem, Outcome
from applications.selection.operations.barring import refuse_conflicted, refuse_open
from applications.selection.waitlist import left_of_call
from budget import operations as budget
from budget.models import Entry
from calls.models import Call
from strategy_portal.errors import NotReady, OverBudget, Stale
from strategy_portal.language import in_the_records_language
from strategy_portal.requests.press import Press


@dataclass(frozen=True)
class Proposal:
    """The coordinator's proposal for one application; without an outcome, as ranked.

    `reason` is required where the outcome differs from the ranking's, or the ranking has none.
    `split` is EUR by source, if the grant is to be divided by hand.
    """

    outcome: str = ""
    reason: str = ""
    split: Mapping[str, Decimal] | None = None


# Durable, like every operation that moves money: an enclosing transaction could undo it
@transaction.atomic(durable=True)
def prepare(
    call: Call, proposals: Mapping[str, Proposal], press: Press, *, unscored_reason: str = ""
) -> Decision:
    """Prepare a decision for the manager to confirm, and reserve the money of funded items.

    `proposals` are by application number; applications not named are proposed as ranked.
    `unscored_reason` says why to decide while applications of the call are not scored.
    press.seen is the SHA-256 of the ranking that the page showed. Raises Stale if the ranking has
    changed, a decision stands or the call is open; OverBudget or OverQuota naming the cap;
    NotReady if a departure from the ranking or an unscored application lacks a reason;
    DomainError for a conflict of interest.
    """
    said = {number: asdict(proposal) for number, proposal in proposals.items()}
    if press.is_repeated("prepare", call.pk, press.seen, said, unscored_reason):
        return Decision.objects.get(pk=press.made)
    # Call (or decision), applications, money: all operations here lock in this order, so none
    # can deadlock with another
    call = Call.objects.select_for_update(no_key=True).get(pk=call.pk)
    workflow.lock_together(call.applications.live())
    # Read after the locks, in a statement of its own: a snapshot taken before would be stale
    ranking = ranking_of(call, proposed=press.sees_all)
    refuse_unfit(ranking, proposals, press)
    refuse_unscored(call, unscored_reason)
    decision = Decision.objects.create(
        call=call,
        prepared_by=press.by,
        protocol=ranking.protocol,
        sha256=ranking.sha256,
        unscored_reason=unscored_reason,
    )
    # A proposal that fails undoes this row too: all in one transaction
    press.remember(decision)
    propose_all(decision, ranking, proposals, tells_sums=press.sees_all)
    return decision


def refuse_unfit(ranking: Ranking, proposals: Mapping[str, Proposal], press: Press) -> None:
    """Raise Stale if nothing can be decided now or the ranking isn't the one seen.

    Raises DomainError for a conflict of interest.
    """
    refuse_open(ranking.call)
    if ranking.call.decisions.standing().exists():
        raise Stale(_("A decision of this call already awaits confirmation."))
    if not ranking.rows:
        raise Stale(_("There is no scored application to decide about."))
    names_others = not proposals.keys() <= ranking.applications.keys()
    if ranking.sha256 != press.seen or names_others:
        raise Stale(_("The ranking has changed. Review it and decide again."))
    refuse_conflicted(press.by, ranking.call)


def unscored(call: Call) -> list[Application]:
    """The applications of the call that are neither scored nor rejected nor withdrawn."""
    return list(call.applications.filter(status__in=Status.unscored()).order_by("sequence"))


def refuse_unscored(call: Call, reason: str) -> None:
    """Raise NotReady, naming them, if applications are not scored and no reason is given."""
    left = unscored(call)
    if left and not reason.strip():
        numbers = ", ".join(application.number for application in left)
        raise NotReady(
            [
                _("Not scored yet: %(numbers)s. Say why to decide without them.")
                % {"numbers": numbers}
            ]
        )


def propose_all(
    decision: Decision,
    ranking: Ranking,
    proposals: Mapping[str, Proposal],
    *,
    tells_sums: bool,
) -> None:
    """Create an item for each application in ranking order. Raises NotReady with all problems."""
    problems = []
    for order, row in enumerate(ranking.rows, start=1):
        item = DecisionItem(
            decision=decision,
            application=workflow.lock(ranking.applications[row.number], "propose"),
            order=order,
            place=row.place,
            score=row.score,
        )
        proposal = proposals.get(row.number, Proposal())
        if problem := propose(item, row, proposal, tells_sums=tells_sums):
            # Collected, so that the coordinator reads all problems at once
            problems.append(problem)
    if problems:
        raise NotReady(problems)


def propose(item: DecisionItem, row: Row, proposal: Proposal, *, tells_sums: bool) -> str:
    """Complete and save the item, and reserve its money if it is to be funded.

    Returns the problem instead if the proposal has one, else an empty text.
    """
    number = {"number": row.number, "place": row.place}
    decision = item.decision
    item.outcome = proposal.outcome or row.outcome or ""
    item.reason = proposal.reason.strip()
    if not item.outcome:
        return _("%(number)s shares place %(place)d: choose what to propose.") % number
    if row.is_below_mark and item.outcome != Outcome.REJECT:
        return _("%(number)s is below the pass mark: it can't be funded.") % number
    if item.outcome == Outcome.FUND:
        item.reservation = reserve(
            decision, item.application, proposal.split, tells_sums=tells_sums
        )
        item.amount = item.reservation.amount
    # After reserving: missing money is the more important problem to report
    if item.outcome != row.outcome and not item.reason:
        return reason_missing(row) % number
    if not item.reason:
        with in_the_records_language():
            item.reason = in_words(row, decision.call.pass_mark)
    item.save()
    workflow.move(item.application, "propose", by=decision.prepared_by)
    return ""


def reason_missing(row: Row) -> str:
    if row.is_tied:
        return _("%(number)s shares place %(place)d: say why the board should choose so.")
    return _("%(number)s: say why the proposal differs from the ranking.")


def reserve(
    decision: Decision,
    application: Application,
    split: Mapping[str, Decimal] | None = None,
    *,
    tells_sums: bool,
) -> Entry:
    """Reserve the requested EUR until the decision is confirmed or retracted.

    `split` is EUR by source; by default it follows the call's shares. Raises OverBudget or
    OverQuota naming the cap, with what it lacks if it `tells_sums`.
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
        split=split,
        tells_sums=tells_sums,
        request_key=f"decision:{decision.pk}:reserve:{application.number}",
    )
