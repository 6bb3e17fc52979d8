"""Desk, queue and one application: pending work, search, sorting; long lists stay fast."""

import re
from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.timezone import localtime

from applications.models import LateAttempt, Status
from applications.operations import submitting
from applications.selection.operations import checking, scoring
from strategy_portal.accounts.models import Role
from strategy_portal.clock import reading
from strategy_portal.errors import Late
from tests import clock, crowd, factories
from tests.factories import press

pytestmark = pytest.mark.django_db

QUEUE = "/darbas/paraiskos/"
DESK = "/darbas/"


@pytest.fixture
def coordinator(client):
    user = factories.user_with(Role.COORDINATOR)
    client.force_login(user)
    return user


def text_of(response):
    """The page's text with normalised spaces, without tags."""
    return " ".join(
        re.sub(r"<[^>]+>", " ", response.content.decode()).replace("\u00a0", " ").split()
    )


def numbers_in(response):
    """The numbers of the queue's rows, in order."""
    return re.findall(
        r'<td data-l="[^"]*" class="nowrap">(9\.[^<]*-K[^<]*)</td>', response.content.decode()
    )


def review(application):
    return reverse("selection:review", args=[application.number])


# The desk


def test_the_desk_links_what_waits_for_a_coordinator(client, coordinator):
    factories.submitted()
    checking.start(factories.submitted(), by=coordinator)
    factories.scored()

    page = client.get(DESK).content.decode()

    assert all(f"{QUEUE}?busena={status}" in page for status in ("submitted", "checking", "scored"))
    assert f"{QUEUE}?vertintojas=truksta" in page


def test_the_desk_of_an_evaluator_lists_what_to_score_alone(client):
    application = factories.in_scoring()
    factories.submitted(call=application.call)
    evaluator = application.assignments.first().evaluator
    client.force_login(evaluator)

    before = client.get(DESK).content.decode()
    scoring.submit_scores(application, factories.scores_for(application), press(evaluator))
    after = client.get(DESK).content.decode()

    address = reverse("selection:score", args=[application.number])
    assert (address in before, address in after) == (True, False)
    assert f"{QUEUE}?busena=submitted" not in before


def test_the_desk_of_a_manager_counts_decisions_prepared_by_others(client):
    manager = factories.user_with(Role.MANAGER)
    client.force_login(manager)
    nothing = client.get(DESK).content.decode()
    factories.prepared(factories.scored().call)

    assert f'<a href="{reverse("selection:decisions")}" aria-describedby' not in nothing
    assert (
        f'<a href="{reverse("selection:decisions")}" aria-describedby'
        in client.get(DESK).content.decode()
    )


@pytest.mark.parametrize("role", Role.values)
def test_an_empty_office_says_so(client, role):
    client.force_login(factories.user_with(role))

    assert [client.get(address).status_code for address in (DESK, QUEUE)] == [200, 200]


def test_applicants_have_no_desk(client):
    client.force_login(factories.submitted().created_by)

    assert [client.get(address).status_code for address in (DESK, QUEUE)] == [403, 403]


# The queue


@pytest.fixture
def listed(coordinator):
    """Three applications of one call with different diacritics and sums."""
    call = factories.make_call()
    rows = [
        ("Žalias miškas", "Įkūnytas sodas", "3000.00"),
        ("Aušra", "Yla", "2000.00"),
        ("„Ąžuolas“", "Jūra", "1000.00"),
    ]
    return [
        factories.submitted(
            call=call,
            title=title,
            requested=requested,
            organisation=factories.OrganisationFactory(name=name),
        )
        for name, title, requested in rows
    ]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("zalias", [0]),
        ("ŽALIAS", [0]),
        ("ikunytas", [0]),
        ("azuol", [2]),
        ("-K1-002", [1]),
        ("sodas miskas", [0]),
        ("%", []),
        ("_", []),
        ("nėra tokio", []),
    ],
)
def test_the_search_minds_neither_case_nor_diacritics(client, listed, text, places):
    response = client.get(QUEUE, {"q": text})

    assert numbers_in(response) == [listed[place].number for place in places]


