"""A site that shows what the web server passes to it; see test_web_server.py."""

import json
import os
import time
from collections.abc import Callable, Iterable
from typing import Any

from deploy import buffering

buffering.PATIENCE = float(os.environ.get("PATIENCE", buffering.PATIENCE))
LARGE = b"x" * 8 * 1024 * 1024


def application(environ: dict[str, Any], start_response: Callable) -> Iterable[bytes]:
    path = environ["PATH_INFO"]
    if path == "/busy":
        time.sleep(1)
    texts = {name: value for name, value in environ.items() if isinstance(value, str)}
    seen = {
        "environ": texts,
        "body": len(environ["wsgi.input"].read()),
        "pid": os.getpid(),
        "has_owner": "DATABASE_OWNER_URL" in os.environ,
    }
    answer = LARGE if path == "/large" else json.dumps(seen).encode()
    start_response("200 OK", [("Content-Length", str(len(answer)))])
    return [answer]
