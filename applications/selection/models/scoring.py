"""Assignments of evaluators, and their score sheets."""

from fractions import Fraction

import pgtrigger
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from applications.models.application import Application
from applications.selection.exact import weighted
from applications.selection.models.impartiality import Declaration
from calls.models import Criterion
from strategy_portal.accounts.models import User
from strategy_portal.guards import (
    frozen,
    frozen_with,
    kept,
    never_updated,
    stamped,
    stamped_once_set,
)

VOID_FOR_A_CONFLICT = """
    IF NOT EXISTS (
        SELECT FROM public.selection_declaration
        WHERE application_id = NEW.application_id AND person_id = NEW.evaluator_id AND has_conflict
    ) THEN
        RAISE EXCEPTION 'a sheet is void for a conflict of interest'
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
"""
SHORTEST_REASON = 30  # characters: every score carries a reason


class AssignmentQuerySet(models.QuerySet["Assignment"]):
    def awaited(self) -> "AssignmentQuerySet":
        """Those whose evaluator has neither submitted a sheet that counts nor recused."""
        same = {"application": OuterRef("application")}
        judged = ScoreSheet.objects.counted().filter(evaluator=OuterRef("evaluator"), **same)
        recused = Declaration.objects.filter(
            person=OuterRef("evaluator"), has_conflict=True, **same
        )
        return self.exclude(Exists(judged)).exclude(Exists(recused))


class Assignment(models.Model):
    """An evaluator assigned to score an application."""

    application = models.ForeignKey(
        Application, on_delete=models.PROTECT, related_name="assignments"
    )
    evaluator = models.ForeignKey(User, on_delete=models.PROTECT, related_name="assignments")
    assigned_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    assigned_at = models.DateTimeField(db_default=Now(), editable=False)

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("assignment")
        verbose_name_plural = _("assignments")
        ordering = ["application", "pk"]
        constraints = [
            models.UniqueConstraint(
                "application", "evaluator", name="assignment_is_one_for_an_evaluator"
            )
        ]
        triggers = [stamped("assigned_at"), never_updated()]

    def __str__(self) -> str:
        return f"{self.application} – {self.evaluator}"


class ScoreSheetQuerySet(models.QuerySet["ScoreSheet"]):
    def counted(self) -> "ScoreSheetQuerySet":
        """Submitted and not void: the sheets that an application's score is computed from."""
        return self.filter(submitted_at__isnull=False, voided_at=None)


class ScoreSheet(models.Model):
    """One evaluator's scores for one application.

    Frozen at submission; voided if the evaluator reports a conflict of interest.
    """

    application = models.ForeignKey(
        Application, on_delete=models.PROTECT, related_name="score_sheets"
    )
    evaluator = models.ForeignKey(User, on_delete=models.PROTECT, related_name="score_sheets")
    # Part of the composite foreign key to the declaration (sql/score_sheets.sql): false ties the
    # sheet to a declaration of no conflict; NULL unties a void sheet, which is kept
    has_conflict = models.BooleanField(null=True, default=False, editable=False)
    started_at = models.DateTimeField(db_default=Now(), editable=False)
    submitted_at = models.DateTimeField(null=True)
    # Rounded once, from exact fractions; the mean of the sheets is computed from the points again
    total = models.DecimalField(_("score"), max_digits=5, decimal_places=2, null=True)
    voided_at = models.DateTimeField(null=True)

    objects = ScoreSheetQuerySet.as_manager()

    class Meta:
        verbose_name = _("score sheet")
        verbose_name_plural = _("score sheets")
        ordering = ["application", "pk"]
        constraints = [
            models.UniqueConstraint(
                "application", "evaluator", name="score_sheet_is_one_for_an_evaluator"
            ),
            models.CheckConstraint(
                name="score_sheet_has_a_total_once_submitted",
                condition=Q(submitted_at=None, total=None)
                | Q(submitted_at__isnull=False, total__isnull=False),
            ),
            models.CheckConstraint(
                name="score_sheet_total_is_in_range",
                condition=Q(total=None) | Q(total__gte=0, total__lte=100),
            ),
            # Only a void sheet may let go of its declaration, which can then become a conflict
            models.CheckConstraint(
                name="score_sheet_stands_without_a_conflict",
                # Not NULL, said expressly: a CHECK passes what is neither true nor false
                condition=Q(voided_at=None, has_conflict=False, has_conflict__isnull=False)
                | Q(voided_at__isnull=False, has_conflict=None),
            ),
        ]
        triggers = [
            stamped("started_at"),
            stamped_once_set("submitted_at"),
            stamped_once_set("voided_at"),
            # At commit, because a sheet is void before its declaration can become a conflict
            pgtrigger.Trigger(
                name="void_for_a_conflict",
                when=pgtrigger.After,
                operation=pgtrigger.Update,
                timing=pgtrigger.Deferred,
                condition=pgtrigger.Q(new__voided_at__isnull=False),
                func=VOID_FOR_A_CONFLICT,
            ),
            frozen("void_stays_void", once="OLD.voided_at IS NOT NULL"),
            frozen(
                "origin_is_frozen", once="TRUE", fields=["application", "evaluator", "started_at"]
            ),
            frozen(
                "submitted_is_frozen",
                once="OLD.submitted_at IS NOT NULL",
                fields=["submitted_at", "total"],
            ),
            *kept(),
        ]

    def __str__(self) -> str:
        return f"{self.application} – {self.evaluator}"

    @property
    def is_submitted(self) -> bool:
        return self.submitted_at is not None


class Score(models.Model):
    """Points for one criterion, with the reason. Not scored is NULL, never zero."""

    sheet = models.ForeignKey(ScoreSheet, on_delete=models.PROTECT, related_name="scores")
    criterion = models.ForeignKey(Criterion, on_delete=models.PROTECT, related_name="+")
    points = models.DecimalField(_("points"), max_digits=5, decimal_places=2, null=True)
    reason = models.TextField(_("reason"), max_length=3000, blank=True)

    class Meta:
        verbose_name = _("score")
        verbose_name_plural = _("scores")
        ordering = ["sheet", "criterion__position"]
        constraints = [
            models.UniqueConstraint("sheet", "criterion", name="score_is_one_for_a_criterion"),
            models.CheckConstraint(
                name="score_is_not_negative", condition=Q(points=None) | Q(points__gte=0)
            ),
        ]
        # The sheet's own trigger sees changes of its own row only
        triggers = frozen_with(
            "selection_scoresheet", key="sheet_id", once="submitted_at IS NOT NULL"
        )

    def __str__(self) -> str:
        return f"{self.criterion}: {self.points}"

    @property
    def weighted(self) -> Fraction:
        """Weighted points of 100, exact. Needs points."""
        return weighted(self.points, self.criterion.max_points, self.criterion.weight)

    @property
    def has_reason(self) -> bool:
        return len(self.reason.strip()) >= SHORTEST_REASON
