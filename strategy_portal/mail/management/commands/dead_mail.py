"""`manage.py dead_mail`: mail that was given up, and why; `--resend` tries it again."""

from argparse import ArgumentParser
from typing import Any

from django.core.management import BaseCommand

from strategy_portal.mail import workflow
from strategy_portal.mail.models import Delivery


class Command(BaseCommand):
    help = "List the mail that was given up, and say whether mail waits for long."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--resend", action="store_true", help="try all of it again")

    def handle(self, *, resend: bool, **options: Any) -> None:
        for delivery in Delivery.objects.dead().select_related("message"):
            message = delivery.message
            attempt = message.attempts.last()
            self.stdout.write(
                f"{message.created_at:%Y-%m-%d %H:%M} {message.kind} {message.recipient}: {attempt}"
            )
            if resend:
                workflow.resend(delivery)
        if overdue := Delivery.objects.overdue().count():
            self.stdout.write(f"Waiting for more than an hour: {overdue}")
