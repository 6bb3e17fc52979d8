"""Operations on a prepared decision: retract, confirm.

Money and status move in one transaction.
"""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from applications import workflow
from applications.models import Application, Status
from applications.selection.models import Decision, DecisionItem, Outcome, PaperKind
from applications.selection.operations import scoring
from applications.selection.operations.barring import refuse_conflicted
from applications.selection.publicity import project_of
from applications.selection.sheets import has_enough_sheets
from budget import operations as budget
from budget.operations import Document
from budget.operations.posting import refuse_future
from budget.projects.operations.opening import open_project
from strategy_portal.accounts.models import User
from strategy_portal.canonical import canonical, digest
from strategy_portal.clock import reading as clock
from strategy_portal.errors import DomainError, Stale
from strategy_portal.language import in_the_records_language
from strategy_portal.requests.press import Press

# The transition of an application when its decision is confirmed
TRANSITION_OF = {
    Outcome.FUND: "approve",
    Outcome.WAITLIST: "waitlist",
    Outcome.REJECT: "reject",
}


@dataclass(frozen=True)
class Paper:
    """What the board decided by."""

    kind: PaperKind
    number: str
    dated: date

    def as_document(self) -> Document:
        """The document that the journal's entries name."""
        with in_the_records_language():
            text = _("%(kind)s No. %(number)s")
            return Document(text % {"kind": self.kind.label, "number": self.number}, self.dated)


@transaction.atomic(durable=True)
def retract(decision: Decision, press: Press, *, reason: str) -> Decision:
    """Retract a decision before it is confirmed: releases its money, restores statuses.

    Raises Stale if the decision has ended, DomainError for a conflict of interest.
    """
    if press.is_repeated("retract", decision.pk, reason):
        return Decision.objects.get(pk=decision.pk)
    decision = lock_standing(decision)
    items = lock_items(decision)
    refuse_conflicted(press.by, decision.call)
    # Before the statuses: an application leaves a decision only once that has ended
    decision.retracted_by = press.by
    decision.retracted_at = clock.now()
    decision.retraction_reason = reason
    decision.save(update_fields=["retracted_by", "retracted_at", "retraction_reason"])
    for item in items:
        # A withdrawal in the meantime has released the money already
        if item.application.status == Status.PROPOSED:
            take_back(decision, item, by=press.by, reason=reason)
    decision.refresh_from_db(fields=["retracted_at"])  # as the database stamped it
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
        scoring.follow(application, by=by)


@transaction.atomic(durable=True)
def confirm(decision: Decision, press: Press, *, paper: Paper) -> Decision:
    """Confirm a decision that another person prepared.

    Reservations become awards; other applications go to the waitlist or are rejected. `paper` is
    what the board decided by; press.seen, if given, is moves_of() the items shown. Raises Stale
    if the decision has ended, its movements have changed or a score no longer counts, DomainError
    for the preparer, a conflict of interest, a role that has ended or a paper of the future.
    """
    if press.is_repeated("confirm", decision.pk, press.seen, asdict(paper)):
        return Decision.objects.get(pk=decision.pk)
    decision = lock_standing(decision)
    items = lock_items(decision)
    if press.seen and press.seen != moves_of(items):
        raise Stale(_("The movements of money have changed. Review them and confirm again."))
    refuse_to_confirm(decision, press.by)
    refuse_future(paper.dated)
    decision.confirmed_by = press.by
    decision.confirmed_at = clock.now()
    decision.paper_kind, decision.paper_number = paper.kind, paper.number
    decision.paper_date = paper.dated
    papers = ["paper_kind", "paper_number", "paper_date"]
    decision.save(update_fields=["confirmed_by", "confirmed_at", *papers])
    for item in items:
        if not item.is_withdrawn:
            carry_out(decision, item, paper.as_document(), tells_sums=press.sees_all)
    decision.refresh_from_db(fields=["number", "confirmed_at"])  # as the database gave them
    return decision


def refuse_to_confirm(decision: Decision, user: User) -> None:
    """Raise DomainError unless the user may confirm and the preparer might still prepare.

    The database refuses too; these are the messages.
    """
    if decision.prepared_by_id == user.pk:
        raise DomainError(_("Whoever prepared the decision can't confirm it."))
    if not user.is_manager:
        raise DomainError(_("%(person)s is not a manager now.") % {"person": user})
    if not decision.prepared_by.is_coordinator:
        text = _(
            "%(person)s, who prepared it, is no coordinator now. Retract it, then prepare it again."
        )
        raise DomainError(text % {"person": decision.prepared_by})
    # The preparer too, who may have reported a conflict since
    for person in (decision.prepared_by, user):
        refuse_conflicted(person, decision.call)


def moves_of(items: Iterable[DecisionItem]) -> str:
    """Return a fingerprint of the items' movements of money, as a page showed them."""
    # A withdrawn one moves nothing, and may be closed to the page's reader
    moving = [item for item in items if not item.is_withdrawn]
    # Sorted: a page may list the items in another order
    moves = [
        [item.pk, item.reservation_id and item.split]
        for item in sorted(moving, key=lambda item: item.pk)
    ]
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


def carry_out(
    decision: Decision, item: DecisionItem, document: Document, *, tells_sums: bool
) -> None:
    """Carry out the confirmed decision for one application: status, and award if funded."""
    transition = TRANSITION_OF[Outcome(item.outcome)]
    application = workflow.lock(item.application, transition)
    # A conflict may have voided a sheet after the decision was prepared
    if not has_enough_sheets(application):
        raise Stale(
            _("A score of %(number)s no longer counts. Retract the decision and prepare a new one.")
            % {"number": application.number}
        )
    if item.reservation:
        award = budget.award(
            item.reservation,
            by=decision.confirmed_by,
            document=document,
            tells_sums=tells_sums,
            split=item.split,
            prepared_by=decision.prepared_by,
            request_key=f"decision:{decision.pk}:award:{application.number}",
        )
        open_project(project_of(application), award)
    workflow.move(application, transition, by=decision.confirmed_by, reason=item.reason)
