"""Who acts for an organisation: its owners let people in and out."""

from allauth.account.models import EmailAddress
from django.db import transaction
from django.utils.translation import gettext as _

from applications.models import Membership, MembershipRole, Organisation
from strategy_portal.accounts.models import User
from strategy_portal.errors import DomainError, Stale


@transaction.atomic
def add(organisation: Organisation, *, email: str, role: str) -> Membership:
    """Let the person with the confirmed account `email` act for the organisation."""
    lock(organisation)
    confirmed = EmailAddress.objects.filter(email__iexact=email, verified=True).values("user")
    user = User.objects.filter(pk__in=confirmed, is_active=True).first()
    if user is None:
        raise DomainError(
            _(
                "Nobody has a confirmed account with this address. Ask the person to create one, then add them."
            )
        )
    if user.is_office:
        # Membership shuts a person out of judging: an applicant must not be able to do that to the office at will.
        raise DomainError(
            _(
                "This person works for the local action group. Ask its office, if they really act for your organisation."
            )
        )
    membership, is_new = organisation.memberships.get_or_create(user=user, defaults={"role": role})
    if not is_new and membership.role != role:
        raise DomainError(
            _("This person is a member already. To change the role, remove them first.")
        )
    return membership


@transaction.atomic
def remove(membership: Membership) -> None:
    """Let a person go. Raises Stale if they are gone already, DomainError for the last owner."""
    lock(membership.organisation)
    members = membership.organisation.memberships
    fresh = members.filter(pk=membership.pk).first()
    if fresh is None:
        raise Stale(_("This person is no longer a member."))
    if (
        fresh.role == MembershipRole.OWNER
        and members.filter(role=MembershipRole.OWNER).count() == 1
    ):
        raise DomainError(_("An organisation keeps at least one owner."))
    fresh.delete()


def lock(organisation: Organisation) -> None:
    """One change of the members at a time, or two owners could remove each other."""
    Organisation.objects.select_for_update(no_key=True).get(pk=organisation.pk)
