"""From the ranked list to the board's decision: prepare, retract, confirm. Money and status move in one transaction."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from applications import workflow
from applications.models import Application, Status
from applications.selection import impartiality
from applications.selection.models import Decision, DecisionItem, Outcome, Score
from applications.selection.operations import assessing
from applications.selection.publicity import project_of
from applications.selection.ranking import Candidate, Row, Rules, in_words, protocol, rank
from applications.selection.waitlist import left_of_call
from budget import operations as budget
from budget.models import Action, Entry
from budget.projects.operations.opening import open_project
from calls.models import Call
from strategy_portal import database
from strategy_portal.accounts.models import User
from strategy_portal.canonical import canonical, digest
from strategy_portal.errors import DomainError, NotReady, OverBudget, Stale
from strategy_portal.language import in_the_records_language
from strategy_portal.money import ZERO
from strategy_portal.requests.press import is_repeated


@dataclass(frozen=True)
class Proposal:
    """What the coordinator proposes for one application; `reason` where it differs from the ranking's own."""

    outcome: str
    reason: str = ""


@dataclass(frozen=True)
class Ranking:
    """The ranked list of a call's scored applications, with what there is room for and the protocol's hash."""

    call: Call
    action: Action
    rows: list[Row]
    applications: dict[str, Application]
    money: Decimal
    places: int | None
    protocol: str

    @property
    def sha256(self) -> str:
        return digest(self.protocol)


def ranking_of(call: Call) -> Ranking:
    """The ranking of the applications of `call` that are scored and not yet decided about."""
    action = Action.objects.with_balance().get(pk=call.action_id)
    scored = call.applications.filter(status=Status.SCORED).select_related("organisation", "call")
    applications = {application.number: application for application in scored.order_by("sequence")}
    candidates = candidates_of(applications)
    rules = Rules(call.pass_mark, tuple(call.tie_break), call.overflow)
    money = max(ZERO, min(left_of_call(call), action.left))
    places = action.places_left if action.account.quota_is_binding else None
    rows = rank(candidates, rules, money=money, places=places)
    return Ranking(call, action, rows, applications, money, places, protocol(candidates, rules))


def candidates_of(applications: Mapping[str, Application]) -> list[Candidate]:
    """The pure inputs of the ranking, from the submitted sheets that stand."""
    sheets: dict[int, dict[int, tuple[Decimal, ...]]] = {
        application.pk: {} for application in applications.values()
    }
    standing = Score.objects.filter(
        sheet__application__in=sheets, sheet__submitted_at__isnull=False, sheet__voided_at=None
    )
    for score in standing.select_related("sheet", "criterion").order_by(
        "sheet", "criterion__position"
    ):
        of_application = sheets[score.sheet.application_id]
        of_application[score.sheet_id] = (
            *of_application.get(score.sheet_id, ()),
            assessing.weighted(score),
        )
    return [
        Candidate(
            number, tuple(sheets[one.pk].values()), one.requested, one.submitted_at.isoformat()
        )
        for number, one in applications.items()
    ]


@transaction.atomic(durable=True)
def prepare(
    call: Call, proposals: Mapping[str, Proposal], *, by: User, sha256: str, request_key: UUID
) -> Decision:
    """Propose `proposals` (by application number) to the manager; whoever is to be funded gets money reserved.

    `sha256` is that of the ranking the coordinator saw. Raises Stale when the ranking moved or a decision stands,
    OverBudget or OverQuota naming the cap, NotReady where a departure from the ranking lacks its reason.
    """
    said = sorted(
        (number, proposal.outcome, proposal.reason) for number, proposal in proposals.items()
    )
    if is_repeated(request_key, ["prepare", call.pk, sha256, said], by=by):
        return Decision.objects.get(request_key=request_key)
    call = Call.objects.select_for_update(no_key=True).get(pk=call.pk)
    workflow.lock_together(call.applications.filter(status=Status.SCORED))
    ranking = ranking_of(call)
    refuse_unfit(ranking, proposals, by=by, sha256=sha256)
    decision = Decision.objects.create(
        call=call,
        prepared_by=by,
        protocol=ranking.protocol,
        sha256=ranking.sha256,
        request_key=request_key,
    )
    problems: list[str] = []
    for order, row in enumerate(ranking.rows, start=1):
        propose(decision, order, row, ranking, proposals, problems)
    if problems:
        raise NotReady(problems)
    return decision


def refuse_unfit(
    ranking: Ranking, proposals: Mapping[str, Proposal], *, by: User, sha256: str
) -> None:
    """Raise unless the page the coordinator decided from still holds and nothing binds them to an applicant."""
    if ranking.call.decisions.standing().exists():
        raise Stale(_("A decision of this call already awaits confirmation."))
    if not ranking.rows:
        raise Stale(_("There is no scored application to decide about."))
    if ranking.sha256 != sha256 or set(proposals) != set(ranking.applications):
        raise Stale(_("The ranking has changed. Look at it anew and decide again."))
    refuse_conflicted(by, ranking.applications.values())


def refuse_conflicted(user: User, applications: Iterable[Application]) -> None:
    """Raise if the person has a conflict of interest with one of `applications`, or is to judge it undeclared."""
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


