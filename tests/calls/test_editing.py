from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from calls.models import Call
from strategy_portal.accounts.models import Role
from strategy_portal.clock import reading
from tests import factories

RULES = {
    "title": "Socialinės paslaugos",
    "summary": "Parama paslaugoms.",
    "eligible_applicants": "nevyriausybinės organizacijos",
    "what_is_needed": "",
    "opens_at": "2027-01-18 08:00",
    "closes_at": "2027-02-26 17:00",
    "amount": "50 000 EUR",
    "max_per_project": "10 000,00",
    "intensity": "92,5",
    "planned_projects": "5",
    "pass_mark": "50",
    "evaluators": "2",
    "tie_break_1": "criterion-1",
    "tie_break_2": "smaller",
    "tie_break_3": "earlier",
    "overflow": "stop",
    "channel": "both",
    "contact_name": "Rasa Rasaitė",
    "contact_phone": "+370 600 00000",
    "contact_email": "kvietimai@example.org",
}


def criteria(
    *rows: dict[str, str], items: tuple[str, ...] = ("Pateikta laiku", "Tinkamas"), **buttons
) -> dict:
    """POST data of the criteria page."""
    data = {f"items-{index}-text": text for index, text in enumerate(items)}
    for index, row in enumerate(rows):
        data |= {f"criteria-{index}-{name}": text for name, text in row.items()}
    data |= {"criteria-TOTAL_FORMS": len(rows), "criteria-INITIAL_FORMS": 0}
    return {**data, "items-TOTAL_FORMS": len(items), "items-INITIAL_FORMS": 0, **buttons}


def criterion(name: str = "Poreikis", weight: str = "60") -> dict[str, str]:
    return {"name": name, "guidance": "", "max_points": "5", "weight": weight}


@pytest.fixture
def action(db):
    return factories.make_action(code="2.2")


@pytest.fixture
def draft(action):
    return factories.make_call(action, published=False)


@pytest.fixture
def office(db):
    client = Client()
    client.force_login(factories.user_with(Role.COORDINATOR))
    return client


def url(name: str, call: Call) -> str:
    return reverse(f"calls:{name}", args=[call.number])


def text_of(response) -> str:
    return response.content.decode()


def typed(moment: datetime) -> str:
    """A date and time as a coordinator types it."""
    return f"{timezone.localtime(moment):%Y-%m-%d %H:%M}"


def test_a_new_call_is_saved_under_the_next_number_of_its_action(office, action):
    response = office.post(reverse("calls:create"), {**RULES, "action": action.pk})

    call = Call.objects.get()
    assert (response.status_code, response["Location"]) == (303, url("criteria", call))
    assert call.number == "2.2-K1"
    assert (call.amount, call.intensity) == (Decimal("50000.00"), Decimal("92.50"))
    assert call.opens_at == datetime(2027, 1, 18, 6, tzinfo=UTC)
    assert call.tie_break == ["criterion-1", "smaller", "earlier"]
    assert not call.is_published


@pytest.mark.parametrize(
    ("field", "typed", "complaint"),
    [
        ("title", "", "id_title_error"),
        ("amount", "50.000", "id_amount_error"),
        ("amount", "0", "id_amount_error"),
        ("intensity", "100,01", "id_intensity_error"),
        ("intensity", "NaN", "id_intensity_error"),
        ("intensity", "9,255", "id_intensity_error"),
        ("pass_mark", "-1", "id_pass_mark_error"),
        ("planned_projects", "0", "id_planned_projects_error"),
        ("planned_projects", "9" * 30, "id_planned_projects_error"),
        ("evaluators", "6", "id_evaluators_error"),
        ("opens_at", "2027-02-30 08:00", "id_opens_at_error"),
        ("opens_at", "rytoj", "id_opens_at_error"),
        ("opens_at", "2027-03-28 03:30", "id_opens_at_error"),
        ("closes_at", "2027-10-31 03:30", "id_closes_at_error"),
        ("closes_at", "2027-01-18 08:00", "id_closes_at_error"),
        ("max_per_project", "50 000,01", "id_max_per_project_error"),
        ("tie_break_2", "criterion-1", "id_tie_break_2_error"),
        ("tie_break_3", "smaller", "id_tie_break_3_error"),
        ("channel", "", "id_channel"),
        ("action", "0", "id_action_error"),
    ],
)
def test_what_can_not_be_read_is_refused_and_kept(office, action, field, typed, complaint):
    response = office.post(reverse("calls:create"), {**RULES, "action": action.pk, field: typed})

    assert response.status_code == 422
    assert complaint in text_of(response)
    assert f'value="{RULES["contact_phone"]}"' in text_of(response)
    assert not Call.objects.exists()


