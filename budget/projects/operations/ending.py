"""Suspends or ends a project; at its end, money that was not paid returns to the action."""

from django.utils.translation import gettext as _

from budget.models import Entry, Kind
from budget.operations.posting import Document
from budget.projects.models import ClaimStatus, Project
from budget.projects.operations.step import Step, step
from budget.projects.position import Position
from strategy_portal.errors import DomainError
from strategy_portal.requests.press import Press


def suspend(project: Project, press: Press, *, document: Document, reason: str) -> Project:
    """Suspend a running project; its money stays with it. Raises Stale unless it runs."""
    with step("suspend", project, press, document=document, reason=reason) as taken:
        return taken.move() if taken else project


def resume(project: Project, press: Press, *, document: Document, reason: str) -> Project:
    """Resume a suspended project. Raises Stale unless it is suspended."""
    with step("resume", project, press, document=document, reason=reason) as taken:
        return taken.move() if taken else project


def complete(project: Project, press: Press, *, document: Document, reason: str) -> Project:
    """Complete a project: what was not paid of its contract returns to the action as savings.

    Raises DomainError while a claim is unsettled, Stale unless the project runs.
    """
    with step("complete", project, press, document=document, reason=reason) as taken:
        if taken is None:
            return project
        refuse_unsettled(taken.before)
        return taken.move(entry=release_unpaid(taken, taken.before))


def terminate(project: Project, press: Press, *, document: Document, reason: str) -> Project:
    """Terminate a project, even before its contract: what was not paid returns to the action."""
    with step("terminate", project, press, document=document, reason=reason) as taken:
        if taken is None:
            return project
        return taken.move(entry=release_unpaid(taken, taken.before))


def refuse_unsettled(before: Position) -> None:
    """Raise DomainError while a claim waits to be approved, or to be paid with money there is."""
    unsettled = {ClaimStatus.CHECKED}
    # With nothing left to pay, an approved claim waits in vain and must not block the end
    if before.unpaid_sum:
        unsettled.add(ClaimStatus.APPROVED)
    for claim in before.project.claims.select_related("payment__undone_by"):
        if claim.status in unsettled:
            raise DomainError(
                _("Claim No. %(number)s is neither paid nor rejected: settle it first.")
                % {"number": claim.number}
            )


def release_unpaid(taken: Step, now: Position) -> Entry | None:
    """Release to the action what the project holds and was not paid; None if there is nothing."""
    amount = now.unpaid_sum
    if not amount:
        return None
    # A project that keeps no money frees its place, too
    places = int(amount == now.last.held)
    return taken.post(Kind.RELEASE, amount, now.unpaid, places=places, closes=now.standing)
