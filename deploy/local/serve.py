"""`make run`: prepares a local portal and serves it until Ctrl-C."""

import hashlib
import os
import signal
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

from deploy.local import addresses
from deploy.local.children import Children, end_with_parent
from deploy.local.ending import end_cleanly_on_signals
from deploy.local.locking import gate
from deploy.local.not_started import NotStarted
from strategy_portal import database, database_roles

STRATEGY = settings.BASE_DIR / "budget" / "strategies" / "druskininkai-2024-2029.toml"
PATIENCE = 60  # seconds for the first answer


class Command(BaseCommand):
    help = "Prepare database, strategy, demo data and static files, then serve the portal."
    requires_system_checks = "__all__"

    def add_arguments(self, parser: ArgumentParser) -> None:
        # As text: argparse would answer a wrong one with all its usage
        parser.add_argument("--port", default="8000")

    def handle(self, *, port: str, **options: Any) -> None:
        # Line by line even into a pipe: its reader sees the address as soon as it is printed
        cast(TextIOWrapper, sys.stdout).reconfigure(line_buffering=True)
        if "MAKELEVEL" in os.environ:  # make may be killed without us
            end_with_parent(signal.SIGTERM)
        end_cleanly_on_signals()
        try:
            self.serve(addresses.port_of(port))
        except NotStarted as error:
            raise CommandError(str(error)) from error

    def serve(self, port: int) -> None:
        """Run the web server on `port`, and the mail worker, until one or this process is ended."""
        host = addresses.loopback()
        addresses.refuse_taken(host, port)  # now, before the long preparations
        settings.VAR_DIR.mkdir(parents=True, exist_ok=True)
        children = Children()
        try:
            # One after the other, until its port is seen to be taken
            with gate(settings.VAR_DIR / "serve"):
                self.prepare()
                addresses.refuse_taken(host, port)
                start_web(children, host, port)
                start_mail_worker(children)
                wait_for_answer(children, host, port)
            self.say_where(host, port)
            name, code = children.wait()
        except KeyboardInterrupt:
            return
        finally:
            children.stop()
        if code:
            raise CommandError(f"The {name} ended by itself with exit code {code}.")

    def say_where(self, host: str, port: int) -> None:
        at = addresses.in_url(host)
        self.stdout.write(f"\nThe portal is at http://{at}:{port}/ (Ctrl-C stops it)\n")
        call_command("demo", "--sign-ins", stdout=self.stdout)

    def prepare(self) -> None:
        # As the owner first, because the application's role may not exist yet
        database.assert_server(using=database_roles.owner())
        self.stdout.write("Preparing the database ...")
        call_command("migrate", verbosity=0)
        if get_user_model().objects.exists():
            call_command("load_strategy", STRATEGY)
        else:
            self.stdout.write("Adding the demo data ...")
            # say_where() prints the sign-ins, every time
            call_command("demo", strategy=STRATEGY, stdout=StringIO())
        collect_changed_static_files()
        database.assert_server()
        # From here on this process only waits, and needs none
        connections.close_all()


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


def start_web(children: Children, host: str, port: int) -> None:
    """Start the web server among `children`."""
    config = settings.BASE_DIR / "deploy" / "gunicorn.py"
    words: list[Any] = [sys.executable, "-m", "gunicorn", "--config", config]
    words += ["--bind", f"{addresses.in_url(host)}:{port}"]
    words += ["--worker-tmp-dir", settings.VAR_DIR]
    words += ["--log-level", "warning"]
    children.start("web server", [*words, "strategy_portal.wsgi"], cwd=settings.BASE_DIR)


def start_mail_worker(children: Children) -> None:
    """Start what sends the mail, or prints it here without EMAIL_URL."""
    words = [sys.executable, "manage.py", "send_mail"]
    children.start("mail worker", words, cwd=settings.BASE_DIR)


def wait_for_answer(children: Children, host: str, port: int) -> None:
    """Return once /healthz answers; raise CommandError if it fails or takes too long."""
    deadline = time.monotonic() + PATIENCE
    while children.ended() is None and time.monotonic() < deadline:
        connection = HTTPConnection(host, port, timeout=PATIENCE)
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
