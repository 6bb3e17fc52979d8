"""`manage.py reconcile [--json]`: proves the books, or says what differs and exits with 1."""

import json

from django.core.management.base import BaseCommand, CommandError

from applications.selection import reconcile as decisions
from budget import reconcile as books
from budget.models import Entry
from budget.projects import reconcile as projects
from budget.reconcile.snapshot import one_snapshot


class Command(BaseCommand):
    help = "Prove that accounts, journal, projects and decisions agree. Exit code 1 and the differences otherwise."

    def add_arguments(self, parser):
        parser.add_argument("--json", action="store_true", help="print one JSON object")

    def handle(self, *args, **options):
        with one_snapshot():
            found = [*books.differences(), *projects.differences(), *decisions.differences()]
            entries = Entry.objects.count()
        if options["json"]:
            self.stdout.write(
                json.dumps({"ok": not found, "entries": entries, "differences": found})
            )
        else:
            self.stdout.write(
                "\n".join(found) if found else f"The books are right: {entries} entries."
            )
        if found:
            raise CommandError(f"{len(found)} differences", returncode=1)
