"""`manage.py reconcile [--json]`: checks that the books balance.

Lists differences and exits with 1 otherwise.
"""

import json

from django.core.management.base import BaseCommand, CommandError

from applications.selection import reconcile as decisions
from budget import reconcile as books
from budget.models import Entry
from budget.projects import reconcile as projects
from budget.reconcile.snapshot import one_snapshot
from strategy_portal import reconcile as guards
from strategy_portal.schema import comparison

ROOMS = (books, guards, projects, decisions)


class Command(BaseCommand):
    help = (
        "Prove that accounts, journal, projects and decisions agree and that their guards stand."
        " Exit code 1 and the differences otherwise."
    )

    def add_arguments(self, parser):
        parser.add_argument("--json", action="store_true", help="print one JSON object")

    def handle(self, *args, **options):
        if obstacle := comparison.obstacle():
            self.stderr.write(obstacle)
        found = []
        # Without one snapshot, money moved between two queries would look like a difference
        with one_snapshot():
            for room in ROOMS:
                found += room.differences()
            entries = Entry.objects.count()
        if options["json"]:
            answer = {"ok": not found, "entries": entries, "differences": found}
            self.stdout.write(json.dumps(answer | {"schema_compared": not obstacle}))
        elif found:
            self.stdout.write("\n".join(found))
        else:
            self.stdout.write(f"The books are right: {entries} entries.")
        if found:
            raise CommandError(f"{len(found)} differences", returncode=1)
