"""What no constraint of one table can see is named by reconcile, recomputed from the rows."""

from decimal import Decimal

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from applications.models import Application
from applications.selection import reconcile
from applications.selection.models import Decision, Outcome
from applications.selection.operations import deciding, declaring
from calls.models import Call
from strategy_portal.accounts.models import Role
from strategy_portal.canonical import digest
from tests import factories
from tests.factories import press
from tests.refusals import run

SECOND = "(SELECT id FROM applications_application WHERE sequence = 2)"
UNCONFIRMED = """
UPDATE selection_decision SET confirmed_at = NULL, confirmed_by_id = NULL, number = NULL
"""
# As the owner of the tables, past every trigger: a statement, and what reconcile says of it
FORGED = [
    # Scores
    ("UPDATE selection_scoresheet SET total = 99", "says 99.00, not 90.00"),
    ("UPDATE selection_score SET points = points / 2", "was ranked by other points"),
    ("UPDATE selection_score SET points = 999", "lacks points, or has others"),
    ("UPDATE selection_score SET points = NULL", "lacks points, or has others"),
    ("DELETE FROM selection_assignment", "is by somebody not assigned"),
    (
        "UPDATE selection_scoresheet SET voided_at = now(), has_conflict = NULL",
        "is void without a conflict",
    ),
    (
        f"""
        INSERT INTO selection_scoresheet
                (application_id, evaluator_id, has_conflict, started_at, submitted_at, total)
            SELECT {SECOND}, id, false, now(), now(), 100 FROM accounts_user LIMIT 1
        """,
        "says 100.00, not 0.00",
    ),
    # Decisions
    ("UPDATE selection_decision SET number = 7", "has number 7, not 1"),
    ("UPDATE selection_decision SET sha256 = repeat('0', 64)", "its protocol's hash"),
    (
        "UPDATE selection_decision SET protocol = replace(protocol, '90.00', '99.00')",
        "does not follow from its inputs",
    ),
    ("UPDATE selection_decision SET protocol = 'nothing'", "does not follow from its inputs"),
    ("UPDATE calls_call SET pass_mark = 85", "has other rules than its call"),
    ("UPDATE calls_criterion SET weight = 100 - weight", "has other rules than its call"),
    ("UPDATE selection_decisionitem SET score = 95", "is not where its protocol ranks it"),
    (
        'UPDATE selection_decisionitem SET "order" = "order" + 1 WHERE "order" = 2',
        "not where its protocol ranks it",
    ),
    ("UPDATE selection_decisionitem SET place = 1", "is not where its protocol ranks it"),
    (
        "DELETE FROM selection_decisionitem WHERE outcome = 'waitlist'",
        "its protocol is about other applications",
    ),
    ("UPDATE applications_application SET requested = 1", "is about other applications"),
    # Outcomes
    (
        "UPDATE applications_application SET status = 'approved'",
        "is approved without a decision",
    ),
    ("UPDATE applications_application SET status = 'waitlisted'", "its decision says fund"),
    ("UPDATE applications_application SET status = 'proposed'", "proposed without a decision"),
    (
        UNCONFIRMED,
        "is approved without a decision",
    ),
    (UNCONFIRMED, "is approved, but awaits a decision"),
    ("UPDATE selection_checkanswer SET passed = false", "although its check failed"),
    ("DELETE FROM selection_checkanswer", "does not answer its call's questions"),
    ("UPDATE selection_checksheet SET concluded_at = NULL", "without a concluded check"),
    ("UPDATE applications_application SET status = 'checking'", "its check is concluded"),
    ("UPDATE applications_membership SET until = now()", "nobody manages the account of"),
    # Money
    ("UPDATE budget_entry SET posted_by_id = NULL WHERE kind = 'award'", "by somebody else than"),
    (
        "UPDATE selection_decision SET confirmed_by_id = prepared_by_id, prepared_by_id ="
        " confirmed_by_id",
        "is by somebody else than decision 1",
    ),
    (
        """
        UPDATE budget_entry SET split = '{"es-vb": "8999.00", "savivaldybe": "1.00"}'
        WHERE kind = 'award'
        """,
        "is divided otherwise than decision 1 says",
    ),
    ("UPDATE calls_call SET amount = 8999, max_per_project = 8999", "holds more than its sum"),
    # Stories
    (
        "DELETE FROM applications_statuschange WHERE transition = 'pass_check'",
        "its story jumps from checking to scoring",
    ),
    (
        "DELETE FROM applications_statuschange WHERE transition = 'approve'",
        "is approved, its story says proposed",
    ),
    ("UPDATE applications_application SET sequence = 9 WHERE sequence = 2", "the last is No. 9"),
    ("DELETE FROM applications_applicationversion", "does not have one version"),
    ("UPDATE applications_applicationversion SET content = '{}'", "does not have its hash"),
    ("UPDATE applications_applicationversion SET content = '{}'", "says otherwise than its row"),
    ("UPDATE applications_application SET title = 'Kitas'", "says otherwise than its row"),
    ("UPDATE applications_costline SET name = 'Kita'", "says otherwise than its row"),
    (
        "UPDATE applications_organisation SET code = '9' || substr(code, 2)",
        "says otherwise than its row",
    ),
    (
        "UPDATE applications_applicationversion SET submitted_by_id = submitted_by_id + 1",
        "is by somebody else than its submission",
    ),
]


