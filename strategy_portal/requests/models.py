"""Presses that were carried out (see press.py); rows not saved yet (see typed.py)."""

from uuid import uuid4

from django.db import models
from django.db.models.functions import Now

from strategy_portal.accounts.models import User
from strategy_portal.guards import frozen, kept, stamped


class Request(models.Model):
    """One press that was carried out: its key, a digest of its content, by whom, what it made."""

    # The guarantee: of two equal keys PostgreSQL lets one in and makes the other wait for it
    key = models.UUIDField(primary_key=True)
    digest = models.CharField(max_length=64)
    pressed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    pressed_at = models.DateTimeField(db_default=Now(), editable=False)
    made = models.CharField(max_length=20, db_default="", editable=False)  # a primary key, as text

    class Meta:
        indexes = [models.Index("pressed_at", name="request_pressed")]
        triggers = [
            stamped("pressed_at"),
            frozen(
                "origin_is_frozen",
                once="TRUE",
                fields=["key", "digest", "pressed_by", "pressed_at"],
            ),
            frozen("made_is_frozen", once="OLD.made <> ''", fields=["made"]),
            *kept(key="key"),
        ]

    def __str__(self) -> str:
        return str(self.key)


class Typed(models.Model):
    """What somebody typed into a page of rows that was redrawn before it was saved."""

    key = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    path = models.CharField(max_length=200)
    content = models.JSONField()
    typed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    typed_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        triggers = [
            stamped("typed_at"),
            frozen("typed_is_frozen", once="TRUE"),
        ]

    def __str__(self) -> str:
        return f"{self.path} {self.key}"
