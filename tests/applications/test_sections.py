"""Filling in an application by sections: what is saved and rejected; nothing typed is lost."""

from datetime import timedelta
from decimal import Decimal

import pytest

from applications.forms.sections import FORMS
from applications.models import MembershipRole
from strategy_portal.clock import reading
from tests import factories

pytestmark = pytest.mark.django_db

BIG = "ą" * 1_000_000


@pytest.fixture
def draft(client):
    application = factories.make_application(complete=False)
    client.force_login(application.created_by)
    return application


def url(application, section):
    return f"/en/paraiskos/{application.reference}/{section}/"


def save(client, application, section="esme", *, revision="0", **typed):
    return client.post(url(application, section), {"revision": revision, **typed})


@pytest.mark.parametrize(
    ("section", "following"),
    [
        ("organizacija", "esme/"),
        ("esme", "samata/"),
        ("finansavimas", "deklaracijos/"),
        ("deklaracijos", "patikrinti/"),
    ],
)
def test_an_empty_section_is_saved_and_leads_on(client, draft, section, following):
    answer = save(client, draft, section)

    assert answer.status_code == 303
    assert answer.url == url(draft, following.rstrip("/"))
    assert factories.again(draft).revisions == {section: 1}


def test_saving_may_lead_to_the_list_or_back_to_the_check(client, draft):
    typed = {"title": "Šeimos ratas"}

    to_list = save(client, draft, list="1", **typed)
    back = url(draft, "esme") + "?grizti=patikrinti"
    to_check = client.post(back, {"revision": "1", **typed})

    assert to_list.url == f"/en/paraiskos/{draft.reference}/"
    assert to_check.url == url(draft, "patikrinti")
    assert factories.again(draft).title == "Šeimos ratas"


def test_a_malformed_date_is_refused_and_everything_typed_stays(client, draft):
    typed = {"title": "Šeimos ratas", "starts_on": "2027-02-30", "ends_on": "rytoj"}

    answer = save(client, draft, **typed)

    page = answer.content.decode()
    assert answer.status_code == 422
    # Each in the summary and at its field
    assert page.count("Enter a date, for example 2027-03-01") == 4
    for text in typed.values():
        assert f'value="{text}"' in page
    assert "<title>Error: " in page
    assert factories.again(draft).title == ""


def test_the_end_must_come_after_the_start(client, draft):
    answer = save(client, draft, starts_on="2027-03-01", ends_on="2027-02-28")

    assert answer.status_code == 422
    assert "The end date must be later than the start date" in answer.content.decode()


def test_a_text_too_long_is_refused_by_how_much_and_kept(client, draft):
    answer = save(client, draft, title="a" * 151, need=BIG)

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "shorten it by 1 character<" in page
    assert "shorten it by 997000 characters<" in page
    assert BIG in page


def test_a_line_break_counts_as_one_character(client, draft):
    answer = save(client, draft, public_summary="a" * 598 + "\r\nb")

    assert answer.status_code == 303
    assert factories.again(draft).public_summary == "a" * 598 + "\nb"


@pytest.mark.parametrize("revision", ["", "abc", "-1", "1.0", "9" * 40])
def test_a_broken_revision_keeps_the_text_and_the_next_press_saves_it(client, draft, revision):
    refused = save(client, draft, revision=revision, title="Mano")
    assert refused.status_code == 422
    assert 'value="Mano"' in refused.content.decode()

    renewed = refused.context["form"]["revision"].value()
    saved = save(client, draft, revision=renewed, title="Mano")

    assert saved.status_code == 303
    assert factories.again(draft).title == "Mano"


def test_somebody_faster_is_shown_beside_and_the_next_press_keeps_mine(client, draft):
    mine = {"title": "Mano pavadinimas", "need": "Jų poreikis"}
    save(client, draft, title="Jų pavadinimas", need="Jų poreikis")

    refused = save(client, draft, **mine)

    assert refused.status_code == 409
    assert refused.context["differences"] == [
        {"label": "Project title", "typed": "Mano pavadinimas", "saved": "Jų pavadinimas"}
    ]
    assert 'value="Mano pavadinimas"' in refused.content.decode()
    assert 'name="revision" value="1"' in refused.content.decode()
    assert save(client, draft, revision="1", **mine).status_code == 303
    assert factories.again(draft).title == "Mano pavadinimas"


