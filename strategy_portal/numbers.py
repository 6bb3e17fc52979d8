"""Numbers as people type them: parsed as meant or refused, never guessed."""

import re
from dataclasses import dataclass
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.utils.formats import get_format

SPACES = dict.fromkeys(map(ord, " \u00a0\u202f\u2009\t'’"))  # people group digits by any of them
MINUSES = ("-", "−")
LONGEST = 200  # characters; longer text is refused, never cut

SIGN = re.compile("[.,]")
# At most one decimal sign, or groups of three by one sign and decimals after the other.
# ASCII, because \d would match the digits of every script
PLAIN = re.compile(r"(\d+)(?:([.,])(\d+))?", re.ASCII)
GROUPED = re.compile(r"(\d{1,3}(?:([.,])\d{3})(?:\2\d{3})*)(?:(?!\2)[.,](\d+))?", re.ASCII)
NO_UNIT = re.compile(r"\Z")


@dataclass(frozen=True)
class NumberReader:
    """Parses numbers from `smallest` to `largest` with at most `decimals` decimals.

    Spaces may always group thousands, points and commas only with `grouping`. `unit` matches
    what may follow the number.
    """

    largest: Decimal
    smallest: Decimal = Decimal(0)
    decimals: int = 2
    grouping: bool = False
    unit: re.Pattern[str] = NO_UNIT

    def read(self, text: str) -> Decimal | None:
        """The number, or None if nothing was typed.

        Raises ValidationError with a code instead of a message, which is the caller's: invalid,
        ambiguous (params: `whole`, `fraction`), decimals, too_small, too_large.
        """
        digits = self.unit.sub("", text.strip().translate(SPACES))
        if not digits:
            return None
        if len(text) > LONGEST:
            raise refusal("invalid")
        is_negative = self.smallest < 0 and digits.startswith(MINUSES)
        whole, fraction = self.parts(digits[1:] if is_negative else digits)
        if len(fraction) > self.decimals:
            raise refusal("decimals")
        number = Decimal(f"{whole}.{fraction}")
        return self.within_range(-number if is_negative else number)

    def parts(self, digits: str) -> tuple[str, str]:
        """The digits before the decimal sign and those after it."""
        if self.grouping and len(SIGN.findall(digits)) > 1:
            match = GROUPED.fullmatch(digits)
            if not match:
                raise refusal("invalid")
            return SIGN.sub("", match[1]), match[3] or ""
        match = PLAIN.fullmatch(digits)
        if not match:
            raise refusal("invalid")
        whole, sign, fraction = match.groups(default="")
        if self.is_ambiguous(whole, sign, fraction):
            raise refusal("ambiguous", whole=whole, fraction=fraction)
        return whole, fraction

    def is_ambiguous(self, whole: str, sign: str, fraction: str) -> bool:
        """Whether the sign could just as well separate thousands: 3.250.

        Where three decimals are allowed, the decimal sign of the page's language is taken as such.
        """
        # Thousands have three digits after the sign and a number from 1 to 999 before it
        if len(fraction) != 3 or not 0 < int(whole) < 1000:
            return False
        return self.decimals < 3 or sign != get_format("DECIMAL_SEPARATOR")

    def within_range(self, number: Decimal) -> Decimal:
        if abs(number) > self.largest:
            raise refusal("too_large")
        if number < self.smallest:
            raise refusal("too_small")
        return number


def refusal(code: str, **params: str) -> ValidationError:
    return ValidationError(code, code=code, params=params)
