"""Submitting: in time, complete, numbered without gaps, frozen."""

import hashlib
import json
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
import time_machine
from django.db import Error, connection, transaction

from applications.models import Application, ApplicationVersion, CostLine, LateAttempt, Status
from applications.operations import drafting, submitting
from strategy_portal.clock import reading
from strategy_portal.errors import KeyReused, Late, NotReady, Stale
from strategy_portal.requests.press import Press
from tests import clock, factories

SECOND = timedelta(seconds=1)


def submit(application, at=None, key=None):
    """Submit at the moment `at`, by default a second before the call closes."""
    press = Press(application.created_by, key or uuid4())
    at = at or application.call.closes_at - SECOND
    clock.move_to(at)
    return submitting.submit(application, press, at=at)


@pytest.mark.django_db
def test_one_second_before_closing_is_in_time():
    application = factories.make_application()

    version = submit(application, at=application.call.closes_at - SECOND)

    fresh = factories.again(application)
    assert (fresh.status, fresh.number) == (Status.SUBMITTED, f"{fresh.call.number}-001")
    assert fresh.submitted_at == version.submitted_at == application.call.closes_at - SECOND


@pytest.mark.django_db
@pytest.mark.parametrize("after", [timedelta(0), SECOND, timedelta(days=9)])
def test_from_the_closing_moment_on_it_is_late_and_recorded(after):
    application = factories.make_application()

    with pytest.raises(Late):
        submit(application, at=application.call.closes_at + after)

    assert factories.again(application).status == Status.DRAFT
    assert LateAttempt.objects.get().attempted_at == application.call.closes_at + after
    assert not ApplicationVersion.objects.exists()


@pytest.mark.django_db
def test_the_clock_of_the_web_process_does_not_matter():
    with time_machine.travel(datetime(2001, 1, 1, tzinfo=UTC)):
        moment = reading.now()

    assert moment.year > 2020


@pytest.mark.django_db
def test_what_is_missing_is_said_all_at_once_and_nothing_changes():
    application = factories.make_application(complete=False)

    with pytest.raises(NotReady) as refusal:
        submit(application)

    assert len(refusal.value.problems) > 15
    assert factories.again(application).status == Status.DRAFT


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("requested", "cost"),
    [("10000.01", "20000.00"), ("9250.01", "10000.00"), ("0.00", "100.00")],
    ids=["over the call's limit", "over the rate", "nothing"],
)
def test_sums_over_the_limits_are_refused(requested, cost):
    application = factories.make_application(requested=requested, cost=cost)

    with pytest.raises(NotReady) as refusal:
        submit(application)

    assert len(refusal.value.problems) == 1


@pytest.mark.django_db
def test_the_largest_sum_the_call_allows_is_accepted():
    submit(factories.make_application(requested="9250.00", cost="10000.00"))

    assert Application.objects.get().status == Status.SUBMITTED


@pytest.mark.django_db
def test_the_same_key_answers_as_the_first_time():
    application, key = factories.make_application(), uuid4()

    first = submit(application, key=key)
    second = submit(factories.again(application), key=key)

    assert first.pk == second.pk
    assert ApplicationVersion.objects.count() == 1


@pytest.mark.django_db
def test_what_was_submitted_in_time_is_answered_after_the_closing_too():
    application, key = factories.make_application(), uuid4()
    first = submit(application, key=key)

    again = submit(factories.again(application), at=application.call.closes_at, key=key)

    assert again == first
    assert not LateAttempt.objects.exists()


@pytest.mark.django_db
def test_a_key_that_came_too_late_is_not_used_up():
    application, key = factories.make_application(), uuid4()
    with pytest.raises(Late):
        submit(application, at=application.call.closes_at, key=key)

    assert submit(application, at=application.call.closes_at - SECOND, key=key).number == 1


@pytest.mark.django_db
def test_a_key_of_another_application_and_a_second_key_are_refused():
    application, key = factories.make_application(), uuid4()
    submit(application, key=key)

    with pytest.raises(KeyReused):
        submit(factories.make_application(), key=key)
    with pytest.raises(Stale):
        submit(factories.again(application))


