"""A separate portal with its own database; killed processes are restarted."""

import json
import os
import random
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import Any
from urllib.parse import quote

import environ
import psutil
import psycopg2
from django.db import DEFAULT_DB_ALIAS, connections

from deploy.local import postgres
from strategy_portal.database_roles import OWNER

ROOT = Path(__file__).resolve().parents[2]
STRATEGY = ROOT / "budget" / "strategies" / "druskininkai-2024-2029.toml"
PATIENCE = 180  # seconds; who waits that long on a slow machine is stuck
THREADS = 8  # of each worker, so that there are as many requests at once as the races have
SAY_ENVIRONMENT = "import json, os; print(json.dumps(dict(os.environ)))"
DATABASE_FAULT = re.compile(r"^.*(?:deadlock detected|PANIC: ).*$", re.MULTILINE)
# An error with all its lines, up to the next message or the end
WEB_FAULT = re.compile(
    r"^(?:Internal Server Error: |[^\n]*WORKER TIMEOUT).*?"
    r"(?=^(?:Error \w{4}: |[A-Z][a-z]+(?: [A-Za-z]+)*: /|\[)|\Z)",
    re.MULTILINE | re.DOTALL,
)


class Kept:
    """A process that is restarted whenever it ends, as by an init system."""

    def __init__(
        self, launch: Callable[[], subprocess.Popen], *, process: subprocess.Popen | None = None
    ):
        self.launch, self.process = launch, process or launch()
        self.leaving = threading.Event()
        self.keeper = threading.Thread(target=self.keep, daemon=True)
        self.keeper.start()

    def keep(self) -> None:
        while not self.leaving.wait(0.05):
            if self.process.poll() is not None:
                end_group(self.process)  # what it left behind would hold its port
                self.leaving.wait(0.2)
                self.process = self.launch()

    def kill(self) -> None:
        """Kill the process; return once its replacement has started."""
        killed = self.process
        killed.kill()
        wait_until(lambda: self.process is not killed)

    def stop(self, number: int) -> None:
        self.leaving.set()
        self.keeper.join()
        self.process.send_signal(number)
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(60)
        end_group(self.process)
        self.process.wait()


def end_group(process: subprocess.Popen) -> None:
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)


def wait_until(is_so: Callable[[], bool]) -> float:
    """The duration in seconds."""
    begun = time.monotonic()
    while not is_so():
        if time.monotonic() - begun > PATIENCE:
            raise TimeoutError(f"not so within {PATIENCE} s")
        time.sleep(0.05)
    return time.monotonic() - begun


