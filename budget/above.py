"""What the office's money pages need of higher rooms; strategy_portal/urls.py hands it down."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from strategy_portal.accounts.models import User


@dataclass(frozen=True)
class Above:
    """`concealed_from` gives the projects whose money a person may not see (rows of `number`).

    `public_project` finds one by its number: None, or something with a title and an address.
    """

    concealed_from: Callable[[User], QuerySet[Any, Any]]
    public_project: Callable[[str], Any]
