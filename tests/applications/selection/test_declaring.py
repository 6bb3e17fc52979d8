"""Declaring impartiality or a conflict: each step and refusal, and a conflict's consequences."""

import pytest
from django.db import Error, transaction

from applications.models import Status
from applications.selection.call_ranking import ranking_of
from applications.selection.models import Declaration, ScoreSheet
from applications.selection.operations import deciding, declaring, scoring
from strategy_portal.accounts.models import Role
from strategy_portal.errors import KeyReused, Stale
from tests import factories
from tests.factories import press

pytestmark = pytest.mark.django_db


@pytest.fixture
def evaluator():
    return factories.user_with(Role.EVALUATOR)


def evaluators_of(application):
    return [assignment.evaluator for assignment in application.assignments.all()]


def assigned(evaluator):
    """An application that the evaluator is to score."""
    by = factories.user_with(Role.COORDINATOR)
    return scoring.assign(factories.submitted(), [evaluator], by=by)


def test_a_declaration_of_no_conflict_lets_score(evaluator):
    application = factories.in_scoring(evaluators=[evaluator])

    assert not Declaration.objects.get().has_conflict
    assert scoring.save_scores(application, {}, by=evaluator)


def test_a_conflict_is_never_taken_back(evaluator):
    application = assigned(evaluator)
    declaring.declare(application, press(evaluator), has_conflict=True, relation="property")

    with pytest.raises(Stale):
        declaring.declare(application, press(evaluator), has_conflict=False)
    with pytest.raises(Error), transaction.atomic():
        Declaration.objects.update(has_conflict=False)

    assert Declaration.objects.get().has_conflict


def test_a_conflict_found_later_voids_the_scores_and_takes_the_scoring_up_again():
    application = factories.scored()
    first = evaluators_of(application)[0]

    declaring.declare(application, press(first), has_conflict=True, relation="family", note="Sesuo")

    assert factories.again(application).status == Status.SCORING
    assert ScoreSheet.objects.get(evaluator=first).voided_at
    assert application.status_changes.last().transition == "resume_scoring"


def test_a_conflict_found_while_a_decision_stands_takes_the_scoring_up_once_it_is_retracted():
    application = factories.scored()
    first = evaluators_of(application)[0]
    decision = factories.prepared(application.call)
    declaring.declare(application, press(first), has_conflict=True, relation="family")

    deciding.retract(
        decision, press(factories.user_with(Role.MANAGER)), reason="Interesų konfliktas"
    )

    assert factories.again(application).status == Status.SCORING
    assert ranking_of(application.call).rows == []


@pytest.mark.parametrize("is_same_press", [True, False])
def test_declaring_no_conflict_twice_changes_nothing(evaluator, is_same_press):
    application, pressed = assigned(evaluator), press(evaluator)
    first = declaring.declare(application, pressed, has_conflict=False)

    again = pressed if is_same_press else press(evaluator)
    assert declaring.declare(application, again, has_conflict=False) == first
    assert Declaration.objects.count() == 1


def test_the_same_press_reports_a_conflict_once_and_says_nothing_else(evaluator):
    application, pressed = assigned(evaluator), press(evaluator)
    declaring.declare(application, press(evaluator), has_conflict=False)
    conflict = {"has_conflict": True, "relation": "family", "note": "Sesuo"}
    first = declaring.declare(application, pressed, **conflict)

    again = declaring.declare(application, pressed, **conflict)
    with pytest.raises(KeyReused):
        declaring.declare(application, pressed, **{**conflict, "note": "Brolis"})

    assert (again, again.conflict_found_at) == (first, first.conflict_found_at)
    assert Declaration.objects.get().note == "Sesuo"
