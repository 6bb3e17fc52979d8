"""Roles are dated grants; one person, one account."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from strategy_portal.accounts.models import Role, RoleGrant, User
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("begins", "ends", "holds"),
    [(0, None, True), (0, 0, True), (-9, 1, True), (-9, -1, False), (1, None, False)],
)
def test_a_grant_holds_from_its_first_to_its_last_day(as_owner, begins, ends, holds):
    user, today = factories.UserFactory(), timezone.localdate()
    until = None if ends is None else today + timedelta(days=ends)
    begin = today + timedelta(days=begins)
    with factories.past_the_triggers():
        user.role_grants.create(role=Role.MANAGER, valid_from=begin, valid_until=until)

    assert User.objects.get(pk=user.pk).is_manager is holds


def test_an_inactive_person_has_no_role():
    user = factories.user_with(Role.COORDINATOR)
    user.is_active = False

    assert not user.is_coordinator
    assert not user.is_office


def test_a_grant_cannot_end_before_it_begins():
    user, today = factories.UserFactory(), timezone.localdate()

    with (
        pytest.raises(IntegrityError, match="role_grant_starts_before_it_ends"),
        transaction.atomic(),
    ):
        RoleGrant.objects.create(
            user=user, role=Role.BOARD, valid_from=today, valid_until=today - timedelta(days=1)
        )


def test_an_address_is_one_account_in_any_case():
    factories.UserFactory(email="rasa@example.org")

    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.create(email="RASA@example.org", name="Rasa")
