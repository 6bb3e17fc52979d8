"""Gunicorn's worker that slow clients can't occupy: waitress waits for them instead of a thread.

Gunicorn starts, watches and replaces the processes. In each, waitress's loop receives whole
requests, hands only complete ones to the threads, and sends their answers as slowly as is wanted.
"""

import logging
import os
import resource
import time
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from gunicorn.workers.base import Worker
from waitress import wasyncore
from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser, ParsingError
from waitress.server import TcpWSGIServer, create_server

PATIENCE = 120  # seconds a client may take to send one request, or to receive one answer
IDLE = 60  # seconds a connection stays open without a request
TURN = 0.5  # seconds at most between two looks at the clock and at signals
LARGEST_HEADERS = 32 * 1024
# Django's own limits are lower; this one bounds what a client can make us keep before Django looks
LARGEST_BODY = 32 * 1024 * 1024
# What is larger of a body waits in a file, so that many slow clients fill no memory
KEPT_IN_MEMORY = 64 * 1024
# More than any answer has: no thread ever waits until a client has received a part
LARGEST_ANSWER = 1024**3
FILES_OF_A_CONNECTION = 3  # its socket, its body and its answer
OTHER_FILES = 100
UNIX_PEER = "localhost"  # to waitress, the address of who comes through a Unix socket


class Request(HTTPRequestParser):
    """A request being received; it knows when its first byte came."""

    def __init__(self, adjustments: Any):
        super().__init__(adjustments)
        self.began = time.monotonic()

    def parse_header(self, header_plus: bytes) -> None:
        super().parse_header(header_plus)
        # A proxy may have taken another length for the right one, and see other requests than we
        has_two_lengths = self.chunked and "CONTENT_LENGTH" in self.headers
        if has_two_lengths or "TRANSFER_ENCODING" in self.headers:
            raise ParsingError("The length of the body is ambiguous")


class Channel(HTTPChannel):
    """A client's connection."""

    parser_class = Request
    answered = 0.0

    def service(self) -> None:
        super().service()
        self.answered = time.monotonic()

    def is_idle(self) -> bool:
        # In this order: a thread first adds its answer, then takes the request away
        return not (self.request or self.requests or self.total_outbufs_len)

    def is_too_slow(self, now: float) -> bool:
        """Whether the client has been sending a request, or receiving an answer, for too long."""
        if self.request:
            return now - self.request.began > PATIENCE
        is_receiving = self.total_outbufs_len > 0 and not self.requests
        return is_receiving and now - self.answered > PATIENCE


class BufferingWorker(Worker):
    """Answers with `threads` threads for up to `worker_connections` clients."""

    def run(self) -> None:
        # Otherwise a warning for every request that waits a moment for a thread
        logging.getLogger("waitress.queue").setLevel(logging.ERROR)
        self.map: dict[int, Any] = {}
        connections = allowed_connections(self.cfg.worker_connections)
        self.servers = [self.server_on(socket, connections) for socket in self.sockets]
        while self.alive and self.nr < self.max_requests and self.ppid == os.getppid():
            self.turn()
        self.finish()

    def server_on(self, socket: Any, connections: int) -> TcpWSGIServer:
        server = create_server(
            self.answer,
            map=self.map,
            sockets=[socket.sock],
            threads=self.cfg.threads,
            connection_limit=connections,
            channel_timeout=IDLE,
            cleanup_interval=5,
            max_request_header_size=LARGEST_HEADERS,
            max_request_body_size=LARGEST_BODY,
            inbuf_overflow=KEPT_IN_MEMORY,
            outbuf_high_watermark=LARGEST_ANSWER,
            # Django itself knows which proxies to believe
            clear_untrusted_proxy_headers=False,
            server_name=socket.getsockname()[0],
            ident=None,
            # Clients that hang up are no news
            log_socket_errors=False,
        )
        server.channel_class = Channel
        return server

    def answer(self, environ: dict[str, Any], start_response: Callable) -> Iterable[bytes]:
        """Pass a complete request on to the site."""
        self.nr += 1
        if environ["REMOTE_ADDR"] == UNIX_PEER:
            environ["REMOTE_ADDR"] = ""
        if self.is_secure(environ):
            environ["wsgi.url_scheme"] = "https"
        return self.wsgi(environ, start_response)

    def is_secure(self, environ: dict[str, Any]) -> bool:
        """Whether a proxy says so that gunicorn's own workers would believe."""
        believed = self.cfg.forwarded_allow_ips
        # Who reaches a Unix socket, and so has no address, was let in by its permissions
        if "*" not in believed and environ["REMOTE_ADDR"] not in ("", *believed):
            return False
        said = self.cfg.secure_scheme_headers.items()
        return any(environ.get(f"HTTP_{name.replace('-', '_')}") == value for name, value in said)

    def turn(self) -> None:
        """Receive and send what can be now, and part with the clients that take too long."""
        self.notify()
        wasyncore.loop(timeout=TURN, use_poll=True, map=self.map, count=1)
        now = time.monotonic()
        for channel in self.channels():
            if channel.is_too_slow(now):
                channel.handle_close()

    def channels(self) -> Iterator[Channel]:
        for server in self.servers:
            yield from list(server.active_channels.values())

    def finish(self) -> None:
        """Take no more clients; answer those whose request has begun to come."""
        for server in self.servers:
            server.accepting = False
        deadline = time.monotonic() + self.cfg.graceful_timeout
        while time.monotonic() < deadline:
            for channel in self.channels():
                if channel.is_idle():
                    channel.handle_close()
            if not any(self.channels()):
                return
            self.turn()


def allowed_connections(wanted: int) -> int:
    """As many connections, up to `wanted`, as this process may have files for."""
    _soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    files = wanted * FILES_OF_A_CONNECTION + OTHER_FILES
    if hard != resource.RLIM_INFINITY:
        files = min(files, hard)
    resource.setrlimit(resource.RLIMIT_NOFILE, (files, hard))
    return (files - OTHER_FILES) // FILES_OF_A_CONNECTION
