"""`make run`: prepares a local portal and serves it until Ctrl-C."""

import ctypes
import hashlib
import os
import signal
import socket
import subprocess
import sys
import time
from argparse import ArgumentParser
from http import HTTPStatus
from http.client import HTTPConnection
from io import StringIO, TextIOWrapper
from pathlib import Path
from typing import Any, cast

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.staticfiles.finders import get_finders
from django.core.management import BaseCommand, CommandError, call_command
from django.db import connections

from deploy.local.ending import end_cleanly_on_signals, ignore_signals
from strategy_portal import database, database_roles

STRATEGY = settings.BASE_DIR / "budget" / "strategies" / "druskininkai-2024-2029.toml"
HOST = "127.0.0.1"
PATIENCE = 60  # seconds for the first answer
# Linux: a signal for this process when its parent ends, however it ends
PR_SET_PDEATHSIG = 1


class Command(BaseCommand):
    help = "Prepare database, strategy, demo data and static files, then serve the portal."
    requires_system_checks = "__all__"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", type=int, default=8000)

    def handle(self, *, port: int, **options: Any) -> None:
        # Line by line even into a pipe: its reader sees the address as soon as it is printed
        cast(TextIOWrapper, sys.stdout).reconfigure(line_buffering=True)
        if "MAKELEVEL" in os.environ:  # make may be killed without us
            end_with_parent(signal.SIGTERM)
        end_cleanly_on_signals()
        refuse_taken_port(port)
        # As the owner first, because the application's role may not exist yet
        database.assert_server(using=database_roles.owner())
        self.prepare()
        database.assert_server()
        # From here on this process only waits, and needs none
        connections.close_all()
        self.serve(port)

    def serve(self, port: int) -> None:
        """Run the web server and the mail's worker until they or this process are ended."""
        server, worker = start_gunicorn(port), start_mail_worker()
        try:
            wait_for_answer(server, port)
            self.stdout.write(f"\nThe portal is at http://{HOST}:{port}/ (Ctrl-C stops it)\n")
            call_command("demo", "--sign-ins", stdout=self.stdout)
            code = server.wait()
        except KeyboardInterrupt:
            code = 0
        finally:
            stop(server)
            stop(worker)
        if code:
            raise CommandError(f"The web server ended by itself with exit code {code}.")

    def prepare(self) -> None:
        self.stdout.write("Preparing the database ...")
        call_command("migrate", verbosity=0)
        call_command("load_strategy", STRATEGY)
        if not get_user_model().objects.exists():
            self.stdout.write("Adding the demo data ...")
            # serve() prints the sign-ins, every time
            call_command("demo", stdout=StringIO())
        collect_changed_static_files()


def end_with_parent(number: int) -> None:
    """Ask Linux to send this process the signal `number` when its parent process is gone."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, number)


def refuse_taken_port(port: int) -> None:
    """Raise CommandError now, before the long preparations, if the port is taken."""
    # It may be the web server of a run that was just killed and is still ending
    leaving = time.monotonic() + 3
    while error := trouble_with(port):
        if time.monotonic() > leaving:
            raise CommandError(
                f"Port {port} cannot be used ({error}); choose another: make run PORT=8001"
            )
        time.sleep(0.1)


def trouble_with(port: int) -> Exception | None:
    """The error that keeps us from listening on `port` now, if any."""
    with socket.socket() as probe:
        # As gunicorn does: closed connections of an earlier run do not block the port
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except (OSError, OverflowError) as error:
            return error
    return None


def collect_changed_static_files() -> None:
    """Collect and compress the static files, which takes many seconds, only if they changed."""
    stamp = settings.VAR_DIR / "static.stamp"
    seen = fingerprint_of_static_files()
    if not stamp.exists() or stamp.read_text() != seen:
        call_command("collectstatic", interactive=False, clear=True, verbosity=0)
        stamp.write_text(seen)


def fingerprint_of_static_files() -> str:
    """Digest of the paths, sizes and times of all static files."""
    seen = hashlib.sha256()
    for finder in get_finders():
        for path, storage in finder.list([]):
            status = Path(storage.path(path)).stat()
            seen.update(f"{storage.path(path)} {status.st_size} {status.st_mtime_ns}\n".encode())
    return seen.hexdigest()


def start_gunicorn(port: int) -> subprocess.Popen[bytes]:
    """Start gunicorn on `port`, in a process that ends with this one."""
    config = settings.BASE_DIR / "deploy" / "gunicorn.py"
    words: list[Any] = [sys.executable, "-m", "gunicorn", "--config", config]
    words += ["--bind", f"{HOST}:{port}"]
    words += ["--worker-tmp-dir", settings.VAR_DIR]
    words += ["--log-level", "warning"]
    return subprocess.Popen(
        [*words, "strategy_portal.wsgi"],
        cwd=settings.BASE_DIR,
        # Even if this process is killed, no web server stays behind on the port
        preexec_fn=lambda: end_with_parent(signal.SIGTERM),
    )


def start_mail_worker() -> subprocess.Popen[bytes]:
    """Start what sends the mail, or prints it here without EMAIL_URL; it ends with this process."""
    return subprocess.Popen(
        [sys.executable, "manage.py", "send_mail"],
        cwd=settings.BASE_DIR,
        preexec_fn=lambda: end_with_parent(signal.SIGTERM),
    )


def wait_for_answer(server: subprocess.Popen[bytes], port: int) -> None:
    """Return once /healthz answers; raise CommandError if it fails or takes too long."""
    deadline = time.monotonic() + PATIENCE
    while server.poll() is None and time.monotonic() < deadline:
        connection = HTTPConnection(HOST, port, timeout=PATIENCE)
        try:
            connection.request("GET", "/healthz")
            if (status := connection.getresponse().status) == HTTPStatus.OK:
                return
            raise CommandError(f"The portal answers, but its health check says {status}.")
        except OSError:
            time.sleep(0.1)
        finally:
            connection.close()
    raise CommandError("The web server did not start; what it said stands above.")


def stop(server: subprocess.Popen[bytes]) -> None:
    """End a process: politely first, by force after more than gunicorn's own graceful timeout."""
    ignore_signals()
    server.terminate()
    try:
        server.wait(30)
    except subprocess.TimeoutExpired:
        server.kill()
