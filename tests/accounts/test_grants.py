"""Role grants are history: they start today or later and end once, never in the past."""

import os
import subprocess
import sys
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import Error, IntegrityError, connection, transaction

from strategy_portal.accounts.models import Role, RoleGrant, User
from strategy_portal.clock import reading
from strategy_portal.database_roles import OWNER
from tests import factories

pytestmark = pytest.mark.django_db
BOTH = pytest.mark.django_db(databases=["default", OWNER], transaction=True)


def day(offset: int):
    return reading.today() + timedelta(days=offset)


def grant_to(user: User, begins: int = 0, ends: int | None = None) -> RoleGrant:
    until = None if ends is None else day(ends)
    return RoleGrant.objects.create(
        user=user, role=Role.MANAGER, valid_from=day(begins), valid_until=until, document="Nr. 1"
    )


def old_grant(ends: int | None = None) -> RoleGrant:
    """A grant from before the rules, as the tables' owner can make it."""
    user = factories.UserFactory()
    with factories.past_the_triggers():
        return grant_to(user, -9, ends)


@pytest.mark.parametrize(("begins", "is_in_force"), [(0, True), (1, False)])
def test_a_grant_starts_today_or_later(begins, is_in_force):
    grant = grant_to(factories.UserFactory(), begins)

    assert RoleGrant.objects.in_force().filter(pk=grant.pk).exists() is is_in_force


def test_a_grant_is_not_dated_back():
    with pytest.raises(IntegrityError, match="starts today or later"), transaction.atomic():
        grant_to(factories.UserFactory(), -1)


def test_when_a_grant_was_given_is_the_databases_word():
    user = factories.UserFactory()

    RoleGrant.objects.create(user=user, role=Role.BOARD, granted_at="2020-01-01T00:00Z")

    assert user.role_grants.get().granted_at.year >= day(0).year


@pytest.mark.parametrize(("planned", "ends"), [(None, 0), (None, 5), (9, 0), (9, 5)])
def test_a_grant_ends_today_or_later(planned, ends):
    grant = grant_to(factories.UserFactory(), 0, planned)

    RoleGrant.objects.update(valid_until=day(ends))

    grant.refresh_from_db()
    assert grant.valid_until == day(ends)


@pytest.mark.parametrize("planned", [0, 9])
@pytest.mark.parametrize("ends", [None, 10])
def test_an_end_is_not_put_off(planned, ends):
    grant_to(factories.UserFactory(), 0, planned)
    until = None if ends is None else day(ends)

    with pytest.raises(IntegrityError, match="ends today or later"), transaction.atomic():
        RoleGrant.objects.update(valid_until=until)


@pytest.mark.parametrize("planned", [None, 3, -2])
def test_a_grant_does_not_end_in_the_past(as_owner, planned):
    old_grant(planned)

    with pytest.raises(IntegrityError, match="ends today or later"), transaction.atomic():
        RoleGrant.objects.update(valid_until=day(-1))


def test_a_grant_from_before_the_rules_can_end(as_owner):
    grant = old_grant()

    RoleGrant.objects.update(valid_until=day(0))

    grant.refresh_from_db()
    assert grant.valid_until == day(0)


@pytest.mark.parametrize(
    "change",
    [
        {"role": Role.BOARD},
        {"document": "Nr. 2"},
        {"valid_from": "2020-01-01"},
        {"granted_at": "2020-01-01T00:00Z"},
        {"granted_by": 1},
        {"user": 1},
    ],
)
def test_nothing_else_about_a_grant_changes(change):
    grant_to(factories.UserFactory())

    with pytest.raises(IntegrityError, match="grant is frozen"), transaction.atomic():
        RoleGrant.objects.update(**change)


@pytest.mark.parametrize("statement", ["DELETE FROM {}", "TRUNCATE {}"])
def test_grants_are_kept(as_owner, statement):
    grant_to(factories.UserFactory())
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # TRUNCATE refuses to wait for them

    with (
        pytest.raises(IntegrityError, match="kept"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement.format("accounts_rolegrant"))


# Administrators


@pytest.mark.parametrize("right", ["is_superuser", "is_staff"])
def test_the_portal_makes_no_administrator(right):
    user = factories.UserFactory()

    with pytest.raises(Error, match="only the owner"), transaction.atomic():
        User.objects.filter(pk=user.pk).update(**{right: True})
    with pytest.raises(Error, match="only the owner"), transaction.atomic():
        factories.UserFactory(**{right: True})


def test_the_portal_may_end_an_administrator(as_owner):
    user = factories.UserFactory(is_superuser=True, is_staff=True)

    User.objects.filter(pk=user.pk).update(is_superuser=False, is_staff=False)

    user.refresh_from_db()
    assert not user.is_staff


@BOTH
def test_createsuperuser_works_as_the_owner(monkeypatch):
    monkeypatch.setenv("DJANGO_SUPERUSER_PASSWORD", factories.PASSWORD)

    call_command(
        "createsuperuser", email="Pirma@example.org", name="Pirmoji", interactive=False, verbosity=0
    )

    assert User.objects.get(email="pirma@example.org").is_superuser


def test_a_command_of_its_own_process_finds_all_it_imports():
    """The adapter first: allauth's modules import one another in a circle."""
    code = "import django; django.setup(); import strategy_portal.accounts.adapter"

    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "strategy_portal.settings"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, "")


@BOTH
def test_the_first_roles_are_granted_by_a_command():
    user, said = factories.UserFactory(), StringIO()

    call_command("grant", user.email.upper(), "coordinator", document="Nr. 1", stdout=said)

    grant = user.role_grants.get()
    assert (grant.valid_from, grant.document, grant.granted_by) == (day(0), "Nr. 1", None)
    assert said.getvalue() == f"{grant}, from {grant.valid_from}.\n"
    with pytest.raises(CommandError, match="has this role already"):
        call_command("grant", user.email, "coordinator", document="Nr. 2")
    with pytest.raises(CommandError, match="Nobody has an account"):
        call_command("grant", "niekas@example.org", "manager", document="Nr. 2")


# The managers' list


def test_managers_see_every_grant_and_who_gave_it(client):
    manager, other = factories.user_with(Role.MANAGER), factories.UserFactory(name="Rasa Rasaitė")
    grant_to(other, 3, 9)
    RoleGrant.objects.create(user=other, role=Role.AUDITOR, document="Nr. 7", granted_by=manager)
    client.force_login(manager)

    page = client.get("/darbas/vaidmenys/").content.decode()

    assert page.count("Rasa Rasaitė") == 2
    assert day(3).isoformat() in page
    assert day(9).isoformat() in page
    assert "Nr. 7" in page
    assert f", {manager}" in page
    assert "/darbas/vaidmenys/" in client.get("/darbas/").content.decode()


@pytest.mark.parametrize("count", [2, 60])
def test_the_list_needs_the_same_queries(client, count, django_assert_num_queries):
    manager = factories.user_with(Role.MANAGER)
    for person in factories.UserFactory.create_batch(count):
        RoleGrant.objects.create(user=person, role=Role.BOARD, granted_by=manager)
    client.force_login(manager)

    with django_assert_num_queries(8):
        client.get("/darbas/vaidmenys/")
