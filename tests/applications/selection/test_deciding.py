"""Preparing, retracting and confirming a decision: money and status move together or not at all."""

from decimal import Decimal
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from applications.models import Status
from applications.operations import submitting
from applications.selection import reconcile
from applications.selection.call_ranking import ranking_of
from applications.selection.models import Decision, Outcome
from applications.selection.operations import deciding, declaring
from applications.selection.operations.deciding import Proposal
from budget import operations as budget
from budget.models import Account, Entry, Kind
from budget.projects.models import Project
from strategy_portal.accounts.models import Role
from strategy_portal.errors import DomainError, KeyReused, NotReady, OverBudget, OverQuota, Stale
from strategy_portal.requests.press import Press
from tests import factories
from tests.factories import press

pytestmark = pytest.mark.django_db


@pytest.fixture
def coordinator():
    return factories.user_with(Role.COORDINATOR)


@pytest.fixture
def manager():
    return factories.user_with(Role.MANAGER)


@pytest.fixture
def call():
    """15 000 EUR for three: two of 9 000 and 6 000 fit, the third of 5 000 does not, the fourth is below the mark."""
    call = factories.make_call(amount=Decimal("15000.00"), evaluators=1)
    for part, requested in (
        ("0.90", "9000.00"),
        ("0.80", "6000.00"),
        ("0.70", "5000.00"),
        ("0.30", "1000.00"),
    ):
        factories.scored(call=call, part=part, requested=requested)
    return call


def numbered(call):
    return [f"{call.number}-{sequence:03d}" for sequence in range(1, 5)]


def own_proposals(call, **changes):
    """The ranking's proposals by number, with `changes` by sequence: n3=("fund", "why")."""
    proposals = {row.candidate.number: Proposal(row.outcome) for row in ranking_of(call).rows}
    for name, (outcome, reason) in changes.items():
        proposals[f"{call.number}-{int(name[1:]):03d}"] = Proposal(outcome, reason)
    return proposals


def prepare(call, by, *, key=None, seen=None, **changes):
    pressed = Press(by, key or uuid4(), seen or ranking_of(call).sha256)
    return deciding.prepare(call, own_proposals(call, **changes), pressed)


def account_of(call):
    return Account.objects.get(action=call.action)


def statuses(call):
    return list(call.applications.order_by("sequence").values_list("status", flat=True))


def assert_nothing_changed(call):
    assert statuses(call) == [Status.SCORED] * 4
    assert not Decision.objects.exists()
    assert (account_of(call).reserved, Entry.objects.filter(kind=Kind.RESERVATION).count()) == (
        0,
        0,
    )


# Preparing


def test_preparing_reserves_the_money_of_those_to_be_funded(call, coordinator):
    decision = prepare(call, coordinator)

    assert [item.outcome for item in decision.items.all()] == ["fund", "fund", "waitlist", "reject"]
    assert (account_of(call).reserved, account_of(call).reserved_projects) == (
        Decimal("15000.00"),
        2,
    )
    assert statuses(call) == [Status.PROPOSED] * 4
    assert "5 000,00" in decision.items.get(outcome=Outcome.WAITLIST).reason.replace("\u00a0", " ")


def test_whoever_is_not_named_is_proposed_as_ranked(call, coordinator):
    first = {numbered(call)[0]: Proposal(reason="Pirmas")}

    decision = deciding.prepare(call, first, press(coordinator, ranking_of(call).sha256))

    assert [item.outcome for item in decision.items.all()] == ["fund", "fund", "waitlist", "reject"]
    assert decision.items.first().reason == "Pirmas"


def test_a_departure_from_the_ranking_needs_a_reason(call, coordinator):
    with pytest.raises(NotReady):
        prepare(call, coordinator, n1=("waitlist", " "))

    assert_nothing_changed(call)


def test_a_departure_with_a_reason_is_taken(call, coordinator):
    decision = prepare(
        call, coordinator, n2=("waitlist", "Valdybos valia"), n3=("fund", "Valdybos valia")
    )

    assert decision.items.get(application__number=numbered(call)[2]).amount == Decimal("5000.00")


def test_more_than_the_call_has_is_refused(call, coordinator):
    with pytest.raises(OverBudget, match="5"):
        prepare(call, coordinator, n3=("fund", "Reikia"))

    assert_nothing_changed(call)


def test_more_projects_than_places_are_refused(coordinator):
    action = factories.make_action(places=1)
    call = factories.make_call(action, evaluators=1)
    for _number in range(2):
        factories.scored(call=call)

    with pytest.raises(OverQuota):
        prepare(call, coordinator, n1=("fund", ""), n2=("fund", "Reikia"))

    assert account_of(call).reserved_projects == 0


@pytest.mark.parametrize("outcome", ["fund", "waitlist"])
def test_whoever_is_below_the_pass_mark_stays_so(call, coordinator, outcome):
    with pytest.raises(NotReady):
        prepare(call, coordinator, n4=(outcome, "Gaila"))

    assert_nothing_changed(call)


