"""Status changes of an application: lock() for a transition, then move(). Nothing else does it."""

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from applications.models import TRANSITIONS, Application, StatusChange
from strategy_portal.accounts.models import User
from strategy_portal.errors import Stale


def can(application: Application, transition: str) -> bool:
    """Whether TRANSITIONS allows `transition` from the application's status."""
    origins, _target = TRANSITIONS[transition]
    return application.status in origins


def lock(application: Application, transition: str) -> Application:
    """Return the application's current row, locked for `transition`.

    Raises Stale if TRANSITIONS doesn't allow it from the current status.
    """
    # Re-read: the caller's object may be older than the last change of status.
    # No key: rows that refer to the application can still be inserted meanwhile
    fresh = Application.objects.select_for_update(no_key=True).get(pk=application.pk)
    if not can(fresh, transition):
        text = _("%(label)s is now “%(status)s”, so this can no longer be done.")
        raise Stale(text % {"label": fresh.label, "status": fresh.get_status_display()})
    return fresh


def lock_together(applications: QuerySet[Application]) -> None:
    """Lock all `applications`; call it before locking any money.

    A decision that locked them one by one between its movements of money could deadlock with a
    withdrawal, which holds its application and waits for the money.
    """
    # By primary key, so that two decisions lock in the same order
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
    """Change the status of a locked application and record the change.

    `also` names further changed fields to save.
    """
    origin = application.status
    _origins, target = TRANSITIONS[transition]
    application.status = target
    # Not checked here: lock() has, and the trigger does again, whoever calls
    application.save(update_fields=["status", *also])
    StatusChange.objects.create(
        application=application,
        transition=transition,
        from_status=origin,
        to_status=target,
        reason=reason,
        changed_by=by,
    )
