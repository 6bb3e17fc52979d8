"""The office's pages of calls: invalid input, unauthorised visitors, stale pages."""

import pytest
from django.test import Client
from django.urls import reverse

from calls import operations
from calls.models import Call
from strategy_portal.accounts.models import Role
from tests import factories

HUGE = "9" * 30
ODD_TEXTS = [
    "",
    "\x00",
    "x" * 100_000,
    "-1",
    HUGE,
    "NaN",
    "Infinity",
    "1e9",
    "٣",
    "2026-02-30 25:61",
    "0001-01-01 00:00",
]
PAGES = ["edit", "criteria", "publish"]
ODD_CRITERIA = [
    "criteria-0-name",
    "criteria-0-guidance",
    "criteria-0-max_points",
    "criteria-0-weight",
    "items-0-text",
]
REFUSED_OR_DONE = {303, 400, 422}


def client_with(role: Role) -> Client:
    client = Client()
    client.force_login(factories.user_with(role))
    return client


@pytest.fixture
def office(db):
    return client_with(Role.COORDINATOR)


@pytest.fixture
def draft(db):
    return factories.make_call(published=False)


def url(name: str, call: Call) -> str:
    return reverse(f"calls:{name}", args=[call.number])


def sent_by(form) -> dict[str, str]:
    """POST data of an unchanged form, as a browser would send it."""
    values = {field.html_name: field.value() for field in form}
    return {name: "" if value is None else str(value) for name, value in values.items()}


def counts(number: str) -> dict[str, str]:
    """Management-form data for rows of criteria and check items."""
    return {
        "criteria-TOTAL_FORMS": number,
        "criteria-INITIAL_FORMS": number,
        "items-TOTAL_FORMS": number,
        "items-INITIAL_FORMS": number,
    }


@pytest.mark.parametrize("name", PAGES)
def test_each_page_of_a_draft_needs_few_queries(office, draft, name, django_assert_max_num_queries):
    values = {"guidance": "", "max_points": 5, "weight": 5}
    criteria = [{"name": f"K{number}", **values} for number in range(20)]
    items = [{"text": f"Klausimas {number}"} for number in range(40)]
    operations.save_criteria(draft, criteria, items)

    with django_assert_max_num_queries(12):
        assert office.get(url(name, draft)).status_code == 200


def test_a_new_call_needs_few_queries(office, django_assert_max_num_queries):
    for _number in range(3):
        factories.make_action()

    with django_assert_max_num_queries(12):
        assert office.get(reverse("calls:create")).status_code == 200


@pytest.mark.parametrize("text", ODD_TEXTS)
def test_odd_rules_are_refused(office, draft, text):
    rules = sent_by(office.get(url("edit", draft)).context["form"])

    response = office.post(url("edit", draft), dict.fromkeys(rules, text))

    assert response.status_code == (400 if text == "\x00" else 422)
    assert Call.objects.get(pk=draft.pk).title == draft.title


@pytest.mark.parametrize("text", ODD_TEXTS)
def test_odd_criteria_are_refused_or_change_nothing(office, draft, text):
    odd_rows = counts("1") | dict.fromkeys(ODD_CRITERIA, text)

    for sent in (odd_rows, counts(text)):
        assert office.post(url("criteria", draft), sent).status_code in REFUSED_OR_DONE

    assert all(criterion.weight <= 100 for criterion in draft.criteria.all())


@pytest.mark.parametrize(
    "field", ["title", "summary", "opens_at", "amount", "intensity", "contact_email", "channel"]
)
def test_a_text_of_a_million_letters_is_refused(office, draft, field):
    rules = sent_by(office.get(url("edit", draft)).context["form"])

    response = office.post(url("edit", draft), {**rules, field: "x" * 1_000_000})

    assert response.status_code == 422
    assert field in response.context["form"].errors


@pytest.mark.parametrize("button", ["add", "remove", "restore"])
@pytest.mark.parametrize(
    "value", ["", "items", "items-", "items-41", "kita-0", f"items-{HUGE}", "items-٣"]
)
def test_odd_buttons_are_answered(office, draft, button, value):
    answer = office.post(url("criteria", draft), {**counts("1"), button: value})

    assert answer.status_code in {303, 404}
    assert draft.criteria.count() == 2


def test_rules_saved_untouched_stay_as_they_are(office, draft):
    rules = sent_by(office.get(url("edit", draft)).context["form"])
    before = Call.objects.values().get(pk=draft.pk)

    assert office.post(url("edit", draft), rules).status_code == 303

    for name in ("opens_at", "closes_at"):
        # The page shows whole minutes
        before[name] = before[name].replace(second=0, microsecond=0)
    assert Call.objects.values().get(pk=draft.pk) == {**before, "revision": 1}


def test_everything_typed_is_still_there_after_the_publication(office, draft):
    rules = sent_by(office.get(url("edit", draft)).context["form"])
    operations.publish(draft, factories.press(draft.created_by))

    typed = {**rules, "title": "Mano pavadinimas", "amount": "penki"}
    response = office.post(url("edit", draft), typed)

    assert response.status_code == 409
    page = response.content.decode()
    assert 'value="Mano pavadinimas"' in page
    assert 'value="penki"' in page
    assert "savebar" not in page
    assert Call.objects.get(pk=draft.pk).title == draft.title


