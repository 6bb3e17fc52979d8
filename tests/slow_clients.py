"""Clients that occupy a server: a byte now and then, of a header, of a body, of an answer."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

HOST = "127.0.0.1"
HEADERS = b"GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: "
BODY = (
    b"POST / HTTP/1.1\r\nHost: localhost\r\n"
    b"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\n"
)
READING = "GET %s HTTP/1.1\r\nHost: localhost\r\n\r\n"


class SlowClient:
    """Sends `opening` at once, and then, at each turn, sends or receives one byte more."""

    def __init__(self, port: int, opening: bytes, *, is_reader: bool = False):
        self.is_reader = is_reader
        self.is_ended = False
        self.socket = socket.socket()
        # As little as the kernel allows may be on its way to it
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
        self.socket.settimeout(5)
        self.socket.connect((HOST, port))
        self.socket.sendall(opening)
        self.socket.setblocking(False)

    def turn(self) -> None:
        try:
            if self.is_reader:
                self.is_ended = self.socket.recv(1) == b""
            else:
                self.socket.send(b"x")
        except BlockingIOError:
            pass  # nothing to receive, or no room to send
        except OSError:
            self.is_ended = True


@contextmanager
def slow_clients(
    port: int, count: int, *, every: float, large: str = ""
) -> Iterator[list[SlowClient]]:
    """Keep `count` clients busy, a byte `every` so many seconds.

    Half of them send headers and half a body; with the address of something `large`, half of all
    receive it instead.
    """
    kinds = [(HEADERS, False), (BODY, False)]
    if large:
        reading = ((READING % large).encode(), True)
        kinds += [reading, reading]
    clients = []
    leaving = threading.Event()

    def work() -> None:
        while not leaving.wait(every):
            for client in clients:
                client.turn()

    for number in range(count):
        opening, is_reader = kinds[number % len(kinds)]
        clients.append(SlowClient(port, opening, is_reader=is_reader))
    thread = threading.Thread(target=work)
    thread.start()
    try:
        yield clients
    finally:
        leaving.set()
        thread.join()
        for client in clients:
            with suppress(OSError):
                client.socket.close()
