"""Functions, views and triggers written in SQL: each room's sql/*.sql holds their current form.

`manage.py migrate` installs them after the migrations. A migration that needs one carries its own
copy, because these files will have changed by the time it runs. If a file renames or drops one, or
changes its arguments, a migration drops the old one; `reconcile` names what was forgotten.
"""

from pathlib import Path

from django.apps import AppConfig, apps
from django.conf import settings
from django.db import ProgrammingError, connections, transaction
from django.db.backends.utils import CursorWrapper

VIEWS = """
SELECT string_agg(pg_class.oid::regclass::text, ', ')
FROM pg_class
WHERE relkind = 'v'
    AND relnamespace = current_schema()::regnamespace
    AND NOT EXISTS (
        SELECT FROM pg_depend
        WHERE classid = 'pg_class'::regclass AND objid = pg_class.oid AND deptype = 'e'
    )
"""


def rooms() -> list[AppConfig]:
    """Our own apps, lowest room first."""
    # Not by the app's path: installed packages may lie below the same folder, in .venv
    return [
        app
        for app in apps.get_app_configs()
        if (settings.BASE_DIR / app.name.partition(".")[0]).is_dir()
    ]


def texts() -> list[str]:
    """The SQL of every room, lowest room first."""
    files: list[Path] = []
    for room in rooms():
        files += sorted(Path(room.path).glob("sql/*.sql"))
    return [file.read_text() for file in files]


def install(using: str) -> None:
    """Create or replace functions, views and triggers; a second run changes nothing."""
    with transaction.atomic(using=using), connections[using].cursor() as cursor:
        try:
            with transaction.atomic(using=using):
                run_texts(cursor)
        except ProgrammingError:
            # Perhaps a view's columns changed: REPLACE can only add columns at the end
            drop_views(using)
            run_texts(cursor)


def drop_views(using: str) -> None:
    """Drop our views: a table can't be altered under a view that reads it."""
    with connections[using].cursor() as cursor:
        cursor.execute(VIEWS)
        (names,) = cursor.fetchone()
        if names:
            # In one statement, as one view may read another
            cursor.execute(f"DROP VIEW {names}")


def run_texts(cursor: CursorWrapper) -> None:
    """Run every room's SQL in the first schema of the search path."""
    # A function may call one of a later file
    cursor.execute("SET LOCAL check_function_bodies = off")
    for text in texts():
        cursor.execute(text)
