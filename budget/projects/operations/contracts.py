"""A project's contract and its changes, as staff record them from documents."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from budget.models import Entry, Kind
from budget.operations.awarding import refuse_bad_split, refuse_over_caps
from budget.operations.posting import Document, shortage
from budget.projects.models import Contract, Project
from budget.projects.operations.step import Step, step
from budget.projects.position import Position, Split
from budget.sources import difference, divide
from strategy_portal.errors import DomainError, OverBudget
from strategy_portal.money import ZERO
from strategy_portal.requests.press import Press
from strategy_portal.templatetags import eur


@dataclass(frozen=True)
class Terms:
    """What a contract or its change says. EUR; `split` only if it was entered by hand."""

    document: Document
    amount: Decimal
    total_cost: Decimal
    starts_on: date
    ends_on: date
    split: Mapping[str, Decimal] | None = None
    reason: str = ""


def sign(project: Project, terms: Terms, press: Press) -> Project:
    """Record the project's contract; its sum (EUR) replaces the award, up or down.

    Unlike the award, it is not limited by the money the call announced, only by the call's largest
    sum for a project and by what the action, the sources and the strategy have left.
    Raises OverBudget naming the cap and what is short, DomainError for impossible sums or dates,
    Stale if the project has moved on.
    """
    return agree("contract", project, terms, press)


def change_contract(project: Project, terms: Terms, press: Press) -> Project:
    """Record a change of the contract: its sum, dates or total cost. Raises as `sign` does."""
    return agree("contract_change", project, terms, press)


def agree(name: str, project: Project, terms: Terms, press: Press) -> Project:
    """Take the step `name`: post the contract's entry and record the contract."""
    with step(
        name,
        project,
        press,
        asdict(terms),
        document=terms.document,
        reason=terms.reason,
    ) as taken:
        if taken is None:
            return project
        entry = post_contract(taken, terms)
        Contract.objects.create(
            project=taken.project,
            entry=entry,
            number=terms.document.number,
            signed_on=terms.document.dated,
            amount=terms.amount,
            total_cost=terms.total_cost,
            starts_on=terms.starts_on,
            ends_on=terms.ends_on,
        )
        return taken.move(entry=entry)


def post_contract(taken: Step, terms: Terms) -> Entry:
    """Post the contract in place of what the project holds, after all checks of its terms."""
    before, amount = taken.before, terms.amount
    refuse_impossible(terms)
    refuse_over_largest(taken.project, amount)
    # In the proportion of what is held, unless it was divided by hand
    split = terms.split or divide(amount, before.held, before.room)
    refuse_bad_split(amount, split)
    refuse_below_paid(before, split)
    refuse_below_promised(before.promised, amount - before.last.paid)
    more = difference(split, before.held)
    # Only the difference is new; what the project holds already counts in every account.
    # To whom reserved sums are closed, the database refuses without telling them
    if taken.press.sees_all:
        refuse_over_caps(taken.project.action, amount - before.last.held, more)
    return taken.post(Kind.CONTRACT, amount, split, places=1, closes=before.standing)


def refuse_impossible(terms: Terms) -> None:
    """Raise DomainError for dates out of order, or a sum above the total cost."""
    if terms.starts_on > terms.ends_on:
        raise DomainError(_("The project can't end before it starts."))
    if terms.amount > terms.total_cost:
        raise DomainError(
            _("The contract's sum %(amount)s can't be more than the total cost %(cost)s.")
            % {"amount": eur(terms.amount), "cost": eur(terms.total_cost)}
        )


def refuse_over_largest(project: Project, amount: Decimal) -> None:
    """Raise OverBudget for more EUR than one project of the call may get."""
    if project.max_grant is not None and amount > project.max_grant:
        cap = _("one project of call %(number)s") % {"number": project.call_number}
        raise OverBudget(shortage(cap, project.max_grant, amount))


def refuse_below_paid(before: Position, split: Split) -> None:
    """Raise OverBudget if a source's part (EUR) is less than it has paid already."""
    for code, paid in before.paid.items():
        if split.get(code, ZERO) < paid:
            raise OverBudget(
                _(
                    "%(paid)s of the source “%(source)s” is paid already: "
                    "the contract can't give less of it."
                )
                % {"paid": eur(paid), "source": before.source_names[code]}
            )


def refuse_below_promised(promised: Decimal, unpaid: Decimal) -> None:
    """Raise OverBudget unless `unpaid` covers the approved claims (EUR)."""
    if promised and unpaid < promised:
        raise OverBudget(
            _(
                "Claims for %(promised)s are approved and not paid yet, "
                "only %(unpaid)s would be left for them."
            )
            % {"promised": eur(promised), "unpaid": eur(max(unpaid, ZERO))}
        )
