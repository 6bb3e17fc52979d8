"""Django's `migrate`, as the owner of the tables where there are two roles; see roles.py.

What the portal needs besides comes with it: functions, views and triggers (see schema.py), the cache's table, and the
application's rights on whatever is new.
"""

from argparse import ArgumentParser
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.management import CommandError, call_command
from django.core.management.commands import migrate
from django.db import connections
from django.db.migrations.loader import MigrationLoader

from strategy_portal import roles
from strategy_portal.schema import installing


class Command(migrate.Command):
    def add_arguments(self, parser: ArgumentParser) -> None:
        super().add_arguments(parser)
        parser.set_defaults(database=roles.owner())

    def handle(self, *args: Any, **options: Any) -> None:
        using = options["database"]
        refuse_unknown_migrations(using)
        if options["plan"] or options["check_unapplied"]:
            super().handle(*args, **options)
            return
        installing.drop_views(using)
        super().handle(*args, **options)
        installing.install(using)
        quieter = max(options["verbosity"] - 1, 0)
        call_command("createcachetable", database=using, verbosity=quieter)
        if using == roles.OWNER:
            call_command("database_roles", verbosity=quieter)


def refuse_unknown_migrations(using: str) -> None:
    """Raise CommandError for a database with migrations of ours that this version does not have."""
    loader = MigrationLoader(connections[using])
    ours = {
        app.label for app in apps.get_app_configs() if app.path.startswith(str(settings.BASE_DIR))
    }
    unknown = [
        key
        for key in loader.applied_migrations
        if key not in loader.disk_migrations and key[0] in ours
    ]
    if unknown:
        raise CommandError(
            "This database was made by another version of the portal and can't be upgraded by this one. "
            "On your own machine `make clean` removes it; then start again."
        )
