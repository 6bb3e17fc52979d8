"""Payment claims of a project: registered as received, then approved or rejected."""

from datetime import date
from decimal import Decimal

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from budget.operations.posting import refuse_future
from budget.projects.models import Claim, ClaimKind, Project
from budget.projects.operations.payments import cap_of, refuse_over
from budget.projects.operations.step import step
from budget.projects.position import Position
from strategy_portal.errors import DomainError
from strategy_portal.money import ZERO
from strategy_portal.requests.press import Press
from strategy_portal.templatetags import eur


def register_claim(
    project: Project,
    press: Press,
    *,
    kind: ClaimKind,
    number: str,
    received_on: date,
    claimed: Decimal,
) -> Claim:
    """Record a received payment claim for `claimed` EUR. No money moves yet.

    Raises Stale unless the project runs, DomainError for a number already used or a future date.
    """
    with step("claim", project, press, kind, number, received_on, claimed) as taken:
        if taken is None:
            return Claim.objects.get(pk=press.made)
        refuse_future(received_on)
        refuse_used_number(taken.project, number)
        claim = Claim.objects.create(
            project=taken.project,
            kind=kind,
            number=number,
            received_on=received_on,
            claimed=claimed,
            registered_by=press.by,
        )
        press.remember(claim)
        return claim


def approve_claim(
    claim: Claim, press: Press, *, approved: Decimal, approved_on: date, reason: str = ""
) -> Claim:
    """Record the outcome of a claim: EUR approved, 0 if rejected; less than claimed needs a reason.

    Raises OverBudget for more than is neither paid nor promised to other claims, DomainError for
    more than claimed, a missing reason or a day before the receipt, Stale if the claim was decided
    before or the project has no contract.
    """
    content = [claim.pk, approved, approved_on]
    with step("approve_claim", claim.project, press, *content, reason=reason) as taken:
        if taken is None:
            return Claim.objects.get(pk=claim.pk)
        claim = taken.read_claim(claim, _("The claim has been approved or rejected already."))
        refuse_future(approved_on)
        refuse_before_receipt(claim, approved_on)
        refuse_wrong_outcome(claim, approved, reason)
        refuse_beyond_free(taken.before, approved)
        claim.approved = approved
        claim.approved_on = approved_on
        claim.approved_by = press.by
        claim.reason = reason
        claim.save(update_fields=["approved", "approved_on", "approved_by", "reason"])
        return claim


def refuse_used_number(project: Project, number: str) -> None:
    if project.claims.filter(number=number).exists():
        raise DomainError(_("The project already has a claim No. %(number)s.") % {"number": number})


def refuse_before_receipt(claim: Claim, approved_on: date) -> None:
    """Raise DomainError if the claim would be approved before it was received."""
    if approved_on < claim.received_on:
        raise DomainError(
            _("The claim was received on %(day)s: it can't be approved earlier.")
            % {"day": date_format(claim.received_on, "SHORT_DATE_FORMAT")}
        )


def refuse_wrong_outcome(claim: Claim, approved: Decimal, reason: str) -> None:
    """Raise DomainError for more than was claimed, or less without a reason. EUR."""
    if approved > claim.claimed:
        raise DomainError(
            _("You can approve at most %(claimed)s.") % {"claimed": eur(claim.claimed)}
        )
    if approved < claim.claimed and not reason:
        raise DomainError(_("Say why less than claimed is approved."))


def refuse_beyond_free(before: Position, approved: Decimal) -> None:
    """Raise OverBudget for more EUR than is neither paid nor promised to other claims."""
    # A corrected payment can leave more promised than there is
    free = max(ZERO, before.unpaid_sum - before.promised)
    refuse_over(cap_of(before), free, approved)
