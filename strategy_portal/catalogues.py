"""Translation catalogues without GNU gettext: extracts texts, compiles .po files to .mo.

`python -m strategy_portal.catalogues` updates the .po files: new texts are added untranslated
(in English, with the source text), unused ones are removed.
"""

import os
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy
from django.utils.translation.template import templatize

if TYPE_CHECKING:  # Babel is slow to import and seldom needed
    from babel.messages import Catalog, Message

ROOT = Path(__file__).resolve().parent.parent
LOCALE = ROOT / "strategy_portal" / "locale"
ROOMS = sorted(path.parent for path in ROOT.glob("*/__init__.py") if path.parent.name != "tests")
# Functions that mark a text, and which of their arguments are texts ("c": the context)
KEYWORDS = {
    **dict.fromkeys(["_", "gettext", "gettext_lazy", "gettext_noop"], None),
    **dict.fromkeys(["ngettext", "ngettext_lazy"], (1, 2)),
    **dict.fromkeys(["pgettext", "pgettext_lazy"], ((1, "c"), 2)),
    **dict.fromkeys(["npgettext", "npgettext_lazy"], ((1, "c"), 2, 3)),
}

# Texts of Django and django-allauth that appear on our pages: their own Lithuanian is missing,
# clumsy or too vague
BORROWED = (
    _("The email address and/or password you specified are not correct."),
    _("Too many failed login attempts. Try again later."),
    _("Please type your current password."),
    _("You must type the same password each time."),
    _("This password is too common."),
    ngettext_lazy(
        "This password is too short. It must contain at least %d character.",
        "This password is too short. It must contain at least %d characters.",
        "number",
    ),
    _("Enter a valid email address."),
    _("Enter a valid date."),
    _("Enter a valid date/time."),
    _(
        "%(datetime)s couldn’t be interpreted in time zone %(current_timezone)s; "
        "it may be ambiguous or it may not exist."
    ),
    _("Enter a whole number."),
    _("Enter a number."),
    _("Ensure this value is less than or equal to %(limit_value)s."),
    _("Ensure this value is greater than or equal to %(limit_value)s."),
    ngettext_lazy(
        "Ensure that there are no more than %(max)s decimal place.",
        "Ensure that there are no more than %(max)s decimal places.",
        "max",
    ),
    ngettext_lazy(
        "Ensure this value has at most %(limit_value)d character (it has %(show_value)d).",
        "Ensure this value has at most %(limit_value)d characters (it has %(show_value)d).",
        "limit_value",
    ),
    _("Select a valid choice. That choice is not one of the available choices."),
    _("Select a valid choice. %(value)s is not one of the available choices."),
    _("%(model_name)s with this %(field_label)s already exists."),
    _("Enter a valid UUID."),
    _("“%(value)s” is not a valid UUID."),
    _(
        "ManagementForm data is missing or has been tampered with. "
        "Missing fields: %(field_names)s. "
        "You may need to file a bug report if the issue persists."
    ),
    ngettext_lazy(
        "Please submit at most %(num)d form.", "Please submit at most %(num)d forms.", "num"
    ),
    ngettext_lazy(
        "Please submit at least %(num)d form.", "Please submit at least %(num)d forms.", "num"
    ),
)


def compile_changed() -> None:
    """Compile every catalogue that is newer than its compiled form."""
    for source in LOCALE.glob("*/LC_MESSAGES/*.po"):
        target = source.with_suffix(".mo")
        if not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
            _compile(source, target)


def _compile(source: Path, target: Path) -> None:
    from babel.messages.mofile import write_mo  # noqa: PLC0415

    new = target.with_name(f"{target.name}.{os.getpid()}")
    with new.open("wb") as file:
        write_mo(file, read(source))
    new.replace(target)  # whole or not at all: two processes may start at once


def read(source: Path) -> "Catalog":
    """The catalogue in a .po file; the language is in its path."""
    from babel.messages.pofile import read_po  # noqa: PLC0415

    with source.open("rb") as file:
        return read_po(file, locale=source.parent.parent.name)


def used() -> "Catalog":
    """All texts that our code and templates mark for translation, with their files."""
    from babel.messages import Catalog  # noqa: PLC0415
    from babel.messages.extract import extract  # noqa: PLC0415

    catalogue = Catalog()
    for path, source in _sources():
        name = path.relative_to(ROOT).as_posix()
        found = extract("python", BytesIO(source.encode()), KEYWORDS, ["Translators"])
        for line, message, comments, context in found:
            where = [(name, line)]
            catalogue.add(message, locations=where, auto_comments=comments, context=context)
    return catalogue


def _sources() -> Iterator[tuple[Path, str]]:
    """Each file that may hold texts and its source, templates converted to Python."""
    for room in ROOMS:
        for path in sorted(room.rglob("*.py")):
            if "migrations" not in path.parts:
                yield path, path.read_text()
    for path in sorted((ROOT / "templates").rglob("*.*")):
        text = templatize(path.read_text(), origin=str(path))
        # Python's tokenizer would stop at the template's indentation
        yield path, "\n".join(line.strip() for line in text.splitlines())


def refresh() -> None:
    """Update every .po file from the code; its header stays as it is."""
    from babel.messages.pofile import generate_po  # noqa: PLC0415

    for source in LOCALE.glob("*/LC_MESSAGES/*.po"):
        catalogue = read(source)
        # No fuzzy matching: a guessed translation would reach a page unread
        catalogue.update(used(), no_fuzzy_matching=True, update_creation_date=False)
        if catalogue.locale.language == "en":
            _fill_in(catalogue)
        header = source.read_text().split("\n\n")[0].strip()
        # Without line numbers, moving code does not change the file
        style = {"width": 0, "include_lineno": False, "ignore_obsolete": True}
        texts = "".join(generate_po(catalogue, omit_header=True, **style))
        source.write_text(f"{header}\n\n{texts.strip()}\n")


def _fill_in(catalogue: "Catalog") -> None:
    """Use the source text where there is no English translation of its own."""
    for message in catalogue:
        if not _is_full(message):
            message.string = message.id


def _is_full(message: "Message") -> bool:
    if isinstance(message.string, tuple):
        return all(message.string)
    return bool(message.string)


if __name__ == "__main__":
    refresh()
