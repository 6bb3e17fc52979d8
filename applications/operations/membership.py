"""Operations on an organisation's members: add, remove."""

from allauth.account.models import EmailAddress
from django.db import transaction
from django.utils.translation import gettext as _

from applications.models import Membership, MembershipRole, Organisation
from applications.operations.drafting import refuse_freed
from strategy_portal.accounts.models import User
from strategy_portal.clock import reading as clock
from strategy_portal.errors import DomainError, Stale


@transaction.atomic
def add(organisation: Organisation, *, email: str, role: str) -> Membership:
    """Add the person with the confirmed e-mail address `email` to the organisation.

    Raises DomainError for an unknown address, office staff, or a member with another role.
    """
    lock(organisation)
    user = person_with(email)
    membership, is_new = organisation.memberships.get_or_create(
        user=user, until=None, defaults={"role": role}
    )
    if not is_new and membership.role != role:
        raise DomainError(
            _("This person is a member already. To change the role, remove them first.")
        )
    return membership


def person_with(email: str) -> User:
    """Return the active user with this confirmed e-mail address and no role in the group.

    Raises DomainError if there is none; the text is one for all, or it would tell who evaluates.
    """
    # Confirmed only: otherwise anybody could register a stranger's address and be let in
    confirmed = EmailAddress.objects.filter(email__iexact=email, verified=True)
    user = User.objects.filter(pk__in=confirmed.values("user"), is_active=True).first()
    # Members may not judge applications: an applicant could disqualify evaluators at will
    if user is None or user.is_office:
        raise DomainError(
            _(
                "A person with this address can't be added. They need a confirmed account in the "
                "portal; somebody with a role in the local action group can't be a member."
            )
        )
    return user


@transaction.atomic
def remove(membership: Membership) -> None:
    """End a membership. Raises Stale if it has ended already, DomainError for the last owner."""
    lock(membership.organisation)
    members = membership.organisation.memberships.current()
    fresh = members.filter(pk=membership.pk).first()
    if fresh is None:
        raise Stale(_("This person is no longer a member."))
    others = members.exclude(pk=fresh.pk).filter(role=MembershipRole.OWNER)
    if fresh.role == MembershipRole.OWNER and not others.exists():
        raise DomainError(_("An organisation keeps at least one account manager."))
    fresh.until = clock.now()
    fresh.save(update_fields=["until"])


def lock(organisation: Organisation) -> None:
    """Lock the organisation: without it two owners could remove each other at the same time.

    Raises Stale if its code is freed.
    """
    refuse_freed(Organisation.objects.select_for_update(no_key=True).get(pk=organisation.pk))
