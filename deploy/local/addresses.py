"""Where `make run` listens: a loopback address, and the port that was asked for."""

import os
import re
import socket
import time

from deploy.local.not_started import NotStarted

LOOPBACK = ("127.0.0.1", "::1")  # the second for a machine that speaks IPv6 only
LEAVING = 3  # seconds for the web server of a run just killed to end, or for a connection


def port_of(text: str) -> int:
    """The port that `text` names. Raises NotStarted if it names none."""
    if re.fullmatch("[0-9]{1,5}", text) and 0 < int(text) < 2**16:
        return int(text)
    raise NotStarted(f"PORT is a number from 1 to 65535, not “{text}”: make run PORT=8001")


def loopback() -> str:
    """This machine's loopback address. Raises NotStarted if it has none."""
    for host in LOOPBACK:
        if is_reachable(host):
            return host
    raise NotStarted(
        "This machine cannot reach itself, neither at 127.0.0.1 nor at ::1;"
        " as root: ip link set lo up"
    )


def is_reachable(host: str) -> bool:
    """Whether a connection to `host` arrives: its address can be had although its link is down."""
    try:
        with (
            socket.create_server((host, 0), family=family_of(host)) as server,
            socket.create_connection(server.getsockname()[:2], timeout=LEAVING),
        ):
            return True
    except OSError:
        return False


def refuse_taken(host: str, port: int) -> None:
    """Raise NotStarted if `port` of `host` cannot be used."""
    deadline = time.monotonic() + LEAVING
    while error := trouble_with(host, port):
        if time.monotonic() > deadline:
            raise NotStarted(
                f"Port {port} cannot be used ({os.strerror(error.errno or 0)});"
                " choose another: make run PORT=8001"
            )
        time.sleep(0.1)


def trouble_with(host: str, port: int) -> OSError | None:
    """The error that keeps us from listening there now, if any."""
    try:
        with socket.socket(family_of(host)) as probe:
            # As gunicorn does: closed connections of an earlier run do not block the port
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, port))
    except OSError as error:
        return error
    return None


def family_of(host: str) -> socket.AddressFamily:
    return socket.AF_INET6 if ":" in host else socket.AF_INET


def in_url(host: str) -> str:
    """`host` as it is written before a colon and a port."""
    return f"[{host}]" if ":" in host else host
