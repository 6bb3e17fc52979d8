"""Who may see the group's books."""

from strategy_portal.accounts.models import User


def can_see_journal(user: User) -> bool:
    return user.is_coordinator or user.is_manager or user.is_board_member or user.is_auditor
