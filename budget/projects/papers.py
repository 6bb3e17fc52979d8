"""Papers of a project in an order that can hardly be true: computed from its rows, never stored.

They may truly be so, therefore nothing is refused: the step that would bring one about warns, and
the project's page marks it.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from budget.projects.models import Claim, Contract, Project


def out_of_order(project: Project) -> list[str]:
    """What contradicts what in the project's papers, one sentence each."""
    contracts = project.contracts.select_related("entry__undone_by")
    claims = project.claims.select_related("payment__undone_by")
    return contradictions(project, contracts, claims)


def contradictions(
    project: Project, contracts: Iterable[Contract], claims: Iterable[Claim]
) -> list[str]:
    """As out_of_order, from all contracts and claims of the project as they were read."""
    standing = [contract for contract in contracts if not hasattr(contract.entry, "undone_by")]
    found: list[str] = []
    for contract in standing:
        found += faults_of_contract(contract, project)
    for claim in claims:
        if claim.is_paid:
            found += faults_of_payment(claim, standing)
    return found


def faults_of_contract(contract: Contract, project: Project) -> Iterator[str]:
    award, last_year = project.award, project.action.strategy.last_year
    # A decision without a day of its own was made, at the latest, when it was booked
    decided_on = award.document_date or timezone.localdate(award.posted_at)
    if contract.signed_on < decided_on:
        yield _("Contract %(number)s is dated %(day)s, before the decision of %(other)s.") % {
            "number": contract.number,
            "day": shown(contract.signed_on),
            "other": shown(decided_on),
        }
    if contract.ends_on.year > last_year:
        yield _("Contract %(number)s ends on %(day)s, the strategy in %(year)d.") % {
            "number": contract.number,
            "day": shown(contract.ends_on),
            "year": last_year,
        }


def faults_of_payment(claim: Claim, contracts: list[Contract]) -> Iterator[str]:
    received, approved = claim.received_on, claim.approved_on
    if claim.payment.effective_on < received:
        text = _("Claim %(number)s was paid on %(day)s, before it was received on %(other)s.")
        yield text % paid_before(claim, received)
    elif claim.payment.effective_on < approved:
        text = _("Claim %(number)s was paid on %(day)s, before it was approved on %(other)s.")
        yield text % paid_before(claim, approved)
    if contracts and claim.payment.effective_on < contracts[0].signed_on:
        text = _("Claim %(number)s was paid on %(day)s, before the contract of %(other)s.")
        yield text % paid_before(claim, contracts[0].signed_on)


def paid_before(claim: Claim, other: date) -> dict[str, str]:
    day = claim.payment.effective_on
    return {"number": claim.number, "day": shown(day), "other": shown(other)}


def shown(day: date) -> str:
    return date_format(day, "SHORT_DATE_FORMAT")
