"""Settings for tests: fast and harmless, on an embedded PostgreSQL."""

import os
from pathlib import Path

from deploy.local import postgres
from strategy_portal import catalogues

# Fixed for tests, whatever the environment says
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
    # pytest-xdist's workers inherit the URLs: only the main process starts and stops the server
    root = Path(__file__).resolve().parent.parent
    var = Path(os.environ.get("VAR_DIR") or root / ".var")
    # Test data may be lost in a power cut, so they need no durable writes
    quick = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
    os.environ.update(postgres.start(var / "test-postgres", quick))

from strategy_portal.settings import *  # noqa: E402, F403
from strategy_portal.settings import ALLOWED_HOSTS, DATABASES, STORAGES  # noqa: E402

ALLOWED_HOSTS += ["testserver"]
DATABASES["owner"]["TEST"] = {"DEPENDENCIES": []}  # it makes the test database; see conftest.py
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES |= {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
WHITENOISE_AUTOREFRESH = True  # no folder of collected files is needed
