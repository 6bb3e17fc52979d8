"""Money paid to a project by its claims, and money that comes back. EUR."""

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
    """Write down the payment of an approved claim; the document takes effect the day it was paid.

    Raises OverBudget for more than approved or than the project holds (of a source, too), Stale if
    it is paid.
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
    """Write down money that was paid and came back.

    Of a project that has ended it returns to the action at once. Raises OverBudget for more than
    was paid (from a source, too).
    """
    content = [amount, split]
    with step("recover", project, press, *content, document=document, reason=reason) as taken:
        if taken is None:
            return project
        entry = post_recovery(taken, amount, split)
        if taken.project.has_ended:
            release_unpaid(taken, Position(taken.project))
        return taken.move(entry=entry)


def post_payment(taken: Step, claim: Claim, amount: Decimal, split: Split | None) -> Entry:
    """Post a payment within what was approved and what the project holds."""
    before = taken.before
    refuse_over(_("claim No. %(number)s") % {"number": claim.number}, claim.approved, amount)
    refuse_over(cap_of(before), before.unpaid_sum, amount)
    # In the proportion of what is unpaid: the last payment ends every source to the cent
    split = split or divide(amount, before.unpaid, before.unpaid)
    refuse_beyond_sources(before, split, before.unpaid, amount)
    return taken.post(Kind.PAYMENT, amount, split)


def post_recovery(taken: Step, amount: Decimal, split: Split | None) -> Entry:
    """Post a recovery of what was paid, in the same proportion unless `split` says."""
    before = taken.before
    refuse_over(_("what was paid"), before.last.paid, amount)
    split = split or divide(amount, before.paid, before.paid)
    refuse_beyond_sources(before, split, before.paid, amount)
    return taken.post(Kind.RECOVERY, amount, split)


def cap_of(before: Position) -> str:
    return _("project %(number)s") % {"number": before.project.number}


def refuse_over(cap: str, available: Decimal, amount: Decimal) -> None:
    """Raise OverBudget, naming the cap, if `amount` is more than is `available`."""
    if amount > available:
        raise OverBudget(shortage(cap, available, amount))


def refuse_beyond_sources(
    before: Position, split: Split, available: Split, amount: Decimal
) -> None:
    """Raise unless the parts add up to `amount` and none is more than its source has."""
    refuse_bad_split(amount, split)
    for code, part in split.items():
        cap = _("source “%(name)s”") % {"name": before.source_names[code]}
        refuse_over(cap, available.get(code, ZERO), part)
