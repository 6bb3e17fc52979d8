"""Positions of bars and lines on the charts: pure geometry, in units of the viewBox."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import product

from budget.figures import Figures
from budget.models import Account, Action
from budget.pages.spending import Pace
from strategy_portal.money import ZERO

WIDTH = 900
LEFT, RIGHT, TOP, BOTTOM = 90, 16, 12, 30  # margins for the labels of the axes
FIELD = WIDTH - LEFT - RIGHT
BAR, BETWEEN = 26, 14
HEIGHT = 300
MOST_TICKS = 6


@dataclass(frozen=True)
class Frame:
    """Where the plot area lies between its margins."""

    height: int
    width: int = WIDTH
    left: int = LEFT
    right: int = WIDTH - RIGHT
    top: int = TOP

    @property
    def bottom(self) -> int:
        return self.height - BOTTOM


# Positions are text, since templates write numbers with the language's decimal comma
@dataclass(frozen=True)
class Tick:
    """A mark on an axis: its position and its value."""

    at: str
    value: int


@dataclass(frozen=True)
class Segment:
    name: str
    x: str
    width: str


@dataclass(frozen=True)
class Bar:
    action: Action
    y: int
    segments: list[Segment]
    height: int = BAR


@dataclass(frozen=True)
class Bars:
    frame: Frame
    ticks: list[Tick]
    bars: list[Bar]


@dataclass(frozen=True)
class Curve:
    """`committed`, `paid` and `planned` are the points of polylines."""

    frame: Frame
    ticks: list[Tick]
    years: list[Tick]
    today: str
    committed: str
    paid: str
    planned: str


def bars_of(figures: Figures) -> Bars:
    """One bar per action, all on the scale of the largest one."""
    accounts = [action.account for action in figures.actions]
    largest = max((account.ceiling for account in accounts), default=ZERO)
    bars = [
        Bar(account.action, TOP + number * (BAR + BETWEEN), segments_of(account, largest))
        for number, account in enumerate(accounts)
    ]
    ticks = [Tick(place(Decimal(value), largest), value) for value in steps(largest)]
    return Bars(Frame(TOP + len(bars) * (BAR + BETWEEN) + BOTTOM), ticks, bars)


def segments_of(account: Account, largest: Decimal) -> list[Segment]:
    """The segments from left to right; amounts of 0 have none."""
    edges = {
        "paid": account.paid,
        "committed": account.committed,
        "reserved": account.used,
        "left": account.ceiling,
    }
    segments, start = [], ZERO
    for name, end in edges.items():
        if end > start:
            width = f"{FIELD * (end - start) / largest:.1f}"
            segments.append(Segment(name, place(start, largest), width))
        start = end
    return segments


def place(value: Decimal, largest: Decimal) -> str:
    """The horizontal position of `value`."""
    # Before anything is allocated the largest value is 0
    return f"{LEFT + FIELD * value / (largest or 1):.1f}"


def steps(largest: Decimal) -> list[int]:
    """Round numbers from 0 to `largest` (EUR), at most MOST_TICKS of them."""
    sizes = (factor * 10**power for power, factor in product(range(12), (10, 20, 25, 50)))
    step = next(size for size in sizes if largest <= size * (MOST_TICKS - 1))
    return list(range(0, int(largest) + 1, step))


def curve_of(pace: Pace) -> Curve:
    """Money over time; begins before the strategy does if something was booked earlier."""
    months = pace.months
    first = min([pace.starts_on, *(month.first_day for month in months)])
    last = max(pace.ends_on, pace.today)
    largest = max([pace.total, *(month.committed for month in months)])
    frame = Frame(HEIGHT)
    x, y = scale_of_days(first, last), scale_of_money(frame, largest)

    def line(points: Iterable[tuple[date, Decimal]]) -> str:
        return " ".join(f"{x(day)},{y(value)}" for day, value in points)

    years = range(pace.starts_on.year, last.year + 1)
    nothing = (first, ZERO)
    return Curve(
        frame=frame,
        ticks=[Tick(y(Decimal(value)), value) for value in steps(largest)],
        years=[Tick(x(date(year, 1, 1)), year) for year in years],
        today=x(pace.today),
        committed=line([nothing, *((month.last_day, month.committed) for month in months)]),
        paid=line([nothing, *((month.last_day, month.paid) for month in months)]),
        planned=line([(pace.starts_on, ZERO), (pace.ends_on, pace.total)]),
    )


def scale_of_days(first: date, last: date) -> Callable[[date], str]:
    days = (last - first).days
    return lambda day: f"{LEFT + FIELD * (day - first).days / days:.1f}"


def scale_of_money(frame: Frame, largest: Decimal) -> Callable[[Decimal], str]:
    height = frame.bottom - TOP
    return lambda value: f"{frame.bottom - height * value / (largest or 1):.1f}"
