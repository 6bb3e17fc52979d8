"""The call: its rules, its phase, and the constraints the database enforces on it."""

from datetime import datetime
from decimal import Decimal

from django.core.serializers.json import DjangoJSONEncoder
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Case, F, Q, Value, When
from django.db.models.functions import Now
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from budget.models import Action
from budget.models.account import NOT_A_NUMBER
from calls.models.rules import (
    Channel,
    Overflow,
    Phase,
    TieBreak,
    default_tie_break,
    kept_once_published,
)
from strategy_portal.accounts.models import User
from strategy_portal.clock import reading as clock
from strategy_portal.money import CENT, MoneyField
from strategy_portal.templatetags import percent


def is_positive(field: str) -> Q:
    # PostgreSQL's NaN is greater than every number
    return Q(**{f"{field}__gt": 0}) & ~Q(**{field: NOT_A_NUMBER})


SUMS_ARE_POSITIVE = models.CheckConstraint(
    name="call_amounts_are_positive",
    condition=is_positive("amount") & is_positive("max_per_project"),
)


class CallQuerySet(models.QuerySet["Call"]):
    def with_phase(self) -> "CallQuerySet":
        """Add `phase` and `now`, by the database clock. See also Call.takes_applications_at."""
        # Computed: a stored phase would need a job that changes it at the right second.
        # Now() is the same moment for all rows of the query, on every app server
        return self.annotate(
            now=clock.Now(),
            phase=Case(
                When(published_at=None, then=Value(Phase.DRAFT)),
                When(opens_at__gt=clock.Now(), then=Value(Phase.PLANNED)),
                When(closes_at__gt=clock.Now(), then=Value(Phase.OPEN)),
                default=Value(Phase.CLOSED),
            ),
        )

    def published(self) -> "CallQuerySet":
        return self.filter(published_at__isnull=False)

    def open_first(self) -> "CallQuerySet":
        """Order: open (first to close first), planned, closed (latest first).

        Needs with_phase().
        """
        rank = Case(
            When(phase=Phase.OPEN, then=0),
            When(phase=Phase.PLANNED, then=1),
            default=2,
        )
        coming = Case(When(phase__in=[Phase.OPEN, Phase.PLANNED], then=F("closes_at")))
        return self.order_by(rank, coming, "-closes_at", "-pk")

    def open(self) -> "CallQuerySet":
        """Published calls that take applications now, the first to close first."""
        # Half-open [opens_at, closes_at): at the closing moment a call is closed
        in_time = self.published().filter(opens_at__lte=clock.Now(), closes_at__gt=clock.Now())
        return in_time.order_by("closes_at")

    def planned(self) -> "CallQuerySet":
        """Published calls that have not opened yet."""
        return self.published().filter(opens_at__gt=clock.Now()).order_by("opens_at")


class Call(models.Model):
    """A call for applications under one action. Its rules freeze at publication."""

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
    # JSON in the row itself, so that one trigger freezes it together with all other rules
    tie_break = models.JSONField(_("order of equal scores"), default=default_tie_break)
    rates = models.JSONField(_("shares of the sources, %"), default=dict, encoder=DjangoJSONEncoder)
    overflow = models.CharField(
        _("when the next in line does not fit"),
        max_length=10,
        choices=Overflow,
        default=Overflow.STOP,
    )
    channel = models.CharField(_("where to apply"), max_length=10, choices=Channel)
    contact_name = models.CharField(_("contact person"), max_length=150)
    contact_phone = models.CharField(_("phone"), max_length=40)
    contact_email = models.EmailField(_("e-mail"))

    # Number of saves of the draft (optimistic locking): a stale page can't undo a later save
    revision = models.PositiveIntegerField(default=0, editable=False)
    created_at = models.DateTimeField(db_default=Now(), editable=False)
    created_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", editable=False)
    published_at = models.DateTimeField(null=True, editable=False)
    published_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, related_name="+", editable=False
    )

    objects = CallQuerySet.as_manager()
    phase: str  # this and `now` by with_phase()
    now: datetime

    class Meta:
        verbose_name = _("call")
        verbose_name_plural = _("calls")
        ordering = ["-closes_at", "-pk"]
        # Forms check the same with better messages; these also hold for scripts and races
        constraints = [
            models.UniqueConstraint(
                "action", "sequence", name="call_sequence_is_unique_in_its_action"
            ),
            models.CheckConstraint(
                name="call_opens_before_it_closes",
                condition=Q(opens_at__lt=F("closes_at")),
                violation_error_message=_("The call must open before it closes."),
            ),
            SUMS_ARE_POSITIVE,
            models.CheckConstraint(
                name="call_largest_grant_is_within_its_sum",
                condition=Q(max_per_project__lte=F("amount")),
                violation_error_message=_("The largest grant can't exceed the sum of the call."),
            ),
            models.CheckConstraint(
                name="call_intensity_is_a_percentage",
                condition=Q(intensity__gt=0, intensity__lte=100),
            ),
            models.CheckConstraint(
                name="call_pass_mark_is_in_range",
                condition=Q(pass_mark__gte=0, pass_mark__lte=100),
            ),
            models.CheckConstraint(
                name="call_plans_projects_and_evaluators",
                condition=Q(planned_projects__gte=1, evaluators__gte=1),
            ),
        ]
        triggers = kept_once_published()

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
        """Whether a project plan must be submitted through the national system (DMS) as well."""
        return self.channel != Channel.PORTAL

    @property
    def is_filed_here(self) -> bool:
        """Whether applications are submitted in this portal, if perhaps in DMS as well."""
        return self.channel != Channel.DMS

    @property
    def shares(self) -> dict[str, Decimal]:
        """% of a grant by source code; empty if the strategy's own shares apply."""
        return {code: Decimal(share) for code, share in self.rates.items()}

    @property
    def shares_in_words(self) -> list[str]:
        """Each source's name and share; empty if the strategy's own shares apply."""
        names = dict(self.action.strategy.sources.values_list("code", "name"))
        return [f"{names[code]} – {percent(share)}" for code, share in self.shares.items()]

    @property
    def tie_break_labels(self) -> list[str]:
        return [str(TieBreak(rule).label) for rule in self.tie_break]

    def takes_applications_at(self, moment: datetime) -> bool:
        """Whether an application may be submitted at `moment`. See also with_phase()."""
        is_open = self.opens_at <= moment and not self.has_closed_at(moment)
        return self.is_published and self.is_filed_here and is_open

    def has_closed_at(self, moment: datetime) -> bool:
        return moment >= self.closes_at  # as announced: at the closing moment it is too late
