"""Posts entries to the journal, under the strategy's lock."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import connection, transaction
from django.utils.translation import gettext as _

from budget.models import Entry, Kind
from budget.operations.refusals import refusals_in_words
from strategy_portal.accounts.models import User
from strategy_portal.clock import reading as clock
from strategy_portal.errors import DomainError, Stale
from strategy_portal.templatetags import eur

# Fields that an entry copies from the one it settles
MIRRORED = ("action", "source", "amount", "split", "places", "project_number")


@dataclass(frozen=True)
class Document:
    """The document behind an entry: its number, its date, and the day it takes effect.

    By default it takes effect on its date.
    """

    number: str
    dated: date
    effective_on: date | None = None

    def as_fields(self) -> dict[str, Any]:
        """The document as fields of Entry and Amendment."""
        return {
            "document": self.number,
            "document_date": self.dated,
            "effective_on": self.effective_on or self.dated,
        }


def refuse_future(*days: date | None) -> None:
    """Raise DomainError if a document, or what it reports, is dated in the future."""
    today = clock.today()
    if any(day and day > today for day in days):
        raise DomainError(_("The document's date can't be in the future."))


def lock(strategy_id: int) -> None:
    """Make everybody else who moves this strategy's money wait until our transaction ends.

    Read the accounts in a later statement: one that waits for a lock sees the data from before
    the wait.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT budget_lock(%s)", [strategy_id])


def post(kind: Kind, strategy_id: int, **details: Any) -> Entry:
    """Insert one entry and return it as stored; raise a DomainError if the database refuses.

    The trigger numbers it, computes what the project holds after it and moves the accounts.
    """
    with refusals_in_words():
        # The number is the trigger's, which counts under the strategy's lock
        entry = Entry.objects.create(kind=kind, strategy_id=strategy_id, seq=0, **details)
    entry.refresh_from_db()  # the trigger filled in more fields
    return entry


def settle(entry: Entry, kind: Kind, **details: Any) -> Entry:
    """Post the entry that ends the effect of `entry`, with its values except for `details`.

    Raises Stale if another entry has ended it in the meantime.
    """
    lock(entry.strategy_id)
    if Entry.objects.filter(closes=entry).exists():
        raise Stale(_("This entry has been settled already."))
    same = {name: getattr(entry, name) for name in MIRRORED}
    return post(kind, entry.strategy_id, closes=entry, **same | details)


@transaction.atomic
def reverse(entry: Entry, *, by: User, reason: str, request_key: str) -> Entry:
    """Undo an entry posted by mistake with its mirror image: the state before it applies again."""
    return settle(
        entry, Kind.REVERSAL, reason=reason, prepared_by=by, posted_by=by, request_key=request_key
    )


def untold() -> str:
    """The refusal for money or places that a person may not know to be reserved."""
    return _(
        "Less is left than that. A colleague to whom all applications are open can see how much."
    )


def shortage(cap: str, left: Decimal, amount: Decimal) -> str:
    """A sentence naming the cap and by how much `amount` exceeds what is `left` (EUR)."""
    return _("Not enough money – %(cap)s: %(left)s left, %(amount)s proposed, %(short)s short.") % {
        "cap": cap,
        "left": eur(left),
        "amount": eur(amount),
        "short": eur(amount - left),
    }
