"""The web server as deployed: slow clients, limits, what the site sees, ends."""

import json
import os
import signal
import socket
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, suppress
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import Any

import psutil
import pytest

from deploy import buffering
from tests.slow_clients import slow_clients

ROOT = Path(__file__).resolve().parents[2]
HOST = "127.0.0.1"
# What may differ between two servers, or two requests to the same
OWN = {"SERVER_SOFTWARE", "SERVER_PORT", "REMOTE_PORT", "REMOTE_HOST", "RAW_URI", "REQUEST_URI"}


class Server:
    """Gunicorn with deploy's settings and the site of echo.py."""

    def __init__(self, *words: str, **environment: str):
        with socket.socket() as probe:
            probe.bind((HOST, 0))
            self.port = probe.getsockname()[1]
        command = [sys.executable, "-m", "gunicorn", "--config", "deploy/gunicorn.py"]
        command += ["--bind", f"{HOST}:{self.port}", "--log-level", "error", *words]
        self.process = psutil.Popen(
            [*command, "tests.house.echo:application"],
            cwd=ROOT,
            env={"PATH": os.environ["PATH"], **environment},
        )
        self.wait_until_it_answers()

    def wait_until_it_answers(self) -> None:
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline:
            with suppress(OSError):
                return self.get("/")
            time.sleep(0.05)
        pytest.fail("The web server does not answer.")

    def get(self, path: str, **headers: str) -> dict[str, Any]:
        """What the site saw."""
        return json.loads(self.answer("GET", path, headers=headers)[1])

    def answer(self, *request: Any, **more: Any) -> tuple[int, bytes]:
        connection = HTTPConnection(HOST, self.port, timeout=5)
        try:
            connection.request(*request, **more)
            response = connection.getresponse()
            return response.status, response.read()
        finally:
            connection.close()

    def raw(self, request: bytes) -> bytes:
        """Everything the server sends until it closes the connection."""
        with socket.create_connection((HOST, self.port), timeout=5) as connection:
            connection.sendall(request)
            answer = b""
            while part := connection.recv(65536):
                answer += part
        return answer

    def workers(self) -> list[psutil.Process]:
        return self.process.children()

    def stop(self) -> None:
        for process in [self.process, *self.process.children()]:
            with suppress(psutil.NoSuchProcess):
                process.kill()
        self.process.wait()


@pytest.fixture(scope="module")
def start() -> Iterator[Callable[..., Server]]:
    """Return a function that starts a server of its own."""
    started: list[Server] = []

    def start(*words: str, **environment: str) -> Server:
        started.append(Server(*words, **environment))
        return started[-1]

    yield start
    for server in started:
        if server.process.is_running():
            server.stop()


@pytest.fixture(scope="module")
def server(start) -> Server:
    """A server for tests that leave it as it was."""
    return start(DATABASE_OWNER_URL="postgresql://owner@db/portal")


def is_within(seconds: float, is_so: Callable[[], bool]) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if is_so():
            return True
        time.sleep(0.05)
    return False


def test_slow_clients_keep_nobody_waiting(server):
    seconds = []

    with slow_clients(server.port, 32, every=0.2, large="/large") as clients:
        for _number in range(20):
            begun = time.monotonic()
            server.get("/")
            seconds.append(time.monotonic() - begun)
            time.sleep(0.1)
        is_any_ended = any(client.is_ended for client in clients)

    assert max(seconds) < 1
    assert not is_any_ended


def test_a_slow_client_is_let_go_in_the_end(start):
    server = start(PATIENCE="1")

    with slow_clients(server.port, 8, every=0.1, large="/large") as clients:
        senders = [client for client in clients if not client.is_reader]
        is_done = is_within(10, lambda: all(client.is_ended for client in senders))
        # What is on its way to a reader still arrives: the server sees less of it
        is_left = is_within(10, lambda: open_connections(server) == 0)

    assert is_done
    assert is_left


def open_connections(server: Server) -> int:
    kept = [worker.net_connections("tcp") for worker in server.workers()]
    return sum(found.status == psutil.CONN_ESTABLISHED for each in kept for found in each)


def test_slow_bodies_fill_no_memory(server):
    """64 of 2 MB each, not ended yet."""
    opening = b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4000000\r\n\r\n"
    before = sum(worker.memory_info().rss for worker in server.workers())

    with ExitStack() as connections:
        for _number in range(64):
            address = (HOST, server.port)
            connection = connections.enter_context(socket.create_connection(address, timeout=5))
            connection.sendall(opening + b"x" * 2_000_000)
        server.get("/")
        grown = sum(worker.memory_info().rss for worker in server.workers()) - before

    assert grown < 32_000_000


def test_a_body_is_whole_before_the_site_sees_it_or_too_large(server):
    chunked = (body for body in (b"ab", b"cde"))

    parts = json.loads(server.answer("POST", "/", body=chunked, encode_chunked=True)[1])
    large = json.loads(server.answer("POST", "/", body=b"x" * 3_000_000)[1])
    said = f"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: {buffering.LARGEST_BODY}\r\n\r\n"

    assert (parts["body"], parts["environ"]["CONTENT_LENGTH"]) == (5, "5")
    assert large["body"] == 3_000_000
    assert server.raw(said.encode()).startswith(b"HTTP/1.1 413 ")


