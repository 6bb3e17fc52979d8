"""How applications are judged: the administrative check, impartiality, and score sheets."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from applications.models.application import Application
from calls.models import CheckItem, Criterion
from strategy_portal.accounts.models import User
from strategy_portal.guards import frozen, frozen_with, kept

SHORTEST_REASON = 30


class CheckSheet(models.Model):
    """The administrative check of one application; concluded, it no longer changes."""

    application = models.OneToOneField(
        Application, on_delete=models.PROTECT, related_name="check_sheet"
    )
    checked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    started_at = models.DateTimeField(db_default=Now(), editable=False)
    concluded_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("check sheet")
        verbose_name_plural = _("check sheets")
        triggers = [
            frozen("concluded_is_frozen", once="OLD.concluded_at IS NOT NULL"),
            *kept(),
        ]

    def __str__(self) -> str:
        return str(self.application)


class CheckAnswer(models.Model):
    """Pass or fail for one item of the check, with a note."""

    sheet = models.ForeignKey(CheckSheet, on_delete=models.PROTECT, related_name="answers")
    item = models.ForeignKey(CheckItem, on_delete=models.PROTECT, related_name="+")
    passed = models.BooleanField(null=True)
    note = models.TextField(_("note"), max_length=1000, blank=True)

    class Meta:
        verbose_name = _("check answer")
        verbose_name_plural = _("check answers")
        ordering = ["sheet", "item__position"]
        constraints = [
            models.UniqueConstraint("sheet", "item", name="check_answer_is_one_for_an_item")
        ]
        triggers = frozen_with(
            "selection_checksheet", key="sheet_id", once="concluded_at IS NOT NULL"
        )

    def __str__(self) -> str:
        return f"{self.item}: {self.passed}"


class Assignment(models.Model):
    """An evaluator given an application to score."""

    application = models.ForeignKey(
        Application, on_delete=models.PROTECT, related_name="assignments"
    )
    evaluator = models.ForeignKey(User, on_delete=models.PROTECT, related_name="assignments")
    assigned_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    assigned_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        verbose_name = _("assignment")
        verbose_name_plural = _("assignments")
        ordering = ["application", "pk"]
        constraints = [
            models.UniqueConstraint(
                "application", "evaluator", name="assignment_is_one_for_an_evaluator"
            )
        ]

    def __str__(self) -> str:
        return f"{self.application} – {self.evaluator}"


class Relation(models.TextChoices):
    FAMILY = "family", _("family ties")
    EMPLOYMENT = "employment", _("employment")
    MEMBERSHIP = "membership", _("membership")
    PROPERTY = "property", _("property interests")
    OTHER = "other", _("other")


class Declaration(models.Model):
    """A person's declaration of impartiality and confidentiality for one application.

    It may turn from „no conflict“ to „conflict“, never back. Scores hang on it by a composite foreign key
    (migration 0002), so the database refuses a score without a declaration of no conflict.
    """

    application = models.ForeignKey(
        Application, on_delete=models.PROTECT, related_name="declarations"
    )
    person = models.ForeignKey(User, on_delete=models.PROTECT, related_name="declarations")
    has_conflict = models.BooleanField()
    relation = models.CharField(_("kind of conflict"), max_length=20, choices=Relation, blank=True)
    note = models.TextField(_("explanation"), max_length=1000, blank=True)
    declared_at = models.DateTimeField(db_default=Now(), editable=False)
    conflict_found_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        verbose_name = _("declaration of impartiality")
        verbose_name_plural = _("declarations of impartiality")
        ordering = ["application", "pk"]
        constraints = [
            models.UniqueConstraint(
                "application", "person", name="declaration_is_one_for_a_person"
            ),
            models.UniqueConstraint(
                fields=["application", "person", "has_conflict"],
                name="declaration_is_referred_to_by_scores",
            ),
            models.CheckConstraint(
                name="declaration_of_a_conflict_names_its_kind",
                condition=Q(has_conflict=False) | ~Q(relation=""),
            ),
        ]
        triggers = [
            frozen("conflict_stays", once="OLD.has_conflict"),
            *kept(),
        ]

    def __str__(self) -> str:
        return f"{self.person} – {self.application}"


class ScoreSheet(models.Model):
    """One evaluator's scores for one application. Submitted, it is frozen; void once a conflict came to light."""

    application = models.ForeignKey(
        Application, on_delete=models.PROTECT, related_name="score_sheets"
    )
    evaluator = models.ForeignKey(User, on_delete=models.PROTECT, related_name="score_sheets")
    has_conflict = models.BooleanField(null=True, default=False, editable=False)
    started_at = models.DateTimeField(db_default=Now(), editable=False)
    submitted_at = models.DateTimeField(null=True)
    total = models.DecimalField(_("score"), max_digits=7, decimal_places=4, null=True)
    voided_at = models.DateTimeField(null=True)

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
            models.CheckConstraint(
                name="score_sheet_stands_without_a_conflict",
                condition=Q(voided_at=None, has_conflict=False)
                | Q(voided_at__isnull=False, has_conflict=None),
            ),
        ]
        triggers = [
            frozen(
                "submitted_is_frozen",
                once="OLD.submitted_at IS NOT NULL",
                fields=["application", "evaluator", "submitted_at", "total"],
            ),
            *kept(),
        ]

    def __str__(self) -> str:
        return f"{self.application} – {self.evaluator}"

    @property
    def is_submitted(self) -> bool:
        return self.submitted_at is not None


class Score(models.Model):
    """Points for one criterion, with the reason. Not scored is never zero: it is empty."""

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
        triggers = frozen_with(
            "selection_scoresheet", key="sheet_id", once="submitted_at IS NOT NULL"
        )

    def __str__(self) -> str:
        return f"{self.criterion}: {self.points}"
