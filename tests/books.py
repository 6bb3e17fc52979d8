"""Checks that the books balance, like `manage.py reconcile`, and the public pages too."""

from applications.selection import reconcile as decisions
from budget import reconcile
from budget.projects import reconcile as projects
from strategy_portal import reconcile as guards
from tests import published


def of_money() -> list[str]:
    """Every difference, for tests that move money without a decision."""
    found = [*reconcile.differences(), *guards.differences()]
    return [*found, *projects.differences(), *published.differences()]


def differences() -> list[str]:
    """Every difference."""
    return [*of_money(), *decisions.differences()]
