"""Points as exact fractions: what is shown is rounded once, half-up, to 0,01."""

from decimal import Decimal
from fractions import Fraction


def weighted(points: Decimal, max_points: Decimal, weight: Decimal) -> Fraction:
    """The share of the criterion's maximum, times its weight: points of 100, exact."""
    # A Decimal would round the quotient to 28 digits, and 53,625 could become 53,62
    return Fraction(points) * Fraction(weight) / Fraction(max_points)


def half_up(exact: Fraction) -> Decimal:
    """`exact` (not negative) rounded half-up to 0,01."""
    hundredths = (200 * exact.numerator + exact.denominator) // (2 * exact.denominator)
    return Decimal(hundredths).scaleb(-2)
