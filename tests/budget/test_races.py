"""Decisions prepared and confirmed at the same time: exactly as many go through as there is room for."""

import threading
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal

import pytest
from django.db import connection

from applications import reconcile as decisions
from applications.operations import deciding
from budget import reconcile
from budget.models import Account
from strategy_portal.accounts.models import Role
from strategy_portal.errors import OverBudget, OverQuota
from tests import factories

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("races")]


def scored_calls(action, count: int, *, evaluators: list, coordinator) -> list:
    """Calls of one action, each with one scored application that asks for 100 EUR."""
    calls = []
    for _number in range(count):
        call = factories.make_call(
            action, amount=Decimal("100.00"), max_per_project=Decimal("100.00"), evaluators=1, by=coordinator
        )
        factories.scored(call=call, requested="100.00", cost="200.00", evaluators=evaluators)
        calls.append(call)
    return calls


def at_once(step, items: list) -> list:
    """Run `step` on all items at the same moment, each on a connection of its own; results or refusals."""
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


@pytest.mark.parametrize(
    ("money", "places", "refusal"), [("350.00", 32, OverBudget), ("3200.00", 3, OverQuota)], ids=["money", "quota"]
)
def test_32_decisions_at_once_against_room_for_three(money, places, refusal):
    action = factories.make_action(money=money, places=places)
    coordinator, manager = factories.user_with(Role.COORDINATOR), factories.user_with(Role.MANAGER)
    evaluator = factories.user_with(Role.EVALUATOR)
    calls = scored_calls(action, 32, evaluators=[evaluator], coordinator=coordinator)
    proposals = [(call, deciding.ranking_of(call).sha256) for call in calls]

    def prepare(item):
        call, sha256 = item
        number = call.applications.get().number
        return deciding.prepare(
            call, {number: deciding.Proposal("fund")}, by=coordinator, sha256=sha256, request_key=factories.uuid4()
        )

    prepared = at_once(prepare, proposals)

    went_through = [result for result in prepared if not isinstance(result, Exception)]
    refused = [result for result in prepared if isinstance(result, Exception)]
    assert len(went_through) == 3
    assert all(isinstance(error, refusal) and action.code in str(error) for error in refused)

    at_once(lambda decision: deciding.confirm(decision, by=manager, document="Nr. 1"), went_through)

    account = Account.objects.get(action=action)
    assert (account.committed, account.projects) == (Decimal("300.00"), 3)
    assert [*reconcile.differences(), *decisions.differences()] == []