def manage(var: Path, *words: str) -> str:
    """Run a management command in a clean environment; return its output."""
    run = [sys.executable, "manage.py", *words]
    done = subprocess.run(
        run, cwd=ROOT, env=environment(var), capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise RuntimeError(f"{words}\n{done.stdout}\n{done.stderr}")
    return done.stdout


def environment(var: Path) -> dict[str, str]:
    """Environment of every process; clients may have different IP addresses."""
    return {
        "PATH": os.environ["PATH"],
        "VAR_DIR": str(var),
        "DJANGO_SETTINGS_MODULE": "tests.soak.settings",
        "HTTPS": "0",
        "TRUSTED_PROXIES": "1",
        "EMAIL_URL": "dummymail://",
    }


@dataclass(frozen=True)
class Pattern:
    """A stopped database with the strategy loaded, to be copied for each portal."""

    var: Path
    settings: dict[str, str]

    @classmethod
    def make(cls, var: Path) -> "Pattern":
        folder = var.resolve() / "postgres"
        # Fast and safe: a proper stop writes everything
        postgres.start(folder, {"fsync": "off"})
        manage(var, "migrate", "--verbosity", "0")
        manage(var, "createcachetable")
        manage(var, "load_strategy", str(STRATEGY))
        said = manage(var, "shell", "--no-imports", "-c", SAY_ENVIRONMENT)
        postgres.stop(folder)
        found = json.loads(said.splitlines()[-1]).items()
        ours = ("DATABASE_", "SECRET_")
        return cls(var, {name: value for name, value in found if name.startswith(ours)})

    def copy(self, var: Path) -> dict[str, str]:
        """Copy the database to `var`; return its settings."""
        subprocess.run(["cp", "-a", str(self.var), str(var)], check=True)
        old, new = quoted_socket(self.var), quoted_socket(var)
        return {name: value.replace(old, new) for name, value in self.settings.items()}


def quoted_socket(var: Path) -> str:
    """The socket's folder, as in DATABASE_URL."""
    return quote(str(postgres.socket_folder(var.resolve() / "postgres")))


@contextmanager
def directed(alias: str, at: dict[str, Any]) -> Iterator[None]:
    """Direct this process's queries under `alias` to another database."""
    settings = connections[alias].settings_dict
    before = dict(settings)
    connections[alias].close()
    settings.update({name: at[name] for name in ("NAME", "USER", "PASSWORD", "HOST", "PORT")})
    settings["OPTIONS"] = {**before["OPTIONS"], **at.get("OPTIONS", {})}
    try:
        yield
    finally:
        connections[alias].close()
        settings.update(before)


class Portal:
    """PostgreSQL with default durability, and gunicorn as deployed, on loopback."""

    def __init__(self, pattern: Pattern, var: Path, *, workers: int):
        self.settings = pattern.copy(var)
        self.var, self.folder, self.workers = var.resolve(), var.resolve() / "postgres", workers
        postgres.start(self.folder)
        started = postgres.started.pop(self.folder)  # from now on we keep it running
        self.database = Kept(lambda: postgres.launch(self.folder, {}), process=started)
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.web = Kept(self.launch_web)
        self.wait_until_ready()
        self.read_logs: dict[Path, int] = {}  # up to which character, by the tests before
        self.turn_page()

    def launch_web(self) -> subprocess.Popen:
        words = [sys.executable, "-m", "gunicorn"]
        words += ["--config", str(ROOT / "deploy" / "gunicorn.py")]
        words += ["--bind", f"127.0.0.1:{self.port}"]
        words += ["--workers", str(self.workers)]
        words += ["--threads", str(THREADS)]
        words += ["--log-level", "warning"]
        words += ["--worker-tmp-dir", str(self.var)]
        with (self.var / "web.log").open("ab") as log:
            return subprocess.Popen(
                [*words, "strategy_portal.wsgi"],
                cwd=ROOT,
                env=environment(self.var) | self.settings,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    def stop(self) -> None:
        if not self.web.leaving.is_set():
            self.web.stop(signal.SIGKILL)
            self.database.stop(signal.SIGINT)

    def is_ready(self) -> bool:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            connection.request("GET", "/readyz")
            return connection.getresponse().status == 200
        except (OSError, HTTPException):
            return False
        finally:
            connection.close()

    def wait_until_ready(self) -> float:
        return wait_until(self.is_ready)

    def kill_database(self) -> None:
        self.database.kill()

    def kill_worker(self) -> None:
        if workers := psutil.Process(self.web.process.pid).children():
            random.choice(workers).kill()

    def kill_web(self) -> None:
        """Kill gunicorn's main process, which ends its workers too."""
        self.web.kill()

    def as_owner(self) -> "psycopg2.extensions.connection":
        """A connection of the tables' owner, who may bypass guards; each statement is committed."""
        at = environ.Env.db_url_config(self.settings["DATABASE_URL"])
        host = at["HOST"] or at["OPTIONS"]["host"]
        connection = psycopg2.connect(
            host=host, port=at["PORT"], dbname=at["NAME"], user="postgres"
        )
        connection.autocommit = True
        return connection

    @contextmanager
    def office(self) -> Iterator[None]:
        """Direct this process's queries to the portal's database, the owner's too."""
        at = environ.Env.db_url_config(self.settings["DATABASE_URL"])
        of_the_owner = {**at, "USER": "postgres", "PASSWORD": ""}
        with directed(DEFAULT_DB_ALIAS, at), directed(OWNER, of_the_owner):
            yield

    def logs(self) -> dict[Path, str]:
        return {
            path: path.read_text(errors="replace")
            for path in (self.folder / "log", self.var / "web.log")
        }

    def turn_page(self) -> None:
        """Ignore what the logs contain so far."""
        self.read_logs = {path: len(text) for path, text in self.logs().items()}

    def faults(self) -> list[str]:
        """Deadlocks in the database's log, and tracebacks of 500 answers."""
        database_log, web_log = (text[self.read_logs[path] :] for path, text in self.logs().items())
        return [*DATABASE_FAULT.findall(database_log), *WEB_FAULT.findall(web_log)]