@pytest.mark.django_db
def test_the_version_holds_every_answer_and_its_own_hash():
    application = factories.make_application(title="„Šeimos ratas“", requested="9000.00")

    version = submit(application)

    content = json.loads(version.content)
    assert version.sha256 == hashlib.sha256(version.content.encode()).hexdigest()
    assert content["answers"]["title"] == "„Šeimos ratas“"
    assert content["answers"]["requested"] == "9000.00"
    assert content["costs"][0]["amount"] == "10000.00"
    assert content["number"] == f"{application.call.number}-001"


@pytest.mark.django_db
@pytest.mark.parametrize("change", ["answer", "line", "new line", "version", "delete version"])
def test_submitted_content_is_frozen_by_the_database_even_to_the_owner(as_owner, change):
    application = factories.submitted()
    connection.check_constraints()
    rows = Application.objects.filter(pk=application.pk)
    lines = CostLine.objects.filter(application=application)
    steps = {
        "answer": lambda: rows.update(requested=Decimal("1.00")),
        "line": lambda: lines.update(unit_price=Decimal("1.00")),
        "new line": lambda: CostLine.objects.create(application=application, position=9),
        "version": lambda: ApplicationVersion.objects.update(content="{}"),
        "delete version": lambda: ApplicationVersion.objects.all().delete(),
    }

    with pytest.raises(Error, match="frozen|only ever added|kept"), transaction.atomic():
        steps[change]()


@pytest.mark.django_db
def test_a_stale_form_never_undoes_a_submission():
    stale = factories.make_application()
    submit(factories.again(stale))

    with pytest.raises(Stale):
        drafting.save_section(stale, "esme", {"title": "Kitas"}, revision=0)

    fresh = factories.again(stale)
    assert (fresh.status, fresh.title) == (Status.SUBMITTED, "Šeimos ratas")


@pytest.mark.django_db
def test_a_section_somebody_else_saved_is_not_overwritten():
    application = factories.make_application()
    drafting.save_section(application, "esme", {"title": "Pirmas"}, revision=0)

    with pytest.raises(Stale):
        drafting.save_section(application, "esme", {"title": "Antras"}, revision=0)

    assert factories.again(application).title == "Pirmas"


@pytest.mark.django_db
def test_withdrawing_a_proposed_application_returns_its_money():
    application = factories.scored(requested="9000.00")
    factories.prepared(application.call)

    submitting.withdraw(application, factories.press(application.created_by))

    account = application.call.action.account
    assert (account.reserved, account.reserved_projects) == (Decimal("0.00"), 0)
    assert factories.again(application).status == Status.WITHDRAWN


@pytest.mark.django_db
def test_a_funded_application_can_no_longer_be_withdrawn():
    application = factories.approved()

    with pytest.raises(Stale):
        submitting.withdraw(application, factories.press(application.created_by))


@pytest.mark.django_db
def test_withdrawing_by_the_same_press_answers_as_the_first_time():
    application = factories.submitted()
    press = factories.press(application.created_by)

    for _press in range(2):
        withdrawn = submitting.withdraw(application, press, reason="Persigalvojome")
        assert withdrawn.status == Status.WITHDRAWN
    with pytest.raises(KeyReused):
        submitting.withdraw(application, press, reason="Kita priežastis")

    assert application.status_changes.filter(transition="withdraw").count() == 1


@pytest.mark.django_db(transaction=True)
def test_numbers_given_at_the_same_moment_have_no_gap():
    call = factories.make_call()
    drafts = [factories.make_application(call) for _number in range(8)]

    def run(application):
        try:
            submit(application)
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(run, drafts))

    assert sorted(call.applications.values_list("sequence", flat=True)) == list(range(1, 9))


@pytest.mark.django_db(transaction=True)
def test_a_button_pressed_twice_at_once_submits_once():
    application, key = factories.make_application(), uuid4()

    def run(_number):
        try:
            return submit(factories.again(application), key=key).pk
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        assert len(set(pool.map(run, range(4)))) == 1
