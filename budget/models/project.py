"""Projects the group decided to fund: what the public reads about them, and a mirror of their contract and payments."""

from decimal import Decimal

import pgtrigger
from django.db import models
from django.db.models import F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce, Now
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from budget.models.entry import Entry, Kind
from budget.models.strategy import Action
from strategy_portal.accounts.models import User
from strategy_portal.guards import append_only, frozen, kept
from strategy_portal.money import ZERO, MoneyField


class ProjectStatus(models.TextChoices):
    PREPARING = "preparing", _("Contract being prepared")
    RUNNING = "running", _("Running")
    SUSPENDED = "suspended", _("Suspended")
    COMPLETED = "completed", _("Completed")
    TERMINATED = "terminated", _("Terminated")


# step: (from which states, to which state)
PROJECT_TRANSITIONS: dict[str, tuple[set[ProjectStatus], ProjectStatus]] = {
    "contract": ({ProjectStatus.PREPARING}, ProjectStatus.RUNNING),
    "suspend": ({ProjectStatus.RUNNING}, ProjectStatus.SUSPENDED),
    "resume": ({ProjectStatus.SUSPENDED}, ProjectStatus.RUNNING),
    "complete": ({ProjectStatus.RUNNING}, ProjectStatus.COMPLETED),
    "terminate": (
        {ProjectStatus.PREPARING, ProjectStatus.RUNNING, ProjectStatus.SUSPENDED},
        ProjectStatus.TERMINATED,
    ),
}
WAYS = [(origin, target) for origins, target in PROJECT_TRANSITIONS.values() for origin in origins]
ENDED = [ProjectStatus.COMPLETED, ProjectStatus.TERMINATED]
# A step whose entry is corrected leads back; suspending moves no money, so there is nothing to correct
BACK = [(target, origin) for origin, target in WAYS if (origin, target) != ("running", "suspended")]


class ProjectQuerySet(models.QuerySet["Project"]):
    def with_money(self) -> "ProjectQuerySet":
        """Add `held` and `paid` (EUR), as they stand after the last entry of each project."""
        last = Entry.objects.filter(strategy=OuterRef("action__strategy"), project_number=OuterRef("number"))
        last = last.order_by("-seq")
        return self.select_related("action", "award").annotate(
            held=Coalesce(Subquery(last.values("held")[:1]), ZERO, output_field=MoneyField()),
            paid=Coalesce(Subquery(last.values("paid")[:1]), ZERO, output_field=MoneyField()),
        )

    def with_terms(self) -> "ProjectQuerySet":
        """Add `standing_contracts`, of which the last holds. One query for all."""
        return self.prefetch_related(
            models.Prefetch("contracts", Contract.objects.standing(), to_attr="standing_contracts")
        )

    def public(self) -> "ProjectQuerySet":
        """With money, and without those whose award was taken back as a mistake before any contract."""
        return self.with_money().filter(Q(held__gt=ZERO) | ~Q(status=ProjectStatus.PREPARING))


class Project(models.Model):
    """A funded project (projektas). Its number is its application's; its money stands in the ledger."""

    number = models.CharField(_("number"), max_length=40, unique=True)
    award = models.OneToOneField(Entry, on_delete=models.PROTECT, related_name="project")
    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="projects")
    call_number = models.CharField(_("call"), max_length=20)
    title = models.CharField(_("title"), max_length=150)
    beneficiary = models.CharField(_("beneficiary"), max_length=200)
    summary = models.TextField(_("summary"), blank=True)
    total_cost = MoneyField(_("total cost, EUR"))
    most = MoneyField(_("largest sum for a project of its call, EUR"), null=True)
    starts_on = models.DateField(_("start"), null=True)
    ends_on = models.DateField(_("end"), null=True)
    status = models.CharField(_("status"), max_length=20, choices=ProjectStatus, default=ProjectStatus.PREPARING)

    objects = ProjectQuerySet.as_manager()
    held: Decimal  # these two by with_money()
    paid: Decimal
    standing_contracts: list["Contract"]  # by with_terms()

    class Meta:
        verbose_name = _("project")
        verbose_name_plural = _("projects")
        ordering = ["-award__seq"]
        constraints = [
            models.CheckConstraint(name="project_status_is_known", condition=Q(status__in=ProjectStatus.values)),
        ]
        triggers = [
            pgtrigger.FSM(
                name="moves_by_the_table",
                field="status",
                transitions=sorted((str(origin), str(target)) for origin, target in {*WAYS, *BACK}),
            ),
            frozen("award_is_frozen", once="TRUE", fields=["number", "award", "action", "call_number", "most"]),
            *kept(),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.title}"

    def get_absolute_url(self) -> str:
        return reverse("budget:project", args=[self.number])

    @property
    def last_entry(self) -> Entry:
        """The journal's last word on the project: what it holds and was paid, by source."""
        return Entry.objects.filter(strategy=self.award.strategy_id).of_project(self.number).latest("seq")

    @property
    def granted(self) -> Decimal:
        """EUR the project holds: awarded, by its contract, or what remained when it ended."""
        return self.held

    @property
    def terms(self) -> "Contract | Project":
        """Whose dates and total cost hold: the contract's, before it the application's. Needs with_terms()."""
        return self.standing_contracts[-1] if self.standing_contracts else self

    @property
    def unpaid(self) -> Decimal:
        """EUR that may still be paid."""
        return self.held - self.paid

    @property
    def own_funds(self) -> Decimal:
        """EUR of the total cost that the grant does not cover."""
        return self.terms.total_cost - self.granted

    @property
    def has_ended(self) -> bool:
        return self.status in ENDED


