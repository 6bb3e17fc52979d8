"""What somebody with the portal's own database role can't forge: checks, declarations, scores."""

from decimal import Decimal

import pytest

from applications.models import Application, Status
from applications.selection.models import (
    Assignment,
    CheckAnswer,
    CheckSheet,
    Declaration,
    Score,
    ScoreSheet,
)
from applications.selection.operations import checking, scoring
from strategy_portal.accounts.models import Role
from strategy_portal.clock import reading
from tests import clock, factories
from tests.house.forging import IN_2020
from tests.refusals import refused, run

pytestmark = pytest.mark.django_db


@pytest.fixture
def coordinator():
    return factories.user_with(Role.COORDINATOR)


@pytest.fixture
def application():
    """One being scored, with two evaluators who declared no conflict."""
    return factories.in_scoring()


@pytest.fixture
def evaluator(application):
    return application.assignments.first().evaluator


@pytest.fixture
def sheet(application, evaluator):
    """A score sheet that is filled in and not submitted: 80 points."""
    scores = factories.scores_for(application)
    return scoring.save_scores(application, scores, by=evaluator)


def submit(sheet: ScoreSheet, total: str = "80.00") -> None:
    ScoreSheet.objects.filter(pk=sheet.pk).update(submitted_at=reading.now(), total=Decimal(total))


# Administrative checks


def test_a_check_begun_by_somebody_else_or_concluded_at_once(coordinator):
    application = factories.submitted()

    with refused("check_sheet_is_begun_by_a_coordinator"):
        CheckSheet.objects.create(
            application=application, checked_by=factories.user_with(Role.MANAGER)
        )
    with refused("check_sheet_is_begun_by_a_coordinator"):
        CheckSheet.objects.create(
            application=application, checked_by=coordinator, concluded_at=reading.now()
        )


def test_a_check_of_a_draft_or_before_the_call_has_closed(coordinator):
    for application in (factories.make_application(), factories.submitted(still_open=True)):
        with refused("check_sheet_follows_the_closing"):
            CheckSheet.objects.create(application=application, checked_by=coordinator)


def test_a_check_without_a_sheet():
    application = factories.submitted()

    with refused("application_status_has_its_grounds"):
        Application.objects.filter(pk=application.pk).update(status=Status.CHECKING)


def test_a_check_that_is_incomplete_or_unexplained(coordinator):
    application = factories.submitted()
    begun = checking.start(application, by=coordinator)
    for answers in ({}, {"passed": False, "note": "  "}):
        begun.answers.update(**answers)
        with refused("check_sheet_is_complete"):
            CheckSheet.objects.update(concluded_at=reading.now())


def test_a_check_concluded_under_another_name_or_dated_back(coordinator):
    begun = checking.start(factories.submitted(), by=coordinator)

    for change in ({"checked_by": factories.user_with(Role.COORDINATOR)}, {"started_at": IN_2020}):
        with refused("origin is frozen"):
            CheckSheet.objects.filter(pk=begun.pk).update(**change)


def test_an_answer_to_another_calls_question(coordinator):
    begun = checking.start(factories.submitted(), by=coordinator)
    item = factories.make_call().check_items.first()

    with refused("check_answer_is_to_a_question_of_its_call"):
        CheckAnswer.objects.create(sheet=begun, item=item, passed=True)
    with refused("check_answer_is_to_a_question_of_its_call"):
        begun.answers.filter(item__position=1).update(item=item)


def test_a_failed_check_that_passes(coordinator):
    application = factories.submitted()
    begun = checking.start(application, by=coordinator)
    begun.answers.update(passed=False, note="Nėra parašo")
    CheckSheet.objects.update(concluded_at=reading.now())

    with refused("application_status_has_its_grounds"):
        Application.objects.filter(pk=application.pk).update(status=Status.SCORING)
    with refused("frozen with its row of selection_checksheet"):
        begun.answers.update(passed=True)
    with refused("concluded is frozen"):
        CheckSheet.objects.update(concluded_at=None)


# Declarations and assignments


