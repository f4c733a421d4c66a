"""Workbooks for tests, with what a spreadsheet keeps beside the values of cells."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet


def workbook(
    *lines: list[object],
    formats: Mapping[str, str] | None = None,
    change: Callable[[Worksheet], object] | None = None,
) -> bytes:
    """Return a workbook of one sheet, with the number formats of some of its cells."""
    book, data = openpyxl.Workbook(), io.BytesIO()
    sheet = book.active
    for line in lines:
        sheet.append(line)
    for name, number_format in (formats or {}).items():
        sheet[name].number_format = number_format
    if change:
        change(sheet)
    book.save(data)
    return data.getvalue()
