"""Tables for other programs, CSV and XLSX: numbers stay numbers, days stay days, and text never becomes a formula."""

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
from xlsxwriter.worksheet import Worksheet

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FORMULAS = (
    "=",
    "+",
    "-",
    "@",
    "\t",
    "\r",
    "\n",
)  # what a spreadsheet reads a formula from: OWASP, CSV injection
NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\']")
LONGEST_NAME = 31  # characters; these three are the limits of Excel
LONGEST_TEXT = 32_767
WIDEST = 50


class Type(Enum):
    """What a column holds: how wide it is (0: as its longest text), and its format in XLSX."""

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
    """Rows of values, None where there is none. `name` is the file's, without its ending, `title` the sheet's."""

    name: str
    title: str
    columns: Sequence[Column]
    rows: Iterable[Sequence[Any]]
    as_of: datetime | None = None  # what the file says it is from: the same figures, the same bytes


class FileConverter(StringConverter):
    """The ending of a table's address."""

    regex = "csv|xlsx"


def file_of(table: Table, ending: str) -> HttpResponse:
    content, kind = (
        (xlsx_of(table), XLSX) if ending == "xlsx" else (csv_of(table), "text/csv; charset=utf-8")
    )
    return attached(HttpResponse(content, content_type=kind), f"{table.name}.{ending}")


def attached(response: HttpResponse, name: str) -> HttpResponse:
    """Let the browser save the answer under this name."""
    response.headers["Content-Disposition"] = content_disposition_header(True, name)
    return response


# CSV: UTF-8 with a byte order mark, commas, ISO days and moments, decimal points


def csv_of(table: Table) -> bytes:
    text = StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow([harmless(column.heading) for column in table.columns])
    writer.writerows([plain(value) for value in row] for row in table.rows)
    return text.getvalue().encode("utf-8-sig")


def plain(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return f"{value:.2f}"
    if isinstance(value, datetime):
        return timezone.localtime(value).isoformat(timespec="seconds")
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, int) else harmless(str(value))


def harmless(text: str) -> str:
    """The text, after an apostrophe where a spreadsheet would take it for a formula."""
    return f"'{text}" if text.startswith(FORMULAS) else text


# XLSX


def xlsx_of(table: Table) -> bytes:
    target = BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with Workbook(target, options) as book:
        book.set_properties(
            {"title": table.title, "created": timezone.localtime(table.as_of).replace(tzinfo=None)}
        )
        sheet = book.add_worksheet(NOT_IN_A_NAME.sub("-", table.title)[:LONGEST_NAME])
        write(sheet, table, book)
    return target.getvalue()


def write(sheet: Worksheet, table: Table, book: Workbook) -> None:
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    rows = list(table.rows)
    for number, column in enumerate(table.columns):
        values = [row[number] for row in rows]
        write_cell = writer_of(column.type, sheet)
        style = book.add_format({"num_format": column.type.format}) if column.type.format else None
        sheet.set_column(number, number, width_of(column, values))
        sheet.write_string(0, number, str(column.heading), head)
        for row, value in enumerate(values, start=1):
            if value is not None and value != "":
                write_cell(row, number, value, style)
    sheet.freeze_panes(1, 0)


def writer_of(kind: Type, sheet: Worksheet) -> Callable[..., Any]:
    if kind in (Type.NUMBER, Type.MONEY):
        return sheet.write_number
    if kind is Type.DAY:
        return sheet.write_datetime
    if kind is Type.MOMENT:
        return lambda row, column, value, style: sheet.write_datetime(
            row, column, timezone.localtime(value).replace(tzinfo=None), style
        )
    return lambda row, column, value, style: sheet.write_string(
        row, column, str(value)[:LONGEST_TEXT], style
    )


def width_of(column: Column, values: list[Any]) -> int:
    """In characters; a text column is as wide as its longest line, within reason."""
    longest = max((len(str(value)) for value in values if value is not None), default=0)
    return column.type.width or min(WIDEST, max(12, len(str(column.heading)), longest) + 2)