def propose(
    decision: Decision,
    order: int,
    row: Row,
    ranking: Ranking,
    proposals: Mapping[str, Proposal],
    problems: list[str],
) -> None:
    """Reserve the money of one application if it is to be funded, and write down what is proposed for it."""
    number = row.candidate.number
    proposal = proposals[number]
    application = workflow.lock(ranking.applications[number], "propose")
    if row.why == "mark" and proposal.outcome != Outcome.REJECT:
        problems.append(
            _("%(number)s is below the pass mark: it can't be funded.") % {"number": number}
        )
        return
    entry = reserve(decision, application) if proposal.outcome == Outcome.FUND else None
    departs = proposal.outcome != row.outcome
    if departs and not proposal.reason.strip():
        problems.append(
            _("%(number)s: say why the proposal differs from the ranking.") % {"number": number}
        )
        return
    with in_the_records_language():
        words = in_words(row, ranking.call.pass_mark)
    DecisionItem.objects.create(
        decision=decision,
        application=application,
        order=order,
        place=row.place,
        score=row.candidate.score,
        outcome=proposal.outcome,
        amount=entry.amount if entry else None,
        reservation=entry,
        reason=proposal.reason.strip() or words,
    )
    workflow.move(application, "propose", by=decision.prepared_by)


def reserve(decision: Decision, application: Application) -> Entry:
    call, amount = decision.call, application.requested
    if amount > (left := left_of_call(call)):
        raise OverBudget(
            budget.shortage(_("call %(number)s") % {"number": call.number}, left, amount)
        )
    return budget.reserve(
        call.action,
        amount=amount,
        project_number=application.number,
        by=decision.prepared_by,
        rates=call.shares,
        request_key=f"decision:{decision.pk}:reserve:{application.number}",
    )


@transaction.atomic(durable=True)
def retract(
    decision: Decision, *, by: User, reason: str, request_key: UUID | None = None
) -> Decision:
    """Take a decision back before it is confirmed: money returns, applications stand as before.

    The same reason again answers as the first time. Raises Stale if the decision ended otherwise, DomainError for a
    conflict of interest.
    """
    is_again = request_key and is_repeated(request_key, ["retract", decision.pk, reason], by=by)
    fresh = Decision.objects.select_for_update(no_key=True).get(pk=decision.pk)
    if is_again or (fresh.retracted_by_id, fresh.retraction_reason) == (by.pk, reason):
        return fresh
    decision = lock_standing(decision)
    workflow.lock_together(Application.objects.filter(decision_items__decision=decision))
    items = list(
        decision.items.select_related(
            "application__call", "application__organisation", "reservation"
        )
    )
    refuse_conflicted(by, [item.application for item in items])
    transition = "waitlist" if decision.is_promotion else "retract"
    for item in items:
        if item.application.status != Status.PROPOSED:
            continue  # withdrawn in the meantime, and its money with it
        application = workflow.lock(item.application, transition)
        if item.reservation:
            key = f"decision:{decision.pk}:release:{application.number}"
            budget.release(item.reservation, by=by, reason=reason, request_key=key)
        workflow.move(application, transition, by=by, reason=reason)
        if not decision.is_promotion:
            assessing.resume_if_unscored(application, by=by)
    decision.retracted_by, decision.retracted_at, decision.retraction_reason = (
        by,
        database.now(),
        reason,
    )
    decision.save(update_fields=["retracted_by", "retracted_at", "retraction_reason"])
    return decision


@transaction.atomic(durable=True)
def confirm(
    decision: Decision,
    *,
    by: User,
    document: str,
    seen: str | None = None,
    request_key: UUID | None = None,
) -> Decision:
    """Confirm what another person prepared: reservations become awards, the others go to the reserve list or end.

    `document` names the board's decision, `seen` tells the movements the page showed (see moves_of). Confirming again
    with the same document answers as the first time. Raises Stale if it was retracted, its movements are others by
    now or its scores no longer stand, DomainError for the preparer or a conflict.
    """
    is_again = request_key and is_repeated(request_key, ["confirm", decision.pk, document], by=by)
    fresh = Decision.objects.select_for_update(no_key=True).get(pk=decision.pk)
    if (
        is_again
        or fresh.confirmed_at
        and (fresh.confirmed_by_id, fresh.document) == (by.pk, document)
    ):
        return fresh
    decision = lock_standing(decision)
    if decision.prepared_by_id == by.pk:
        raise DomainError(_("Whoever prepared the decision can't confirm it."))
    workflow.lock_together(Application.objects.filter(decision_items__decision=decision))
    items = list(
        decision.items.select_related(
            "application__organisation", "application__call", "reservation"
        )
    )
    if seen is not None and seen != moves_of(items):
        raise Stale(_("The movements of money have changed. Look at them anew and confirm again."))
    for person in (
        decision.prepared_by,
        by,
    ):  # a conflict may have come to light since it was prepared
        refuse_conflicted(person, [item.application for item in items])
    decision.confirmed_by, decision.confirmed_at, decision.document = by, database.now(), document
    decision.save(update_fields=["confirmed_by", "confirmed_at", "document"])
    for item in items:
        if item.application.status != Status.WITHDRAWN:
            carry_out(decision, item)
    return decision


def moves_of(items: Iterable[DecisionItem]) -> str:
    """What tells the movements of money of a page from those of another moment."""
    ordered = sorted(items, key=lambda item: item.pk)
    moves = [
        [item.pk, item.application.status == Status.WITHDRAWN, item.reservation_id and item.split]
        for item in ordered
    ]
    return digest(canonical(moves))


def lock_standing(decision: Decision) -> Decision:
    fresh = (
        Decision.objects.select_for_update(no_key=True, of=("self",))
        .select_related("call")
        .get(pk=decision.pk)
    )
    if not fresh.is_standing:
        raise Stale(_("The decision has been confirmed or retracted already."))
    return fresh


def carry_out(decision: Decision, item: DecisionItem) -> None:
    transition = {Outcome.FUND: "approve", Outcome.WAITLIST: "waitlist", Outcome.REJECT: "reject"}[
        Outcome(item.outcome)
    ]
    application = workflow.lock(item.application, transition)
    if not assessing.is_scored(application):
        raise Stale(
            _("A score of %(number)s no longer counts. Retract the decision and prepare it anew.")
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
