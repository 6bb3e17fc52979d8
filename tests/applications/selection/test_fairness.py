"""What decides between neighbours, over HTTP: score and rules alone, and people with a reason."""

from decimal import Decimal
from uuid import uuid4

import pytest
from django.urls import reverse

from applications.models import Application, Status
from applications.operations import membership, submitting
from applications.selection.call_ranking import ranking_of
from applications.selection.models import Decision
from applications.selection.operations import deciding, declaring, scoring
from budget.projects import operations as projects
from budget.projects.models import Project
from strategy_portal.accounts.models import Role
from strategy_portal.clock import reading
from tests import clock, factories
from tests.applications.selection.test_deciding_pages import address, at, text_of
from tests.budget.projects.stories import again, pressed, terms
from tests.factories import press

pytestmark = pytest.mark.django_db
REASON = "Valdyba svarstė abi ir pasirinko pagal vietos poreikį."


@pytest.fixture
def office(client, coordinator):
    client.force_login(coordinator)
    return client


def propose(client, call, outcomes=None, **more):
    """Post the ranking's form: `outcomes` by application, the rest as ranked."""
    ranking = ranking_of(call)
    data = {"seen": ranking.sha256, "request_key": str(uuid4()), "step": "prepare", **more}
    for row in ranking.rows:
        if not row.is_below_mark:
            data[f"outcome-{ranking.applications[row.number].pk}"] = row.outcome or ""
    for application, (outcome, reason) in (outcomes or {}).items():
        data |= {f"outcome-{application.pk}": outcome, f"reason-{application.pk}": reason}
    return client.post(address(call), data)


def equals(call, *requested):
    """Applications equal by every rule of the call but their sums, which must be the same."""
    found = [factories.scored(call=call, part="0.80", requested=amount) for amount in requested]
    return [factories.again(application) for application in found]


def call_of_equals(**fields):
    """A call whose ties nothing breaks."""
    return factories.make_call(evaluators=1, tie_break=["criterion-1", "smaller"], **fields)


# The shared place


def test_equals_that_all_fit_are_funded_together(office):
    call = call_of_equals(amount=Decimal("18000.00"))
    equals(call, "9000.00", "9000.00")

    page = text_of(office.get(address(call)))
    answer = propose(office, call)

    assert page.count("1*") == 2
    assert answer.status_code == 303
    assert [item.outcome for item in Decision.objects.get().items.all()] == ["fund", "fund"]


def test_of_equals_that_do_not_all_fit_none_is_preselected_and_a_choice_needs_a_reason(office):
    call = call_of_equals(amount=Decimal("10000.00"))
    first, second = equals(call, "9000.00", "9000.00")

    page = office.get(address(call))
    unchosen = propose(office, call)
    unexplained = propose(office, call, {first: ("waitlist", ""), second: ("fund", "")})
    explained = propose(office, call, {first: ("waitlist", REASON), second: ("fund", REASON)})

    assert [row.outcome for row in page.context["table"].rows] == [None, None]
    assert unchosen.status_code == unexplained.status_code == 422
    assert f"{first.number} dalijasi 1-ąja vieta" in text_of(unchosen)
    assert explained.status_code == 303
    items = Decision.objects.get().items.order_by("application_id")
    assert [(item.place, item.outcome) for item in items] == [(1, "waitlist"), (1, "fund")]
    assert second.number > first.number


def test_whoever_comes_after_a_tie_waits_for_its_choice(office):
    call = call_of_equals(amount=Decimal("10000.00"), overflow="skip")
    equals(call, "9000.00", "9000.00")
    factories.scored(call=call, part="0.70", requested="500.00")

    rows = office.get(address(call)).context["table"].rows

    assert [row.outcome for row in rows] == [None, None, "waitlist"]


# The waitlist


def confirmed(decision):
    manager = factories.user_with(Role.MANAGER)
    return deciding.confirm(decision, press(manager), paper=factories.paper())