def test_criteria_typed_are_still_there_after_the_publication(office, draft):
    shown = office.get(url("criteria", draft)).context
    sent = counts("2")
    for row in [*shown["criteria"], *shown["items"]]:
        sent |= sent_by(row)
    operations.publish(draft, factories.press(draft.created_by))

    response = office.post(url("criteria", draft), {**sent, "criteria-0-name": "Mano kriterijus"})

    assert response.status_code == 409
    assert 'value="Mano kriterijus"' in response.content.decode()
    assert list(draft.criteria.values_list("name", flat=True)) == ["Kriterijus 1", "Kriterijus 2"]


def test_the_second_publication_is_refused(office, draft):
    assert office.post(url("publish", draft)).status_code == 303
    assert office.post(url("publish", draft)).status_code == 409


def test_a_page_of_the_list_that_is_not_there_is_the_nearest_one(office, draft):
    for number in ("0", "-1", "x", HUGE):
        page = office.get(reverse("calls:manage"), {"page": number})
        assert draft.number in page.content.decode()


def test_an_empty_list_says_so(office):
    response = office.get(reverse("calls:manage"))

    assert response.status_code == 200
    assert not response.context["page_obj"].object_list


@pytest.mark.parametrize("role", [Role.MANAGER, Role.AUDITOR])
def test_managers_and_auditors_may_look_at_the_list(role, draft):
    client = client_with(role)

    page = client.get(reverse("calls:manage"))

    assert (page.status_code, page.context["can_manage"]) == (200, False)
    assert reverse("calls:create") not in page.content.decode()


@pytest.mark.parametrize("role", [Role.EVALUATOR, Role.BOARD])
def test_others_may_not_look_at_the_list(role, draft):
    assert client_with(role).get(reverse("calls:manage")).status_code == 403


@pytest.mark.parametrize("role", [role for role in Role if role != Role.COORDINATOR])
@pytest.mark.parametrize("name", PAGES)
def test_only_coordinators_change_calls(role, name, draft):
    client = client_with(role)

    assert client.get(url(name, draft)).status_code == 403
    assert client.post(url(name, draft)).status_code == 403
    assert client.post(reverse("calls:create")).status_code == 403


@pytest.mark.parametrize("name", PAGES)
def test_a_call_that_is_not_there_is_not_found(office, name):
    assert office.get(reverse(f"calls:{name}", args=["9.9-K9"])).status_code == 404


@pytest.mark.parametrize("name", PAGES)
def test_english_pages_exist(office, draft, name):
    assert 'lang="en"' in office.get("/en" + url(name, draft)).content.decode()


def test_a_page_somebody_overtook_changes_nothing_until_pressed_again(office, draft):
    sent = sent_by(office.get(url("edit", draft)).context["form"])
    office.post(url("edit", draft), {**sent, "title": "Pirmas", "revision": "0"})

    answer = office.post(url("edit", draft), {**sent, "title": "Antras", "revision": "0"})

    assert (answer.status_code, Call.objects.get(pk=draft.pk).title) == (409, "Pirmas")
    assert 'value="Antras"' in answer.content.decode()
    assert 'name="revision" value="1"' in answer.content.decode()
    office.post(url("edit", draft), {**sent, "title": "Antras", "revision": "1"})
    assert Call.objects.get(pk=draft.pk).title == "Antras"


def test_what_the_publisher_never_saw_is_not_published(office, draft):
    sent = sent_by(office.get(url("edit", draft)).context["form"])
    office.post(url("edit", draft), {**sent, "title": "Pakeistas", "revision": "0"})

    answer = office.post(url("publish", draft), {"revision": "0"})

    assert (answer.status_code, Call.objects.get(pk=draft.pk).is_published) == (409, False)


@pytest.mark.parametrize("revision", ["x", HUGE, "-1", "٣"])
def test_an_odd_revision_is_an_old_one(office, draft, revision):
    sent = sent_by(office.get(url("edit", draft)).context["form"])

    assert office.post(url("edit", draft), {**sent, "revision": revision}).status_code == 409


def test_a_button_pressed_twice_makes_one_draft(office, draft):
    form = office.get(reverse("calls:create")).context["form"]
    rules = sent_by(office.get(url("edit", draft)).context["form"])
    sent = {**rules, "action": draft.action_id, "request_key": str(form["request_key"].value())}

    first = office.post(reverse("calls:create"), sent)
    second = office.post(reverse("calls:create"), sent)

    assert first.url == second.url
    assert Call.objects.filter(action=draft.action).count() == 2


def test_the_key_of_another_call_is_refused_and_what_was_typed_stays(office, draft):
    form = office.get(reverse("calls:create")).context["form"]
    rules = sent_by(office.get(url("edit", draft)).context["form"])
    sent = {**rules, "action": draft.action_id, "request_key": str(form["request_key"].value())}
    office.post(reverse("calls:create"), sent)

    refused = office.post(reverse("calls:create"), {**sent, "title": "Kitas kvietimas"})

    assert refused.status_code == 409
    assert 'value="Kitas kvietimas"' in refused.content.decode()
    assert refused.context["form"]["request_key"].value() != sent["request_key"]
    assert Call.objects.filter(action=draft.action).count() == 2


def test_the_button_that_publishes_pressed_twice_answers_as_the_first_time(office, draft):
    sent = sent_by(office.get(url("publish", draft)).context["form"])

    answers = [office.post(url("publish", draft), sent) for _press in range(2)]

    assert [answer.status_code for answer in answers] == [303, 303]
    assert {answer.url for answer in answers} == {draft.get_absolute_url()}


def test_an_odd_key_publishes_nothing(office, draft):
    answer = office.post(url("publish", draft), {"request_key": "ne-raktas"})

    assert answer.status_code == 422
    assert not Call.objects.get(pk=draft.pk).is_published
