"""Who may do what with roles."""

from strategy_portal.accounts.models import User


def can_see_grants(user: User) -> bool:
    return user.is_manager or user.is_auditor
