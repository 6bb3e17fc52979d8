"""Steps of a project that were entered by mistake, undone by their mirror images; the right ones are entered anew."""

from dataclasses import asdict

from django.utils.translation import gettext as _

from budget.models import Entry, Kind
from budget.operations.awarding import refuse_over_caps, refuse_over_quota
from budget.operations.posting import Document
from budget.projects.models import Project, ProjectStatus
from budget.projects.operations.contracts import (
    Asked,
    carry_out,
    move,
    refuse_below_promised,
    refuse_moved,
    step,
)
from budget.projects.position import Movement, Position
from budget.sources import difference
from strategy_portal.errors import DomainError, Stale
from strategy_portal.money import ZERO

CORRECTABLE = [Kind.CONTRACT, Kind.PAYMENT, Kind.RECOVERY, Kind.RELEASE]


def correct(
    project: Project, entry: Entry, asked: Asked, *, document: Document, reason: str
) -> Project:
    """Undo a step that was entered by mistake: what stood before it stands again.

    Money recovered after the project's end went back to the action with it: both are undone together. Raises Stale if
    the project has moved on from it, DomainError where something else must be corrected first, OverBudget or OverQuota
    if the money or the place is gone.
    """
    with step(project, asked, [entry.pk, asdict(document), reason], name="correct") as position:
        if position is None:
            return project
        movements = plan_correction(position, entry)
        refuse_moved(position, asked, *movements)
        back_to = status_after(position, entry, movements)
        *_release, reversal = [
            carry_out(position, movement, asked, document, reason) for movement in movements
        ]
        return move(
            position.project,
            "correct",
            asked,
            to=back_to,
            entry=reversal,
            document=document,
            reason=reason,
        )


def plan_correction(position: Position, entry: Entry) -> list[Movement]:
    """The mirror image of `entry`, or of it and what went with it; raises as `correct` says."""
    project = position.project
    if entry.project_number != project.number or entry.kind not in CORRECTABLE:
        raise DomainError(_("This entry can't be corrected here."))
    entries = together(entry)
    if Entry.objects.filter(closes__in=entries).exists():
        raise Stale(_("This entry has been settled already."))
    ending = position.standing or position.last
    if project.has_ended and ending.kind == Kind.RELEASE and ending not in entries:
        raise DomainError(
            _("The project has ended: correct the release that ended it first (entry %(seq)d).")
            % {"seq": ending.seq}
        )
    refuse_without_contract(position, entry)
    movements = [position.correction(one) for one in entries]
    if not project.has_ended:
        refuse_below_promised(position, *movements)
    more = difference(position.after(*movements)[0], position.held)
    if not position.last.held and any(more.values()):
        refuse_over_quota(project.action)
    refuse_over_caps(project.action, sum(more.values(), ZERO), more)
    return movements


def together(entry: Entry) -> list[Entry]:
    """`entry`; of money recovered after the project's end its release and the recovery before it, in this order."""
    of_project = Entry.objects.filter(strategy=entry.strategy_id).of_project(entry.project_number)
    last = of_project.filter(seq=entry.seq + 1).first() if entry.kind == Kind.RECOVERY else entry
    if last is None or last.kind != Kind.RELEASE or hasattr(last, "change"):
        return [entry]
    recovery = of_project.filter(seq=last.seq - 1, kind=Kind.RECOVERY).first()
    return [last, recovery] if recovery else [entry]


def refuse_without_contract(position: Position, entry: Entry) -> None:
    """Raise DomainError if undoing `entry` left a project without a contract that has been paid or has moved on."""
    if not is_only_contract(position.project, entry):
        return
    if position.last.paid:
        raise DomainError(
            _(
                "Money is paid by this contract: correct the payments first, or record a change of the contract."
            )
        )
    if position.project.status != ProjectStatus.RUNNING:
        raise DomainError(_("Only a running project's contract can be corrected."))


def is_only_contract(project: Project, entry: Entry) -> bool:
    """Whether the project would be without a contract if `entry` were undone."""
    return entry.kind == Kind.CONTRACT and project.contracts.standing().count() == 1


def status_after(position: Position, entry: Entry, movements: list[Movement]) -> ProjectStatus:
    """Where the project stands once `movements` are made: one with money left to pay has not ended."""
    project = position.project
    held, paid = position.after(*movements)
    if project.has_ended and held != paid:
        ending = (
            project.changes.filter(to_status=project.status)
            .exclude(from_status=project.status)
            .last()
        )
        return ProjectStatus(ending.from_status)
    if is_only_contract(project, entry):
        return ProjectStatus.PREPARING
    return ProjectStatus(project.status)
