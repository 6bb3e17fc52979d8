"""An embedded PostgreSQL in the var folder, used where DATABASE_URL is not set.

manage.py and tests/settings.py start it before Django reads its settings. Every process that uses
it holds a shared lock on a file, which the kernel releases even for a killed process; the last one
to leave stops the server.
"""

import atexit
import fcntl
import hashlib
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import TextIO
from urllib.parse import quote

import psutil
import psycopg2

from deploy.local import disk, programs
from deploy.local.ending import end_cleanly_on_signals, ignore_signals
from deploy.local.locking import gate
from deploy.local.not_started import NotStarted
from deploy.local.programs import allow_system_user
from strategy_portal.database_roles import APPLICATION

ADMINISTRATOR = "postgres"
PORT = "5432"  # only part of the socket's name: the server listens on no network
LONGEST_SOCKET = 100  # bytes; the systems' own limits are 104 to 108
PATIENCE = 60  # seconds for a start, with recovery after a kill, or a stop
# PostgreSQL's own locale: text sorts the same on every machine
LOCALE = (
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--encoding=UTF8",
)

started: dict[Path, subprocess.Popen[bytes]] = {}  # by this process, by folder


def start(folder: Path, options: Mapping[str, str] | None = None) -> dict[str, str]:
    """Start the server in `folder`, or join the one running there.

    Returns DATABASE_URL and DATABASE_OWNER_URL; the role of the first exists once the owner ran
    `database_roles`. `options` are server settings, ignored when joining. The server stops when
    the last process that called this ends, on Ctrl-C and SIGTERM too. Raises NotStarted.
    """
    folder = folder.resolve()
    folder.parent.mkdir(parents=True, exist_ok=True)
    end_cleanly_on_signals()
    with gate(folder):
        users = folder.with_name(f"{folder.name}.users").open("a")
        fcntl.flock(users, fcntl.LOCK_SH)
        # Before the start: if that fails half-way, leaving still stops the server
        atexit.register(leave, folder, users, os.getpid())
        if not (folder / "PG_VERSION").exists():
            refuse_small_disk(folder)
            make_cluster(folder)
        allow_system_user(folder)
        wait_until_it_runs(folder, options or {})
    return {
        "DATABASE_URL": address(folder, APPLICATION),
        "DATABASE_OWNER_URL": address(folder, ADMINISTRATOR),
    }


def answers(url: str) -> bool:
    """Whether the server at `url` accepts a connection of its role."""
    try:
        psycopg2.connect(url).close()
    except psycopg2.OperationalError:
        return False
    return True


def leave(folder: Path, users: TextIO, pid: int) -> None:
    """Stop the server unless another process still uses it."""
    if os.getpid() != pid:  # a fork of the process that started it
        return
    ignore_signals()
    with gate(folder), users, suppress(BlockingIOError):
        # An exclusive lock is refused as long as anybody holds a shared one
        fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
        stop(folder)


def stop(folder: Path) -> None:
    """Stop the server in `folder`, whoever started it, with PostgreSQL's fast shutdown."""
    if ours := started.pop(folder, None):
        # To PostgreSQL SIGINT means its fast shutdown; SIGTERM would wait for every client
        ours.send_signal(signal.SIGINT)
        ours.wait()
    elif process(folder):
        words = ["stop", "-D", str(folder), "-m", "fast", "-t", str(PATIENCE)]
        programs.run("pg_ctl", *words)
    sockets = socket_folder(folder)
    if sockets != folder:
        shutil.rmtree(sockets, ignore_errors=True)


def refuse_small_disk(folder: Path) -> None:
    if reason := disk.is_too_small(folder.parent):
        raise NotStarted(reason)


def make_cluster(folder: Path) -> None:
    """Create the data folder under another name, then rename it.

    A first start that is killed leaves no incomplete folder behind.
    """
    new = folder.with_name(f"{folder.name}.new")
    shutil.rmtree(new, ignore_errors=True)
    new.mkdir(mode=0o700)
    allow_system_user(new)
    programs.run("initdb", "-D", str(new), "-U", ADMINISTRATOR, "--auth=trust", *LOCALE)
    shutil.rmtree(folder, ignore_errors=True)
    new.rename(folder)


def wait_until_it_runs(folder: Path, options: Mapping[str, str]) -> None:
    """Return once the server answers; raise NotStarted if it does not within PATIENCE.

    A server left running by a killed process is used, even while it is starting or stopping.
    """
    deadline = time.monotonic() + PATIENCE
    while not answers(address(folder, ADMINISTRATOR)):
        ours = started.get(folder)
        has_ended = ours is not None and ours.poll() is not None
        if has_ended or time.monotonic() > deadline:
            raise NotStarted(f"The embedded database did not start; its log is {folder / 'log'}.")
        if not ours and not process(folder):
            remove_files_of_a_killed_server(folder)
            started[folder] = launch(folder, options)
        time.sleep(0.05)


def remove_files_of_a_killed_server(folder: Path) -> None:
    """Remove its pid file and sockets: the pid may be another program's by now."""
    for file in (folder / "postmaster.pid", *socket_folder(folder).glob(".s.PGSQL.*")):
        file.unlink(missing_ok=True)


def launch(folder: Path, options: Mapping[str, str]) -> subprocess.Popen[bytes]:
    """Start the server on a socket only, with its output in the folder's log."""
    words = [str(programs.FOLDER / "postgres"), "-D", str(folder)]
    words += ["-k", str(socket_folder(folder)), "-h", "", "-p", PORT]
    for name, value in options.items():
        words += ["-c", f"{name}={value}"]
    with (folder / "log").open("ab") as log:
        return subprocess.Popen(words, stdout=log, stderr=log, **programs.apart())


def address(folder: Path, role: str) -> str:
    """The URL of the server in `folder` for `role`."""
    return f"postgresql://{role}@:{PORT}/postgres?host={quote(str(socket_folder(folder)))}"


def process(folder: Path) -> psutil.Process | None:
    """The server's main process, if it is alive and really runs in this folder.

    The pid file alone proves nothing: pids are reused.
    """
    try:
        number = int((folder / "postmaster.pid").read_text().split("\n", 1)[0])
        found = psutil.Process(number)
        is_ours = found.name() == "postgres" and Path(found.cwd()) == folder
    except (OSError, ValueError, psutil.Error):
        return None
    return found if is_ours else None


def socket_folder(folder: Path) -> Path:
    """Folder of the server's socket: its own, or a short one in /tmp if the path is too long."""
    if len(bytes(folder / f".s.PGSQL.{PORT}")) <= LONGEST_SOCKET:
        return folder
    digest = hashlib.sha256(bytes(folder)).hexdigest()[:16]
    short = Path("/tmp") / f"portal-{os.geteuid()}-{digest}"  # noqa: S108
    short.mkdir(mode=0o700, exist_ok=True)
    # Anybody could create a folder of that name in /tmp and pose as our database
    owner = short.stat(follow_symlinks=False).st_uid
    if short.is_symlink() or owner not in {os.geteuid(), folder.stat().st_uid}:
        raise NotStarted(f"{short} belongs to somebody else; set VAR_DIR to a shorter path.")
    if os.geteuid() == 0:
        shutil.chown(short, programs.server_account().pw_uid)
    return short
