"""Divides a sum between sources: pure arithmetic, to the cent.

Every source but the last gets its share rounded half-up to the cent; the last takes the rest,
so the parts always add up to the sum. Rounding may ask a source for cents it no longer has
while another still has them: up to ROUNDING_ROOM then moves over, so that the last cents of
all sources can be used.
"""

from collections.abc import Mapping
from decimal import Decimal

from strategy_portal.money import ZERO, to_cents

# Anything larger is no rounding: then the operation says which source falls short
ROUNDING_ROOM = Decimal("0.50")


def divide(
    amount: Decimal, shares: Mapping[str, Decimal], room: Mapping[str, Decimal]
) -> dict[str, Decimal]:
    """`amount` (EUR) by source, in the proportion of `shares` and in their order.

    `room` is what each source still has (EUR). Shares of nothing at all give everything to
    the last source.
    """
    *codes, last = shares
    total = sum(shares.values(), ZERO)
    parts, rest = {}, amount
    room_behind = sum(room.values(), ZERO)  # of the sources after the current one
    for code in codes:
        room_behind -= room[code]
        part = to_cents(amount * shares[code] / total) if total else ZERO
        # At least what the later sources can't take, at most what this one has
        nearest = min(max(part, rest - room_behind), room[code])
        if abs(nearest - part) <= ROUNDING_ROOM:
            part = nearest
        parts[code] = min(part, rest)
        rest -= parts[code]
    return {**parts, last: rest}


def difference(one: Mapping[str, Decimal], other: Mapping[str, Decimal]) -> dict[str, Decimal]:
    """`one` minus `other` by source (EUR)."""
    return {code: one.get(code, ZERO) - other.get(code, ZERO) for code in {**one, **other}}


def as_decimals(split: Mapping[str, str | Decimal]) -> dict[str, Decimal]:
    """A split as the journal stores it (text), in Decimal EUR."""
    return {code: Decimal(part) for code, part in split.items()}
