"""An application's history: submitted versions, status changes, late attempts."""

import pgtrigger
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from applications.models.application import Application
from applications.models.status import TRANSITIONS, Status, told
from strategy_portal.accounts.models import User
from strategy_portal.guards import append_only, stamped


class ApplicationVersion(models.Model):
    """A submission word for word, as canonical JSON with its SHA-256. Append-only."""

    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    # Text, not JSONField: the hash is of these very bytes
    content = models.TextField()
    sha256 = models.CharField(max_length=64)
    submitted_at = models.DateTimeField()
    submitted_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("submitted version")
        verbose_name_plural = _("submitted versions")
        ordering = ["application", "number"]
        constraints = [
            models.UniqueConstraint(
                "application", "number", name="application_version_number_is_unique"
            ),
            models.CheckConstraint(
                name="application_version_hash_is_sha256",
                condition=Q(sha256__regex=r"^[0-9a-f]{64}$"),
            ),
        ]
        triggers = append_only()

    def __str__(self) -> str:
        return f"{self.application} v{self.number}"


def is_of_the_table() -> Q:
    """A condition: the change is one that TRANSITIONS allows."""
    allowed = Q()
    for transition, (origins, target) in TRANSITIONS.items():
        # Sorted, or each run would find another constraint
        origin = Q(from_status__in=sorted(origins))
        allowed |= Q(transition=transition, to_status=target) & origin
    return allowed


class StatusChange(models.Model):
    """One change of an application's status. Append-only."""

    application = models.ForeignKey(
        Application, on_delete=models.PROTECT, related_name="status_changes"
    )
    transition = models.CharField(max_length=20)
    from_status = models.CharField(max_length=20, choices=Status)
    to_status = models.CharField(max_length=20, choices=Status)
    reason = models.TextField(blank=True)
    # The database clock, as for deadlines: one order of events, whichever server wrote them
    changed_at = models.DateTimeField(db_default=Now(), editable=False)
    changed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("status change")
        verbose_name_plural = _("status changes")
        ordering = ["application", "pk"]
        constraints = [
            models.CheckConstraint(
                name="status_change_is_of_the_table", condition=is_of_the_table()
            )
        ]
        triggers = [
            stamped("changed_at"),
            told("story_has_its_status", pgtrigger.Insert, application="NEW.application_id"),
            *append_only(),
        ]

    def __str__(self) -> str:
        return f"{self.application}: {self.get_to_status_display()}"


class LateAttempt(models.Model):
    """An attempt to submit outside the call's window, timed by the database clock."""

    application = models.ForeignKey(
        Application, on_delete=models.PROTECT, related_name="late_attempts"
    )
    attempted_at = models.DateTimeField()
    attempted_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("late attempt")
        verbose_name_plural = _("late attempts")
        ordering = ["application", "attempted_at"]
        triggers = append_only()

    def __str__(self) -> str:
        return f"{self.application}: {self.attempted_at}"
