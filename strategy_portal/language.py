"""The language of stored records: always the office's, whatever language the page is in."""

from contextlib import AbstractContextManager

from django.conf import settings
from django.utils import translation


def in_the_records_language() -> AbstractContextManager[None]:
    """Translate into LANGUAGE_CODE within this context."""
    return translation.override(settings.LANGUAGE_CODE)
