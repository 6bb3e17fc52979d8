"""Amendments of the strategy: drafted by one person, published, confirmed by another.

Every step takes a Press, so that a repeated one is answered as the first time.
"""

from collections.abc import Iterator
from dataclasses import asdict
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from budget.models import Account, Amendment, AmendmentLine, Kind, Strategy
from budget.operations.allocations import (
    Allocation,
    Allocations,
    accounts_of,
    code_of,
    fingerprint,
    in_force,
    problems_of,
    refuse_unfit,
)
from budget.operations.posting import Document, lock, post, refuse_future, untold
from strategy_portal.clock import reading as clock
from strategy_portal.errors import DomainError, NotReady, OverBudget, OverQuota, Stale
from strategy_portal.money import ZERO
from strategy_portal.requests.press import Press


@transaction.atomic(durable=True)
def draft(strategy: Strategy, figures: Allocations, press: Press, *, reason: str) -> Amendment:
    """Draft an amendment with all figures (EUR, projects), including unchanged ones.

    `press.seen` is the fingerprint of the figures the page showed. Raises Stale if they changed
    or another amendment is pending, NotReady naming each figure below what is used, DomainError
    if nothing changes. Reserved money counts only for whoever sees it: a draft moves nothing, and
    its refusals would tell the sum to anybody who tries one figure after another.
    """
    content = {code: asdict(figure) for code, figure in figures.items()}
    if press.is_repeated("draft an amendment", strategy.pk, content, reason):
        return strategy.amendments.get(pk=press.made)
    lock(strategy.pk)  # before anything is read: what we read then holds until the commit
    refuse_second(strategy)
    accounts = accounts_of(strategy, proposed=press.sees_all)
    if press.seen != fingerprint(accounts):
        raise Stale(
            _("The strategy's figures have changed since you opened the page. Open it again.")
        )
    refuse_unfit(accounts, figures)
    amendment = Amendment.objects.create(
        strategy=strategy,
        # Neither gaps nor duplicates, because the strategy is locked
        number=strategy.amendments.aggregate(last=Max("number", default=0))["last"] + 1,
        reason=reason,
        prepared_by=press.by,
    )
    press.remember(amendment)
    AmendmentLine.objects.bulk_create(lines_of(amendment, accounts, figures))
    return amendment


def refuse_second(strategy: Strategy) -> None:
    """Raise Stale while another amendment is pending: two would compare with the same figures."""
    if strategy.amendments.pending().exists():
        raise Stale(_("Another amendment is being prepared. Finish or withdraw it first."))


def lines_of(
    amendment: Amendment, accounts: list[Account], figures: Allocations
) -> Iterator[AmendmentLine]:
    for account in accounts:
        new = figures[code_of(account)]
        yield AmendmentLine(
            amendment=amendment,
            action=account.action,
            source=account.source,
            before=account.ceiling,
            after=new.amount,
            places_before=account.quota,
            places_after=new.places,
        )


@transaction.atomic(durable=True)
def publish(amendment: Amendment, press: Press) -> Amendment:
    """Publish the comparison; from now on its figures are frozen.

    Publishing it again changes nothing. Raises Stale if the amendment has ended.
    """
    if press.is_repeated("publish an amendment", amendment.pk):
        return Amendment.objects.get(pk=amendment.pk)
    amendment = lock_pending(amendment)
    # Two people may press at the same time: the first publication stands
    if not amendment.published_at:
        amendment.published_by = press.by
        amendment.published_at = clock.now()
        amendment.save(update_fields=["published_by", "published_at"])
    return amendment


@transaction.atomic(durable=True)
def withdraw(amendment: Amendment, press: Press, *, reason: str) -> Amendment:
    """Withdraw a pending amendment; if published, it stays readable. Raises Stale if it ended."""
    if press.is_repeated("withdraw an amendment", amendment.pk, reason):
        return Amendment.objects.get(pk=amendment.pk)
    amendment = lock_pending(amendment)
    amendment.withdrawn_by = press.by
    amendment.withdrawn_at = clock.now()
    amendment.withdrawal_reason = reason
    amendment.save(update_fields=["withdrawn_by", "withdrawn_at", "withdrawal_reason"])
    return amendment


