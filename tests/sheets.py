"""Reads the files that the portal exports."""

import csv
from io import BytesIO, StringIO

from openpyxl import Workbook, load_workbook


def workbook(response) -> Workbook:
    return load_workbook(BytesIO(response.content))


def in_xlsx(response) -> list[list]:
    return [list(row) for row in workbook(response).active.iter_rows(values_only=True)]


def in_csv(response) -> list[list[str]]:
    return list(csv.reader(StringIO(response.content.decode("utf-8-sig"), newline="")))


def text_of(response) -> str:
    """The whole text of a page or file."""
    if "spreadsheet" in response.get("Content-Type", ""):
        return "\n".join(str(cell) for row in in_xlsx(response) for cell in row)
    return response.content.decode().replace("\u00a0", " ")