def test_a_ranking_that_moved_is_refused(call, coordinator):
    seen = ranking_of(call).sha256
    factories.scored(call=call, part="0.95", requested="1000.00")

    with pytest.raises(Stale):
        prepare(call, coordinator, seen=seen)

    assert not Decision.objects.exists()


def test_proposals_for_other_applications_are_refused(call, coordinator):
    proposals = own_proposals(call)
    proposals["2.2-K9-001"] = proposals.pop(numbered(call)[0])

    with pytest.raises(Stale):
        deciding.prepare(call, proposals, press(coordinator, ranking_of(call).sha256))

    assert_nothing_changed(call)


def test_the_same_key_answers_as_the_first_time_and_other_content_is_refused(call, coordinator):
    pressed, proposals = press(coordinator, ranking_of(call).sha256), own_proposals(call)
    first = deciding.prepare(call, proposals, pressed)

    again = deciding.prepare(call, proposals, pressed)
    others = {**proposals, numbered(call)[0]: Proposal("reject", "Kita")}
    with pytest.raises(KeyReused):
        deciding.prepare(call, others, pressed)

    assert again == first
    assert account_of(call).reserved == Decimal("15000.00")


def test_one_decision_of_a_call_stands_at_a_time(call, coordinator):
    prepare(call, coordinator)
    factories.scored(call=call)

    with pytest.raises(Stale):
        prepare(call, coordinator)

    assert Decision.objects.count() == 1


@pytest.mark.parametrize("how", ["conflict", "member", "undeclared"])
def test_whoever_is_bound_to_an_applicant_does_not_prepare(call, coordinator, how):
    application = call.applications.get(sequence=4)
    if how == "conflict":
        declaring.declare(application, press(coordinator), has_conflict=True, relation="family")
    elif how == "member":
        application.organisation.memberships.create(user=coordinator, role="viewer")
    else:
        application.assignments.create(evaluator=coordinator, assigned_by=coordinator)

    with pytest.raises(DomainError, match=application.number):
        prepare(call, coordinator)

    assert_nothing_changed(call)


# Retracting


def test_retracting_returns_the_money_and_the_applications(call, coordinator):
    decision = prepare(call, coordinator)

    deciding.retract(decision, press(coordinator), reason="Klaida")

    assert statuses(call) == [Status.SCORED] * 4
    assert account_of(call).reserved == 0
    assert Decision.objects.get().retraction_reason == "Klaida"
    assert prepare(call, coordinator).is_standing


def test_retracting_with_the_same_press_answers_as_the_first_time(call, coordinator):
    decision, pressed = prepare(call, coordinator), press(coordinator)
    first = deciding.retract(decision, pressed, reason="Klaida")

    again = deciding.retract(decision, pressed, reason="Klaida")
    with pytest.raises(Stale):
        deciding.retract(decision, press(coordinator), reason="Klaida")

    assert again.retracted_at == first.retracted_at
    assert account_of(call).reserved == 0


def test_an_ended_decision_is_not_retracted(call, coordinator, manager):
    decision = prepare(call, coordinator)
    deciding.confirm(decision, press(manager), document="Nr. 1")

    with pytest.raises(Stale):
        deciding.retract(decision, press(coordinator), reason="Vėlu")

    assert Decision.objects.get().retracted_at is None


def test_whoever_has_a_conflict_does_not_retract(call, coordinator, manager):
    decision = prepare(call, coordinator)
    declaring.declare(
        call.applications.get(sequence=3), press(manager), has_conflict=True, relation="other"
    )

    with pytest.raises(DomainError):
        deciding.retract(decision, press(manager), reason="Noriu")

    assert statuses(call) == [Status.PROPOSED] * 4


def test_what_was_withdrawn_in_the_meantime_stays_withdrawn(call, coordinator):
    decision = prepare(call, coordinator)
    first = call.applications.get(sequence=1)
    submitting.withdraw(first, by=first.created_by)

    deciding.retract(decision, press(coordinator), reason="Klaida")

    assert statuses(call) == [Status.WITHDRAWN, Status.SCORED, Status.SCORED, Status.SCORED]
    assert account_of(call).reserved == 0


# Confirming


def test_confirming_awards_publishes_and_ends(call, coordinator, manager):
    decision = prepare(call, coordinator)

    deciding.confirm(decision, press(manager), document="Nr. 7, 2027-02-18")

    account = account_of(call)
    assert statuses(call) == [Status.APPROVED, Status.APPROVED, Status.WAITLISTED, Status.REJECTED]
    assert (account.reserved, account.committed, account.projects) == (0, Decimal("15000.00"), 2)
    assert sorted(Project.objects.values_list("number", flat=True)) == numbered(call)[:2]
    assert {entry.document for entry in Entry.objects.filter(kind=Kind.AWARD)} == {
        "Nr. 7, 2027-02-18"
    }


