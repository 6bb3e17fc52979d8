"""Undoes steps recorded by mistake with mirror images; the right ones are recorded again."""

from django.utils.translation import gettext as _

from budget.models import Entry, Kind
from budget.models.entry import OF_PAYMENTS
from budget.operations.awarding import refuse_over_caps, refuse_over_quota
from budget.operations.posting import Document
from budget.projects.models import Project, ProjectStatus
from budget.projects.operations.contracts import refuse_below_promised
from budget.projects.operations.step import Step, step
from budget.projects.position import Position
from budget.sources import as_decimals, difference
from strategy_portal.errors import DomainError, Stale
from strategy_portal.money import ZERO
from strategy_portal.requests.press import Press

CORRECTABLE = [Kind.CONTRACT, Kind.RELEASE, *OF_PAYMENTS]


def correct(
    project: Project, entry: Entry, press: Press, *, document: Document, reason: str
) -> Project:
    """Undo a step recorded by mistake: the state before it applies again.

    A recovery after the project's end also returned the money to the action; both are undone
    together. Raises Stale if the project has moved on from it, DomainError if something else
    must be corrected first, OverBudget or OverQuota if the money or the place is gone.
    """
    with step("correct", project, press, entry.pk, document=document, reason=reason) as taken:
        if taken is None:
            return project
        # Read before posting: undoing a payment makes its claim wait again, perhaps in vain
        promised = taken.before.promised
        entries = together(entry)
        refuse_out_of_order(taken.before, entry, entries)
        refuse_without_contract(taken.before, entry)
        # To whom reserved sums are closed, the database refuses without telling them
        if press.sees_all:
            refuse_without_room(taken.before, entries)
        # The last is the step itself; a release that came with it is undone first
        *_release, reversal = [mirror(taken, one) for one in entries]
        if not taken.project.has_ended:
            refuse_below_promised(promised, reversal.held - reversal.paid)
        return taken.move(to=status_after(taken.project, entry, reversal), entry=reversal)


def mirror(taken: Step, entry: Entry) -> Entry:
    """Post the mirror image of `entry`: the state before it applies again."""
    split = as_decimals(entry.split)
    # A step that an earlier correction brought back was closed once: the correction is closed now
    closes = entry if entry.kind in OF_PAYMENTS else taken.before.last_link
    return taken.post(Kind.REVERSAL, entry.amount, split, places=entry.places, closes=closes)


def together(entry: Entry) -> list[Entry]:
    """The entries that are undone with `entry`, in this order.

    For money recovered after the project's end: its release, then the recovery just before it.
    """
    of_project = Entry.objects.filter(strategy=entry.strategy_id).of_project(entry.project_number)
    release = entry
    if entry.kind == Kind.RECOVERY:
        release = of_project.filter(seq=entry.seq + 1).first()
    # A release with a history record of its own ended the project and belongs to no recovery
    if release is None or release.kind != Kind.RELEASE or hasattr(release, "change"):
        return [entry]
    recovery = of_project.filter(seq=release.seq - 1, kind=Kind.RECOVERY).first()
    return [release, recovery] if recovery else [entry]


def refuse_out_of_order(before: Position, entry: Entry, entries: list[Entry]) -> None:
    """Raise DomainError for an entry not corrected here or not yet, Stale for a settled one."""
    project = before.project
    if entry.project_number != project.number or entry.kind not in CORRECTABLE:
        raise DomainError(_("This entry can't be corrected here."))
    ending = before.step_in_force
    if any(is_settled(one, ending) for one in entries):
        raise Stale(_("This entry has been settled already."))
    if project.has_ended and ending.kind == Kind.RELEASE and ending not in entries:
        raise DomainError(
            _("The project has ended: correct the release that ended it first (entry %(nth)d).")
            % {"nth": ending.nth()}
        )


def is_settled(entry: Entry, step_in_force: Entry | None) -> bool:
    """Whether the entry was undone, or another step has followed it."""
    if entry.kind in OF_PAYMENTS:
        return hasattr(entry, "undone_by")
    return entry != step_in_force


def refuse_without_contract(before: Position, entry: Entry) -> None:
    """Raise DomainError if a project that was paid, or is not running, would lose its contract."""
    others = before.project.contracts.standing().exclude(entry=entry)
    if entry.kind != Kind.CONTRACT or others.exists():
        return
    if before.last.paid:
        raise DomainError(
            _(
                "Money is paid by this contract: correct the payments first, "
                "or record a change of the contract."
            )
        )
    if before.project_status != ProjectStatus.RUNNING:
        raise DomainError(_("Only a running project's contract can be corrected."))


def refuse_without_room(before: Position, entries: list[Entry]) -> None:
    """Raise OverQuota or OverBudget if others have taken the place or the money meanwhile."""
    action = before.project.action
    for entry in entries:
        if entry.kind in OF_PAYMENTS:  # these do not change what the project holds
            continue
        more = difference(before.by_source(entry.closes.held_split), before.held)
        # A project that holds nothing gave its place back, and needs one again
        if not before.last.held and any(more.values()):
            refuse_over_quota(action)
        refuse_over_caps(action, sum(more.values(), ZERO), more)


def status_after(project: Project, entry: Entry, reversal: Entry) -> ProjectStatus:
    """The project's status once `entry` is undone; with money left to pay it has not ended."""
    if project.has_ended and reversal.held != reversal.paid:
        moved = project.changes.exclude(from_status=project.status)
        ending = moved.filter(to_status=project.status).last()
        return ProjectStatus(ending.from_status)
    if entry.kind == Kind.CONTRACT and not project.contracts.standing().exists():
        return ProjectStatus.PREPARING
    return ProjectStatus(project.status)
