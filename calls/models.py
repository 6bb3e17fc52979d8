"""Calls for applications (kvietimai) and the rules each one is judged by."""

from datetime import datetime
from decimal import Decimal

import pgtrigger
from django.core.serializers.json import DjangoJSONEncoder
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Case, F, Q, Value, When
from django.db.models.functions import Now
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from budget.models import Action
from strategy_portal.accounts.models import User
from strategy_portal.guards import frozen, frozen_with, refuse
from strategy_portal.money import CENT, MoneyField
from strategy_portal.templatetags import percent

RULES = [
    "number", "action", "title", "summary", "eligible_applicants", "what_is_needed", "opens_at", "closes_at",
    "amount", "max_per_project", "intensity", "planned_projects", "pass_mark", "evaluators", "tie_break",
    "rates", "overflow", "channel", "contact_name", "contact_phone", "contact_email", "published_at",
]  # fmt: skip


class Channel(models.TextChoices):
    PORTAL = "portal", _("in this portal")
    DMS = "dms", _("in the national system DMS")
    BOTH = "both", _("in this portal and in DMS")


class Overflow(models.TextChoices):
    STOP = "stop", _("stop at the first that does not fit")
    SKIP = "skip", _("skip it and try the next")


class TieBreak(models.TextChoices):
    CRITERION_1 = "criterion-1", _("more points for criterion 1")
    CRITERION_2 = "criterion-2", _("more points for criterion 2")
    CRITERION_3 = "criterion-3", _("more points for criterion 3")
    CRITERION_4 = "criterion-4", _("more points for criterion 4")
    SMALLER = "smaller", _("the smaller requested sum")
    EARLIER = "earlier", _("the earlier submission")


class Phase(models.TextChoices):
    """Where a call stands in time. Computed by the database's clock, never stored."""

    DRAFT = "draft", _("Being prepared")
    PLANNED = "planned", _("Planned")
    OPEN = "open", _("Open")
    CLOSED = "closed", _("Closed")


def default_tie_break() -> list[str]:
    return [TieBreak.CRITERION_1, TieBreak.SMALLER, TieBreak.EARLIER]


class CallQuerySet(models.QuerySet["Call"]):
    def with_phase(self) -> "CallQuerySet":
        """Add `phase` and `now`, by the database's clock. See also Call.takes_applications_at."""
        return self.annotate(
            now=Now(),
            phase=Case(
                When(published_at=None, then=Value(Phase.DRAFT)),
                When(opens_at__gt=Now(), then=Value(Phase.PLANNED)),
                When(closes_at__gt=Now(), then=Value(Phase.OPEN)),
                default=Value(Phase.CLOSED),
            ),
        )

    def published(self) -> "CallQuerySet":
        return self.filter(published_at__isnull=False)

    def open_first(self) -> "CallQuerySet":
        """Needs with_phase(). Open ones as they close, then planned ones, then closed ones, the latest first."""
        rank = Case(When(phase=Phase.OPEN, then=0), When(phase=Phase.PLANNED, then=1), default=2)
        coming = Case(When(phase__in=[Phase.OPEN, Phase.PLANNED], then=F("closes_at")))
        return self.order_by(rank, coming, "-closes_at", "-pk")

    def open(self) -> "CallQuerySet":
        """Published calls that take applications now, the first to close first."""
        return (
            self.published().filter(opens_at__lte=Now(), closes_at__gt=Now()).order_by("closes_at")
        )

    def planned(self) -> "CallQuerySet":
        """Published calls that have not opened yet."""
        return self.published().filter(opens_at__gt=Now()).order_by("opens_at")


