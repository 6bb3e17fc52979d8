"""Payment claims of a project and what came of them: registered, approved, paid; and money that comes back."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from budget.operations.awarding import refuse_bad_split
from budget.operations.posting import Document, refuse_future, shortage
from budget.projects.models import Claim, ClaimKind, Project, ProjectStatus
from budget.projects.operations.contracts import (
    Asked,
    carry_out,
    move,
    refuse_moved,
    refuse_wrong_status,
    source_name,
    step,
)
from budget.projects.position import Movement, Position
from strategy_portal.errors import DomainError, OverBudget, Stale
from strategy_portal.money import ZERO
from strategy_portal.templatetags import eur

Split = Mapping[str, Decimal]


def register_claim(
    project: Project,
    asked: Asked,
    *,
    kind: ClaimKind,
    number: str,
    received_on: date,
    claimed: Decimal,
) -> Claim:
    """Write down a payment claim as it came: `claimed` EUR. No money moves yet.

    Raises Stale unless the project runs, DomainError for a number that is already used.
    """
    with step(project, asked, [kind, number, received_on, claimed], name="claim") as position:
        if position is None:
            return project.claims.get(number=number)
        refuse_wrong_status(position.project, {ProjectStatus.RUNNING})
        refuse_future(received_on)
        if position.project.claims.filter(number=number).exists():
            raise DomainError(
                _("The project already has a claim No. %(number)s.") % {"number": number}
            )
        return Claim.objects.create(
            project=position.project,
            kind=kind,
            number=number,
            received_on=received_on,
            claimed=claimed,
            registered_by=asked.by,
        )


def approve_claim(
    claim: Claim, asked: Asked, *, approved: Decimal, approved_on: date, reason: str = ""
) -> Claim:
    """Write down what of a claim was approved (EUR); nothing of it is a rejection. Less than claimed needs a reason.

    Raises OverBudget for more than the project has neither been paid nor promised by other claims, Stale if it was
    approved before or the project has no contract.
    """
    with step(
        claim.project, asked, [claim.pk, approved, approved_on, reason], name="approve_claim"
    ) as position:
        if position is None:
            return Claim.objects.get(pk=claim.pk)
        refuse_wrong_status(position.project, {ProjectStatus.RUNNING, ProjectStatus.SUSPENDED})
        claim = Claim.objects.select_for_update(no_key=True).get(pk=claim.pk)
        if claim.approved is not None:
            raise Stale(_("The claim has been approved or rejected already."))
        refuse_future(approved_on)
        if approved > claim.claimed:
            raise DomainError(
                _("Not more than the %(claimed)s claimed can be approved.")
                % {"claimed": eur(claim.claimed)}
            )
        if approved < claim.claimed and not reason:
            raise DomainError(_("Say why less than claimed is approved."))
        if approved > (free := max(ZERO, sum(position.unpaid.values(), ZERO) - position.promised)):
            raise OverBudget(shortage(cap_of(position), free, approved))
        claim.approved, claim.approved_on, claim.approved_by, claim.reason = (
            approved,
            approved_on,
            asked.by,
            reason,
        )
        claim.save(update_fields=["approved", "approved_on", "approved_by", "reason"])
        return claim


def pay(
    claim: Claim, asked: Asked, *, amount: Decimal, document: Document, split: Split | None = None
) -> Claim:
    """Write down the payment of an approved claim. EUR; `effective_on` of the document is the day it was paid.

    Raises OverBudget for more than approved or than the project holds (of a source, too), Stale if it is paid.
    """
    with step(
        claim.project, asked, [claim.pk, amount, asdict(document), split], name="pay"
    ) as position:
        if position is None:
            return Claim.objects.get(pk=claim.pk)
        Claim.objects.select_for_update(no_key=True).get(pk=claim.pk)
        claim = Claim.objects.select_related("payment__closed_by").get(pk=claim.pk)
        movement = plan_payment(position, claim, amount, split)
        refuse_moved(position, asked, movement)
        claim.payment = carry_out(position, movement, asked, document)
        claim.save(update_fields=["payment"])
        return claim


def recover(
    project: Project,
    asked: Asked,
    *,
    amount: Decimal,
    document: Document,
    reason: str,
    split: Split | None = None,
) -> Project:
    """Write down money that was paid and came back (EUR). Of a project that has ended it returns to the action at once.

    Raises OverBudget for more than was paid (from a source, too).
    """
    with step(
        project, asked, [amount, asdict(document), reason, split], name="recover"
    ) as position:
        if position is None:
            return project
        recovery, *release = plan_recovery(position, amount, split)
        refuse_moved(position, asked, recovery, *release)
        entry = carry_out(position, recovery, asked, document, reason)
        for movement in release:
            carry_out(position, movement, asked, document, reason)
        return move(
            position.project, "recover", asked, entry=entry, document=document, reason=reason
        )


def plan_payment(
    position: Position, claim: Claim, amount: Decimal, split: Split | None
) -> Movement:
    """The payment's entry; raises OverBudget beyond what was approved or what the project holds (EUR), Stale."""
    refuse_wrong_status(position.project, {ProjectStatus.RUNNING})
    if not claim.approved or claim.is_paid:
        raise Stale(_("Only an approved claim that is not paid yet can be paid."))
    if amount > claim.approved:
        raise OverBudget(
            shortage(_("claim No. %(number)s") % {"number": claim.number}, claim.approved, amount)
        )
    refuse_over(cap_of(position), position.unpaid, amount)
    movement = position.payment(amount, split)
    refuse_beyond_sources(position, movement.split, position.unpaid, amount)
    return movement


def plan_recovery(position: Position, amount: Decimal, split: Split | None) -> list[Movement]:
    """The recovery's entry and, of a project that has ended, the release after it; raises beyond what was paid."""
    refuse_over(_("what was paid"), position.paid, amount)
    movement = position.recovery(amount, split)
    refuse_beyond_sources(position, movement.split, position.paid, amount)
    release = position.closing(movement.split) if position.project.has_ended else None
    return [movement, release] if release else [movement]


def cap_of(position: Position) -> str:
    return _("project %(number)s") % {"number": position.project.number}


def refuse_over(cap: str, available: Split, amount: Decimal) -> None:
    """Raise OverBudget, naming the cap, if `amount` (EUR) is more than all that is `available`."""
    if amount > (total := sum(available.values(), ZERO)):
        raise OverBudget(shortage(cap, total, amount))


def refuse_beyond_sources(
    position: Position, split: Split, available: Split, amount: Decimal
) -> None:
    """Raise unless the parts add up to `amount` and none is more than is `available` of its source (EUR)."""
    refuse_bad_split(amount, split)
    for code, part in split.items():
        if part > available[code]:
            cap = _("source “%(name)s”") % {"name": source_name(position, code)}
            raise OverBudget(shortage(cap, available[code], part))
