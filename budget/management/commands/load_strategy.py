"""`manage.py load_strategy FILE`: loads a strategy's TOML file into the ledger."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from budget import loading
from strategy_portal.errors import DomainError


class Command(BaseCommand):
    help = (
        "Load a strategy from a TOML file. Loading the same file again changes nothing; "
        "a changed figure is refused."
    )

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)

    def handle(self, *args, file: Path, **options):
        try:
            strategy, is_new = loading.load(file.read_text(encoding="utf-8"))
        except (OSError, ValueError, DomainError) as error:
            raise CommandError(f"{file}: {error}") from error
        done = "loaded" if is_new else "already loaded, unchanged"
        self.stdout.write(f"{strategy}: {done}.")
