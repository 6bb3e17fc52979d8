"""The public figures as files: the same as on the page and as the journal's sums."""

import json
from decimal import Decimal
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone

from budget import operations
from budget.models import Action, Entry
from budget.periods import current_strategy
from budget.reconcile import figures
from tests import factories, journal, published, sheets

# The entries of tests.journal have neither contracts nor claims
pytestmark = [pytest.mark.django_db, pytest.mark.wrong_books]
STRATEGY = "budget/strategies/druskininkai-2024-2029.toml"


@pytest.fixture
def strategy():
    """The real strategy with paid and partly recovered projects, and a reservation."""
    call_command("load_strategy", STRATEGY, stdout=StringIO())
    action = Action.objects.get(code="1.1")
    project = journal.fund(action, "58924.00", "1.1-K1-001")
    journal.pay(project, "20000.00")
    journal.pay(project, "500.50", kind="recovery")
    journal.pay(project, "7000.00", source="savivaldybe")
    journal.fund(Action.objects.get(code="1.2"), "147000.00", "1.2-K1-001")
    journal.reserve(action, "10000.00", "1.1-K1-002")
    return action.strategy


def test_the_json_has_amounts_as_texts_and_the_moment_they_last_changed(client, strategy):
    data = client.get("/strategija/lesos.json").json()

    action = data["actions"][0]
    assert action == {
        "code": "1.1",
        "name": Action.objects.get(code="1.1").name,
        "allocated": "176772.01",
        "approved": "58924.00",
        "left": "117848.01",
        "paid": "26499.50",
        "projects_planned": 3,
        "projects_approved": 1,
    }
    assert [row["code"] for row in data["actions"]] == ["1.1", "1.2", "2.1", "2.2"]
    assert [row["code"] for row in data["sources"]] == ["es-vb", "savivaldybe"]
    assert (data["gap"], data["currency"]) == ("-7.18", "EUR")
    assert data["strategy"]["allocated"] == "1191869.85"
    assert data["actions_total"]["allocated"] == "1191877.03"
    award = Entry.objects.filter(kind="award").latest("seq").posted_at
    assert data["updated_at"] == timezone.localtime(award).isoformat()


def test_only_what_changes_public_figures_counts_as_an_update(strategy):
    action, clerk = Action.objects.get(code="2.2"), factories.UserFactory()

    def updates(entry) -> bool:
        return current_strategy().updated_at == entry.posted_at

    def reversed_(entry):
        return operations.reverse(entry, by=clerk, reason="Klaida", request_key=journal.key())

    reservation = journal.reserve(action, "100.00", "2.2-K1-001")
    assert not updates(reservation)
    released = operations.release(reservation, by=clerk, reason="Ne", request_key=journal.key())
    assert not updates(released)
    assert not updates(reversed_(released))
    project = journal.fund(action, "200.00", "2.2-K1-002")
    assert updates(project.award)
    payment = journal.pay(project, "10.00")
    assert updates(payment)
    assert updates(reversed_(payment))
    assert updates(reversed_(project.award))


def test_the_table_has_a_row_for_every_figure_of_the_page(client, strategy):
    rows = sheets.in_csv(client.get("/strategija/lesos.csv"))

    levels = [*["action"] * 4, *["source"] * 2, "actions", "gap", "strategy"]
    assert [row[0] for row in rows[1:]] == levels
    sums = ["176772.01", "58924.00", "117848.01", "26499.50"]
    assert rows[1][1] == "1.1"
    assert rows[1][3:] == [*sums, "3", "1"]
    assert rows[8] == ["gap", "", "", "-7.18", "", "-7.18", "", "", ""]


def test_the_xlsx_says_the_same_as_the_csv_with_numbers(client, strategy):
    text, typed = (client.get(f"/strategija/lesos.{ending}") for ending in ("csv", "xlsx"))

    for row, cells in zip(sheets.in_csv(text)[1:], sheets.in_xlsx(typed)[1:], strict=True):
        assert [cell or "" for cell in cells[:3]] == row[:3]
        numbers = [cell and Decimal(str(cell)) for cell in cells[3:]]
        assert numbers == [Decimal(part) if part else None for part in row[3:]]


