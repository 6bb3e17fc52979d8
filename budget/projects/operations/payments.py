"""Payments of a project's claims, and recoveries. EUR."""

from decimal import Decimal

from django.utils.translation import gettext as _

from budget.models import Entry, Kind
from budget.operations.awarding import refuse_bad_split
from budget.operations.posting import Document, shortage
from budget.projects.models import Claim, Project
from budget.projects.operations.ending import release_unpaid
from budget.projects.operations.step import Step, step
from budget.projects.position import Position, Split
from budget.sources import divide
from strategy_portal.errors import OverBudget
from strategy_portal.money import ZERO
from strategy_portal.requests.press import Press


def pay(
    claim: Claim, press: Press, *, amount: Decimal, document: Document, split: Split | None = None
) -> Claim:
    """Record the payment of an approved claim; the document takes effect on the day of payment.

    Raises OverBudget for more than was approved or than the project, or a source in it, has left
    to pay, Stale if the claim is already paid.
    """
    content = [claim.pk, amount, split]
    with step("pay", claim.project, press, *content, document=document) as taken:
        if taken is None:
            return Claim.objects.get(pk=claim.pk)
        refusal = _("Only an approved claim that is not paid yet can be paid.")
        claim = taken.read_claim(claim, refusal)
        claim.payment = post_payment(taken, claim, amount, split)
        claim.save(update_fields=["payment"])
        return claim


def recover(
    project: Project,
    press: Press,
    *,
    amount: Decimal,
    document: Document,
    reason: str,
    split: Split | None = None,
) -> Project:
    """Record money that was paid and came back.

    If the project has ended, the money returns to the action at once. Raises OverBudget for more
    than was paid, in total or from a source.
    """
    content = [amount, split]
    with step("recover", project, press, *content, document=document, reason=reason) as taken:
        if taken is None:
            return project
        entry = post_recovery(taken, amount, split)
        if taken.project.has_ended:
            # Read again: the recovery has just changed what is unpaid
            release_unpaid(taken, Position(taken.project))
        return taken.move(entry=entry)


def post_payment(taken: Step, claim: Claim, amount: Decimal, split: Split | None) -> Entry:
    """Post a payment, at most what was approved and what the project has left to pay."""
    before = taken.before
    refuse_over(_("claim No. %(number)s") % {"number": claim.number}, claim.approved, amount)
    refuse_over(cap_of(before), before.unpaid_sum, amount)
    # In the proportion of what is unpaid, so that the last payment uses every source to the cent
    split = split or divide(amount, before.unpaid, before.unpaid)
    refuse_beyond_sources(before, split, before.unpaid, amount)
    return taken.post(Kind.PAYMENT, amount, split)


def post_recovery(taken: Step, amount: Decimal, split: Split | None) -> Entry:
    """Post a recovery of what was paid, in the same proportion unless `split` is given."""
    before = taken.before
    refuse_over(_("what was paid"), before.last.paid, amount)
    split = split or divide(amount, before.paid, before.paid)
    refuse_beyond_sources(before, split, before.paid, amount)
    return taken.post(Kind.RECOVERY, amount, split)


def cap_of(before: Position) -> str:
    return _("project %(number)s") % {"number": before.project.number}


def refuse_over(cap: str, available: Decimal, amount: Decimal) -> None:
    """Raise OverBudget, naming the cap, if `amount` exceeds what is `available` (EUR)."""
    if amount > available:
        raise OverBudget(shortage(cap, available, amount))


def refuse_beyond_sources(
    before: Position, split: Split, available: Split, amount: Decimal
) -> None:
    """Raise DomainError if the parts do not add up, OverBudget if one exceeds its source."""
    refuse_bad_split(amount, split)
    for code, part in split.items():
        cap = _("source “%(name)s”") % {"name": before.source_names[code]}
        refuse_over(cap, available.get(code, ZERO), part)
