"""The application (paraiška) and its answers. Its history is in story.py."""

import re
from decimal import Decimal

import pgtrigger
from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Sum
from django.db.models.functions import Now
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from applications.models.organisation import MAY_EDIT, Membership, Organisation
from applications.models.status import Status, moves, told
from budget.models.account import NOT_A_NUMBER
from calls.models import Call, Channel
from strategy_portal.accounts.models import User
from strategy_portal.clock import reading as clock
from strategy_portal.guards import frozen, kept, refuse, stamped
from strategy_portal.money import ZERO, MoneyField

REFERENCE = re.compile(r"P-(20[0-9]{2})-([0-9]{3,18})")
CONTACTS = ["head", "contact_name", "contact_phone", "contact_email"]
ESSENCE = [
    "title",
    "public_summary",
    "need",
    "aim",
    "change",
    "continuity",
    "starts_on",
    "ends_on",
]
FUNDS = ["requested", "own_funds", "other_funds"]
DECLARATIONS = [
    "is_truthful",
    "is_solvent",
    "is_not_funded_twice",
    "secures_own_funds",
    "knows_of_publication",
]
SIGNATORY = ["signatory_name", "signatory_office"]
ANSWERS = [*CONTACTS, *ESSENCE, *FUNDS, *DECLARATIONS, *SIGNATORY]
# Who may judge an application depends on these
ORIGIN = ["call", "organisation", "created_by", "created_at"]
# Frozen at submission
CONTENT = [*ANSWERS, "number", "sequence", "submitted_at", "revisions"]

HAS_ITS_VERSION = """
    IF NEW.status = 'submitted' AND NOT EXISTS (
        SELECT FROM public.applications_applicationversion
        WHERE application_id = NEW.id AND submitted_at = NEW.submitted_at
    ) THEN
        RAISE EXCEPTION 'what was submitted has its version'
            USING ERRCODE = 'restrict_violation';
    END IF;
"""
IS_DRAFT = Q(status=Status.DRAFT)
# All three or none: a number without a time of submission would prove nothing
NOT_REGISTERED = Q(number__isnull=True, sequence__isnull=True, submitted_at__isnull=True)
REGISTERED = Q(number__isnull=False, sequence__isnull=False, submitted_at__isnull=False)


def none_or_more(field: str) -> Q:
    """A condition: `field` is empty or a number that is not negative."""
    # PostgreSQL's NaN is greater than every number
    return Q(**{field: None}) | Q(**{f"{field}__gte": 0}) & ~Q(**{field: NOT_A_NUMBER})


class ApplicationQuerySet(models.QuerySet["Application"]):
    def of_applicant(self, user: User) -> "ApplicationQuerySet":
        """The applications of the user's organisations."""
        return self.filter(
            organisation__memberships__user=user, organisation__memberships__until=None
        )

    def bound_to(self, user: User) -> "ApplicationQuerySet":
        """The applications that the user had a hand in: they may not judge these.

        Whoever was a member of the organisation at any time since the draft began, even if they
        have left since.
        """
        memberships = Membership.objects.filter(user=user, organisation=OuterRef("organisation"))
        stayed = Q(until=None) | Q(until__gt=OuterRef("created_at"))
        return self.filter(Q(created_by=user) | Exists(memberships.filter(stayed)))

    def referred_to(self, reference: str) -> "ApplicationQuerySet":
        """The application with the reference, e.g. P-2026-014; none if it is malformed."""
        match = REFERENCE.fullmatch(reference)
        if match is None:
            return self.none()
        # The reference is made of these two, so it needs no column
        return self.filter(created_at__year=int(match[1]), pk=int(match[2]))

    def unfinished(self) -> "ApplicationQuerySet":
        """Drafts that may still be submitted here, the first whose call closes first."""
        drafts = self.filter(status=Status.DRAFT).exclude(call__channel=Channel.DMS)
        open_drafts = drafts.filter(call__closes_at__gt=clock.Now())
        return open_drafts.order_by("call__closes_at", "pk")

    def untouched(self) -> "ApplicationQuerySet":
        """Drafts in which no section was ever saved."""
        return self.filter(status=Status.DRAFT, revisions={})

    def submitted(self) -> "ApplicationQuerySet":
        return self.exclude(status=Status.DRAFT)

    def live(self) -> "ApplicationQuerySet":
        """Submitted ones of which something can still become."""
        return self.filter(status__in=Status.live())

    def with_total(self) -> "ApplicationQuerySet":
        """Add `total` (EUR), the sum of the cost lines."""
        return self.annotate(total=Sum("cost_lines__amount", default=ZERO))