def test_whoever_prepared_it_does_not_confirm_it(call, coordinator):
    coordinator.role_grants.create(role=Role.MANAGER)
    decision = prepare(call, coordinator)

    with pytest.raises(DomainError):
        deciding.confirm(decision, press(coordinator), document="Nr. 1")
    with (
        pytest.raises(IntegrityError, match="decision_is_confirmed_by_another_person"),
        transaction.atomic(),
    ):
        Decision.objects.update(
            confirmed_by=coordinator, confirmed_at="2027-01-01T00:00Z", document="Nr. 1"
        )

    assert account_of(call).committed == 0


def test_whoever_has_a_conflict_does_not_confirm(call, coordinator, manager):
    decision = prepare(call, coordinator)
    declaring.declare(
        call.applications.get(sequence=4), press(manager), has_conflict=True, relation="other"
    )

    with pytest.raises(DomainError):
        deciding.confirm(decision, press(manager), document="Nr. 1")

    assert (account_of(call).committed, statuses(call)) == (0, [Status.PROPOSED] * 4)


def test_confirming_twice_answers_as_the_first_time_and_otherwise_is_refused(
    call, coordinator, manager
):
    decision, pressed = prepare(call, coordinator), press(manager)
    deciding.confirm(decision, pressed, document="Nr. 1")

    deciding.confirm(decision, pressed, document="Nr. 1")
    with pytest.raises(KeyReused):
        deciding.confirm(decision, pressed, document="Nr. 2")
    for document in ("Nr. 1", "Nr. 2"):
        with pytest.raises(Stale):
            deciding.confirm(decision, press(manager), document=document)

    assert Decision.objects.get().document == "Nr. 1"
    assert account_of(call).committed == Decimal("15000.00")


def test_a_retracted_decision_is_not_confirmed(call, coordinator, manager):
    decision = prepare(call, coordinator)
    deciding.retract(decision, press(coordinator), reason="Klaida")

    with pytest.raises(Stale):
        deciding.confirm(decision, press(manager), document="Nr. 1")

    assert account_of(call).committed == 0


def test_a_score_that_no_longer_counts_stops_the_whole_decision(call, coordinator, manager):
    decision = prepare(call, coordinator)
    last = call.applications.get(sequence=4)
    declaring.declare(
        last, press(last.assignments.get().evaluator), has_conflict=True, relation="family"
    )

    with pytest.raises(Stale, match=last.number):
        deciding.confirm(decision, press(manager), document="Nr. 1")

    assert (account_of(call).committed, statuses(call)) == (0, [Status.PROPOSED] * 4)
    assert not Project.objects.exists()


def test_what_was_withdrawn_in_the_meantime_is_left_out(call, coordinator, manager):
    decision = prepare(call, coordinator)
    first = call.applications.get(sequence=1)
    submitting.withdraw(first, by=first.created_by)

    deciding.confirm(decision, press(manager), document="Nr. 1")

    assert statuses(call)[:2] == [Status.WITHDRAWN, Status.APPROVED]
    assert account_of(call).committed == Decimal("6000.00")


def test_a_prepared_decision_keeps_the_protocol_it_was_made_from(call, coordinator):
    seen = ranking_of(call)

    decision = prepare(call, coordinator)

    assert (decision.protocol, decision.sha256) == (seen.protocol, seen.sha256)
    assert [item.place for item in decision.items.all()] == [1, 2, 3, 4]


def test_a_conflict_of_the_preparer_that_comes_to_light_stops_the_confirmation():
    application = factories.scored()
    preparer = factories.user_with(Role.COORDINATOR)
    decision = factories.prepared(application.call, by=preparer)
    declaring.declare(application, press(preparer), has_conflict=True, relation="family")

    with pytest.raises(DomainError, match=application.number):
        deciding.confirm(decision, press(factories.user_with(Role.MANAGER)), document="Nr. 1")

    assert factories.again(application).status == Status.PROPOSED


def test_a_key_of_another_call_or_person_is_refused(call, coordinator, manager):
    key, other = uuid4(), factories.scored(requested="1000.00").call
    decision = prepare(call, coordinator, key=key)

    with pytest.raises(KeyReused):
        prepare(other, coordinator, key=key)
    with pytest.raises(KeyReused):
        deciding.prepare(
            call, own_proposals_of(decision), Press(manager, key, seen=decision.sha256)
        )


def own_proposals_of(decision):
    return {item.application.number: Proposal(item.outcome) for item in decision.items.all()}


def test_reconcile_sees_money_reserved_for_nobody(call, coordinator):
    prepare(call, coordinator)
    number = f"{call.number}-099"
    budget.reserve(
        call.action, amount=Decimal("5.00"), project_number=number, by=coordinator, request_key="be"
    )

    assert len([words for words in reconcile.differences() if number in words]) == 1
