"""A session or token that expired while somebody wrote, and the Back button, lose no text."""

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Page

from tests import factories
from tests.house.test_pages import faults_of

pytestmark = pytest.mark.django_db(transaction=True)
TEXT = "Šeimos neturi kur susitikti.\n<b>Trečiadieniais</b> & „savaitgaliais“. " * 20
SAVE = "Išsaugoti ir tęsti"
AGAIN = "Siųsti dar kartą"


@pytest.fixture
def draft():
    return factories.make_application()


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without"])
def page(request, open_page, live_server, draft):
    page = open_page(javascript=request.param)
    sign_in(page, draft.created_by, live_server.url)
    return page


def sign_in(page: Page, person, url: str) -> None:
    """Like signing in in another window: a session of its own and another token."""
    client = Client()
    client.force_login(person)
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    page.context.add_cookies([{"name": "sessionid", "value": session, "url": url}])


def write(page: Page, draft) -> None:
    page.goto(f"/paraiskos/{draft.reference}/")
    page.goto(f"/paraiskos/{draft.reference}/esme/")
    page.fill("[name=need]", TEXT)


def press(page: Page, text: str) -> None:
    with page.expect_navigation():
        page.get_by_role("main").get_by_role("button", name=text).click()


def heading(page: Page) -> str:
    return page.inner_text("h1")


def is_saved(draft) -> bool:
    draft.refresh_from_db()
    return draft.need.replace("\r\n", "\n").split() == TEXT.split()


def test_a_session_that_expired(page, draft, live_server):
    write(page, draft)
    page.context.clear_cookies(name="sessionid")

    press(page, SAVE)
    assert heading(page) == "Jūsų prisijungimas baigėsi"
    assert "atnaujinkite" not in page.inner_text("main")
    assert " ".join(TEXT.split()) in " ".join(page.inner_text("main").split())
    # Signing in draws another token, so the form's own no longer counts
    page.context.clear_cookies(name="csrftoken")
    sign_in(page, draft.created_by, live_server.url)
    press(page, AGAIN)
    assert heading(page) == "Puslapis buvo atidarytas per ilgai"
    press(page, AGAIN)

    assert page.url.endswith("/samata/")
    assert is_saved(draft)


def test_a_token_that_expired(page, draft):
    write(page, draft)
    page.context.clear_cookies(name="csrftoken")

    press(page, SAVE)
    assert heading(page) == "Puslapis buvo atidarytas per ilgai"
    assert "atnaujinkite" not in page.inner_text("main")
    press(page, AGAIN)

    assert page.url.endswith("/samata/")
    assert is_saved(draft)


@pytest.mark.parametrize("cookie", ["sessionid", "csrftoken"])
def test_going_back_shows_the_text_too(page, draft, live_server, cookie):
    write(page, draft)
    page.context.clear_cookies(name=cookie)
    press(page, SAVE)
    sign_in(page, draft.created_by, live_server.url)

    page.go_back()
    assert page.input_value("[name=need]") == TEXT
    press(page, SAVE)

    assert is_saved(draft)


def test_both_pages_are_accessible_and_fit(open_page, draft, live_server):
    page = open_page()
    for cookie in ("sessionid", "csrftoken"):
        sign_in(page, draft.created_by, live_server.url)
        write(page, draft)
        page.context.clear_cookies(name=cookie)
        press(page, SAVE)

        assert AGAIN in page.inner_text("main")
        assert faults_of(page) == []


def costs(page: Page) -> list[str]:
    names = page.locator("ol.lines [name$=-name]")
    return [names.nth(index).input_value() for index in range(names.count())]


@pytest.mark.parametrize("button", ["Pridėti eilutę", "Perskaičiuoti"])
def test_back_to_the_costs_shows_what_was_typed(page, draft, button):
    page.goto(f"/paraiskos/{draft.reference}/samata/")
    page.fill("[name=lines-0-name]", "Baldai")
    page.locator("button:not([tabindex])", has_text=button).click()
    page.wait_for_url("**ivesta=**")
    drawn = costs(page)
    page.goto(f"/paraiskos/{draft.reference}/")

    page.go_back()

    assert drawn[0] == "Baldai"
    assert costs(page) == drawn
    press(page, SAVE)
    assert draft.cost_lines.get().name == "Baldai"


def test_back_after_saving_shows_what_is_saved(page, draft):
    page.goto(f"/paraiskos/{draft.reference}/samata/")
    press(page, "Pridėti eilutę")
    page.fill("[name=lines-1-name]", "Baldai")
    press(page, SAVE)
    assert page.url.endswith("/finansavimas/")

    page.go_back()
    assert costs(page) == ["Paslaugos", "Baldai"]
    press(page, SAVE)

    assert page.url.endswith("/finansavimas/")


def test_back_to_the_criteria_shows_what_was_typed(open_page, live_server):
    call, page = factories.make_call(published=False), open_page()
    sign_in(page, call.created_by, live_server.url)
    page.goto(f"/darbas/kvietimai/{call.number}/kriterijai/")
    page.fill("[name=criteria-1-name]", "Nauda")
    press(page, "Pridėti kriterijų")
    page.goto("/darbas/")

    page.go_back()

    assert page.input_value("[name=criteria-1-name]") == "Nauda"
    assert page.locator("[name=criteria-2-name]").count() == 1


SENT = {"need": "A long text", "csrfmiddlewaretoken": "x"}


@pytest.mark.parametrize(
    ("origin", "more", "is_given_back"),
    [
        ("http://testserver", {}, True),
        ("https://elsewhere.example", {}, False),
        (None, {}, False),
        ("http://testserver", {"password": "a secret"}, False),
    ],
)
def test_only_our_own_forms_without_passwords_are_given_back(origin, more, is_given_back, draft):
    client = Client(enforce_csrf_checks=True)
    client.force_login(draft.created_by)
    headers = {"Origin": origin} if origin else {}
    address = f"/en/paraiskos/{draft.reference}/esme/"

    answer = client.post(address, SENT | more, headers=headers)

    page = answer.content.decode()
    assert answer.status_code == 403
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert ("A long text" in page) == is_given_back
    assert ("Send again" in page) == is_given_back
    assert "a secret" not in page
