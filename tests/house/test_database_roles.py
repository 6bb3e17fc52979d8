"""The portal's database role can add to the journals and can't bypass any guard."""

import base64
import hashlib
import hmac
import os
import runpy
from collections.abc import Iterator
from io import StringIO

import environ
import pgtrigger
import psycopg2
import pytest
from django.apps import apps
from django.core import checks
from django.core.management import call_command
from django.db import Error, connection, connections, transaction
from psycopg2.errors import InsufficientPrivilege

from applications.selection import demo
from budget.models import Account, Action, Entry
from strategy_portal import database_roles
from strategy_portal.database_roles import APPLICATION, OWNER
from strategy_portal.guards import rights_left
from tests import books, factories

STRATEGY = "budget/strategies/druskininkai-2024-2029.toml"
GUARDED = [model for model in apps.get_models() if not {"UPDATE", "DELETE"} & rights_left(model)]
BOTH = pytest.mark.django_db(databases=["default", OWNER])

ON_A_TABLE = [
    "UPDATE {table} SET {key} = {key}",
    "DELETE FROM {table}",
    "TRUNCATE {table} CASCADE",
    "ALTER TABLE {table} DISABLE TRIGGER ALL",
    "ALTER TABLE {table} DISABLE TRIGGER {trigger}",
    "ALTER TABLE {table} OWNER TO CURRENT_USER",
    "ALTER TABLE {table} ADD COLUMN more text",
    "DROP TRIGGER {trigger} ON {table}",
    "DROP TABLE {table} CASCADE",
    "CREATE RULE nothing AS ON INSERT TO {table} DO INSTEAD NOTHING",
    "DO 'BEGIN LOCK TABLE {table} IN ACCESS EXCLUSIVE MODE; END'",
]
ANYWHERE = [
    "SET session_replication_role = replica",
    "ALTER ROLE CURRENT_USER SET session_replication_role = replica",
    "ALTER ROLE CURRENT_USER SUPERUSER",
    "SET ROLE {owner}",
    "SET SESSION AUTHORIZATION {owner}",
    "CREATE ROLE another SUPERUSER",
    "CREATE DATABASE another",
    "CREATE SCHEMA another",
    "CREATE TABLE public.another (number integer)",
    "CREATE TEMP TABLE budget_account (number integer)",
    "CREATE FUNCTION public.another() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
    "CREATE OR REPLACE FUNCTION budget_post_entry() RETURNS trigger LANGUAGE plpgsql"
    " AS 'BEGIN RETURN NEW; END'",
    "ALTER FUNCTION budget_post_entry() SECURITY INVOKER",
    "DROP FUNCTION budget_lock(bigint)",
    "CREATE TRIGGER another BEFORE INSERT ON cache"
    " FOR EACH ROW EXECUTE FUNCTION budget_post_entry()",
    "COPY budget_entry FROM PROGRAM 'true'",
    "INSERT INTO django_migrations (app, name, applied) VALUES ('budget', 'another', now())",
]
TOO_MUCH_OR_TOO_LITTLE = [
    ("GRANT UPDATE ON budget_entry TO portal_app", "portal_app has UPDATE on table budget_entry"),
    (
        "GRANT UPDATE (amount) ON budget_entry TO portal_app",
        "portal_app has UPDATE (amount) on table budget_entry",
    ),
    (
        "GRANT INSERT ON cache TO portal_app WITH GRANT OPTION",
        "portal_app has INSERT WITH GRANT OPTION on table cache",
    ),
    ("GRANT TRIGGER ON budget_entry TO PUBLIC", "PUBLIC has TRIGGER on table budget_entry"),
    (
        "GRANT ALL ON SEQUENCE budget_entry_id_seq TO portal_app",
        "portal_app has UPDATE on sequence budget_entry_id_seq",
    ),
    (
        "GRANT ALL ON FUNCTION budget_lock TO PUBLIC",
        "PUBLIC has EXECUTE on routine budget_lock(bigint)",
    ),
    ("GRANT CREATE ON SCHEMA public TO portal_app", "portal_app has CREATE on schema public"),
    (
        "GRANT TEMPORARY ON DATABASE {database} TO PUBLIC",
        "PUBLIC has TEMPORARY on database {database}",
    ),
    (
        "GRANT SET ON PARAMETER session_replication_role TO portal_app",
        "portal_app has SET on parameter session_replication_role",
    ),
    (
        "ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT DELETE ON TABLES TO portal_app",
        "portal_app will have DELETE on new tables",
    ),
    ("ALTER ROLE portal_app CREATEDB", "portal_app has CREATEDB"),
    ("GRANT pg_write_all_data TO portal_app", "portal_app is a member of pg_write_all_data"),
    (
        "REVOKE INSERT ON budget_entry FROM portal_app",
        "portal_app lacks INSERT on table budget_entry",
    ),
    ("REVOKE USAGE ON SCHEMA public FROM portal_app", "portal_app lacks USAGE on schema public"),
    (
        "CREATE OR REPLACE FUNCTION _pgtrigger_should_ignore(trigger_name name) RETURNS boolean"
        " LANGUAGE sql AS 'SELECT true'",
        "triggers let those pass who set pgtrigger.ignore",
    ),
    (
        "ALTER ROLE portal_app IN DATABASE {database} SET session_replication_role = replica",
        "ROLE portal_app IN DATABASE {database} has a setting of session_replication_role",
    ),
    (
        "ALTER DATABASE {database} SET search_path = another, public",
        "DATABASE {database} has a setting of search_path",
    ),
    (
        "ALTER ROLE ALL SET session_replication_role = replica",
        "ROLE ALL has a setting of session_replication_role",
    ),
]


