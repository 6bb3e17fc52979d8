"""The spending forecast: months, a straight line, a sentence, charts with tables."""

import re
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from budget import operations
from budget.figures import figures_of
from budget.models import Kind
from budget.pages import spending, spending_charts
from strategy_portal.accounts.models import Role
from tests import clock, factories, journal, sheets

# Its entries have neither contracts nor claims; some are dated back, which only the owner can do
pytestmark = [pytest.mark.django_db, pytest.mark.wrong_books, pytest.mark.usefixtures("as_owner")]
ADDRESS = "/darbas/biudzetas/islaidos/"
TODAY = date(2026, 7, 2)  # half of the 2 192 days of 2024–2029 less a day


@pytest.fixture
def reader(client):
    client.force_login(factories.user_with(Role.MANAGER))
    return client


@pytest.fixture
def action():
    """An action of a strategy of 2024–2029 whose sources provide 2 192,00: one euro a day."""
    return factories.make_action(money="2192.00", first="2000.00", second="192.00", code="1.1")


def history(action):
    """Awarded in March 2024, paid around the end of 2024 in Vilnius, partly recovered."""
    project = journal.fund(action, "500.00", "1.1-K1-001")
    for entry in action.strategy.entries.filter(kind__in=[Kind.RESERVATION, Kind.AWARD]):
        journal.book_at(entry, datetime(2024, 3, 5, 9, tzinfo=UTC))
    journal.book_at(journal.pay(project, "300.00"), datetime(2024, 12, 31, 21, 59, tzinfo=UTC))
    journal.book_at(journal.pay(project, "100.00"), datetime(2024, 12, 31, 22, 0, tzinfo=UTC))
    journal.book_at(
        journal.pay(project, "50.00", kind=Kind.RECOVERY), datetime(2026, 6, 30, 9, tzinfo=UTC)
    )
    dropped = journal.reserve(action, "70.00", "1.1-K1-002")
    operations.release(
        dropped, by=factories.user_with(Role.MANAGER), reason="Atsisakė", request_key=journal.key()
    )
    return project


def test_each_month_says_what_stood_at_its_end(action):
    history(action)

    pace = spending.pace_of(action.strategy, TODAY)

    assert [month.first_day.isoformat()[:7] for month in pace.months[:2]] == ["2024-01", "2024-02"]
    by_month = {
        month.first_day.isoformat()[:7]: (str(month.committed), str(month.paid))
        for month in pace.months
    }
    assert len(by_month) == 31
    assert by_month["2024-02"] == ("0.00", "0.00")
    assert by_month["2024-03"] == by_month["2024-11"] == ("500.00", "0.00")
    assert by_month["2024-12"] == ("500.00", "300.00")
    assert by_month["2025-01"] == by_month["2026-05"] == ("500.00", "400.00")
    assert by_month["2026-07"] == ("500.00", "350.00")
    assert (pace.months[-1].last_day, pace.months[0].planned) == (TODAY, Decimal("31.00"))
    assert (pace.committed, pace.paid) == (Decimal("500.00"), Decimal("350.00"))


@pytest.mark.parametrize(
    ("today", "planned"),
    [
        (date(2023, 12, 31), "0.00"),
        (date(2024, 1, 1), "1.00"),
        (TODAY, "914.00"),
        (date(2029, 12, 31), "2192.00"),
        (date(2031, 1, 1), "2192.00"),
    ],
)
def test_the_line_goes_from_the_first_day_to_the_last(action, today, planned):
    assert spending.pace_of(action.strategy, today).planned == Decimal(planned)


def test_what_was_booked_before_the_strategy_began_counts(action):
    project = journal.fund(action, "500.00", "1.1-K1-001")
    for entry in action.strategy.entries.filter(project_number=project.number):
        journal.book_at(entry, datetime(2023, 11, 30, 9, tzinfo=UTC))

    pace = spending.pace_of(action.strategy, TODAY)

    assert pace.months[0].first_day == date(2023, 11, 1)
    assert pace.months[0].committed == Decimal("500.00")
    assert spending_charts.curve_of(pace).committed.startswith(f"{spending_charts.LEFT}.0,")


@pytest.mark.parametrize(
    ("paid", "words"),
    [
        ("914.00", "914.00 EUR has been paid out and 1,100.00 EUR approved: just as much as if"),
        ("1000.00", "it would be 914.00 EUR by today: we are 86.00 EUR ahead."),
        ("14.00", "it would be 914.00 EUR by today: we are 900.00 EUR behind."),
    ],
)
def test_one_sentence_says_how_far_ahead_or_behind(reader, action, paid, words):
    project = journal.fund(action, "1100.00", "1.1-K1-001")
    journal.pay(project, paid)
    for entry in action.strategy.entries.all():
        journal.book_at(entry, datetime(2024, 6, 1, tzinfo=UTC))

    clock.move_to(datetime(2026, 7, 2, 12, tzinfo=UTC))
    reader.force_login(factories.user_with(Role.MANAGER))
    page = sheets.text_of(reader.get(f"/en{ADDRESS}"))

    assert words in re.sub(r"\s+", " ", page)


def test_the_charts_are_pictures_with_words_and_a_table_each(reader, action):
    history(action)

    page = sheets.text_of(reader.get(ADDRESS))

    described = re.findall(
        r'<svg class="chart"[^>]* role="img" aria-label="[^"]+" aria-describedby="(\w+)"', page
    )
    assert described == ["menesiai", "sumos"]
    assert '<table class="tbl" id="menesiai"' in page
    assert '<table class="tbl cards pairs" id="sumos"' in page
    assert "style=" not in page
    sums = page[page.index('id="sumos"') :]
    for amount in ("350,00", "150,00", "0,00", "1 692,00", "2 192,00"):
        assert f"{amount}</td>" in sums


def test_the_bars_add_up_to_what_is_allocated(action):
    history(action)
    journal.reserve(action, "192.00", "1.1-K1-003")

    bars = spending_charts.bars_of(figures_of(action.strategy, proposed=True))

    [bar] = bars.bars
    assert [segment.name for segment in bar.segments] == ["paid", "committed", "reserved", "left"]
    ends = [float(segment.x) + float(segment.width) for segment in bar.segments]
    assert [float(segment.x) for segment in bar.segments[1:]] == pytest.approx(ends[:-1], abs=0.2)
    assert ends[-1] == pytest.approx(bars.frame.right, abs=0.2)


@pytest.mark.parametrize(
    ("most", "ticks"),
    [
        ("0", [0]),
        ("100", [0, 20, 40, 60, 80, 100]),
        ("1191869.85", [0, 250_000, 500_000, 750_000, 1_000_000]),
    ],
)
def test_the_axes_have_round_numbers(most, ticks):
    assert spending_charts.steps(Decimal(most)) == ticks


def test_before_anything_is_granted_the_page_is_whole(reader, action):
    page = sheets.text_of(reader.get(ADDRESS))

    assert page.count('<svg class="chart"') == 2
    assert "0,00 EUR" in page


def test_without_a_strategy_there_is_nothing_to_spend(reader):
    assert reader.get(ADDRESS).status_code == 404
