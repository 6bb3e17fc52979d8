"""Pages for starting, submitting, withdrawing: once, twice, too late, too early, by others."""

from datetime import timedelta
from uuid import uuid4

import pytest

from applications.models import (
    Application,
    ApplicationVersion,
    LateAttempt,
    MembershipRole,
    Organisation,
    Status,
)
from applications.models.organisation import check_digit
from strategy_portal.clock import reading
from tests import factories

pytestmark = pytest.mark.django_db

CODE = f"30456789{check_digit('30456789')}"


@pytest.fixture
def application(client):
    application = factories.make_application()
    client.force_login(application.created_by)
    return application


def url(application, path):
    return f"/en/paraiskos/{application.reference}/{path}/"


def press_submit(client, application, key=None):
    return client.post(url(application, "pateikti"), {"request_key": key or uuid4()})


def test_submitting_gives_a_number_and_a_receipt(client, application):
    page = client.get(url(application, "pateikti"))
    answer = press_submit(client, application, page.context["form"]["request_key"].value())

    receipt = client.get(answer.url)
    text = receipt.content.decode()
    assert "The server's clock shows" in page.content.decode()
    assert answer.status_code == 303
    assert answer.url == url(application, "patvirtinimas")
    assert f"{application.call.number}-001" in text
    assert ApplicationVersion.objects.get().sha256 in text


def test_pressing_twice_gives_the_same_receipt(client, application):
    key = uuid4()

    answers = [press_submit(client, application, key) for _press in range(2)]

    assert [answer.url for answer in answers] == [url(application, "patvirtinimas")] * 2
    assert ApplicationVersion.objects.count() == 1


def test_another_key_after_submitting_is_told_how_things_stand(client, application):
    press_submit(client, application)

    answer = press_submit(client, application)

    assert answer.status_code == 409
    assert "so this can no longer be done" in answer.content.decode()
    assert client.get(url(application, "pateikti")).url == url(application, "patvirtinimas")


def test_the_key_of_another_application_is_refused(client, application):
    other = factories.make_application(application.call, organisation=application.organisation)
    key = uuid4()
    press_submit(client, other, key)

    assert press_submit(client, application, key).status_code == 409
    assert factories.again(application).is_draft


@pytest.mark.parametrize("key", ["", "abc", "9" * 5000])
def test_a_broken_key_is_refused(client, application, key):
    answer = client.post(url(application, "pateikti"), {"request_key": key})

    assert answer.status_code == 422
    assert factories.again(application).is_draft


def test_an_incomplete_application_is_shown_what_it_lacks(client, application):
    Application.objects.filter(pk=application.pk).update(need="")

    assert client.get(url(application, "pateikti")).url == url(application, "patikrinti")
    answer = press_submit(client, application)

    assert answer.status_code == 422
    assert "Describe the problem or need" in answer.content.decode()
    assert 'role="alert"' in answer.content.decode()
    assert factories.again(application).is_draft


def test_too_late_is_refused_and_recorded(client):
    closed = factories.make_call(closes_at=reading.now() - timedelta(seconds=1))
    application = factories.make_application(closed)
    client.force_login(application.created_by)

    answer = press_submit(client, application)

    assert answer.status_code == 409
    refusal = "so the application can no longer be submitted. Your draft is kept."
    assert refusal in answer.content.decode()
    assert LateAttempt.objects.get().attempted_by == application.created_by
    assert factories.again(application).is_draft
    page = client.get(url(application, "pateikti")).content.decode()
    assert "Submit the application</button>" not in page


@pytest.mark.parametrize("role", [MembershipRole.EDITOR, MembershipRole.VIEWER])
def test_others_are_told_who_may_submit(client, application, role):
    owner = application.created_by.name
    client.force_login(factories.member_of(application.organisation, role))

    page = client.get(url(application, "pateikti")).content.decode()

    assert f"Only an account manager of the organisation may submit: {owner}." in page
    assert press_submit(client, application).status_code == 403
    assert client.get(url(application, "atsiimti")).status_code == 403
    assert client.post(url(application, "atsiimti")).status_code == 403


def test_there_is_no_receipt_before_submitting(client, application):
    assert client.get(url(application, "patvirtinimas")).status_code == 404


def test_the_receipt_stays_after_withdrawing(client, application):
    press_submit(client, application)
    sent = {"reason": "Apsigalvojome", "request_key": uuid4()}

    answers = [client.post(url(application, "atsiimti"), sent) for _press in range(2)]

    assert [answer.url for answer in answers] == [f"/en/paraiskos/{application.reference}/"] * 2
    fresh = factories.again(application)
    assert fresh.status == Status.WITHDRAWN
    assert fresh.status_changes.last().reason == "Apsigalvojome"
    assert client.get(url(application, "patvirtinimas")).status_code == 200


