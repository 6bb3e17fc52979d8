"""The administrative check of an application: pass or fail for each item."""

from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from applications.models.application import Application
from calls.models import CheckItem
from strategy_portal.accounts.models import User
from strategy_portal.guards import frozen, frozen_with, kept, stamped, stamped_once_set


class CheckSheet(models.Model):
    """The administrative check of one application. Frozen once concluded."""

    application = models.OneToOneField(
        Application, on_delete=models.PROTECT, related_name="check_sheet"
    )
    checked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    started_at = models.DateTimeField(db_default=Now(), editable=False)
    concluded_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("check sheet")
        verbose_name_plural = _("check sheets")
        triggers = [
            stamped("started_at"),
            stamped_once_set("concluded_at"),
            frozen(
                "origin_is_frozen",
                once="TRUE",
                fields=["application", "checked_by", "started_at"],
            ),
            frozen("concluded_is_frozen", once="OLD.concluded_at IS NOT NULL"),
            *kept(),
        ]

    def __str__(self) -> str:
        return str(self.application)


class CheckAnswer(models.Model):
    """Pass or fail for one check item, with a note. Not answered yet is NULL."""

    sheet = models.ForeignKey(CheckSheet, on_delete=models.PROTECT, related_name="answers")
    item = models.ForeignKey(CheckItem, on_delete=models.PROTECT, related_name="+")
    passed = models.BooleanField(null=True)
    note = models.TextField(_("note"), max_length=1000, blank=True)

    class Meta:
        verbose_name = _("check answer")
        verbose_name_plural = _("check answers")
        ordering = ["sheet", "item__position"]
        constraints = [
            models.UniqueConstraint("sheet", "item", name="check_answer_is_one_for_an_item")
        ]
        # The sheet's own trigger sees changes of its own row only
        triggers = frozen_with(
            "selection_checksheet", key="sheet_id", once="concluded_at IS NOT NULL"
        )

    def __str__(self) -> str:
        return f"{self.item}: {self.passed}"