def save(call, sequence, amount):
    """Sign a project's contract for less than its award, which releases the rest."""
    project = again(Project.objects.get(number=f"{call.number}-{sequence:03d}"))
    projects.sign(project, terms(amount), pressed(project))


def test_the_better_of_the_later_decision_stands_first(office):
    call = factories.make_call(evaluators=1, amount=Decimal("10000.00"), overflow="skip")
    factories.scored(call=call, part="0.90", requested="9000.00")
    weaker = factories.scored(call=call, part="0.60", requested="2000.00")
    confirmed(factories.prepared(call))
    better = factories.scored(call=call, part="0.70", requested="2000.00")
    confirmed(factories.prepared(call))
    save(call, 1, "6900.00")

    page = office.get(reverse("selection:waitlist", args=[call.number]))

    line = page.context["waitlist"].line
    assert [waiting.number for waiting in line] == [better.number, weaker.number]
    assert [waiting.number for waiting in page.context["waitlist"].next] == [better.number]


def test_on_the_waitlist_too_equals_are_chosen_by_people(office):
    call = call_of_equals(amount=Decimal("10000.00"))
    factories.scored(call=call, part="0.90", requested="9000.00")
    first, second = equals(call, "2000.00", "2000.00")
    confirmed(factories.prepared(call))
    save(call, 1, "6900.00")
    url = reverse("selection:waitlist", args=[call.number])
    seen = {"seen": office.get(url).context["waitlist"].sha256, "request_key": str(uuid4())}

    unchosen = office.post(url, seen)
    unexplained = office.post(url, {**seen, "chosen": [second.number]})
    key = {"request_key": str(uuid4())}
    explained = office.post(url, {**seen, **key, "chosen": [second.number], "reason": REASON})

    assert (unchosen.status_code, unexplained.status_code) == (422, 422)
    assert explained.status_code == 303
    promotion = Decision.objects.get(is_promotion=True)
    assert promotion.items.get().application == second
    assert REASON in promotion.items.get().reason
    assert promotion.passed_over.get().application == first


# The open call


def test_nothing_is_checked_or_decided_while_the_call_is_open(office):
    application = factories.submitted(still_open=True)
    check = reverse("selection:check_sheet", args=[application.number])

    shown = text_of(office.get(check))
    started = office.post(check, {"step": "start"})
    ranking = office.get(address(application.call))
    clock.after(application.call)
    later = office.post(check, {"step": "start"})

    assert "Kol kvietimas nepasibaigė" in shown
    assert (started.status_code, later.status_code) == (409, 303)
    assert not ranking.context["can_prepare"]


def test_a_call_opened_again_by_nobody_is_not_decided_while_it_is_open(office):
    """The clock is moved back before the closing: what was scored can't be proposed yet."""
    application = factories.scored()
    clock.move_to(application.call.closes_at - clock.A_MINUTE)

    answer = propose(office, application.call)

    assert answer.status_code == 409
    assert "Kol kvietimas nepasibaigė" in text_of(answer)
    assert not Decision.objects.exists()


def test_whoever_is_not_scored_is_named_and_left_out_for_a_reason_alone(office):
    call = factories.scored().call
    pending = factories.submitted(call=call)

    page = office.get(address(call))
    without = propose(office, call)
    answer = propose(office, call, unscored_reason=REASON)

    assert pending.number in text_of(page)
    assert without.status_code == 422
    assert pending.number in text_of(without)
    assert answer.status_code == 303
    decision = Decision.objects.get()
    office.force_login(factories.user_with(Role.MANAGER))
    confirmation = text_of(office.get(at("confirm", decision)))
    assert pending.number in confirmation
    assert REASON in confirmation


# The member who left


