"""All transitions × statuses, in the table and in the database."""

import itertools

import pytest
from django.db import Error, connection, transaction

from applications import workflow
from applications.models import TRANSITIONS, Application, Status
from applications.models.status import moves
from applications.templatetags.application_words import STANDINGS
from applications.timeline import EARLY_ENDS, NEXT, STAGES_DONE
from strategy_portal.errors import Stale
from tests import factories

ALLOWED = {
    ("draft", "submitted"),
    ("submitted", "checking"),
    ("checking", "scoring"),
    ("checking", "rejected"),
    ("scoring", "scored"),
    ("scored", "scoring"),
    ("scored", "proposed"),
    ("proposed", "scored"),
    ("proposed", "approved"),
    ("proposed", "waitlisted"),
    ("waitlisted", "proposed"),
    ("proposed", "rejected"),
    ("submitted", "withdrawn"),
    ("checking", "withdrawn"),
    ("scoring", "withdrawn"),
    ("scored", "withdrawn"),
    ("proposed", "withdrawn"),
    ("waitlisted", "withdrawn"),
}
GRID = list(itertools.permutations(Status.values, 2))
# Status: the statuses that lead to it from a submitted application
WAYS = {
    "draft": [],
    "submitted": [],
    "checking": ["checking"],
    "scoring": ["checking", "scoring"],
    "scored": ["checking", "scoring", "scored"],
    "proposed": ["checking", "scoring", "scored", "proposed"],
    "approved": ["checking", "scoring", "scored", "proposed", "approved"],
    "waitlisted": ["checking", "scoring", "scored", "proposed", "waitlisted"],
    "rejected": ["checking", "rejected"],
    "withdrawn": ["withdrawn"],
}


def test_the_table_is_what_the_office_agreed():
    assert set(moves()) == ALLOWED


def test_early_ends_are_transitions():
    assert set(EARLY_ENDS) <= set(TRANSITIONS)


def test_every_status_has_its_words_its_place_and_its_group():
    """A status added to the enum fails here until each mapping knows it."""
    every = set(Status)
    before = {Status.DRAFT}

    assert set(STANDINGS) == every
    assert set(WAYS) == set(Status.values)
    assert set(NEXT) == every - before
    # Withdrawn applications stay at the stage they were withdrawn from
    assert set(STAGES_DONE) == every - before - {Status.WITHDRAWN}
    assert Status.undecided() | Status.decided() | Status.ended() == every - before


def test_what_is_decided_or_ended_is_not_undecided():
    assert not Status.undecided() & (Status.decided() | Status.ended())
    assert Status.unscored() < Status.undecided()


@pytest.fixture
def the_table_alone(as_owner):
    """Without the triggers that ask for more than a way in the table."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT tgname FROM pg_trigger
            WHERE tgrelid = 'applications_application'::regclass
                AND tgname ~ '^(submitted_in_time|follows_its_story|status_has_its_grounds'
                    '|pgtrigger_status_has)'
            """
        )
        for (name,) in cursor.fetchall():
            cursor.execute(f"ALTER TABLE applications_application DISABLE TRIGGER {name}")


@pytest.mark.parametrize(("origin", "target"), GRID)
def test_the_database_takes_the_ways_of_the_table_and_no_other(the_table_alone, origin, target):
    application = factories.submitted() if origin != "draft" else factories.make_application()
    walk(application, origin)

    def move():
        values = {"status": target}
        if target == "draft":
            values |= {"number": None, "sequence": None, "submitted_at": None}
        with transaction.atomic():
            Application.objects.filter(pk=application.pk).update(**values)

    if (origin, target) == ("draft", "submitted"):
        with pytest.raises(Error, match="has_a_number_once_submitted"):
            move()
    elif (origin, target) in ALLOWED:
        move()
    else:
        with pytest.raises(Error):
            move()
    stands = Application.objects.get(pk=application.pk).status
    assert stands == (target if (origin, target) in ALLOWED and origin != "draft" else origin)


def walk(application, target):
    """Bring the submitted application to `target` by plain updates along allowed transitions."""
    for status in WAYS[target]:
        Application.objects.filter(pk=application.pk).update(status=status)


@pytest.mark.django_db
def test_a_lock_looks_at_the_row_as_it_is_now():
    stale = factories.make_application()
    factories.submitted(factories.again(stale))

    with pytest.raises(Stale):
        workflow.lock(stale, "submit")


@pytest.mark.django_db
def test_every_move_leaves_a_line_in_the_story():
    application = factories.scored()

    steps = list(application.status_changes.values_list("transition", flat=True))

    assert steps == ["submit", "start_check", "pass_check", "finish_scoring"]
