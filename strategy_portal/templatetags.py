"""Filters for how values look; built into every template (settings.TEMPLATES), never loaded."""

from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal

from django import template
from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format, number_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

register = template.Library()
# Keeps a number and its unit on one line
NBSP = "\u00a0"
NOTHING = "–"
MINUS = "\u2212"


def grouped(value: Decimal | int | None, decimals: int) -> str:
    """A number in the page's format, with a true minus sign; a dash for None."""
    if value is None:
        return NOTHING
    text = number_format(abs(value), decimals, force_grouping=True, use_l10n=True)
    return MINUS + text if value < 0 else text


def to_places(value: Decimal, places: str) -> Decimal:
    """`value` rounded half-up, as people round, to the last digit of `places`."""
    return value.quantize(Decimal(places), rounding=ROUND_HALF_UP)


@register.filter
def amount(value: Decimal | None) -> str:
    """1 191 869,85 — for table cells whose head says EUR."""
    return grouped(value, 2)


@register.filter
def signed(value: Decimal) -> str:
    """+10 000,00 or −10 000,00: a difference."""
    return f"+{amount(value)}" if value > 0 else amount(value)


@register.filter
def eur(value: Decimal | None) -> str:
    """1 191 869,85 EUR"""
    if value is None:
        return NOTHING
    return f"{grouped(value, 2)}{NBSP}EUR"


@register.filter
def whole(value: int) -> str:
    """1 200 000 — for the axes of a chart."""
    return grouped(value, 0)


@register.filter
def ordinal(number: int) -> str:
    """The number, in Lithuanian as the feminine ordinal: 1-oji, 3-ioji."""
    if get_language() != "lt":
        return str(number)
    is_third = number % 10 == 3 and number % 100 != 13
    return f"{number}-{'ioji' if is_third else 'oji'}"


@register.filter
def points(value: Decimal | None) -> str:
    """84,25"""
    # Rounded here: number_format would cut what the database never rounded
    return grouped(value if value is None else to_places(value, "0.01"), 2)


@register.filter
def quantity(value: Decimal | None) -> str:
    """120, 1,5 — without the zeros nobody typed."""
    if value is None:
        return NOTHING
    bare = value.normalize()
    return grouped(value, max(0, -int(bare.as_tuple().exponent)))


@register.filter
def percent(value: Decimal | None) -> str:
    """92,5 % — with at most two decimals."""
    if value is None:
        return NOTHING
    rounded = to_places(Decimal(value), "0.01")
    return f"{quantity(rounded)}{NBSP}%"


@register.filter
def share(part: Decimal, whole: Decimal) -> Decimal:
    """`part` as a percentage of `whole`, to one decimal; 0 if `whole` is 0."""
    if not whole:
        return Decimal("0.0")
    return to_places(part / whole * 100, "0.1")


@register.filter
def moment(value: datetime | None) -> str:
    """2026-12-18 17:00, in Vilnius."""
    return in_vilnius(value, "%Y-%m-%d %H:%M")


@register.filter
def second(value: datetime | None) -> str:
    """2026-12-17 16:21:07, in Vilnius."""
    return in_vilnius(value, "%Y-%m-%d %H:%M:%S")


def in_vilnius(value: datetime | None, style: str) -> str:
    if value is None:
        return NOTHING
    return timezone.localtime(value).strftime(style)


@register.filter
def long_moment(value: datetime) -> str:
    """2026 m. gruodžio 18 d. 17:00"""
    return date_format(timezone.localtime(value), "DATETIME_FORMAT")


@register.filter
def time_left(until: datetime, now: datetime) -> str:
    """„liko 25 dienos“; below 48 hours in hours and minutes."""
    left = until - now
    if left <= timedelta(0):
        return _("the time is over")
    if left >= timedelta(hours=48):
        text = ngettext("%(count)d day left", "%(count)d days left", left.days)
        return text % {"count": left.days}
    hours, minutes = divmod(int(left.total_seconds()) // 60, 60)
    if not hours:
        # While there is time left, never “0 minutes”
        minutes = max(minutes, 1)
        text = ngettext("%(count)d minute left", "%(count)d minutes left", minutes)
        return text % {"count": minutes}
    text = ngettext("%(count)d hour left", "%(count)d hours left", hours) % {"count": hours}
    if minutes:
        more = ngettext("%(count)d minute", "%(count)d minutes", minutes)
        text += " " + more % {"count": minutes}
    return text


@register.filter
def lines(text: str) -> list[str]:
    """The non-empty lines of a text, for a list."""
    return [line.strip() for line in text.splitlines() if line.strip()]


@register.filter
def get(mapping: dict, key):
    """The dictionary's value under a key that is itself a variable; None without one."""
    return mapping.get(key)


@register.simple_tag
def link(name: str, *args: object, fragment: str | None = None, **query: object) -> str:
    """The address of a page with query parameters: {% link "room:page" kvietimas=7 %}."""
    return reverse(name, args=args, query=query, fragment=fragment)


@register.filter
def filtered(address: str, query: str) -> str:
    """The address with a list's filters (`query` from strategy_portal/lists.py)."""
    chosen = QueryDict(query).urlencode()
    return f"{address}?{chosen}" if chosen else address


@register.filter
def page(query: str, number: int) -> str:
    """The query string of another page of the list that `query` filters."""
    asked = QueryDict(query, mutable=True)
    asked["page"] = str(number)
    return f"?{asked.urlencode()}"


@register.simple_tag
def unseen(text: object) -> SafeString:
    """What a link is about, for screen readers that read it without its table: “Change: Title”."""
    return format_html('<span class="visually-hidden">: {}</span>', text)
