"""The office's pages of organisations: find, verify, correct, free; by nobody tied to them."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from applications.models import Organisation
from applications.selection.operations import declaring
from strategy_portal.accounts.models import Role
from tests import factories

pytestmark = pytest.mark.django_db
ALL = "/en/darbas/organizacijos/"
WHY = {"reason": "An extract of the register of today"}


@pytest.fixture
def organisation():
    return factories.OrganisationFactory(name="Žilvičių bendrija „Ąžuolas“", code="304871235")


@pytest.fixture
def office(client):
    client.force_login(factories.user_with(Role.COORDINATOR))
    return client


def text_of(answer) -> str:
    return " ".join(answer.content.decode().split())


def address(organisation, act: str = "") -> str:
    return f"{ALL}{organisation.pk}/{act}"


def seen(client, organisation, act: str) -> dict[str, str]:
    """What the form carries along unseen."""
    form = client.get(address(organisation, act)).context["form"]
    return {name: str(form[name].value()) for name in ("seen", "request_key")}


def press(client, organisation, act: str, **typed):
    data = {**seen(client, organisation, act), **WHY, **typed}
    return client.post(address(organisation, act), data)


def acts(page) -> list[str]:
    return [form.slug for form in page.context["acts"]]


@pytest.mark.parametrize("text", ["zilviciu", "AZUOLAS žilv", "3048"])
def test_one_is_found_by_name_and_code_without_diacritics(office, organisation, text):
    factories.OrganisationFactory()

    found = office.get(ALL, {"q": text}).context["page_obj"].object_list

    assert list(found) == [organisation]


def test_they_are_filtered_by_what_the_office_did(office, organisation):
    verified, freed = (factories.OrganisationFactory() for _ in range(2))
    press(office, verified, "patikrinti/")
    press(office, freed, "atlaisvinti/")

    found = [
        {*office.get(ALL, {"busena": state}).context["page_obj"].object_list}
        for state in ("nepatikrintos", "patikrintos", "atlaisvintos", "nera")
    ]

    assert found == [{organisation}, {verified}, {freed}, {organisation, verified, freed}]


def test_two_hundred_need_no_more_queries_than_one(office, organisation):
    with CaptureQueriesContext(connection) as few:
        office.get(ALL)
    founder = factories.UserFactory()
    for _ in range(200):
        factories.OrganisationFactory(founded_by=founder)

    with CaptureQueriesContext(connection) as many:
        page = office.get(ALL)

    assert len(many) <= len(few)
    assert len(page.context["page_obj"].object_list) == 50
    assert "Found: 201" in text_of(page)


def test_the_office_verifies_and_sees_who_did(office, organisation):
    before = office.get(address(organisation))

    done = press(office, organisation, "patikrinti/")

    page = office.get(done.url)
    assert acts(before) == ["patikrinti", "taisyti", "atlaisvinti"]
    assert (done.status_code, done.url) == (303, address(organisation))
    assert acts(page) == ["taisyti", "atlaisvinti"]
    assert WHY["reason"] in text_of(page)
    assert "The organisation is verified." in text_of(page)


def test_the_office_corrects_and_sees_both(office, organisation):
    facts = {**organisation.facts, "name": "Ąžuolas", "legal_form": "other", "code": "304 871 235"}

    done = press(office, organisation, "taisyti/", **facts)

    page = text_of(office.get(done.url))
    assert "<ins>Ąžuolas</ins>" in page
    assert "Legal form: <del>Association</del> → <ins>Other</ins>" in page
    assert "<h1>Ąžuolas</h1>" in page
    assert "<ins>304871235" not in page


def test_a_faulty_correction_is_named_and_changes_nothing(office, organisation):
    other = factories.OrganisationFactory()

    taken = press(office, organisation, "taisyti/", **{**organisation.facts, "code": other.code})
    empty = press(office, organisation, "taisyti/", name="", reason="")

    assert (taken.status_code, empty.status_code) == (422, 422)
    assert "This organisation is in the portal already." in text_of(taken)
    assert "Give the reason" in text_of(empty)
    assert f"<h1>{empty.context['form'].title}</h1>" in text_of(empty)
    assert Organisation.objects.get(pk=organisation.pk).facts == organisation.facts


def test_the_code_of_one_that_submitted_something_is_not_offered(office, organisation):
    factories.submitted(organisation=organisation)

    page = office.get(address(organisation))
    form = office.get(address(organisation, "taisyti/")).context["form"]
    refused = press(office, organisation, "atlaisvinti/")

    assert "Applications submitted: 1." in text_of(page)
    assert acts(page) == ["patikrinti", "taisyti"]
    assert "code" not in form.fields
    assert refused.status_code == 422


def test_the_true_owner_can_add_it_once_it_is_freed(office, organisation):
    squatter = factories.member_of(organisation)
    facts = {**organisation.facts, "name": "Tikroji"}
    owner = Client()
    owner.force_login(factories.UserFactory())
    assert owner.post("/en/organizacijos/nauja/", facts).status_code == 422

    press(office, organisation, "atlaisvinti/")

    page = office.get(address(organisation))
    assert acts(page) == []
    assert squatter.email in text_of(page)
    assert owner.post("/en/organizacijos/nauja/", facts).status_code == 303
    assert Organisation.objects.standing().get(code=organisation.code).name == "Tikroji"


def test_a_page_that_is_out_of_date_changes_nothing(office, organisation):
    old = seen(office, organisation, "patikrinti/")
    press(office, organisation, "taisyti/", **{**organisation.facts, "name": "Kita"})

    answer = office.post(address(organisation, "patikrinti/"), {**old, **WHY})

    assert answer.status_code == 409
    assert Organisation.objects.get(pk=organisation.pk).verified_at is None


def test_a_double_click_acts_once(office, organisation):
    data = {**seen(office, organisation, "patikrinti/"), **WHY}

    answers = [office.post(address(organisation, "patikrinti/"), data) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [303, 303]
    assert organisation.changes.count() == 1


@pytest.mark.parametrize("tie", ["member", "conflict"])
def test_whoever_has_a_tie_with_it_reads_and_changes_nothing(organisation, tie):
    application = factories.submitted(organisation=organisation)
    person = factories.member_of(organisation) if tie == "member" else factories.UserFactory()
    person.role_grants.create(role=Role.MANAGER)
    if tie == "conflict":
        conflict = factories.press(person)
        declaring.declare(application, conflict, has_conflict=True, relation="family")
    client = Client()
    client.force_login(person)

    page = client.get(address(organisation))

    assert acts(page) == []
    assert "somebody else decides about it" in text_of(page)
    for act in ("patikrinti/", "taisyti/", "atlaisvinti/"):
        assert client.get(address(organisation, act)).status_code == 403
        assert client.post(address(organisation, act), WHY).status_code == 403


def test_an_auditor_reads_and_an_unknown_act_is_none(office, organisation):
    auditor = Client()
    auditor.force_login(factories.user_with(Role.AUDITOR))

    assert acts(auditor.get(address(organisation))) == []
    assert auditor.post(address(organisation, "patikrinti/"), WHY).status_code == 403
    assert office.get(address(organisation, "trinti/")).status_code == 404
