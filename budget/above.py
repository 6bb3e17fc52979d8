"""What the office's money pages need from higher rooms; strategy_portal/urls.py passes it down."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from budget.permissions import sees_proposed
from strategy_portal.accounts.models import User


@dataclass(frozen=True)
class Above:
    """`concealed_from` returns the projects whose money a person may not see (rows of `number`).

    `bound_to` returns those with which a person has a conflict of interest or is the applicant.
    `public_project` finds a project by its number: an object with a title and an address, or None.
    """

    concealed_from: Callable[[User], QuerySet[Any, Any]]
    bound_to: Callable[[User], QuerySet[Any, Any]]
    public_project: Callable[[str], Any]

    def shows_proposed_to(self, user: User) -> bool:
        """Whether pages show the user what is reserved; see permissions.sees_proposed()."""
        return sees_proposed(user, self.concealed_from(user))
