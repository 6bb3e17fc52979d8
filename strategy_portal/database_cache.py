"""Django's cache in the database, which says so when its connection is lost."""

from typing import Any

from django.core.cache.backends.base import DEFAULT_TIMEOUT
from django.core.cache.backends.db import DatabaseCache as DjangosCache
from django.db import OperationalError, connection


class DatabaseCache(DjangosCache):
    def _base_set(
        self, mode: str, key: str, value: Any, timeout: float | None = DEFAULT_TIMEOUT
    ) -> bool:
        connection.ensure_connection()
        before = connection.connection
        is_written = super()._base_set(mode, key, value, timeout)
        # Django connects anew and says nothing; to a limit that means one attempt too many
        if not is_written and connection.connection is not before:
            raise OperationalError("The connection was lost while the cache was written.")
        return is_written
