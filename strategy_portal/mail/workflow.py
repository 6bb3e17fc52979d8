"""What becomes of a message: claimed by a worker, then sent, tried again later, or given up."""

import random
from datetime import timedelta

from django.db import transaction

from strategy_portal.mail.models import Attempt, Delivery, RealTime, Status

# Longer than a try can take (transport.py): a message claimed by a killed worker is due after it
LEASE = timedelta(minutes=5)
# Waits between tries: doubled from the first to the longest, each by chance up to half as much more
FIRST_WAIT, LONGEST_WAIT = timedelta(minutes=1), timedelta(hours=4)
MOST_TRIES = 22  # about three days
MOST_REFUSALS = 5  # about a quarter of an hour, for a server whose own settings were wrong
LONGEST_REASON = 500


@transaction.atomic(durable=True)
def claim() -> Delivery | None:
    """The delivery that has been due for longest, now this worker's for as long as LEASE.

    None if nothing is due. Committed before anything is sent, so that of several workers one
    sends it, and that a killed one loses nothing.
    """
    due = Delivery.objects.due().select_related("message")
    delivery = due.select_for_update(skip_locked=True, no_key=True, of=("self",)).first()
    if delivery is not None:
        delivery.tries += 1
        delivery.due_at = RealTime() + LEASE
        delivery.save(update_fields=["tries", "due_at"])
    return delivery


@transaction.atomic(durable=True)
def record(claimed: Delivery, failure: str = "", *, final: bool = False) -> Status:
    """Record how a try ended: `failure` says why it was not sent; return where it stands now.

    After a failure it is due again later, or given up: sooner if the failure is `final`.
    """
    delivery = Delivery.objects.select_for_update(no_key=True).get(pk=claimed.pk)
    Attempt.objects.create(message_id=claimed.pk, failure=failure[:LONGEST_REASON])
    # Another worker may have claimed it after this one's lease, and knows more
    is_still_ours = delivery.status == Status.WAITING and delivery.tries == claimed.tries
    if delivery.status == Status.WAITING and not failure:
        move(delivery, Status.SENT)
    elif is_still_ours and delivery.tries >= (MOST_REFUSALS if final else MOST_TRIES):
        move(delivery, Status.DEAD)
    elif is_still_ours:
        delivery.due_at = RealTime() + wait_after(delivery.tries)
        delivery.save(update_fields=["due_at"])
    return Status(delivery.status)


@transaction.atomic
def resend(delivery: Delivery) -> None:
    """Put a delivery that was given up among the waiting again, due now."""
    delivery = Delivery.objects.select_for_update(no_key=True).get(pk=delivery.pk)
    if delivery.status == Status.DEAD:
        delivery.tries = 0
        delivery.due_at = RealTime()
        move(delivery, Status.WAITING)


def move(delivery: Delivery, status: Status) -> None:
    if status != Status.WAITING:
        delivery.due_at = None
    delivery.status = status
    delivery.save(update_fields=["status", "tries", "due_at"])


def wait_after(tries: int) -> timedelta:
    """How long to wait after so many failed tries; by chance longer, so that not all come at once.

    Between FIRST_WAIT and one and a half times LONGEST_WAIT.
    """
    doubled = FIRST_WAIT * 2 ** min(tries - 1, 20)
    return min(doubled, LONGEST_WAIT) * random.uniform(1, 1.5)  # noqa: S311 - no secret
