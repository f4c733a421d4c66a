"""CSV and TSV to lines of texts."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from guidepub.files import read_text
from guidepub.findings.errors import reason_of
from guidepub.tables.faults import FILE_LIMIT, table_fault


def delimited_lines(path: Path, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Yield each row's texts with the number of the line that it begins on, from 1.

    A CSV file whose first line has semicolons and no comma is read as one with semicolons:
    so spreadsheets write it where the comma stands before decimals.

    Raises:
        InputError: the file cannot be read (C001, D001, D002).
    """
    text = read_text(path, FILE_LIMIT)
    if delimiter == ",":
        first = text.lstrip().partition("\n")[0]
        delimiter = ";" if ";" in first and "," not in first else ","
    # Strict, for a quote that is never closed would swallow all the rows below it.
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = 1
    try:
        for cells in reader:
            yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        message = f"The table cannot be read: {reason_of(error)}."
        remedy = "Close each quote; double one inside a cell."
        raise table_fault(path, message, remedy, line) from error
