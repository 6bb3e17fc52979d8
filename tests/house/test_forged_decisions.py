"""What somebody with the portal's own database role can't forge: decisions and their money."""

from decimal import Decimal

import pytest

from applications.models import Status
from applications.operations import submitting
from applications.selection.models import (
    Decision,
    ItemSplit,
    Outcome,
    PassedOver,
)
from applications.selection.operations import deciding, declaring
from budget.models import Entry
from strategy_portal.accounts.models import Role
from strategy_portal.canonical import digest
from strategy_portal.clock import reading
from tests import factories
from tests.factories import press
from tests.house.forging import (
    IN_2020,
    begin,
    copy_of,
    end,
    held_for,
    item_of,
    move,
    take_back,
    tell,
)
from tests.journal import reserve
from tests.refusals import refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def coordinator():
    return factories.user_with(Role.COORDINATOR)


@pytest.fixture
def manager():
    return factories.user_with(Role.MANAGER)


@pytest.fixture
def call():
    """A call for which 15 000 EUR last for the first two of three scored applications."""
    call = factories.make_call(amount=Decimal("15000.00"), evaluators=1)
    for part, requested in (("0.90", "9000.00"), ("0.80", "6000.00"), ("0.70", "5000.00")):
        factories.scored(call=call, part=part, requested=requested)
    return call


@pytest.fixture
def decision(call, coordinator):
    """It stands: two are to be funded, the third waitlisted."""
    return factories.prepared(call, by=coordinator)


@pytest.fixture
def funded(decision):
    return decision.items.get(order=1)


# Preparing


def test_a_proposal_without_a_decision(call):
    with refused("application_status_has_its_grounds"):
        move(call.applications.get(sequence=1), Status.PROPOSED)


def test_a_decision_by_somebody_who_may_not_prepare(call, coordinator, manager):
    application = call.applications.get(sequence=1)
    declaring.declare(application, press(coordinator), has_conflict=True, relation="other")

    for person in (manager, coordinator):
        with refused("decision_is_prepared_by_a_coordinator"):
            begin(call, person)


def test_a_decision_that_begins_confirmed_or_retracted(call, coordinator, manager):
    confirmed = {"confirmed_by": manager, "confirmed_at": IN_2020, "number": 1, "document": "1"}
    retracted = {"retracted_by": manager, "retracted_at": IN_2020, "retraction_reason": "Taip"}
    for values in (confirmed, retracted):
        with refused("decision_begins_standing"):
            begin(call, coordinator, **values)


def test_a_decision_about_an_open_call_or_without_saying_why(coordinator):
    pending = factories.submitted(still_open=True)
    with refused("decision_follows_the_closing"):
        begin(pending.call, coordinator)

    factories.submitted(call=pending.call)
    with refused("decision_without_some_says_why"):
        begin(pending.call, coordinator)


def test_a_decision_with_another_protocols_hash_or_a_second_one(call, coordinator):
    with refused("decision_has_its_hash"):
        begin(call, coordinator, sha256="0" * 64)
    factories.prepared(call)
    with refused("decision_is_one_at_a_time_for_a_call"):
        begin(call, coordinator)


def test_an_item_of_another_call_or_of_what_is_not_scored(call, coordinator):
    other = factories.scored(requested="1.00")
    pending = factories.in_scoring(call=call)
    decision = begin(call, coordinator, unscored_reason="Taip")

    for application in (other, pending):
        with refused("decision_item_is_of_its_call"):
            item_of(decision, application)


@pytest.mark.parametrize("score", ["100.00", "89.99", "90.01"])
def test_an_item_with_a_false_score(call, coordinator, score):
    decision = begin(call, coordinator)

    with refused("decision_item_score_is_its_sheets_mean"):
        item_of(decision, call.applications.get(sequence=1), score=Decimal(score))


def test_an_item_that_is_decided_and_not_proposed(call, coordinator):
    decision = begin(call, coordinator)

    with refused("decision_is_carried_out"):
        item_of(decision, call.applications.get(sequence=1))


def test_an_item_below_the_pass_mark_that_is_not_rejected(coordinator):
    call = factories.make_call(evaluators=1)
    application = factories.scored(call=call, part="0.30", requested="1000.00")
    decision = begin(call, coordinator)

    with refused("decision_item_below_the_mark_is_rejected"):
        item_of(decision, application, score=Decimal("30.00"), outcome=Outcome.WAITLIST)


def test_an_item_funded_with_another_sum_or_without_money_held(call, decision, coordinator):
    """The money of a retracted decision was released: it holds nothing for the next one."""
    entry = decision.items.get(order=1).reservation
    deciding.retract(decision, press(coordinator), reason="Klaida")
    again = begin(call, coordinator)
    application = call.applications.get(sequence=1)

    for amount in (entry.amount, Decimal("9999999.00"), None):
        with refused("decision_item_holds_what_is_requested"):
            item_of(again, application, outcome=Outcome.FUND, amount=amount, reservation=entry)


