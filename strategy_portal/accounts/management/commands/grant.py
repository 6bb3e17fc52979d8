"""`manage.py grant EMAIL ROLE --document …`: grants a role, when nobody could in /admin/ yet."""

from argparse import ArgumentParser
from typing import Any

from django.core.management import BaseCommand, CommandError

from strategy_portal import database_roles
from strategy_portal.accounts.models import Role, RoleGrant, User


class Command(BaseCommand):
    help = "Grant a role from today to the person with this e-mail address."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("email")
        parser.add_argument("role", choices=Role.values)
        parser.add_argument("--document", required=True, help="the decision that gave the role")

    def handle(self, *args: Any, email: str, role: str, document: str, **options: Any) -> None:
        owner = database_roles.owner()
        try:
            user = User.objects.db_manager(owner).get_by_natural_key(email)
        except User.DoesNotExist as error:
            raise CommandError(f"Nobody has an account with the address {email}.") from error
        if user.role_grants.in_force().filter(role=role).exists():
            raise CommandError(f"{user} has this role already.")
        grant = RoleGrant.objects.using(owner).create(user=user, role=role, document=document)
        self.stdout.write(f"{grant}, from {grant.valid_from}.")
