"""Who may see the group's books, and who may amend the strategy."""

from strategy_portal.accounts.models import User


def can_see_journal(user: User) -> bool:
    return user.is_coordinator or user.is_manager or user.is_board_member or user.is_auditor


def can_amend(user: User) -> bool:
    """Prepare an amendment of the strategy, and confirm one that somebody else prepared."""
    return user.is_coordinator or user.is_manager
