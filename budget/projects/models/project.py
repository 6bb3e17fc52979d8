"""Projects the board decided to fund."""

from decimal import Decimal

import pgtrigger
from django.db import models
from django.db.models import OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from budget.models.account import NOT_A_NUMBER
from budget.models.entry import Entry
from budget.models.strategy import Action
from budget.projects.models.change import TOLD
from budget.projects.models.contract import Contract
from budget.projects.models.status import ENDED, ProjectStatus, transitions
from strategy_portal.guards import frozen, kept
from strategy_portal.money import ZERO, MoneyField

AWARDED = [
    "number",
    "award",
    "action",
    "call_number",
    "title",
    "beneficiary",
    "summary",
    "total_cost",
    "max_grant",
    "starts_on",
    "ends_on",
]


class ProjectQuerySet(models.QuerySet["Project"]):
    def with_money(self) -> "ProjectQuerySet":
        """Add `held` and `paid` (EUR) as of each project's last entry."""
        entries = Entry.objects.filter(
            strategy=OuterRef("action__strategy"), project_number=OuterRef("number")
        )
        # Subqueries, because a join would repeat the project for each of its entries
        last = entries.order_by("-seq")
        held = Subquery(last.values("held")[:1])
        paid = Subquery(last.values("paid")[:1])
        return self.select_related("action", "award").annotate(
            held=Coalesce(held, ZERO, output_field=MoneyField()),
            paid=Coalesce(paid, ZERO, output_field=MoneyField()),
        )

    def with_terms(self) -> "ProjectQuerySet":
        """Add `standing_contracts`, the last one in force, with one query for all projects."""
        return self.prefetch_related(
            models.Prefetch("contracts", Contract.objects.standing(), to_attr="standing_contracts")
        )

    def public(self) -> "ProjectQuerySet":
        """Projects with money, without those whose award was undone before any contract."""
        return self.with_money().filter(Q(held__gt=ZERO) | ~Q(status=ProjectStatus.PREPARING))


class Project(models.Model):
    """A funded project (projektas). Its number is its application's; its money is in the ledger."""

    number = models.CharField(_("number"), max_length=40, unique=True)
    award = models.OneToOneField(Entry, on_delete=models.PROTECT, related_name="project")
    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="projects")
    # As text: calls belong to a higher room, which this one must not know
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
    standing_contracts: list[Contract]  # by with_terms()

    class Meta:
        verbose_name = _("project")
        verbose_name_plural = _("projects")
        # Not by seq, which each strategy counts by itself
        ordering = ["-award__posted_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="project_status_is_known", condition=Q(status__in=ProjectStatus.values)
            ),
            models.CheckConstraint(
                name="project_costs_a_number",
                condition=~Q(total_cost=NOT_A_NUMBER) & ~Q(max_grant=NOT_A_NUMBER),
            ),
        ]
        triggers = [
            # In the database, too: no other code path can move a project
            pgtrigger.FSM(name="moves_by_the_table", field="status", transitions=transitions()),
            # The public read these when the project was awarded; later terms are the contract's
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
        """The project's last entry, which says what it holds and was paid, by source."""
        entries = Entry.objects.filter(strategy=self.award.strategy_id)
        return entries.of_project(self.number).latest("seq")

    @property
    def granted(self) -> Decimal:
        """EUR the project holds: its award, its contract, or what remained when it ended."""
        return self.held

    @property
    def terms(self) -> "Contract | Project":
        """What gives the dates and total cost: the contract in force, else the project itself.

        Needs with_terms().
        """
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
