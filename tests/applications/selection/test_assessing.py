"""Assigning, declaring and scoring: each step, each refusal, and that nothing changed where it was refused."""

from decimal import Decimal

import pytest
from django.db import Error, transaction

from applications.models import Status
from applications.operations import submitting
from applications.selection.models import Assignment, Declaration, Score, ScoreSheet
from applications.selection.operations import assessing, deciding
from strategy_portal.accounts.models import Role
from strategy_portal.errors import DomainError, NotReady, Stale
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def coordinator():
    return factories.user_with(Role.COORDINATOR)


@pytest.fixture
def evaluator():
    return factories.user_with(Role.EVALUATOR)


def evaluators_of(application):
    return [assignment.evaluator for assignment in application.assignments.all()]


# Assigning


def test_assigning_replaces_who_scores(coordinator, evaluator):
    application, other = factories.submitted(), factories.user_with(Role.EVALUATOR)
    assessing.assign(application, [evaluator], by=coordinator)

    assessing.assign(application, [other], by=coordinator)

    assert evaluators_of(application) == [other]


@pytest.mark.parametrize("role", [None, Role.COORDINATOR])
def test_only_evaluators_are_assigned(coordinator, role):
    application = factories.submitted()

    with pytest.raises(DomainError):
        assessing.assign(application, [factories.UserFactory(role=role)], by=coordinator)

    assert not Assignment.objects.exists()


def test_members_of_the_applicant_and_the_conflicted_are_not_assigned(coordinator, evaluator):
    application = factories.submitted()
    application.organisation.memberships.create(user=evaluator, role="viewer")
    conflicted = factories.user_with(Role.EVALUATOR)
    assessing.declare(application, by=conflicted, has_conflict=True, relation="family")

    for person in (evaluator, conflicted):
        with pytest.raises(DomainError):
            assessing.assign(application, [person], by=coordinator)

    assert not Assignment.objects.exists()


def test_whoever_submitted_a_sheet_stays(coordinator):
    application = factories.in_scoring()
    first, second = evaluators_of(application)
    assessing.submit_scores(application, factories.scores_for(application), by=first)

    with pytest.raises(DomainError):
        assessing.assign(application, [second], by=coordinator)

    assert evaluators_of(application) == [first, second]


def test_whoever_submitted_a_sheet_may_stay_although_their_role_has_ended(coordinator):
    application = factories.in_scoring()
    first, second = evaluators_of(application)
    assessing.submit_scores(application, factories.scores_for(application), by=first)
    first.role_grants.update(valid_until="2020-01-01", valid_from="2019-01-01")
    third = factories.user_with(Role.EVALUATOR)

    assessing.assign(application, [type(first).objects.get(pk=first.pk), third], by=coordinator)

    assert evaluators_of(application) == [first, third]


def test_nobody_is_assigned_once_scoring_has_ended(coordinator, evaluator):
    application = factories.scored()

    with pytest.raises(Stale):
        assessing.assign(application, [evaluator], by=coordinator)


# Declaring


def test_a_declaration_of_no_conflict_lets_score(evaluator):
    application = factories.in_scoring(evaluators=[evaluator])

    assert not Declaration.objects.get().has_conflict
    assert assessing.save_scores(application, {}, by=evaluator)


def test_a_conflict_is_never_taken_back(evaluator):
    application = factories.submitted()
    assessing.declare(application, by=evaluator, has_conflict=True, relation="property")

    with pytest.raises(Stale):
        assessing.declare(application, by=evaluator, has_conflict=False)
    with pytest.raises(Error), transaction.atomic():
        Declaration.objects.update(has_conflict=False)

    assert Declaration.objects.get().has_conflict


def test_a_conflict_found_later_voids_the_scores_and_takes_the_scoring_up_again():
    application = factories.scored()
    first = evaluators_of(application)[0]

    assessing.declare(application, by=first, has_conflict=True, relation="family", note="Sesuo")

    assert factories.again(application).status == Status.SCORING
    assert ScoreSheet.objects.get(evaluator=first).voided_at
    assert application.status_changes.last().transition == "resume_scoring"


def test_a_conflict_found_while_a_decision_stands_takes_the_scoring_up_once_it_is_retracted():
    application = factories.scored()
    first = evaluators_of(application)[0]
    decision = factories.prepared(application.call)
    assessing.declare(application, by=first, has_conflict=True, relation="family")

    deciding.retract(decision, by=factories.user_with(Role.MANAGER), reason="Interesų konfliktas")

    assert factories.again(application).status == Status.SCORING
    assert deciding.ranking_of(application.call).rows == []


def test_declaring_no_conflict_twice_changes_nothing(evaluator):
    application = factories.submitted()
    first = assessing.declare(application, by=evaluator, has_conflict=False)

    assert assessing.declare(application, by=evaluator, has_conflict=False) == first
    assert Declaration.objects.count() == 1


# Scoring


def test_a_draft_keeps_gaps_and_not_scored_is_never_zero():
    application = factories.in_scoring()
    first = evaluators_of(application)[0]
    criterion = application.call.criteria.first()

    assessing.save_scores(application, {criterion.pk: (Decimal("12.5"), "Kol kas")}, by=first)

    assert list(Score.objects.values_list("points", "reason")) == [
        (Decimal("12.50"), "Kol kas"),
        (None, ""),
    ]


def test_the_last_sheet_needed_ends_the_scoring():
    application = factories.in_scoring()
    first, second = evaluators_of(application)

    sheet = assessing.submit_scores(
        application, factories.scores_for(application, "0.50"), by=first
    )
    after_one = factories.again(application).status
    assessing.submit_scores(application, factories.scores_for(application, "0.80"), by=second)

    assert sheet.total == Decimal("50.0000")
    assert (after_one, factories.again(application).status) == (Status.SCORING, Status.SCORED)


def test_submitting_the_same_scores_again_answers_as_the_first_time():
    application = factories.in_scoring()
    first = evaluators_of(application)[0]
    scores = factories.scores_for(application)

    once = assessing.submit_scores(application, scores, by=first)
    twice = assessing.submit_scores(application, scores, by=first)

    assert once.submitted_at == twice.submitted_at


def test_a_submitted_sheet_no_longer_changes():
    application = factories.in_scoring()
    first = evaluators_of(application)[0]
    assessing.submit_scores(application, factories.scores_for(application), by=first)

    with pytest.raises(Stale):
        assessing.submit_scores(application, factories.scores_for(application, "0.10"), by=first)
    with pytest.raises(Error), transaction.atomic():
        Score.objects.update(points=1)

    assert ScoreSheet.objects.get(evaluator=first).total == Decimal("80.0000")


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
        assessing.submit_scores(application, scores, by=first)

    assert not ScoreSheet.objects.exists()


def test_no_scores_without_a_declaration_or_an_assignment(coordinator, evaluator):
    application = factories.in_scoring()
    outsider = factories.user_with(Role.EVALUATOR)
    assessing.declare(application, by=outsider, has_conflict=False)
    assessing.assign(application, [*evaluators_of(application), evaluator], by=coordinator)

    for person in (evaluator, outsider):
        with pytest.raises(DomainError):
            assessing.save_scores(application, factories.scores_for(application), by=person)
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
        assessing.assign(application, [person], by=factories.user_with(Role.COORDINATOR))
        assessing.declare(application, by=person, has_conflict=False)
    before = ScoreSheet.objects.count()

    with pytest.raises(Stale):
        assessing.save_scores(application, {}, by=person)

    assert ScoreSheet.objects.count() == before
