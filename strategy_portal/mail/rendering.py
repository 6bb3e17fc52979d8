"""From a message to an e-mail: the templates of its kind, filled with its values.

The kind `account/email/password_reset_key` has `account/email/password_reset_key_subject.txt` and
`…_message.txt`, as django-allauth names its own.
"""

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils import translation

from strategy_portal.mail.models import Message


def parts_of(kind: str) -> tuple[str, str]:
    """The templates of a kind: of its subject and of its text."""
    return f"{kind}_subject.txt", f"{kind}_message.txt"


def rendered(message: Message) -> EmailMessage:
    """The e-mail to send, in the message's language, the same at every try."""
    context = {"help_contacts": settings.HELP, **message.values}
    with translation.override(message.language):
        subject, text = (render_to_string(part, context) for part in parts_of(message.kind))
    return EmailMessage(
        # One line, whatever the values are
        subject=" ".join(subject.split()),
        body=f"{text.strip()}\n",
        to=[message.recipient],
        headers={
            "Message-ID": message.message_id,
            # No answer from absence notices (RFC 3834)
            "Auto-Submitted": "auto-generated",
        },
    )
