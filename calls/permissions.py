"""Who may do what with calls."""

from strategy_portal.accounts.models import User


def can_manage(user: User) -> bool:
    """Create, edit and publish calls."""
    return user.is_coordinator


def can_see_drafts(user: User) -> bool:
    """See calls that are not published yet."""
    return user.is_coordinator or user.is_manager or user.is_auditor
