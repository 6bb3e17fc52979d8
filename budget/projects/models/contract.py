"""Contracts of projects and their changes, records of documents signed elsewhere."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from budget.models.account import NOT_A_NUMBER
from budget.models.entry import Entry
from strategy_portal.guards import append_only
from strategy_portal.money import ZERO, MoneyField


class ContractQuerySet(models.QuerySet["Contract"]):
    def standing(self) -> "ContractQuerySet":
        """Contracts that were not corrected; the last one is in force."""
        return self.filter(entry__undone_by=None)


class Contract(models.Model):
    """A project's contract (sutartis) or a change of it. EUR."""

    project = models.ForeignKey(
        "projects.Project", on_delete=models.PROTECT, related_name="contracts"
    )
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
                name="contract_starts_before_it_ends",
                condition=Q(starts_on__lte=F("ends_on")),
            ),
            models.CheckConstraint(
                name="contract_is_within_the_total_cost",
                condition=Q(amount__gt=ZERO, amount__lte=F("total_cost")),
            ),
            models.CheckConstraint(
                name="contract_is_a_number", condition=~Q(total_cost=NOT_A_NUMBER)
            ),
        ]
        # A wrong contract is corrected by a reversal, never edited
        triggers = append_only()

    def __str__(self) -> str:
        return self.number
