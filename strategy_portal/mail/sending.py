"""The worker: sends what is due, whatever the mail server and the database do meanwhile.

A server that can't be reached costs no message a try: all wait until it answers.
"""

import logging
import random
from threading import Event

from django.core.mail.backends.base import BaseEmailBackend
from django.db import Error, InterfaceError, OperationalError, close_old_connections

from strategy_portal.mail import transport, workflow
from strategy_portal.mail.models import Delivery, Status
from strategy_portal.mail.rendering import rendered

logger = logging.getLogger(__name__)

POLL = 1  # seconds between two looks for something due
LONGEST_PAUSE = 60  # seconds between two calls of a server that does not answer
MOST_PER_CONNECTION = 50  # servers limit it; from then on they refuse


def work(stop: Event) -> None:
    """Send what is due until `stop` is set; the message being sent is finished first."""
    failures = 0
    while not stop.is_set():
        close_old_connections()
        try:
            has_more = send_due(stop)
            failures = 0
        except (OSError, Error) as error:
            has_more = False
            failures += 1
            logger.warning("Mail waits: %s", reason_of(error))
        if not has_more:
            stop.wait(pause_after(failures))


def pause_after(failures: int) -> float:
    """Seconds to wait after so many failures in a row."""
    doubled = POLL * 2 ** min(failures, 10)
    return min(doubled, LONGEST_PAUSE) * random.uniform(0.8, 1) if failures else POLL  # noqa: S311


def send_due(stop: Event) -> bool:
    """Send what is due over one connection; return whether there may be more.

    Raises OSError if the server can't be reached.
    """
    if not Delivery.objects.due().exists():
        return False
    with transport.connection() as server:
        for _number in range(MOST_PER_CONNECTION):
            delivery = None if stop.is_set() else workflow.claim()
            if delivery is None:
                return False
            if not send(delivery, server, stop):
                break  # a connection after an error is a gamble
    return True


def send(delivery: Delivery, server: BaseEmailBackend, stop: Event) -> bool:
    """Send one message and record how it went; return whether it was sent."""
    failure, final = "", False
    try:
        transport.send(rendered(delivery.message), server)
    # A fault of any kind, such as a template's, is this message's; the others are sent
    except Exception as error:
        failure, final = reason_of(error), transport.is_final(error)
        logger.warning(
            "%s not sent: %s", delivery.message, failure, exc_info=not isinstance(error, OSError)
        )
    status = surely_record(delivery, failure, final=final, stop=stop)
    if status == Status.DEAD:
        logger.error("%s given up", delivery.message)
    return not failure


def surely_record(delivery: Delivery, failure: str, *, final: bool, stop: Event) -> Status:
    """Record how it went, as soon as the database is there: what was sent is not sent again."""
    while True:
        try:
            return workflow.record(delivery, failure, final=final)
        except (OperationalError, InterfaceError):
            if stop.wait(POLL):
                raise
            close_old_connections()


def reason_of(error: Exception) -> str:
    """The error in one line; a text that PostgreSQL can store."""
    said = " ".join(str(error).replace("\0", "").split())
    return f"{type(error).__name__}: {said}"
