"""The worker as a process of its own, for the test's database."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from django.db import connection

ROOT = Path(__file__).resolve().parents[2]


def environment(port: int) -> dict[str, str]:
    """As in production: one database role, a mail server, nothing of the tests."""
    at = urlsplit(os.environ["DATABASE_URL"])
    return {
        "PATH": os.environ["PATH"],
        "SECRET_KEY": "only-for-tests",
        "DATABASE_URL": at._replace(path=f"/{connection.settings_dict['NAME']}").geturl(),
        "EMAIL_URL": f"smtp://127.0.0.1:{port}",
    }


@contextmanager
def worker(port: int) -> Iterator[subprocess.Popen]:
    """A running `manage.py send_mail`, killed in the end if it still runs."""
    command = [sys.executable, "manage.py", "send_mail"]
    process = subprocess.Popen(command, cwd=ROOT, env=environment(port))
    try:
        yield process
    finally:
        process.kill()
        process.wait()
