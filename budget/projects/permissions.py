"""Who may keep the record of projects after the decision."""

from strategy_portal.accounts.models import User


def can_keep_projects(user: User) -> bool:
    """Record contracts, payments and ends of projects, as the documents say."""
    return user.is_coordinator or user.is_manager