@pytest.mark.parametrize(
    ("order", "places"),
    [
        ("suma", [2, 1, 0]),
        ("-suma", [0, 1, 2]),
        ("pareiskejas", [1, 2, 0]),
        ("-pareiskejas", [0, 2, 1]),
        ("projektas", [0, 1, 2]),
        ("nr", [0, 1, 2]),
        ("-nr", [2, 1, 0]),
    ],
)
def test_the_order_is_the_lithuanian_alphabets_or_the_numbers(client, listed, order, places):
    response = client.get(QUEUE, {"rikiuoti": order})

    assert numbers_in(response) == [listed[place].number for place in places]
    assert response.content.decode().count("aria-sort") == 1


def test_the_head_link_turns_the_order_and_keeps_the_filters(client, listed):
    page = client.get(
        QUEUE, {"rikiuoti": "suma", "busena": "submitted", "page": "1"}
    ).content.decode()

    assert 'aria-sort="ascending"><a href="?busena=submitted&amp;rikiuoti=-suma">' in page


def test_filters_by_call_status_and_evaluator(client, listed):
    other = factories.in_scoring()
    judge = other.assignments.first().evaluator

    def found(**query):
        return set(numbers_in(client.get(QUEUE, query)))

    first_three = {application.number for application in listed}
    assert found() == first_three | {other.number}
    assert (
        found(kvietimas=other.call.number)
        == found(busena="scoring")
        == found(vertintojas=judge.pk)
        == {other.number}
    )
    assert found(vertintojas="truksta") == first_three
    assert found(kvietimas=other.call.number, busena="submitted") == set()


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ({"busena": "draft"}, 422),
        ({"busena": "nonsense"}, 422),
        ({"kvietimas": "9.9-K9"}, 422),
        ({"vertintojas": "999999999999999999999"}, 422),
        ({"rikiuoti": "password"}, 422),
        ({"q": "a" * 201}, 422),
        ({"page": "0"}, 404),
        ({"page": "two"}, 404),
        ({"page": "9" * 40}, 404),
        ({"q": "\x00"}, 400),
    ],
)
def test_what_no_filter_offers_is_refused(client, listed, query, status):
    assert client.get(QUEUE, query).status_code == status


def test_evaluators_see_their_own_rows_and_how_far_the_scoring_is(client):
    application = factories.in_scoring()
    factories.submitted(call=application.call)
    first, second = (assignment.evaluator for assignment in application.assignments.all())
    scoring.submit_scores(application, factories.scores_for(application), press(second))
    client.force_login(first)

    response = client.get(QUEUE)

    assert numbers_in(response) == [application.number]
    assert re.search(r'class="nowrap">1 \w+ 2</td>', response.content.decode())


def test_drafts_are_in_no_queue(client, coordinator):
    draft = factories.make_application(title="Dar nebaigtas")

    assert "Dar nebaigtas" not in client.get(QUEUE).content.decode()
    assert client.get(f"{QUEUE}{draft.reference}/").status_code == 404


def test_whoever_came_too_late_is_listed_with_the_call(client, coordinator, listed):
    draft = factories.make_application(call=listed[0].call)
    with pytest.raises(Late):
        submitting.submit(draft, factories.press(draft.created_by), at=draft.call.closes_at)

    page = client.get(QUEUE, {"kvietimas": draft.call.number}).content.decode()
    client.force_login(draft.created_by)
    draft.created_by.role_grants.create(role=Role.COORDINATOR)
    own = client.get(QUEUE, {"kvietimas": draft.call.number}).content.decode()

    assert (str(draft.organisation) in page, str(draft.organisation) in own) == (True, False)


# One application


