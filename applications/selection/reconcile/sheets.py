"""Reconciles score sheets: totals with their points, evaluators with what they were assigned."""

from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from applications.selection.exact import half_up, weighted
from applications.selection.models import Assignment, Declaration, Score, ScoreSheet
from applications.selection.models.scoring import ScoreSheetQuerySet

OF_THE_SHEET = {"application": OuterRef("application")}


def differences() -> Iterator[str]:
    """Yield every difference as a sentence."""
    submitted = ScoreSheet.objects.filter(submitted_at__isnull=False)
    yield from of_totals(submitted.select_related("application"))
    yield from of_points(submitted)
    yield from of_evaluators(ScoreSheet.objects.select_related("application"))


def of_totals(submitted: QuerySet[ScoreSheet]) -> Iterator[str]:
    """Each total is the sum of the weighted points, rounded once."""
    totals: defaultdict[int, Fraction] = defaultdict(Fraction)
    rows = Score.objects.filter(sheet__in=submitted, points__isnull=False)
    names = ("sheet", "points", "criterion__max_points", "criterion__weight")
    for sheet, points, most, weight in rows.values_list(*names):
        totals[sheet] += weighted(points, most, weight)
    for sheet in submitted:
        total = half_up(totals[sheet.pk])
        if sheet.total != total:
            yield f"sheet {sheet.pk} of {sheet.application.label} says {sheet.total}, not {total}"


def of_points(submitted: QuerySet[ScoreSheet]) -> Iterator[str]:
    """A submitted sheet has points, within the maximum, for each criterion of its call."""
    call = F("application__call")
    fit = Q(
        scores__criterion__call=call, scores__points__range=(0, F("scores__criterion__max_points"))
    )
    counted = submitted.annotate(
        fitting=Count("scores", filter=fit, distinct=True),
        given=Count("scores", distinct=True),
        asked=Count("application__call__criteria", distinct=True),
    )
    for sheet in counted.exclude(fitting=F("asked"), given=F("asked")).select_related(
        "application"
    ):
        yield f"sheet {sheet.pk} of {sheet.application.label} lacks points, or has others"


def of_evaluators(sheets: ScoreSheetQuerySet) -> Iterator[str]:
    """A sheet that counts is by somebody assigned; a void one, by somebody with a conflict."""
    assigned = Assignment.objects.filter(evaluator=OuterRef("evaluator"), **OF_THE_SHEET)
    for sheet in sheets.counted().exclude(Exists(assigned)):
        yield f"sheet {sheet.pk} of {sheet.application.label} is by somebody not assigned"
    conflicted = Declaration.objects.filter(
        person=OuterRef("evaluator"), has_conflict=True, **OF_THE_SHEET
    )
    for sheet in sheets.filter(voided_at__isnull=False).exclude(Exists(conflicted)):
        yield f"sheet {sheet.pk} of {sheet.application.label} is void without a conflict"
    for sheet in sheets.counted().filter(Exists(conflicted)):
        yield f"sheet {sheet.pk} of {sheet.application.label} counts in spite of a conflict"
