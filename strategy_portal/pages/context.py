"""Template context of every page's frame: help contacts and the other language."""

from django.conf import settings
from django.http import HttpRequest
from django.urls import translate_url
from django.utils import timezone
from django.utils.translation import get_language

from strategy_portal.clock import reading as clock

OTHER_LANGUAGE = {"lt": ("en", "English"), "en": ("lt", "Lietuviškai")}


def frame(request: HttpRequest) -> dict:
    """What every template gets: help contacts, this page in the other language, a moved clock."""
    ahead = clock.ahead_lately()
    code, name = OTHER_LANGUAGE[get_language() or settings.LANGUAGE_CODE]
    return {
        "moved_clock": timezone.now() + ahead if ahead else None,
        "help_contacts": settings.HELP,
        "other_language": {
            "code": code,
            "name": name,
            "url": translate_url(request.get_full_path(), code),
        },
    }
