"""The costs of a project, line by line."""

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F
from django.db.models.functions import Round
from django.utils.translation import gettext_lazy as _

from applications.models.application import Application, none_or_more
from strategy_portal.guards import frozen_with
from strategy_portal.money import MoneyField


class CostKind(models.TextChoices):
    SERVICES = "services", _("Services")
    EQUIPMENT = "equipment", _("Equipment")
    MATERIALS = "materials", _("Materials")
    STAFF = "staff", _("Staff")
    WORKS = "works", _("Repair and building works")
    PUBLICITY = "publicity", _("Publicity")
    OTHER = "other", _("Other")


class CostLine(models.Model):
    """One cost: quantity × unit price, half-up to the cent. Lines of a draft may have gaps."""

    application = models.ForeignKey(
        Application, on_delete=models.PROTECT, related_name="cost_lines"
    )
    position = models.PositiveSmallIntegerField()
    name = models.CharField(_("what is paid for"), max_length=200, blank=True)
    kind = models.CharField(_("kind"), max_length=20, choices=CostKind, blank=True)
    unit = models.CharField(_("unit"), max_length=30, blank=True)
    quantity = models.DecimalField(
        _("quantity"),
        max_digits=10,
        decimal_places=3,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
    )
    unit_price = MoneyField(_("unit price, EUR"), null=True, blank=True)
    # Generated, so that no page and no program can store another product
    amount = models.GeneratedField(
        expression=Round(F("quantity") * F("unit_price"), precision=2),
        output_field=MoneyField(),
        db_persist=True,
    )

    class Meta:
        verbose_name = _("cost line")
        verbose_name_plural = _("cost lines")
        ordering = ["application", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["application", "position"],
                name="cost_line_position_is_unique",
                # Judged at the end: lines trade places within one transaction
                deferrable=models.Deferrable.DEFERRED,
            ),
            models.CheckConstraint(
                name="cost_line_is_not_negative",
                condition=none_or_more("quantity") & none_or_more("unit_price"),
            ),
        ]
        triggers = frozen_with(
            "applications_application", key="application_id", once="status <> 'draft'"
        )

    def __str__(self) -> str:
        return f"{self.position}. {self.name}"

    @property
    def is_complete(self) -> bool:
        return bool(self.name and self.kind and self.unit and self.amount)
