"""What a version of the strategy allocates, and whether the accounts allow it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from budget.models import Account, Action, FundingSource, InCodeOrder, Strategy
from strategy_portal.canonical import digest
from strategy_portal.errors import DomainError, NotReady, Stale
from strategy_portal.money import LARGEST, ZERO
from strategy_portal.templatetags import eur


@dataclass(frozen=True)
class Allocation:
    """What an action or a source gets: EUR and, for an action, planned projects."""

    amount: Decimal
    places: int = 0


Allocations = Mapping[str, Allocation]  # by the code of the action or source


def accounts_of(strategy: Strategy, *, proposed: bool = False) -> list[Account]:
    """The accounts that get an allocation: actions by code, then sources by position.

    Without what is reserved unless `proposed`, as figures_of() reads them.
    """
    accounts = strategy.accounts.exclude(action=None, source=None)
    actions_first = InCodeOrder("action__code").asc(nulls_last=True)
    ordered = accounts.select_related("action", "source").order_by(
        actions_first, "source__position"
    )
    return list(ordered) if proposed else [account.without_proposed() for account in ordered]


def code_of(account: Account) -> str:
    target: Action | FundingSource = account.action or account.source
    return target.code


def in_force(accounts: list[Account]) -> dict[str, Allocation]:
    """The allocations the accounts have now, by code."""
    return {code_of(account): Allocation(account.ceiling, account.quota) for account in accounts}


def fingerprint(accounts: list[Account]) -> str:
    """Fingerprint of the figures, to find out whether they changed since a page showed them."""
    figures = [f"{code_of(account)} {account.ceiling} {account.quota}" for account in accounts]
    # Shortened for the form's hidden field; chance collisions are all it must exclude
    return digest("|".join(figures))[:16]


def refuse_unfit(accounts: list[Account], figures: Allocations) -> None:
    """Raise NotReady, naming each problem, if the accounts do not allow the new figures.

    Raises Stale if the strategy has other actions or sources, DomainError if nothing changes.
    """
    current = in_force(accounts)
    if current.keys() != figures.keys():
        raise Stale(_("The strategy's actions or sources have changed. Open the page again."))
    if current == figures:
        raise DomainError(_("Nothing differs from the strategy in force."))
    problems = problems_of(accounts, figures)
    if problems:
        raise NotReady(problems)


def problems_of(accounts: list[Account], figures: Allocations) -> list[str]:
    """One sentence per figure below what is used, or why the sources do not fit."""
    problems: list[str] = []
    for account in accounts:
        problems += problems_of_account(account, figures[code_of(account)])
    sources = [account for account in accounts if account.source_id]
    financed = sum((figures[code_of(source)].amount for source in sources), ZERO)
    if financed > LARGEST:  # each source fits its column, their total may not
        problems.append(
            _("The sources can't bring more than %(most)s together.") % {"most": eur(LARGEST)}
        )
    # The strategy's total is worth a sentence only if no single figure explains the problem
    used = sum((account.used for account in accounts if account.action_id), ZERO)
    if not problems and financed < used:
        problems.append(too_low(sources[0], _("the strategy's financing"), financed, used))
    return problems


def problems_of_account(account: Account, new: Allocation) -> Iterator[str]:
    if new.amount < account.used:
        yield too_low(account, str(account.action or account.source), new.amount, account.used)
    if account.action_id and account.quota_is_binding and new.places < account.places_taken:
        text = _("%(what)s: %(taken)d projects are approved, fewer can't be planned.")
        if account.shows_proposed:
            text = _(
                "%(what)s: %(taken)d projects are proposed or approved, fewer can't be planned."
            )
        yield text % {"what": account.action, "taken": account.places_taken}


def too_low(account: Account, what: str, amount: Decimal, used: Decimal) -> str:
    text = _("%(what)s: %(used)s is approved, %(amount)s is %(short)s less.")
    if account.shows_proposed:
        text = _("%(what)s: %(used)s is reserved or approved, %(amount)s is %(short)s less.")
    return text % {
        "what": what,
        "used": eur(used),
        "amount": eur(amount),
        "short": eur(used - amount),
    }
