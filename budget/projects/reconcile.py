"""Projects, their contracts and claims against the journal: both ways."""

from collections.abc import Iterator

from django.db.models import F, OuterRef, Q, Subquery

from budget.models import Entry, Hold, Kind, Strategy
from budget.projects.models import Claim, Contract, Project, ProjectChange, ProjectStatus


def differences() -> Iterator[str]:
    """Everything that is not as it must be, a sentence each."""
    for strategy in Strategy.objects.all():
        yield from differences_of(strategy)


def differences_of(strategy: Strategy) -> Iterator[str]:
    yield from unmatched_projects(strategy)
    yield from unmatched_contracts(strategy)
    yield from unmatched_payments(strategy)


def unmatched_projects(strategy: Strategy) -> Iterator[str]:
    """Standing commitments without a project, projects that do not match what they hold."""
    committed = Entry.objects.filter(strategy=strategy).standing().filter(hold=Hold.COMMITTED)
    for entry in committed.exclude(project_number__in=Project.objects.values("number")):
        yield f"entry {entry.seq} awards {entry.project_number}, which is no project"
    last = (
        ProjectChange.objects.filter(project=OuterRef("pk")).order_by("-pk").values("to_status")[:1]
    )
    for project in (
        Project.objects.filter(action__strategy=strategy).with_money().annotate(told=Subquery(last))
    ):
        if (project.number, project.action_id) != (
            project.award.project_number,
            project.award.action_id,
        ):
            yield f"project {project.number} does not match its award"
        if project.held > project.total_cost and not project.contracts.exists():
            yield f"project {project.number} holds more than it costs"
        if project.status in (ProjectStatus.RUNNING, ProjectStatus.SUSPENDED) and not project.held:
            yield f"project {project.number} runs without money"
        if project.status != (told := project.told or ProjectStatus.PREPARING):
            yield f"project {project.number} is {project.status}, its story says {told}"
        if project.has_ended and project.held != project.paid:
            yield f"project {project.number} has ended, but holds {project.held} and was paid {project.paid}"


def unmatched_contracts(strategy: Strategy) -> Iterator[str]:
    entries = Entry.objects.filter(strategy=strategy, kind=Kind.CONTRACT)
    for entry in entries.filter(contract=None):
        yield f"entry {entry.seq} is a contract nobody recorded"
    wrong = Contract.objects.filter(entry__strategy=strategy).exclude(
        amount=F("entry__amount"),
        project__number=F("entry__project_number"),
        entry__kind=Kind.CONTRACT,
    )
    for contract in wrong:
        yield f"contract {contract.number} does not match its entry"
    over = entries.filter(contract__project__max_grant__lt=F("amount"))
    for entry in over:
        yield f"entry {entry.seq} is a contract for more than a project of its call may get"


def unmatched_payments(strategy: Strategy) -> Iterator[str]:
    entries = Entry.objects.filter(strategy=strategy, kind=Kind.PAYMENT, closed_by=None)
    for entry in entries.filter(claim=None):
        yield f"entry {entry.seq} is a payment nobody claimed"
    wrong = Claim.objects.filter(payment__strategy=strategy).filter(
        Q(approved__lt=F("payment__amount")) | ~Q(project__number=F("payment__project_number"))
    )
    for claim in wrong:
        yield f"claim {claim} does not match its payment"
