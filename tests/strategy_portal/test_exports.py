"""Exported files: numbers stay numbers, text never becomes a formula."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.utils import timezone

from strategy_portal.exports import Column, Table, Type, file_of
from tests import sheets

DANGEROUS = [
    "=1+1",
    "+370 600 00000",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    '=HYPERLINK("http://x.lt")',
]
HARMLESS = [
    "Šeimos ratas",
    "a=b",
    "1.1",
    "007",
    "http://example.org",
    " =1",
    "'=1",
    "2,5; „x“\nkita eilutė",
]
AT = datetime(2026, 11, 23, 22, 30, 5, 123456, tzinfo=UTC)
COLUMNS = [
    Column("Tekstas"),
    Column("Nr.", Type.NUMBER),
    Column("Suma, EUR", Type.MONEY),
    Column("Diena", Type.DAY),
    Column("Kada", Type.MOMENT),
]


def table(*rows, title="Lėšos") -> Table:
    return Table("lesos", title, COLUMNS, rows)


def row_of(text: str = "a", sum_of: str = "1.00"):
    return [text, 7, Decimal(sum_of), date(2026, 11, 23), AT]


def test_a_csv_is_utf8_with_a_mark_commas_points_and_iso_days():
    response = file_of(table(row_of("Ąžuolas", "-1191869.85"), [None] * 5), "csv")

    assert response.content.startswith(b"\xef\xbb\xbf")
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert response["Content-Disposition"] == 'attachment; filename="lesos.csv"'
    assert sheets.in_csv(response) == [
        ["Tekstas", "Nr.", "Suma, EUR", "Diena", "Kada"],
        ["Ąžuolas", "7", "-1191869.85", "2026-11-23", "2026-11-24T00:30:05+02:00"],
        ["", "", "", "", ""],
    ]


@pytest.mark.parametrize("text", DANGEROUS)
def test_text_that_looks_like_a_formula_stays_text(text):
    written = table(row_of(text))

    assert sheets.in_csv(file_of(written, "csv"))[1][0] == f"'{text}"
    cell = sheets.workbook(file_of(written, "xlsx")).active["A2"]
    assert cell.data_type == "s"
    assert cell.value.replace("_x000D_", "\r") == text
    assert cell.hyperlink is None


@pytest.mark.parametrize("text", HARMLESS)
def test_other_text_is_left_alone(text):
    written = table(row_of(text))

    assert sheets.in_csv(file_of(written, "csv"))[1][0] == text
    cell = sheets.workbook(file_of(written, "xlsx")).active["A2"]
    assert (cell.data_type, cell.value, cell.hyperlink) == ("s", text, None)


def test_an_xlsx_has_typed_cells_and_a_head_that_stays():
    book = sheets.workbook(file_of(table(row_of("x" * 40, "-7.18")), "xlsx"))
    sheet = book.active

    assert [cell.value for cell in sheet[1]] == [column.heading for column in COLUMNS]
    assert [cell.data_type for cell in sheet[2]] == ["s", "n", "n", "d", "d"]
    assert (sheet["C2"].value, sheet["C2"].number_format) == (-7.18, "#,##0.00")
    day, moment = datetime(2026, 11, 23), datetime(2026, 11, 24, 0, 30, 5)  # noqa: DTZ001
    assert (sheet["D2"].value, sheet["D2"].number_format) == (day, "yyyy-mm-dd")
    assert sheet["E2"].value.replace(microsecond=0) == moment
    assert (sheet.freeze_panes, sheet.title) == ("A2", "Lėšos")
    assert sheet.column_dimensions["A"].width > 40


def test_the_largest_sum_keeps_its_cents():
    sheet = sheets.workbook(file_of(table(row_of("a", "999999999999.99")), "xlsx")).active

    assert Decimal(str(sheet["C2"].value)) == Decimal("999999999999.99")


def test_a_title_that_excel_would_refuse_is_made_to_fit():
    title = "Projektas [1]: a/b\\c*?'" + "x" * 40

    name = sheets.workbook(file_of(table(title=title), "xlsx")).active.title

    assert name == ("Projektas -1-- a-b-c---" + "x" * 40)[:31]


def test_a_text_longer_than_a_cell_is_cut_not_lost():
    sheet = sheets.workbook(file_of(table(row_of("ą" * 40_000)), "xlsx")).active

    assert len(sheet["A2"].value) == 32_767


def test_the_same_figures_make_the_same_bytes():
    dated = Table("a", "A", COLUMNS, [row_of()], as_of=timezone.localtime(AT))

    first, second = file_of(dated, "xlsx"), file_of(dated, "xlsx")

    assert first.content == second.content
