"""Amendments (strategijos keitimai): each is a complete version of the figures, old and new."""

from decimal import Decimal

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from budget.models.strategy import Action, FundingSource, InCodeOrder, Strategy
from strategy_portal.accounts.models import User
from strategy_portal.guards import frozen, frozen_with, kept, stamped, stamped_once_set
from strategy_portal.money import ZERO, MoneyField

# Fields that are frozen: once the amendment is published, and from the beginning
PUBLISHED = ["reason", "published_by", "published_at"]
ORIGIN = ["strategy", "number", "prepared_by", "prepared_at"]


def both_or_neither(one: str, other: str) -> Q:
    are_none = Q(**{one: None, other: None})
    are_there = Q(**{f"{one}__isnull": False, f"{other}__isnull": False})
    return are_none | are_there


class AmendmentQuerySet(models.QuerySet["Amendment"]):
    def public(self) -> "AmendmentQuerySet":
        """Those everybody may read: published ones, even if withdrawn since."""
        return self.exclude(published_at=None)

    def in_force(self) -> "AmendmentQuerySet":
        """Confirmed ones; the newest is the strategy in force."""
        return self.exclude(confirmed_at=None)

    def pending(self) -> "AmendmentQuerySet":
        """Those neither in force nor withdrawn; the database allows one per strategy."""
        return self.filter(confirmed_at=None, withdrawn_at=None)


class Amendment(models.Model):
    """A numbered version of the strategy's figures.

    Number 0 is the strategy as it was approved and loaded.
    """

    strategy = models.ForeignKey(Strategy, on_delete=models.PROTECT, related_name="amendments")
    number = models.PositiveIntegerField(_("number"))
    reason = models.TextField(_("reason"), max_length=3000)
    prepared_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    prepared_at = models.DateTimeField(db_default=Now(), editable=False)
    published_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    published_at = models.DateTimeField(null=True)
    document = models.CharField(_("document"), max_length=200, blank=True)
    document_date = models.DateField(_("date of the document"), null=True)
    effective_on = models.DateField(_("in effect from"), null=True)
    confirmed_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    confirmed_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)
    withdrawal_reason = models.TextField(_("reason"), max_length=1000, blank=True)

    objects = AmendmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("strategy amendment")
        verbose_name_plural = _("strategy amendments")
        ordering = ["strategy", "-number"]
        constraints = [
            models.UniqueConstraint(
                "strategy", "number", name="amendment_number_is_unique_in_its_strategy"
            ),
            # Two drafts would compare with the same figures, and the second would undo the first
            models.UniqueConstraint(
                "strategy",
                condition=Q(confirmed_at=None, withdrawn_at=None),
                name="amendment_is_one_at_a_time",
            ),
            models.CheckConstraint(
                name="amendment_after_the_first_names_who",
                condition=Q(number=0)
                | Q(prepared_by__isnull=False)
                & both_or_neither("published_at", "published_by")
                & both_or_neither("confirmed_at", "confirmed_by"),
            ),
            models.CheckConstraint(
                # Here as well as in the operation, because no other way to write may get around it
                name="amendment_is_confirmed_by_another_person",
                condition=Q(confirmed_by=None) | ~Q(confirmed_by=F("prepared_by")),
                violation_error_message=_("Whoever prepared the amendment can't confirm it."),
            ),
            models.CheckConstraint(
                name="amendment_in_force_was_public_and_names_its_document",
                condition=Q(confirmed_at=None)
                | Q(
                    published_at__isnull=False,
                    document_date__isnull=False,
                    effective_on__isnull=False,
                )
                & ~Q(document=""),
            ),
            models.CheckConstraint(
                name="amendment_withdrawn_names_who_and_why",
                condition=Q(withdrawn_at=None, withdrawn_by=None)
                | Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False, confirmed_at=None)
                & ~Q(withdrawal_reason=""),
            ),
            models.CheckConstraint(name="amendment_has_a_reason", condition=~Q(reason="")),
        ]
        triggers = [
            stamped("prepared_at"),
            stamped_once_set("published_at"),
            stamped_once_set("confirmed_at"),
            stamped_once_set("withdrawn_at"),
            frozen(
                "ended_is_frozen",
                once="OLD.confirmed_at IS NOT NULL OR OLD.withdrawn_at IS NOT NULL",
            ),
            # What the public has read stays as it was read
            frozen("published_is_frozen", once="OLD.published_at IS NOT NULL", fields=PUBLISHED),
            frozen("origin_is_frozen", once="TRUE", fields=ORIGIN),
            *kept(),
        ]

    def __str__(self) -> str:
        if not self.number:
            return str(_("The strategy as approved"))
        return str(_("Amendment No. %(number)d")) % {"number": self.number}

    def get_absolute_url(self) -> str:
        of = {"period": self.strategy.period, "number": self.number}
        return reverse("budget:amendment", kwargs=of)

    @property
    def is_pending(self) -> bool:
        return self.confirmed_at is None and self.withdrawn_at is None


class AmendmentLine(models.Model):
    """An action's sum and planned projects, or a source's sum, before and after. EUR."""

    amendment = models.ForeignKey(Amendment, on_delete=models.PROTECT, related_name="lines")
    action = models.ForeignKey(Action, on_delete=models.PROTECT, null=True, related_name="+")
    source = models.ForeignKey(FundingSource, on_delete=models.PROTECT, null=True, related_name="+")
    before = MoneyField(_("before, EUR"), default=ZERO)
    after = MoneyField(_("after, EUR"))
    places_before = models.PositiveIntegerField(_("projects before"), default=0)
    places_after = models.PositiveIntegerField(_("projects after"), default=0)

    class Meta:
        verbose_name = _("figure of an amendment")
        verbose_name_plural = _("figures of an amendment")
        ordering = ["amendment", InCodeOrder("action__code"), "source__position"]
        constraints = [
            models.UniqueConstraint(
                "amendment", "action", name="amendment_line_is_one_for_an_action"
            ),
            models.UniqueConstraint(
                "amendment", "source", name="amendment_line_is_one_for_a_source"
            ),
            models.CheckConstraint(
                name="amendment_line_is_of_an_action_or_a_source",
                condition=Q(action__isnull=False, source__isnull=True)
                | Q(action__isnull=True, source__isnull=False, places_before=0, places_after=0),
            ),
            models.CheckConstraint(
                name="amendment_line_is_not_negative",
                condition=Q(before__gte=ZERO, after__gte=ZERO),
            ),
        ]
        # With their amendment, or its figures could change after publication
        triggers = frozen_with(
            "budget_amendment",
            key="amendment_id",
            once="published_at IS NOT NULL OR withdrawn_at IS NOT NULL",
        )

    def __str__(self) -> str:
        return f"{self.amendment}: {self.target}"

    @property
    def target(self) -> Action | FundingSource:
        return self.action or self.source

    @property
    def difference(self) -> Decimal:
        """Change in EUR, negative for a decrease."""
        return self.after - self.before

    @property
    def places_difference(self) -> int:
        return self.places_after - self.places_before