def test_an_item_added_changed_or_removed_later(decision, funded):
    with refused("decision_item_is_of_its_call"):
        item_of(decision, funded.application, order=9)
    for change in ({"amount": 1}, {"outcome": Outcome.REJECT}, {"order": 7}):
        with refused("permission denied"):
            decision.items.update(**change)
    with refused("permission denied"):
        PassedOver.objects.update(reason="")


@pytest.mark.parametrize(
    ("parts", "why"),
    [
        ({"es-vb": "9000.00", "savivaldybe": "1.00"}, "item_split_adds_up"),
        ({"es-vb": "9001.00", "savivaldybe": "-1.00"}, "item_split_adds_up"),
        ({"es-vb": "8999.00", "kitas": "1.00"}, "item_split_adds_up"),
        ({"es-vb": "8999.995", "savivaldybe": "0.005"}, "item_split_adds_up"),
        ({"es-vb": "NaN"}, "item_split_adds_up"),
        ({}, "item_split_adds_up"),
    ],
    ids=str,
)
def test_a_grant_divided_falsely(funded, coordinator, parts, why):
    with refused(why):
        ItemSplit.objects.create(item=funded, parts=parts, divided_by=coordinator)


def test_a_grant_divided_by_somebody_else_or_in_an_ended_decision(funded, coordinator, manager):
    with refused("item_split_is_by_a_coordinator"):
        ItemSplit.objects.create(item=funded, parts={"es-vb": "9000.00"}, divided_by=manager)
    deciding.retract(funded.decision, press(coordinator), reason="Klaida")
    with refused("the decision has ended"):
        ItemSplit.objects.create(item=funded, parts={"es-vb": "9000.00"}, divided_by=coordinator)


def test_an_application_passed_over_by_no_promotion(decision, funded):
    with refused("passed_over_is_on_the_waitlist"):
        PassedOver.objects.create(
            decision=decision, application=funded.application, order=1, reason="Kita"
        )


# Confirming


def test_a_decision_confirmed_by_no_manager_or_by_its_preparer(decision, coordinator):
    with refused("decision_is_confirmed_in_office"):
        end(decision, factories.user_with(Role.BOARD))
    coordinator.role_grants.create(role=Role.MANAGER)
    with refused("decision_is_confirmed_by_another_person"):
        end(decision, coordinator)


def test_a_decision_confirmed_by_a_manager_with_a_conflict(decision, funded, manager):
    declaring.declare(funded.application, press(manager), has_conflict=True, relation="other")

    with refused("decision_is_impartial"):
        end(decision, manager)


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"paper_date": "2031-01-01"}, "decision_names_its_paper"),
        ({"document": "Protokolas", "paper_kind": ""}, "decision_names_its_paper"),
        ({"paper_number": ""}, "decision_confirmed_names_who_and_the_document"),
        ({"prepared_at": IN_2020}, "origin is frozen"),
        ({"protocol": "{}", "sha256": digest("{}")}, "origin is frozen"),
    ],
    ids=str,
)
def test_a_decision_confirmed_without_its_paper_or_as_another_one(decision, manager, change, why):
    with refused(why):
        end(decision, manager, **change)


def test_a_decision_confirmed_that_decides_nothing(call, coordinator, manager):
    with refused("decision_is_about_something"):
        end(begin(call, coordinator), manager)


def test_a_decision_confirmed_without_its_consequences(decision, manager):
    with refused("decision_is_carried_out"):
        end(decision, manager)


def test_the_number_and_the_time_of_a_decision_are_the_databases(decision, manager):
    with refused("decision_is_carried_out"):
        end(decision, manager, number=77, confirmed_at=IN_2020)
        row = Decision.objects.get(pk=decision.pk)
        assert (row.number, row.confirmed_at.date()) == (1, reading.today())


def test_an_application_approved_without_its_award(decision, funded, manager):
    with refused("application_status_has_its_grounds"):
        end(decision, manager)
        move(funded.application, Status.APPROVED)


def test_an_application_approved_without_a_confirmation(funded):
    for status in (Status.APPROVED, Status.WAITLISTED, Status.REJECTED):
        with refused("application_status_has_its_grounds"):
            move(funded.application, status)


def test_another_outcome_than_was_decided(decision, manager):
    waitlisted = decision.items.get(outcome=Outcome.WAITLIST).application

    with refused("application_status_has_its_grounds"):
        end(decision, manager)
        move(waitlisted, Status.REJECTED)


def test_the_outcome_of_a_decision_told_of_somebody_else(decision, manager):
    waitlisted = decision.items.get(outcome=Outcome.WAITLIST).application

    with refused("story_is_of_who_may"):
        end(decision, manager)
        move(waitlisted, Status.WAITLISTED)
        tell(waitlisted, "waitlist", "proposed", "waitlisted", by=factories.user_with(Role.MANAGER))