def test_whoever_left_the_applicant_after_submitting_neither_sees_nor_decides(office, coordinator):
    application = factories.make_application()
    member = application.organisation.memberships.create(user=coordinator, role="owner")
    application = factories.scored(application)
    membership.remove(member)

    page = office.get(reverse("selection:review", args=[application.number]))
    ranking = office.get(address(application.call))
    answer = propose(office, application.call)

    assert page.status_code == 404
    assert application.number in text_of(ranking)
    assert answer.status_code == 403
    assert not Decision.objects.exists()


def test_whoever_left_before_the_draft_began_is_free(office, coordinator):
    organisation = factories.OrganisationFactory()
    factories.member_of(organisation)
    member = organisation.memberships.create(user=coordinator, role="viewer")
    membership.remove(member)
    application = factories.scored(organisation=organisation)

    assert office.get(reverse("selection:review", args=[application.number])).status_code == 200
    assert propose(office, application.call).status_code == 303


# The used-up source


def test_a_used_up_source_asks_for_a_division_by_hand(office):
    action = factories.make_action(money="50000.00", first="49000.00", second="1000.00")
    rates = {"es-vb": "50.00", "savivaldybe": "50.00"}
    call = factories.make_call(action, evaluators=1, rates=rates)
    application = factories.scored(call=call, requested="9000.00")

    refused = propose(office, call)
    parts = {
        f"split-{application.pk}-es-vb": "8 000,00",
        f"split-{application.pk}-savivaldybe": "1 000,00",
    }
    answer = propose(office, call, **parts)

    assert refused.status_code == 422
    assert f'name="split-{application.pk}-savivaldybe"' in refused.content.decode()
    assert answer.status_code == 303
    item = Decision.objects.get().items.get()
    assert item.reservation.split == {"es-vb": "8000.00", "savivaldybe": "1000.00"}


def test_a_division_that_does_not_add_up_is_refused_and_kept(office):
    application = factories.scored(requested="9000.00")
    parts = {
        f"split-{application.pk}-es-vb": "8 000,00",
        f"split-{application.pk}-savivaldybe": "999,99",
    }

    answer = propose(office, application.call, **parts)

    assert answer.status_code == 422
    assert 'value="999,99"' in answer.content.decode()


# Recusals


def test_a_recusal_from_an_ended_application_binds_nobody(office, coordinator):
    application = factories.scored()
    ended = factories.submitted(call=application.call)

    declaring.declare(ended, press(coordinator), has_conflict=True, relation="family")
    before = office.get(address(application.call)).context.get("closed")
    submitting.withdraw(factories.again(ended), press(ended.created_by))

    answer = propose(office, application.call)

    assert [one.number for one in before] == [ended.number]
    assert answer.status_code == 303
    assert office.get(reverse("selection:review", args=[ended.number])).status_code == 404


# Score sheets


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.MANAGER, Role.AUDITOR])
def test_the_office_reads_the_sheets_once_all_are_in(client, role):
    application = factories.in_scoring()
    first, second = (one.evaluator for one in application.assignments.all())

    scoring.submit_scores(application, factories.scores_for(application), press(first))
    client.force_login(factories.user_with(role))
    url = reverse("selection:sheets", args=[application.number])

    early = client.get(url).content.decode()
    scoring.submit_scores(application, factories.scores_for(application), press(second))
    page = client.get(url).content.decode()

    assert factories.REASON not in early
    assert page.count(factories.REASON) == 4
    assert str(first) in page


def test_numbers_of_decisions_have_no_gaps(office):
    calls = [factories.scored().call for _number in range(2)]
    decisions = [factories.prepared(call) for call in calls]
    retracted = factories.scored().call
    deciding.retract(
        factories.prepared(retracted), press(factories.user_with(Role.MANAGER)), reason="Klaida"
    )

    numbers = [confirmed(decision).number for decision in reversed(decisions)]

    assert numbers == [1, 2]
    assert Application.objects.filter(status=Status.APPROVED).count() == 2
    assert all(
        decision.confirmed_at <= reading.now() for decision in Decision.objects.exclude(number=None)
    )
