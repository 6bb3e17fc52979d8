"""`manage.py reconcile [--json]`: checks the books; lists differences and exits 1 otherwise."""

import json

from django.core.management.base import BaseCommand, CommandError

from applications.selection import reconcile as decisions
from budget import reconcile as books
from budget.models import Entry
from budget.projects import reconcile as projects
from budget.reconcile.snapshot import one_snapshot


class Command(BaseCommand):
    help = (
        "Check that accounts, journal, projects and decisions agree."
        " Lists differences and exits with 1 otherwise."
    )

    def add_arguments(self, parser):
        parser.add_argument("--json", action="store_true", help="print one JSON object")

    def handle(self, *args, **options):
        with one_snapshot():
            found = [*books.differences(), *projects.differences(), *decisions.differences()]
            entries = Entry.objects.count()
        if options["json"]:
            answer = {"ok": not found, "entries": entries, "differences": found}
            self.stdout.write(json.dumps(answer))
        elif found:
            self.stdout.write("\n".join(found))
        else:
            self.stdout.write(f"The books are right: {entries} entries.")
        if found:
            raise CommandError(f"{len(found)} differences", returncode=1)