# Retracting, and what follows


def test_a_decision_retracted_by_somebody_else(decision):
    for role in (Role.COORDINATOR, Role.AUDITOR):
        with refused("decision_is_retracted_in_office"):
            take_back(decision, factories.user_with(role))


def test_a_decision_retracted_whose_money_stays(decision, coordinator):
    with refused("decision_is_carried_out"):
        take_back(decision, coordinator)
        for item in decision.items.select_related("application"):
            move(item.application, Status.SCORED)
            tell(item.application, "retract", "proposed", "scored", by=coordinator)


def test_an_application_that_leaves_a_standing_decision(funded):
    with refused("application_status_has_its_grounds"):
        move(funded.application, Status.SCORED)


def test_there_and_back_without_a_story(decision, funded, coordinator):
    with refused("application_move_follows_its_story"):
        take_back(decision, coordinator)
        move(funded.application, Status.SCORED)
        move(funded.application, Status.SCORING)


def test_a_withdrawal_whose_money_stays(funded):
    with refused("application_status_has_its_grounds"):
        move(funded.application, Status.WITHDRAWN)


def test_an_ended_decision_changed(decision, manager):
    deciding.confirm(decision, press(manager), paper=factories.paper())

    for change in ({"number": 9}, {"paper_date": "2020-01-01"}, {"confirmed_at": None}):
        with refused("ended is frozen"):
            Decision.objects.filter(pk=decision.pk).update(**change)
    with refused("permission denied"):
        decision.items.all()._raw_delete("default")


def test_from_the_waitlist_withdrawn_without_its_story(decision, manager):
    deciding.confirm(decision, press(manager), paper=factories.paper())
    waitlisted = decision.items.get(outcome=Outcome.WAITLIST).application

    with refused("a status and its story change together"):
        move(waitlisted, Status.WITHDRAWN)


def test_a_promotion_with_another_score_or_outcome(decision, call, coordinator, manager):
    deciding.confirm(decision, press(manager), paper=factories.paper())
    waitlisted = decision.items.get(outcome=Outcome.WAITLIST).application
    promotion = begin(call, coordinator, is_promotion=True)

    with refused("decision_item_score_is_its_sheets_mean"):
        item_of(promotion, waitlisted, score=Decimal("95.00"), outcome=Outcome.FUND)
    with refused("decision_item_is_of_its_call"):
        item_of(promotion, waitlisted, score=Decimal("70.00"))


def test_from_a_retracted_promotion_to_the_scored(decision, call, coordinator, manager):
    deciding.confirm(decision, press(manager), paper=factories.paper())
    waitlisted = decision.items.get(outcome=Outcome.WAITLIST).application
    promotion = begin(call, coordinator, is_promotion=True)
    item_of(promotion, waitlisted, score=Decimal("70.00"), **held_for(waitlisted, decision))
    move(waitlisted, Status.PROPOSED)
    tell(waitlisted, "promote", "waitlisted", "proposed", by=coordinator)

    with refused("application_status_has_its_grounds"):
        take_back(promotion, coordinator)
        move(waitlisted, Status.SCORED)


# Money


def test_a_reservation_changed_released_twice_or_of_more_than_there_is(decision, funded):
    entry = funded.reservation
    submitting.withdraw(funded.application, press(funded.application.created_by))

    with refused("budget_entry_closes_id_key"):
        copy_of(entry, kind="release", closes=entry, reason="Klaida")
    with refused("account_action_is_within_ceiling"):
        copy_of(entry, amount=Decimal("9999999.00"), split={"es-vb": "9999999.00"})
    with refused("permission denied"):
        Entry.objects.update(amount=1)


def test_an_entry_dated_and_numbered_otherwise(funded):
    submitting.withdraw(funded.application, press(funded.application.created_by))
    last = Entry.objects.order_by("seq").last()

    copy = copy_of(funded.reservation, seq=1, posted_at=IN_2020, held=0, left_after=1)
    copy.refresh_from_db()

    assert (copy.seq, copy.held) == (last.seq + 1, copy.amount)
    assert copy.posted_at > last.posted_at


def test_an_entry_by_somebody_who_moves_no_money(funded):
    evaluator = factories.user_with(Role.EVALUATOR)
    submitting.withdraw(funded.application, press(funded.application.created_by))

    for person in (evaluator, funded.application.created_by, None):
        with refused("entry_is_posted_in_office"):
            copy_of(funded.reservation, posted_by=person)


def test_an_item_with_a_reservation_of_somebody_else(call, coordinator, manager):
    decision = begin(call, coordinator)
    application = call.applications.get(sequence=1)
    entry = reserve(call.action, "9000.00", application.number, by=manager)

    with refused("decision_item_holds_what_is_requested"):
        item_of(decision, application, outcome=Outcome.FUND, amount=entry.amount, reservation=entry)
