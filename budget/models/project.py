"""Projects the group decided to fund: what the public reads about them."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from budget.models.ledger import Entry
from budget.models.strategy import Action
from strategy_portal.money import MoneyField


class ProjectQuerySet(models.QuerySet["Project"]):
    def with_award(self) -> "ProjectQuerySet":
        """Projects that hold their award, with it and their action."""
        return self.filter(award__closed_by=None).select_related("action", "award")


class Project(models.Model):
    """A funded project (projektas). Its number is its application's; its money is the award in the ledger."""

    number = models.CharField(_("number"), max_length=40, unique=True)
    award = models.OneToOneField(Entry, on_delete=models.PROTECT, related_name="project")
    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="projects")
    call_number = models.CharField(_("call"), max_length=20)
    title = models.CharField(_("title"), max_length=150)
    beneficiary = models.CharField(_("beneficiary"), max_length=200)
    summary = models.TextField(_("summary"), blank=True)
    total_cost = MoneyField(_("total cost, EUR"))
    starts_on = models.DateField(_("start"), null=True)
    ends_on = models.DateField(_("end"), null=True)

    objects = ProjectQuerySet.as_manager()

    class Meta:
        verbose_name = _("project")
        verbose_name_plural = _("projects")
        ordering = ["-award__seq"]

    def __str__(self) -> str:
        return f"{self.number} {self.title}"

    def get_absolute_url(self) -> str:
        return reverse("budget:project", args=[self.number])

    @property
    def granted(self):
        """EUR the board awarded."""
        return self.award.amount

    @property
    def own_funds(self):
        """EUR of the total cost that the award does not cover."""
        return self.total_cost - self.granted
