"""Django's `migrate`, as the owner of the tables where there are two roles; see roles.py.

What the portal needs besides comes with it: the cache's table, and the application's rights on whatever is new.
"""

from argparse import ArgumentParser
from typing import Any

from django.core.management import call_command
from django.core.management.commands import migrate

from strategy_portal import roles


class Command(migrate.Command):
    def add_arguments(self, parser: ArgumentParser) -> None:
        super().add_arguments(parser)
        parser.set_defaults(database=roles.owner())

    def handle(self, *args: Any, **options: Any) -> None:
        super().handle(*args, **options)
        if options["plan"] or options["check_unapplied"]:
            return
        quieter = max(options["verbosity"] - 1, 0)
        call_command("createcachetable", database=options["database"], verbosity=quieter)
        if options["database"] == roles.OWNER:
            call_command("database_roles", verbosity=quieter)
