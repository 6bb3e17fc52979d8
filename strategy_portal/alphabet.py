"""Searching without diacritics and sorting by the Lithuanian alphabet, in the database."""

from django.db.models import F, Func, TextField, Value
from django.db.models.functions import Collate, Lower

MARKED, BARE = "ąčęėįšųūžĄČĘĖĮŠŲŪŽ", "aceeisuuzACEEISUUZ"
# The Lithuanian order of letters: y comes between į and j. Not a collation of the database,
# because PostgreSQL may have been built without ICU
ALPHABET = "aąbcčdeęėfghiįyjklmnopqrsštuųūvwxzž"
PLACES = "".join(chr(ord("A") + index) for index in range(len(ALPHABET)))
QUOTES = "„“”\"'"


class Translate(Func):
    """PostgreSQL's translate(): replace characters one by one."""

    function = "translate"
    output_field = TextField()


def bare(text: str) -> str:
    """Return `text` without diacritics, in lower case. See also bare_column."""
    return text.translate(str.maketrans(MARKED, BARE)).lower()


def bare_column(name: str) -> Lower:
    """The column without diacritics, in lower case. See also bare()."""
    return Lower(Translate(F(name), Value(MARKED), Value(BARE)))


def alphabetic(name: str) -> Collate:
    """The column as a text that sorts by the Lithuanian alphabet, ignoring case and quotes."""
    # QUOTES have no counterpart in the shorter text, so translate() removes them
    small = Translate(F(name), Value(ALPHABET.upper() + QUOTES), Value(ALPHABET))
    # "C" compares bytes: any other collation would apply its own order to PLACES
    return Collate(Translate(small, Value(ALPHABET), Value(PLACES)), "C")
