"""Frozen rows stay as they are, even for direct SQL by the portal's own role."""

import pytest
from django.db import IntegrityError, connection, transaction

from applications.selection.models import Decision, DecisionItem, ItemSplit
from applications.selection.operations import deciding
from budget.models import Entry, Kind
from budget.projects import operations as projects
from budget.projects.models import Claim, Project, ProjectChange
from strategy_portal.accounts.models import Role
from tests import books, factories
from tests.budget.projects import stories
from tests.budget.projects.stories import PAPER, REASON, pressed

pytestmark = pytest.mark.django_db


def is_refused(rows, **values) -> bool:
    try:
        with transaction.atomic():
            assert rows.update(**values)
            connection.check_constraints()  # as when the transaction ends
    except IntegrityError:
        return True
    return False


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", "Kitas"),
        ("beneficiary", "Kitas"),
        ("summary", "Kita"),
        ("total_cost", 1),
        ("ends_on", "2029-01-01"),
    ],
)
def test_what_the_public_reads_of_a_project(action, field, value):
    project = stories.running(action)

    assert is_refused(Project.objects.filter(pk=project.pk), **{field: value})


def test_a_projects_status_without_its_story(action):
    project = stories.running(action)

    assert is_refused(Project.objects.filter(pk=project.pk), status="suspended")


@pytest.mark.wrong_books
def test_a_story_without_the_status_is_seen(as_owner, action):
    project = stories.running(action)
    by = factories.user_with(Role.COORDINATOR)
    connection.check_constraints()  # as when the transaction ends
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE projects_projectchange DISABLE TRIGGER check_story")
    ProjectChange.objects.create(
        project=project, step="suspend", from_status="running", to_status="suspended", changed_by=by
    )

    assert f"project {project.number} is running, its story says suspended" in books.of_money()


def test_who_registered_a_claim_and_what_paid_it(action):
    project = stories.running(action)
    paid, waiting = stories.paid(project, "100.00"), stories.approved_claim(project, "100.00")
    somebody = factories.user_with(Role.COORDINATOR)

    assert is_refused(Claim.objects.filter(pk=waiting.pk), registered_by=somebody)
    assert is_refused(Claim.objects.filter(pk=waiting.pk), registered_at="2020-01-01T00:00Z")
    assert is_refused(Claim.objects.filter(pk=paid.pk), payment=None)


def test_a_claim_whose_payment_was_corrected_is_paid_anew(action):
    project = stories.running(action)
    claim = stories.paid(project, "100.00")
    entry = Entry.objects.get(kind=Kind.PAYMENT)
    projects.correct(project, entry, pressed(project), document=PAPER, reason=REASON)

    stories.pay(Claim.objects.get(pk=claim.pk), "100.00")

    assert Claim.objects.get(pk=claim.pk).payment_id != entry.pk


def test_who_prepared_a_decision_and_from_which_ranking(db):
    call = factories.scored(requested="9000.00").call
    decision = factories.prepared(call)
    rows = Decision.objects.filter(pk=decision.pk)

    assert is_refused(rows, prepared_by=factories.user_with(Role.COORDINATOR))
    assert is_refused(rows, sha256="0" * 64)


def test_how_a_decided_grant_was_divided(db):
    call = factories.scored(requested="9000.00").call
    decision = factories.prepared(call)
    manager = factories.user_with(Role.MANAGER)
    deciding.confirm(decision, factories.press(manager), paper=factories.paper("1"))
    item = DecisionItem.objects.get()

    with pytest.raises(IntegrityError), transaction.atomic():
        ItemSplit.objects.create(
            item=item, parts={"es-vb": "9000.00", "savivaldybe": "0.00"}, divided_by=manager
        )
