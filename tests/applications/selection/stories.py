"""Queries about a call for tests of decisions."""

from budget.models import Account
from calls.models import Call


def numbers(call: Call) -> list[str]:
    """Of its applications, in the order of submission."""
    return list(call.applications.order_by("sequence").values_list("number", flat=True))


def statuses(call: Call) -> list[str]:
    """Of its applications, in the order of submission."""
    return list(call.applications.order_by("sequence").values_list("status", flat=True))


def account_of(call: Call) -> Account:
    return Account.objects.get(action=call.action)
