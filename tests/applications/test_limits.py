"""One account adds so many organisations and starts so many applications, no more."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection, transaction

from applications.models import Application, MembershipRole, Organisation
from applications.models.organisation import check_digit
from applications.operations import drafting, membership
from strategy_portal.clock import reading
from strategy_portal.errors import Throttled
from tests import clock, factories

FACTS = {"name": "Asociacija", "legal_form": "association", "address": "Vilniaus al. 1"}


def code(number: int) -> str:
    first = f"3999{number:04d}"
    return f"{first}{check_digit(first)}"


def found(person, count: int, start: int = 0) -> None:
    for number in range(start, start + count):
        drafting.found(Organisation(**FACTS, code=code(number)), by=person)


def a_day_passes() -> None:
    clock.move_to(reading.now() + timedelta(days=1, minutes=1))


@pytest.mark.django_db
def test_organisations_are_limited_by_day_and_in_all(monkeypatch):
    person = factories.UserFactory()
    monkeypatch.setattr(drafting, "ORGANISATIONS", 15)

    found(person, 10)
    with pytest.raises(Throttled, match="per parą galima pridėti organizacijų: 10"):
        found(person, 1, 10)
    found(factories.UserFactory(), 1, 11)
    a_day_passes()
    found(person, 5, 20)
    with pytest.raises(Throttled, match="galima pridėti organizacijų: 15"):
        found(person, 1, 30)

    assert Organisation.objects.filter(founded_by=person).count() == 15


@pytest.mark.django_db
def test_leaving_an_organisation_gives_no_place_back():
    person = factories.UserFactory()
    found(person, 10)
    organisation = Organisation.objects.first()
    factories.member_of(organisation)
    membership.remove(organisation.memberships.get(user=person))

    with pytest.raises(Throttled):
        found(person, 1, 10)


@pytest.mark.django_db
def test_those_that_the_office_verified_do_not_count():
    person = factories.UserFactory()
    found(person, 10)

    factories.verified(Organisation.objects.first())
    found(person, 1, 10)
    with pytest.raises(Throttled):
        found(person, 1, 11)


@pytest.mark.django_db
def test_the_page_says_so_with_its_status(client):
    person = factories.UserFactory()
    client.force_login(person)
    found(person, 10)

    answer = client.post("/en/organizacijos/nauja/", {**FACTS, "code": code(10)})

    assert answer.status_code == 429
    assert "One account can add 10 organisations a day." in answer.content.decode()
    assert Organisation.objects.count() == 10


@pytest.mark.django_db
def test_drafts_are_limited_by_day(client, monkeypatch):
    monkeypatch.setattr(drafting, "DRAFTS_A_DAY", 2)
    call, person = factories.make_call(), factories.UserFactory()
    own = [factories.OrganisationFactory() for _ in range(3)]
    for organisation in own:
        organisation.memberships.create(user=person, role=MembershipRole.OWNER)
    client.force_login(person)
    address = f"/en/kvietimai/{call.number}/pradeti/"

    answers = [client.post(address, {"organisation": one.pk}) for one in [own[0], *own]]

    assert [answer.status_code for answer in answers] == [303, 303, 303, 429]
    assert "One account can start 2 applications a day." in answers[-1].content.decode()
    a_day_passes()
    assert client.post(address, {"organisation": own[2].pk}).status_code == 303


@pytest.mark.django_db(transaction=True)
def test_simultaneous_requests_are_counted_one_after_another():
    person = factories.UserFactory()
    found(person, 9)
    first_is_in, answers = threading.Event(), []

    def second() -> None:
        try:
            first_is_in.wait(5)
            found(person, 1, 10)
        except Throttled as refusal:
            answers.append(refusal)
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as pool:
        result = pool.submit(second)
        with transaction.atomic():
            found(person, 1, 9)
            first_is_in.set()
            wait_until_blocked()
        result.result()

    assert len(answers) == 1
    assert Organisation.objects.count() == 10
    assert not Application.objects.exists()


def wait_until_blocked() -> None:
    """At most two seconds."""
    with connection.cursor() as cursor:
        cursor.execute("""
            DO $$
            BEGIN
                FOR round IN 1..200 LOOP
                    EXIT WHEN EXISTS (SELECT FROM pg_locks WHERE NOT granted);
                    PERFORM pg_sleep(0.01);
                END LOOP;
            END $$
        """)
