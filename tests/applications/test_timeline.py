"""The applicant's timeline of an application."""

from decimal import Decimal

import pytest

from applications.models import Status
from applications.selection.operations import deciding
from applications.selection.pages.progress import waiting_of
from strategy_portal.accounts.models import Role
from tests import factories


@pytest.mark.django_db
def test_the_place_on_the_reserve_list_counts_over_all_decisions_of_the_call():
    call = factories.make_call(
        amount=Decimal("1000.00"), max_per_project=Decimal("1000.00"), evaluators=1
    )
    factories.scored(call=call, requested="1000.00", cost="2000.00")
    waiting = []
    for number in range(2):
        part = f"0.7{number}"
        waiting.append(factories.scored(call=call, requested="900.00", cost="2000.00", part=part))
        decision = factories.prepared(call)
        manager = factories.press(factories.user_with(Role.MANAGER))
        deciding.confirm(decision, manager, paper=factories.paper())

    fresh = [factories.again(application) for application in waiting]
    places = [waiting_of(application).place for application in fresh]

    assert [application.status for application in fresh] == [Status.WAITLISTED, Status.WAITLISTED]
    # The one of the later decision has more points
    assert places == [2, 1]
