"""Numbers as people type them: read as they were meant or refused, never guessed (SCREENS 4.3)."""

import re
from dataclasses import dataclass
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.utils.formats import get_format

SPACES = dict.fromkeys(map(ord, " \u00a0\u202f\u2009\t'’"))  # people group digits by any of them
MINUSES = ("-", "−")
LONGEST = 200  # characters; nobody types more, and nothing of it is cut off

SIGN = re.compile("[.,]")
# One decimal sign at most, or groups of three by one sign and decimals behind the other
PLAIN = re.compile(r"(\d+)(?:([.,])(\d+))?", re.ASCII)
GROUPED = re.compile(r"(\d{1,3}(?:([.,])\d{3})(?:\2\d{3})*)(?:(?!\2)[.,](\d+))?", re.ASCII)
NO_UNIT = re.compile(r"\Z")


@dataclass(frozen=True)
class NumberReader:
    """Reads numbers from `smallest` to `largest` with at most so many decimals.

    Spaces may group thousands everywhere, a point or a comma only with `grouping`. `unit` is
    what people may write behind the number.
    """

    largest: Decimal
    smallest: Decimal = Decimal(0)
    decimals: int = 2
    grouping: bool = False
    unit: re.Pattern[str] = NO_UNIT

    def read(self, text: str) -> Decimal | None:
        """The number; None if nothing was typed.

        Raises ValidationError whose code says why not: invalid, ambiguous (with the digits
        before and after the sign as params), decimals, too_small, too_large.
        The caller says it in its own words.
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
        """Whether the sign could as well separate thousands: 3.250.

        Where three decimals may be meant, the decimal sign of the page's language always is one.
        """
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
