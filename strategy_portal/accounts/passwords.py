"""A password that is long but says little: repeated, in the order of the alphabet or of keys."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

FEWEST = 7
JUDGED = 200  # characters from the start; the search for repetitions is quadratic
# Neighbours in one of these follow one another; also backwards
ROWS = (
    "abcdefghijklmnopqrstuvwxyz",
    "aąbcčdeęėfghiįyjklmnoprsštuųūvzž",
    "1234567890",
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "ąčęėįšųūž",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
)
FOLLOWING = {pair for row in ROWS for pair in zip(row, row[1:], strict=False)}
FOLLOWING |= {(second, first) for first, second in FOLLOWING}
REPEATED = re.compile(r"(.+?)\1+")


class MonotonyValidator:
    """Refuses passwords with fewer than seven characters that surprise."""

    def validate(self, password: str, user: object = None) -> None:
        """Raise ValidationError for a monotonous password."""
        if surprises(password) < FEWEST:
            raise ValidationError(
                _(
                    "This password is too easy to guess: its characters repeat "
                    "or follow one another. Use a few words in a row."
                ),
                code="password_is_monotonous",
            )

    def get_help_text(self) -> str:
        return _("Characters that repeat or follow one another are easy to guess.")


def surprises(password: str) -> int:
    """How many different characters neither repeat nor follow the one before.

    A part that is repeated to the end counts once, blanks not at all.
    """
    text = "".join(password[:JUDGED].casefold().split())
    if whole := REPEATED.fullmatch(text):
        text = whole[1]
    pairs = zip(text, text[1:], strict=False)
    steps = sum(first != second and (first, second) not in FOLLOWING for first, second in pairs)
    return min(steps + 1, len(set(text)))
