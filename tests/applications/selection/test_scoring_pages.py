"""The pages for assigning, declaring and scoring; nothing typed is lost."""

from decimal import Decimal
from uuid import uuid4

import pytest
from django.urls import reverse

from applications.models import Status
from applications.operations import submitting
from applications.selection.call_ranking import ranking_of
from applications.selection.models import Declaration, Score, ScoreSheet
from applications.selection.operations import declaring, scoring
from strategy_portal.accounts.models import Role
from tests import factories
from tests.factories import press

pytestmark = pytest.mark.django_db


@pytest.fixture
def evaluator(client):
    user = factories.user_with(Role.EVALUATOR)
    client.force_login(user)
    return user


@pytest.fixture
def application(evaluator):
    return factories.in_scoring(evaluators=[evaluator, factories.user_with(Role.EVALUATOR)])


def at(name, application):
    return reverse(f"selection:{name}", args=[application.number])


def typed(application, *rows, **extra):
    """(points, reason) for each criterion in order."""
    data = dict(extra)
    for criterion, (points, reason) in zip(application.call.criteria.all(), rows, strict=True):
        data |= {f"points-{criterion.pk}": points, f"reason-{criterion.pk}": reason}
    return data


FULL = [("45,5", factories.REASON), ("30", factories.REASON)]
TWENTY = [("10", factories.REASON), ("10", factories.REASON)]


# Assigning


@pytest.fixture
def coordinator(client):
    user = factories.user_with(Role.COORDINATOR)
    client.force_login(user)
    return user


def test_evaluators_are_chosen_among_those_nothing_binds(client):
    application = factories.make_application(contact_email="rasa@bendrija.lt")
    free, member, conflicted = (factories.user_with(Role.EVALUATOR) for _number in range(3))
    neighbour = factories.UserFactory(role=Role.EVALUATOR, email="jonas@bendrija.lt")
    application = factories.submitted(application)
    application.organisation.memberships.create(user=member, role="viewer")
    conflicted.role_grants.create(role=Role.AUDITOR)
    declaring.declare(application, press(conflicted), has_conflict=True, relation="family")
    client.force_login(factories.user_with(Role.COORDINATOR))

    page = client.get(at("assign", application)).content.decode()
    crafted = client.post(at("assign", application), {"evaluators": [free.pk, neighbour.pk]})
    answer = client.post(at("assign", application), {"evaluators": [free.pk]})

    assert page.count('type="checkbox"') == 1
    assert all(str(person) in page for person in (free, member, conflicted, neighbour))
    assert (crafted.status_code, answer.status_code) == (422, 303)
    assert [one.evaluator for one in application.assignments.all()] == [free]


@pytest.mark.parametrize("chosen", ["abc", "999999999999999999999999", "-1", ""])
def test_an_absurd_evaluator_is_422(client, coordinator, chosen):
    application = factories.submitted()

    assert client.post(at("assign", application), {"evaluators": [chosen]}).status_code == 422


def test_whoever_has_scored_stays_without_being_ticked(client, evaluator, application):
    scoring.submit_scores(application, factories.scores_for(application), press(evaluator))
    client.force_login(factories.user_with(Role.COORDINATOR))

    answer = client.post(at("assign", application), {})

    assert answer.status_code == 303
    assert [one.evaluator for one in application.assignments.all()] == [evaluator]


def test_assigning_too_late_is_409(client, coordinator):
    assert client.post(at("assign", factories.scored()), {}).status_code == 409


def test_only_coordinators_assign(client):
    client.force_login(factories.user_with(Role.MANAGER))

    assert client.get(at("assign", factories.submitted())).status_code == 403


# Declaring


@pytest.fixture
def undeclared(evaluator):
    application = factories.submitted()
    scoring.assign(application, [evaluator], by=factories.user_with(Role.COORDINATOR))
    return application


def test_signing_leads_to_the_sheet(client, undeclared):
    answer = client.post(
        at("declare", undeclared), {"has_conflict": "no", "relation": "family", "note": "Ne"}
    )

    assert (answer.status_code, answer.url) == (303, at("score", undeclared))
    assert (Declaration.objects.get().has_conflict, Declaration.objects.get().relation) == (
        False,
        "",
    )


def test_a_conflict_leads_away_even_when_sent_twice(client, undeclared):
    key = str(client.get(at("declare", undeclared)).context["form"]["request_key"].value())
    data = {"has_conflict": "yes", "relation": "family", "note": "Sesuo", "request_key": key}

    answers = [client.post(at("declare", undeclared), data) for _press in range(2)]

    assert [(answer.status_code, answer.url) for answer in answers] == [
        (303, reverse("selection:queue"))
    ] * 2
    assert client.get(at("declare", undeclared)).status_code == 404


