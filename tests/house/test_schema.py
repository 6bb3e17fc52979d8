"""The database's guards equal those of files and models, and any change is found."""

import json
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection, transaction

from strategy_portal import reconcile
from strategy_portal.clock import reading
from strategy_portal.database_roles import OWNER
from strategy_portal.schema import comparison
from tests import clock
from tests.refusals import weaken

CHANGES = [
    # CHECKs, keys, uniqueness
    (
        "ALTER TABLE selection_decision DROP CONSTRAINT decision_is_confirmed_by_another_person",
        "constraint decision_is_confirmed_by_another_person on selection_decision is missing",
    ),
    (
        """
        ALTER TABLE budget_account
            DROP CONSTRAINT account_action_is_within_ceiling,
            ADD CONSTRAINT account_action_is_within_ceiling CHECK (true)
        """,
        "constraint account_action_is_within_ceiling on budget_account is not as in the code",
    ),
    (
        """
        ALTER TABLE budget_account
            DROP CONSTRAINT account_action_is_within_ceiling,
            ADD CONSTRAINT account_action_is_within_ceiling
                CHECK (action_id IS NULL OR reserved + committed <= ceiling) NOT VALID
        """,
        "constraint account_action_is_within_ceiling on budget_account is not validated",
    ),
    (
        """
        ALTER TABLE budget_account
            RENAME CONSTRAINT account_is_within_quota TO account_has_another_name
        """,
        "constraint account_is_within_quota on budget_account is missing",
    ),
    (
        "ALTER TABLE projects_project DROP CONSTRAINT projects_project_award_id_key",
        "constraint projects_project_award_id_key on projects_project is missing",
    ),
    (
        "ALTER TABLE projects_claim DROP CONSTRAINT projects_claim_payment_id_key",
        "constraint projects_claim_payment_id_key on projects_claim is missing",
    ),
    (
        "ALTER TABLE selection_scoresheet DROP CONSTRAINT score_sheet_needs_a_declaration",
        "constraint score_sheet_needs_a_declaration on selection_scoresheet is missing",
    ),
    (
        "ALTER TABLE selection_scoresheet DISABLE TRIGGER ALL",
        "constraint score_sheet_needs_a_declaration on selection_scoresheet is off",
    ),
    (
        "DROP INDEX amendment_is_one_at_a_time",
        "unique index amendment_is_one_at_a_time on budget_amendment is missing",
    ),
    (
        "DROP INDEX account_strategy_has_one",
        "unique index account_strategy_has_one on budget_account is missing",
    ),
    (
        "DROP INDEX claim_number_is_unique_in_its_project",
        "unique index claim_number_is_unique_in_its_project on projects_claim is missing",
    ),
    (
        """
        DROP INDEX entry_number_is_unique;
        CREATE UNIQUE INDEX entry_number_is_unique ON budget_entry (strategy_id, seq, id)
        """,
        "unique index entry_number_is_unique on budget_entry is not as in the code",
    ),
    (
        "ALTER TABLE budget_entry ALTER COLUMN amount DROP NOT NULL",
        "column amount on budget_entry is not as in the code",
    ),
    (
        "ALTER TABLE budget_action ADD EXCLUDE (code WITH =)",
        "constraint budget_action_code_excl on budget_action is not expected",
    ),
    (
        """
        ALTER TABLE budget_account
            DROP CONSTRAINT account_source_is_within_ceiling,
            ADD CONSTRAINT account_source_is_within_ceiling
                CHECK (source_id IS NULL OR reserved + committed <= ceiling + 1000000)
        """,
        "constraint account_source_is_within_ceiling on budget_account is not as in the code",
    ),
    (
        """
        ALTER TABLE selection_decision
            DROP CONSTRAINT decision_is_confirmed_by_another_person,
            ADD CONSTRAINT decision_is_confirmed_by_another_person
                CHECK (confirmed_by_id IS NULL OR confirmed_by_id <> prepared_by_id OR true)
        """,
        "constraint decision_is_confirmed_by_another_person on selection_decision"
        " is not as in the code",
    ),
    (
        """
        ALTER TABLE selection_scoresheet
            DROP CONSTRAINT score_sheet_stands_without_a_conflict,
            ADD CONSTRAINT score_sheet_stands_without_a_conflict CHECK (
                NOT has_conflict AND voided_at IS NULL
                OR has_conflict IS NULL AND voided_at IS NOT NULL
            )
        """,  # passes what is neither true nor false
        "constraint score_sheet_stands_without_a_conflict on selection_scoresheet"
        " is not as in the code",
    ),
    (
        """
        DROP INDEX decision_is_one_at_a_time_for_a_call;
        CREATE UNIQUE INDEX decision_is_one_at_a_time_for_a_call ON selection_decision (call_id)
            WHERE confirmed_at IS NULL AND retracted_at IS NULL AND false
        """,
        "unique index decision_is_one_at_a_time_for_a_call on selection_decision"
        " is not as in the code",
    ),
    (
        """
        DO $$ BEGIN EXECUTE (
            SELECT format('ALTER TABLE selection_decisionitem DROP CONSTRAINT %I', conname)
            FROM pg_constraint
            WHERE conrelid = 'selection_decisionitem'::regclass AND contype = 'f'
                AND confrelid = 'budget_entry'::regclass
        ); END $$
        """,
        "on selection_decisionitem is missing",
    ),
    (
        "ALTER TABLE selection_assignment ALTER COLUMN assigned_by_id DROP NOT NULL",
        "column assigned_by_id on selection_assignment is not as in the code",
    ),
    (
        "ALTER TABLE applications_costline ALTER COLUMN amount DROP EXPRESSION",
        "column amount on applications_costline is not as in the code",
    ),
    # Tables
    (
        "ALTER TABLE budget_entry ENABLE ROW LEVEL SECURITY",
        "table budget_entry has row-level security",
    ),
    (
        "CREATE POLICY another ON selection_declaration USING (NOT has_conflict)",
        "policy another on selection_declaration is not expected",
    ),
    (
        "CREATE TABLE another () INHERITS (budget_entry)",
        "inheriting table another on budget_entry is not expected",
    ),
]


