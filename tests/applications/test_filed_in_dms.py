"""A call whose applications are submitted in DMS alone: none is started or submitted here."""

import pytest
from django.db import IntegrityError
from django.db.transaction import atomic

from applications.models import Application, LateAttempt, Status
from applications.operations import drafting, submitting
from strategy_portal.clock import reading as clock
from strategy_portal.errors import Elsewhere
from tests import factories

pytestmark = pytest.mark.django_db
SAID = "are submitted through the national system DMS"


@pytest.fixture
def draft():
    """Begun before its kind of call was refused here."""
    return factories.make_application(factories.make_call(channel="dms"))


@pytest.fixture
def applicant(client, draft):
    client.force_login(draft.created_by)
    return client


def text_of(answer) -> str:
    return " ".join(answer.content.decode().split())


def test_the_address_of_its_start_explains_and_refuses(applicant, draft):
    address = f"/en/kvietimai/{draft.call.number}/pradeti/"

    shown = applicant.get(address)
    sent = applicant.post(address, {"organisation": draft.organisation.pk})

    assert [shown.status_code, sent.status_code] == [409, 409]
    assert SAID in text_of(shown)
    assert "<form class" not in text_of(shown)
    assert Application.objects.count() == 1


def test_nothing_is_started_saved_or_submitted(draft):
    person, revision = draft.created_by, draft.revisions.get("esme", 0)
    other = factories.OrganisationFactory()

    with pytest.raises(Elsewhere, match="per DMS"):
        drafting.start(draft.call, other, by=person)
    with pytest.raises(Elsewhere):
        drafting.save_section(draft, "esme", {"need": "Kitas."}, revision=revision)
    with pytest.raises(Elsewhere):
        submitting.submit(draft, factories.press(person), at=clock.now())

    assert Application.objects.get().status == Status.DRAFT
    assert Application.objects.get().need == "Poreikis."
    assert not LateAttempt.objects.exists()


def test_a_draft_begun_earlier_can_be_read(applicant, draft):
    own = f"/en/paraiskos/{draft.reference}/"

    pages = {
        part: text_of(applicant.get(own + part)) for part in ("", "esme/", "samata/", "patikrinti/")
    }

    assert all("Your answers are kept." in page for page in pages.values())
    assert all("<textarea" not in page and "btn-primary" not in page for page in pages.values())
    assert "Poreikis." in pages["esme/"]
    assert "submit by" not in pages[""]
    assert applicant.get(own + "pateikti/").url == own + "patikrinti/"


def test_the_list_asks_for_nothing_that_can_not_be_done(applicant, draft):
    page = text_of(applicant.get("/en/mano/"))

    assert "Waiting for you" not in page
    assert "apply through DMS" in page


def test_the_database_lets_none_be_submitted(draft):
    with pytest.raises(IntegrityError, match="application_is_submitted_in_time"), atomic():
        Application.objects.filter(pk=draft.pk).update(
            status="submitted",
            sequence=1,
            number=f"{draft.call.number}-001",
            submitted_at=clock.now(),
        )