def test_a_declaration_of_a_stranger_or_about_a_draft(application, coordinator):
    for person in (factories.UserFactory(), factories.user_with(Role.EVALUATOR)):
        with refused("declaration_is_of_the_office"):
            Declaration.objects.create(application=application, person=person, has_conflict=False)
    with refused("declaration_is_of_a_submitted_application"):
        Declaration.objects.create(
            application=factories.make_application(), person=coordinator, has_conflict=False
        )


def test_a_declaration_turned_given_to_somebody_else_or_dated_back(application, coordinator):
    declared = Declaration.objects.create(
        application=application, person=coordinator, has_conflict=False
    )
    rows = Declaration.objects.filter(pk=declared.pk)
    other = factories.user_with(Role.BOARD)

    turned = {"has_conflict": True, "relation": "other", "conflict_found_at": IN_2020}

    for change in ({"person": other}, {"declared_at": IN_2020}):
        with refused("origin is frozen"):
            rows.update(**turned, **change)
    with refused("declaration_changes_into_a_conflict_alone"):
        rows.update(has_conflict=True, relation="other")
    with refused("declaration_changes_into_a_conflict_alone"):
        rows.update(note="Kita")
    rows.update(**turned)
    assert rows.get().conflict_found_at.year > 2020
    with refused("declaration_changes_into_a_conflict_alone"):
        rows.update(has_conflict=False)
    with refused("conflict stays"):
        rows.update(note="Kita")


def test_a_declaration_that_is_found_out_before_it_is_made(application, coordinator):
    with refused("declaration_becomes_a_conflict_later"):
        Declaration.objects.create(
            application=application,
            person=coordinator,
            has_conflict=False,
            conflict_found_at=IN_2020,
        )


def test_an_evaluators_declaration_turned_under_their_sheet(sheet, evaluator):
    with refused("score_sheet_needs_a_declaration"):
        Declaration.objects.filter(person=evaluator).update(
            has_conflict=True, relation="other", conflict_found_at=reading.now()
        )


def test_an_assignment_of_no_evaluator_by_no_coordinator_or_of_a_member(application, coordinator):
    evaluator = factories.user_with(Role.EVALUATOR)
    member = factories.user_with(Role.EVALUATOR)
    application.organisation.memberships.create(user=member, role="viewer")
    for person, by, why in (
        (coordinator, coordinator, "assignment_is_of_an_evaluator"),
        (evaluator, evaluator, "assignment_is_of_an_evaluator"),
        (member, coordinator, "assignment_is_impartial"),
    ):
        with refused(why):
            Assignment.objects.create(application=application, evaluator=person, assigned_by=by)


def test_an_assignment_given_to_somebody_else(application):
    with refused("permission denied"):
        application.assignments.update(evaluator=factories.user_with(Role.EVALUATOR))


def test_an_assignment_removed_although_its_sheet_counts(sheet, application, evaluator):
    submit(sheet)

    with refused("assignment_stays_with_its_sheet"):
        application.assignments.filter(evaluator=evaluator).delete()
    application.assignments.exclude(evaluator=evaluator).delete()


def test_an_evaluator_assigned_or_removed_after_scoring(coordinator):
    application = factories.scored()

    with refused("assignment_precedes_the_end_of_scoring"):
        Assignment.objects.create(
            application=application,
            evaluator=factories.user_with(Role.EVALUATOR),
            assigned_by=coordinator,
        )
    with refused("assignment_stays_with_its_sheet"):
        application.assignments.all().delete()


# Score sheets


def test_a_sheet_by_somebody_not_assigned(application):
    outsider = factories.user_with(Role.MANAGER)
    Declaration.objects.create(application=application, person=outsider, has_conflict=False)

    with refused("score_sheet_is_by_an_assigned_evaluator"):
        ScoreSheet.objects.create(application=application, evaluator=outsider)


def test_a_sheet_without_a_declaration(application, coordinator):
    evaluator = factories.user_with(Role.EVALUATOR)
    scoring.assign(
        application,
        [evaluator, *(row.evaluator for row in application.assignments.all())],
        by=coordinator,
    )

    with refused("score_sheet_needs_a_declaration"):
        ScoreSheet.objects.create(application=application, evaluator=evaluator)


