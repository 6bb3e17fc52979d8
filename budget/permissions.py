"""Who may see the journal, ledgers and proposed money, and who may amend the strategy."""

from typing import Any

from django.db.models import QuerySet

from strategy_portal.accounts.models import User


def can_see_journal(user: User) -> bool:
    """Whether the user may see the journal and ledgers; a conflict still conceals its project."""
    return user.is_coordinator or user.is_manager or user.is_board_member or user.is_auditor


def sees_proposed(user: User, concealed: QuerySet[Any, Any]) -> bool:
    """Whether the user sees money that is reserved for proposals; others see decided money alone.

    `concealed` are the projects closed to them (Above.concealed_from): even one could be told
    from the sums of all, whether anything is reserved for it or not.
    """
    return can_see_journal(user) and not concealed.exists()


def can_amend(user: User) -> bool:
    """Whether the user may draft amendments, and confirm those drafted by somebody else."""
    return user.is_coordinator or user.is_manager
