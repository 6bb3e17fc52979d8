"""The applicant's timeline of an application."""

from decimal import Decimal

import pytest

from applications.models import Status
from applications.selection.operations import deciding
from applications.selection.pages.progress import decided_item, waitlist_place
from strategy_portal.accounts.models import Role
from tests import factories


@pytest.mark.django_db
def test_the_place_on_the_reserve_list_counts_over_all_decisions_of_the_call():
    call = factories.make_call(
        amount=Decimal("1000.00"), max_per_project=Decimal("1000.00"), evaluators=1
    )
    factories.scored(call=call, requested="1000.00", cost="2000.00")
    waiting = []
    for _decision in range(2):
        waiting.append(factories.scored(call=call, requested="900.00", cost="2000.00", part="0.70"))
        decision = factories.prepared(call)
        manager = factories.press(factories.user_with(Role.MANAGER))
        deciding.confirm(decision, manager, document=f"Nr. {decision.pk}")

    fresh = [factories.again(application) for application in waiting]
    places = [waitlist_place(application, decided_item(application)) for application in fresh]

    assert [application.status for application in fresh] == [Status.WAITLISTED, Status.WAITLISTED]
    assert places == [1, 2]
