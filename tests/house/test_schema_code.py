"""Any change of triggers, functions and views is found, and what lies around them."""

import pytest

from strategy_portal.database_roles import APPLICATION
from strategy_portal.schema import comparison, surroundings
from tests.refusals import weaken

NOTHING = """
    CREATE FUNCTION nothing() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
"""
CHANGES = [
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
    (
        """
        CREATE OR REPLACE TRIGGER tells_its_move BEFORE INSERT ON applications_statuschange
            FOR EACH ROW WHEN (false) EXECUTE FUNCTION applications_check_story()
        """,
        "trigger tells_its_move on applications_statuschange is not as in the code",
    ),
    (
        """
        CREATE OR REPLACE TRIGGER follows_the_scores BEFORE DELETE ON selection_decisionitem
            FOR EACH ROW EXECUTE FUNCTION selection_check_item()
        """,
        "trigger follows_the_scores on selection_decisionitem is not as in the code",
    ),
    (
        """
        CREATE OR REPLACE TRIGGER follows_its_story
            BEFORE UPDATE OF title ON applications_application
            FOR EACH ROW WHEN (OLD.status IS DISTINCT FROM NEW.status)
            EXECUTE FUNCTION applications_check_told()
        """,
        "trigger follows_its_story on applications_application is not as in the code",
    ),
    (
        """
        CREATE OR REPLACE TRIGGER within_its_maximum AFTER INSERT ON selection_score
            FOR EACH STATEMENT EXECUTE FUNCTION selection_check_score()
        """,
        "trigger within_its_maximum on selection_score is not as in the code",
    ),
    (
        """
        DROP TRIGGER carried_out ON selection_decision;
        CREATE CONSTRAINT TRIGGER carried_out AFTER UPDATE ON selection_decision
            NOT DEFERRABLE FOR EACH ROW EXECUTE FUNCTION selection_check_carried_out('id')
        """,
        "trigger carried_out on selection_decision is not as in the code",
    ),
    (
        """
        DROP TRIGGER carried_out ON selection_decisionitem;
        CREATE CONSTRAINT TRIGGER carried_out AFTER INSERT ON selection_decisionitem
            DEFERRABLE INITIALLY DEFERRED
            FOR EACH ROW EXECUTE FUNCTION selection_check_carried_out('place')
        """,
        "trigger carried_out on selection_decisionitem is not as in the code",
    ),
    (
        "ALTER TABLE selection_assignment DISABLE TRIGGER stays_with_its_sheet",
        "trigger stays_with_its_sheet on selection_assignment is off",
    ),
    (
        "ALTER TRIGGER told_by_who_may ON applications_statuschange RENAME TO aaa",
        "trigger told_by_who_may on applications_statuschange is missing",
    ),
    (
        """
        CREATE OR REPLACE RULE kept AS ON DELETE TO selection_assignment DO INSTEAD
            UPDATE selection_scoresheet SET voided_at = NULL
        """,
        "rule kept on selection_assignment is not expected",
    ),
    # Functions and views
    (
        "CREATE FUNCTION budget_lock(strategy integer) RETURNS void LANGUAGE sql AS ''",
        "function budget_lock(integer) is not expected",
    ),
    (
        """
        CREATE OR REPLACE FUNCTION portal_now() RETURNS timestamptz
        LANGUAGE sql SET search_path = public, pg_temp AS 'SELECT clock_timestamp()'
        """,
        "function portal_now() is not as in the code",
    ),
    (
        """
        CREATE OR REPLACE FUNCTION portal_refuse_unless(holds boolean, name text, sentence text)
        RETURNS void LANGUAGE plpgsql IMMUTABLE SET search_path = public, pg_temp AS 'BEGIN END'
        """,
        "function portal_refuse_unless(boolean,text,text) is not as in the code",
    ),
    (
        """
        CREATE OR REPLACE FUNCTION accounts_has_role(person bigint, wanted text) RETURNS boolean
        LANGUAGE sql STABLE SET search_path = public, pg_temp AS 'SELECT true'
        """,
        "function accounts_has_role(bigint,text) is not as in the code",
    ),
    (
        "CREATE PROCEDURE another() LANGUAGE sql AS 'DELETE FROM selection_assignment'",
        "function another() is not expected",
    ),
    (
        "CREATE AGGREGATE sum(text) (SFUNC = textcat, STYPE = text)",
        "function sum(text) is not expected",
    ),
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

AROUND = [
    (
        """
        CREATE ROLE third;
        ALTER TABLE budget_entry OWNER TO third
        """,
        "table budget_entry belongs to third",
    ),
    (
        """
        CREATE ROLE third;
        ALTER FUNCTION portal_now OWNER TO third
        """,
        "function portal_now() belongs to third",
    ),
    (
        """
        CREATE FUNCTION nothing() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
        CREATE EVENT TRIGGER another ON ddl_command_start EXECUTE FUNCTION nothing()
        """,
        "event trigger another is not expected",
    ),
    (
        """
        CREATE SCHEMA door;
        GRANT USAGE ON SCHEMA door TO PUBLIC;
        CREATE FUNCTION door.open() RETURNS void LANGUAGE sql SECURITY DEFINER
            AS 'DELETE FROM public.django_admin_log'
        """,
        "function door.open() works with the rights of the tables' owner",
    ),
    (
        """
        CREATE SCHEMA door;
        GRANT USAGE ON SCHEMA door TO portal_app;
        CREATE VIEW door.log AS SELECT * FROM public.django_admin_log;
        GRANT DELETE ON door.log TO portal_app
        """,
        "view door.log works with the rights of the tables' owner",
    ),
    (
        """
        CREATE SCHEMA door;
        CREATE FUNCTION door.same(one varchar, other varchar) RETURNS boolean
            LANGUAGE sql AS 'SELECT true';
        CREATE OPERATOR public.= (LEFTARG = varchar, RIGHTARG = varchar, FUNCTION = door.same)
        """,
        "operator =(character varying,character varying) is not expected",
    ),
]


@pytest.mark.parametrize(("statement", "sentence"), CHANGES)
def test_what_somebody_changed_is_seen(as_owner, statement, sentence):
    weaken(statement)

    assert sentence in comparison.differences()


@pytest.mark.parametrize(("statement", "sentence"), AROUND)
def test_what_lies_around_the_guards_is_seen(as_owner, statement, sentence):
    assert list(surroundings.differences(APPLICATION)) == []

    weaken(statement)

    assert list(surroundings.differences(APPLICATION)) == [sentence]


@pytest.mark.django_db
def test_the_portal_itself_sees_what_lies_around():
    assert list(surroundings.differences(APPLICATION)) == []
