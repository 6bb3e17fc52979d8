"""Amendments of the strategy: drafted by one person, shown to everybody, put in force by another with the document."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from decimal import Decimal
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from budget.models import Account, Action, Amendment, AmendmentLine, FundingSource, Kind, Strategy
from budget.operations.posting import Document, lock, post, refuse_future
from strategy_portal import database
from strategy_portal.accounts.models import User
from strategy_portal.errors import DomainError, NotReady, OverBudget, OverQuota, Stale
from strategy_portal.money import LARGEST, ZERO
from strategy_portal.requests.press import is_repeated
from strategy_portal.templatetags import eur


@dataclass(frozen=True)
class Figure:
    """What a version says of one action or source: EUR, and the planned projects of an action."""

    amount: Decimal
    places: int = 0


Figures = Mapping[str, Figure]  # by the code of the action or source


def accounts_of(strategy: Strategy) -> list[Account]:
    """The accounts a version has a figure of: actions by code, then sources by position."""
    accounts = strategy.accounts.exclude(action=None, source=None).select_related(
        "action", "source"
    )
    return sorted(
        accounts,
        key=lambda one: (one.source_id is not None, one.action.code if one.action else "", one.pk),
    )


def fingerprint(accounts: list[Account]) -> str:
    """What tells the strategy's figures of a page from those of another moment."""
    figures = [f"{code_of(account)} {account.ceiling} {account.quota}" for account in accounts]
    return hashlib.sha256("|".join(figures).encode()).hexdigest()[:16]


def draft(
    strategy: Strategy,
    figures: Figures,
    *,
    reason: str,
    by: User,
    request_key: UUID,
    seen: str | None = None,
) -> Amendment:
    """Begin an amendment: all figures of the strategy as they shall be, those that stay too.

    `seen` is the fingerprint of the figures the page showed. Raises Stale if they moved or another amendment is
    pending, NotReady naming each figure below what is reserved or committed.
    """
    content = [strategy.pk, {code: asdict(figure) for code, figure in figures.items()}, reason]
    with transaction.atomic(durable=True):
        if is_repeated(request_key, content, by=by):
            return strategy.amendments.get(request_key=request_key)
        lock(strategy.pk)
        if strategy.amendments.pending().exists():
            raise Stale(_("Another amendment is being prepared. Finish or withdraw it first."))
        accounts = accounts_of(strategy)
        if seen is not None and seen != fingerprint(accounts):
            raise Stale(
                _("The strategy's figures have changed since the page was opened. Open it anew.")
            )
        refuse_unfit(accounts, figures)
        number = strategy.amendments.aggregate(last=Max("number", default=0))["last"] + 1
        amendment = Amendment.objects.create(
            strategy=strategy, number=number, reason=reason, prepared_by=by, request_key=request_key
        )
        AmendmentLine.objects.bulk_create(lines_of(amendment, accounts, figures))
        return amendment


def lines_of(
    amendment: Amendment, accounts: list[Account], figures: Figures
) -> Iterator[AmendmentLine]:
    for account in accounts:
        figure = figures[code_of(account)]
        yield AmendmentLine(
            amendment=amendment,
            action=account.action,
            source=account.source,
            before=account.ceiling,
            after=figure.amount,
            places_before=account.quota,
            places_after=figure.places,
        )


def code_of(account: Account) -> str:
    target: Action | FundingSource = account.action or account.source
    return target.code


def refuse_unfit(accounts: list[Account], figures: Figures) -> None:
    """Raise NotReady unless something changes and no figure falls below what is used."""
    if {code_of(account) for account in accounts} != set(figures):
        raise Stale(_("The strategy's actions or sources have changed. Open the page anew."))
    if all(
        (account.ceiling, account.quota) == (f.amount, f.places)
        for account in accounts
        for f in [figures[code_of(account)]]
    ):
        raise DomainError(_("Nothing differs from the strategy in force."))
    problems = [
        problem
        for account in accounts
        for problem in problems_of(account, figures[code_of(account)])
    ]
    financed = sum(
        (figures[code_of(account)].amount for account in accounts if account.source_id), ZERO
    )
    used = sum((account.used for account in accounts if account.action_id), ZERO)
    if financed > LARGEST:
        problems.append(
            _("The sources can't bring more than %(most)s together.") % {"most": eur(LARGEST)}
        )
    if not problems and financed < used:
        problems.append(below(_("the strategy's financing"), financed, used))
    if problems:
        raise NotReady(problems)


def problems_of(account: Account, figure: Figure) -> Iterator[str]:
    if figure.amount < account.used:
        yield below(str(account.action or account.source), figure.amount, account.used)
    if account.action_id and account.quota_is_binding and figure.places < account.places_taken:
        yield _(
            "%(what)s: %(taken)d projects are proposed or approved, fewer can't be planned."
        ) % {
            "what": account.action,
            "taken": account.places_taken,
        }


def below(what: str, amount: Decimal, used: Decimal) -> str:
    return _("%(what)s: %(used)s is reserved or approved, %(amount)s is %(short)s less.") % {
        "what": what,
        "used": eur(used),
        "amount": eur(amount),
        "short": eur(used - amount),
    }


