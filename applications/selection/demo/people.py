"""People and organisations of the demo data."""

from typing import Any
from uuid import uuid4

from allauth.account.models import EmailAddress
from django.db import transaction

from applications.models import Membership, MembershipRole, Organisation
from applications.models.organisation import check_digit
from strategy_portal.accounts.models import Role, RoleGrant, User
from strategy_portal.requests.press import Press

PASSWORD = "druskininkai-2029"  # noqa: S105 - printed by `make run` and in the README
DOCUMENT = "Valdybos posėdžio protokolas Nr. 1 (pavyzdys)"
CLERK = "administratorius@example.org"
MANAGER = "vadovas@example.org"
EVALUATORS = ["vertintojas1@example.org", "vertintojas2@example.org"]


def person(email: str) -> User:
    return User.objects.get(email=email)


def press(email: str) -> Press:
    """A new press by this person."""
    return Press(person(email), uuid4())


@transaction.atomic
def load_people(data: dict[str, Any]) -> dict[str, Organisation]:
    organisations = {key: load_organisation(*facts) for key, facts in data["organisations"].items()}
    for row in data["people"]:
        user = load_person(row)
        for key in row.get("organisations", []):
            Membership.objects.create(
                user=user, organisation=organisations[key], role=MembershipRole.OWNER
            )
    return organisations


def load_person(row: dict[str, Any]) -> User:
    user = User.objects.create_user(row["email"], PASSWORD, name=row["name"])
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    for role in row.get("roles", []):
        RoleGrant.objects.create(user=user, role=Role(role), document=DOCUMENT)
    return user


def load_organisation(first_eight: str, name: str, legal_form: str) -> Organisation:
    return Organisation.objects.create(
        code=f"{first_eight}{check_digit(first_eight)}",
        name=name,
        legal_form=legal_form,
        address="Pavyzdžio g. 1, 66100 Druskininkai",
    )
