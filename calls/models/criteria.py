"""What applications to a call are judged by: scoring criteria and administrative check items."""

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from budget.models.account import NOT_A_NUMBER
from calls.models.call import Call
from strategy_portal.guards import frozen_with
from strategy_portal.money import CENT


class Criterion(models.Model):
    """One scoring criterion; `weight` is its share of the ranking's 100 points."""

    # CASCADE, unlike elsewhere: drafts may be deleted, published calls are kept by a trigger
    call = models.ForeignKey(Call, on_delete=models.CASCADE, related_name="criteria")
    position = models.PositiveSmallIntegerField(_("position"))
    name = models.CharField(_("criterion"), max_length=200)
    guidance = models.TextField(_("how points are given"), max_length=3000, blank=True)
    max_points = models.DecimalField(
        _("most points"),
        max_digits=5,
        decimal_places=2,
        validators=[MinValueValidator(CENT)],
    )
    weight = models.DecimalField(
        _("weight"),
        max_digits=5,
        decimal_places=2,
        validators=[MinValueValidator(CENT)],
    )

    class Meta:
        verbose_name = _("criterion")
        verbose_name_plural = _("criteria")
        ordering = ["call", "position"]
        constraints = [
            models.UniqueConstraint(
                "call", "position", name="criterion_position_is_unique_in_its_call"
            ),
            models.CheckConstraint(
                name="criterion_points_and_weight_are_positive",
                condition=Q(max_points__gt=0, weight__gt=0, weight__lte=100)
                & ~Q(max_points=NOT_A_NUMBER),
            ),
        ]
        # A second trigger, because the call's own one sees changes of its own row only
        triggers = frozen_with("calls_call", key="call_id", once="published_at IS NOT NULL")

    def __str__(self) -> str:
        return f"{self.position}. {self.name}"


class CheckItem(models.Model):
    """One pass-or-fail question of the administrative check."""

    call = models.ForeignKey(Call, on_delete=models.CASCADE, related_name="check_items")
    position = models.PositiveSmallIntegerField(_("position"))
    text = models.CharField(_("what is checked"), max_length=300)

    class Meta:
        verbose_name = _("check item")
        verbose_name_plural = _("check items")
        ordering = ["call", "position"]
        constraints = [
            models.UniqueConstraint(
                "call", "position", name="check_item_position_is_unique_in_its_call"
            )
        ]
        triggers = frozen_with("calls_call", key="call_id", once="published_at IS NOT NULL")

    def __str__(self) -> str:
        return f"{self.position}. {self.text}"
