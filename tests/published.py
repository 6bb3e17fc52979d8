"""Published figures, in every format and language, compared with SQL sums of the journal."""

import csv
import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from decimal import Decimal
from html.parser import HTMLParser
from io import StringIO
from typing import Any

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.contrib.staticfiles.storage import StaticFilesStorage, staticfiles_storage
from django.http import HttpRequest, HttpResponse
from django.urls import resolve, reverse
from django.utils import translation
from django.utils.formats import get_format

from budget.models import Strategy
from budget.pages.open_figures import MONEY, PROJECTS
from budget.reconcile.figures import Found, compared, sums_of
from budget.views import public
from strategy_portal.templatetags import MINUS


def differences() -> Iterator[str]:
    for strategy in Strategy.objects.all():
        for language, _name in settings.LANGUAGES:
            with translation.override(language), without_collected_files():
                yield from differences_of(strategy, language)


def differences_of(strategy: Strategy, language: str) -> Iterator[str]:
    sums, of = sums_of(strategy.pk), {"period": strategy.period}
    page = answer_of(public.strategy, "budget:strategy", **of).content.decode()
    csv_of = answer_of(public.strategy_table, "budget:strategy_table", ending="csv", **of)
    data = json.loads(answer_of(public.strategy_json, "budget:strategy_json", **of).content)
    yield from compared(f"the public page ({language})", on_page(page), sums)
    yield from compared(f"lesos.csv ({language})", in_csv(csv_of.content.decode("utf-8-sig")), sums)
    yield from compared(f"lesos.json ({language})", in_json(data), sums)


@contextmanager
def without_collected_files() -> Iterator[None]:
    """Let pages render without collected static files, which hold no figures."""
    collected, staticfiles_storage._wrapped = staticfiles_storage._wrapped, StaticFilesStorage()
    try:
        yield
    finally:
        staticfiles_storage._wrapped = collected


def answer_of(view: Callable[..., HttpResponse], name: str, **of: str) -> HttpResponse:
    """The view's own answer to a stranger, without cache and host name."""
    request = HttpRequest()
    request.method, request.user = "GET", AnonymousUser()
    request.path = request.path_info = reverse(name, kwargs=of)
    request.resolver_match = resolve(request.path)
    return view(request, **of)


class Printed(HTMLParser):
    """Collects the texts of elements with `data-figure`, by its value."""

    def __init__(self, page: str):
        super().__init__()
        self.figures: list[tuple[str, str]] = []
        self.tag = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if figure := dict(attrs).get("data-figure"):
            self.figures.append((figure, ""))
            self.tag = tag

    def handle_endtag(self, tag: str) -> None:
        self.tag = "" if tag == self.tag else self.tag

    def handle_data(self, data: str) -> None:
        if self.tag:
            figure, text = self.figures[-1]
            self.figures[-1] = figure, text + data


def on_page(page: str) -> Found:
    """The numbers as printed in the active language."""
    for figure, text in Printed(page).figures:
        level, *code = figure.split(" ")
        names = [word for word in code if word in (*MONEY, *PROJECTS)]
        numbers = numbers_in(text)
        for name, number in zip(names, numbers + [Decimal("NaN")] * len(names), strict=False):
            if level == "uncovered":  # the gap, said without its minus
                yield ("gap", "", name), -number
            else:
                yield (level, " ".join(code[: -len(names)]), name), number


def numbers_in(text: str) -> list[Decimal]:
    group, point = get_format("THOUSAND_SEPARATOR"), get_format("DECIMAL_SEPARATOR")
    pattern = rf"{MINUS}?\d{{1,3}}(?:{re.escape(group)}\d{{3}})*(?:{re.escape(point)}\d+)?(?!\d)"
    return [
        Decimal(number.replace(group, "").replace(point, ".").replace(MINUS, "-"))
        for number in re.findall(pattern, text)
    ]


def in_csv(table: str) -> Found:
    for level, code, _name, *values in list(csv.reader(StringIO(table)))[1:]:
        for name, value in zip([*MONEY, *PROJECTS], values, strict=True):
            if value:
                yield (level, "" if level == "strategy" else code, name), Decimal(value)


def in_json(data: dict[str, Any]) -> Found:
    for level, rows in (("action", data["actions"]), ("source", data["sources"])):
        yield from (found for row in rows for found in in_row(level, row["code"], row))
    yield from in_row("actions", "", data["actions_total"])
    yield from in_row("strategy", "", data["strategy"])
    yield from ((("gap", "", name), Decimal(data["gap"])) for name in ("allocated", "left"))


def in_row(level: str, code: str, row: dict[str, Any]) -> Found:
    return [
        ((level, code, name), Decimal(row[name])) for name in (*MONEY, *PROJECTS) if name in row
    ]