class Call(models.Model):
    """A call for applications for one action. Its rules freeze when it is published."""

    action = models.ForeignKey(
        Action, on_delete=models.PROTECT, related_name="calls", verbose_name=_("action")
    )
    sequence = models.PositiveIntegerField(editable=False)
    number = models.CharField(_("number"), max_length=20, unique=True, editable=False)
    title = models.CharField(_("title"), max_length=150)
    summary = models.TextField(_("in one sentence: what is supported"), max_length=600)
    eligible_applicants = models.TextField(
        _("who may apply"), max_length=3000, help_text=_("One kind of applicant on each line.")
    )
    what_is_needed = models.TextField(
        _("what applicants will need"),
        max_length=3000,
        blank=True,
        help_text=_("One thing on each line."),
    )
    opens_at = models.DateTimeField(
        _("opens"), help_text=_("Vilnius time, for example 2027-01-18 08:00")
    )
    closes_at = models.DateTimeField(
        _("closes"),
        help_text=_("Vilnius time, for example 2027-02-26 17:00. From this moment it is too late."),
    )
    amount = MoneyField(_("sum of the call, EUR"))
    max_per_project = MoneyField(_("largest grant for a project, EUR"))
    intensity = models.DecimalField(
        _("funding rate, %"),
        max_digits=5,
        decimal_places=2,
        help_text=_("What part of the eligible costs the grant may cover."),
        validators=[MinValueValidator(CENT), MaxValueValidator(100)],
    )
    planned_projects = models.PositiveIntegerField(
        _("planned projects"), validators=[MinValueValidator(1)]
    )
    pass_mark = models.DecimalField(
        _("pass mark, points of 100"),
        max_digits=5,
        decimal_places=2,
        validators=[MinValueValidator(0), MaxValueValidator(100)],
    )
    evaluators = models.PositiveSmallIntegerField(
        _("evaluators for each application"),
        default=2,
        validators=[MinValueValidator(1), MaxValueValidator(5)],
    )
    tie_break = models.JSONField(_("order of equal scores"), default=default_tie_break)
    rates = models.JSONField(_("shares of the sources, %"), default=dict, encoder=DjangoJSONEncoder)
    overflow = models.CharField(
        _("when the next in line does not fit"),
        max_length=10,
        choices=Overflow,
        default=Overflow.STOP,
    )
    channel = models.CharField(_("where one files"), max_length=10, choices=Channel)
    contact_name = models.CharField(_("contact person"), max_length=150)
    contact_phone = models.CharField(_("phone"), max_length=40)
    contact_email = models.EmailField(_("e-mail"))
    revision = models.PositiveIntegerField(
        default=0, editable=False
    )  # how many times the draft was saved
    request_key = models.UUIDField(null=True, unique=True, editable=False)
    created_at = models.DateTimeField(db_default=Now(), editable=False)
    created_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", editable=False)
    published_at = models.DateTimeField(null=True, editable=False)
    published_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, related_name="+", editable=False
    )

    objects = CallQuerySet.as_manager()
    phase: str  # these two by with_phase()
    now: datetime

    class Meta:
        verbose_name = _("call")
        verbose_name_plural = _("calls")
        ordering = ["-closes_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                "action", "sequence", name="call_sequence_is_unique_in_its_action"
            ),
            models.CheckConstraint(
                name="call_opens_before_it_closes",
                condition=Q(opens_at__lt=F("closes_at")),
                violation_error_message=_("The call must open before it closes."),
            ),
            models.CheckConstraint(
                name="call_amounts_are_positive", condition=Q(amount__gt=0, max_per_project__gt=0)
            ),
            models.CheckConstraint(
                name="call_largest_grant_is_within_its_sum",
                condition=Q(max_per_project__lte=F("amount")),
                violation_error_message=_(
                    "The largest grant can't be more than the sum of the call."
                ),
            ),
            models.CheckConstraint(
                name="call_intensity_is_a_percentage",
                condition=Q(intensity__gt=0, intensity__lte=100),
            ),
            models.CheckConstraint(
                name="call_pass_mark_is_in_range", condition=Q(pass_mark__gte=0, pass_mark__lte=100)
            ),
            models.CheckConstraint(
                name="call_plans_projects_and_evaluators",
                condition=Q(planned_projects__gte=1, evaluators__gte=1),
            ),
        ]
        triggers = [
            frozen("published_rules_are_frozen", once="OLD.published_at IS NOT NULL", fields=RULES),
            refuse(
                "published_stays",
                pgtrigger.Delete,
                "a published call stays",
                condition=pgtrigger.Q(old__published_at__isnull=False),
            ),
            refuse(
                "starts_unpublished",
                pgtrigger.Insert,
                "a call is published later",
                condition=pgtrigger.Q(new__published_at__isnull=False),
            ),
            pgtrigger.Trigger(
                name="published_with_full_weights",
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(
                    old__published_at__isnull=True, new__published_at__isnull=False
                ),
                func="""
                    IF (SELECT sum(weight) FROM calls_criterion WHERE call_id = NEW.id) IS DISTINCT FROM 100 THEN
                        RAISE EXCEPTION 'the weights of the criteria must sum to 100'
                            USING ERRCODE = 'check_violation', CONSTRAINT = 'call_weights_sum_to_100';
                    END IF;
                    RETURN NEW;
                """,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.title}"

    def get_absolute_url(self) -> str:
        return reverse("calls:detail", args=[self.number])

    @property
    def is_published(self) -> bool:
        return self.published_at is not None

    @property
    def phase_label(self) -> str:
        """Needs with_phase()."""
        return Phase(self.phase).label

    @property
    def needs_dms(self) -> bool:
        """Whether filing here is not enough: the legally binding plan goes to the national system."""
        return self.channel != Channel.PORTAL

    @property
    def shares(self) -> dict[str, Decimal]:
        """What part of a grant each source gives, % by code; nothing where the strategy's own shares hold."""
        return {code: Decimal(share) for code, share in self.rates.items()}

    @property
    def shares_in_words(self) -> list[str]:
        """Each source's name and share, for whoever reads the rules. One query where the call has its own."""
        names = dict(self.action.strategy.sources.values_list("code", "name")) if self.rates else {}
        return [f"{names[code]} – {percent(share)}" for code, share in self.shares.items()]

    @property
    def tie_break_labels(self) -> list[str]:
        return [str(TieBreak(rule).label) for rule in self.tie_break]

    def takes_applications_at(self, moment: datetime) -> bool:
        """Half-open: the closing moment is already too late. See also CallQuerySet.with_phase()."""
        return self.is_published and self.opens_at <= moment < self.closes_at


class Criterion(models.Model):
    """One question evaluators answer with points; its weight is its part of the 100 an application can get."""

    call = models.ForeignKey(Call, on_delete=models.CASCADE, related_name="criteria")
    position = models.PositiveSmallIntegerField(_("position"))
    name = models.CharField(_("criterion"), max_length=200)
    guidance = models.TextField(_("how points are given"), max_length=3000, blank=True)
    max_points = models.DecimalField(
        _("most points"), max_digits=5, decimal_places=2, validators=[MinValueValidator(CENT)]
    )
    weight = models.DecimalField(
        _("weight"), max_digits=5, decimal_places=2, validators=[MinValueValidator(CENT)]
    )

    class Meta:
        verbose_name = _("criterion")
        verbose_name_plural = _("criteria")
        ordering = ["call", "position"]
        constraints = [
            models.UniqueConstraint(
                "call", "position", name="criterion_position_is_unique_in_its_call"
            ),
            models.CheckConstraint(
                name="criterion_points_and_weight_are_positive",
                condition=Q(max_points__gt=0, weight__gt=0, weight__lte=100),
            ),
        ]
        triggers = frozen_with("calls_call", key="call_id", once="published_at IS NOT NULL")

    def __str__(self) -> str:
        return f"{self.position}. {self.name}"


class CheckItem(models.Model):
    """One yes-or-no question of the administrative check."""

    call = models.ForeignKey(Call, on_delete=models.CASCADE, related_name="check_items")
    position = models.PositiveSmallIntegerField(_("position"))
    text = models.CharField(_("what is checked"), max_length=300)

    class Meta:
        verbose_name = _("check item")
        verbose_name_plural = _("check items")
        ordering = ["call", "position"]
        constraints = [
            models.UniqueConstraint(
                "call", "position", name="check_item_position_is_unique_in_its_call"
            )
        ]
        triggers = frozen_with("calls_call", key="call_id", once="published_at IS NOT NULL")

    def __str__(self) -> str:
        return f"{self.position}. {self.text}"
