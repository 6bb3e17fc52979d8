"""One step with a project after the decision: everything locked, checked, posted, and told.

A press that only asks to be shown the effect takes the very same way and is rolled back, so that
what the page shows is what the database does.
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
from budget.projects.position import Effect, Position, Split
from strategy_portal.errors import Stale
from strategy_portal.requests.press import Press


class Preview(Press):
    """A press that asks what it would change; nothing of it stays."""


class Previewed(Exception):
    """Ends a preview: as an exception, nothing between it and the transaction can let it commit."""

    def __init__(self, effect: Effect):
        super().__init__(effect)
        self.effect = effect


@dataclass(frozen=True)
class Step:
    """A step under way: the project and its strategy are locked, `before` is what stood then."""

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
        """Post an entry of the project by the step's document. EUR."""
        refuse_future(self.document.dated, self.document.effective_on)
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
        """Give the project its new status, `to` or the table's, and write its story."""
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
        """The step's claim as it is now; raises Stale, saying `refusal`, if it is not its turn."""
        # No lock of its own: whoever writes a claim holds its project's
        fresh = Claim.objects.select_related("payment__closed_by").get(pk=claim.pk)
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
    """Take one step of the table; None if the same press took it before.

    `content` is what decides what it does, besides its document and reason. Raises Stale if the
    project's status does not allow it now, or a figure it changed was not as the page showed it.
    """
    with transaction.atomic(durable=True):
        paper = document and asdict(document)
        if press.is_repeated(name, project.pk, *content, paper, reason):
            yield None
            return
        # The project before the strategy, as everywhere: no two steps wait for each other
        fresh = lock_project(project, name)
        lock(fresh.action.strategy_id)
        taken = Step(name, press, Position(fresh), document, reason)
        yield taken
        compare(taken)


def lock_project(project: Project, name: str) -> Project:
    """The project as it is now, locked; raises Stale if the step `name` can't be taken with it."""
    rows = Project.objects.select_for_update(no_key=True, of=("self",))
    fresh = rows.select_related("action", "award").get(pk=project.pk)
    if fresh.status not in STEPS[name].origins:
        raise Stale(
            _("Project %(number)s is now “%(status)s”, so this can no longer be done.")
            % {"number": fresh.number, "status": fresh.get_status_display()}
        )
    return fresh


def compare(taken: Step) -> None:
    """End a preview with what the step changed; else raise Stale if that was not as shown."""
    press, before = taken.press, taken.before
    if isinstance(press, Preview):
        raise Previewed(Effect(before, Position(taken.project), entries_since(before)))
    if press.seen and before.has_moved(press.seen, Position(taken.project)):
        raise Stale(
            _(
                "The figures have changed since you opened the page. Review the new ones and "
                "confirm again."
            )
        )


def entries_since(before: Position) -> list[Entry]:
    entries = Entry.objects.filter(strategy=before.last.strategy_id, seq__gt=before.last.seq)
    of_project = entries.of_project(before.project.number)
    return list(of_project.select_related("closes").order_by("seq"))


def preview(act: Callable[[Press], object], press: Press) -> Effect | None:
    """What `act` would change; None if the same press was carried out before."""
    try:
        act(Preview(press.by, press.key))
    except Previewed as previewed:
        return previewed.effect
    return None
