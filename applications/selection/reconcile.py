"""Awards against decisions, both ways: money moved only because somebody decided so, and wherever they did."""

from collections.abc import Iterator

from django.db.models import Exists, F, OuterRef

from applications.models import Application, Status
from applications.selection.models import CheckAnswer, Decision, DecisionItem, Outcome
from budget.models import Entry, Hold, Kind


def differences() -> Iterator[str]:
    """Everything that is not as it must be, a sentence each."""
    funded = DecisionItem.objects.filter(outcome=Outcome.FUND)
    confirmed = funded.filter(
        decision__confirmed_at__isnull=False, application__status=Status.APPROVED
    )
    reservations = set(confirmed.values_list("reservation", flat=True))
    awards = dict(Entry.objects.filter(kind=Kind.AWARD).values_list("closes", "seq"))
    for reservation in awards.keys() - reservations:
        yield f"entry {awards[reservation]} is an award without a confirmed decision"
    for item in confirmed.exclude(reservation__in=awards).select_related("application"):
        yield f"{item.application.number} was approved without an award"
    over = confirmed.filter(amount__gt=F("application__requested")).select_related("application")
    for item in over:
        yield f"{item.application.number} was awarded more than it asked for"
    beyond = confirmed.filter(amount__gt=F("application__call__max_per_project")).select_related(
        "application"
    )
    for item in beyond:
        yield f"{item.application.number} was awarded more than its call allows"
    for item in confirmed.filter(score__lt=F("application__call__pass_mark")).select_related(
        "application"
    ):
        yield f"{item.application.number} was funded below the pass mark"
    for item in confirmed.exclude(
        application__check_sheet__concluded_at__isnull=False
    ).select_related("application"):
        yield f"{item.application.number} was funded without its administrative check"
    failed = CheckAnswer.objects.filter(sheet__application=OuterRef("application"), passed=False)
    for item in confirmed.filter(Exists(failed)).select_related("application"):
        yield f"{item.application.number} was funded although its administrative check failed"
    proposed = funded.filter(
        decision__in=Decision.objects.standing(), application__status=Status.PROPOSED
    )
    for entry in (
        Entry.objects.standing()
        .filter(hold=Hold.RESERVED)
        .exclude(pk__in=proposed.values("reservation"))
    ):
        yield f"entry {entry.seq} reserves money for {entry.project_number}, which no standing decision proposes"
    numbers = (
        Entry.objects.filter(kind=Kind.AWARD)
        .exclude(closed_by__kind=Kind.REVERSAL)
        .values("project_number")
    )
    for application in Application.objects.filter(status=Status.APPROVED).exclude(
        number__in=numbers
    ):
        yield f"{application.number} is approved but holds no award"
