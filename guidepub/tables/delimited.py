"""CSV and TSV to lines of texts."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from guidepub.files import decoded
from guidepub.findings.errors import reason_of
from guidepub.tables.faults import table_fault


def delimited_lines(
    path: Path, data: bytes, delimiter: str | None, quoted: bool = True
) -> Iterator[tuple[int, list[str]]]:
    """Yield each row's texts with the number of the line that it begins on, from 1.

    Without a delimiter it is the comma; but where the first line has more semicolons, outside of
    quotation marks, it is the semicolon: so spreadsheets write it where the comma is before
    decimals. Where it has more tabs, it is the tab: so cells are copied. Where cells are not
    `quoted`, quotation marks are signs like others, and a row is a line.

    Raises:
        InputError: the file cannot be read (C001, D001, D002).
    """
    text = decoded(path, data)
    if delimiter is None:
        first = text.lstrip().partition("\n")[0]
        bare = re.sub(r'"[^"]*"', "", first)
        delimiter = max(",", ";", "\t", key=bare.count)
    # Strict, for a quote that is never closed would swallow all the rows below it.
    rule: Literal[0, 3] = csv.QUOTE_MINIMAL if quoted else csv.QUOTE_NONE
    lines = io.StringIO(text, newline="")
    reader = csv.reader(lines, delimiter=delimiter, quoting=rule, strict=True)
    line = 1
    try:
        for cells in reader:
            yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        message = f"The table cannot be read: {reason_of(error)}."
        remedy = (
            'Close each quote; double one inside a cell, or say in catalog.toml: quotes = "none".'
        )
        raise table_fault(path, message, remedy, line) from error
