"""An action for tests of projects, and a full check of the books after them."""

from collections.abc import Iterator

import pytest

from budget.models import Action
from tests import books, factories


@pytest.fixture
def action(db: None) -> Action:
    """An action of 10 000,00 EUR and 2 places, with two sources."""
    return factories.make_action(
        money="10000.00", places=2, code="9.1", first="7990.00", second="2010.00"
    )


@pytest.fixture
def whole_books(db: None) -> Iterator[None]:
    """Run all checks of reconcile after the test, those of public figures and guards, too."""
    yield
    assert books.of_money() == []
