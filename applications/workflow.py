"""The one way an application changes its status: lock it for a transition, then move it."""

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from applications.models import TRANSITIONS, Application, StatusChange
from strategy_portal.accounts.models import User
from strategy_portal.errors import Stale


def can(application: Application, transition: str) -> bool:
    """Whether the table leads anywhere by `transition` from where the application stands."""
    origins, _target = TRANSITIONS[transition]
    return application.status in origins


def lock(application: Application, transition: str) -> Application:
    """The application's row as it is now, locked and ready for `transition`.

    Raises Stale if the table has no such way from the status it has now.
    """
    # No key: rows that point at the application can still be added meanwhile
    fresh = Application.objects.select_for_update(no_key=True).get(pk=application.pk)
    if not can(fresh, transition):
        text = _("%(label)s is now “%(status)s”, so this can no longer be done.")
        raise Stale(text % {"label": fresh.label, "status": fresh.get_status_display()})
    return fresh


def lock_together(applications: QuerySet[Application]) -> None:
    """Lock all of `applications`, before any money.

    One by one, each could wait for a withdrawal that waits for the money: a deadlock.
    """
    locked = applications.select_for_update(no_key=True, of=("self",))
    list(locked.order_by("pk").only("pk"))


def move(
    application: Application,
    transition: str,
    *,
    by: User,
    reason: str = "",
    also: tuple[str, ...] = (),
) -> None:
    """Give the locked application its new status and write its story.

    `also` names further changed fields to save.
    """
    origin = application.status
    _origins, target = TRANSITIONS[transition]
    application.status = target
    # The trigger looks at the table again, whatever this function was asked for
    application.save(update_fields=["status", *also])
    StatusChange.objects.create(
        application=application,
        transition=transition,
        from_status=origin,
        to_status=target,
        reason=reason,
        changed_by=by,
    )
