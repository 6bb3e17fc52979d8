"""Who may do what with applications. Who, not when: what time and status allow is the operations' question."""

from applications.models import Application, MembershipRole
from strategy_portal.accounts.models import User


def can_edit(user: User, application: Application) -> bool:
    return application.may_be_edited_by(user)


def can_submit(user: User, application: Application) -> bool:
    """Only owners bind their organisation: submitting and withdrawing are theirs."""
    return application.role_of(user) == MembershipRole.OWNER


def can_work(user: User) -> bool:
    """Open the office's desk."""
    return user.is_office


def can_check(user: User) -> bool:
    return user.is_coordinator


def can_assign(user: User) -> bool:
    return user.is_coordinator


def can_declare(user: User, application: Application) -> bool:
    """Whoever has a hand in the selection declares; evaluators for what they were given."""
    office = user.is_coordinator or user.is_manager or user.is_board_member
    return office or (user.is_evaluator and application.assignments.filter(evaluator=user).exists())


def can_score(user: User, application: Application) -> bool:
    return user.is_evaluator and application.assignments.filter(evaluator=user).exists()


def can_see_ranking(user: User) -> bool:
    return user.is_coordinator or user.is_manager or user.is_auditor


def can_prepare_decision(user: User) -> bool:
    return user.is_coordinator


def can_confirm_decision(user: User) -> bool:
    return user.is_manager
