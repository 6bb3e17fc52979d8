"""Template context of every page's frame: help contacts and the other language."""

from django.conf import settings
from django.http import HttpRequest
from django.urls import translate_url
from django.utils.translation import get_language

from strategy_portal.clock import reading as clock

OTHER_LANGUAGE = {"lt": ("en", "English"), "en": ("lt", "Lietuviškai")}


def frame(request: HttpRequest) -> dict:
    """What every template gets: help contacts, this page in the other language, a moved clock."""
    code, name = OTHER_LANGUAGE[get_language() or settings.LANGUAGE_CODE]
    return {
        "clock_is_ahead": clock.ahead_lately(),
        "help_contacts": settings.HELP,
        "other_language": {
            "code": code,
            "name": name,
            "url": translate_url(request.get_full_path(), code),
        },
    }
