"""Checks the books as `manage.py reconcile` does, and the public pages, too."""

from datetime import timedelta

from applications.selection import reconcile as decisions
from budget import reconcile
from budget.projects import reconcile as projects
from strategy_portal import reconcile as guards
from tests import clock, published


def of_money() -> list[str]:
    """Every difference but those about decisions, for tests that move money without one."""
    clock.set_ahead(timedelta())  # or a moved clock were one, too
    found = [*reconcile.differences(), *guards.differences()]
    return [*found, *projects.differences(), *published.differences()]


def differences() -> list[str]:
    """Every difference."""
    return [*of_money(), *decisions.differences()]
