"""The portal's own settings, without what no soak is about: compressed static files and slow password hashes."""

from strategy_portal.settings import *  # noqa: F403
from strategy_portal.settings import STORAGES

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES |= {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
