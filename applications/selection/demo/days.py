"""The days of the demo data: nobody works at weekends."""

from datetime import datetime, time, timedelta

from django.utils import timezone

from strategy_portal.clock import moving

SATURDAY = 5
MORNING = 10  # o'clock


def at(moment: datetime, hour: int) -> datetime:
    """`hour` in Vilnius on the day of `moment`, or on Monday after a weekend."""
    day = timezone.localtime(moment).date()
    if day.weekday() >= SATURDAY:
        day += timedelta(days=7 - day.weekday())
    return timezone.make_aware(datetime.combine(day, time(hour)))


def move_to(moment: datetime) -> None:
    """Make it the morning of that day, or of the Monday after it."""
    moving.move_to(at(moment, MORNING))
