"""The applicant's list, task list, check, and what follows a submission."""

from datetime import timedelta
from decimal import Decimal

import pytest

from applications.models import Application, CostLine, MembershipRole, Status
from applications.operations import drafting, submitting
from applications.selection.operations import checking, deciding
from strategy_portal.accounts.models import Role
from strategy_portal.clock import reading
from tests import factories

pytestmark = pytest.mark.django_db


def closed_call(**fields):
    return factories.make_call(closes_at=reading.now() - timedelta(seconds=1), **fields)


def text_of(answer):
    return answer.content.decode().replace("\xa0", " ")


def as_owner(client, application, path=""):
    """The page of an application in English, seen by its owner."""
    client.force_login(application.created_by)
    return client.get(f"/en/paraiskos/{application.reference}/{path}")


def test_who_has_no_application_is_led_to_the_calls(client):
    client.force_login(factories.UserFactory())

    page = text_of(client.get("/en/mano/"))

    assert "You have no applications yet." in page
    assert 'href="/en/kvietimai/"' in page
    assert 'href="/en/organizacijos/nauja/"' in page


def test_the_list_shows_each_application_with_status_and_next_step(client):
    organisation = factories.OrganisationFactory()
    call = factories.make_call()
    factories.make_application(call, organisation=organisation, title="Parengtas")
    factories.make_application(closed_call(), organisation=organisation, title="Pavėluotas")
    factories.submitted(call=call, organisation=organisation, title="Pateiktas", still_open=True)
    factories.make_application(call, title="Svetimas")
    client.force_login(factories.member_of(organisation))

    page = text_of(client.get("/en/mano/"))

    assert "Check and submit by" in page
    assert ">Not submitted</span>" in page
    assert "Not submitted: the call closed on" in page
    assert ">Submitted</span>" in page
    assert "The local action group will check it." in page
    assert page.count("Continue: ") == 1
    assert "Svetimas" not in page


def test_a_viewer_is_not_asked_to_continue(client):
    application = factories.make_application(title="Parengtas")
    client.force_login(factories.member_of(application.organisation, MembershipRole.VIEWER))

    page = text_of(client.get("/en/mano/"))

    assert "Parengtas" in page
    assert "Waiting for you" not in page


@pytest.mark.parametrize("number", ["0", "2", "abc", "9" * 30, ""])
def test_there_is_no_such_page_of_the_list(client, number):
    client.force_login(factories.UserFactory())

    assert client.get("/mano/", {"page": number}).status_code == 404


@pytest.mark.parametrize("count", [3, 200])
def test_the_list_needs_few_queries(client, count, django_assert_max_num_queries):
    organisation = factories.OrganisationFactory()
    owner = factories.member_of(organisation)
    values = {"call": factories.make_call(), "organisation": organisation, "created_by": owner}
    drafts = [Application(**values) for _number in range(count)]
    Application.objects.bulk_create(drafts)
    CostLine.objects.bulk_create(
        CostLine(application=draft, position=1, name="Paslaugos") for draft in drafts
    )
    client.force_login(owner)

    with django_assert_max_num_queries(12):
        assert client.get("/mano/").status_code == 200


def test_the_task_list_says_how_far_each_section_is(client):
    application = factories.make_application(
        is_truthful=False, own_funds=Decimal("5.00"), need="", title="Šeimos ratas"
    )
    CostLine.objects.filter(application=application).update(name="")

    answer = as_owner(client, application)

    states = {state.section.slug: state.status for state in answer.context["states"]}
    assert states == {
        "organizacija": "done",
        "esme": "started",
        "samata": "started",
        "finansavimas": "faulty",
        "deklaracijos": "started",
    }
    page = text_of(answer)
    assert "Filled in: 1 of 5 sections." in page
    assert 'aria-describedby="busena-esme"' in page
    assert "Continue: The project in essence" in page
    assert f'href="/en/paraiskos/{application.reference}/patikrinti/"' in page


def test_an_untouched_section_is_not_started(client):
    application = factories.make_application(complete=False)

    answer = as_owner(client, application)

    assert [state.status for state in answer.context["states"]] == ["untouched"] * 5


def test_the_task_list_of_a_closed_call_asks_for_nothing(client):
    page = text_of(as_owner(client, factories.make_application(closed_call())))

    assert "the application was not submitted. Your answers are kept." in page
    assert ">Not submitted</span>" in page
    assert "btn-primary" not in page


@pytest.mark.parametrize("channel", ["portal", "both"])
def test_every_page_that_could_mislead_says_that_dms_comes_after(client, channel):
    application = factories.make_application(factories.make_call(channel=channel))
    pages = [as_owner(client, application), as_owner(client, application, "pateikti/")]
    factories.submitted(application)
    pages += [as_owner(client, application), as_owner(client, application, "patvirtinimas/")]

    said = ["project implementation plan through DMS" in text_of(page) for page in pages]
    assert said == [channel != "portal"] * 4


def test_the_check_links_each_problem_to_its_field(client):
    application = factories.make_application(need="", own_funds=Decimal("5.00"))

    answer = as_owner(client, application, "patikrinti/")

    page = text_of(answer)
    where = f"/en/paraiskos/{application.reference}"
    assert answer.status_code == 200
    assert "The application is not ready yet" in page
    need = f'<a href="{where}/esme/?grizti=patikrinti#id_need">'
    assert f"{need}Describe the problem or need</a>" in page
    own_funds = f'<a href="{where}/finansavimas/?grizti=patikrinti#id_own_funds">'
    assert f"{own_funds}The sources of funding" in page
    assert "submit the application" not in page


