"""Ledgers of actions, sources and projects agree with the journal and the public page."""

import re
from datetime import UTC, datetime
from decimal import Decimal
from operator import itemgetter

import pytest
from django.utils import timezone

from budget import operations
from budget.models import Account, Kind, Movement
from budget.operations import Document, allocations, amending
from budget.operations.allocations import Allocation
from budget.operations.posting import post
from strategy_portal.accounts.models import Role
from strategy_portal.clock import reading
from tests import factories, journal, sheets

# Its entries have neither contracts nor claims; some are dated back, which only the owner can do
pytestmark = [pytest.mark.django_db, pytest.mark.wrong_books, pytest.mark.usefixtures("as_owner")]
BOOKS = "/darbas/biudzetas/"
ACTION = f"{BOOKS}veiksmai/1.1/"
SOURCE = f"{BOOKS}saltiniai/es-vb/"
PROJECT = f"{BOOKS}projektai/1.1-K1-001/"
EVERYTHING = ["allocation", "reservation", "award", "payment", "payment", "recovery"]
NUMBER = re.compile(r"[−\d][\d ]*,\d\d")


@pytest.fixture
def reader(client):
    """A manager's browser: nothing is concealed from managers."""
    client.force_login(factories.user_with(Role.MANAGER))
    return client


@pytest.fixture
def action():
    """1 000,00 with places for 3; the first of its two sources provides 799,00."""
    return factories.make_action(
        money="1000.00", first="799.00", second="201.00", code="1.1", places=3
    )


def contract(project, amount: str, split: dict[str, str]):
    on = timezone.localdate()
    return post(
        Kind.CONTRACT,
        project.award.strategy_id,
        action=project.action,
        closes=project.last_entry,
        places=1,
        amount=Decimal(amount),
        split=split,
        project_number=project.number,
        document="S-1",
        document_date=on,
        effective_on=on,
        request_key=journal.key(),
    )


def history(action):
    """Everything that can happen: sources changed by contract, payments, a recovery, a release."""
    project = journal.fund(action, "100.00", "1.1-K1-001")
    contract(project, "90.00", {"es-vb": "50.00", "savivaldybe": "40.00"})
    journal.pay(project, "40.00")
    wrong = journal.pay(project, "7.00", source="savivaldybe")
    journal.pay(project, "10.00", kind=Kind.RECOVERY)
    clerk = factories.user_with(Role.COORDINATOR)
    operations.reverse(wrong, by=clerk, reason="Ne tas šaltinis", request_key=journal.key())
    second = journal.reserve(action, "50.00", "1.1-K1-002")
    operations.release(second, by=clerk, reason="Atsisakė", request_key=journal.key())
    journal.reserve(action, "25.00", "1.1-K1-003")
    return project


def seen(response) -> list[tuple]:
    """The figures of each line: kind, then sums."""
    lines = response.context["lines"]
    return [(entry.kind, *map(str, [*own, *after])) for entry, own, after in lines]


def row_of(page: str, start: str) -> list[str]:
    """The sums in the table row that starts with this text."""
    row = page[page.index(start) :].split("</tr>")[0]
    return NUMBER.findall(re.sub(r"<[^>]*>", "|", row))


def test_an_actions_ledger_shows_each_entry_and_what_was_left_after_it(reader, action):
    history(action)

    response = reader.get(ACTION)

    assert seen(response) == [
        ("allocation", "1000.00", "1000.00", "0.00", "1000.00"),
        ("reservation", "100.00", "-100.00", "100.00", "900.00"),
        ("award", "100.00", "0.00", "100.00", "900.00"),
        ("contract", "90.00", "10.00", "90.00", "910.00"),
        ("payment", "40.00", "0.00", "90.00", "910.00"),
        ("payment", "7.00", "0.00", "90.00", "910.00"),
        ("recovery", "10.00", "0.00", "90.00", "910.00"),
        ("reversal", "7.00", "0.00", "90.00", "910.00"),
        ("reservation", "50.00", "-50.00", "140.00", "860.00"),
        ("release", "50.00", "50.00", "90.00", "910.00"),
        ("reservation", "25.00", "-25.00", "115.00", "885.00"),
    ]
    assert response.context["opening"] == [Decimal("0.00")] * 2