def test_the_page_of_an_application_tells_its_story(client, coordinator):
    draft = factories.make_application()
    clock.move_to(draft.call.opens_at - timedelta(days=1))
    attempt = LateAttempt.objects.create(
        application=draft, attempted_at=reading.now(), attempted_by=draft.created_by
    )
    application = factories.scored(draft, part="0.61")

    page = text_of(client.get(review(application)))

    assert application.versions.get().sha256 in page
    assert page.count("61,00") == 2
    assert f"{localtime(attempt.attempted_at):%Y-%m-%d %H:%M:%S}" in page
    assert all(str(assignment.evaluator) in page for assignment in application.assignments.all())


def test_the_page_links_the_steps_this_person_may_take(client, coordinator):
    application = factories.submitted()

    fresh = client.get(review(application)).content.decode()
    client.force_login(factories.user_with(Role.AUDITOR))
    watched = client.get(review(application)).content.decode()

    steps = [
        reverse(f"selection:{step}", args=[application.number])
        for step in ("check_sheet", "assign", "recuse")
    ]
    assert [step in fresh for step in steps] == [True, True, True]
    assert [step in watched for step in steps] == [False, False, True]


@pytest.mark.parametrize("number", ["9.9-K9-999", "a" * 2000, "P-2026-001", "1' OR '1'='1"])
def test_an_unknown_number_is_404(client, coordinator, number):
    for step in (
        "",
        "tikrinti/",
        "vertintojai/",
        "nesaliskumas/",
        "vertinti/",
        "interesu-konfliktas/",
    ):
        assert client.get(f"{QUEUE}{number}/{step}").status_code == 404


# Full lists


def queries(client, address) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200, address
    return sum(not query["sql"].startswith(("SAVEPOINT", "RELEASE")) for query in captured)


@pytest.mark.parametrize("count", [3, 200])
def test_queries_do_not_grow_with_the_rows(client, count):
    coordinator, evaluator = (
        factories.user_with(Role.COORDINATOR),
        factories.user_with(Role.EVALUATOR),
    )
    call = factories.make_call(amount=Decimal("90000.00"), evaluators=1)
    crowd.submitted(call, count)
    application = crowd.scored(call, count, [evaluator])[0]
    scoring = crowd.in_scoring(call, count, [evaluator])[0]
    crowd.in_scoring(call, count, [evaluator], declared=False)
    ranking = reverse("selection:ranking", args=[call.number])
    score = [reverse("selection:score", args=[one.number]) for one in (scoring, application)]
    found = {}

    for person, addresses in (
        (
            coordinator,
            [
                DESK,
                QUEUE,
                f"{QUEUE}?busena=scored&q=ratas&rikiuoti=pareiskejas",
                review(application),
                ranking,
            ],
        ),
        (evaluator, [DESK, QUEUE, review(application), *score]),
        (factories.user_with(Role.BOARD), [DESK, QUEUE]),
    ):
        client.force_login(person)
        found |= {(str(person), address): queries(client, address) for address in addresses}

    assert {key: number for key, number in found.items() if number > 12} == {}


@pytest.mark.parametrize("count", [3, 200])
def test_queries_of_a_decision_do_not_grow(client, count):
    evaluator, manager = factories.user_with(Role.EVALUATOR), factories.user_with(Role.MANAGER)
    call = factories.make_call(
        factories.make_action(money="900000.00", places=200),
        amount=Decimal("900000.00"),
        evaluators=1,
    )
    crowd.scored(call, count, [evaluator])
    decision = factories.prepared(call)
    client.force_login(manager)

    pages = [reverse("selection:decisions")]
    pages += [
        reverse(f"selection:{step}", args=[decision.pk])
        for step in ("decision", "confirm", "retract")
    ]
    assert [queries(client, address) <= 12 for address in pages] == [True] * 4
    assert decision.items.count() == count


def test_the_queue_shows_fifty_rows_a_page(client, coordinator):
    call = factories.make_call()
    crowd.submitted(call, 51)

    first, second = client.get(QUEUE), client.get(QUEUE, {"page": "2", "busena": Status.SUBMITTED})

    assert (len(numbers_in(first)), len(numbers_in(second))) == (50, 1)
    assert "?busena=submitted&amp;page=1" in second.content.decode()