@pytest.fixture
def session(transactional_db) -> Iterator:
    """A separate connection with the portal's address, without Django."""
    connection_of_its_own = psycopg2.connect(**connection.get_connection_params())
    connection_of_its_own.autocommit = True
    yield connection_of_its_own
    connection_of_its_own.close()


def accepted(session, statements: list[str]) -> list[str]:
    """The `statements` that were not rejected for a missing privilege."""
    found = []
    for statement in statements:
        try:
            with session.cursor() as cursor:
                cursor.execute(statement)
        except InsufficientPrivilege:
            continue
        except psycopg2.Error as error:
            found.append(f"{statement}: {error}")
        else:
            found.append(statement)
    return found


def statements_on(model) -> list[str]:
    names = {
        "table": model._meta.db_table,
        "key": model._meta.pk.column,
        "trigger": model._meta.triggers[0].get_pgid(model),
    }
    return [statement.format(**names) for statement in ON_A_TABLE]


def rows_of(model) -> list[tuple]:
    return list(model.objects.order_by("pk").values_list())


def found_by_the_owner() -> list[str]:
    with connections[OWNER].cursor() as cursor:
        found = database_roles.differences_of(APPLICATION, cursor)
        return [difference.sentence for difference in found]


def test_no_statement_on_a_journal_or_an_account_but_reading_and_adding_is_allowed(session):
    call_command("load_strategy", STRATEGY, stdout=StringIO())
    demo.load()
    before = {model: rows_of(model) for model in GUARDED}

    statements = [statement for model in GUARDED for statement in statements_on(model)]

    assert {Account, Entry} < before.keys()
    assert len(before) > 8
    assert accepted(session, statements) == []
    assert {model: rows_of(model) for model in GUARDED} == before
    assert books.of_money() == []


def test_no_way_around_the_rights_is_open(session):
    names = {"owner": connections[OWNER].settings_dict["USER"]}

    assert accepted(session, [statement.format(**names) for statement in ANYWHERE]) == []


def test_nobody_gives_a_right_they_do_not_have(session):
    with session.cursor() as cursor:
        # PostgreSQL only warns
        cursor.execute("GRANT UPDATE ON budget_entry TO CURRENT_USER")

    assert accepted(session, ["UPDATE budget_entry SET amount = 1"]) == []


@pytest.mark.django_db
def test_no_trigger_lets_anybody_pass():
    action = factories.make_action(code="9.1")
    other = Action.objects.create(
        strategy=action.strategy, task=action.task, code="9.9", name="Nauja"
    )

    with pgtrigger.ignore(), pytest.raises(Error, match="starts empty"), transaction.atomic():
        Account.objects.create(strategy=action.strategy, action=other, ceiling=1)

    assert not Account.objects.filter(action=other).exists()


@pytest.mark.django_db
def test_the_tests_too_work_as_the_portal_whose_rights_are_right():
    with connection.cursor() as cursor:
        cursor.execute("SELECT session_user, current_user")

        assert cursor.fetchone() == (APPLICATION, APPLICATION)
    assert database_roles.are_two()
    assert list(database_roles.differences()) == []


@BOTH
@pytest.mark.parametrize(("change", "sentence"), TOO_MUCH_OR_TOO_LITTLE)
def test_what_somebody_changed_is_found_and_mended(change, sentence):
    database = connection.settings_dict["NAME"]
    with connections[OWNER].cursor() as cursor:
        cursor.execute(change.format(database=database))

    assert sentence.format(database=database) in found_by_the_owner()
    assert database_roles.set_up() != []

    assert found_by_the_owner() == []
    assert database_roles.set_up() == []


