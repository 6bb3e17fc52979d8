"""Projects and their steps for tests of the books, made by the real operations."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from itertools import count

from budget import operations
from budget.models import Action, Entry
from budget.operations.posting import Document
from budget.projects import operations as projects
from budget.projects.models import Claim, Project
from budget.projects.operations import Terms
from budget.projects.position import Effect, Position
from strategy_portal.accounts.models import Role, User
from strategy_portal.requests.press import Press
from tests import factories

NUMBERS = count(1)
PAPER = Document("Nr. 1", date(2026, 11, 2))
REASON = "Pagal raštą"


def awarded(
    action: Action,
    amount: str = "1000.00",
    *,
    number: str = "",
    cost: str = "",
    max_grant: str | None = None,
) -> Project:
    """A project the board awarded `amount` EUR; by default it costs twice that."""
    number = number or f"{action.code}-K9-{next(NUMBERS):03d}"
    clerk, manager = factories.user_with(Role.COORDINATOR), factories.user_with(Role.MANAGER)
    entry = operations.reserve(
        action, amount=Decimal(amount), project_number=number, by=clerk, request_key=f"r:{number}"
    )
    project = Project(
        title="Šeimos ratas",
        beneficiary="Bandomoji bendrija",
        call_number=f"{action.code}-K9",
        total_cost=Decimal(cost or amount) * (1 if cost else 2),
        max_grant=max_grant and Decimal(max_grant),
    )
    award = operations.award(
        entry, by=manager, prepared_by=clerk, document=PAPER, request_key=f"a:{number}"
    )
    projects.open_project(project, award)
    return again(project)


def again(project: Project) -> Project:
    return Project.objects.with_money().get(number=project.number)


def pressed(project: Project | None = None, by: User | None = None) -> Press:
    """A coordinator's press; with `project`, from a page that shows its current figures."""
    seen = Position(again(project), proposed=True).seen if project else ""
    return factories.press(by or factories.user_with(Role.COORDINATOR), seen)


def effect_of(act: Callable[[Press], object]) -> Effect | None:
    """The effect that the office's page would show."""
    return projects.preview(act, pressed())


def terms(amount: str, cost: str = "1000000.00", **more) -> Terms:
    return Terms(
        **{
            "document": PAPER,
            "amount": Decimal(amount),
            "total_cost": Decimal(cost),
            "starts_on": date(2027, 1, 1),
            "ends_on": date(2027, 12, 31),
            **more,
        }
    )


def running(
    action: Action, amount: str = "1000.00", contract: str | None = None, **more
) -> Project:
    project = awarded(action, amount, **more)
    projects.sign(project, terms(contract or amount), pressed(project))
    return again(project)


def claimed(project: Project, amount: str, kind: str = "interim") -> Claim:
    return projects.register_claim(
        project,
        pressed(),
        kind=kind,
        number=f"MP-{next(NUMBERS)}",
        received_on=PAPER.dated,
        claimed=Decimal(amount),
    )


def approved_claim(project: Project, amount: str) -> Claim:
    claim = claimed(project, amount)
    return projects.approve_claim(
        claim, pressed(), approved=Decimal(amount), approved_on=PAPER.dated
    )


def pay(claim: Claim, amount: str, **more) -> Claim:
    return projects.pay(
        claim, pressed(claim.project), amount=Decimal(amount), document=PAPER, **more
    )


def paid(project: Project, amount: str, **more) -> Claim:
    return pay(approved_claim(project, amount), amount, **more)


def recover(project: Project, amount: str) -> Project:
    press = pressed(project)
    return projects.recover(project, press, amount=Decimal(amount), document=PAPER, reason=REASON)


def complete(project: Project) -> Project:
    return projects.complete(project, pressed(project), document=PAPER, reason=REASON)


def terminate(project: Project) -> Project:
    return projects.terminate(project, pressed(project), document=PAPER, reason=REASON)


def correct(project: Project, entry: Entry) -> Project:
    return projects.correct(project, entry, pressed(project), document=PAPER, reason=REASON)
