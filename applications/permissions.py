"""Who may do what with their own applications. Operations check time and status."""

from applications.models import Application, MembershipRole, Organisation
from strategy_portal.accounts.models import User


def can_edit(user: User, application: Application) -> bool:
    return application.may_be_edited_by(user)


def can_submit(user: User, application: Application) -> bool:
    """Submit and withdraw: owners only, because it binds the organisation."""
    return application.role_of(user) == MembershipRole.OWNER


def can_manage(user: User, organisation: Organisation) -> bool:
    """Add and remove members of the organisation."""
    owners = organisation.memberships.current().filter(role=MembershipRole.OWNER)
    return owners.filter(user=user).exists()


def can_see_organisations(user: User) -> bool:
    """See every organisation, its members and what the office did with it."""
    return can_keep_organisations(user) or user.is_auditor


def can_keep_organisations(user: User) -> bool:
    """Verify, correct and free organisations that the user has no tie with."""
    return user.is_coordinator or user.is_manager
