"""One entry posted, under the strategy's lock; what the database refuses, in words."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import IntegrityError, connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from budget.models import Entry, Kind
from strategy_portal.accounts.models import User
from strategy_portal.errors import DomainError, OverBudget, OverQuota, Stale
from strategy_portal.templatetags import eur


@dataclass(frozen=True)
class Document:
    """The paper behind an entry: its number, its date, and the day it takes effect (its own date unless told)."""

    number: str
    dated: date
    effective_on: date | None = None

    def as_fields(self) -> dict[str, Any]:
        return {
            "document": self.number,
            "document_date": self.dated,
            "effective_on": self.effective_on or self.dated,
        }


def refuse_future(*days: date | None) -> None:
    """Raise DomainError if a paper, or what it says happened, is of a day that has not come yet."""
    if any(day and day > timezone.localdate() for day in days):
        raise DomainError(_("The document's date can't be in the future."))


def lock(strategy_id: int) -> None:
    """Let whoever else moves this strategy's money wait until our transaction ends. Read the accounts after it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT budget_lock(%s)", [strategy_id])


@contextmanager
def refusals_in_words() -> Iterator[None]:
    """Turn what the database refuses into an error people can read; anything unexpected stays a bug."""
    messages: dict[str, tuple[type[DomainError], str]] = {
        "account_action_is_within_ceiling": (
            OverBudget,
            _("There is not enough money left in the action."),
        ),
        "account_source_is_within_ceiling": (
            OverBudget,
            _("There is not enough money left in a funding source."),
        ),
        "account_strategy_is_within_ceiling": (
            OverBudget,
            _("There is not enough money left in the strategy."),
        ),
        "account_is_within_quota": (OverQuota, _("The action has no places for projects left.")),
        "entry_holds_money_once": (
            Stale,
            _("Money is already reserved or awarded to this project."),
        ),
        "budget_entry_request_key_key": (Stale, _("This step has been taken already.")),
        "budget_entry_closes_id_key": (Stale, _("This entry has been settled already.")),
        "entry_closes_what_its_kind_may": (
            Stale,
            _("The project has moved on: this entry can no longer be changed."),
        ),
        "entry_document_is_not_of_the_future": (
            DomainError,
            _("The document's date can't be in the future."),
        ),
        "entry_paid_is_within_held": (
            OverBudget,
            _("More would be paid than the project holds of a source."),
        ),
        "entry_recovered_is_within_paid": (
            OverBudget,
            _("More would be recovered than was paid from a source."),
        ),
        "entry_released_is_within_held": (
            OverBudget,
            _("More would be released than the project holds of a source."),
        ),
        "entry_split_adds_up": (DomainError, _("The parts by source do not add up to the sum.")),
    }
    try:
        yield
    except IntegrityError as error:
        name = getattr(getattr(error.__cause__, "diag", None), "constraint_name", None)
        if name not in messages:
            raise
        refusal, message = messages[name]
        raise refusal(message) from error


def post(kind: Kind, strategy_id: int, **details: Any) -> Entry:
    """Insert one entry; the trigger numbers it, says what the project holds after it and moves the accounts."""
    with refusals_in_words():
        entry = Entry.objects.create(kind=kind, strategy_id=strategy_id, seq=0, **details)
    entry.refresh_from_db()
    return entry


def settle(entry: Entry, kind: Kind, **details: Any) -> Entry:
    """Post the entry that ends the effect of `entry`: of its action, sum, sources and project unless `details` differ.

    Raises Stale if something else ended it in the meantime.
    """
    lock(entry.strategy_id)
    if Entry.objects.filter(closes=entry).exists():
        raise Stale(_("This entry has been settled already."))
    same = ("action", "source", "amount", "split", "places", "project_number")
    return post(
        kind,
        entry.strategy_id,
        closes=entry,
        **{name: getattr(entry, name) for name in same} | details,
    )


@transaction.atomic
def reverse(entry: Entry, *, by: User, reason: str, request_key: str) -> Entry:
    """Undo an entry that was posted by mistake by its mirror image: what stood before it stands again."""
    return settle(
        entry, Kind.REVERSAL, reason=reason, prepared_by=by, posted_by=by, request_key=request_key
    )


def shortage(cap: str, left: Decimal, amount: Decimal) -> str:
    """Which cap is passed and by how much, for whoever proposed `amount` (EUR)."""
    return _("Not enough money – %(cap)s: %(left)s left, %(amount)s proposed, %(short)s short.") % {
        "cap": cap,
        "left": eur(left),
        "amount": eur(amount),
        "short": eur(amount - left),
    }
