"""Compares projects, their contracts and claims with the journal, in both directions."""

from collections.abc import Iterator

from django.db.models import F, OuterRef, Q, Subquery

from budget.models import Entry, Hold, Kind, Strategy
from budget.projects.models import Claim, Contract, Project, ProjectChange, ProjectStatus

CORRECTABLE = [Kind.CONTRACT, Kind.RELEASE, Kind.PAYMENT, Kind.RECOVERY]
UNDER_WAY = {ProjectStatus.RUNNING, ProjectStatus.SUSPENDED}


def differences() -> Iterator[str]:
    """Every difference, one sentence each."""
    for strategy in Strategy.objects.all():
        yield from differences_of(strategy)


def differences_of(strategy: Strategy) -> Iterator[str]:
    yield from unmatched_commitments(strategy)
    yield from unmatched_projects(strategy)
    yield from unmatched_contracts(strategy)
    yield from unmatched_payments(strategy)
    yield from unrecorded_steps(strategy)


def unmatched_commitments(strategy: Strategy) -> Iterator[str]:
    """Money committed to something that is no project."""
    committed = Entry.objects.filter(strategy=strategy).standing().filter(hold=Hold.COMMITTED)
    for entry in committed.exclude(project_number__in=Project.objects.values("number")):
        yield f"entry {entry.seq} awards {entry.project_number}, which is no project"


def unmatched_projects(strategy: Strategy) -> Iterator[str]:
    """Projects that do not match their award, their money or their history."""
    changes = ProjectChange.objects.filter(project=OuterRef("pk")).order_by("-pk")
    told = Subquery(changes.values("to_status")[:1])
    projects = Project.objects.filter(action__strategy=strategy).with_money()
    for project in projects.annotate(told=told):
        yield from faults_of_money(project)
        yield from faults_of_status(project)


def faults_of_money(project: Project) -> Iterator[str]:
    """Where the project does not match its award, or holds more than it may."""
    award = project.award
    if (project.number, project.action_id) != (award.project_number, award.action_id):
        yield f"project {project.number} does not match its award"
    if project.held > project.total_cost and not project.contracts.exists():
        yield f"project {project.number} holds more than it costs"


def faults_of_status(project: Project) -> Iterator[str]:
    """Where the project's status contradicts its money or its history."""
    if project.status in UNDER_WAY and not project.held:
        yield f"project {project.number} runs without money"
    told = project.told or ProjectStatus.PREPARING
    if project.status != told:
        yield f"project {project.number} is {project.status}, its story says {told}"
    if project.has_ended and project.held != project.paid:
        yield (
            f"project {project.number} has ended, "
            f"but holds {project.held} and was paid {project.paid}"
        )


def unmatched_contracts(strategy: Strategy) -> Iterator[str]:
    """Contracts and their entries that do not match, or exceed the call's largest sum."""
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
    for entry in entries.filter(contract__project__max_grant__lt=F("amount")):
        yield f"entry {entry.seq} is a contract for more than a project of its call may get"


def unmatched_payments(strategy: Strategy) -> Iterator[str]:
    """Payments without a claim, and claims that do not match their payment."""
    entries = Entry.objects.filter(strategy=strategy, kind=Kind.PAYMENT, closed_by=None)
    for entry in entries.filter(claim=None):
        yield f"entry {entry.seq} is a payment nobody claimed"
    is_over = Q(approved__lt=F("payment__amount"))
    is_of_another = ~Q(project__number=F("payment__project_number"))
    claims = Claim.objects.filter(payment__strategy=strategy)
    for claim in claims.filter(is_over | is_of_another):
        yield f"claim {claim} does not match its payment"


def unrecorded_steps(strategy: Strategy) -> Iterator[str]:
    """Money of a project released, recovered or corrected by a step its history does not tell."""
    entries = Entry.objects.filter(
        strategy=strategy, project_number__in=Project.objects.values("number")
    )
    stepwise = Q(kind=Kind.RECOVERY) | Q(kind=Kind.RELEASE, closes__hold=Hold.COMMITTED)
    stepwise |= Q(kind=Kind.REVERSAL, undoes__kind__in=CORRECTABLE)
    for entry in entries.filter(stepwise, change=None):
        # A late recovery's release comes after it, and is corrected before it
        recovered = Q(seq=entry.seq - 1, kind=Kind.RECOVERY)
        corrected = Q(seq=entry.seq + 1, undoes__kind=Kind.RECOVERY)
        recorded = entries.of_project(entry.project_number).filter(change__isnull=False)
        if not recorded.filter(recovered | corrected).exists():
            yield f"entry {entry.seq} is a step with {entry.project_number} nobody recorded"
