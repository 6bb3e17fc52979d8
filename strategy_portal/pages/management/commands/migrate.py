"""Django's `migrate`, run as the owner of the tables (see database_roles.py).

It also installs functions, views and triggers (schema/installing.py) and the cache table, and
grants the portal its rights on new tables.
"""

from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.core.management import CommandError, call_command
from django.core.management.commands import migrate
from django.db import connections, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader

from strategy_portal import database_roles
from strategy_portal.schema import installing


class Command(migrate.Command):
    def add_arguments(self, parser: ArgumentParser) -> None:
        super().add_arguments(parser)
        parser.set_defaults(database=database_roles.owner())

    def handle(self, *args: Any, **options: Any) -> None:
        using = options["database"]
        refuse_unknown_migrations(using)
        if options["plan"] or options["check_unapplied"]:
            super().handle(*args, **options)
            return
        with one_at_a_time(using):
            self.migrate(*args, **options)

    def migrate(self, *args: Any, **options: Any) -> None:
        """Bring tables, SQL and the portal's rights to the present."""
        using = options["database"]
        # Dropped only if a table may change: until then somebody may be reading them
        if is_behind(using) or options["app_label"]:
            installing.drop_views(using)
        super().handle(*args, **options)
        if not is_behind(using):  # after a partial or backward run the views would not fit
            installing.install(using)
        quieter = max(options["verbosity"] - 1, 0)
        call_command("createcachetable", database=using, verbosity=quieter)
        if using == database_roles.OWNER:
            call_command("database_roles", verbosity=quieter)


@contextmanager
def one_at_a_time(using: str) -> Iterator[None]:
    """Wait until no other run is migrating the database.

    Two servers may start together; the second would fail on the first one's half-made tables.
    """
    with transaction.atomic(using=using), connections[using].cursor() as cursor:
        # The other run may take longer than the portal lets a request wait
        cursor.execute("SET LOCAL lock_timeout = 0")
        # The session's lock, which outlasts this transaction
        cursor.execute("SELECT pg_advisory_lock(hashtext('migrate'))")
    try:
        yield
    finally:
        with connections[using].cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(hashtext('migrate'))")


def is_behind(using: str) -> bool:
    """Whether a migration has not been applied yet."""
    executor = MigrationExecutor(connections[using])
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def refuse_unknown_migrations(using: str) -> None:
    """Raise CommandError if the database has migrations of ours that this version lacks."""
    loader = MigrationLoader(connections[using])
    ours = {room.label for room in installing.rooms()}
    unknown = loader.applied_migrations.keys() - loader.disk_migrations.keys()
    if any(label in ours for label, _name in unknown):
        raise CommandError(
            "This database was made by a version of the portal that this one can't upgrade;"
            " on your own machine `make clean` removes it."
        )