@BOTH
def test_what_the_portal_owns_is_found_and_left_to_people():
    with connections[OWNER].cursor() as cursor:
        cursor.execute("ALTER TABLE cache OWNER TO portal_app")

    assert any(
        "owns table cache (1 such things in all): give them" in sentence
        for sentence in found_by_the_owner()
    )
    with pytest.raises(database_roles.NotPossible, match="owns"):
        database_roles.set_up()


@pytest.mark.django_db(databases=["default", OWNER], transaction=True)
def test_reconcile_reports_a_right_granted_by_hand_and_database_roles_takes_it_away(owner):
    said, again = StringIO(), StringIO()
    with owner.cursor() as cursor:
        cursor.execute("GRANT UPDATE ON budget_entry TO portal_app")

    found = books.of_money()
    call_command("database_roles", stdout=said)
    call_command("database_roles", stdout=again)

    assert found == ["portal_app has UPDATE on table budget_entry"]
    assert said.getvalue() == "REVOKE UPDATE ON TABLE budget_entry FROM portal_app CASCADE\n"
    assert "nothing to do" in again.getvalue()
    assert books.of_money() == []


@BOTH
def test_a_new_role_gets_its_password_and_its_rights_whatever_their_letters(monkeypatch):
    address = environ.Env.db_url_config(
        "postgresql://o%27hara%20%22%25s%22:pa%27ss%22w%25rd%5C@/portal"
    )
    role, password = address["USER"], address["PASSWORD"]
    monkeypatch.setitem(connection.settings_dict, "USER", role)
    monkeypatch.setitem(connection.settings_dict, "PASSWORD", password)

    done = database_roles.set_up()

    assert (role, password) == ('o\'hara "%s"', "pa'ss\"w%rd\\")
    assert done[0] == f"CREATE ROLE {role} LOGIN"
    assert password not in "".join(done)
    with connections[OWNER].cursor() as cursor:
        assert list(database_roles.differences_of(role, cursor)) == []
        cursor.execute(
            "SELECT rolpassword, rolcanlogin, rolsuper FROM pg_authid WHERE rolname = %s", [role]
        )
        verifier, *attributes = cursor.fetchone()
    assert attributes == [True, False]
    assert is_verified(password, verifier)


def is_verified(password: str, verifier: str) -> bool:
    """Whether PostgreSQL's SCRAM-SHA-256 `verifier` is of this password (RFC 5803)."""
    parts = verifier.removeprefix("SCRAM-SHA-256$").replace("$", ":").split(":")
    salted = hashlib.pbkdf2_hmac(
        "sha256", password.encode(), base64.b64decode(parts[1]), int(parts[0])
    )
    stored = hashlib.sha256(hmac.digest(salted, b"Client Key", "sha256")).digest()
    return base64.b64encode(stored).decode() == parts[2]


@BOTH
@pytest.mark.parametrize("user", ["", "postgres"])
def test_an_address_without_a_role_of_its_own_is_refused(user, monkeypatch):
    monkeypatch.setitem(connections[OWNER].settings_dict, "USER", "postgres")
    monkeypatch.setitem(connection.settings_dict, "USER", user)

    with pytest.raises(database_roles.NotPossible, match="another one than DATABASE_OWNER_URL"):
        database_roles.set_up()


def test_the_web_forgets_the_owners_address(monkeypatch):
    monkeypatch.setenv("DATABASE_OWNER_URL", "postgresql://owner@/portal")

    runpy.run_path("deploy/gunicorn.py")

    assert "DATABASE_OWNER_URL" not in os.environ


def warnings() -> str:
    found = checks.run_checks(include_deployment_checks=True, databases=["default"])
    return " ".join(warning.msg for warning in found if warning.id == "portal.W001")


@pytest.mark.django_db
def test_check_deploy_is_content_with_two_roles():
    assert warnings() == ""


def test_with_one_role_for_all_check_deploy_warns_and_the_books_are_proved_as_before(
    as_owner, settings, monkeypatch
):
    with monkeypatch.context() as patch:
        patch.delitem(settings.DATABASES, OWNER)

        assert database_roles.owner() == "default"
        assert "has SUPERUSER" in warnings()
        assert "give them to the owner" in warnings()
        assert not database_roles.are_two()
        assert books.of_money() == []
        with pytest.raises(database_roles.NotPossible, match="Set DATABASE_OWNER_URL"):
            database_roles.set_up()
