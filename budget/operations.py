"""Steps that move money. Each takes the strategy's lock, says no in words where the rules do, and posts one entry.

The checks here are for the message; the guarantee is the posting trigger with the accounts' CHECKs (DESIGN 6).
Callers own the transaction: a step that fails raises, and nothing of the caller's transaction stays.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from budget.models import Account, Action, Entry, FundingSource, Kind, Project, Strategy
from strategy_portal.accounts.models import User
from strategy_portal.errors import DomainError, OverBudget, OverQuota, Stale
from strategy_portal.money import ZERO, to_cents
from strategy_portal.templatetags import eur

# Up to this much a rounded share may move to the next source, so that the last cents of all sources can be awarded.
ROUNDING_ROOM = Decimal("0.50")


def lock(strategy_id: int) -> Account:
    """The strategy's account, locked: whoever moves this strategy's money now waits for us."""
    return Account.objects.select_for_update(no_key=True).get(strategy_id=strategy_id, action=None, source=None)


@contextmanager
def refusals_in_words() -> Iterator[None]:
    """Turn what the database refuses into an error people can read; anything unexpected stays a bug."""
    messages: dict[str, tuple[type[DomainError], str]] = {
        "account_action_is_within_ceiling": (OverBudget, _("There is not enough money left in the action.")),
        "account_source_is_within_ceiling": (OverBudget, _("There is not enough money left in a funding source.")),
        "account_strategy_is_within_ceiling": (OverBudget, _("There is not enough money left in the strategy.")),
        "account_is_within_quota": (OverQuota, _("The action has no places for projects left.")),
        "entry_holds_money_once": (Stale, _("Money is already reserved or awarded to this project.")),
        "budget_entry_request_key_key": (Stale, _("This step has been taken already.")),
        "budget_entry_closes_id_key": (Stale, _("This entry has been settled already.")),
    }
    try:
        yield
    except IntegrityError as error:
        name = getattr(getattr(error.__cause__, "diag", None), "constraint_name", None)
        if name not in messages:
            raise
        refusal, message = messages[name]
        raise refusal(message) from error


@transaction.atomic
def allocate(to: Action | FundingSource, *, amount: Decimal, places: int = 0, document: str, request_key: str) -> Entry:
    """Give an action or a source its `amount` (EUR) and an action its `places`, as the strategy's text says."""
    target = {"action": to} if isinstance(to, Action) else {"source": to}
    return post(
        Kind.ALLOCATION, to.strategy_id, **target, amount=amount, places=places, document=document,
        request_key=request_key,
    )  # fmt: skip


@transaction.atomic
def reserve(
    action: Action, *, amount: Decimal, project_number: str, by: User, request_key: str, document: str = ""
) -> Entry:
    """Hold `amount` (EUR) and one place of `action` for a project proposed for funding.

    Raises OverBudget or OverQuota, naming the cap and what is short; Stale if the project already holds money.
    """
    lock(action.strategy_id)
    refuse_over_caps(action, amount)
    return post(
        Kind.RESERVATION,
        action.strategy_id,
        action=action,
        amount=amount,
        split=split_by_source(action.strategy_id, amount),
        places=1,
        project_number=project_number,
        document=document,
        posted_by=by,
        request_key=request_key,
    )


@transaction.atomic
def award(reservation: Entry, *, project: Project, by: User, document: str, request_key: str) -> Project:
    """Turn a reservation into an award of the same sum and open the (unsaved) `project` to the public.

    Raises Stale if the reservation was settled in the meantime.
    """
    entry = settle(reservation, Kind.AWARD, document=document, posted_by=by, request_key=request_key)
    project.number, project.award = entry.project_number, entry
    project.action = Action.objects.get(pk=reservation.action_id)
    project.save(force_insert=True)
    return project


@transaction.atomic
def release(entry: Entry, *, by: User, reason: str, request_key: str) -> Entry:
    """Give back what a reservation or an award holds. Raises Stale if it was settled in the meantime."""
    return settle(entry, Kind.RELEASE, reason=reason, posted_by=by, request_key=request_key)


@transaction.atomic
def reverse(entry: Entry, *, by: User, reason: str, request_key: str) -> Entry:
    """Undo an allocation, a reservation or an award that was posted by mistake, by its mirror image."""
    return settle(entry, Kind.REVERSAL, reason=reason, posted_by=by, request_key=request_key)


def settle(entry: Entry, kind: Kind, **details: Any) -> Entry:
    """Post the entry that ends the effect of `entry`, with its action, sum, sources and project."""
    lock(entry.strategy_id)
    if Entry.objects.filter(closes=entry).exists():
        raise Stale(_("This entry has been settled already."))
    same = ("action", "source", "amount", "split", "places", "project_number")
    return post(kind, entry.strategy_id, closes=entry, **{name: getattr(entry, name) for name in same}, **details)


def post(kind: Kind, strategy_id: int, **details: Any) -> Entry:
    """Insert one entry; the trigger numbers it and moves the accounts."""
    with refusals_in_words():
        entry = Entry.objects.create(kind=kind, strategy_id=strategy_id, seq=0, left_after=ZERO, **details)
    entry.refresh_from_db(fields=["seq", "left_after", "posted_at"])
    return entry


def refuse_over_caps(action: Action, amount: Decimal) -> None:
    """Raise OverBudget or OverQuota, naming the cap, unless one more project of `amount` (EUR) fits."""
    own = Account.objects.get(action=action)
    strategy = Account.objects.get(strategy_id=action.strategy_id, action=None, source=None)
    if amount > own.left:
        raise OverBudget(shortage(_("action %(code)s") % {"code": action.code}, own.left, amount))
    if amount > strategy.left:
        raise OverBudget(shortage(_("the strategy's financing"), strategy.left, amount))
    if own.quota_is_binding and not own.places_left:
        raise OverQuota(
            _("Action %(code)s has no places left: all %(quota)d planned projects are taken.")
            % {"code": action.code, "quota": own.quota}
        )


def shortage(cap: str, left: Decimal, amount: Decimal) -> str:
    return _("Not enough money – %(cap)s: %(left)s left, %(amount)s proposed, %(short)s short.") % {
        "cap": cap,
        "left": eur(left),
        "amount": eur(amount),
        "short": eur(amount - left),
    }


def split_by_source(strategy_id: int, amount: Decimal) -> dict[str, Decimal]:
    """`amount` (EUR) by the strategy's shares: each source rounded half-up to the cent, the last takes the rest.

    Rounding may run a source dry by cents while another still has them; up to ROUNDING_ROOM then moves over.
    """
    sources = list(FundingSource.objects.filter(strategy_id=strategy_id).select_related("account").order_by("position"))
    total = sum((source.account.ceiling for source in sources), ZERO)
    parts, rest, room = {}, amount, sum((source.account.left for source in sources), ZERO)
    for source in sources[:-1]:
        account = source.account
        room -= account.left
        part = to_cents(amount * account.ceiling / total)
        nearest = min(max(part, rest - room), account.left)
        part = nearest if abs(nearest - part) <= ROUNDING_ROOM else part
        parts[source.code] = part
        rest -= part
    parts[sources[-1].code] = rest
    return parts


@transaction.atomic
def open_accounts(strategy: Strategy, *, quota_is_binding: bool) -> None:
    """Empty accounts for a newly loaded strategy, its sources and its actions."""
    Account.objects.create(strategy=strategy)
    for source in strategy.sources.all():
        Account.objects.create(strategy=strategy, source=source)
    for action in strategy.actions.all():
        Account.objects.create(strategy=strategy, action=action, quota_is_binding=quota_is_binding)
