"""Who may see the journal and ledgers, and who may amend the strategy."""

from strategy_portal.accounts.models import User


def can_see_journal(user: User) -> bool:
    """Whether the user may see the journal and ledgers; a conflict still conceals its project."""
    return user.is_coordinator or user.is_manager or user.is_board_member or user.is_auditor


def can_amend(user: User) -> bool:
    """Whether the user may draft amendments, and confirm those drafted by somebody else."""
    return user.is_coordinator or user.is_manager
