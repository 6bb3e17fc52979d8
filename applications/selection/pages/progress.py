"""The contents of the applicant's page of a submitted application."""

from decimal import Decimal

from applications.models import Application, Status
from applications.selection.models import DecisionItem
from applications.selection.waitlist import Waiting, lines_of


def decided_item(application: Application) -> DecisionItem | None:
    """Return the item of the latest confirmed decision; None before there is one."""
    # Confirmed only: a proposal is not public and may still be retracted
    confirmed = application.decision_items.filter(decision__confirmed_at__isnull=False)
    return confirmed.select_related("decision").order_by("-pk").first()


def shown_score(application: Application, item: DecisionItem | None) -> Decimal | None:
    """The score (points of 100) that the applicant may read: only when nothing more is decided."""
    if item is None or application.status == Status.WITHDRAWN or not application.has_ended:
        return None
    return item.score


def waiting_of(application: Application) -> Waiting | None:
    """Return the application's place on its call's waitlist; None if it isn't on it."""
    if application.status != Status.WAITLISTED:
        return None
    line = lines_of([application.call])[application.call_id]
    return next((one for one in line if one.application.pk == application.pk), None)