def test_a_used_key_that_says_something_else_is_409_and_keeps_what_was_typed(client, undeclared):
    key = str(uuid4())
    client.post(at("declare", undeclared), {"has_conflict": "no", "request_key": key})

    for step in ("declare", "recuse"):
        data = {"has_conflict": "yes", "relation": "other", "note": "Kaimynas", "request_key": key}
        answer = client.post(at(step, undeclared), data)

        assert answer.status_code == 409
        assert "Kaimynas" in answer.content.decode()
        assert answer.context["form"]["request_key"].value() != key
    assert not Declaration.objects.get().has_conflict


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"has_conflict": "perhaps"},
        {"has_conflict": "yes"},
        {"has_conflict": "yes", "relation": "friendship"},
        {"has_conflict": "yes", "relation": "other", "note": "a" * 1001},
    ],
)
def test_half_a_declaration_is_422(client, undeclared, data):
    assert client.post(at("declare", undeclared), data).status_code == 422
    assert not Declaration.objects.exists()


def test_what_the_portal_knows_is_marked_beforehand(client):
    application = factories.make_application(contact_email="rasa@bendrija.lt")
    neighbour = factories.UserFactory(role=Role.EVALUATOR, email="jonas@bendrija.lt")
    application = factories.submitted(application)
    scoring.assign(application, [neighbour], by=factories.user_with(Role.COORDINATOR))
    client.force_login(neighbour)

    page = client.get(at("declare", application)).content.decode()

    assert 'value="yes"' in page.split("checked")[0].rsplit("<input", 1)[1]


def test_a_conflict_reported_later_ends_everything_at_once(client, evaluator, application):
    shown = client.get(at("recuse", application))
    answer = client.post(at("recuse", application), {"relation": "employment", "note": ""})

    assert (shown.status_code, answer.status_code) == (200, 303)
    assert Declaration.objects.get(person=evaluator).has_conflict
    assert client.get(at("score", application)).status_code == 404


def test_reporting_a_conflict_needs_its_kind(client, evaluator, application):
    assert client.post(at("recuse", application), {"relation": ""}).status_code == 422
    assert not Declaration.objects.get(person=evaluator).has_conflict


def test_the_whole_office_may_recuse_itself_but_evaluators_only_from_what_is_theirs(
    client, application
):
    for role, status in (
        (Role.AUDITOR, 303),
        (Role.BOARD, 303),
        (Role.MANAGER, 303),
        (Role.EVALUATOR, 404),
    ):
        client.force_login(factories.user_with(role))
        assert client.post(at("recuse", application), {"relation": "other"}).status_code == status


# Scoring


def test_a_draft_takes_a_comma_and_shows_the_sum_so_far(client, application):
    answer = client.post(
        at("score", application), typed(application, ("45,5", ""), ("", "Kol kas"), step="save")
    )

    page = client.get(answer.url).content.decode()
    assert answer.status_code == 303
    assert 'value="45,5"' in page
    assert "45,50" in page
    assert list(Score.objects.values_list("points", flat=True)) == [Decimal("45.50"), None]


@pytest.mark.parametrize(
    "points",
    ["NaN", "1e9", "-1", "60,01", "5,555", "inf", "١٢", "0x1", "5 5 5", "1,000.5", "a" * 1_000_000],
)
def test_points_that_are_none_are_422_and_stay_on_the_page(client, application, points):
    answer = client.post(
        at("score", application),
        typed(application, (points, "Mano tekstas"), ("", ""), step="save"),
    )

    page = answer.content.decode()
    assert answer.status_code == 422
    assert points in page
    assert "Mano tekstas" in page
    assert not ScoreSheet.objects.exists()


def test_a_reason_too_long_is_422(client, application):
    data = typed(application, ("1", "a" * 1_000_000), ("", ""), step="save")

    assert client.post(at("score", application), data).status_code == 422


def test_a_form_without_its_fields_empties_nothing(client, evaluator, application):
    scoring.save_scores(application, factories.scores_for(application), by=evaluator)

    assert client.post(at("score", application), {"step": "save"}).status_code == 422
    assert Score.objects.filter(points__isnull=False).count() == 2


def test_fields_of_foreign_criteria_are_nothing_to_us(client, application):
    foreign = factories.make_call().criteria.first()
    data = typed(application, *FULL, step="save") | {
        f"points-{foreign.pk}": "5",
        f"reason-{foreign.pk}": "x",
    }

    assert client.post(at("score", application), data).status_code == 303
    assert not Score.objects.filter(criterion=foreign).exists()


def test_an_incomplete_sheet_is_kept_and_says_what_it_lacks(client, application):
    answer = client.post(
        at("score", application), typed(application, ("10", "Trumpai"), ("", ""), step="check")
    )

    page = answer.content.decode()
    first, second = application.call.criteria.all()
    assert answer.status_code == 422
    assert all(
        f'href="#id_{name}"' in page for name in (f"reason-{first.pk}", f"points-{second.pk}")
    )
    assert Score.objects.get(criterion=first).points == 10