@pytest.mark.parametrize(
    ("moment", "code"),
    [("2027-03-28 03:30", "skipped"), ("2027-10-31 03:30", "repeated"), ("31", "invalid")],
)
def test_a_time_at_a_change_of_the_clocks_says_what_is_wrong(office, action, moment, code):
    sent = {**RULES, "action": action.pk, "opens_at": moment}
    response = office.post(reverse("calls:create"), sent)

    errors = response.context["form"].errors.as_data()
    assert [error.code for error in errors["opens_at"]] == [code]


@pytest.mark.parametrize(
    "moment", ["2027-03-28 02:59", "2027-03-28 04:00", "2027-10-31 02:59", "2027-10-31 04:00"]
)
def test_the_minutes_around_a_change_of_the_clocks_are_good(office, action, moment):
    times = {"opens_at": moment, "closes_at": "2027-12-01 17:00"}

    office.post(reverse("calls:create"), {**RULES, "action": action.pk, **times})

    assert typed(Call.objects.get().opens_at) == moment


def test_the_saved_rules_are_shown_as_people_write_them(office, draft):
    page = text_of(office.get(url("edit", draft)))

    assert 'value="50\N{NO-BREAK SPACE}000,00"' in page
    assert 'value="92,5"' in page
    assert f'value="{typed(draft.opens_at)}"' in page


def test_a_draft_changes_but_keeps_its_action(office, draft):
    other = factories.make_action(code="1.1")

    sent = {**RULES, "title": "Naujas pavadinimas", "action": other.pk}
    response = office.post(url("edit", draft), sent)

    draft.refresh_from_db()
    assert response.status_code == 303
    assert (draft.title, draft.number) == ("Naujas pavadinimas", "2.2-K1")
    assert draft.action_id != other.pk


@pytest.mark.parametrize("name", ["edit", "criteria", "publish"])
def test_a_page_opened_before_the_publication_changes_nothing_after_it(office, draft, name):
    Call.objects.filter(pk=draft.pk).update(
        published_at=reading.now(), published_by=draft.created_by
    )

    sent = {**RULES, **criteria(criterion(weight="100")), "title": "Kitas"}
    response = office.post(url(name, draft), sent)

    draft.refresh_from_db()
    assert response.status_code == 409
    assert name != "edit" or 'value="Kitas"' in text_of(response)
    assert draft.title == "Bandomasis kvietimas"
    assert draft.criteria.count() == 2


def test_a_published_call_is_shown_to_be_read(office, action):
    call = factories.make_call(action)

    page = office.get(url("edit", call))

    assert page.status_code == 200
    assert "form" not in page.context
    assert "Kriterijus 1" in text_of(page)
    assert office.get(url("criteria", call))["Location"] == url("edit", call)
    assert office.get(url("publish", call))["Location"] == call.get_absolute_url()


def test_criteria_and_check_items_replace_the_saved_ones(office, draft):
    rows = criteria(
        criterion(),
        criterion("", ""),
        criterion("Tęstinumas", "40"),
        items=("Laiku", "", "Tinkamas "),
    )
    rows["criteria-1-max_points"] = ""

    response = office.post(url("criteria", draft), rows)

    assert (response.status_code, response["Location"]) == (303, url("publish", draft))
    assert list(draft.criteria.values_list("position", "name", "weight")) == [
        (1, "Poreikis", Decimal("60.00")),
        (2, "Tęstinumas", Decimal("40.00")),
    ]
    assert list(draft.check_items.values_list("position", "text")) == [
        (1, "Laiku"),
        (2, "Tinkamas"),
    ]


@pytest.mark.parametrize(
    "data",
    [
        criteria({**criterion(), "weight": "daug"}),
        criteria({**criterion(), "name": ""}),
        criteria({**criterion(), "max_points": "0"}),
        criteria(criterion(weight="100,01")),
        criteria(*[criterion(weight="1")] * 21),
        criteria(criterion(), items=("x" * 301,)),
        criteria(criterion(), items=("x",) * 41),
    ],
)
def test_faulty_criteria_are_refused_and_change_nothing(office, draft, data):
    response = office.post(url("criteria", draft), data)

    assert response.status_code == 422
    assert "error-summary" in text_of(response)
    assert (draft.criteria.count(), draft.check_items.count()) == (2, 2)


def drawn(office, draft, rows):
    """The redrawn page, which has an address of its own."""
    answer = office.post(url("criteria", draft), rows)
    assert answer.status_code == 303
    return office.get(answer.url)


