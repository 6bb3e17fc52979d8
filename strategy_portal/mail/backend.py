"""Django's own ways to send mail, such as `send_mail`: they end in the outbox, too."""

from collections.abc import Sequence

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction

from strategy_portal.mail import outbox


class EmailBackend(BaseEmailBackend):
    """Writes each message into the outbox, so that no request waits for a mail server."""

    @transaction.atomic
    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Write the messages, one for each address; return how many were given.

        Raises ValueError for what the outbox does not keep: attachments, copies, more headers.
        """
        for email in email_messages:
            if email.attachments or email.cc or email.bcc or email.extra_headers:
                raise ValueError("the outbox keeps a subject and a text alone")
            values = {"subject": one_line(str(email.subject)), "text": email.body}
            for address in email.to:
                outbox.write("mail/plain", to=address, values=values)
        return len(email_messages)


def one_line(subject: str) -> str:
    """The subject; raises ValueError if it could start another header."""
    if len(subject.splitlines()) > 1:
        raise ValueError("a subject is one line")
    return subject
