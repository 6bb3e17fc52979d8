#!/usr/bin/env python
"""Django's commands. Without DATABASE_URL they run on one's own machine: embedded database, own secret key."""

import os
import secrets
import signal
import sys
from contextlib import suppress
from pathlib import Path

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
        try:
            os.environ["DATABASE_URL"] = database.start(folder / "postgres")
        except database.NotStarted as error:
            sys.exit(str(error))

    from django.core.management import execute_from_command_line  # noqa: PLC0415

    execute_from_command_line(sys.argv)


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
