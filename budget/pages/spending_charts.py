"""Where bars and lines stand on a picture: pure geometry, in the units of its viewBox."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from budget.figures import Figures
from budget.models import Account, Action
from budget.pages.spending import Pace

WIDTH = 900
LEFT, RIGHT, TOP, BOTTOM = 90, 16, 12, 30  # margins for the words of the axes
BAR, BETWEEN = 26, 14
HEIGHT = 300
MOST_TICKS = 6


@dataclass(frozen=True)
class Frame:
    """Where the picture's field lies between its margins."""

    height: int
    width: int = WIDTH
    left: int = LEFT
    right: int = WIDTH - RIGHT
    top: int = TOP

    @property
    def bottom(self) -> int:
        return self.height - BOTTOM


@dataclass(frozen=True)
class Tick:
    """A mark on an axis: where, and what it says."""

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
    """`committed`, `paid` and `planned` are the points of lines."""

    frame: Frame
    ticks: list[Tick]
    years: list[Tick]
    today: str
    committed: str
    paid: str
    planned: str


def bars_of(figures: Figures) -> Bars:
    """A bar for each action, all on the scale of the largest one."""
    most = max((action.account.ceiling for action in figures.actions), default=Decimal(0))
    bars = [
        Bar(action, TOP + number * (BAR + BETWEEN), segments_of(action.account, most))
        for number, action in enumerate(figures.actions)
    ]
    ticks = [Tick(place(Decimal(value), most), value) for value in steps(most)]
    return Bars(Frame(TOP + len(bars) * (BAR + BETWEEN) + BOTTOM), ticks, bars)


def segments_of(account: Account, most: Decimal) -> list[Segment]:
    edges = [Decimal(0), account.paid, account.committed, account.used, account.ceiling]
    names = ["paid", "committed", "reserved", "left"]
    return [
        Segment(name, place(start, most), across(end - start, most))
        for name, start, end in zip(names, edges, edges[1:], strict=False)
        if end > start
    ]


def across(value: Decimal, most: Decimal) -> str:
    return f"{(WIDTH - LEFT - RIGHT) * value / most:.1f}"


def place(value: Decimal, most: Decimal) -> str:
    return f"{LEFT + (WIDTH - LEFT - RIGHT) * value / (most or 1):.1f}"


def steps(most: Decimal) -> list[int]:
    """Round numbers from nothing to `most` (EUR)."""
    sizes = (factor * 10**power for power in range(12) for factor in (10, 20, 25, 50))
    step = next(size for size in sizes if most <= size * (MOST_TICKS - 1))
    return list(range(0, int(most) + 1, step))


def curve_of(pace: Pace) -> Curve:
    first = min([pace.starts_on, *(month.first_day for month in pace.months)])
    last = max(pace.ends_on, pace.today)
    most = max([pace.total, *(month.committed for month in pace.months)])
    frame = Frame(HEIGHT)

    def x(day: date) -> str:
        return f"{LEFT + (WIDTH - LEFT - RIGHT) * (day - first).days / (last - first).days:.1f}"

    def y(value: Decimal) -> str:
        return f"{frame.bottom - (frame.bottom - TOP) * value / (most or 1):.1f}"

    def line(points: Iterable[tuple[date, Decimal]]) -> str:
        return " ".join(f"{x(day)},{y(value)}" for day, value in points)

    nothing = (first, Decimal(0))
    return Curve(
        frame=frame,
        ticks=[Tick(y(Decimal(value)), value) for value in steps(most)],
        years=[
            Tick(x(date(year, 1, 1)), year) for year in range(pace.starts_on.year, last.year + 1)
        ],
        today=x(pace.today),
        committed=line([nothing, *((month.last_day, month.committed) for month in pace.months)]),
        paid=line([nothing, *((month.last_day, month.paid) for month in pace.months)]),
        planned=line([(pace.starts_on, Decimal(0)), (pace.ends_on, pace.total)]),
    )
