"""People and a call for tests of the selection."""

from decimal import Decimal

import pytest

from strategy_portal.accounts.models import Role
from tests import factories


@pytest.fixture
def coordinator(db):
    return factories.user_with(Role.COORDINATOR)


@pytest.fixture
def manager(db):
    return factories.user_with(Role.MANAGER)


@pytest.fixture
def call(db):
    """A call of 15 000 EUR, four applications: two fit, the last is below the pass mark."""
    call = factories.make_call(amount=Decimal("15000.00"), evaluators=1)
    factories.scored(call=call, part="0.90", requested="9000.00")
    factories.scored(call=call, part="0.80", requested="6000.00")
    factories.scored(call=call, part="0.70", requested="5000.00")
    factories.scored(call=call, part="0.30", requested="1000.00")
    return call
