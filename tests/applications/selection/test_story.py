"""One application from draft to award by operations: the money ends where it should."""

from decimal import Decimal

import pytest

from applications.models import Status
from budget.models import Account
from budget.projects.models import Project
from tests import factories


@pytest.mark.django_db
def test_an_approved_application_is_a_project_and_its_money_is_committed():
    application = factories.approved(requested="9000.00")

    assert application.status == Status.APPROVED
    assert Project.objects.get().number == application.number == f"{application.call.number}-001"
    account = Account.objects.get(action=application.call.action)
    assert (account.reserved, account.committed, account.projects, account.reserved_projects) == (
        Decimal("0.00"), Decimal("9000.00"), 1, 0,
    )  # fmt: skip
