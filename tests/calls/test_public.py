"""The public pages: home, list of calls, one call."""

from datetime import timedelta
from decimal import Decimal

import pytest

from calls.models import Call, Criterion
from strategy_portal.accounts.models import Role
from strategy_portal.clock import reading
from tests import factories

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def action():
    return factories.make_action(code="2.2")


def planned(action, **fields) -> Call:
    now = reading.now()
    return factories.make_call(action, opens_at=now + 5 * DAY, closes_at=now + 9 * DAY, **fields)


def closed(action, **fields) -> Call:
    now = reading.now()
    return factories.make_call(action, opens_at=now - 9 * DAY, closes_at=now - 5 * DAY, **fields)


def text_of(response) -> str:
    return response.content.decode().replace("\N{NO-BREAK SPACE}", " ")


def listed(response) -> list[str]:
    return [call.number for call in response.context["page_obj"]]


def many(action, count: int) -> None:
    """The given number of published open calls."""
    by, now = factories.user_with(Role.COORDINATOR), reading.now()
    rules = {
        "opens_at": now - DAY,
        "closes_at": now + DAY,
        "amount": 2,
        "max_per_project": 1,
        "intensity": 50,
        "planned_projects": 1,
        "pass_mark": 50,
        "channel": "portal",
        "eligible_applicants": "visi",
        "created_by": by,
        "action": action,
    }
    calls = Call.objects.bulk_create(
        Call(sequence=number, number=f"2.2-K{number}", title=f"Kvietimas {number}", **rules)
        for number in range(1, count + 1)
    )
    Criterion.objects.bulk_create(
        Criterion(call=call, position=1, name="Nauda", max_points=100, weight=100) for call in calls
    )
    Call.objects.filter(action=action).update(published_at=now, published_by=by)


def test_the_home_page_shows_what_is_open_and_what_is_left(client, action):
    call = factories.make_call(action)
    factories.make_call(action, published=False, title="Dar ne")

    page = text_of(client.get("/en/"))

    assert call.title in page
    assert "(9 days left)" in page
    assert "Sum of the call 50,000.00 EUR · up to 10,000.00 EUR for one project" in page
    assert "400,000.01 EUR left of 400,000.01 EUR." in page
    assert "Dar ne" not in page


def test_the_money_left_on_the_home_page_falls_by_the_award(client, action):
    factories.approved(call=factories.make_call(action), requested="9000.00")

    page = text_of(client.get("/en/"))

    assert "391,000.01 EUR left of 400,000.01 EUR." in page
    assert "Šeimos ratas" in page


def test_with_nothing_open_the_home_page_says_what_comes_next(client, action):
    call = planned(action)

    page = text_of(client.get("/en/"))

    assert "There are no open calls at present." in page
    assert "The next one opens on" in page
    assert call.title in page


def test_the_list_has_open_calls_first_and_no_drafts(client, action):
    old, late, draft = closed(action), planned(action), factories.make_call(action, published=False)
    now = reading.now()
    last, first = (factories.make_call(action, closes_at=now + days * DAY) for days in (8, 2))

    response = client.get("/kvietimai/")

    assert listed(response) == [first.number, last.number, late.number, old.number]
    assert draft.number not in text_of(response)


@pytest.mark.parametrize(("state", "index"), [("open", 0), ("planned", 1), ("closed", 2)])
def test_the_list_is_filtered_by_state(client, action, state, index):
    calls = [factories.make_call(action), planned(action), closed(action)]

    response = client.get(f"/en/kvietimai/?state={state}&action=2.2")

    assert listed(response) == [calls[index].number]
    assert "Calls found: 1" in text_of(response)


def test_the_list_is_filtered_by_action(client, action):
    factories.make_call(action)
    other = factories.make_call(factories.make_action(code="1.1"))

    assert listed(client.get("/kvietimai/?action=1.1")) == [other.number]
    none = client.get("/en/kvietimai/?action=1.1&state=closed")
    assert "No calls match these filters." in text_of(none)


@pytest.mark.parametrize(
    "query", ["state=nera&action=9", "state=draft", "page=x", f"page={'9' * 30}", "page=-1"]
)
def test_nonsense_in_the_address_is_ignored(client, action, query):
    call = factories.make_call(action)
    factories.make_call(action, published=False)

    response = client.get(f"/kvietimai/?{query}")

    assert response.status_code == 200
    assert listed(response) == [call.number]
    assert not response.context["form"].errors


def test_the_pages_of_a_long_list_keep_the_filters(client, action):
    many(action, 51)

    page = text_of(client.get("/kvietimai/?state=open&action=2.2"))

    assert "?action=2.2&amp;state=open&amp;page=2" in page


def test_an_open_call_says_all_its_rules(client, action):
    call = factories.make_call(action, pass_mark=Decimal("55.50"), tie_break=["smaller", "earlier"])

    page = text_of(client.get(f"/en/kvietimai/{call.number}/"))

    said = [
        "up to 10,000.00 EUR",
        "up to 92.5 %",
        "100,000.00 EUR",
        "Kriterijus 1",
        "(pass mark – 55.5)",
        "2 evaluators",
        "The smaller requested sum",
        "The earlier submission",
        "unding stops at the first project that does not fit",
        "nevyriausybinės organizacijos",
        "mailto:kvietimai@example.org",
        f'href="/en/kvietimai/{call.number}/pradeti/"',
        "(Vilnius time)",
    ]
    assert [words for words in said if words not in page] == []


@pytest.mark.parametrize(
    ("channel", "says_too", "says_only"),
    [("portal", False, False), ("both", True, False), ("dms", False, True)],
)
def test_a_call_says_when_dms_is_needed(client, action, channel, says_too, says_only):
    call = factories.make_call(action, channel=channel)

    page = text_of(client.get(f"/en/kvietimai/{call.number}/"))

    too = "you still have to submit the project implementation plan through DMS"
    assert (too in page) == says_too
    assert ("are submitted through the national system DMS" in page) == says_only
    # Nothing is offered here that would lead nowhere
    assert ("Start an application" in page) == (not says_only)
    assert ("the draft is kept" in page) == (not says_only)


@pytest.mark.parametrize(
    ("make", "words"),
    [(planned, "Applications will be taken from"), (closed, "Applications are no longer taken.")],
)
def test_a_call_that_is_not_open_can_not_be_started(client, action, make, words):
    page = text_of(client.get(f"/en/kvietimai/{make(action).number}/"))

    assert words in page
    assert "pradeti/" not in page


def test_an_unpublished_call_is_not_there(client, action):
    draft = factories.make_call(action, published=False)

    assert client.get(draft.get_absolute_url()).status_code == 404


@pytest.mark.parametrize("address", ["/", "/kvietimai/", "/strategija/", "/projektai/"])
def test_public_pages_are_only_read(client, action, address):
    assert client.head(address).status_code == 200
    assert {client.post(address).status_code, client.delete(address).status_code} == {405}


@pytest.mark.parametrize("count", [3, 200])
def test_public_pages_need_few_queries(client, action, count, django_assert_max_num_queries):
    many(action, count)
    client.force_login(factories.UserFactory())

    for address in ("/", "/kvietimai/", "/kvietimai/?state=open&action=2.2", "/kvietimai/2.2-K1/"):
        with django_assert_max_num_queries(12):
            assert client.get(address).status_code == 200
