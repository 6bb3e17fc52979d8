"""The portal's settings for tests: fast and harmless, on an embedded PostgreSQL of their own, with its two roles."""

import os
from pathlib import Path

from strategy_portal import catalogues, database

# The tests' own answers, whatever the person's environment says
os.environ.update(DEBUG="0", HTTPS="0", SECRET_KEY="only-for-tests", EMAIL_URL="memorymail://")
for name in (
    "ALLOWED_HOSTS",
    "CSRF_TRUSTED_ORIGINS",
    "DEFAULT_FROM_EMAIL",
    "HELP_PHONE",
    "HELP_EMAIL",
):
    os.environ.pop(name, None)
catalogues.compile_changed()
if not (os.environ.get("DATABASE_URL") and os.environ.get("DATABASE_OWNER_URL")):
    # pytest-xdist's workers inherit the addresses: only the main process starts and stops the server.
    # What may be lost in a power cut need not be written safely.
    var = Path(os.environ.get("VAR_DIR") or Path(__file__).resolve().parent.parent / ".var")
    os.environ.update(
        database.start(
            var / "test-postgres",
            {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"},
        )
    )

from strategy_portal.settings import *  # noqa: E402, F403
from strategy_portal.settings import ALLOWED_HOSTS, DATABASES, STORAGES  # noqa: E402

ALLOWED_HOSTS += ["testserver"]
DATABASES["owner"]["TEST"] = {"DEPENDENCIES": []}  # it makes the test database; see conftest.py
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES |= {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
WHITENOISE_AUTOREFRESH = True  # no folder of collected files is needed
