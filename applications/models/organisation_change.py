"""What the office did with an organisation: verified, corrected or freed it, who, when and why."""

import pgtrigger
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from applications.models.organisation import FACTS, LegalForm, Organisation
from strategy_portal.accounts.models import User
from strategy_portal.guards import append_only, stamped


class OrganisationAct(models.TextChoices):
    VERIFY = "verify", _("Verified")
    CORRECT = "correct", _("Corrected")
    FREE = "free", _("Code freed")


class OrganisationChange(models.Model):
    """One act of the office, with the facts before and after it. Append-only."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="changes")
    act = models.CharField(max_length=10, choices=OrganisationAct)
    before = models.JSONField()
    after = models.JSONField()
    reason = models.TextField()
    changed_at = models.DateTimeField(db_default=Now(), editable=False)
    changed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("change of an organisation")
        verbose_name_plural = _("changes of organisations")
        ordering = ["organisation", "pk"]
        constraints = [
            models.CheckConstraint(
                name="organisation_change_is_a_known_act",
                condition=Q(act__in=["verify", "correct", "free"]),
            ),
            models.CheckConstraint(
                name="organisation_change_has_a_reason", condition=Q(reason__regex=r"\S")
            ),
            models.CheckConstraint(
                name="organisation_change_corrects_something",
                condition=Q(act="correct") & ~Q(before=models.F("after"))
                | ~Q(act="correct") & Q(before=models.F("after")),
            ),
        ]
        triggers = [
            stamped("changed_at"),
            # At commit: the change is written after the organisation
            pgtrigger.Trigger(
                name="organisation_follows_its_history",
                when=pgtrigger.After,
                operation=pgtrigger.Insert,
                timing=pgtrigger.Deferred,
                func="PERFORM public.applications_check_history(NEW.organisation_id); RETURN NULL;",
            ),
            *append_only(),
        ]

    def __str__(self) -> str:
        return f"{self.organisation}: {self.get_act_display()}"

    @property
    def differences(self) -> list[dict[str, str]]:
        """Label, earlier and later value of each fact that differs, in words."""
        labels = {name: Organisation._meta.get_field(name).verbose_name for name in FACTS}
        return [
            {
                "label": str(labels[name]),
                "before": in_words(name, self.before[name]),
                "after": in_words(name, self.after[name]),
            }
            for name in FACTS
            if self.before[name] != self.after[name]
        ]


def in_words(fact: str, value: str) -> str:
    return str(LegalForm(value).label) if fact == "legal_form" else value
