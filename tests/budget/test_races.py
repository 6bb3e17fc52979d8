"""Decisions prepared and confirmed at the same time: only as many pass as there is money for.

RACE_ROUNDS=100 runs each race that often. Without the guards the same race overspends,
which proves that it can detect a loss.
"""

import os
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from decimal import Decimal
from uuid import uuid4

import pytest
from django.db import connection

from applications.selection.call_ranking import ranking_of
from applications.selection.operations import deciding, preparing
from budget.models import Account
from budget.operations import awarding, posting
from calls.models import Call
from strategy_portal.accounts.models import Role
from strategy_portal.errors import OverBudget, OverQuota
from tests import books, factories

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("races")]

ROUNDS = int(os.environ.get("RACE_ROUNDS", "1"))
AT_ONCE = 32
ROOM = 3
FEW = 10  # are enough to go over

CHECKS = [
    "account_action_is_within_ceiling",
    "account_source_is_within_ceiling",
    "account_strategy_is_within_ceiling",
    "account_is_within_quota",
]
DEFINITIONS = """
    SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = ANY(%s)
"""
VALID = "UPDATE pg_constraint SET convalidated = true WHERE conname = %s"


def scored_calls(action, count: int) -> list[tuple[Call, str]]:
    """Calls of one action, each with one application for 100 EUR, and their rankings' hashes."""
    coordinator = factories.user_with(Role.COORDINATOR)
    evaluator = factories.user_with(Role.EVALUATOR)
    calls = []
    for _number in range(count):
        call = factories.make_call(
            action,
            amount=Decimal("100.00"),
            max_per_project=Decimal("100.00"),
            evaluators=1,
            by=coordinator,
        )
        factories.scored(call=call, requested="100.00", cost="200.00", evaluators=[evaluator])
        calls.append((call, ranking_of(call).sha256))
    return calls


def at_once(step: Callable, items: list) -> list:
    """The results of `step` for all items at the same moment, each on its own connection."""
    barrier = threading.Barrier(len(items))

    def run(item):
        try:
            connection.ensure_connection()
            barrier.wait()
            return step(item)
        except (OverBudget, OverQuota) as refusal:
            return refusal
        finally:
            connection.close()

    with ThreadPoolExecutor(len(items)) as pool:
        return list(pool.map(run, items))


def race(money: str, places: int, count: int = AT_ONCE) -> tuple[Account, list[Exception]]:
    """One round: prepare all at once, then confirm all prepared ones at once."""
    action = factories.make_action(money=money, places=places, code=f"r{uuid4().hex[:6]}")
    clerk, manager = factories.user_with(Role.COORDINATOR), factories.user_with(Role.MANAGER)

    def prepare(item):
        call, sha256 = item
        proposals = {call.applications.get().number: preparing.Proposal("fund")}
        return preparing.prepare(call, proposals, factories.press(clerk, sha256))

    def confirm(decision):
        return deciding.confirm(decision, factories.press(manager), paper=factories.paper("1"))

    results = at_once(prepare, scored_calls(action, count))
    prepared = [result for result in results if not isinstance(result, Exception)]
    at_once(confirm, prepared)
    refused = [result for result in results if isinstance(result, Exception)]
    return Account.objects.get(action=action), refused


@contextmanager
def guards_removed(owner, monkeypatch) -> Iterator[None]:
    """Without the operation's lock and the CHECKs of money and places.

    Only the owner can drop those.
    """
    with owner.cursor() as cursor:
        cursor.execute(DEFINITIONS, [CHECKS])
        definitions = cursor.fetchall()
        for name, _definition in definitions:
            cursor.execute(f"ALTER TABLE budget_account DROP CONSTRAINT {name}")
    try:
        with monkeypatch.context() as patch:
            for room in (awarding, posting):
                patch.setattr(room, "lock", lambda strategy_id: None)
            yield
    finally:
        # The accounts exceed their caps now, so the CHECKs return without validating them
        with owner.cursor() as cursor:
            for name, definition in definitions:
                check = f"{name} {definition} NOT VALID"
                cursor.execute(f"ALTER TABLE budget_account ADD CONSTRAINT {check}")
                cursor.execute(VALID, [name])


CAPS = pytest.mark.parametrize(
    ("money", "places", "refusal"),
    [("350.00", AT_ONCE, OverBudget), ("3200.00", ROOM, OverQuota)],
    ids=["money", "quota"],
)


@CAPS
@pytest.mark.parametrize("turn", range(ROUNDS))
def test_32_decisions_at_once_against_room_for_three(money, places, refusal, turn):
    account, refused = race(money, places)

    assert len(refused) == AT_ONCE - ROOM
    assert {type(error) for error in refused} == {refusal}
    assert all(account.action.code in str(error) for error in refused)
    assert (account.committed, account.reserved, account.projects) == (
        Decimal("300.00"),
        Decimal("0.00"),
        ROOM,
    )
    assert books.differences() == []


@CAPS
@pytest.mark.wrong_books
def test_without_lock_and_checks_the_same_race_goes_over(
    money, places, refusal, owner, monkeypatch
):
    with guards_removed(owner, monkeypatch):
        account, refused = race(money, places, FEW)

    assert len(refused) < FEW - ROOM
    assert account.committed > Decimal("300.00")
    assert [difference for difference in books.of_money() if "over a cap" in difference]
