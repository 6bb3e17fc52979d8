"""`manage.py database_roles`: the owner grants the portal's role its rights."""

from typing import Any

from django.core.management import BaseCommand, CommandError
from django.db import DatabaseError

from strategy_portal import database_roles


class Command(BaseCommand):
    help = (
        "Make the role that DATABASE_URL names, if there is none,"
        " and give it just the rights the portal needs."
    )
    requires_system_checks: list[str] = []

    def handle(self, **options: Any) -> None:
        try:
            done = database_roles.set_up()
        except (database_roles.NotPossible, DatabaseError) as error:
            raise CommandError(str(error)) from error
        if options["verbosity"] > 0:
            self.stdout.write(
                "\n".join(done or ["The application's role has just its rights: nothing to do."])
            )
