"""Who may keep the records of projects after the decision."""

from strategy_portal.accounts.models import User


def can_keep_projects(user: User) -> bool:
    """Whether the user may record contracts, payments and the end of projects."""
    # One person is enough: these records copy documents that were signed elsewhere
    return user.is_coordinator or user.is_manager
