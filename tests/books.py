"""Checks the books as `manage.py reconcile` does, and the public pages, too."""

from applications.selection import reconcile as decisions
from budget import reconcile
from budget.projects import reconcile as projects
from strategy_portal import reconcile as guards
from strategy_portal.clock import reading
from tests import published


def of_money() -> list[str]:
    """Every difference but those about decisions, for tests that move money without one."""
    moved_clock = {*reading.differences()}  # tests move it
    of_guards = [said for said in guards.differences() if said not in moved_clock]
    found = [*reconcile.differences(), *of_guards]
    return [*found, *projects.differences(), *published.differences()]


def differences() -> list[str]:
    """Every difference."""
    return [*of_money(), *decisions.differences()]
