"""Project money up to the board's decision: reserved, awarded, released.

Callers own the transaction and the idempotency of the operation they are part of.
"""

from collections.abc import Mapping
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from budget.models import Account, Action, Entry, Hold, Kind
from budget.operations.posting import Document, lock, post, settle, shortage
from budget.sources import as_decimals, difference, divide
from strategy_portal.accounts.models import User
from strategy_portal.errors import DomainError, OverBudget, OverQuota
from strategy_portal.money import ZERO
from strategy_portal.templatetags import eur

Split = Mapping[str, Decimal]


@transaction.atomic
def reserve(
    action: Action,
    *,
    amount: Decimal,
    project_number: str,
    by: User,
    request_key: str,
    rates: Split | None = None,
    split: Split | None = None,
    tells_sums: bool = True,
) -> Entry:
    """Hold `amount` (EUR) and one place of `action` for a project proposed for funding.

    `split` is the part of each source (EUR); by default it follows `rates`, else the strategy's
    own shares.
    Raises OverBudget or OverQuota, naming the cap and what is short if it `tells_sums`; Stale if
    the project already holds money.
    """
    lock(action.strategy_id)
    split = split or split_by_source(action.strategy_id, amount, rates)
    refuse_bad_split(amount, split)
    # To whom reserved sums are closed, the database refuses without telling them
    if tells_sums:
        refuse_over_quota(action)  # before the money: no smaller sum would help
        refuse_over_caps(action, amount, split)
    return post(
        Kind.RESERVATION,
        action.strategy_id,
        action=action,
        amount=amount,
        split=split,
        places=1,
        project_number=project_number,
        prepared_by=by,
        posted_by=by,
        request_key=request_key,
    )


@transaction.atomic
def award(
    reservation: Entry,
    *,
    by: User,
    document: Document,
    request_key: str,
    prepared_by: User | None = None,
    split: Split | None = None,
    tells_sums: bool = True,
) -> Entry:
    """Turn a reservation into an award of the same sum (EUR).

    `split` is the part of each source (EUR), by default as reserved. Raises Stale if the
    reservation was settled in the meantime, OverBudget naming the source that falls short, with
    what it lacks if it `tells_sums`.
    """
    lock(reservation.strategy_id)
    reserved = as_decimals(reservation.split)
    parts = split or reserved
    refuse_bad_split(reservation.amount, parts)
    if tells_sums:
        # Only sources can fall short: the sum itself is already reserved
        action = Action.objects.get(pk=reservation.action_id)
        refuse_over_caps(action, ZERO, difference(parts, reserved))
    return settle(
        reservation,
        Kind.AWARD,
        split=parts,
        **document.as_fields(),
        prepared_by=prepared_by or by,
        posted_by=by,
        request_key=request_key,
    )


@transaction.atomic
def release(entry: Entry, *, by: User, reason: str, request_key: str) -> Entry:
    """Release everything that a reservation, an award or a contract holds.

    Raises Stale if another entry has ended it.
    """
    return settle(
        entry,
        Kind.RELEASE,
        amount=entry.held,
        split=entry.held_split,
        places=1,
        reason=reason,
        prepared_by=by,
        posted_by=by,
        request_key=request_key,
    )


@transaction.atomic
def release_reserved(
    project_number: str, *, by: User, reason: str, request_key: str
) -> Entry | None:
    """Release what is reserved for a project before its decision; None if nothing is."""
    standing = Entry.objects.of_project(project_number).standing()
    reservation = standing.filter(hold=Hold.RESERVED).first()
    if reservation is None:
        return None
    return release(reservation, by=by, reason=reason, request_key=request_key)


def refuse_over_caps(action: Action, more: Decimal, split: Split) -> None:
    """Raise OverBudget, naming the cap and what is short, unless `more` (EUR) fits.

    Three caps bind at once: the action's, the strategy's, and each source's for its part.
    """
    own = Account.objects.get(action=action)
    strategy = Account.objects.get(strategy_id=action.strategy_id, action=None, source=None)
    if more > max(own.left, ZERO):
        raise OverBudget(shortage(_("action %(code)s") % {"code": action.code}, own.left, more))
    if more > max(strategy.left, ZERO):
        raise OverBudget(shortage(_("the strategy's financing"), strategy.left, more))
    for account in accounts_of_sources(action.strategy_id):
        part = split.get(account.source.code, ZERO)
        if part > max(account.left, ZERO):
            cap = _("source “%(name)s”") % {"name": account.source}
            raise OverBudget(shortage(cap, account.left, part))


def refuse_over_quota(action: Action) -> None:
    """Raise OverQuota if the action's number of projects is binding and no place is left."""
    own = Account.objects.get(action=action)
    if own.quota_is_binding and not own.places_left:
        raise OverQuota(
            _("Action %(code)s has no places left: all %(quota)d planned projects are taken.")
            % {"code": action.code, "quota": own.quota}
        )


def refuse_bad_split(amount: Decimal, split: Split) -> None:
    """Raise DomainError if a part (EUR) is negative or they do not add up to `amount`."""
    total = sum(split.values(), ZERO)
    if total != amount or min(split.values()) < ZERO:
        text = _(
            "The parts by source add up to %(total)s, the sum is %(amount)s: %(difference)s differ."
        )
        sums = {"total": total, "amount": amount, "difference": abs(amount - total)}
        raise DomainError(text % {name: eur(value) for name, value in sums.items()})


def accounts_of_sources(strategy_id: int) -> list[Account]:
    """The accounts of the strategy's sources, in their order."""
    accounts = Account.objects.filter(strategy_id=strategy_id, source__isnull=False)
    return list(accounts.select_related("source").order_by("source__position"))


def split_by_source(
    strategy_id: int, amount: Decimal, rates: Split | None = None
) -> dict[str, Decimal]:
    """`amount` (EUR) by source: by the call's `rates`, else the strategy's shares (sources.py)."""
    accounts = accounts_of_sources(strategy_id)
    shares = {account.source.code: account.ceiling for account in accounts}
    room = {account.source.code: account.left for account in accounts}
    if rates:
        shares = {code: rates.get(code, ZERO) for code in shares}
    return divide(amount, shares, room)