@pytest.mark.parametrize(
    "head",
    [
        "HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked",
        "HTTP/1.0\r\nTransfer-Encoding: chunked",
        "HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 6",
        "HTTP/1.1\r\nHost: a\r\nContent-Length: +5",
        "HTTP/1.1\r\nHost: a\r\nContent-Length : 5",
        "HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: xchunked",
    ],
)
def test_a_request_whose_length_is_ambiguous_is_refused_and_nothing_after_it_read(server, head):
    hidden = "0\r\n\r\nGET /hidden HTTP/1.1\r\nHost: a\r\n\r\n"

    answer = server.raw(f"POST / {head}\r\n\r\n{hidden}".encode())

    assert answer.split(b" ")[1] in (b"400", b"501")
    assert answer.count(b"HTTP/1.") == 1


def test_headers_without_end_are_refused(server):
    endless = b"GET / HTTP/1.1\r\nX-Long: ".ljust(buffering.LARGEST_HEADERS, b"x")

    answer = server.raw(endless)

    assert answer.startswith(b"HTTP/1.0 431 ")


def test_the_site_sees_what_gunicorns_own_worker_shows(server, start):
    """Addresses, proxies' headers and the scheme: settings decide whom to believe."""
    other = start("--worker-class", "gthread")
    headers = {
        "Host": "portal.example.org",
        "X-Forwarded-For": "10.0.0.1, 10.0.0.2",
        "X-Forwarded-Proto": "https",
        "X-Forwarded-Host": "other.example.org",
        "Forwarded": "for=10.0.0.3",
        "X_Forwarded_For": "10.0.0.4",
        "Cookie": "a=b",
    }

    ours, theirs = (each.get("/a%20b/?q=1", **headers)["environ"] for each in (server, other))
    plain = server.get("/")

    assert {name: value for name, value in ours.items() if name not in OWN} == {
        name: value for name, value in theirs.items() if name not in OWN
    }
    assert ours["REMOTE_ADDR"] == HOST
    assert ours["HTTP_X_FORWARDED_FOR"] == "10.0.0.1, 10.0.0.2"
    assert ours["wsgi.url_scheme"] == "https"
    assert plain["environ"]["wsgi.url_scheme"] == "http"
    assert not plain["has_owner"]


@pytest.mark.parametrize("worker", ["deploy.buffering.BufferingWorker", "gthread"])
def test_a_proxy_on_a_unix_socket_has_no_address_and_is_believed(start, worker, tmp_path):
    path = tmp_path / "socket"
    start("--bind", f"unix:{path}", "--worker-class", worker)

    with socket.socket(socket.AF_UNIX) as connection:
        connection.connect(str(path))
        connection.sendall(
            b"GET / HTTP/1.1\r\nHost: a\r\nX-Forwarded-Proto: https\r\nConnection: close\r\n\r\n"
        )
        answer = b"".join(iter(lambda: connection.recv(65536), b""))
    seen = json.loads(answer.partition(b"\r\n\r\n")[2])["environ"]

    assert (seen["REMOTE_ADDR"], seen["wsgi.url_scheme"]) == ("", "https")


def test_an_address_gunicorn_does_not_believe_cannot_set_the_scheme(start):
    server = start("--forwarded-allow-ips", "10.0.0.1")

    seen = server.get("/", **{"X-Forwarded-Proto": "https"})["environ"]

    assert seen["wsgi.url_scheme"] == "http"
    assert seen["HTTP_X_FORWARDED_PROTO"] == "https"


def test_asked_to_end_it_answers_what_has_begun_and_ends(start):
    server = start()
    idle = socket.create_connection((HOST, server.port))
    workers = server.workers()

    with ThreadPoolExecutor(1) as pool:
        busy = pool.submit(server.answer, "GET", "/busy")
        time.sleep(0.3)
        server.process.send_signal(signal.SIGTERM)
        status, _body = busy.result()
    code = server.process.wait(10)
    idle.close()

    assert status == 200
    assert code == 0
    assert not any(worker.is_running() for worker in workers)


def test_a_worker_that_dies_is_replaced(start):
    server = start()
    killed = server.workers()

    for worker in killed:
        worker.kill()
    is_back = is_within(10, lambda: len({*server.workers()} - {*killed}) == 2)
    server.wait_until_it_answers()

    assert is_back


def test_a_worker_restarts_after_its_share_of_requests(start):
    server = start("--max-requests", "3", "--max-requests-jitter", "0")
    before = {*server.workers()}

    def is_renewed() -> bool:
        with suppress(OSError, HTTPException):
            server.get("/")
        return not before & {*server.workers()}

    assert is_within(15, is_renewed)


def test_killed_it_leaves_no_worker_behind(start):
    server = start()
    workers = server.workers()

    server.process.kill()
    server.process.wait()

    assert is_within(5, lambda: not any(worker.is_running() for worker in workers))
