"""A project for the office's pages, and the people who use them."""

import pytest

from budget.projects.models import Project
from strategy_portal.accounts.models import Role
from tests import books, factories


@pytest.fixture
def project(db):
    """A project awarded 9 000 EUR from an action of 100 000."""
    application = factories.approved(requested="9000.00", cost="10000.00")
    return Project.objects.get(number=application.number)


@pytest.fixture
def clerk(client):
    user = factories.user_with(Role.COORDINATOR)
    client.force_login(user)
    return user


@pytest.fixture
def right_books(db):
    """Check after the test that books, projects and decisions agree."""
    yield
    assert books.differences() == []