def test_a_stale_form_never_undoes_a_submission(client):
    application = factories.make_application()
    client.force_login(application.created_by)
    factories.submitted(application)

    answer = save(client, application, title="Vėliau")

    assert answer.status_code == 409
    assert 'value="Vėliau"' in answer.content.decode()
    fresh = factories.again(application)
    assert (fresh.status, fresh.title) == ("submitted", "Šeimos ratas")


def test_after_the_call_closed_a_section_is_read_only_and_saving_is_refused_with_the_text(client):
    closed = factories.make_call(closes_at=reading.now() - timedelta(seconds=1))
    application = factories.make_application(closed, title="Kaip buvo")
    client.force_login(application.created_by)

    shown = client.get(url(application, "esme")).content.decode()
    refused = save(client, application, title="Po laiko")

    assert "Kaip buvo" in shown
    assert "<textarea" not in shown
    assert refused.status_code == 409
    assert 'value="Po laiko"' in refused.content.decode()
    assert factories.again(application).title == "Kaip buvo"


@pytest.mark.parametrize(
    "section", ["organizacija", "esme", "samata", "finansavimas", "deklaracijos"]
)
def test_viewers_read_strangers_find_nothing(client, draft, section):
    client.force_login(factories.member_of(draft.organisation, MembershipRole.VIEWER))
    assert client.get(url(draft, section)).status_code == 200
    assert save(client, draft, section).status_code == 403

    client.force_login(factories.UserFactory())
    assert client.get(url(draft, section)).status_code == 404
    assert save(client, draft, section).status_code == 404


def test_editors_fill_in(client, draft):
    client.force_login(factories.member_of(draft.organisation, MembershipRole.EDITOR))

    assert save(client, draft, title="Redaktorės").status_code == 303


def test_an_unknown_section_is_not_found(client, draft):
    assert client.get(url(draft, "partneriai")).status_code == 404


def test_one_press_enters_the_rest_as_own_contribution(client):
    application = factories.make_application(requested="9000.00", cost="10000.00", own_funds=None)
    client.force_login(application.created_by)

    sums = {"requested": "9 000", "other_funds": "250,50"}
    answer = save(client, application, "finansavimas", fill="1", **sums)

    assert answer.url == url(application, "finansavimas")
    assert factories.again(application).own_funds == Decimal("749.50")


def test_there_is_no_rest_when_the_sources_are_more_than_the_costs(client):
    application = factories.make_application(cost="10000.00")
    client.force_login(application.created_by)

    answer = save(client, application, "finansavimas", requested="10000,01", fill="1")

    assert answer.status_code == 422
    assert "0.01 EUR more than the costs" in answer.content.decode().replace("\u00a0", " ")


def test_an_ambiguous_sum_is_asked_about(client, draft):
    answer = save(client, draft, "finansavimas", requested="3.250")

    assert answer.status_code == 422
    assert "It is not clear" in answer.content.decode()
    assert 'value="3.250"' in answer.content.decode()
    assert factories.again(draft).requested is None


def test_what_is_left_to_fill_in_is_said_on_a_second_visit_only(client, draft):
    first = client.get(url(draft, "esme")).content.decode()
    save(client, draft, title="Šeimos ratas")
    second = client.get(url(draft, "esme")).content.decode()

    assert "Still to complete" not in first
    assert "Still to complete or correct: 7" in second
    assert '<a href="#id_need">Describe the problem or need</a>' in second


def test_no_declaration_is_ticked_beforehand_and_ticks_are_kept(client, draft):
    assert "checked" not in client.get(url(draft, "deklaracijos")).content.decode()

    save(client, draft, "deklaracijos", is_truthful="on")

    fresh = factories.again(draft)
    assert (fresh.is_truthful, fresh.is_solvent) == (True, False)


def test_only_what_may_stay_empty_is_marked_optional():
    assert {name for form in FORMS.values() for name in form.optional} == {"other_funds"}


@pytest.mark.parametrize(
    "section", ["organizacija", "esme", "samata", "finansavimas", "deklaracijos"]
)
def test_a_section_needs_few_queries(client, section, django_assert_max_num_queries):
    application = factories.make_application()
    client.force_login(application.created_by)

    with django_assert_max_num_queries(12):
        assert client.get(url(application, section)).status_code == 200
