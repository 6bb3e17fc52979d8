#!/usr/bin/env python
"""Django's commands. Without DATABASE_URL they run on one's own machine: embedded database, own secret key."""

import os
import secrets
import signal
import sys
from contextlib import suppress
from pathlib import Path

import django
from django.core.management import call_command, execute_from_command_line

from strategy_portal import catalogues, database


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "strategy_portal.settings")
    folder = Path(os.environ.get("VAR_DIR") or Path(__file__).resolve().parent / ".var")
    serving = sys.argv[1:2] == ["serve"]
    if serving:
        os.environ.setdefault("HTTPS", "0")
    own_machine = serving or not os.environ.get("DATABASE_URL")
    if own_machine and not os.environ.get("SECRET_KEY"):
        os.environ["SECRET_KEY"] = own_secret_key(folder)
    catalogues.compile_changed()
    if not os.environ.get("DATABASE_URL"):
        start_database(folder / "postgres")

    execute_from_command_line(sys.argv)


def start_database(folder: Path) -> None:
    """Start the embedded database; the first time, or if it is older than its two roles, make the portal's role."""
    if os.environ.get("DATABASE_OWNER_URL"):
        sys.exit("DATABASE_OWNER_URL is set: set DATABASE_URL, too.")
    try:
        os.environ.update(database.start(folder))
    except database.NotStarted as error:
        sys.exit(str(error))
    if not database.answers(os.environ["DATABASE_URL"]):
        django.setup()
        call_command("database_roles", verbosity=0)


def own_secret_key(folder: Path) -> str:
    """Return the key kept in the var folder, made the first time; readable by its owner only."""
    path = folder / "secret-key"
    folder.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        new = folder / f"secret-key.{os.getpid()}"
        new.touch(mode=0o600)
        new.write_text(secrets.token_urlsafe(64))
        with suppress(FileExistsError):  # another process was quicker
            path.hardlink_to(new)
        new.unlink()
    return path.read_text()


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit(128 + signal.SIGINT)