def test_the_check_of_a_complete_application_leads_to_submitting(client):
    application = factories.make_application()

    page = text_of(as_owner(client, application, "patikrinti/"))

    assert "The application is ready to submit" in page
    assert f'href="/en/paraiskos/{application.reference}/pateikti/"' in page
    assert 'Change<span class="visually-hidden">: The aim of the project</span>' in page
    assert "10,000.00" in page


def test_the_answers_of_a_submitted_application_stay_readable(client):
    application = factories.submitted(title="Šeimos ratas")

    assert as_owner(client, application, "patikrinti/").url.endswith("/atsakymai/")
    page = text_of(as_owner(client, application, "atsakymai/"))
    assert "Šeimos ratas" in page
    assert "Change<" not in page


@pytest.mark.parametrize(
    "path", ["", "atsakymai/", "patikrinti/", "pateikti/", "patvirtinimas/", "atsiimti/"]
)
def test_strangers_find_nothing(client, path):
    application = factories.submitted()
    client.force_login(factories.UserFactory())

    assert client.get(f"/paraiskos/{application.reference}/{path}").status_code == 404


@pytest.mark.parametrize(
    "reference",
    ["P-0000-001", "P-9999-001", "P-2026-999999999999999999", "P-2026-٣٣٣", "P-2026--01", "x"],
)
def test_an_absurd_reference_is_not_found(client, reference):
    client.force_login(factories.UserFactory())

    assert client.get(f"/paraiskos/{reference}/").status_code == 404


def states_of(answer):
    return [(step.label, step.state) for step in answer.context["steps"]]


def test_the_status_page_says_whose_turn_it_is(client):
    application = factories.in_scoring()

    answer = as_owner(client, application)

    assert states_of(answer) == [
        ("Application received", "done"),
        ("Administrative check", "done"),
        ("Scoring of benefit and quality", "current"),
        ("Decision of the board", "next"),
    ]
    assert ">Being scored</span>" in text_of(answer)
    assert "The local action group is processing the application." in text_of(answer)


def test_scored_is_still_being_scored_for_the_applicant(client):
    page = text_of(as_owner(client, factories.scored()))

    assert ">Being scored</span>" in page
    assert "Score:" not in page


def test_a_funded_application_shows_the_sum_and_the_decision(client):
    answer = as_owner(client, factories.approved(requested="9000.00"))

    page = text_of(answer)
    assert "Funding granted: 9,000.00 EUR." in page
    assert f"Minutes of a board meeting No. 1, {factories.paper().dated}" in page
    assert "Score: 80.00 of 100." in page
    assert {state for _label, state in states_of(answer)} == {"done"}
    assert "atsiimti" not in page


def test_the_reserve_list_shows_the_place_in_line(client):
    call = factories.make_call(factories.make_action(places=1))
    for part in ("0.90", "0.80", "0.70"):
        last = factories.scored(call=call, part=part)
    decision = factories.prepared(call)
    manager = factories.press(factories.user_with(Role.MANAGER))
    deciding.confirm(decision, manager, paper=factories.paper())

    answer = as_owner(client, factories.again(last))

    assert "Place 2 on the waitlist." in text_of(answer)


def test_a_failed_check_ends_the_way_there_and_gives_the_reason(client):
    application = factories.submitted()
    coordinator = factories.user_with(Role.COORDINATOR)
    sheet = checking.start(application, by=coordinator)
    items = list(application.call.check_items.all())
    marks = {items[0].pk: (False, "Pateikta ne to veiksmo paraiška"), items[1].pk: (True, "")}
    checking.conclude(sheet, marks, factories.press(coordinator))

    answer = as_owner(client, factories.again(application))

    assert "Pateikta ne to veiksmo paraiška" in text_of(answer)
    assert states_of(answer) == [
        ("Application received", "done"),
        ("Administrative check: not passed", "done"),
    ]


def test_a_withdrawn_application_shows_how_far_it_came(client):
    application = factories.in_scoring()
    press = factories.press(application.created_by)
    submitting.withdraw(application, press, reason="Apsigalvojome")

    answer = as_owner(client, factories.again(application))

    assert states_of(answer)[-1] == ("Withdrawn by the applicant", "done")
    assert len(states_of(answer)) == 3
    assert "Apsigalvojome" in text_of(answer)


def test_starting_twice_without_typing_gives_one_draft():
    organisation = factories.OrganisationFactory()
    owner, call = factories.member_of(organisation), factories.make_call()

    first = drafting.start(call, organisation, by=owner)
    assert drafting.start(call, organisation, by=owner) == first

    drafting.save_section(first, "esme", {"title": "Pirmas"}, revision=0)
    assert drafting.start(call, organisation, by=owner) != first
    assert Application.objects.filter(status=Status.DRAFT).count() == 2


@pytest.mark.parametrize("path", ["", "atsakymai/", "patikrinti/", "pateikti/"])
def test_pages_of_a_draft_need_few_queries(client, path, django_assert_max_num_queries):
    application = factories.make_application()
    client.force_login(application.created_by)

    with django_assert_max_num_queries(12):
        assert client.get(f"/paraiskos/{application.reference}/{path}").status_code == 200


@pytest.mark.parametrize("path", ["", "atsakymai/", "patvirtinimas/"])
def test_pages_after_the_decision_need_few_queries(client, path, django_assert_max_num_queries):
    application = factories.approved()
    client.force_login(application.created_by)

    with django_assert_max_num_queries(12):
        assert client.get(f"/paraiskos/{application.reference}/{path}").status_code == 200
