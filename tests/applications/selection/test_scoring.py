"""Assigning and scoring: each step and refusal; a refusal changes nothing."""

from decimal import Decimal

import pytest
from django.db import Error, transaction

from applications.models import Status
from applications.operations import submitting
from applications.selection.models import Assignment, Score, ScoreSheet
from applications.selection.operations import declaring, scoring
from strategy_portal.accounts.models import Role
from strategy_portal.errors import DomainError, KeyReused, NotReady, Stale
from tests import factories
from tests.factories import press

pytestmark = pytest.mark.django_db


@pytest.fixture
def evaluator():
    return factories.user_with(Role.EVALUATOR)


def evaluators_of(application):
    return [assignment.evaluator for assignment in application.assignments.all()]


# Assigning


def test_assigning_replaces_who_scores(coordinator, evaluator):
    application, other = factories.submitted(), factories.user_with(Role.EVALUATOR)
    scoring.assign(application, [evaluator], by=coordinator)

    scoring.assign(application, [other], by=coordinator)

    assert evaluators_of(application) == [other]


@pytest.mark.parametrize("role", [None, Role.COORDINATOR])
def test_only_evaluators_are_assigned(coordinator, role):
    application = factories.submitted()

    with pytest.raises(DomainError):
        scoring.assign(application, [factories.UserFactory(role=role)], by=coordinator)

    assert not Assignment.objects.exists()


def test_members_of_the_applicant_and_the_conflicted_are_not_assigned(coordinator, evaluator):
    application = factories.submitted()
    application.organisation.memberships.create(user=evaluator, role="viewer")
    conflicted = factories.user_with(Role.EVALUATOR)
    scoring.assign(application, [conflicted], by=coordinator)
    declaring.declare(application, press(conflicted), has_conflict=True, relation="family")

    for person in (evaluator, conflicted):
        with pytest.raises(DomainError):
            scoring.assign(application, [person], by=coordinator)

    assert evaluators_of(application) == [conflicted]


def test_whoever_submitted_a_sheet_stays(coordinator):
    application = factories.in_scoring()
    first, second = evaluators_of(application)
    scoring.submit_scores(application, factories.scores_for(application), press(first))

    with pytest.raises(DomainError):
        scoring.assign(application, [second], by=coordinator)

    assert evaluators_of(application) == [first, second]


def test_whoever_submitted_a_sheet_may_stay_although_their_role_has_ended(as_owner, coordinator):
    application = factories.in_scoring()
    first, second = evaluators_of(application)
    scoring.submit_scores(application, factories.scores_for(application), press(first))
    with factories.past_the_triggers():
        first.role_grants.update(valid_until="2020-01-01", valid_from="2019-01-01")
    third = factories.user_with(Role.EVALUATOR)

    scoring.assign(application, [type(first).objects.get(pk=first.pk), third], by=coordinator)

    assert evaluators_of(application) == [first, third]


def test_nobody_is_assigned_once_scoring_has_ended(coordinator, evaluator):
    application = factories.scored()

    with pytest.raises(Stale):
        scoring.assign(application, [evaluator], by=coordinator)


# Scoring


def test_a_draft_keeps_gaps_and_not_scored_is_never_zero():
    application = factories.in_scoring()
    first = evaluators_of(application)[0]
    criterion = application.call.criteria.first()

    scoring.save_scores(application, {criterion.pk: (Decimal("12.5"), "Kol kas")}, by=first)

    assert list(Score.objects.values_list("points", "reason")) == [
        (Decimal("12.50"), "Kol kas"),
        (None, ""),
    ]


def test_the_last_sheet_needed_ends_the_scoring():
    application = factories.in_scoring()
    first, second = evaluators_of(application)

    sheet = scoring.submit_scores(
        application, factories.scores_for(application, "0.50"), press(first)
    )
    after_one = factories.again(application).status
    scoring.submit_scores(application, factories.scores_for(application, "0.80"), press(second))

    assert sheet.total == Decimal("50.00")
    assert (after_one, factories.again(application).status) == (Status.SCORING, Status.SCORED)


def test_submitting_with_the_same_press_answers_as_the_first_time():
    application = factories.in_scoring()
    first = evaluators_of(application)[0]
    scores, pressed = factories.scores_for(application), press(first)

    once = scoring.submit_scores(application, scores, pressed)
    twice = scoring.submit_scores(application, scores, pressed)

    assert once.submitted_at == twice.submitted_at


def test_other_scores_with_a_used_key_and_the_same_scores_with_another_are_refused():
    application = factories.in_scoring()
    first = evaluators_of(application)[0]
    scores, pressed = factories.scores_for(application), press(first)
    scoring.submit_scores(application, scores, pressed)

    with pytest.raises(KeyReused):
        scoring.submit_scores(application, factories.scores_for(application, "0.10"), pressed)
    with pytest.raises(Stale):
        scoring.submit_scores(application, scores, press(first))

    assert ScoreSheet.objects.get(evaluator=first).total == Decimal("80.00")


def test_a_submitted_sheet_no_longer_changes():
    application = factories.in_scoring()
    first = evaluators_of(application)[0]
    scoring.submit_scores(application, factories.scores_for(application), press(first))

    with pytest.raises(Stale):
        scoring.submit_scores(application, factories.scores_for(application, "0.10"), press(first))
    with pytest.raises(Error), transaction.atomic():
        Score.objects.update(points=1)

    assert ScoreSheet.objects.get(evaluator=first).total == Decimal("80.00")


@pytest.mark.parametrize(
    ("points", "reason"),
    [
        (None, factories.REASON),
        (Decimal("60.01"), factories.REASON),
        (Decimal("60"), "Per trumpai"),
        (Decimal("60"), " " * 40),
    ],
)
def test_points_out_of_range_or_without_a_reason_submit_nothing(points, reason):
    application = factories.in_scoring()
    first = evaluators_of(application)[0]
    scores = factories.scores_for(application) | {
        application.call.criteria.first().pk: (points, reason)
    }

    with pytest.raises(NotReady):
        scoring.submit_scores(application, scores, press(first))

    assert not ScoreSheet.objects.exists()


def test_no_scores_without_a_declaration_or_an_assignment(coordinator, evaluator):
    application = factories.in_scoring()
    outsider = factories.user_with(Role.EVALUATOR)
    outsider.role_grants.create(role=Role.BOARD)
    declaring.declare(application, press(outsider), has_conflict=False)
    scoring.assign(application, [*evaluators_of(application), evaluator], by=coordinator)

    for person in (evaluator, outsider):
        with pytest.raises(DomainError):
            scoring.save_scores(application, factories.scores_for(application), by=person)
    with pytest.raises(Error, match="score_sheet_needs_a_declaration"), transaction.atomic():
        ScoreSheet.objects.create(application=application, evaluator=evaluator)

    assert not ScoreSheet.objects.exists()


@pytest.mark.parametrize("until", ["checked", "withdrawn", "scored"])
def test_scores_are_taken_only_while_it_is_scored(until):
    application = factories.scored() if until == "scored" else factories.in_scoring()
    person = evaluators_of(application)[0]
    if until == "withdrawn":
        submitting.withdraw(application, factories.press(application.created_by))
    if until == "checked":
        application, person = factories.submitted(), factories.user_with(Role.EVALUATOR)
        scoring.assign(application, [person], by=factories.user_with(Role.COORDINATOR))
        declaring.declare(application, press(person), has_conflict=False)
    before = ScoreSheet.objects.count()

    with pytest.raises(Stale):
        scoring.save_scores(application, {}, by=person)

    assert ScoreSheet.objects.count() == before
