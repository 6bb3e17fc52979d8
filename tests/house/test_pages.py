"""Every page: accessible, no horizontal scrolling, few queries."""

from collections.abc import Callable, Iterable

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from playwright.sync_api import Page

from tests.house import world as worlds
from tests.house.test_access import PAGES, READERS, shown_to

WCAG = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
WIDTHS = (1280, 320)
COLOURS = {
    **WCAG,
    "runOnly": ["color-contrast", "link-in-text-block"],
}  # all that the dark scheme can change
MOST_QUERIES = 12
FILES = {
    name for name in PAGES if name.endswith(("_file", "_table", "_json"))
}  # the browser saves them


def sign_in(page: Page, person, url: str) -> None:
    if person:
        client = Client()
        client.force_login(person)
        cookie = client.cookies[settings.SESSION_COOKIE_NAME]
        page.context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": url}])


def sideways(page: Page) -> int:
    """The number of pixels by which the page is wider than its window."""
    return page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )


def faults_of(page: Page) -> list[str]:
    """Problems of an open page on a desktop, on a phone and in the dark colour scheme."""
    found = []
    page.emulate_media(color_scheme="light", reduced_motion="reduce")  # colours change at once
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        if excess := sideways(page):
            found.append(f"at {width}: {excess} px too wide")
        found += [f"at {width}: {violation}" for violation in violations(page, WCAG)]
    page.emulate_media(color_scheme="dark")
    page.set_viewport_size({"width": max(WIDTHS), "height": 900})
    return found + [f"in the dark: {violation}" for violation in violations(page, COLOURS)]


def violations(page: Page, options: dict) -> list[str]:
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(AXE_SCRIPT)
    found = page.evaluate("async (options) => (await axe.run(options)).violations", options)
    return [f"{violation['id']} {violation['nodes'][0]['html'][:120]}" for violation in found]


def faults_for(visitor: str, names: Iterable[str], page: Page, url: str) -> list[str]:
    """Problems of these pages as the visitor sees them, with all details opened."""
    world, found = worlds.make(), []
    sign_in(page, world.people[visitor], url)
    for name in names:
        if name in FILES:
            continue
        page.goto(world.url(name))
        page.evaluate(
            "document.querySelectorAll('details').forEach((details) => { details.open = true })"
        )
        found += [f"{name}: {fault}" for fault in faults_of(page)]
    return found


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("visitor", READERS)
def test_pages_are_accessible_and_fit(visitor: str, open_page: Callable[..., Page], live_server):
    names = [name for name, reader in PAGES.items() if reader == visitor]

    assert faults_for(visitor, names, open_page(), live_server.url) == []


@pytest.mark.soak
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("visitor", worlds.VISITORS)
def test_every_page_is_so_for_every_visitor(
    visitor: str, open_page: Callable[..., Page], live_server
):
    assert faults_for(visitor, shown_to(visitor), open_page(), live_server.url) == []


@pytest.mark.django_db(transaction=True)
def test_the_check_itself_sees_planted_faults(open_page: Callable[..., Page], live_server):
    page = open_page()
    page.goto("/pagalba/")
    page.evaluate(
        """() => {
            document.documentElement.removeAttribute('lang');
            const main = document.querySelector('main');
            main.innerHTML = '<h1>A</h1><input id="x"><p id="pale">pale</p>' + main.innerHTML;
            document.getElementById('pale').style.color = '#ddd';
            document.body.style.minWidth = '3000px';
        }"""
    )

    words = " ".join(faults_of(page)).split()

    assert {"html-has-lang", "label", "color-contrast", "wide"} <= {*words}


@pytest.mark.django_db
def test_every_page_needs_few_queries():
    world, found = worlds.make(), []

    for name, visitor in PAGES.items():
        client = Client()
        if person := world.people[visitor]:
            client.force_login(person)
        with CaptureQueriesContext(connection) as queries:
            client.get(world.url(name))
        count = sum(not query["sql"].startswith(("SAVEPOINT", "RELEASE")) for query in queries)
        if count > MOST_QUERIES:
            found.append(f"{name} as {visitor}: {count}")

    assert found == []


@pytest.mark.django_db(transaction=True)
def test_a_shown_effect_and_a_refusal_are_accessible_and_fit(
    open_page: Callable[..., Page], live_server
):
    world, page = worlds.make(), open_page()
    sign_in(page, world.people["coordinator"], live_server.url)
    page.goto(world.url("projects_office:step"))
    page.fill("main [name=document]", "Nr. 8")
    page.fill("main [name=document_date]", "2026-11-02")

    for sum_, expected in (("7 000,00", "#poveikis"), ("999 999 999,00", ".error-summary")):
        page.fill("main [name=amount]", sum_)
        page.click("main form .btn-primary")
        page.wait_for_selector(expected)

        assert faults_of(page) == []
