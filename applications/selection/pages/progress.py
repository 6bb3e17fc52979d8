"""Where a submitted application stands and what was decided about it, as its applicant reads it."""

from django.db.models import Q

from applications.models import Application, Status
from applications.selection.models import DecisionItem, Outcome


def decided_item(application: Application) -> DecisionItem | None:
    """What the confirmed decision says about the application, once there is one."""
    confirmed = application.decision_items.filter(decision__confirmed_at__isnull=False)
    return confirmed.select_related("decision").order_by("-pk").first()


def waitlist_place(application: Application, item: DecisionItem) -> int:
    """Which in line the application is on its call's reserve list."""
    waiting = DecisionItem.objects.filter(
        decision__call=item.decision.call_id,
        decision__confirmed_at__isnull=False,
        outcome=Outcome.WAITLIST,
        application__status=Status.WAITLISTED,
    )
    earlier = Q(decision__lt=item.decision_id) | Q(decision=item.decision_id, order__lt=item.order)
    return waiting.filter(earlier).count() + 1