def test_withdrawing_again_with_another_reason_is_409(client, application):
    press_submit(client, application)
    sent = {"reason": "Apsigalvojome", "request_key": uuid4()}
    client.post(url(application, "atsiimti"), sent)

    for other in ("Kita", ""):
        answer = client.post(url(application, "atsiimti"), sent | {"reason": other})
        assert answer.status_code == 409

    assert factories.again(application).status_changes.last().reason == "Apsigalvojome"


def test_a_draft_can_not_be_withdrawn(client, application):
    assert "so it can't be withdrawn" in client.get(url(application, "atsiimti")).content.decode()
    assert client.post(url(application, "atsiimti")).status_code == 409
    assert factories.again(application).is_draft


def test_a_reason_too_long_is_refused_and_kept(client, application):
    press_submit(client, application)

    answer = client.post(url(application, "atsiimti"), {"reason": "x" * 1_000_000})

    assert answer.status_code == 422
    assert "x" * 1_000_000 in answer.content.decode()
    assert factories.again(application).status == Status.SUBMITTED


def test_an_anonymous_visitor_signs_in_first(client):
    call = factories.make_call()

    answer = client.get(f"/kvietimai/{call.number}/pradeti/")

    assert answer.status_code == 302
    assert f"next=/kvietimai/{call.number}/pradeti/" in answer.url


def test_the_way_from_no_organisation_to_a_draft(client):
    call, person = factories.make_call(), factories.UserFactory()
    client.force_login(person)
    start = f"/en/kvietimai/{call.number}/pradeti/"

    to_organisation = client.get(start)
    organisation = {
        "code": f" {CODE[:3]} {CODE[3:]}",
        "name": "Nauja",
        "legal_form": "association",
        "address": "G. 1",
    }
    registered = client.post(to_organisation.url, {**organisation, "next": start})
    started = client.post(start, {"organisation": Organisation.objects.get().pk})
    again = client.post(start, {"organisation": Organisation.objects.get().pk})

    draft = Application.objects.get()
    assert registered.url == start
    assert started.url == again.url == f"/en/paraiskos/{draft.reference}/"
    assert (draft.organisation.code, draft.contact_name) == (CODE, person.name)


def test_several_organisations_are_chosen_from_and_drafts_are_offered(client, application):
    second = factories.OrganisationFactory(name="Antroji")
    second.memberships.create(user=application.created_by, role=MembershipRole.EDITOR)
    start = f"/en/kvietimai/{application.call.number}/pradeti/"

    page = client.get(start).content.decode()
    refused = client.post(start, {})
    started = client.post(start, {"organisation": second.pk})

    assert "Continue the application: Šeimos ratas" in page
    assert page.count('type="radio"') == 2
    assert refused.status_code == 422
    assert started.status_code == 303
    assert second.applications.count() == 1


@pytest.mark.parametrize("pk", ["0", "-1", "abc", "9" * 30])
def test_only_ones_own_organisations_may_start(client, application, pk):
    foreign = factories.OrganisationFactory()
    start = f"/kvietimai/{application.call.number}/pradeti/"

    assert client.post(start, {"organisation": foreign.pk}).status_code == 422
    assert client.post(start, {"organisation": pk}).status_code == 422
    assert Application.objects.count() == 1


def test_a_viewer_can_not_start(client, application):
    client.force_login(factories.member_of(application.organisation, MembershipRole.VIEWER))
    start = f"/en/kvietimai/{application.call.number}/pradeti/"

    assert "You may only read" in client.get(start).content.decode()
    assert client.post(start, {"organisation": application.organisation_id}).status_code == 422


@pytest.mark.parametrize(("opens", "closes"), [(-5, -1), (1, 5)])
def test_outside_the_window_nothing_starts(client, opens, closes):
    now = reading.now()
    call = factories.make_call(
        opens_at=now + timedelta(hours=opens), closes_at=now + timedelta(hours=closes)
    )
    organisation = factories.OrganisationFactory()
    client.force_login(factories.member_of(organisation))
    start = f"/en/kvietimai/{call.number}/pradeti/"

    assert "Start the application" not in client.get(start).content.decode()
    assert client.post(start, {"organisation": organisation.pk}).status_code == 409
    assert not Application.objects.exists()


def test_an_unpublished_call_is_not_found(client, application):
    call = factories.make_call(published=False)

    assert client.get(f"/kvietimai/{call.number}/pradeti/").status_code == 404
