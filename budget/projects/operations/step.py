"""One step with a project after the decision: locks, checks, posts entries, records the step.

A preview runs the same code and is rolled back, so that the effect a page shows is what the
database does.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from budget.models import Entry, Kind
from budget.operations.posting import Document, lock, post, refuse_future
from budget.projects.models import STEPS, Claim, Project, ProjectChange, ProjectStatus
from budget.projects.papers import out_of_order
from budget.projects.position import Effect, Position, Split
from strategy_portal.errors import Stale
from strategy_portal.requests.press import Press


class Preview(Press):
    """A press that only asks what it would change; it is rolled back."""


class Previewed(Exception):
    """Ends a preview. An exception, so that the transaction around it can't commit."""

    def __init__(self, effect: Effect):
        super().__init__(effect)
        self.effect = effect


@dataclass(frozen=True)
class Step:
    """A step in progress: project and strategy are locked, `before` is their state then."""

    name: str
    press: Press
    before: Position
    document: Document | None
    reason: str

    @property
    def project(self) -> Project:
        return self.before.project

    def post(
        self,
        kind: Kind,
        amount: Decimal,
        split: Split,
        *,
        places: int = 0,
        closes: Entry | None = None,
    ) -> Entry:
        """Post an entry of the project, based on the step's document. EUR."""
        refuse_future(self.document.dated, self.document.effective_on)
        # Derived from the press: unique even if the step posts entries of several kinds
        key = f"{self.press.key}:{kind}"
        if kind == Kind.REVERSAL:  # one press may undo two entries
            key += f":{closes.seq}"
        return post(
            kind,
            self.before.last.strategy_id,
            action=self.project.action,
            project_number=self.project.number,
            amount=amount,
            split=split,
            places=places,
            closes=closes,
            **self.document.as_fields(),
            reason=self.reason,
            prepared_by=self.press.by,
            posted_by=self.press.by,
            request_key=key,
        )

    def move(self, *, to: ProjectStatus | None = None, entry: Entry | None = None) -> Project:
        """Set the project's status to `to`, by default the table's, and record the step."""
        refuse_future(self.document.dated)
        project = self.project
        origin = project.status
        project.status = to or STEPS[self.name].target or origin
        if project.status != origin:
            project.save(update_fields=["status"])
        ProjectChange.objects.create(
            project=project,
            step=self.name,
            from_status=origin,
            to_status=project.status,
            entry=entry,
            document=self.document.number,
            document_date=self.document.dated,
            reason=self.reason,
            changed_by=self.press.by,
        )
        return project

    def read_claim(self, claim: Claim, refusal: str) -> Claim:
        """Re-read the step's claim; raise Stale with `refusal` if its status does not fit."""
        # No lock of its own: every writer of a claim holds its project's lock
        fresh = Claim.objects.select_related("payment__undone_by").get(pk=claim.pk)
        if fresh.status != STEPS[self.name].claim:
            raise Stale(refusal)
        return fresh


@contextmanager
def step(
    name: str,
    project: Project,
    press: Press,
    *content: Any,
    document: Document | None = None,
    reason: str = "",
) -> Iterator[Step | None]:
    """Take one step of the table STEPS; yields None if the same press took it before.

    `content` is everything that decides what it does, besides document and reason. Raises Stale if
    the project's status does not allow it now, or a figure it changed was not as the page showed.
    """
    # Durable: inside another transaction the locks and the key would outlive the step
    with transaction.atomic(durable=True):
        paper = document and asdict(document)
        if press.is_repeated(name, project.pk, *content, paper, reason):
            yield None
            return
        # The project before the strategy, in every step, so that no two wait for each other
        fresh = lock_project(project, name)
        lock(fresh.action.strategy_id)
        before = Position(fresh, proposed=press.sees_all)
        taken = Step(name, press, before, document, reason)
        faults = out_of_order(fresh) if isinstance(press, Preview) else []
        yield taken
        compare(taken, faults)


def lock_project(project: Project, name: str) -> Project:
    """Re-read and lock the project; raise Stale if its status does not allow the step `name`."""
    rows = Project.objects.select_for_update(no_key=True, of=("self",))
    fresh = rows.select_related("action__strategy", "award").get(pk=project.pk)
    if fresh.status not in STEPS[name].origins:
        raise Stale(
            _("Project %(number)s is now “%(status)s”, so this can no longer be done.")
            % {"number": fresh.number, "status": fresh.get_status_display()}
        )
    return fresh


def compare(taken: Step, faults: list[str]) -> None:
    """End a preview with its effect; otherwise raise Stale if the page showed other figures.

    `faults` are those of the project's papers before the step.
    """
    press, before = taken.press, taken.before
    after = Position(taken.project, proposed=press.sees_all)
    if isinstance(press, Preview):
        new = [fault for fault in out_of_order(taken.project) if fault not in faults]
        raise Previewed(Effect(before, after, entries_since(before), new))
    # After the step, because only then it is known which figures it changes
    if press.seen and before.has_moved(press.seen, after):
        raise Stale(
            _(
                "The figures have changed since you opened the page. Review the new ones and "
                "confirm again."
            )
        )


def entries_since(before: Position) -> list[Entry]:
    """The project's entries posted since `before` was read."""
    entries = Entry.objects.filter(strategy=before.last.strategy_id, seq__gt=before.last.seq)
    of_project = entries.of_project(before.project.number)
    return list(of_project.select_related("undoes").order_by("seq"))


def preview(act: Callable[[Press], object], press: Press) -> Effect | None:
    """What `act` would change; None if the same press was carried out before. Commits nothing."""
    try:
        act(Preview(press.by, press.key, sees_all=press.sees_all))
    except Previewed as previewed:
        return previewed.effect
    return None
