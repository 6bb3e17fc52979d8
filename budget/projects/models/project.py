"""Projects the group decided to fund: what the public reads about them, and a mirror of their contract and payments."""

from decimal import Decimal

import pgtrigger
from django.db import models
from django.db.models import F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce, Now
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

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

AWARDED = [
    "number", "award", "action", "call_number", "title", "beneficiary", "summary", "total_cost", "max_grant", "starts_on",
    "ends_on",
]  # fmt: skip
# When the transaction ends: nobody moves a project without telling it in its story
TOLD = pgtrigger.Trigger(
    name="status_is_told",
    when=pgtrigger.After,
    operation=pgtrigger.Update,
    timing=pgtrigger.Deferred,
    condition=pgtrigger.AnyChange("status"),
    func="""
        IF (SELECT status FROM public.projects_project WHERE id = NEW.id) IS DISTINCT FROM
           (SELECT to_status FROM public.projects_projectchange WHERE project_id = NEW.id ORDER BY id DESC LIMIT 1) THEN
            RAISE EXCEPTION 'the change of status is not in the project''s story' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NULL;
    """,
)


class ProjectQuerySet(models.QuerySet["Project"]):
    def with_money(self) -> "ProjectQuerySet":
        """Add `held` and `paid` (EUR), as they stand after the last entry of each project."""
        last = Entry.objects.filter(
            strategy=OuterRef("action__strategy"), project_number=OuterRef("number")
        )
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
    max_grant = MoneyField(_("largest sum for a project of its call, EUR"), null=True)
    starts_on = models.DateField(_("start"), null=True)
    ends_on = models.DateField(_("end"), null=True)
    status = models.CharField(
        _("status"), max_length=20, choices=ProjectStatus, default=ProjectStatus.PREPARING
    )

    objects = ProjectQuerySet.as_manager()
    held: Decimal  # these two by with_money()
    paid: Decimal
    standing_contracts: list["Contract"]  # by with_terms()

    class Meta:
        verbose_name = _("project")
        verbose_name_plural = _("projects")
        ordering = ["-award__seq"]
        constraints = [
            models.CheckConstraint(
                name="project_status_is_known", condition=Q(status__in=ProjectStatus.values)
            ),
        ]
        triggers = [
            pgtrigger.FSM(
                name="moves_by_the_table",
                field="status",
                transitions=sorted((str(origin), str(target)) for origin, target in {*WAYS, *BACK}),
            ),
            frozen("award_is_frozen", once="TRUE", fields=AWARDED),
            TOLD,
            *kept(),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.title}"

    def get_absolute_url(self) -> str:
        return reverse("projects:detail", args=[self.number])

    @property
    def last_entry(self) -> Entry:
        """The journal's last word on the project: what it holds and was paid, by source."""
        return (
            Entry.objects.filter(strategy=self.award.strategy_id)
            .of_project(self.number)
            .latest("seq")
        )

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
            models.CheckConstraint(
                name="contract_starts_before_it_ends", condition=Q(starts_on__lte=F("ends_on"))
            ),
            models.CheckConstraint(
                name="contract_is_within_the_total_cost",
                condition=Q(amount__gt=ZERO, amount__lte=F("total_cost")),
            ),
        ]
        triggers = append_only()

    def __str__(self) -> str:
        return self.number


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
