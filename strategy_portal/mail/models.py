"""The outbox: messages, which never change, and what became of each."""

from datetime import timedelta

import pgtrigger
from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.core.validators import RegexValidator
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from strategy_portal.accounts.models import User
from strategy_portal.guards import append_only, kept, refuse

# Nothing that could end a header or add a second recipient
ADDRESS = r"^[^[:space:][:cntrl:],;:<>@]+@[^[:space:][:cntrl:],;:<>@]+$"
# The same for Python, which answers with a sentence where the database would with an error
one_address = RegexValidator(r"^[^\s\x00-\x1f\x7f-\x9f,;:<>@]+@[^\s\x00-\x1f\x7f-\x9f,;:<>@]+\Z")
MESSAGE_ID = r"^<[^[:space:][:cntrl:]<>@]+@[^[:space:][:cntrl:]<>@]+>$"
KIND = r"^[a-z0-9_]+(/[a-z0-9_]+)*$"
HOUR = timedelta(hours=1)
# In the database, so that nothing is written that nobody would send
HAS_A_DELIVERY = """
    INSERT INTO public.mail_delivery (message_id, status, tries, due_at)
        VALUES (NEW.id, 'waiting', 0, clock_timestamp());
    RETURN NULL;
"""


class Status(models.TextChoices):
    WAITING = "waiting", _("Waiting to be sent")
    SENT = "sent", _("Sent")
    DEAD = "dead", _("Given up")


# (from, to); see workflow.py for when
TRANSITIONS = [
    (Status.WAITING.value, Status.SENT.value),
    (Status.WAITING.value, Status.DEAD.value),
    (Status.DEAD.value, Status.WAITING.value),
]


class RealTime(models.Func):
    """The server's clock at this moment, whatever time the portal shows."""

    function = "clock_timestamp"
    arity = 0
    output_field = models.DateTimeField()


class Message(models.Model):
    """A letter to one address: its kind names the templates, its values are what they say."""

    kind = models.CharField(max_length=100)
    recipient = models.EmailField(max_length=254, validators=[one_address])
    user = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="messages")
    language = models.CharField(max_length=10)
    values = models.JSONField(encoder=DjangoJSONEncoder)
    # Fixed here, so that a repeated sending can be recognised as one
    message_id = models.CharField(max_length=300, unique=True)
    created_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        indexes = [models.Index("user", "created_at", name="message_of_user")]
        constraints = [
            models.CheckConstraint(
                name="message_kind_is_a_path", condition=models.Q(kind__regex=KIND)
            ),
            models.CheckConstraint(
                name="message_recipient_is_one_address",
                condition=models.Q(recipient__regex=ADDRESS),
            ),
            models.CheckConstraint(
                name="message_id_is_one_header", condition=models.Q(message_id__regex=MESSAGE_ID)
            ),
            models.CheckConstraint(
                name="message_language_is_known",
                condition=models.Q(language__in=[code for code, _name in settings.LANGUAGES]),
            ),
            models.CheckConstraint(
                name="message_subject_is_one_line",
                condition=models.Q(values__subject__isnull=True)
                | ~models.Q(values__subject__regex=r"[\n\r]"),
            ),
        ]
        triggers = [
            *append_only(),
            pgtrigger.Trigger(
                name="has_a_delivery",
                when=pgtrigger.After,
                operation=pgtrigger.Insert,
                func=HAS_A_DELIVERY,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.message_id}"


class DeliveryQuerySet(models.QuerySet["Delivery"]):
    def due(self) -> "DeliveryQuerySet":
        """Those to send now, the longest due first."""
        return self.filter(status=Status.WAITING, due_at__lte=RealTime()).order_by("due_at")

    def overdue(self) -> "DeliveryQuerySet":
        """Those written more than an hour ago that are still waiting: the mail is in trouble."""
        hour_ago = models.ExpressionWrapper(RealTime() - HOUR, output_field=models.DateTimeField())
        return self.filter(status=Status.WAITING, message__created_at__lte=hour_ago)

    def dead(self) -> "DeliveryQuerySet":
        """Those given up, which only `resend` sends again."""
        return self.filter(status=Status.DEAD).order_by("message_id")


class Delivery(models.Model):
    """Where a message stands; made with it by a trigger."""

    message = models.OneToOneField(Message, on_delete=models.PROTECT, primary_key=True)
    status = models.CharField(max_length=10, choices=Status, default=Status.WAITING)
    tries = models.PositiveIntegerField(default=0)  # since it was last put among the waiting
    due_at = models.DateTimeField(null=True)  # not before this moment

    objects = DeliveryQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index("due_at", name="delivery_due", condition=models.Q(status=Status.WAITING))
        ]
        constraints = [
            models.CheckConstraint(
                name="delivery_is_due_while_it_waits",
                condition=models.Q(status=Status.WAITING, due_at__isnull=False)
                | models.Q(status__in=[Status.SENT, Status.DEAD], due_at__isnull=True),
            )
        ]
        triggers = [
            pgtrigger.FSM(name="moves_by_the_table", field="status", transitions=TRANSITIONS),
            refuse(
                "starts_as_waiting",
                pgtrigger.Insert,
                "a delivery starts as waiting",
                condition=~pgtrigger.Q(new__status="waiting"),
            ),
            *kept(key="message_id"),
        ]

    def __str__(self) -> str:
        return f"{self.message_id}: {self.status}"


class Attempt(models.Model):
    """One try to send a message; a worker killed in the middle of one leaves no row."""

    message = models.ForeignKey(Message, on_delete=models.PROTECT, related_name="attempts")
    ended_at = models.DateTimeField(db_default=Now(), editable=False)
    failure = models.CharField(max_length=500, blank=True)  # why it was not sent; empty: it was

    class Meta:
        ordering = ["pk"]
        triggers = append_only()

    def __str__(self) -> str:
        return self.failure or str(Status.SENT.label)