@transaction.atomic(durable=True)
def publish(amendment: Amendment, *, by: User, request_key: UUID | None = None) -> Amendment:
    """Show the comparison to everybody; from now on its figures are frozen. Publishing again changes nothing."""
    if request_key and is_repeated(request_key, ["publish", amendment.pk], by=by):
        return Amendment.objects.get(pk=amendment.pk)
    amendment = lock_pending(amendment)
    if not amendment.published_at:
        amendment.published_by, amendment.published_at = by, database.now()
        amendment.save(update_fields=["published_by", "published_at"])
    return amendment


@transaction.atomic(durable=True)
def withdraw(
    amendment: Amendment, *, by: User, reason: str, request_key: UUID | None = None
) -> Amendment:
    """Give an amendment up before it is in force; one that was shown stays readable."""
    is_again = request_key and is_repeated(request_key, ["withdraw", amendment.pk, reason], by=by)
    fresh = Amendment.objects.get(pk=amendment.pk)
    if is_again or (fresh.withdrawn_by_id, fresh.withdrawal_reason) == (by.pk, reason):
        return fresh
    amendment = lock_pending(amendment)
    amendment.withdrawn_by, amendment.withdrawn_at, amendment.withdrawal_reason = (
        by,
        database.now(),
        reason,
    )
    amendment.save(update_fields=["withdrawn_by", "withdrawn_at", "withdrawal_reason"])
    return amendment


def lock_pending(amendment: Amendment) -> Amendment:
    lock(amendment.strategy_id)
    rows = Amendment.objects.select_for_update(no_key=True, of=("self",)).select_related("strategy")
    fresh = rows.get(pk=amendment.pk)
    if not fresh.is_pending:
        raise Stale(_("The amendment is in force or withdrawn already."))
    return fresh


@transaction.atomic(durable=True)
def confirm(
    amendment: Amendment, *, by: User, document: Document, request_key: UUID | None = None
) -> Amendment:
    """Put in force what another person prepared and everybody could read: all its entries at once.

    Raises DomainError for the preparer, NotReady where a figure is now below what is used, Stale if the strategy
    moved on or the amendment ended. Confirming again with the same document answers as the first time.
    """
    is_again = request_key and is_repeated(
        request_key, ["confirm", amendment.pk, asdict(document)], by=by
    )
    fresh = Amendment.objects.get(pk=amendment.pk)
    if is_again or fresh.confirmed_by_id == by.pk and is_by(fresh, document):
        return fresh
    amendment = lock_pending(amendment)
    if amendment.prepared_by_id == by.pk:
        raise DomainError(_("Whoever prepared the amendment can't confirm it."))
    if not amendment.published_at:
        raise Stale(_("Show the comparison to the public first."))
    refuse_future(document.dated, document.effective_on)
    lines = list(amendment.lines.select_related("action", "source"))
    refuse_outdated(amendment, lines)
    fields = document.as_fields() | {"confirmed_by": by, "confirmed_at": database.now()}
    for name, value in fields.items():
        setattr(amendment, name, value)
    amendment.save(update_fields=list(fields))
    post_lines(amendment, lines, document)
    return amendment


def is_by(amendment: Amendment, document: Document) -> bool:
    """Whether it was put in force by just this paper."""
    return all(getattr(amendment, name) == value for name, value in document.as_fields().items())


def refuse_outdated(amendment: Amendment, lines: list[AmendmentLine]) -> None:
    accounts = accounts_of(amendment.strategy)
    before = {
        (account.action_id, account.source_id): (account.ceiling, account.quota)
        for account in accounts
    }
    if before != {
        (line.action_id, line.source_id): (line.before, line.places_before) for line in lines
    }:
        raise Stale(
            _(
                "The strategy has changed since the amendment was prepared. Withdraw it and prepare it anew."
            )
        )
    refuse_unfit(
        accounts, {line.target.code: Figure(line.after, line.places_after) for line in lines}
    )


def post_lines(amendment: Amendment, lines: list[AmendmentLine], document: Document) -> None:
    """Decreases first; only where the strategy's money is nearly used up must other sources bring theirs before."""
    total = Account.objects.get(strategy=amendment.strategy, action=None, source=None)
    fewer = -sum(
        (line.difference for line in lines if line.source_id and line.difference < 0), ZERO
    )
    sources_first = fewer > total.left

    def order(line: AmendmentLine) -> tuple[bool, Decimal]:
        rises = line.difference > 0
        return (not rises if line.source_id and sources_first else rises), line.difference

    common = {
        "amendment": amendment,
        **document.as_fields(),
        "reason": amendment.reason,
        "prepared_by": amendment.prepared_by,
        "posted_by": amendment.confirmed_by,
    }
    for line in sorted((line for line in lines if line.difference), key=order):
        key = f"amendment:{amendment.pk}:{line.pk}:sum"
        post_line(Kind.TRANSFER, line, amount=line.difference, request_key=key, **common)
    for line in sorted(
        (line for line in lines if line.places_difference), key=lambda line: line.places_difference
    ):
        key = f"amendment:{amendment.pk}:{line.pk}:places"
        post_line(
            Kind.QUOTA, line, amount=ZERO, places=line.places_difference, request_key=key, **common
        )


def post_line(kind: Kind, line: AmendmentLine, **details: object) -> None:
    try:
        post(kind, line.amendment.strategy_id, action=line.action, source=line.source, **details)
    except (OverBudget, OverQuota) as error:  # the check before it should have said so
        raise Stale(_("%(what)s: %(why)s") % {"what": line.target, "why": error}) from error
