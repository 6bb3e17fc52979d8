"""A project stops: for a time, or for good, when what it will not be paid returns to the action."""

from django.utils.translation import gettext as _

from budget.models import Entry, Kind
from budget.operations.posting import Document
from budget.projects.models import ClaimStatus, Project
from budget.projects.operations.step import Step, step
from budget.projects.position import Position
from strategy_portal.errors import DomainError
from strategy_portal.requests.press import Press


def suspend(project: Project, press: Press, *, document: Document, reason: str) -> Project:
    """Stop a running project for a time; its money stays with it."""
    with step("suspend", project, press, document=document, reason=reason) as taken:
        return taken.move() if taken else project


def resume(project: Project, press: Press, *, document: Document, reason: str) -> Project:
    """Let a suspended project run again."""
    with step("resume", project, press, document=document, reason=reason) as taken:
        return taken.move() if taken else project


def complete(project: Project, press: Press, *, document: Document, reason: str) -> Project:
    """Close a finished project: what was not paid of its contract returns to the action (savings).

    Raises DomainError while a claim waits to be settled.
    """
    with step("complete", project, press, document=document, reason=reason) as taken:
        if taken is None:
            return project
        refuse_unsettled(taken.before)
        return taken.move(entry=release_unpaid(taken, taken.before))


def terminate(project: Project, press: Press, *, document: Document, reason: str) -> Project:
    """End a project early, or before its contract: everything not paid returns to the action."""
    with step("terminate", project, press, document=document, reason=reason) as taken:
        if taken is None:
            return project
        return taken.move(entry=release_unpaid(taken, taken.before))


def refuse_unsettled(before: Position) -> None:
    """Raise DomainError while a claim waits to be approved, or for money that is there."""
    unsettled = {ClaimStatus.CHECKED}
    # A payment of less that was corrected may leave more approved than there is: that waits in vain
    if before.unpaid_sum:
        unsettled.add(ClaimStatus.APPROVED)
    for claim in before.project.claims.select_related("payment__closed_by"):
        if claim.status in unsettled:
            raise DomainError(
                _("Claim No. %(number)s is neither paid nor rejected: settle it first.")
                % {"number": claim.number}
            )


def release_unpaid(taken: Step, now: Position) -> Entry | None:
    """Return to the action all that the project holds and was not paid, if there is anything."""
    amount = now.unpaid_sum
    if not amount:
        return None
    # Who keeps nothing frees its place, too
    places = int(amount == now.last.held)
    return taken.post(Kind.RELEASE, amount, now.unpaid, places=places, closes=now.standing)
