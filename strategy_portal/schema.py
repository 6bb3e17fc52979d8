"""Functions, views and triggers written in SQL. Each room's sql/*.sql is their one text, in its current form.

`manage.py migrate` installs them after the migrations. A migration that needs one carries a copy of its own and never
reads these files: they will have changed by the time it runs.
"""

from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.db import connections, transaction
from django.db.backends.utils import CursorWrapper

VIEWS = """
SELECT string_agg(pg_class.oid::regclass::text, ', ') FROM pg_class
WHERE relkind = 'v' AND relnamespace = current_schema()::regnamespace
    AND NOT EXISTS (
        SELECT FROM pg_depend WHERE classid = 'pg_class'::regclass AND objid = pg_class.oid AND deptype = 'e'
    )
"""


def texts() -> list[str]:
    """The SQL of every room, the lowest room first."""
    rooms = [
        Path(app.path)
        for app in apps.get_app_configs()
        if settings.BASE_DIR in Path(app.path).parents
    ]
    return [file.read_text() for room in rooms for file in sorted(room.glob("sql/*.sql"))]


def drop_views(using: str) -> None:
    """Drop our views, which would keep migrations from changing the tables under them."""
    with connections[using].cursor() as cursor:
        cursor.execute(VIEWS)
        (names,) = cursor.fetchone()
        if names:
            cursor.execute(f"DROP VIEW {names}")


def install(using: str) -> None:
    """Bring functions, views and triggers to their current form. Installing them again changes nothing."""
    with transaction.atomic(using=using), connections[using].cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('install'))")  # one at a time
        run_texts(cursor)


def run_texts(cursor: CursorWrapper) -> None:
    for text in texts():
        cursor.execute(text)
