"""Reconciles awards with decisions: each award has a confirmed decision, and vice versa."""

from collections.abc import Iterator

from django.db.models import Exists, F, OuterRef, QuerySet

from applications.models import Application, Status
from applications.selection.models import CheckAnswer, Decision, DecisionItem, Outcome
from budget.models import Entry, Hold, Kind

Items = QuerySet[DecisionItem]


def differences() -> Iterator[str]:
    """Yield every difference as a sentence."""
    funded = DecisionItem.objects.filter(outcome=Outcome.FUND)
    approved = funded.filter(
        decision__confirmed_at__isnull=False, application__status=Status.APPROVED
    ).select_related("application")
    yield from of_awards(approved)
    yield from of_sums_and_scores(approved)
    yield from of_checks(approved)
    yield from of_reservations(funded)
    yield from of_applications()


def of_awards(approved: Items) -> Iterator[str]:
    """Each award belongs to a confirmed decision, and each such decision has its award."""
    # Both ways: money without a decision is as wrong as a decision without money.
    # An award closes the reservation it was made from: that links it to the decision's item
    reservations = set(approved.values_list("reservation", flat=True))
    awards = dict(Entry.objects.filter(kind=Kind.AWARD).values_list("closes", "seq"))
    for reservation in awards.keys() - reservations:
        yield f"entry {awards[reservation]} is an award without a confirmed decision"
    for item in approved.exclude(reservation__in=awards):
        yield f"{item.application.number} was approved without an award"


def of_sums_and_scores(approved: Items) -> Iterator[str]:
    """No award exceeds the request or the call's limit, or went below the pass mark."""
    for item in approved.filter(amount__gt=F("application__requested")):
        yield f"{item.application.number} was awarded more than it asked for"
    for item in approved.filter(amount__gt=F("application__call__max_per_project")):
        yield f"{item.application.number} was awarded more than its call allows"
    for item in approved.filter(score__lt=F("application__call__pass_mark")):
        yield f"{item.application.number} was funded below the pass mark"


def of_checks(approved: Items) -> Iterator[str]:
    """Every funded application passed its administrative check."""
    for item in approved.exclude(application__check_sheet__concluded_at__isnull=False):
        yield f"{item.application.number} was funded without its administrative check"
    failed = CheckAnswer.objects.filter(sheet__application=OuterRef("application"), passed=False)
    for item in approved.filter(Exists(failed)):
        yield f"{item.application.number} was funded although its administrative check failed"


def of_reservations(funded: Items) -> Iterator[str]:
    """Money is reserved only for what a decision awaiting confirmation proposes."""
    proposed = funded.filter(
        decision__in=Decision.objects.standing(), application__status=Status.PROPOSED
    )
    reserved = Entry.objects.standing().filter(hold=Hold.RESERVED)
    for entry in reserved.exclude(pk__in=proposed.values("reservation")):
        yield (
            f"entry {entry.seq} reserves money for {entry.project_number},"
            " which no standing decision proposes"
        )


def of_applications() -> Iterator[str]:
    """Each approved application holds an award that was not reversed."""
    awards = Entry.objects.filter(kind=Kind.AWARD, undone_by=None)
    approved = Application.objects.filter(status=Status.APPROVED)
    for application in approved.exclude(number__in=awards.values("project_number")):
        yield f"{application.number} is approved but holds no award"
