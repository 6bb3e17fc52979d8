"""`manage.py send_mail`: the worker that sends the outbox; start as many as you like."""

import signal
from argparse import ArgumentParser
from threading import Event
from types import FrameType
from typing import Any

from django.core.management import BaseCommand, CommandError

from strategy_portal.mail import sending


class Command(BaseCommand):
    help = "Send the outbox's mail, until ended by SIGTERM or Ctrl-C."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--once", action="store_true", help="send what is due now, then end")

    def handle(self, *, once: bool, **options: Any) -> None:
        stop = Event()

        def end(number: int, frame: FrameType | None) -> None:
            stop.set()

        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(number, end)
        if not once:
            sending.work(stop)
            return
        try:
            while sending.send_due(stop):
                pass
        except OSError as error:
            raise CommandError(f"The mail server does not answer: {error}") from error
