"""Rules of a call that the database and the operations enforce."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models import ProtectedError

from calls import operations
from calls.models import RULES, Call, CheckItem, Criterion
from strategy_portal.accounts.models import Role
from strategy_portal.clock import reading
from strategy_portal.errors import KeyReused, NotReady, Stale
from tests import factories

OTHER_RULES = {
    "number": "9.9-K9",
    "title": "Kitas",
    "summary": "Kita.",
    "eligible_applicants": "kiti",
    "what_is_needed": "kita",
    "opens_at": datetime(2026, 1, 1, tzinfo=UTC),
    "closes_at": datetime(2031, 1, 1, tzinfo=UTC),
    "amount": Decimal("50000.01"),
    "max_per_project": Decimal("9999.99"),
    "intensity": Decimal("92.51"),
    "planned_projects": 2,
    "pass_mark": Decimal("50.01"),
    "evaluators": 3,
    "tie_break": ["earlier"],
    "overflow": "skip",
    "rates": {"es-vb": "100"},
    "channel": "both",
    "contact_name": "Kita",
    "contact_phone": "+370 600 00009",
    "contact_email": "kitas@example.org",
    "published_at": None,
}


@pytest.fixture
def draft(db):
    return factories.make_call(published=False)


@pytest.fixture
def published(db):
    return factories.make_call()


def refuses(what: str):
    return pytest.raises(IntegrityError, match=what)


def publish_past_the_operation(call: Call) -> None:
    publication = {"published_at": reading.now(), "published_by": call.created_by}
    Call.objects.filter(pk=call.pk).update(**publication)


def test_every_rule_has_its_try():
    assert sorted(OTHER_RULES) == sorted(set(RULES) - {"action"})


@pytest.mark.parametrize("rule", sorted(OTHER_RULES))
def test_no_rule_of_a_published_call_changes(published, rule):
    with refuses("published rules are frozen"), transaction.atomic():
        Call.objects.filter(pk=published.pk).update(**{rule: OTHER_RULES[rule]})

    assert getattr(Call.objects.get(pk=published.pk), rule) == getattr(published, rule)


def test_a_published_call_keeps_its_action(published):
    with refuses("published rules are frozen"), transaction.atomic():
        Call.objects.filter(pk=published.pk).update(action=factories.make_action())


@pytest.mark.parametrize("rule", sorted(set(OTHER_RULES) - {"published_at"}))
def test_each_rule_of_a_draft_may_change(draft, rule):
    Call.objects.filter(pk=draft.pk).update(**{rule: OTHER_RULES[rule]})

    assert getattr(Call.objects.get(pk=draft.pk), rule) == OTHER_RULES[rule]


def test_a_published_call_is_never_deleted(published):
    with refuses("frozen with its row|a published call stays"), transaction.atomic():
        published.delete()
    with refuses("a published call stays"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM calls_call WHERE id = %s", [published.pk])

    assert Call.objects.filter(pk=published.pk).exists()


def test_a_draft_may_be_deleted(draft):
    draft.delete()

    assert not Criterion.objects.exists()


@pytest.mark.parametrize("model", [Criterion, CheckItem])
def test_criteria_and_check_items_are_frozen_with_their_call(published, model):
    row = model.objects.filter(call=published).first()
    new = {
        Criterion: {"name": "Trečias", "max_points": 1, "weight": 1},
        CheckItem: {"text": "Trečias"},
    }[model]

    with refuses("frozen with its row of calls_call"), transaction.atomic():
        model.objects.create(call=published, position=3, **new)
    with refuses("frozen with its row of calls_call"), transaction.atomic():
        model.objects.filter(pk=row.pk).update(position=9)
    with refuses("frozen with its row of calls_call"), transaction.atomic():
        model.objects.filter(pk=row.pk).delete()

    assert model.objects.filter(call=published).count() == 2


@pytest.mark.parametrize("model", [Criterion, CheckItem])
def test_nothing_moves_into_a_published_call(published, model):
    draft = factories.make_call(published=False)

    with refuses("frozen with its row of calls_call"), transaction.atomic():
        model.objects.filter(call=draft, position=1).update(call=published, position=3)


@pytest.mark.parametrize("weight", ["39.99", "40.01"])
def test_the_database_publishes_only_weights_of_100(draft, weight):
    draft.criteria.filter(position=2).update(weight=weight)

    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        publish_past_the_operation(draft)

    assert refusal.value.__cause__.diag.constraint_name == "call_weights_sum_to_100"


def test_the_database_publishes_no_call_without_criteria(draft):
    draft.criteria.all().delete()

    with refuses("must sum to 100"), transaction.atomic():
        publish_past_the_operation(draft)


def test_a_ready_call_has_no_problems(draft):
    assert operations.problems(draft) == []


def test_the_sum_may_be_just_what_is_left(db):
    action = factories.make_action(money="50000.00", places=1)

    assert operations.problems(factories.make_call(action, published=False)) == []


def with_no_room(**fields) -> Call:
    return factories.make_call(
        factories.make_action(money="50000.00", places=1), published=False, **fields
    )


OVER = {
    "opens_at": datetime(2026, 1, 1, tzinfo=UTC),
    "closes_at": datetime(2026, 1, 2, tzinfo=UTC),
}


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"amount": Decimal("50000.01")}, "0,01"),
        ({"planned_projects": 2}, "2"),
        (OVER, ""),
        ({"tie_break": ["criterion-3", "earlier"]}, ""),
    ],
)
@pytest.mark.django_db
def test_each_problem_is_found(fields, problem):
    found = operations.problems(with_no_room(**fields))

    assert len(found) == 1
    assert problem in found[0]


@pytest.mark.parametrize(("weight", "shown"), [("30", "90"), ("40.5", "100.5"), ("100", "160")])
def test_the_wrong_sum_of_weights_is_named(draft, weight, shown):
    draft.criteria.filter(position=2).update(weight=weight)

    [problem] = operations.problems(draft)

    assert shown in problem.replace(",", ".")


def test_missing_criteria_and_check_items_are_named(draft):
    operations.save_criteria(draft, [], [])

    assert len(operations.problems(draft)) == 3  # the order of equal scores names a criterion, too


def test_money_that_is_reserved_or_awarded_is_not_left(db):
    action = factories.make_action(money="50000.00", places=10)
    factories.approved(call=factories.make_call(action), requested="9000.00")

    [problem] = operations.problems(factories.make_call(action, published=False))

    assert "9\N{NO-BREAK SPACE}000,00" in problem
    assert "41\N{NO-BREAK SPACE}000,00" in problem


def test_places_are_no_cap_where_the_quota_does_not_bind(db, monkeypatch):
    text = factories.STRATEGY.replace("quota_is_binding = true", "quota_is_binding = false")
    monkeypatch.setattr(factories, "STRATEGY", text)

    call = factories.make_call(
        factories.make_action(places=1), published=False, planned_projects=99
    )

    assert operations.problems(call) == []


def test_a_call_that_is_not_ready_stays_a_draft(draft):
    coordinator = factories.user_with(Role.COORDINATOR)
    Call.objects.filter(pk=draft.pk).update(amount=Decimal("100000.01"))
    draft.check_items.all().delete()

    with pytest.raises(NotReady) as refusal:
        operations.publish(draft, factories.press(coordinator))

    assert len(refusal.value.problems) == 2
    assert not Call.objects.get(pk=draft.pk).is_published


def test_a_call_is_published_once(draft):
    first, second = factories.user_with(Role.COORDINATOR), factories.user_with(Role.COORDINATOR)
    stale = Call.objects.get(pk=draft.pk)

    published = operations.publish(draft, factories.press(first))
    with pytest.raises(Stale):
        operations.publish(stale, factories.press(second))

    saved = Call.objects.get(pk=draft.pk)
    assert (saved.published_by, saved.published_at) == (first, published.published_at)
    assert timedelta() <= reading.now() - saved.published_at < timedelta(minutes=1)


def test_the_same_press_publishes_once(draft):
    press = factories.press(draft.created_by)
    first = operations.publish(draft, press, revision=0)

    again = operations.publish(draft, press, revision=0)

    assert again.published_at == first.published_at
    with pytest.raises(KeyReused):
        operations.publish(factories.make_call(published=False), press, revision=0)


def test_rules_saved_by_a_program_leave_alone_what_is_not_typed(draft):
    stale = Call.objects.get(pk=draft.pk)
    operations.save_criteria(draft, [], [])

    stale.title = "Kitas"
    operations.save_rules(stale)

    fresh = Call.objects.get(pk=draft.pk)
    assert (fresh.title, fresh.revision, fresh.number) == ("Kitas", 2, draft.number)


def test_rules_of_a_call_published_meanwhile_stay(draft):
    stale = Call.objects.get(pk=draft.pk)
    operations.publish(draft, factories.press(draft.created_by))

    stale.title = "Kitas"
    with pytest.raises(Stale):
        operations.save_rules(stale)

    assert Call.objects.get(pk=draft.pk).title == draft.title


def test_criteria_of_a_call_published_meanwhile_stay(draft):
    stale = Call.objects.get(pk=draft.pk)
    operations.publish(draft, factories.press(draft.created_by))

    with pytest.raises(Stale):
        operations.save_criteria(stale, [], [])

    assert stale.criteria.count() == stale.check_items.count() == 2


def test_an_action_with_calls_stays(draft):
    with pytest.raises(ProtectedError):
        draft.action.delete()