class Application(models.Model):
    """One organisation's application to one call."""

    call = models.ForeignKey(Call, on_delete=models.PROTECT, related_name="applications")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="applications"
    )
    status = models.CharField(
        _("status"), max_length=20, choices=Status, default=Status.DRAFT, editable=False
    )
    # Assigned at submission, so that numbers have no gaps; drafts are named by `reference`
    number = models.CharField(  # noqa: DJ001 - unique, so many drafts can't share an empty text
        _("registration number"), max_length=30, unique=True, null=True, editable=False
    )
    sequence = models.PositiveIntegerField(null=True, editable=False)
    created_at = models.DateTimeField(db_default=Now(), editable=False)
    created_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", editable=False)
    submitted_at = models.DateTimeField(_("submitted"), null=True, editable=False)
    # Saves by section (optimistic locking): a stale page can't overwrite a colleague's answers
    revisions = models.JSONField(default=dict, editable=False)

    head = models.CharField(_("head of the organisation"), max_length=150, blank=True)
    contact_name = models.CharField(_("contact person"), max_length=150, blank=True)
    contact_phone = models.CharField(_("phone"), max_length=40, blank=True)
    contact_email = models.EmailField(_("e-mail"), blank=True)

    title = models.CharField(_("project title"), max_length=150, blank=True)
    public_summary = models.TextField(_("public summary"), max_length=600, blank=True)
    need = models.TextField(_("the problem or need"), max_length=3000, blank=True)
    aim = models.TextField(_("the aim of the project"), max_length=1500, blank=True)
    change = models.TextField(_("what will change"), max_length=3000, blank=True)
    continuity = models.TextField(_("how it continues afterwards"), max_length=3000, blank=True)
    starts_on = models.DateField(_("start"), null=True, blank=True)
    ends_on = models.DateField(_("end"), null=True, blank=True)

    requested = MoneyField(_("requested sum, EUR"), null=True, blank=True)
    own_funds = MoneyField(_("own contribution, EUR"), null=True, blank=True)
    other_funds = MoneyField(_("other funds, EUR"), null=True, blank=True)

    is_truthful = models.BooleanField(default=False)
    is_solvent = models.BooleanField(default=False)
    is_not_funded_twice = models.BooleanField(default=False)
    secures_own_funds = models.BooleanField(default=False)
    knows_of_publication = models.BooleanField(default=False)
    signatory_name = models.CharField(_("who signs: name and surname"), max_length=150, blank=True)
    signatory_office = models.CharField(
        _("position and basis of authority"), max_length=200, blank=True
    )

    objects = ApplicationQuerySet.as_manager()
    # By with_total()
    total: Decimal

    class Meta:
        verbose_name = _("application")
        verbose_name_plural = _("applications")
        ordering = ["-pk"]
        indexes = [
            models.Index("call", "status", name="application_call_status"),
            models.Index(F("submitted_at").desc(), name="application_submitted"),
        ]
        constraints = [
            models.UniqueConstraint(
                "call", "sequence", name="application_sequence_is_unique_in_its_call"
            ),
            models.CheckConstraint(
                name="application_status_is_known",
                condition=Q(status__in=Status.values),
            ),
            models.CheckConstraint(
                name="application_has_a_number_once_submitted",
                condition=IS_DRAFT & NOT_REGISTERED | ~IS_DRAFT & REGISTERED,
            ),
            # A CHECK beside the form's: these sums feed the ranking and the ledger
            models.CheckConstraint(
                name="application_sums_are_not_negative",
                condition=none_or_more("requested")
                & none_or_more("own_funds")
                & none_or_more("other_funds"),
            ),
            models.CheckConstraint(
                name="application_starts_before_it_ends",
                condition=Q(starts_on=None) | Q(ends_on=None) | Q(starts_on__lte=F("ends_on")),
            ),
        ]
        triggers = [
            stamped("created_at"),
            # Only transitions of the table, whatever code writes the status
            pgtrigger.FSM(name="moves_by_the_table", field="status", transitions=moves()),
            refuse(
                "starts_as_a_draft",
                pgtrigger.Insert,
                "an application starts as a draft",
                condition=~pgtrigger.Q(new__status="draft"),
            ),
            frozen("origin_is_frozen", once="TRUE", fields=ORIGIN),
            # What was submitted is what is scored; a change is a new version
            frozen(
                "submitted_content_is_frozen",
                once="OLD.status <> 'draft'",
                fields=CONTENT,
            ),
            told(
                "status_has_its_story",
                pgtrigger.UpdateOf("status"),
                application="NEW.id",
                also=HAS_ITS_VERSION,
            ),
            *kept(),
        ]

    def __str__(self) -> str:
        return f"{self.label} „{self.title}“" if self.title else self.label

    def get_absolute_url(self) -> str:
        return reverse("applications:detail", args=[self.reference])

    @property
    def reference(self) -> str:
        """The draft's name, e.g. P-2026-014; permanent, because URLs contain it."""
        # Vilnius time; referred_to() looks the year up in the same zone
        return f"P-{timezone.localtime(self.created_at).year}-{self.pk:03d}"

    @property
    def label(self) -> str:
        return self.number or self.reference

    @property
    def is_draft(self) -> bool:
        return self.status == Status.DRAFT

    @property
    def has_ended(self) -> bool:
        """Whether its status is final."""
        return self.status in Status.ended()

    @property
    def is_unscored(self) -> bool:
        """Whether it is submitted and neither scored nor ended."""
        return self.status in Status.unscored()

    @property
    def funds(self) -> Decimal:
        """EUR from all sources of funding."""
        return (self.requested or ZERO) + (self.own_funds or ZERO) + (self.other_funds or ZERO)

    def role_of(self, user: User) -> str | None:
        """Return the user's role in the applying organisation; None for non-members."""
        memberships = self.organisation.memberships.current().filter(user=user)
        return memberships.values_list("role", flat=True).first()

    def may_be_edited_by(self, user: User) -> bool:
        return self.role_of(user) in MAY_EDIT