def test_the_english_files_differ_in_their_headings_alone(client, strategy):
    for ending, read in (("csv", sheets.in_csv), ("xlsx", sheets.in_xlsx)):
        lithuanian, english = (
            read(client.get(f"{path}strategija/lesos.{ending}")) for path in ("/", "/en/")
        )
        assert english[0][:4] == ["Level", "Code", "Name", "Allocated, EUR"]
        assert lithuanian[0] != english[0]
        assert lithuanian[1:] == english[1:]
    lithuanian, english = (client.get(f"{path}strategija/lesos.json") for path in ("/", "/en/"))
    assert lithuanian.json() == english.json()


@pytest.mark.parametrize("ending", ["csv", "xlsx", "json"])
def test_the_files_are_cached_like_public_pages(client, strategy, ending):
    address = f"/strategija/lesos.{ending}"
    answer = client.get(address)

    assert f'filename="lesos.{ending}"' in answer["Content-Disposition"]
    assert "public" in answer["Cache-Control"]
    assert "max-age=60" in answer["Cache-Control"]
    assert client.get(address, headers={"if-none-match": answer["ETag"]}).status_code == 304
    assert client.post(address).status_code == 405
    assert address in client.get("/strategija/").content.decode()


@pytest.mark.parametrize("ending", ["csv", "xlsx", "json", "exe"])
def test_without_a_strategy_there_are_no_files(client, ending):
    assert client.get(f"/strategija/lesos.{ending}").status_code == 404


def test_what_is_published_is_what_the_journal_adds_up_to(strategy):
    assert list(published.differences()) == []


def test_proving_them_needs_neither_a_host_nor_collected_files(strategy, settings):
    settings.ALLOWED_HOSTS = []
    collected = {
        "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}
    }
    settings.STORAGES = {**settings.STORAGES, **collected}

    assert list(published.differences()) == []


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        (
            "UPDATE budget_account SET committed = committed + 1 WHERE action_id = %s",
            "action 1.1 approved is 58925.00",
        ),
        (
            "UPDATE budget_account SET paid = paid - 1 WHERE action_id = %s",
            "action 1.1 paid is 26498.50",
        ),
        (
            "UPDATE budget_account SET quota = quota + 1 WHERE action_id = %s",
            "action 1.1 projects_planned is 4",
        ),
        (
            "UPDATE budget_account SET committed = committed + 1 WHERE source_id ="
            " (SELECT id FROM budget_fundingsource WHERE code = 'es-vb' AND strategy_id ="
            " (SELECT strategy_id FROM budget_action WHERE id = %s))",
            "source es-vb left is",
        ),
        (
            "UPDATE budget_account SET ceiling = ceiling + 1"
            " WHERE action_id IS NULL AND source_id IS NULL AND strategy_id ="
            " (SELECT strategy_id FROM budget_action WHERE id = %s)",
            "gap allocated is -6.18",
        ),
    ],
)
def test_reconcile_sees_a_published_figure_that_is_not_the_journals(
    as_owner, strategy, sql, expected
):
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(sql, [Action.objects.get(code="1.1").pk])
        cursor.execute("SET LOCAL session_replication_role = origin")

    found = [*published.differences(), *figures.differences()]

    for where in (
        "the public figures",
        "the public page (lt)",
        "the public page (en)",
        "lesos.csv (en)",
        "lesos.json (lt)",
    ):
        there = [sentence for sentence in found if sentence.startswith(where)]
        assert expected in " ".join(there), where


def test_reconcile_sees_a_figure_the_page_leaves_out_or_garbles():
    sums = {("action", "1.1", "approved"): Decimal("58924.00"), ("gap", "", "left"): Decimal(0)}
    garbled = '<td data-figure="action 1.1 approved">58\u00a0924,10</td>'

    assert list(published.compared("page", published.on_page(garbled), sums)) == [
        "page: action 1.1 approved is 58924.10, the journal adds up to 58924.00"
    ]
    assert list(published.compared("page", [], sums)) == ["page: action 1.1 approved is missing"]
    dash = garbled.replace("58\u00a0924,10", "–")
    assert len(list(published.compared("page", published.on_page(dash), sums))) == 1


def test_the_command_says_what_is_published_wrong(as_owner, strategy):
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(
            "UPDATE budget_account SET committed = committed + 1 WHERE action_id IS NOT NULL"
        )
        cursor.execute("SET LOCAL session_replication_role = origin")
    out = StringIO()

    with pytest.raises(CommandError):
        call_command("reconcile", "--json", stdout=out)

    assert any(
        "the public figures" in sentence for sentence in json.loads(out.getvalue())["differences"]
    )
