"""The portal's own settings, without slow password hashes and compressed static files."""

from strategy_portal.settings import *  # noqa: F403
from strategy_portal.settings import STORAGES

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES |= {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
