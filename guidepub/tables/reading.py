"""A data table's file to its rows."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence
from pathlib import Path

from guidepub.files import hold_inside
from guidepub.findings import Finding, InputError, Place
from guidepub.findings.errors import reason_of
from guidepub.model import DataTable
from guidepub.tables.cells import Cell, Row
from guidepub.tables.delimited import delimited_lines
from guidepub.tables.faults import MOST_CELLS, MOST_COLUMNS, MOST_ROWS, table_fault
from guidepub.tables.parquet import parquet_lines
from guidepub.tables.workbooks import workbook_lines
from guidepub.words.characters import forbidden, misplaced

_Line = tuple[int, Sequence[str | Cell]]
"""A row with the number of the line that it begins on."""


def read_table(table: DataTable, root: Path | None) -> tuple[Row, ...]:
    """Return a table's rows, each a mapping of column to text.

    Raises:
        InputError: the file lies outside the catalogue, cannot be read, is of an unknown
            kind, or has no header row (C001, D001, D002, D041).
    """
    path = table_path(table, root)
    hold_inside(path, root, f"The table “{table.file}”")
    try:
        status = path.stat()
    except OSError as error:
        message = f"The table’s file cannot be read: {reason_of(error)}."
        remedy = "Name its file under [data] in catalog.toml."
        raise InputError([Finding(Place(str(path)), "D001", message, remedy)]) from error
    return _read(path, status.st_mtime_ns, status.st_size)


def table_path(table: DataTable, root: Path | None) -> Path:
    """Return where a table's file lies in a catalogue's folder."""
    return (root or Path()) / table.file


@functools.lru_cache(maxsize=32)
def _read(path: Path, *_stamp: int) -> tuple[Row, ...]:
    """Read a file once for as long as its time and size stay the same."""
    kind = path.suffix.lower()
    if kind in (".csv", ".tsv"):
        return _rows(path, delimited_lines(path, "\t" if kind == ".tsv" else ","))
    if kind == ".xlsx":
        return _rows(path, workbook_lines(path))
    if kind == ".parquet":
        return _rows(path, parquet_lines(path))
    raise table_fault(path, f"“{kind}” is no kind of table.", "Known: .csv, .tsv, .xlsx, .parquet.")


def _rows(path: Path, lines: Iterable[_Line]) -> tuple[Row, ...]:
    rows: list[Row] = []
    header: list[str] | None = None
    for number, line in lines:
        cells = [cell if isinstance(cell, Cell) else cell.strip() for cell in line]
        if not any(cells):
            continue
        _refuse_characters(path, cells, number)
        while cells and not cells[-1]:
            cells.pop()
        if header is None:
            header = _header(path, [_text(cell) for cell in cells], number)
            continue
        if len(cells) > len(header):
            message = f"The row has {len(cells)} cells, the first row {len(header)}."
            raise table_fault(path, message, "Put cells with commas in quotes.", number)
        if len(rows) == MOST_ROWS or (len(rows) + 1) * len(header) > MOST_CELLS:
            message = f"The table has over {MOST_ROWS:,} rows or {MOST_CELLS:,} cells."
            raise table_fault(path, message, "Keep only what the guides use.")
        cells += [""] * (len(header) - len(cells))
        rows.append(Row(number, dict(zip(header, cells, strict=True))))
    if header is None:
        raise table_fault(path, "The table is empty.", "Name the columns in its first row.")
    return tuple(rows)


def _refuse_characters(path: Path, cells: Sequence[str | Cell], line: int) -> None:
    """Refuse a line with a character that no book can carry, or that nobody can see.

    Raises:
        InputError: a cell holds one (C001).
    """
    for place, cell in enumerate(cells, 1):
        text = _text(cell)
        if text.isascii() and text.isprintable():
            continue
        if (found := next(forbidden(text), None)) is not None:
            message = f"Cell {place} holds the character {found[2]}, which no book can carry."
            raise table_fault(path, message, "Delete it.", line)
        if (found := next(misplaced(text), None)) is not None:
            message = f"Cell {place} holds the character {found[2]}, which cannot be seen."
            raise table_fault(path, message, "Delete it.", line)


def _header(path: Path, cells: list[str], number: int) -> list[str]:
    if len(cells) > MOST_COLUMNS:
        message = f"The table has over {MOST_COLUMNS} columns."
        raise table_fault(path, message, "Keep only what the guides use.", number)
    if len(set(cells)) != len(cells) or not all(cells):
        message = "The first row must name each column once."
        raise table_fault(path, message, "Give each column a name of its own.", number)
    return cells


def _text(cell: str | Cell) -> str:
    return cell.text if isinstance(cell, Cell) else cell
