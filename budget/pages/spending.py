"""Will the money be spent in time: totals by month against a straight line.

For each month: what was approved and what was paid out by its end.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from django.conf import settings
from django.db import connection

from budget.models import Strategy
from strategy_portal.money import ZERO, to_cents

# An entry records what its project holds after it, so what it moved is the difference from the
# project's previous entry. Months without entries keep the totals of the month before.
# Starts earlier than the strategy if something was booked before, or sums would lack it.
MONTHS = """
    WITH entry AS (
        SELECT *, CASE WHEN hold = 'committed' THEN held ELSE 0 END AS committed
        FROM budget_entry
        WHERE strategy_id = %(strategy)s AND project_number <> ''
    ), moved AS (
        SELECT date_trunc('month', posted_at AT TIME ZONE %(zone)s)::date AS month,
            committed - lag(committed, 1, 0) OVER project AS committed,
            paid - lag(paid, 1, 0) OVER project AS paid
        FROM entry
        WINDOW project AS (PARTITION BY project_number ORDER BY seq)
    ), months AS (
        SELECT month::date
        FROM generate_series(
            least(%(starts_on)s, (SELECT min(month) FROM moved)),
            %(today)s,
            interval '1 month'
        ) month
    )
    SELECT month,
        sum(coalesce(sum(committed), 0.00)) OVER so_far,
        sum(coalesce(sum(paid), 0.00)) OVER so_far
    FROM months LEFT JOIN moved USING (month)
    GROUP BY month
    WINDOW so_far AS (ORDER BY month)
    ORDER BY month
"""


@dataclass(frozen=True)
class Month:
    """Totals at the end of a month, or today in the current one. EUR."""

    first_day: date
    last_day: date
    committed: Decimal
    paid: Decimal
    planned: Decimal


@dataclass(frozen=True)
class Pace:
    """The strategy's months so far; none before it begins. EUR."""

    starts_on: date
    ends_on: date
    today: date
    total: Decimal
    months: list[Month]

    def planned_on(self, day: date) -> Decimal:
        """EUR paid out by the end of `day` if every day took the same sum."""
        # The first and the last day both count
        days = (self.ends_on - self.starts_on).days + 1
        passed = min(max((day - self.starts_on).days + 1, 0), days)
        return to_cents(self.total * passed / days)

    @property
    def planned(self) -> Decimal:
        return self.planned_on(self.today)

    @property
    def committed(self) -> Decimal:
        return self.months[-1].committed if self.months else ZERO

    @property
    def paid(self) -> Decimal:
        return self.months[-1].paid if self.months else ZERO

    @property
    def ahead(self) -> Decimal:
        """EUR paid out beyond the planned line, negative if behind it."""
        return self.paid - self.planned

    @property
    def behind(self) -> Decimal:
        return -self.ahead


def pace_of(strategy: Strategy, today: date) -> Pace:
    """The strategy's totals by month until `today`, and the line they should follow."""
    pace = Pace(
        starts_on=date(strategy.first_year, 1, 1),
        ends_on=date(strategy.last_year, 12, 31),
        today=today,
        total=strategy.accounts.get(action=None, source=None).ceiling,
        months=[],
    )
    for first_day, committed, paid in sums_by_month(strategy, pace):
        last_day = min(today, last_day_of(first_day))
        planned = pace.planned_on(last_day)
        pace.months.append(Month(first_day, last_day, committed, paid, planned))
    return pace


def sums_by_month(strategy: Strategy, pace: Pace) -> list[tuple[date, Decimal, Decimal]]:
    """First day, EUR committed and EUR paid by the end of every month so far."""
    params = {
        "zone": settings.TIME_ZONE,
        "strategy": strategy.pk,
        "starts_on": pace.starts_on,
        "today": pace.today,
    }
    with connection.cursor() as cursor:
        cursor.execute(MONTHS, params)
        return cursor.fetchall()


def last_day_of(first_day: date) -> date:
    """The last day of the month that begins with `first_day`."""
    # 31 days after the first is always in the next month, never beyond it
    next_month = (first_day + timedelta(days=31)).replace(day=1)
    return next_month - timedelta(days=1)
