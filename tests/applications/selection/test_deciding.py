"""Preparing a decision: all proposed money is reserved, or nothing changes."""

from decimal import Decimal
from uuid import uuid4

import pytest

from applications.models import Status
from applications.selection import reconcile
from applications.selection.call_ranking import ranking_of
from applications.selection.models import Decision, Outcome
from applications.selection.operations import declaring, preparing, scoring
from applications.selection.operations.preparing import Proposal
from budget import operations as budget
from budget.models import Entry, Kind
from strategy_portal.accounts.models import Role, User
from strategy_portal.errors import DomainError, KeyReused, NotReady, OverBudget, OverQuota, Stale
from strategy_portal.requests.press import Press
from tests import factories
from tests.applications.selection.stories import account_of, numbers, statuses
from tests.factories import press

pytestmark = pytest.mark.django_db


def own_proposals(call, **changes):
    """The ranking's proposals by number, with `changes` by sequence: n3=("fund", "why")."""
    proposals = {row.number: Proposal(row.outcome) for row in ranking_of(call).rows}
    for name, (outcome, reason) in changes.items():
        proposals[f"{call.number}-{int(name[1:]):03d}"] = Proposal(outcome, reason)
    return proposals


def prepare(call, by, *, key=None, seen=None, **changes):
    pressed = Press(by, key or uuid4(), seen or ranking_of(call).sha256)
    return preparing.prepare(call, own_proposals(call, **changes), pressed)


def assert_nothing_changed(call):
    assert statuses(call) == [Status.SCORED] * 4
    assert not Decision.objects.exists()
    assert account_of(call).reserved == 0
    assert not Entry.objects.filter(kind=Kind.RESERVATION).exists()


def test_preparing_reserves_the_money_of_those_to_be_funded(call, coordinator):
    decision = prepare(call, coordinator)

    assert [item.outcome for item in decision.items.all()] == ["fund", "fund", "waitlist", "reject"]
    account = account_of(call)
    assert (account.reserved, account.reserved_projects) == (Decimal("15000.00"), 2)
    assert statuses(call) == [Status.PROPOSED] * 4
    assert "5 000,00" in decision.items.get(outcome=Outcome.WAITLIST).reason.replace("\u00a0", " ")


def test_whoever_is_not_named_is_proposed_as_ranked(call, coordinator):
    first = {numbers(call)[0]: Proposal(reason="Pirmas")}

    decision = preparing.prepare(call, first, press(coordinator, ranking_of(call).sha256))

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

    assert decision.items.get(application__number=numbers(call)[2]).amount == Decimal("5000.00")


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
    proposals["2.2-K9-001"] = proposals.pop(numbers(call)[0])

    with pytest.raises(Stale):
        preparing.prepare(call, proposals, press(coordinator, ranking_of(call).sha256))

    assert_nothing_changed(call)


def test_the_same_key_answers_as_the_first_time_and_other_content_is_refused(call, coordinator):
    pressed, proposals = press(coordinator, ranking_of(call).sha256), own_proposals(call)
    first = preparing.prepare(call, proposals, pressed)

    again = preparing.prepare(call, proposals, pressed)
    others = {**proposals, numbers(call)[0]: Proposal("reject", "Kita")}
    with pytest.raises(KeyReused):
        preparing.prepare(call, others, pressed)

    assert again == first
    assert account_of(call).reserved == Decimal("15000.00")


def test_one_decision_of_a_call_stands_at_a_time(call, coordinator):
    prepare(call, coordinator)
    factories.scored(call=call)

    with pytest.raises(Stale):
        prepare(call, coordinator)

    assert Decision.objects.count() == 1


def test_whoever_has_yet_to_declare_does_not_prepare(call, coordinator):
    coordinator.role_grants.create(role=Role.EVALUATOR)
    pending = factories.in_scoring(call=call)
    evaluators = [assignment.evaluator for assignment in pending.assignments.all()]
    scoring.assign(pending, [*evaluators, User.objects.get(pk=coordinator.pk)], by=coordinator)

    with pytest.raises(DomainError, match=f"deklaracij.*{pending.number}"):
        factories.prepared(call, by=coordinator)

    assert not Decision.objects.exists()


@pytest.mark.parametrize("how", ["conflict", "member"])
def test_whoever_is_bound_to_an_applicant_does_not_prepare(call, coordinator, how):
    application = call.applications.get(sequence=4)
    if how == "conflict":
        declaring.declare(application, press(coordinator), has_conflict=True, relation="family")
    else:
        application.organisation.memberships.create(user=coordinator, role="viewer")

    with pytest.raises(DomainError, match=application.number):
        prepare(call, coordinator)

    assert_nothing_changed(call)


def test_a_prepared_decision_keeps_the_protocol_it_was_made_from(call, coordinator):
    seen = ranking_of(call)

    decision = prepare(call, coordinator)

    assert (decision.protocol, decision.sha256) == (seen.protocol, seen.sha256)
    assert [item.place for item in decision.items.all()] == [1, 2, 3, 4]


def test_a_key_of_another_call_or_person_is_refused(call, coordinator, manager):
    key, other = uuid4(), factories.scored(requested="1000.00").call
    decision = prepare(call, coordinator, key=key)

    with pytest.raises(KeyReused):
        prepare(other, coordinator, key=key)
    with pytest.raises(KeyReused):
        preparing.prepare(
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
