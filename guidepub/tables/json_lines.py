"""A JSON file to lines of cells: a list of records, each an object of plain values."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from guidepub.files import decoded
from guidepub.tables.cells import Cell, cell_of
from guidepub.tables.faults import MOST_COLUMNS, table_fault

# More than any figure has; an exponent would make gigabytes of digits.
_MOST_DIGITS = 40
_REMEDY = "Write a list of records, such as [{“code”: “31-2011”, “jobs”: 47910}]."


def json_lines(path: Path, data: bytes) -> Iterator[tuple[int, Sequence[str | Cell]]]:
    """Yield the names of the columns, then each record's cells with the line that it begins on.

    The columns are all keys of the records, in the order in which they first stand. The names
    have the line 1, since they are in none of their own.

    Raises:
        InputError: the file is not a list of records, or cannot be read (C001, D001, D002).
    """
    records = list(_records(path, decoded(path, data)))
    columns = list(dict.fromkeys(key for _, record in records for key in record))
    if not columns or len(columns) > MOST_COLUMNS:
        fault = f"names more than {MOST_COLUMNS} columns" if columns else "holds no record"
        raise table_fault(path, f"The file {fault}.", _REMEDY)
    yield 1, columns
    for line, record in records:
        yield line, [_cell(record.get(column), column, path, line) for column in columns]


def _records(path: Path, text: str) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """Yield each record with its line; the list is taken apart by hand, for `json` gives none."""
    decoder = json.JSONDecoder(parse_float=_number, object_pairs_hook=_pairs)
    place, line = _skipped(text, 0), 1
    if text[place : place + 1] != "[":
        raise table_fault(path, "The file is not a list of records.", _REMEDY)
    line += text.count("\n", 0, place)
    before, place = place, _skipped(text, place + 1)
    while text[place : place + 1] != "]":
        line, before = line + text.count("\n", before, place), place
        try:
            record, end = decoder.raw_decode(text, place)
        except (ValueError, RecursionError) as error:
            message = f"The table cannot be read: {getattr(error, 'msg', error)}."
            raise table_fault(path, message, _REMEDY, line) from error
        if not isinstance(record, dict):
            raise table_fault(path, "This is not a record.", _REMEDY, line)
        yield line, record
        place = _skipped(text, end)
        if text[place : place + 1] == ",":
            place = _skipped(text, place + 1)
        elif text[place : place + 1] != "]":
            line += text.count("\n", before, place)
            raise table_fault(path, "A comma or the end of the list is missing.", _REMEDY, line)


def _skipped(text: str, place: int) -> int:
    """Return the first place from here on that holds no space."""
    while text[place : place + 1] in (" ", "\t", "\n", "\r"):
        place += 1
    return place


def _number(text: str) -> Decimal:
    number = Decimal(text)
    if abs(number.adjusted()) > _MOST_DIGITS:
        raise ValueError(f"{text[:40]} has too many digits")
    return number


def _pairs(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    record = dict(pairs)
    if len(record) != len(pairs):
        raise ValueError("a key occurs twice in a record")
    return record


def _cell(value: object, column: str, path: Path, line: int) -> str | Cell:
    if isinstance(value, (dict, list)):
        message = (
            f"The column “{column}” has a list or a record, which cannot be the value of a cell."
        )
        raise table_fault(path, message, "Use a column for each of its parts.", line)
    return cell_of(value)
