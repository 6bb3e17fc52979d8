"""`manage.py serve`, i.e. `make run`: prints the address and leaves no process behind."""

import os
import re
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from email.header import decode_header, make_header
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, build_opener

import psutil
import psycopg2
import pytest

ROOT = Path(__file__).resolve().parents[2]
CONNECTED = """
SELECT DISTINCT usename FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname <> ''
"""


@pytest.fixture
def port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def environment(tmp_path: Path) -> Iterator[dict[str, str]]:
    """An environment with nothing set; ends what still runs after a failed test."""
    yield {"PATH": os.environ["PATH"], "VAR_DIR": str(tmp_path), "MAKELEVEL": "1"}
    for process in running_for(tmp_path):
        process.kill()


def running_for(folder: Path) -> list[psutil.Process]:
    """Every process that works in `folder`, by its command line or its environment."""
    return [process for process in psutil.process_iter() if runs_for(folder, process)]


def runs_for(folder: Path, process: psutil.Process) -> bool:
    try:
        is_named = str(folder) in " ".join(process.cmdline())
        return is_named or process.environ().get("VAR_DIR") == str(folder)
    except psutil.Error:  # ended, or somebody else's
        return False


def serve(port: int, environment: dict[str, str]) -> subprocess.Popen:
    return subprocess.Popen(
        [sys.executable, "manage.py", "serve", "--port", str(port)],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def read_until_address(process: subprocess.Popen) -> str:
    said = ""
    for line in process.stdout:
        said += line
        if line.startswith("The portal is at"):
            return said
    return pytest.fail(said)


def status_of(port: int, path: str) -> int:
    connection = HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", path)
    status = connection.getresponse().status
    connection.close()
    return status


def mail_printed_for(address: str, port: int, process: subprocess.Popen) -> str:
    """Ask for a new password; return what the mail's worker prints, its headers in plain text."""
    page = f"http://127.0.0.1:{port}/paskyra/slaptazodis/priminti/"
    browser = build_opener(HTTPCookieProcessor())
    token = re.search(r'csrfmiddlewaretoken" value="(\w+)"', browser.open(page).read().decode())[1]
    form = {"email": address, "csrfmiddlewaretoken": token}
    browser.open(page, urlencode(form).encode())
    impatience = threading.Timer(30, process.kill)  # without mail there is no line to wait for
    impatience.start()
    said = ""
    for line in process.stdout:
        said += str(make_header(decode_header(line)))
        if line.startswith("Message-ID"):
            break
    impatience.cancel()
    return said


def as_owner(folder: Path, statement: str) -> list[tuple]:
    """The result of `statement` on the embedded server in `folder`."""
    connection = psycopg2.connect(host=folder / "postgres", user="postgres", dbname="postgres")
    with connection, connection.cursor() as cursor:
        cursor.execute(statement)
        rows = cursor.fetchall() if cursor.description else []
    connection.close()
    return rows


def test_it_serves_until_asked_to_end_and_again_after_a_kill(port, environment, tmp_path):
    process = serve(port, environment)
    said = read_until_address(process)
    answers = [status_of(port, path) for path in ("/", "/en/", "/healthz", "/readyz")]
    roles = as_owner(tmp_path, CONNECTED)
    process.kill()  # gunicorn ends with it; the database waits for the next
    process.communicate()
    # As before there were two roles
    as_owner(tmp_path, "DROP OWNED BY portal_app; DROP ROLE portal_app")

    process = serve(port, environment)
    read_until_address(process)
    signs = next(line for line in process.stdout if "@example.org" in line)
    again = status_of(port, "/")
    printed = mail_printed_for("niekas@example.org", port, process)
    process.send_signal(signal.SIGTERM)
    process.communicate(timeout=60)

    assert f"http://127.0.0.1:{port}/" in said
    assert answers == [200, 200, 200, 200]
    assert roles == [("portal_app",)]
    assert again == 200
    assert "Paskyros šiuo adresu nėra" in printed
    assert re.search(r"\S+@example\.org", signs)
    assert (tmp_path / "secret-key").stat().st_mode & 0o777 == 0o600
    assert running_for(tmp_path) == []


def test_a_port_already_taken_is_said_in_one_sentence(environment):
    with socket.create_server(("127.0.0.1", 0)) as other:
        process = serve(other.getsockname()[1], environment)
        said, _ = process.communicate(timeout=120)

    assert process.returncode == 1
    assert re.fullmatch(
        r"CommandError: Port \d+ cannot be used .+; choose another: make run PORT=8001\n", said
    )


def test_two_that_start_at_once_in_a_new_folder_prepare_it_one_after_the_other(
    port, environment, tmp_path
):
    both = [serve(port, environment), serve(port, environment)]

    said = {process: read_until_address_or_end(process) for process in both}
    code_of = {process: process.poll() for process in both}
    winner = next(process for process in both if process.poll() is None)
    answer = status_of(port, "/")
    winner.send_signal(signal.SIGINT)
    for process in both:
        process.communicate(timeout=60)

    other = next(process for process in both if process is not winner)
    assert answer == 200
    assert code_of[other] == 1
    assert said[other].splitlines()[-1].startswith(f"CommandError: Port {port} cannot be used ")
    assert "Traceback" not in said[winner] + said[other]
    assert running_for(tmp_path) == []


def read_until_address_or_end(process: subprocess.Popen) -> str:
    said = ""
    for line in process.stdout:
        said += line
        if line.startswith("The portal is at"):
            return said
    process.wait()
    return said


def test_ctrl_c_during_the_preparations_leaves_nothing_behind(port, environment, tmp_path):
    process = serve(port, environment)
    next(said for said in process.stdout if said.startswith("Adding the demo data"))
    waiting = serve(port, environment)

    for each in (waiting, process):
        each.send_signal(signal.SIGINT)
    texts = [each.communicate(timeout=60)[0] for each in (process, waiting)]

    assert "Traceback" not in "".join(texts)
    assert running_for(tmp_path) == []
