"""`manage.py migrate`: the tables' owner updates the schema, its SQL and the rights."""

import pytest
from django.core.management import CommandError, call_command
from django.db import connections
from django.db.migrations.recorder import MigrationRecorder

from strategy_portal import database_roles
from strategy_portal.database_roles import OWNER
from strategy_portal.schema import installing

pytestmark = pytest.mark.django_db(databases=["default", OWNER])


def ask(query: str) -> tuple:
    with connections[OWNER].cursor() as cursor:
        cursor.execute(query)
        return cursor.fetchone() if cursor.description else ()


def test_a_database_of_another_version_is_refused_in_one_sentence():
    MigrationRecorder(connections[OWNER]).record_applied("budget", "0099_of_another_version")

    with pytest.raises(CommandError) as refusal:
        call_command("migrate", verbosity=0)

    assert str(refusal.value) == (
        "This database was made by a version of the portal that this one can't upgrade;"
        " on your own machine `make clean` removes it."
    )


def test_a_migration_of_somebody_elses_package_is_their_business():
    MigrationRecorder(connections[OWNER]).record_applied("auth", "0099_of_another_version")

    call_command("migrate", verbosity=0)


def test_with_nothing_to_apply_views_and_rights_stay():
    before = ask("SELECT oid, relacl::text FROM pg_class WHERE relname = 'budget_movement'")

    call_command("migrate", verbosity=0)

    after = ask("SELECT oid, relacl::text FROM pg_class WHERE relname = 'budget_movement'")
    assert after == before


def test_a_view_with_other_columns_is_replaced_and_readable_again():
    ask("DROP VIEW budget_movement")
    ask("CREATE VIEW budget_movement AS SELECT 1 AS number")

    call_command("migrate", verbosity=0)

    assert ask("SELECT has_table_privilege('portal_app', 'budget_movement', 'SELECT')") == (True,)
    assert ask("SELECT count(account_id) FROM budget_movement") == (0,)


def test_an_error_in_our_sql_is_an_error(monkeypatch):
    monkeypatch.setattr(installing, "texts", lambda: ["SELECT nothing_at_all()"])

    with pytest.raises(Exception, match="nothing_at_all"):
        call_command("migrate", verbosity=0)


def test_what_belongs_to_no_room_is_not_ours():
    labels = [room.label for room in installing.rooms()]

    assert {"accounts", "budget", "projects", "selection"} < set(labels)
    assert "auth" not in labels
    assert labels.index("budget") < labels.index("selection")
    assert database_roles.owner() == OWNER
