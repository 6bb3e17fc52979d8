"""`manage.py demo [--json]`: loads invented data into an empty portal and prints the sign-ins."""

import json
from pathlib import Path

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

        parser.add_argument(
            "--strategy", type=Path, help="a strategy's TOML file to load first, as of then"
        )

    def handle(self, *args, strategy: Path | None = None, **options):
        if not demo.is_loaded():
            if options["sign_ins"]:
                return
            refuse_unless_empty(strategy)
            demo.load(strategy.read_text(encoding="utf-8") if strategy else "")
        if options["json"]:
            accounts = [{"email": email, "roles": roles} for email, roles in demo.sign_ins()]
            self.stdout.write(json.dumps({"password": demo.PASSWORD, "accounts": accounts}))
        else:
            for email, roles in demo.sign_ins():
                self.stdout.write(f"  {email:<32} {roles}")
            self.stdout.write(f"  Password of all demo accounts: {demo.PASSWORD}")


def refuse_unless_empty(strategy: Path | None) -> None:
    """Raise CommandError without a strategy, which the data need, or if there are users.

    Demo accounts have a published password and must never exist beside real people.
    """
    if not strategy and not Strategy.objects.exists():
        raise CommandError("Load the strategy first: manage.py load_strategy FILE")
    if User.objects.exists():
        raise CommandError(
            "This portal has people of its own: the demo data belong into an empty one only."
        )