def decided() -> Call:
    """A call whose decision is confirmed: the first is funded, the second waits."""
    call = factories.make_call(amount=Decimal("10000.00"), evaluators=1)
    factories.scored(call=call, part="0.90", requested="9000.00")
    factories.scored(call=call, part="0.80", requested="6000.00")
    decision = factories.prepared(call)
    deciding.confirm(decision, press(factories.user_with(Role.MANAGER)), paper=factories.paper())
    return call


def found_after(statement: str) -> list[str]:
    """What reconcile finds once the owner has run the statement; undone afterwards."""
    with transaction.atomic():
        run("SET session_replication_role = replica")
        run(statement)
        run("SET session_replication_role = origin")
        found = list(reconcile.differences())
        transaction.set_rollback(True)
    return found


@pytest.mark.wrong_books
def test_whatever_is_forged_past_the_triggers_is_named(as_owner):
    decided()
    assert list(reconcile.differences()) == []

    unnamed = {}
    for statement, sentence in FORGED:
        found = found_after(statement)
        if not any(sentence in words for words in found):
            unnamed[statement, sentence] = found

    assert unnamed == {}
    assert list(reconcile.differences()) == []


@pytest.mark.django_db
def test_a_conflict_found_after_the_decision_is_no_difference():
    call = decided()
    for assignment in call.applications.get(sequence=1).assignments.all():
        declaring.declare(
            assignment.application, press(assignment.evaluator), has_conflict=True, relation="other"
        )

    assert list(reconcile.differences()) == []


@pytest.mark.django_db
def test_a_forged_protocol_that_follows_from_its_forged_inputs_is_named(as_owner):
    """Whoever recomputes everything still can't change what the evaluators gave."""
    decision = decided().decisions.get()
    forged = decision.protocol.replace('"54.00","36.00"', '"60.00","40.00"')
    forged = forged.replace("90.00", "100.00").replace("-54.00", "-60.00")

    with transaction.atomic():
        run("SET session_replication_role = replica")
        Decision.objects.update(protocol=forged, sha256=digest(forged))
        decision.items.filter(outcome=Outcome.FUND).update(score=100)
        found = list(reconcile.differences())
        transaction.set_rollback(True)

    number = Application.objects.get(sequence=1).number
    assert found == [
        f"decision {decision.pk}: {number} was ranked by other points than its sheets'"
    ]


@pytest.mark.django_db
def test_reconciling_takes_as_many_queries_for_many_as_for_few():
    counts = []
    for _round in range(3):
        decided()
        with CaptureQueriesContext(connection) as queries:
            assert list(reconcile.differences()) == []
        counts.append(len(queries))

    assert counts[0] == counts[1] == counts[2]