@pytest.mark.parametrize(("statement", "sentence"), CHANGES)
def test_what_somebody_changed_is_seen(as_owner, statement, sentence):
    assert list(comparison.differences()) == []

    weaken(statement)

    assert any(words.endswith(sentence) for words in comparison.differences())


@pytest.mark.django_db
def test_a_moved_clock_is_seen():
    clock.move_to(reading.now() + timedelta(days=1))

    assert [words for words in reconcile.differences() if "clock is moved" in words]


def test_a_key_that_was_named_when_its_field_was_called_otherwise_is_the_same(as_owner):
    weaken(
        """
        ALTER TABLE projects_claim
            RENAME CONSTRAINT projects_claim_payment_id_key TO projects_claim_paid_by_id_key
        """
    )

    assert list(comparison.differences()) == []


def test_tables_of_others_are_no_differences(as_owner):
    weaken(
        """
        CREATE TABLE of_somebody (number integer CHECK (number > 0));
        ALTER TABLE auth_group DROP CONSTRAINT auth_group_name_key
        """
    )

    assert list(comparison.differences()) == []


@pytest.mark.django_db
def test_comparing_leaves_nothing_behind():
    comparison.expected.cache_clear()

    with transaction.atomic():
        assert list(comparison.differences()) == []
        with connection.cursor() as cursor:
            cursor.execute("SELECT current_setting('search_path')")
            assert cursor.fetchone() == ('"$user", public',)
            cursor.execute("SELECT count(*) FROM pg_namespace WHERE nspname LIKE 'expected%'")
            assert cursor.fetchone() == (0,)


@pytest.mark.django_db(transaction=True)
def test_reconcile_compares_although_it_reads_as_of_one_moment():
    comparison.expected.cache_clear()
    out = StringIO()

    call_command("reconcile", "--json", stdout=out)

    assert json.loads(out.getvalue())["schema_compared"]


@pytest.mark.django_db
def test_without_the_owners_address_reconcile_says_that_the_schema_was_not_compared(
    settings, monkeypatch
):
    out, err = StringIO(), StringIO()
    with monkeypatch.context() as patch:
        patch.delitem(settings.DATABASES, OWNER)

        assert list(comparison.differences()) == []
        call_command("reconcile", stdout=out, stderr=err)

    assert "The books are right" in out.getvalue()
    assert "was not compared" in err.getvalue()
    assert "Set DATABASE_OWNER_URL" in err.getvalue()


def test_with_one_role_for_all_the_schema_is_compared(as_owner, settings, monkeypatch):
    comparison.expected.cache_clear()
    with monkeypatch.context() as patch:
        patch.delitem(settings.DATABASES, OWNER)

        assert list(comparison.differences()) == []
        weaken("DROP VIEW budget_movement")
        assert list(comparison.differences()) == ["view budget_movement is missing"]


def test_an_owner_who_may_make_no_schema_is_said(as_owner):
    weaken(
        """
        CREATE ROLE poor_owner;
        ALTER TABLE django_migrations OWNER TO poor_owner
        """
    )

    assert "needs the right CREATE on the database" in comparison.obstacle()
    assert list(comparison.differences()) == []
