"""Turns the translations people edit (.po) into what Django reads (.mo), without GNU gettext."""

import os
from pathlib import Path

LOCALE = Path(__file__).resolve().parent / "locale"


def compile_changed() -> None:
    """Compile every catalogue that is newer than its compiled form."""
    for source in LOCALE.glob("*/LC_MESSAGES/*.po"):
        target = source.with_suffix(".mo")
        if not target.exists() or target.stat().st_mtime <= source.stat().st_mtime:
            _compile(source, target)


def _compile(source: Path, target: Path) -> None:
    from babel.messages.mofile import write_mo  # noqa: PLC0415 -- slow to import, seldom needed
    from babel.messages.pofile import read_po  # noqa: PLC0415

    with source.open("rb") as file:
        catalogue = read_po(file)
    new = target.with_name(f"{target.name}.{os.getpid()}")
    with new.open("wb") as file:
        write_mo(file, catalogue)
    new.replace(target)  # whole or not at all: two processes may start at once
