"""What the office does with organisations: verifies, corrects, frees the code. All is history."""

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from applications.models import Organisation, OrganisationAct, OrganisationChange
from applications.operations.drafting import refuse_freed
from strategy_portal.canonical import canonical, digest
from strategy_portal.clock import reading as clock
from strategy_portal.errors import DomainError, Stale
from strategy_portal.requests.press import Press


@transaction.atomic
def verify(organisation: Organisation, press: Press, *, reason: str) -> Organisation:
    """Record that the organisation is what it says; `reason` says how that was found out.

    Raises DomainError if `press.by` is tied to it, Stale if it changed since it was shown.
    """
    if press.is_repeated("verify organisation", organisation.pk, reason):
        return Organisation.objects.get(pk=organisation.pk)
    fresh = lock(organisation, press)
    if fresh.verified_at:
        raise Stale(_("The organisation is verified already."))
    fresh.verified_at = clock.now()
    fresh.save(update_fields=["verified_at"])
    record(fresh, OrganisationAct.VERIFY, fresh.facts, press, reason)
    return fresh


@transaction.atomic
def correct(
    organisation: Organisation, facts: dict[str, str], press: Press, *, reason: str
) -> Organisation:
    """Set the `facts` (by field) that are given.

    Raises DomainError if nothing would change, if the code would although something is submitted,
    or if `press.by` is tied to it; Stale if it changed since it was shown or the code is taken.
    """
    if press.is_repeated("correct organisation", organisation.pk, facts, reason):
        return Organisation.objects.get(pk=organisation.pk)
    fresh = lock(organisation, press)
    before = fresh.facts
    changed = [name for name, value in facts.items() if value != before[name]]
    if not changed:
        raise DomainError(_("Nothing differs from what is recorded."))
    if "code" in changed:
        refuse_submitted(fresh)
    for name in changed:
        setattr(fresh, name, facts[name])
    save_unless_taken(fresh, changed)
    record(fresh, OrganisationAct.CORRECT, before, press, reason)
    return fresh


@transaction.atomic
def free(organisation: Organisation, press: Press, *, reason: str) -> Organisation:
    """Free the code, so that the true owner can add the organisation; its members leave it.

    Its drafts stay, but nobody can open or submit them.
    Raises DomainError if something is submitted or `press.by` is tied to it, Stale if it changed
    since it was shown.
    """
    if press.is_repeated("free organisation", organisation.pk, reason):
        return Organisation.objects.get(pk=organisation.pk)
    fresh = lock(organisation, press)
    refuse_submitted(fresh)
    # The members first: once freed, nothing of it changes
    fresh.memberships.current().update(until=clock.now())
    fresh.freed_at = clock.now()
    fresh.save(update_fields=["freed_at"])
    record(fresh, OrganisationAct.FREE, fresh.facts, press, reason)
    return fresh


def fingerprint(organisation: Organisation) -> str:
    """Return a fingerprint of what the office sees of the organisation."""
    return digest(canonical([organisation.facts, organisation.verified_at, organisation.freed_at]))


def lock(organisation: Organisation, press: Press) -> Organisation:
    """Return the organisation's current row, locked; raise unless it may be changed as shown."""
    fresh = Organisation.objects.select_for_update(no_key=True).get(pk=organisation.pk)
    refuse_freed(fresh)
    if fresh.is_tied_to(press.by):
        raise DomainError(
            _("You have worked with this organisation, so somebody else decides about it.")
        )
    if press.seen != fingerprint(fresh):
        raise Stale(_("Somebody else has changed this organisation. Look at it again."))
    return fresh


def refuse_submitted(organisation: Organisation) -> None:
    """Raise DomainError if the organisation has submitted an application."""
    if organisation.applications.submitted().exists():
        raise DomainError(
            _("The organisation has submitted applications, so its code can't change.")
        )


def save_unless_taken(organisation: Organisation, names: list[str]) -> None:
    """Save these fields; raise Stale if another organisation has the code."""
    try:
        # A savepoint: a failed statement would make the outer transaction unusable
        with transaction.atomic():
            organisation.save(update_fields=names)
    except IntegrityError as error:
        raise Stale(_("Another organisation in the portal has this code.")) from error


def record(
    organisation: Organisation,
    act: OrganisationAct,
    before: dict[str, str],
    press: Press,
    reason: str,
) -> None:
    OrganisationChange.objects.create(
        organisation=organisation,
        act=act,
        before=before,
        after=organisation.facts,
        reason=reason,
        changed_by=press.by,
    )
