"""The strategy as printed: tasks, actions, sources. Its money is in the ledger."""

from datetime import datetime
from decimal import Decimal

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Max
from django.db.models.functions import Abs, ExtractYear
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from strategy_portal.clock import reading as clock
from strategy_portal.guards import frozen, kept

CODE = RegexValidator(r"\A[a-z0-9-]+\Z", _("Small letters, digits and hyphens."))


class InCodeOrder(models.Func):
    """Sorts codes by their numbers, as people do: 1.10 after 1.9. Any text is a code."""

    # Each number gets zeros in front, then keeps its last ten digits
    template = (
        r"regexp_replace(regexp_replace(%(expressions)s, '(\d+)', '0000000000\1', 'g'),"
        r" '\d*(\d{10})(?!\d)', '\1', 'g')"
    )
    output_field = models.TextField()


# Reserving money and releasing it again do not: only what is decided is public.
# "committed" is Hold.COMMITTED of entry.py, which imports this module
CHANGES_PUBLIC_FIGURES = (
    models.Q(entries__project_number="")
    | models.Q(entries__hold="committed")
    | models.Q(entries__closes__hold="committed")
)


class StrategyQuerySet(models.QuerySet["Strategy"]):
    def with_update(self) -> "StrategyQuerySet":
        """Add `updated_at`, when the strategy's public figures last changed."""
        return self.annotate(updated_at=Max("entries__posted_at", filter=CHANGES_PUBLIC_FIGURES))

    def current_first(self) -> "StrategyQuerySet":
        """The newest that has begun first, as the next may be loaded before its years begin."""
        year = ExtractYear(clock.Today())
        has_begun = models.ExpressionWrapper(
            models.Q(first_year__lte=year), output_field=models.BooleanField()
        )
        # Of those that have not begun, the next one first
        away = Abs(F("first_year") - year)
        return self.annotate(has_begun=has_begun).order_by("-has_begun", away, "-pk")


class Strategy(models.Model):
    """A local development strategy (vietos plėtros strategija) of one group for one period."""

    code = models.CharField(_("code"), max_length=60, unique=True, validators=[CODE])
    name = models.CharField(_("name"), max_length=300)
    group_name = models.CharField(_("group"), max_length=200)
    goal = models.TextField(_("goal"))
    first_year = models.PositiveSmallIntegerField(_("first year"))
    last_year = models.PositiveSmallIntegerField(_("last year"))
    approved_on = models.DateField(_("approved on"))
    approved_by = models.CharField(_("approved by"), max_length=200)

    objects = StrategyQuerySet.as_manager()
    updated_at: datetime  # by with_update()

    class Meta:
        verbose_name = _("strategy")
        verbose_name_plural = _("strategies")
        constraints = [
            models.CheckConstraint(
                name="strategy_first_year_is_not_after_the_last",
                condition=models.Q(first_year__lte=models.F("last_year")),
            ),
            # Addresses name a strategy by its years
            models.UniqueConstraint(
                "first_year", "last_year", name="strategy_has_years_of_its_own"
            ),
        ]
        # Loaded from its file; what may change of it changes by amendments
        triggers = [frozen("loaded_is_frozen", once="TRUE"), *kept()]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("budget:strategy", kwargs={"period": self.period})

    @property
    def period(self) -> str:
        """Its years in an address."""
        return f"{self.first_year}-{self.last_year}"

    @property
    def years(self) -> str:
        """Its years on a page."""
        return f"{self.first_year}–{self.last_year}"


class FundingSource(models.Model):
    """Whose money it is: the EU and state budgets, the municipality."""

    strategy = models.ForeignKey(Strategy, on_delete=models.PROTECT, related_name="sources")
    code = models.CharField(_("code"), max_length=40, validators=[CODE])
    name = models.CharField(_("name"), max_length=200)
    # The order matters: the last source takes the rest of every division
    position = models.PositiveSmallIntegerField(_("position"))

    class Meta:
        verbose_name = _("funding source")
        verbose_name_plural = _("funding sources")
        ordering = ["strategy", "position"]
        constraints = [
            models.UniqueConstraint(
                "strategy", "code", name="funding_source_code_is_unique_in_its_strategy"
            ),
            models.UniqueConstraint(
                "strategy", "position", name="funding_source_position_is_unique_in_its_strategy"
            ),
        ]
        # Entries split sums by source code, which no foreign key protects
        triggers = [frozen("journal_names_it", once="TRUE"), *kept()]

    def __str__(self) -> str:
        return self.name


class Task(models.Model):
    """A task (uždavinys) of the strategy."""

    strategy = models.ForeignKey(Strategy, on_delete=models.PROTECT, related_name="tasks")
    code = models.CharField(_("number"), max_length=10)
    name = models.CharField(_("name"), max_length=500)

    class Meta:
        verbose_name = _("task")
        verbose_name_plural = _("tasks")
        ordering = ["strategy", InCodeOrder("code")]
        constraints = [
            models.UniqueConstraint(
                "strategy", "code", name="task_number_is_unique_in_its_strategy"
            )
        ]
        triggers = [frozen("loaded_is_frozen", once="TRUE"), *kept()]

    def __str__(self) -> str:
        return f"{self.code}. {self.name}"


class Action(models.Model):
    """An action (veiksmas) of a task: what calls are announced for."""

    strategy = models.ForeignKey(Strategy, on_delete=models.PROTECT, related_name="actions")
    task = models.ForeignKey(Task, on_delete=models.PROTECT, related_name="actions")
    code = models.CharField(_("number"), max_length=10)
    name = models.CharField(_("name"), max_length=500)

    # These two by figures.figures_of()
    left: Decimal
    places_left: int

    class Meta:
        verbose_name = _("action")
        verbose_name_plural = _("actions")
        ordering = ["strategy", InCodeOrder("code")]
        constraints = [
            models.UniqueConstraint(
                "strategy", "code", name="action_number_is_unique_in_its_strategy"
            )
        ]
        # Numbers of calls and projects, which entries carry as text, begin with the action's code
        triggers = [frozen("journal_names_it", once="TRUE"), *kept()]

    def __str__(self) -> str:
        return f"{self.code}. {self.name}"

    def get_absolute_url(self) -> str:
        return f"{self.strategy.get_absolute_url()}#veiksmas-{self.code}"
