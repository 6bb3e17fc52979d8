"""What somebody with the portal's own database role can't forge: people, calls, the plan, mail."""

from datetime import timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from django.apps import apps
from django.contrib.admin.models import ADDITION, LogEntry

from applications.operations import submitting
from budget.models import (
    Account,
    Action,
    Amendment,
    AmendmentLine,
    Entry,
    FundingSource,
    Kind,
    Strategy,
    Task,
)
from calls.models import Call, CheckItem, Criterion
from strategy_portal.accounts.models import Role, RoleGrant, User
from strategy_portal.clock import reading
from strategy_portal.clock.models import Clock
from strategy_portal.guards import rights_left
from strategy_portal.mail.models import Attempt, Delivery, Message
from strategy_portal.requests.models import Request
from tests import factories
from tests.house.forging import IN_2020
from tests.refusals import refused, run

pytestmark = pytest.mark.django_db


@pytest.fixture
def call():
    return factories.make_call()


@pytest.fixture
def strategy():
    return factories.make_action().strategy


# People


@pytest.mark.parametrize("right", ["is_superuser", "is_staff"])
def test_oneself_as_an_administrator(right):
    person = factories.UserFactory()

    with refused("only the owner of the tables may do this"):
        User.objects.filter(pk=person.pk).update(**{right: True})
    with refused("only the owner of the tables may do this"):
        User.objects.create(email="naujas@example.org", name="Nauja", **{right: True})


def test_the_administrations_log_erased_or_changed():
    person = factories.UserFactory()
    LogEntry.objects.create(user=person, object_repr="x", action_flag=ADDITION)

    for statement in ("DELETE FROM django_admin_log", "UPDATE django_admin_log SET object_repr=''"):
        with refused("permission denied"):
            run(statement)


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"role": Role.MANAGER}, "grant is frozen"),
        ({"valid_from": IN_2020}, "grant is frozen"),
        ({"granted_at": IN_2020}, "grant is frozen"),
        ({"document": "Kitas"}, "grant is frozen"),
        ({"valid_until": IN_2020}, "a grant ends today or later"),
    ],
    ids=str,
)
def test_a_grant_changed(change, why):
    person = factories.user_with(Role.BOARD)

    with refused(why):
        person.role_grants.update(**change)


def test_a_grant_given_to_somebody_else_removed_dated_back_or_of_an_unknown_role():
    person = factories.user_with(Role.BOARD)
    yesterday = reading.today() - timedelta(days=1)

    with refused("grant is frozen"):
        person.role_grants.update(user=factories.UserFactory())
    with refused("permission denied"):
        person.role_grants.all().delete()
    with refused("a grant starts today or later"):
        RoleGrant.objects.create(user=person, role=Role.MANAGER, valid_from=yesterday)
    with refused("role_grant_role_is_known"):
        RoleGrant.objects.create(user=person, role="king")


def test_a_deactivated_persons_grant_gives_no_right():
    application = factories.submitted()
    coordinator = factories.user_with(Role.COORDINATOR)
    User.objects.filter(pk=coordinator.pk).update(is_active=False)

    with refused("check_sheet_is_begun_by_a_coordinator"):
        run(
            "INSERT INTO selection_checksheet (application_id, checked_by_id) VALUES (%s, %s)",
            application.pk,
            coordinator.pk,
        )


def test_rows_that_exchange_their_keys():
    """Whoever refers to them would refer to the other one."""
    one, other = factories.UserFactory(), factories.user_with(Role.MANAGER)

    with refused("these rows keep their keys"):
        run("UPDATE accounts_user SET id = -1 WHERE id = %s", one.pk)
        run("UPDATE accounts_user SET id = %s WHERE id = %s", one.pk, other.pk)


def test_whatever_refers_to_a_row_of_ours_finds_the_same_one_for_ever():
    referred = {
        field.related_model
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if field.many_to_one or (field.one_to_one and field.concrete)
    }
    ours = [model for model in referred if hasattr(model._meta, "triggers")]
    changeable = [model for model in ours if "UPDATE" in rights_left(model)]

    unkept = {
        model
        for model in changeable
        if "key_stays" not in {trigger.name for trigger in model._meta.triggers}
    }

    # Frozen with their call, whole
    assert unkept == {Criterion, CheckItem}


# Calls


@pytest.mark.parametrize(
    "change",
    [
        {"closes_at": IN_2020 + timedelta(days=9999)},
        {"pass_mark": 0},
        {"amount": 99999999},
        {"evaluators": 1},
        {"published_at": None},
        {"published_by": None},
        {"tie_break": ["smaller"]},
    ],
    ids=str,
)
def test_a_published_call_changed(call, change):
    with refused("published rules are frozen"):
        Call.objects.filter(pk=call.pk).update(**change)


def test_a_published_calls_criteria_and_questions_changed(call):
    draft = factories.make_call(published=False)
    for rows in (call.criteria, call.check_items):
        with refused("frozen with its row of calls_call"):
            rows.update(position=9)
        with refused("frozen with its row of calls_call"):
            rows.update(call=draft)
        with refused("frozen with its row of calls_call"):
            run(f"DELETE FROM {rows.model._meta.db_table} WHERE call_id = %s", call.pk)
    with refused("frozen with its row of calls_call"):
        CheckItem.objects.create(call=call, position=9, text="Nauja")


def test_a_call_that_begins_published_or_is_published_by_somebody_else(call):
    draft = factories.make_call(published=False)
    rows = Call.objects.filter(pk=draft.pk)

    with refused("call_is_published_by_a_coordinator"):
        rows.update(published_at=reading.now(), published_by=factories.user_with(Role.MANAGER))
    draft.criteria.filter(position=1).update(weight=1)
    with refused("call_weights_sum_to_100"):
        rows.update(published_at=reading.now(), published_by=draft.created_by)
    draft.pk, draft.published_at, draft.number, draft.sequence = None, reading.now(), "9-K9", 9
    with refused("a call is published later"):
        draft.save(force_insert=True)


