"""Payment claims of a project: what was claimed, what was approved, and the payment."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from budget.models.account import NOT_A_NUMBER
from budget.models.entry import Entry
from budget.projects.models.project import Project
from budget.projects.models.status import ClaimStatus
from strategy_portal.accounts.models import User
from strategy_portal.guards import frozen, kept
from strategy_portal.money import ZERO, MoneyField

REGISTERED = [
    "project",
    "kind",
    "number",
    "received_on",
    "claimed",
    "registered_by",
    "registered_at",
]
# Once its payment is corrected, the claim can be paid again
PAYMENT_STANDS = (
    "OLD.payment_id IS NOT NULL"
    " AND NOT EXISTS (SELECT FROM public.budget_entry WHERE undoes_id = OLD.payment_id)"
)


class ClaimKind(models.TextChoices):
    ADVANCE = "advance", _("Advance")
    INTERIM = "interim", _("Interim")
    FINAL = "final", _("Final")


class Claim(models.Model):
    """A payment claim (mokėjimo prašymas) and its outcome. EUR."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="claims")
    kind = models.CharField(_("kind"), max_length=10, choices=ClaimKind)
    number = models.CharField(_("number"), max_length=100)
    received_on = models.DateField(_("received on"))
    claimed = MoneyField(_("claimed, EUR"))
    registered_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    registered_at = models.DateTimeField(db_default=Now(), editable=False)
    approved = MoneyField(_("approved, EUR"), null=True)
    approved_on = models.DateField(_("approved on"), null=True)
    approved_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    reason = models.TextField(_("why less"), max_length=1000, blank=True)
    payment = models.OneToOneField(Entry, on_delete=models.PROTECT, null=True, related_name="claim")

    class Meta:
        verbose_name = _("payment claim")
        verbose_name_plural = _("payment claims")
        ordering = ["project", "pk"]
        constraints = [
            models.UniqueConstraint(
                "project", "number", name="claim_number_is_unique_in_its_project"
            ),
            models.CheckConstraint(
                name="claim_kind_is_known", condition=Q(kind__in=ClaimKind.values)
            ),
            models.CheckConstraint(name="claim_is_positive", condition=Q(claimed__gt=ZERO)),
            # PostgreSQL's NaN is greater than every number
            models.CheckConstraint(name="claim_is_a_number", condition=~Q(claimed=NOT_A_NUMBER)),
            models.CheckConstraint(
                name="claim_approved_is_within_claimed",
                condition=Q(approved=None) | Q(approved__gte=ZERO, approved__lte=F("claimed")),
            ),
            models.CheckConstraint(
                name="claim_approved_names_who_and_when",
                condition=Q(approved=None, approved_on=None, approved_by=None)
                | Q(approved__isnull=False, approved_on__isnull=False, approved_by__isnull=False),
            ),
            models.CheckConstraint(
                name="claim_approved_for_less_has_a_reason",
                condition=Q(approved=None) | Q(approved=F("claimed")) | ~Q(reason=""),
            ),
            models.CheckConstraint(
                name="claim_paid_was_approved",
                condition=Q(payment=None) | Q(approved__isnull=False, approved__gt=ZERO),
            ),
        ]
        triggers = [
            frozen("registered_is_frozen", once="TRUE", fields=REGISTERED),
            frozen(
                "approved_is_frozen",
                once="OLD.approved IS NOT NULL",
                fields=["approved", "approved_on", "approved_by", "reason"],
            ),
            frozen("payment_is_frozen", once=PAYMENT_STANDS, fields=["payment"]),
            *kept(),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.number}"

    @property
    def is_paid(self) -> bool:
        """Whether a payment stands; once it is corrected, the claim can be paid again."""
        return self.payment is not None and not hasattr(self.payment, "undone_by")

    @property
    def status(self) -> ClaimStatus:
        """Computed from the outcome and the payment, so that it can't contradict them."""
        if self.approved is None:
            return ClaimStatus.CHECKED
        if not self.approved:
            return ClaimStatus.REJECTED
        if self.is_paid:
            return ClaimStatus.PAID
        return ClaimStatus.APPROVED