def test_a_sources_ledger_shows_its_part_of_every_entry_that_touches_it(reader, action):
    history(action)

    assert seen(reader.get(SOURCE)) == [
        ("allocation", "799.00", "799.00", "0.00", "799.00"),
        ("reservation", "79.90", "-79.90", "79.90", "719.10"),
        ("award", "79.90", "0.00", "79.90", "719.10"),
        ("contract", "50.00", "29.90", "50.00", "749.00"),
        ("payment", "40.00", "0.00", "50.00", "749.00"),
        ("recovery", "10.00", "0.00", "50.00", "749.00"),
        ("reservation", "39.95", "-39.95", "89.95", "709.05"),
        ("release", "39.95", "39.95", "50.00", "749.00"),
        ("reservation", "19.98", "-19.98", "69.98", "729.02"),
    ]
    other = seen(reader.get(SOURCE.replace("es-vb", "savivaldybe")))
    assert ("contract", "40.00", "-19.90", "40.00", "161.00") in other
    assert [kind for kind, *_sums in other].count("payment") == 1


def test_a_projects_ledger_shows_what_it_holds_and_was_paid(reader, action):
    history(action)

    response = reader.get(PROJECT)

    assert seen(response) == [
        ("reservation", "100.00", "100.00", "0.00"),
        ("award", "100.00", "100.00", "0.00"),
        ("contract", "90.00", "90.00", "0.00"),
        ("payment", "40.00", "90.00", "40.00"),
        ("payment", "7.00", "90.00", "47.00"),
        ("recovery", "10.00", "90.00", "37.00"),
        ("reversal", "7.00", "90.00", "30.00"),
    ]
    page = sheets.text_of(response).replace("/darbas/biudzetas/projektai", "")
    assert "/projektai/1.1-K1-001/" in page
    assert response.context["balances"][-1][1] == {
        "held": Decimal("90.00"),
        "paid": Decimal("30.00"),
    }


def test_each_entry_says_who_prepared_and_who_confirmed_it_and_by_what_document(reader, action):
    project = journal.fund(action, "100.00", "1.1-K1-001")
    journal.pay(
        project,
        "1.00",
        document="MP-77",
        document_date="2026-01-02",
        effective_on="2026-01-02",
        reason="Grąžinta klaida",
        prepared_by=factories.UserFactory(name="Ona Onaitė"),
        posted_by=factories.UserFactory(name="Petras Petraitis"),
    )

    page = sheets.text_of(reader.get(f"{ACTION}?kind=payment"))

    for text in (
        "Ona Onaitė",
        "Petras Petraitis",
        "MP-77",
        "2026-01-02",
        "Grąžinta klaida",
        "1.1-K1-001",
    ):
        assert text in page, text


def sums_in(cells: list[str]) -> list[Decimal]:
    return [Decimal(cell.replace(" ", "").replace(",", ".")) for cell in cells]


def test_the_totals_are_those_of_the_public_page_but_for_what_is_reserved(reader, action):
    history(action)
    public = sheets.text_of(reader.get("/strategija/"))

    ledger = sheets.text_of(reader.get(ACTION))

    totals = row_of(ledger, '<tr class="total">')
    assert totals == ["1 000,00", "90,00", "25,00", "885,00", "30,00"]
    assert row_of(public, '<tr id="veiksmas-1.1">')[:4] == ["1 000,00", "90,00", "910,00", "30,00"]
    assert "1 iš 3" in ledger
    assert "1 iš 3" in public
    for code, name in (("es-vb", "ES ir valstybės biudžetas"), ("savivaldybe", "Savivaldybė")):
        ledger = sheets.text_of(reader.get(f"/darbas/biudzetas/saltiniai/{code}/"))
        shown = row_of(public, f'<th scope="row" lang="lt">{name}</th>')
        ceiling, committed, reserved, left, paid = sums_in(row_of(ledger, '<tr class="total">'))
        assert sums_in(shown) == [ceiling, committed, left + reserved, paid]


def test_the_view_says_what_the_accounts_and_the_entries_say(action):
    history(action)

    for account in Account.objects.exclude(action=None, source=None):
        last = Movement.objects.filter(account=account).order_by("entry__seq").last()
        assert last.after_ceiling == account.ceiling
        assert (last.after_reserved, last.after_committed) == (account.reserved, account.committed)
        assert (last.after_paid, last.after_left) == (account.paid, account.left)
    for movement in Movement.objects.all():
        assert movement.after_ceiling - movement.after_used == movement.after_left
        assert movement.ceiling - movement.used == movement.left