# The plan and the clock


def test_a_new_allocation_that_raises_a_cap(strategy):
    version = strategy.amendments.get()
    for target in ({"action": strategy.actions.get()}, {"source": strategy.sources.first()}):
        for amendment in (None, version):
            with refused("entry_is_of_its_version"):
                Entry.objects.create(
                    strategy=strategy,
                    kind=Kind.ALLOCATION,
                    amount=Decimal("1000000.00"),
                    amendment=amendment,
                    request_key="daugiau",
                    **target,
                )


@pytest.mark.wrong_books  # the forged amendment lacks the other figures
def test_a_transfer_that_no_amendment_says(strategy):
    clerk, manager = factories.user_with(Role.COORDINATOR), factories.user_with(Role.MANAGER)
    action = strategy.actions.get()
    amendment = Amendment.objects.create(
        strategy=strategy, number=1, reason="Keičiame", prepared_by=clerk
    )
    AmendmentLine.objects.create(
        amendment=amendment, action=action, before=100000, after=100500, places_before=10
    )
    put_in_force(amendment, manager)

    with refused("entry_is_a_line_of_its_version"):
        transfer(amendment, action, amount=501)
    transfer(amendment, action, amount=500)
    with refused("entry_is_a_line_of_its_version"):
        transfer(amendment, action, amount=500)


def transfer(amendment, action, *, amount) -> None:
    amendment.refresh_from_db()
    Entry.objects.create(
        strategy=amendment.strategy,
        kind=Kind.TRANSFER,
        action=action,
        amount=amount,
        amendment=amendment,
        reason=amendment.reason,
        prepared_by=amendment.prepared_by,
        posted_by=amendment.confirmed_by,
        document=amendment.document,
        document_date=amendment.document_date,
        effective_on=amendment.effective_on,
        request_key=str(uuid4()),
    )


def put_in_force(amendment, by) -> None:
    Amendment.objects.filter(pk=amendment.pk).update(
        published_at=reading.now(),
        published_by=by,
        confirmed_at=reading.now(),
        confirmed_by=by,
        document="Protokolas",
        document_date=reading.today(),
        effective_on=reading.today(),
    )


def test_an_amendment_that_begins_in_force_or_is_of_nobody_in_the_office(strategy):
    clerk, stranger = factories.user_with(Role.COORDINATOR), factories.UserFactory()
    values = {"strategy": strategy, "number": 1, "reason": "Keičiame"}

    for change in ({"published_at": IN_2020, "published_by": clerk}, {"withdrawn_at": IN_2020}):
        with refused("amendment_begins_pending"):
            Amendment.objects.create(prepared_by=clerk, **values, **change)
    with refused("amendment_is_prepared_in_office"):
        Amendment.objects.create(prepared_by=stranger, **values)
    amendment = Amendment.objects.create(prepared_by=clerk, **values)
    with refused("amendment_is_confirmed_in_office"):
        put_in_force(amendment, stranger)
    with refused("amendment_is_confirmed_by_another_person"):
        put_in_force(amendment, clerk)


def test_the_strategys_codes_and_names(strategy):
    for model, change, why in (
        (Strategy, {"code": "kita"}, "loaded is frozen"),
        (Strategy, {"name": "Kita"}, "loaded is frozen"),
        (Task, {"name": "Kitas"}, "loaded is frozen"),
        (Action, {"code": "1.1"}, "journal names it"),
        (Action, {"name": "Kitas"}, "journal names it"),
        (FundingSource, {"code": "kitas"}, "journal names it"),
        (FundingSource, {"position": 9}, "journal names it"),
    ):
        with refused(why):
            model.objects.update(**change)
        with refused("permission denied"):
            run(f"DELETE FROM {model._meta.db_table}")


def test_balances_and_the_clock():
    with refused("permission denied"):
        Account.objects.update(ceiling=1)
    with refused("permission denied"):
        Clock.objects.create(pk=1, ahead=timedelta(days=1))


# Mail and presses


def test_a_letter_changed_removed_or_sent_by_nobody():
    message = Message.objects.create(
        kind="a", recipient="a@example.org", language="lt", values={}, message_id="<a@b>"
    )
    rows = Delivery.objects.filter(message=message)

    with refused("permission denied"):
        Message.objects.update(recipient="b@example.org")
    with refused("permission denied"):
        run("DELETE FROM mail_delivery")
    with refused("delivery_sent_has_its_attempt"):
        rows.update(status="sent", due_at=None)
    Attempt.objects.create(message=message, failure="Atmesta")
    with refused("delivery_sent_has_its_attempt"):
        rows.update(status="sent", due_at=None)
    with refused("mail_delivery_pkey"):
        run("INSERT INTO mail_delivery VALUES (%s, 'waiting', 0, now())", message.pk)


def test_a_press_of_somebody_else_or_of_another_day_or_that_made_something_else():
    application = factories.make_application()
    submitted = factories.submitted(application)
    request = Request.objects.get(pressed_by=submitted.created_by)
    rows = Request.objects.filter(pk=request.pk)

    for change in ({"pressed_by": factories.UserFactory()}, {"pressed_at": IN_2020}):
        with refused("origin is frozen"):
            rows.update(**change)
    with refused("made is frozen"):
        rows.update(made="77")
    with refused("permission denied"):
        rows.delete()
    assert submitting.ApplicationVersion.objects.get(pk=request.made)
