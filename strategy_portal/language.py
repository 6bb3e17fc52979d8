"""The language of what the portal writes into records: the office's, whatever a page is in."""

from contextlib import AbstractContextManager

from django.conf import settings
from django.utils import translation


def in_the_records_language() -> AbstractContextManager[None]:
    """Translate into the first language within this context."""
    return translation.override(settings.LANGUAGE_CODE)