class ContractQuerySet(models.QuerySet["Contract"]):
    def standing(self) -> "ContractQuerySet":
        """Those not corrected; the last is what holds."""
        return self.exclude(entry__closed_by__kind=Kind.REVERSAL)


class Contract(models.Model):
    """A project's contract (sutartis) or a change of it: a mirror of what was signed elsewhere. EUR."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="contracts")
    entry = models.OneToOneField(Entry, on_delete=models.PROTECT, related_name="contract")
    number = models.CharField(_("number of the document"), max_length=100)
    signed_on = models.DateField(_("date of the document"))
    amount = MoneyField(_("sum, EUR"))
    total_cost = MoneyField(_("total cost, EUR"))
    starts_on = models.DateField(_("start"))
    ends_on = models.DateField(_("end"))

    objects = ContractQuerySet.as_manager()

    class Meta:
        verbose_name = _("contract")
        verbose_name_plural = _("contracts")
        ordering = ["project", "pk"]
        constraints = [
            models.CheckConstraint(name="contract_starts_before_it_ends", condition=Q(starts_on__lte=F("ends_on"))),
            models.CheckConstraint(
                name="contract_is_within_the_total_cost", condition=Q(amount__gt=ZERO, amount__lte=F("total_cost"))
            ),
        ]
        triggers = append_only()

    def __str__(self) -> str:
        return self.number


class ClaimKind(models.TextChoices):
    ADVANCE = "advance", _("Advance")
    INTERIM = "interim", _("Interim")
    FINAL = "final", _("Final")


class ClaimStatus(models.TextChoices):
    CHECKED = "checked", pgettext_lazy("claim", "Being checked")
    APPROVED = "approved", pgettext_lazy("claim", "Approved")
    REJECTED = "rejected", pgettext_lazy("claim", "Rejected")
    PAID = "paid", pgettext_lazy("claim", "Paid out")


class Claim(models.Model):
    """A payment claim (mokėjimo prašymas): what was claimed, what of it was approved, and its payment. EUR."""

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
            models.UniqueConstraint("project", "number", name="claim_number_is_unique_in_its_project"),
            models.CheckConstraint(name="claim_kind_is_known", condition=Q(kind__in=ClaimKind.values)),
            models.CheckConstraint(name="claim_is_positive", condition=Q(claimed__gt=ZERO)),
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
                name="claim_paid_was_approved", condition=Q(payment=None) | Q(approved__isnull=False, approved__gt=ZERO)
            ),
        ]
        triggers = [
            frozen("registered_is_frozen", once="TRUE", fields=["project", "kind", "number", "received_on", "claimed"]),
            frozen(
                "approved_is_frozen",
                once="OLD.approved IS NOT NULL",
                fields=["approved", "approved_on", "approved_by", "reason"],
            ),
            *kept(),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.number}"

    @property
    def is_paid(self) -> bool:
        """Whether a payment stands; one that was corrected lets the claim be paid anew."""
        return self.payment is not None and not hasattr(self.payment, "closed_by")

    @property
    def status(self) -> ClaimStatus:
        if self.approved is None:
            return ClaimStatus.CHECKED
        if not self.approved:
            return ClaimStatus.REJECTED
        return ClaimStatus.PAID if self.is_paid else ClaimStatus.APPROVED


class ProjectStep(models.TextChoices):
    """What was done with a project, as its story tells it."""

    CONTRACT = "contract", _("Contract")
    CONTRACT_CHANGE = "contract_change", _("Change of the contract")
    RECOVER = "recover", _("Money recovered")
    SUSPEND = "suspend", _("Suspended")
    RESUME = "resume", _("Resumed")
    COMPLETE = "complete", _("Completed")
    TERMINATE = "terminate", _("Terminated")
    CORRECT = "correct", _("Correction")


class ProjectChange(models.Model):
    """One step in a project's story; `entry` is what it moved, if money."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="changes")
    step = models.CharField(max_length=20, choices=ProjectStep)
    from_status = models.CharField(max_length=20, choices=ProjectStatus)
    to_status = models.CharField(max_length=20, choices=ProjectStatus)
    entry = models.OneToOneField(Entry, on_delete=models.PROTECT, null=True, related_name="change")
    document = models.CharField(_("document"), max_length=200, blank=True)
    document_date = models.DateField(_("date of the document"), null=True)
    reason = models.TextField(_("reason"), max_length=1000, blank=True)
    changed_at = models.DateTimeField(db_default=Now(), editable=False)
    changed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("change of a project")
        verbose_name_plural = _("changes of projects")
        ordering = ["project", "pk"]
        triggers = append_only()

    def __str__(self) -> str:
        return f"{self.project.number}: {self.step}"
