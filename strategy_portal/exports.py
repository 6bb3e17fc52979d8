"""Tables as CSV and XLSX: numbers and dates keep their type, text never becomes a formula."""

import csv
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from io import BytesIO, StringIO
from typing import Any

from django.http import HttpResponse
from django.urls.converters import StringConverter
from django.utils import timezone
from django.utils.http import content_disposition_header
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FORMULAS = tuple("=+-@\t\r\n")  # what a spreadsheet reads as a formula: OWASP, CSV injection
NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\']")
LONGEST_NAME = 31  # characters; these three are the limits of Excel
LONGEST_TEXT = 32_767
WIDEST = 50


class Type(Enum):
    """A column's type: its width in characters (0: fits the text) and its format in XLSX."""

    TEXT = (0, "")
    NUMBER = (10, "0")
    MONEY = (16, "#,##0.00")
    DAY = (12, "yyyy-mm-dd")
    MOMENT = (20, "yyyy-mm-dd hh:mm:ss")

    @property
    def width(self) -> int:
        return self.value[0]

    @property
    def format(self) -> str:
        return self.value[1]


@dataclass(frozen=True)
class Column:
    heading: str
    type: Type = Type.TEXT


@dataclass(frozen=True)
class Table:
    """Rows of values; None is an empty cell.

    `name` is the file name without extension, `title` the sheet's name. `as_of` is written as
    the file's creation time, so that equal figures give identical bytes.
    """

    name: str
    title: str
    columns: Sequence[Column]
    rows: Iterable[Sequence[Any]]
    as_of: datetime | None = None


class FileConverter(StringConverter):
    """The file extension in the address of a table."""

    regex = "csv|xlsx"


def file_of(table: Table, ending: str) -> HttpResponse:
    """The table as a download: XLSX if `ending` is “xlsx”, otherwise CSV."""
    if ending == "xlsx":
        response = HttpResponse(xlsx_of(table), content_type=XLSX)
    else:
        response = HttpResponse(csv_of(table), content_type="text/csv; charset=utf-8")
    return attached(response, f"{table.name}.{ending}")


def attached(response: HttpResponse, name: str) -> HttpResponse:
    """Make the browser save the response under this file name."""
    response.headers["Content-Disposition"] = content_disposition_header(True, name)
    return response


# CSV: commas, ISO dates and times, decimal points; UTF-8 with a byte order mark, without which
# Excel assumes another encoding


def csv_of(table: Table) -> bytes:
    text = StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow([harmless(column.heading) for column in table.columns])
    for row in table.rows:
        writer.writerow(map(plain, row))
    return text.getvalue().encode("utf-8-sig")


def plain(value: Any) -> str:
    """The value as text that other programs can read back without loss."""
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return f"{value:.2f}"
    if isinstance(value, datetime):
        return timezone.localtime(value).isoformat(timespec="seconds")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int):
        return str(value)
    return harmless(str(value))


def harmless(text: str) -> str:
    """The text, with an apostrophe before it if a spreadsheet would run it as a formula."""
    if text.startswith(FORMULAS):
        return f"'{text}"
    return text


# XLSX


# xlsxwriter guesses types by default, and applicants type these texts
AS_TYPED = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def xlsx_of(table: Table) -> bytes:
    """The table as an XLSX workbook with one sheet, its first row frozen."""
    target = BytesIO()
    with Workbook(target, AS_TYPED) as book:  # no text becomes a formula, a link or a number
        book.set_properties({"title": table.title, "created": without_zone(table.as_of)})
        sheet = book.add_worksheet(NOT_IN_A_NAME.sub("-", table.title)[:LONGEST_NAME])
        write(sheet, table, book)
    return target.getvalue()


def without_zone(moment: datetime | None) -> datetime:
    """Vilnius time without a zone, as Excel has none; the current time for None."""
    return timezone.localtime(moment).replace(tzinfo=None)


def write(sheet: Worksheet, table: Table, book: Workbook) -> None:
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    # Read once: a column's width needs all values before its first cell is written
    rows = list(table.rows)
    for number, column in enumerate(table.columns):
        values = [row[number] for row in rows]
        style = style_of(column, book)
        write_cell = writer_of(column.type, sheet)
        sheet.set_column(number, number, width_of(column, values))
        sheet.write_string(0, number, str(column.heading), head)
        for row, value in enumerate(values, start=1):
            if value is not None and value != "":
                write_cell(row, number, value, style)
    sheet.freeze_panes(1, 0)


def style_of(column: Column, book: Workbook) -> Format | None:
    if not column.type.format:
        return None
    return book.add_format({"num_format": column.type.format})


def writer_of(kind: Type, sheet: Worksheet) -> Callable[..., Any]:
    """The function that writes a value of this type into a row and column."""

    def write_moment(row: int, column: int, value: datetime, style: Format) -> None:
        sheet.write_datetime(row, column, without_zone(value), style)

    def write_text(row: int, column: int, value: Any, style: Format | None) -> None:
        sheet.write_string(row, column, str(value)[:LONGEST_TEXT], style)

    writers = {
        Type.NUMBER: sheet.write_number,
        Type.MONEY: sheet.write_number,
        Type.DAY: sheet.write_datetime,
        Type.MOMENT: write_moment,
        Type.TEXT: write_text,
    }
    return writers[kind]


def width_of(column: Column, values: list[Any]) -> int:
    """Width in characters; a text column fits its longest text, up to WIDEST."""
    if column.type.width:
        return column.type.width
    texts = [str(value) for value in [column.heading, *values] if value is not None]
    longest = max(map(len, texts))
    return min(WIDEST, max(12, longest) + 2)
