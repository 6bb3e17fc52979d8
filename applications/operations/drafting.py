"""Steps of the applicant before submitting: found the organisation, start, fill in section by section."""

from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from applications.models import Application, CostLine, Membership, MembershipRole, Organisation
from calls.models import Call
from strategy_portal import database
from strategy_portal.accounts.models import User
from strategy_portal.errors import Late, Stale
from strategy_portal.templatetags import long_moment


@transaction.atomic
def found(organisation: Organisation, *, by: User) -> Organisation:
    """Save a new (unsaved) organisation; whoever registers it is its owner. Raises Stale if its code is taken."""
    try:
        with transaction.atomic():
            organisation.save(force_insert=True)
    except IntegrityError as error:
        raise Stale(
            _("This organisation is registered already. Ask its owner to add you as a member.")
        ) from error
    Membership.objects.create(organisation=organisation, user=by, role=MembershipRole.OWNER)
    return organisation


@transaction.atomic
def start(call: Call, organisation: Organisation, *, by: User) -> Application:
    """A draft of `organisation` in `call`: a new one, or the one in which nothing is typed yet (a second press).

    Raises Late outside the call's window.
    """
    refuse_outside_window(call)
    Organisation.objects.select_for_update(no_key=True).get(
        pk=organisation.pk
    )  # one draft at a time
    if (
        untouched := Application.objects.untouched()
        .filter(call=call, organisation=organisation)
        .first()
    ):
        return untouched
    application = Application.objects.create(call=call, organisation=organisation, created_by=by)
    application.contact_name, application.contact_email = by.name, by.email
    application.save(update_fields=["contact_name", "contact_email"])
    return application


@transaction.atomic
def save_section(
    application: Application, section: str, values: dict[str, Any], *, revision: int
) -> Application:
    """Save what was typed in one section. Raises Stale if the draft was submitted or the section saved meanwhile."""
    application = lock_section(application, section, revision)
    for name, value in values.items():
        setattr(application, name, value)
    application.save(update_fields=[*values, "revisions"])
    return application


@transaction.atomic
def save_costs(
    application: Application, lines: list[dict[str, Any]], *, revision: int
) -> Application:
    """Replace the cost lines by `lines`, in their order. Raises Stale like save_section."""
    application = lock_section(application, "samata", revision)
    application.save(update_fields=["revisions"])
    application.cost_lines.all().delete()
    CostLine.objects.bulk_create(
        CostLine(application=application, position=position, **line)
        for position, line in enumerate(lines, start=1)
    )
    return application


def lock_section(application: Application, section: str, revision: int) -> Application:
    """The draft's row as it is now, locked, its revision of `section` counted up from the `revision` the form showed.

    A stale form must never undo a submission made in another tab, nor somebody else's answers (STYLE 3.9).
    """
    fresh = (
        Application.objects.select_for_update(no_key=True, of=("self",))
        .select_related("call")
        .get(pk=application.pk)
    )
    if not fresh.is_draft:
        raise Stale(
            _("%(label)s is submitted; its answers no longer change.") % {"label": fresh.label}
        )
    refuse_outside_window(fresh.call)
    if fresh.revisions.get(section, 0) != revision:
        raise Stale(
            _(
                "Somebody else changed this section meanwhile. Your text is not lost: compare, then save once more."
            )
        )
    fresh.revisions[section] = revision + 1
    return fresh


def refuse_outside_window(call: Call) -> None:
    """Raise Late unless the call takes applications now, by the database's clock."""
    if not call.takes_applications_at(now := database.now()):
        if now < call.opens_at:
            raise Late(
                _("Applications are taken from %(when)s.") % {"when": long_moment(call.opens_at)}
            )
        raise Late(
            _("The call closed on %(when)s. Applications are no longer taken.")
            % {"when": long_moment(call.closes_at)}
        )