def test_a_sheet_that_begins_submitted_void_or_with_a_total(application, evaluator):
    for values, why in (
        ({"submitted_at": reading.now(), "total": 90}, "score_sheet_begins_empty"),
        ({"voided_at": reading.now(), "has_conflict": None}, "score_sheet_begins_empty"),
        ({"total": 90}, "score_sheet_has_a_total_once_submitted"),
    ):
        with refused(why):
            ScoreSheet.objects.create(application=application, evaluator=evaluator, **values)


def test_a_sheet_of_what_is_not_being_scored(coordinator):
    application = factories.submitted()
    evaluator = factories.user_with(Role.EVALUATOR)
    scoring.assign(application, [evaluator], by=coordinator)
    Declaration.objects.create(application=application, person=evaluator, has_conflict=False)

    with refused("score_sheet_is_by_an_assigned_evaluator"):
        ScoreSheet.objects.create(application=application, evaluator=evaluator)


@pytest.mark.parametrize("points", ["999", "60.01", "-1", "NaN"])
def test_points_out_of_range(sheet, points):
    with refused("score_is_"):
        run("UPDATE selection_score SET points = %s WHERE sheet_id = %s", points, sheet.pk)


def test_points_for_another_calls_criterion(sheet):
    criterion = factories.make_call().criteria.first()

    with refused("score_is_for_a_criterion_of_its_call"):
        Score.objects.create(sheet=sheet, criterion=criterion, points=1, reason=factories.REASON)


@pytest.mark.parametrize("change", [{"reason": "Gerai."}, {"points": None}], ids=str)
def test_a_sheet_without_a_reason_or_points(sheet, change):
    sheet.scores.filter(criterion__position=1).update(**change)

    with refused("score_sheet_is_complete"):
        submit(sheet)


@pytest.mark.parametrize("total", ["100.00", "80.01", "0.00"])
def test_a_sheet_with_a_false_total(sheet, total):
    with refused("score_sheet_total_is_its_sum"):
        submit(sheet, total)


def test_a_submitted_sheet_changed(sheet):
    submit(sheet)

    with refused("frozen with its row of selection_scoresheet"):
        sheet.scores.update(points=60)
    with refused("submitted is frozen"):
        ScoreSheet.objects.filter(pk=sheet.pk).update(total=100)
    with refused("permission denied"):
        run("DELETE FROM selection_scoresheet")


def test_a_sheet_given_to_another_evaluator_or_application(sheet, application, evaluator):
    other = application.assignments.exclude(evaluator=evaluator).get().evaluator

    for change in ({"evaluator": other}, {"application": factories.in_scoring()}):
        with refused("origin is frozen"):
            ScoreSheet.objects.filter(pk=sheet.pk).update(**change)


def test_a_sheet_dated_back(sheet):
    ScoreSheet.objects.filter(pk=sheet.pk).update(submitted_at=IN_2020, total=80)

    assert ScoreSheet.objects.get(pk=sheet.pk).submitted_at.year > 2020


def test_sheets_voided_without_a_conflict(sheet):
    submit(sheet)

    with refused("a sheet is void for a conflict of interest"):
        ScoreSheet.objects.update(voided_at=reading.now(), has_conflict=None)


def test_a_sheet_untied_from_its_declaration_that_still_counts(sheet):
    with refused("score_sheet_stands_without_a_conflict"):
        ScoreSheet.objects.update(has_conflict=None)


def test_scoring_ended_before_all_sheets_are_in(sheet, application):
    submit(sheet)

    with refused("application_status_has_its_grounds"):
        Application.objects.filter(pk=application.pk).update(status=Status.SCORED)


def test_scoring_resumed_although_all_sheets_are_in():
    application = factories.scored()

    with refused("application_status_has_its_grounds"):
        Application.objects.filter(pk=application.pk).update(status=Status.SCORING)


def test_a_grant_that_ended_gives_no_right(sheet, evaluator):
    clock.move_to(reading.now() + clock.A_MINUTE)
    evaluator.role_grants.update(valid_until=reading.today())
    clock.move_to(reading.now() + 1440 * clock.A_MINUTE)

    with refused("score_sheet_is_by_an_assigned_evaluator"):
        submit(sheet)
