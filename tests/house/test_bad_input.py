"""Arbitrary input to any URL gets one of the agreed answers, never a 500."""

import pytest
from django.test import Client

from tests.house import world as worlds
from tests.house.test_access import ACCESS, NOT_PAGES, PAGES, READERS

NEVER_500 = {200, 302, 303, 400, 403, 404, 405, 409, 413, 422, 429}
HUGE = "9" * 30
QUERIES = [
    "?page=0",
    f"?page={HUGE}",
    "?page=x&action=x&status=x&state=x&call=x&kind=x&sort=x&search=%25%27%22",
    f"?action={HUGE}&assignee={HUGE}&call={HUGE}",
    "?page=%00&action=%00",
    "?action=%ED%A0%80",
    "?page=-1&page=2&action=&action=",
    "?next=//example.com",
    "?nuo=2026-13-45&iki=9999-99-99",
    "?nuo=0001-01-01&iki=9999-12-31&kind=x",
    "?nuo=2026-02-01&iki=2026-01-01",
]
ABSURD = [
    "/kvietimai/%00/",
    "/kvietimai/" + "x" * 5000 + "/",
    "/paraiskos/P-2026-" + HUGE + "/",
    "/paraiskos/P-0000-001/",
    "/darbas/sprendimai/" + HUGE + "/",
    "/organizacijos/" + HUGE + "/",
    "/projektai/%ED%A0%80/",
    "/en/kvietimai/nera/",
    "/paraiskos/P-2026-001/nera/",
    "/darbas/biudzetas/veiksmai/" + HUGE + "/",
    "/darbas/biudzetas/saltiniai/nera/",
    "/darbas/biudzetas/projektai/%ED%A0%80/",
    "/darbas/biudzetas/projektai/nera/irasai.xlsx",
    "/strategija/lesos.exe",
    "/darbas/biudzetas/irasai.json",
]
TEXTS = ["", "\x00", "x" * 1_000_000, "-1", HUGE, "NaN", "٣", "2026-02-30 25:61"]


def client_of(person) -> Client:
    client = Client()
    if person:
        client.force_login(person)
    return client


def addresses_for(visitor: str) -> list[str]:
    """Every URL for strangers; for others the pages that show most to this visitor."""
    return [name for name in ACCESS if visitor == "anonymous" or PAGES.get(name) == visitor]


@pytest.fixture
def world(db):
    return worlds.make()


@pytest.mark.parametrize("visitor", READERS)
def test_odd_queries_are_answered(world, visitor):
    client, found = client_of(world.people[visitor]), []

    for name in addresses_for(visitor):
        for query in QUERIES:
            status = client.get(world.url(name) + query).status_code
            expected = NEVER_500 if "%00" not in query else {400}
            if status not in expected:
                found.append(f"{name}{query}: {status}")

    assert found == []


@pytest.mark.parametrize("visitor", READERS)
def test_odd_forms_are_answered(world, visitor):
    client, found = client_of(world.people[visitor]), []

    for name in addresses_for(visitor):
        if name in {*NOT_PAGES, "account_logout"}:
            continue
        url = world.url(name)
        fields = fields_of(client.get(url))
        for text in TEXTS:
            status = client.post(url, {**dict.fromkeys(fields, text), "unknown": text}).status_code
            if status not in NEVER_500:
                found.append(f"POST {name} {text[:20]!r}: {status}")
        for method in ("PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "BREW"):
            answer = client.generic(method, url)
            if (answer.status_code, answer.headers.get("Allow")) != (405, "GET, HEAD, POST"):
                found.append(f"{method} {name}: {answer.status_code}")

    assert found == []


def fields_of(response) -> list[str]:
    """The names of all controls of the page, so that each gets the invalid text."""
    page = response.content.decode(errors="replace")  # a file has none
    return sorted(
        {part.split('"')[0] for part in page.split(' name="')[1:]}
        - {"csrfmiddlewaretoken", "viewport"}
    )


def test_absurd_addresses_are_not_found(world):
    for visitor in ("anonymous", "owner", "coordinator"):
        client = client_of(world.people[visitor])
        answers = {address: client.get(address).status_code for address in ABSURD}
        assert set(answers.values()) <= {302, 400, 403, 404}, answers
