"""Confirming and retracting a decision: money and status move together or not at all."""

from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from applications.models import Status
from applications.operations import submitting
from applications.selection.models import Decision
from applications.selection.operations import deciding, declaring
from budget.models import Entry, Kind
from budget.projects.models import Project
from strategy_portal.accounts.models import Role
from strategy_portal.errors import DomainError, KeyReused, Stale
from tests import factories
from tests.applications.selection.stories import account_of, numbers, statuses
from tests.factories import press

pytestmark = pytest.mark.django_db


# Retracting


def test_retracting_returns_the_money_and_the_applications(call, coordinator):
    decision = factories.prepared(call, by=coordinator)

    deciding.retract(decision, press(coordinator), reason="Klaida")

    assert statuses(call) == [Status.SCORED] * 4
    assert account_of(call).reserved == 0
    assert Decision.objects.get().retraction_reason == "Klaida"
    assert factories.prepared(call, by=coordinator).is_standing


def test_retracting_with_the_same_press_answers_as_the_first_time(call, coordinator):
    decision = factories.prepared(call, by=coordinator)
    pressed = press(coordinator)
    first = deciding.retract(decision, pressed, reason="Klaida")

    again = deciding.retract(decision, pressed, reason="Klaida")
    with pytest.raises(Stale):
        deciding.retract(decision, press(coordinator), reason="Klaida")

    assert again.retracted_at == first.retracted_at
    assert account_of(call).reserved == 0


def test_an_ended_decision_is_not_retracted(call, coordinator, manager):
    decision = factories.prepared(call, by=coordinator)
    deciding.confirm(decision, press(manager), paper=factories.paper("1"))

    with pytest.raises(Stale):
        deciding.retract(decision, press(coordinator), reason="Vėlu")

    assert Decision.objects.get().retracted_at is None


def test_whoever_has_a_conflict_does_not_retract(call, coordinator, manager):
    decision = factories.prepared(call, by=coordinator)
    declaring.declare(
        call.applications.get(sequence=3), press(manager), has_conflict=True, relation="other"
    )

    with pytest.raises(DomainError):
        deciding.retract(decision, press(manager), reason="Noriu")

    assert statuses(call) == [Status.PROPOSED] * 4


def test_what_was_withdrawn_in_the_meantime_stays_withdrawn(call, coordinator):
    decision = factories.prepared(call, by=coordinator)
    first = call.applications.get(sequence=1)
    submitting.withdraw(first, press(first.created_by))

    deciding.retract(decision, press(coordinator), reason="Klaida")

    assert statuses(call) == [Status.WITHDRAWN, Status.SCORED, Status.SCORED, Status.SCORED]
    assert account_of(call).reserved == 0


# Confirming


def test_confirming_awards_publishes_and_ends(call, coordinator, manager):
    decision = factories.prepared(call, by=coordinator)

    deciding.confirm(decision, press(manager), paper=factories.paper("7"))

    account = account_of(call)
    assert statuses(call) == [Status.APPROVED, Status.APPROVED, Status.WAITLISTED, Status.REJECTED]
    assert (account.reserved, account.committed, account.projects) == (0, Decimal("15000.00"), 2)
    assert sorted(Project.objects.values_list("number", flat=True)) == numbers(call)[:2]
    awards = Entry.objects.filter(kind=Kind.AWARD)
    assert {(entry.document, entry.document_date) for entry in awards} == {
        ("Valdybos posėdžio protokolas Nr. 7", factories.paper().dated)
    }
    assert Decision.objects.get().number == 1


def test_whoever_prepared_it_does_not_confirm_it(call, coordinator):
    coordinator.role_grants.create(role=Role.MANAGER)
    decision = factories.prepared(call, by=coordinator)

    with pytest.raises(DomainError):
        deciding.confirm(decision, press(coordinator), paper=factories.paper("1"))
    with (
        pytest.raises(IntegrityError, match="decision_is_confirmed_by_another_person"),
        transaction.atomic(),
    ):
        Decision.objects.update(
            confirmed_by=coordinator,
            confirmed_at="2027-01-01T00:00Z",
            paper_kind="minutes",
            paper_number="1",
            paper_date="2026-11-20",
        )

    assert account_of(call).committed == 0


def test_whoever_has_a_conflict_does_not_confirm(call, coordinator, manager):
    decision = factories.prepared(call, by=coordinator)
    declaring.declare(
        call.applications.get(sequence=4), press(manager), has_conflict=True, relation="other"
    )

    with pytest.raises(DomainError):
        deciding.confirm(decision, press(manager), paper=factories.paper("1"))

    assert (account_of(call).committed, statuses(call)) == (0, [Status.PROPOSED] * 4)


def test_confirming_twice_answers_as_the_first_time_and_otherwise_is_refused(
    call, coordinator, manager
):
    decision = factories.prepared(call, by=coordinator)
    pressed = press(manager)
    deciding.confirm(decision, pressed, paper=factories.paper("1"))

    deciding.confirm(decision, pressed, paper=factories.paper("1"))
    with pytest.raises(KeyReused):
        deciding.confirm(decision, pressed, paper=factories.paper("2"))
    for number in ("1", "2"):
        with pytest.raises(Stale):
            deciding.confirm(decision, press(manager), paper=factories.paper(number))

    assert Decision.objects.get().paper_number == "1"
    assert account_of(call).committed == Decimal("15000.00")


def test_a_retracted_decision_is_not_confirmed(call, coordinator, manager):
    decision = factories.prepared(call, by=coordinator)
    deciding.retract(decision, press(coordinator), reason="Klaida")

    with pytest.raises(Stale):
        deciding.confirm(decision, press(manager), paper=factories.paper("1"))

    assert account_of(call).committed == 0


def test_a_score_that_no_longer_counts_stops_the_whole_decision(call, coordinator, manager):
    decision = factories.prepared(call, by=coordinator)
    last = call.applications.get(sequence=4)
    declaring.declare(
        last, press(last.assignments.get().evaluator), has_conflict=True, relation="family"
    )

    with pytest.raises(Stale, match=last.number):
        deciding.confirm(decision, press(manager), paper=factories.paper("1"))

    assert (account_of(call).committed, statuses(call)) == (0, [Status.PROPOSED] * 4)
    assert not Project.objects.exists()


def test_what_was_withdrawn_in_the_meantime_is_left_out(call, coordinator, manager):
    decision = factories.prepared(call, by=coordinator)
    first = call.applications.get(sequence=1)
    submitting.withdraw(first, press(first.created_by))

    deciding.confirm(decision, press(manager), paper=factories.paper("1"))

    assert statuses(call)[:2] == [Status.WITHDRAWN, Status.APPROVED]
    assert account_of(call).committed == Decimal("6000.00")


def test_a_conflict_of_the_preparer_that_comes_to_light_stops_the_confirmation():
    application = factories.scored()
    preparer = factories.user_with(Role.COORDINATOR)
    decision = factories.prepared(application.call, by=preparer)
    declaring.declare(application, press(preparer), has_conflict=True, relation="family")

    with pytest.raises(DomainError, match=application.number):
        deciding.confirm(
            decision, press(factories.user_with(Role.MANAGER)), paper=factories.paper("1")
        )

    assert factories.again(application).status == Status.PROPOSED
