"""Operations before submission: add an organisation, start an application, fill it in."""

from datetime import timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from applications.models import Application, CostLine, Membership, MembershipRole, Organisation
from applications.sections import COSTS
from calls.models import Call
from strategy_portal.accounts.models import User
from strategy_portal.clock import reading as clock
from strategy_portal.errors import Elsewhere, Late, Stale, Throttled
from strategy_portal.templatetags import long_moment

# Of one account. Nobody needs as many; a program that fills the office's lists would
ORGANISATIONS_A_DAY = 10
ORGANISATIONS = 30
DRAFTS_A_DAY = 30
DAY = timedelta(days=1)


@transaction.atomic
def found(organisation: Organisation, *, by: User) -> Organisation:
    """Save the unsaved `organisation` and make `by` its owner.

    Raises Stale if its code is taken, Throttled if `by` has added many.
    """
    refuse_many_organisations(by)
    organisation.founded_by = by
    # The unique constraint decides: a query beforehand would lose to a simultaneous insert
    try:
        # A savepoint: a failed statement would make the outer transaction unusable
        with transaction.atomic():
            organisation.save(force_insert=True)
    except IntegrityError as error:
        raise Stale(
            _(
                "This organisation is in the portal already. Ask whoever manages its account "
                "to add you."
            )
        ) from error
    Membership.objects.create(organisation=organisation, user=by, role=MembershipRole.OWNER)
    return organisation


@transaction.atomic
def start(call: Call, organisation: Organisation, *, by: User) -> Application:
    """Return a draft of `organisation` in `call`: an untouched one if there is one, else a new one.

    Raises Elsewhere or Late if the call takes none here and now, Throttled if `by` has started
    many.
    """
    refuse_what_is_not_taken(call)
    # One at a time, so that a double click finds the draft of the first one. The organisation
    # is locked, because there may be no draft to lock yet
    refuse_freed(Organisation.objects.select_for_update(no_key=True).get(pk=organisation.pk))
    drafts = Application.objects.untouched()
    untouched = drafts.filter(call=call, organisation=organisation).first()
    if untouched:
        return untouched
    refuse_many_drafts(by)
    application = Application.objects.create(call=call, organisation=organisation, created_by=by)
    # A suggestion that the applicant can change. Not counted as a saved section
    application.contact_name = by.name
    application.contact_email = by.email
    application.save(update_fields=["contact_name", "contact_email"])
    return application


@transaction.atomic
def save_section(
    application: Application, section: str, values: dict[str, Any], *, revision: int
) -> Application:
    """Save the `values` (by field) of one section. Raises like lock_section.

    `revision` is the section's revision that the form showed.
    """
    application = lock_section(application, section, revision)
    for name, value in values.items():
        setattr(application, name, value)
    # These fields only: an unlocked colleague's section must not be overwritten by old values
    application.save(update_fields=[*values, "revisions"])
    return application


@transaction.atomic
def save_costs(
    application: Application, lines: list[dict[str, Any]], *, revision: int
) -> Application:
    """Replace the cost lines by `lines`, in their order. Raises like lock_section.

    `revision` is the section's revision that the form showed.
    """
    application = lock_section(application, COSTS.slug, revision)
    application.save(update_fields=["revisions"])
    # Replaced, not updated: lines have no identity but their place on the page
    application.cost_lines.all().delete()
    CostLine.objects.bulk_create(
        CostLine(application=application, position=position, **line)
        for position, line in enumerate(lines, start=1)
    )
    return application


def lock_section(application: Application, section: str, revision: int) -> Application:
    """Return the draft's current row, locked, with the revision of `section` incremented.

    Raises Stale if the draft is submitted or the section was saved since `revision` was shown,
    Elsewhere or Late if the call takes no applications here and now.
    """
    # The application only, not the joined call: others may draft in the same call
    applications = Application.objects.select_for_update(no_key=True, of=("self",))
    fresh = applications.select_related("call").get(pk=application.pk)
    # A stale form must never undo a submission made in another tab
    if not fresh.is_draft:
        raise Stale(
            _("%(label)s is submitted; its answers no longer change.") % {"label": fresh.label}
        )
    refuse_what_is_not_taken(fresh.call)
    if fresh.revisions.get(section, 0) != revision:
        raise Stale(
            _(
                "Somebody else has changed this section. Your text is not lost: compare, then "
                "save again."
            )
        )
    # By section: two people may fill in different ones at the same time
    fresh.revisions[section] = revision + 1
    return fresh


def refuse_elsewhere(call: Call) -> None:
    """Raise Elsewhere if the call's applications are submitted in DMS alone."""
    if not call.is_filed_here:
        raise Elsewhere(_("Applications to this call are submitted through DMS, not here."))


def refuse_what_is_not_taken(call: Call) -> None:
    """Raise Elsewhere or Late unless the call takes applications here and now."""
    refuse_elsewhere(call)
    # One clock for all app servers; a drifting one must not move a deadline
    now = clock.now()
    if call.takes_applications_at(now):
        return
    if now < call.opens_at:
        text = _("Applications are taken from %(when)s.")
        raise Late(text % {"when": long_moment(call.opens_at)})
    text = _("The call closed on %(when)s. Applications are no longer taken.")
    raise Late(text % {"when": long_moment(call.closes_at)})


def refuse_many_organisations(by: User) -> None:
    """Raise Throttled if `by` has added as many organisations as one account may."""
    lock_account(by)
    # The office knows of those it has verified
    founded = Organisation.objects.filter(founded_by=by, verified_at=None)
    if founded.filter(created_at__gt=clock.now() - DAY).count() >= ORGANISATIONS_A_DAY:
        text = _("One account can add %(count)d organisations a day. Add the others tomorrow.")
        raise Throttled(text % {"count": ORGANISATIONS_A_DAY})
    if founded.count() >= ORGANISATIONS:
        text = _("One account can add %(count)d organisations. If you need more, write to us.")
        raise Throttled(text % {"count": ORGANISATIONS})


def refuse_many_drafts(by: User) -> None:
    """Raise Throttled if `by` has started as many applications as one account may in a day."""
    lock_account(by)
    started = Application.objects.filter(created_by=by, created_at__gt=clock.now() - DAY)
    if started.count() >= DRAFTS_A_DAY:
        text = _("One account can start %(count)d applications a day. Start the others tomorrow.")
        raise Throttled(text % {"count": DRAFTS_A_DAY})


def refuse_freed(organisation: Organisation) -> None:
    """Raise Stale if the office has freed the organisation's code."""
    if organisation.is_freed:
        raise Stale(
            _("The office has freed the code of this organisation: nobody works with it here.")
        )


def lock_account(user: User) -> None:
    """Lock the account, so that simultaneous requests are counted one after another."""
    User.objects.select_for_update(no_key=True).get(pk=user.pk)