def amend(action, *, more: str, places: int):
    """Change the action's sum (EUR) and planned projects by an amendment put in force."""
    clerk, manager = (factories.user_with(role) for role in (Role.COORDINATOR, Role.MANAGER))
    accounts = allocations.accounts_of(action.strategy, proposed=True)
    figures = allocations.in_force(accounts)
    old = figures[action.code]
    figures[action.code] = Allocation(old.amount + Decimal(more), old.places + places)
    seen = factories.press(clerk, allocations.fingerprint(accounts))
    amendment = amending.draft(action.strategy, figures, seen, reason="Poreikiai pasikeitė")
    amending.publish(amendment, factories.press(clerk))
    paper = Document("K-1", reading.today())
    amending.confirm(amendment, factories.press(manager), document=paper)


def test_what_the_strategy_plans_anew_moves_its_ledgers_too(reader, action):
    clerk = factories.user_with(Role.COORDINATOR)
    source = action.strategy.sources.get(code="savivaldybe")
    amend(action, more="-150.00", places=2)
    wrong = action.strategy.entries.get(source=source)
    operations.reverse(wrong, by=clerk, reason="Ne tas šaltinis", request_key=journal.key())

    response = reader.get(ACTION)

    assert seen(response)[1:] == [
        ("transfer", "-150.00", "-150.00", "0.00", "850.00"),
        ("quota", "0.00", "0.00", "0.00", "850.00"),
    ]
    page = sheets.text_of(response)
    assert row_of(page, '<tr class="total">')[:4] == ["850,00", "0,00", "0,00", "850,00"]
    assert "0 iš 5" in page
    assert seen(reader.get(SOURCE.replace("es-vb", "savivaldybe"))) == [
        ("allocation", "201.00", "201.00", "0.00", "201.00"),
        ("reversal", "201.00", "-201.00", "0.00", "0.00"),
    ]


@pytest.fixture
def years(action):
    """A project granted in 2024, paid in the last minutes of 2025 and the first of 2026.

    In Vilnius, where a year ends two hours before it does in UTC.
    """
    project = journal.fund(action, "100.00", "1.1-K1-001")
    moments = [(2024, 1, 2, 9), (2024, 3, 4, 9), (2024, 4, 5, 9)]
    for kind, moment in zip(["allocation", "reservation", "award"], moments, strict=True):
        for entry in action.strategy.entries.filter(kind=kind):
            journal.book_at(entry, datetime(*moment, tzinfo=UTC))
    journal.book_at(journal.pay(project, "30.00"), datetime(2025, 12, 31, 21, 59, tzinfo=UTC))
    journal.book_at(journal.pay(project, "20.00"), datetime(2025, 12, 31, 22, 1, tzinfo=UTC))
    journal.book_at(
        journal.pay(project, "5.00", kind=Kind.RECOVERY), datetime(2026, 6, 1, 9, tzinfo=UTC)
    )


def balances(response) -> list[tuple[str, ...]]:
    shown = itemgetter("ceiling", "committed", "reserved", "left", "paid", "projects")
    return [tuple(map(str, shown(sums))) for _label, sums in response.context["balances"]]


def test_a_period_opens_with_what_stood_before_it_and_closes_with_what_stood_then(reader, years):
    response = reader.get(f"{ACTION}?nuo=2024-03-05&iki=2025-12-31")

    assert [kind for kind, *_sums in seen(response)] == ["award", "payment"]
    assert response.context["opening"] == [Decimal("100.00"), Decimal("900.00")]
    assert balances(response) == [
        ("1000.00", "0.00", "100.00", "900.00", "0.00", "0"),
        ("0.00", "100.00", "-100.00", "0.00", "30.00", "1"),
        ("1000.00", "100.00", "0.00", "900.00", "30.00", "1"),
    ]
    assert "2024-03-05 – 2025-12-31" in sheets.text_of(response)


