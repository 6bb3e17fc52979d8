"""The database's guards equal those of files and models, and any change is found."""

import json
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection, transaction

from strategy_portal.database_roles import OWNER
from strategy_portal.schema import comparison

NOTHING = """
    CREATE FUNCTION nothing() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
"""
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
    # Triggers and rules
    (
        "DROP TRIGGER before_posting ON budget_entry",
        "trigger before_posting on budget_entry is missing",
    ),
    (
        "ALTER TABLE budget_entry DISABLE TRIGGER post_entry",
        "trigger post_entry on budget_entry is off",
    ),
    (
        "ALTER TABLE budget_entry ENABLE REPLICA TRIGGER post_entry",
        "trigger post_entry on budget_entry is off",
    ),
    (
        NOTHING
        + """
        CREATE OR REPLACE TRIGGER post_entry BEFORE INSERT ON budget_entry
            FOR EACH ROW EXECUTE FUNCTION nothing()
        """,
        "trigger post_entry on budget_entry is not as in the code",
    ),
    (
        """
        CREATE OR REPLACE TRIGGER post_entry BEFORE INSERT ON budget_entry
            FOR EACH ROW WHEN (NEW.amount > 1) EXECUTE FUNCTION budget_post_entry()
        """,
        "trigger post_entry on budget_entry is not as in the code",
    ),
    (
        NOTHING
        + """
        CREATE TRIGGER another BEFORE INSERT ON budget_entry
            FOR EACH ROW EXECUTE FUNCTION nothing()
        """,
        "trigger another on budget_entry is not expected",
    ),
    (
        "CREATE RULE another AS ON INSERT TO budget_entry DO INSTEAD NOTHING",
        "rule another on budget_entry is not expected",
    ),
    # Functions and views
    (NOTHING, "function nothing() is not expected"),
    (
        """
        CREATE OR REPLACE FUNCTION budget_check_split(entry budget_entry) RETURNS void
        LANGUAGE plpgsql SET search_path = public, pg_temp AS 'BEGIN RETURN; END'
        """,
        "function budget_check_split(budget_entry) is not as in the code",
    ),
    (
        "ALTER FUNCTION budget_post_entry SECURITY INVOKER",
        "function budget_post_entry() is not as in the code",
    ),
    (
        "ALTER FUNCTION budget_check_split SECURITY DEFINER",
        "function budget_check_split(budget_entry) is not as in the code",
    ),
    (
        "ALTER FUNCTION budget_post_entry SET search_path = pg_temp, public",
        "function budget_post_entry() is not as in the code",
    ),
    (
        "ALTER FUNCTION budget_post_entry RESET search_path",
        "function budget_post_entry() is not as in the code",
    ),
    (
        """
        DROP TRIGGER before_posting ON budget_entry;
        DROP FUNCTION budget_before_posting
        """,
        "function budget_before_posting() is missing",
    ),
    (
        """
        CREATE OR REPLACE VIEW budget_standing AS
        SELECT account_id, id AS entry_id, seq, kind, project_number, hold, amount::numeric AS part,
            places, held::numeric, paid::numeric, left_after::numeric, true AS of_action
        FROM budget_entry JOIN (SELECT id AS account_id FROM budget_account) account ON true
        """,
        "view budget_standing is not as in the code",
    ),
    ("DROP VIEW budget_movement", "view budget_movement is missing"),
    (
        "ALTER VIEW budget_movement SET (security_invoker = true)",
        "view budget_movement is not as in the code",
    ),
]


def change(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(statement)


@pytest.mark.parametrize(("statement", "sentence"), CHANGES)
def test_what_somebody_changed_is_seen(as_owner, statement, sentence):
    assert list(comparison.differences()) == []

    change(statement)

    assert sentence in comparison.differences()


def test_a_key_that_was_named_when_its_field_was_called_otherwise_is_the_same(as_owner):
    change(
        """
        ALTER TABLE projects_claim
            RENAME CONSTRAINT projects_claim_payment_id_key TO projects_claim_paid_by_id_key
        """
    )

    assert list(comparison.differences()) == []


def test_tables_of_others_are_no_differences(as_owner):
    change(
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
        change("DROP VIEW budget_movement")
        assert list(comparison.differences()) == ["view budget_movement is missing"]


def test_an_owner_who_may_make_no_schema_is_said(as_owner):
    change(
        """
        CREATE ROLE poor_owner;
        ALTER TABLE django_migrations OWNER TO poor_owner
        """
    )

    assert "needs the right CREATE on the database" in comparison.obstacle()
    assert list(comparison.differences()) == []
