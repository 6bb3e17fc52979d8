"""The mail server: the only module that talks to it, and never for long."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from smtplib import SMTPDataError, SMTPRecipientsRefused
from types import FrameType

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend

# Seconds in all: a socket's own time-out begins anew with every byte of a slow server. Generous for
# sending, since what we stop waiting for may have been accepted
OPENING, SENDING, CLOSING = 20, 120, 5


@contextmanager
def connection() -> Iterator[BaseEmailBackend]:
    """The server that EMAIL_URL names, greeted and signed in to.

    Raises OSError if it can't be reached in time; its protocol's errors are OSErrors, too.
    """
    server = get_connection(settings.MAIL_TRANSPORT)
    try:
        with at_most(OPENING):
            server.open()
        yield server
    finally:
        # What the server accepted is sent, however it says goodbye
        with suppress(OSError), at_most(CLOSING):
            server.close()


def send(email: EmailMessage, server: BaseEmailBackend) -> None:
    """Return once the server has accepted the message; raises what kept it from that."""
    with at_most(SENDING):
        server.send_messages([email])


def is_final(error: Exception) -> bool:
    """Whether trying again is of little use: the address or the message itself was refused."""
    if isinstance(error, SMTPRecipientsRefused):
        return all(code >= 500 for code, _reason in error.recipients.values())
    if isinstance(error, SMTPDataError):
        return error.smtp_code >= 500
    return isinstance(error, ValueError)  # not to be put into a header, or not an address


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Raise TimeoutError in the block once it has run for so long; for the main thread only."""

    def give_up(number: int, frame: FrameType | None) -> None:
        raise TimeoutError(f"no answer within {seconds} s")

    before = signal.signal(signal.SIGALRM, give_up)
    # Again every second: socket.create_connection goes on to the next address after an error
    signal.setitimer(signal.ITIMER_REAL, seconds, 1)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
