"""Writing mail: a message is part of the act it tells of, in the act's own transaction.

Nothing is sent here. The worker (sending.py) sends what has been committed.
"""

from collections.abc import Mapping
from email.utils import parseaddr
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.core.exceptions import ValidationError
from django.template.loader import get_template
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from strategy_portal.accounts.models import User
from strategy_portal.errors import DomainError
from strategy_portal.mail.models import Message
from strategy_portal.mail.rendering import parts_of


class NoSuchAddress(DomainError):
    """Mail can't be sent to this address."""


def write(
    kind: str, *, to: str, values: Mapping[str, Any], user: User | None = None, language: str = ""
) -> Message:
    """Put a message to the address `to` into the outbox.

    `kind` names its templates (rendering.py), `values` is all they may say: links whole, no row
    that could change until it is sent. `language`: by default the present one.
    Raises NoSuchAddress, TemplateDoesNotExist for an unknown kind, TypeError for values that JSON
    can't hold.
    """
    refuse_wrong_address(to)
    for part in parts_of(kind):
        get_template(part)
    return Message.objects.create(
        kind=kind,
        recipient=to,
        user=user,
        language=language or get_language() or settings.LANGUAGE_CODE,
        values=dict(values),
        message_id=new_message_id(),
    )


def refuse_wrong_address(address: str) -> None:
    """Raise NoSuchAddress unless `address` is one address that fits into a header."""
    try:
        Message._meta.get_field("recipient").clean(address, None)
    except ValidationError as error:
        raise NoSuchAddress(_("We can't send mail to this address.")) from error


def new_message_id() -> str:
    """A Message-ID that no other message has, under the portal's own domain."""
    _name, sender = parseaddr(settings.DEFAULT_FROM_EMAIL)
    return f"<{uuid4()}@{sender.rpartition('@')[2]}>"
