"""`manage.py demo [--json]`: loads invented data into an empty portal and prints the sign-ins."""

import json

from django.core.management.base import BaseCommand, CommandError

from applications.selection import demo
from budget.models import Strategy
from strategy_portal.accounts.models import User


class Command(BaseCommand):
    help = "Load the demo data once (invented organisations and people) and print how to sign in."

    def add_arguments(self, parser):
        parser.add_argument("--json", action="store_true", help="print one JSON object")
        parser.add_argument(
            "--sign-ins", action="store_true", help="only print the sign-ins, if the data are there"
        )

    def handle(self, *args, **options):
        if not demo.is_loaded():
            if options["sign_ins"]:
                return
            refuse_unless_empty()
            demo.load()
        if options["json"]:
            accounts = [{"email": email, "roles": roles} for email, roles in demo.sign_ins()]
            self.stdout.write(json.dumps({"password": demo.PASSWORD, "accounts": accounts}))
        else:
            for email, roles in demo.sign_ins():
                self.stdout.write(f"  {email:<32} {roles}")
            self.stdout.write(f"  Password of all demo accounts: {demo.PASSWORD}")


def refuse_unless_empty() -> None:
    """Raise CommandError without a strategy, which the data need, or if there are users.

    Demo accounts have a published password and must never exist beside real people.
    """
    if not Strategy.objects.exists():
        raise CommandError("Load the strategy first: manage.py load_strategy FILE")
    if User.objects.exists():
        raise CommandError(
            "This portal has people of its own: the demo data belong into an empty one only."
        )
