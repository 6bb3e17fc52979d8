"""Sends the outbox in this process, as the worker does; to a mailbox or to a server of the test."""

from contextlib import contextmanager
from threading import Event

from django.core import mail
from django.core.mail import EmailMessage
from django.test import override_settings

from strategy_portal.mail import sending
from strategy_portal.mail.models import Delivery, RealTime, Status
from tests.mail.server import MailServer


def send_all() -> list[EmailMessage]:
    """Send what is due; return all that has been sent in this test."""
    while sending.send_due(Event()):
        pass
    return mail.outbox


@contextmanager
def sending_to(server: MailServer, *, timeout: float = 60):
    with override_settings(
        MAIL_TRANSPORT="django.core.mail.backends.smtp.EmailBackend",
        EMAIL_HOST="127.0.0.1",
        EMAIL_PORT=server.port,
        EMAIL_TIMEOUT=timeout,
    ):
        yield


def make_due() -> None:
    """Let all waiting messages be due now, whatever they wait for."""
    Delivery.objects.filter(status=Status.WAITING).update(due_at=RealTime())