@transaction.atomic(durable=True)
def confirm(amendment: Amendment, press: Press, *, document: Document) -> Amendment:
    """Put a published amendment in force by posting all its entries.

    Raises DomainError for whoever prepared it or for a document dated in the future, NotReady if a
    figure is now below what is used, Stale if the strategy changed or the amendment ended.
    """
    if press.is_repeated("confirm an amendment", amendment.pk, asdict(document)):
        return Amendment.objects.get(pk=amendment.pk)
    amendment = lock_pending(amendment)
    if amendment.prepared_by_id == press.by.pk:
        raise DomainError(_("Whoever prepared the amendment can't confirm it."))
    if not amendment.published_at:
        raise Stale(_("Publish the comparison first."))
    refuse_future(document.dated, document.effective_on)
    # Money may have been reserved since the draft, so all checks are made again
    lines = list(amendment.lines.select_related("action", "source"))
    refuse_outdated(amendment, lines, press)
    # Before the entries, which name the confirmer
    mark_confirmed(amendment, press, document)
    post_lines(amendment, lines, document)
    return amendment


def lock_pending(amendment: Amendment) -> Amendment:
    """Re-read the amendment under the strategy's lock; raise Stale if it has ended."""
    # The strategy before the row, in every step: no two steps wait for each other
    lock(amendment.strategy_id)
    rows = Amendment.objects.select_for_update(no_key=True, of=("self",)).select_related("strategy")
    fresh = rows.get(pk=amendment.pk)
    if not fresh.is_pending:
        raise Stale(_("The amendment is in force or withdrawn already."))
    return fresh


def refuse_outdated(amendment: Amendment, lines: list[AmendmentLine], press: Press) -> None:
    """Raise Stale if the accounts no longer say “before”, NotReady if they don't allow “after”."""
    accounts = accounts_of(amendment.strategy, proposed=press.sees_all)
    before = {line.target.code: Allocation(line.before, line.places_before) for line in lines}
    if before != in_force(accounts):
        raise Stale(
            _(
                "The strategy has changed since the amendment was prepared. Withdraw it and "
                "prepare a new one."
            )
        )
    after = {line.target.code: Allocation(line.after, line.places_after) for line in lines}
    refuse_unfit(accounts, after)
    if any(problems_of(accounts_of(amendment.strategy, proposed=True), after)):
        raise NotReady([untold()])


def mark_confirmed(amendment: Amendment, press: Press, document: Document) -> None:
    """Record who confirmed the amendment, when, and by which document."""
    fields = document.as_fields()
    fields |= {"confirmed_by": press.by, "confirmed_at": clock.now()}
    for name, value in fields.items():
        setattr(amendment, name, value)
    amendment.save(update_fields=list(fields))


def post_lines(amendment: Amendment, lines: list[AmendmentLine], document: Document) -> None:
    """Post every difference: money first, then planned projects, decreases before increases."""
    common = {
        "amendment": amendment,
        **document.as_fields(),
        "reason": amendment.reason,
        "prepared_by": amendment.prepared_by,
        "posted_by": amendment.confirmed_by,
    }
    # Keys from the lines, so that no line can ever be posted twice
    moved = [line for line in lines if line.difference]
    for line in in_posting_order(amendment, moved):
        key = f"amendment:{amendment.pk}:{line.pk}:sum"
        post_line(Kind.TRANSFER, line, amount=line.difference, request_key=key, **common)
    planned = [line for line in lines if line.places_difference]
    for line in sorted(planned, key=lambda line: line.places_difference):
        key = f"amendment:{amendment.pk}:{line.pk}:places"
        places = line.places_difference
        post_line(Kind.QUOTA, line, amount=ZERO, places=places, request_key=key, **common)


def in_posting_order(amendment: Amendment, lines: list[AmendmentLine]) -> list[AmendmentLine]:
    """The lines in an order that exceeds no cap on the way: decreases first.

    If the strategy's money is nearly used up, a source's decrease would leave too little of it;
    then the increases of other sources come first.
    """
    total = Account.objects.get(strategy=amendment.strategy, action=None, source=None)
    decreases = [line.difference for line in lines if line.source_id and line.difference < 0]
    sources_rise_first = -sum(decreases, ZERO) > total.left

    def order(line: AmendmentLine) -> tuple[bool, Decimal]:
        comes_late = line.difference > 0
        if line.source_id and sources_rise_first:
            comes_late = not comes_late
        return comes_late, line.difference

    return sorted(lines, key=order)


def post_line(kind: Kind, line: AmendmentLine, **details: Any) -> None:
    """Post one line's entry; a refusal by the database means the strategy changed: Stale."""
    try:
        post(kind, line.amendment.strategy_id, action=line.action, source=line.source, **details)
    except (OverBudget, OverQuota) as error:  # the earlier check should have said so
        raise Stale(_("%(what)s: %(why)s") % {"what": line.target, "why": error}) from error