def test_a_criterion_is_added_without_losing_what_was_typed(office, draft):
    unclear = {**criterion(), "weight": "daug"}
    response = drawn(office, draft, criteria(unclear, add="criteria"))

    lines = response.context["criteria"]
    assert response.status_code == 200
    assert [line["weight"].value() or "" for line in lines] == ["daug", ""]
    assert "error-summary" not in text_of(response)
    assert draft.criteria.count() == 2


def test_a_criterion_is_removed_where_asked(office, draft):
    rows = criteria(
        criterion("Pirmas"), criterion("Antras"), criterion("Trečias"), remove="criteria-1"
    )

    response = drawn(office, draft, rows)

    assert [line["name"].value() for line in response.context["criteria"]] == ["Pirmas", "Trečias"]
    assert response.context["criteria"].sum_of_weights == Decimal("120")


def test_a_form_without_its_counts_is_a_bad_request(office, draft):
    assert office.post(url("criteria", draft), {"criteria-0-name": "Poreikis"}).status_code == 400


def test_a_removed_criterion_can_be_put_back(office, draft):
    rows = criteria(criterion("Pirmas"), criterion("Antras"), restore="criteria-1")
    rows |= {"removed-name": "Grąžintas", "removed-weight": "daug"}

    response = drawn(office, draft, rows)

    lines = response.context["criteria"]
    assert [line["name"].value() for line in lines] == ["Pirmas", "Grąžintas", "Antras"]
    assert lines[1]["weight"].value() == "daug"


@pytest.mark.parametrize("index", ["9", "-1", "x", "9" * 30])
def test_a_criterion_that_is_not_there_can_not_be_removed(office, draft, index):
    sent = criteria(criterion(), remove=f"criteria-{index}")

    assert office.post(url("criteria", draft), sent).status_code == 404


def test_recalculating_shows_the_sum_of_the_weights(office, draft):
    rows = criteria(criterion(weight="59,5"), criterion(weight="40"), recalculate="1")

    response = drawn(office, draft, rows)

    assert response.status_code == 200
    assert response.context["criteria"].sum_of_weights == Decimal("99.5")
    assert draft.criteria.count() == 2


def test_publishing_opens_the_call_to_the_public(office, draft):
    assert Client().get(draft.get_absolute_url()).status_code == 404

    response = office.post(url("publish", draft))

    draft.refresh_from_db()
    assert (response.status_code, response["Location"]) == (303, draft.get_absolute_url())
    assert draft.is_published
    assert Client().get(draft.get_absolute_url()).status_code == 200


def test_publishing_is_refused_with_every_problem_at_once(office, action):
    call = factories.make_call(
        action, published=False, amount=Decimal("100000.01"), planned_projects=11
    )
    call.check_items.all().delete()

    shown, refused = office.get(url("publish", call)), office.post(url("publish", call))

    call.refresh_from_db()
    assert (shown.status_code, refused.status_code) == (200, 422)
    assert len(shown.context["problems"]) == len(refused.context["form"].non_field_errors()) == 3
    assert not call.is_published


def test_problems_write_numbers_as_the_page_does(office, draft):
    draft.criteria.filter(position=2).update(weight=Decimal("39.5"))

    assert "99,5" in text_of(office.get(f"/darbas/kvietimai/{draft.number}/skelbti/"))
    assert "99.5" in text_of(office.get(f"/en/darbas/kvietimai/{draft.number}/skelbti/"))


def test_managers_see_the_list_and_nothing_to_change(draft):
    client = Client()
    client.force_login(factories.user_with(Role.MANAGER))

    page = client.get(reverse("calls:manage"))

    assert draft.number in text_of(page)
    assert url("edit", draft) not in text_of(page)
    assert client.get(url("edit", draft)).status_code == 403


@pytest.mark.parametrize("count", [3, 200])
def test_the_list_needs_few_queries(office, action, count, django_assert_max_num_queries):
    by, now = factories.UserFactory(), reading.now()
    rules = {
        "opens_at": now,
        "closes_at": now + timedelta(days=1),
        "amount": 2,
        "max_per_project": 1,
        "intensity": 50,
        "planned_projects": 1,
        "pass_mark": 50,
        "channel": "portal",
        "created_by": by,
        "action": action,
    }
    Call.objects.bulk_create(
        Call(sequence=number, number=f"2.2-K{number}", title=f"Kvietimas {number}", **rules)
        for number in range(1, count + 1)
    )

    with django_assert_max_num_queries(12):
        response = office.get(reverse("calls:manage"))

    assert response.context["page_obj"].paginator.count == count
