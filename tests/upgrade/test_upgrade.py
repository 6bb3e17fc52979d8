"""Databases of all released versions can be upgraded, and their books balance afterwards."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import psycopg2
import pytest

from tests.upgrade.dump import FOLDER

ROOT = Path(__file__).resolve().parents[2]
DUMPS = sorted(FOLDER.glob("*.sql"))


def address(role: str, database: str) -> str:
    """URL of another database on the tests' server, for `role`."""
    return urlsplit(os.environ[role])._replace(path=f"/{database}").geturl()


@pytest.fixture
def environment(django_test_environment: None) -> Iterator[dict[str, str]]:
    """An empty database of a portal; removed without a trace afterwards."""
    name = f"upgrade_{os.getpid()}"
    server = psycopg2.connect(os.environ["DATABASE_OWNER_URL"])
    server.autocommit = True
    server.cursor().execute(f"CREATE DATABASE {name}")
    yield {
        **os.environ,
        "SECRET_KEY": "only-for-tests",
        "DATABASE_URL": address("DATABASE_URL", name),
        "DATABASE_OWNER_URL": address("DATABASE_OWNER_URL", name),
    }
    server.cursor().execute(f"DROP DATABASE {name} WITH (FORCE)")
    server.close()


def load(dump: Path, url: str) -> None:
    connection = psycopg2.connect(url)
    with connection, connection.cursor() as cursor:
        cursor.execute(dump.read_text())
    connection.close()


def manage(environment: dict[str, str], *words: str) -> str:
    done = subprocess.run(
        [sys.executable, "manage.py", *words],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.parametrize("dump", DUMPS, ids=lambda dump: dump.stem)
def test_a_released_version_comes_to_the_present(environment, dump):
    load(dump, environment["DATABASE_OWNER_URL"])

    manage(environment, "migrate")

    told = json.loads(manage(environment, "reconcile", "--json"))
    assert (told["ok"], told["differences"]) == (True, [])
    assert told["entries"] > 10
    assert "No planned migration operations" in manage(environment, "migrate", "--plan")


def test_two_servers_that_start_together_both_find_the_database_ready(environment):
    words = [sys.executable, "manage.py", "migrate", "-v0"]
    both = [
        subprocess.Popen(words, cwd=ROOT, env=environment, stderr=subprocess.PIPE, text=True)
        for _server in range(2)
    ]

    assert [(one.communicate()[1], one.returncode) for one in both] == [("", 0), ("", 0)]


def test_there_is_a_dump_of_every_released_version():
    assert [dump.stem for dump in DUMPS] == ["0.1.0"]