def test_submitting_goes_through_a_page_that_repeats_the_sum(client, application):
    asked = client.post(at("score", application), typed(application, *FULL, step="check"))
    shown = client.get(asked.url)
    page = shown.content.decode()
    key = str(shown.context["form"]["request_key"].value())
    unsent = ScoreSheet.objects.get().submitted_at
    sent = typed(application, *FULL, step="submit", request_key=key)
    done = [client.post(at("score", application), sent) for _press in range(2)]

    assert asked.status_code == 303
    assert "75,50" in page
    assert f'name="request_key" value="{key}"' in page
    assert unsent is None
    assert [answer.status_code for answer in done] == [303, 303]
    assert ScoreSheet.objects.get().total == Decimal("75.5000")


def test_the_confirmation_sends_exactly_what_it_shows(client, application):
    client.post(at("score", application), typed(application, *FULL, step="save"))

    page = client.get(at("score", application) + "?patvirtinti=1").content.decode()

    first = application.call.criteria.first()
    assert f'type="hidden" name="points-{first.pk}" value="45,5"' in page
    assert f'type="hidden" name="reason-{first.pk}" value="{factories.REASON}"' in page


def test_a_submitted_sheet_is_frozen_and_other_scores_for_it_are_409(
    client, evaluator, application
):
    scoring.submit_scores(application, factories.scores_for(application), press(evaluator))

    frozen = client.get(at("score", application)).content.decode()
    answer = client.post(
        at("score", application), typed(application, ("1", "Kitas tekstas"), ("2", ""), step="save")
    )

    assert "<textarea" not in frozen
    assert answer.status_code == 409
    assert "Kitas tekstas" in answer.content.decode()


def test_what_was_withdrawn_meanwhile_takes_no_scores(client, application):
    submitting.withdraw(application, factories.press(application.created_by))

    answer = client.post(at("score", application), typed(application, *FULL, step="submit"))

    assert answer.status_code == 409
    assert "45,5" in answer.content.decode()
    assert "<textarea" not in client.get(at("score", application)).content.decode()


def test_scores_of_others_appear_once_ones_own_are_submitted(client, evaluator, application):
    other = application.assignments.exclude(evaluator=evaluator).get().evaluator
    scores = {
        pk: (points, "Slaptas kito pagrindimas, daug ženklų.")
        for pk, (points, _reason) in factories.scores_for(application, "0.37").items()
    }
    scoring.submit_scores(application, scores, press(other))

    before = (
        client.get(at("score", application)).content.decode()
        + client.get(at("review", application)).content.decode()
    )
    scoring.submit_scores(application, factories.scores_for(application), press(evaluator))
    after = client.get(at("score", application)).content.decode()

    assert not any(text in before for text in ("37,00", "22,20", "Slaptas kito"))
    assert all(text in after for text in ("37,00", "22,20", "Slaptas kito"))
    assert factories.again(application).status == Status.SCORED


def test_scoring_ends_with_the_last_of_all_who_are_assigned(client, application):
    """More are assigned than the call requires: the first to submit decide nothing."""
    late = factories.user_with(Role.EVALUATOR)
    scoring.assign(
        application,
        [late, *(one.evaluator for one in application.assignments.all())],
        by=factories.user_with(Role.COORDINATOR),
    )
    declaring.declare(application, press(late), has_conflict=False)
    for assignment in application.assignments.exclude(evaluator=late):
        scoring.submit_scores(
            application, factories.scores_for(application, "0.37"), press(assignment.evaluator)
        )
    client.force_login(late)

    page = client.get(at("score", application)).content.decode()
    before = factories.again(application).status
    answer = client.post(at("score", application), typed(application, *TWENTY, step="submit"))

    assert (before, answer.status_code) == (Status.SCORING, 303)
    assert "22,20" not in page
    assert "37,00" not in page
    assert factories.again(application).status == Status.SCORED
    (row,) = ranking_of(application.call).rows
    # The mean of 37, 37 and 20
    assert row.score == Decimal("31.33")


def test_the_next_application_is_one_press_away(client, evaluator, application):
    following = factories.in_scoring(call=application.call, evaluators=[evaluator])

    first, second = (
        client.get(at("score", one)).content.decode() for one in (application, following)
    )

    assert f'href="{at("score", following)}"' in first
    assert f'href="{at("score", application)}"' in second


def test_nobody_else_scores(client, application):
    for role, status in ((Role.COORDINATOR, 403), (Role.MANAGER, 403), (Role.EVALUATOR, 404)):
        client.force_login(factories.user_with(role))
        assert client.get(at("score", application)).status_code == status
