"""Idempotency: resubmitting a form has no second effect, and never a different one."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Model
from django.utils.translation import gettext as _

from strategy_portal.accounts.models import User
from strategy_portal.canonical import canonical, digest
from strategy_portal.errors import KeyReused
from strategy_portal.requests.models import Request

# DO NOTHING, as a unique violation would abort the operation's whole transaction
INSERT = """
INSERT INTO requests_request (key, digest, pressed_by_id) VALUES (%s, %s, %s) ON CONFLICT DO NOTHING
"""


@dataclass(frozen=True)
class Press:
    """One press of a button: who pressed it, the form's key, and what the page showed.

    `seen` is a fingerprint of figures that may have changed since; empty if there are none.
    `sees_all`: no application is closed to them, so that refusals may tell sums.
    """

    by: User
    key: UUID
    seen: str = ""
    sees_all: bool = False

    def is_repeated(self, act: str, *content: Any) -> bool:
        """Record the press; return whether the same one was carried out before.

        Comes first in the operation's transaction: both commit or neither does, and a repeated
        press is answered before any check that would refuse it now. A concurrent press with the
        same key waits for the first one's transaction. `act` and `content` are everything that
        decides what the press does.
        Raises KeyReused if the key came with other content or from another person.
        """
        said = digest(canonical([act, *content]))
        with connection.cursor() as cursor:
            cursor.execute(INSERT, [str(self.key), said, self.by.pk])
            if cursor.rowcount:
                return False
        # A statement of its own, which sees what was committed while the INSERT waited
        earlier = Request.objects.get(key=self.key)
        if (earlier.digest, earlier.pressed_by_id) != (said, self.by.pk):
            raise KeyReused(_("This form has been used already. Open the page again."))
        return True

    def remember(self, row: Model) -> None:
        """Record the row that the press made, so that a repeated press finds it."""
        Request.objects.filter(key=self.key).update(made=str(row.pk))

    @property
    def made(self) -> str:
        """The primary key of the row that the press made, as text."""
        return Request.objects.get(key=self.key).made