@pytest.mark.parametrize(
    ("query", "kinds"),
    [
        ("nuo=2026-01-01", ["payment", "recovery"]),
        ("iki=2024-03-04", ["allocation", "reservation"]),
        ("nuo=2026-01-01&iki=2026-01-01", ["payment"]),
        ("nuo=2026.01.01&iki=2026 01 01", ["payment"]),
        ("kind=payment", ["payment", "payment"]),
        ("kind=payment&nuo=2026-01-01", ["payment"]),
        ("nuo=2030-01-01", []),
        ("nuo=vakar&iki=2024-02-30", EVERYTHING),
        ("nuo=vakar&kind=recovery", ["recovery"]),
        ("kind=niekas&page=abc&nuo=2026-1x-01", EVERYTHING),
    ],
)
def test_the_filters(reader, years, query, kinds):
    for address in (ACTION, SOURCE, PROJECT):
        response = reader.get(f"{address}?{query}")
        assert response.status_code == 200
        assert not response.context["form"].errors
        own = [kind for kind in kinds if kind != "allocation" or address != PROJECT]
        assert [kind for kind, *_sums in seen(response)] == own
        in_file = sheets.in_csv(reader.get(f"{address}irasai.csv?{query}"))[1:]
        assert [row[2] for row in in_file] == [str(Kind(kind).label) for kind in own]


def test_with_a_kind_the_balances_still_count_all_entries(reader, years):
    response = reader.get(f"{ACTION}?kind=recovery")

    assert balances(response)[1:] == [
        ("0.00", "0.00", "0.00", "0.00", "-5.00", "0"),
        ("1000.00", "100.00", "0.00", "900.00", "45.00", "1"),
    ]


@pytest.mark.parametrize(
    "address", ["/darbas/biudzetas/", ACTION, SOURCE, PROJECT, f"{ACTION}irasai.xlsx"]
)
def test_a_period_the_wrong_way_round_is_explained(reader, years, address):
    response = reader.get(f"{address}?nuo=2026-01-01&iki=2025-12-31")

    assert response.status_code == 422
    page = sheets.text_of(response)
    assert 'value="2026-01-01"' in page
    assert 'class="error-summary"' in page
    assert "2024-01-02" not in page


def test_an_empty_period_shows_its_balances_and_the_way_back(reader, years):
    response = reader.get(f"{ACTION}?nuo=2026-02-01&iki=2026-03-01")

    assert (
        balances(response)[0]
        == balances(response)[2]
        == ("1000.00", "100.00", "0.00", "900.00", "50.00", "1")
    )
    assert f'href="{ACTION}"' in sheets.text_of(response)
    assert reader.get(ACTION.replace("1.1", "9.9")).status_code == 404
    assert reader.get(PROJECT.replace("001", "009")).status_code == 404


def test_the_next_page_goes_on_where_the_last_one_ended(reader, action):
    journal.pay_back_and_forth(journal.fund(action, "100.00", "1.1-K1-001"), 120)

    first, last = reader.get(ACTION), reader.get(f"{ACTION}?page=3")
    project = [reader.get(f"{PROJECT}?page={number}") for number in (1, 2)]

    assert [len(response.context["lines"]) for response in (first, last)] == [50, 23]
    assert last.context["opening"] == [Decimal("100.00"), Decimal("900.00")]
    assert project[1].context["opening"] == [
        Decimal("100.00"),
        project[0].context["lines"][-1][2][1],
    ]
    assert balances(first) == balances(last)


@pytest.mark.parametrize("count", [1, 3, 200])
def test_every_ledger_needs_the_same_few_queries(
    reader, action, django_assert_max_num_queries, count
):
    project = journal.fund(action, "500.00", "1.1-K1-001")
    for _number in range(count):
        journal.pay(
            project, "1.00", prepared_by=factories.UserFactory(), posted_by=factories.UserFactory()
        )

    for address in (ACTION, SOURCE, PROJECT, "/darbas/biudzetas/", "/darbas/biudzetas/islaidos/"):
        with django_assert_max_num_queries(13):
            assert reader.get(address).status_code == 200
    for address in (ACTION, SOURCE, PROJECT, "/darbas/biudzetas/"):
        with django_assert_max_num_queries(13):
            assert len(sheets.in_csv(reader.get(f"{address}irasai.csv"))) > count


def test_the_journal_leads_to_every_ledger(reader, action):
    journal.fund(action, "100.00", "1.1-K1-001")

    page = sheets.text_of(reader.get("/darbas/biudzetas/"))

    for address in (
        ACTION,
        SOURCE,
        PROJECT,
        "/darbas/biudzetas/islaidos/",
        "/darbas/biudzetas/irasai.xlsx",
    ):
        assert f'href="{address}"' in page
