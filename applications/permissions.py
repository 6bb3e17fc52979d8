"""Who may do what with their own applications. When they may is the operations' question."""

from applications.models import Application, MembershipRole, Organisation
from strategy_portal.accounts.models import User


def can_edit(user: User, application: Application) -> bool:
    return application.may_be_edited_by(user)


def can_submit(user: User, application: Application) -> bool:
    """Only owners bind their organisation: submitting and withdrawing are theirs."""
    return application.role_of(user) == MembershipRole.OWNER


def can_manage(user: User, organisation: Organisation) -> bool:
    """Let people in and out of the organisation."""
    return organisation.memberships.filter(user=user, role=MembershipRole.OWNER).exists()
