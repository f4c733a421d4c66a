"""A data table's file to its rows."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from guidepub.files import hold_inside, read_bytes
from guidepub.files.folders import listing
from guidepub.findings import Finding, InputError, Place, nearest
from guidepub.findings.errors import reason_of
from guidepub.model import DataTable
from guidepub.tables.cells import Cell, Row
from guidepub.tables.delimited import delimited_lines
from guidepub.tables.faults import FILE_LIMIT, MOST_CELLS, MOST_COLUMNS, MOST_ROWS, table_fault
from guidepub.tables.json_lines import json_lines
from guidepub.tables.parquet import parquet_lines
from guidepub.words.characters import forbidden, misplaced

_TYPED = (".json", ".parquet", ".xlsx")
_KINDS = (".csv", ".tsv", *_TYPED)
_OTHER_SHEETS = (".xls", ".xlsm", ".xlsb", ".ods", ".numbers", ".gsheet")
_SIGNS: Mapping[str, str] = MappingProxyType(
    {"comma": ",", "semicolon": ";", "tab": "\t", "pipe": "|"}
)
_Line = tuple[int, Sequence[str | Cell]]
"""A row with the number of the line that it begins on."""


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """The cells of a table: its columns in their order, and its rows."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def read_sheet(table: DataTable, root: Path | None) -> Sheet:
    """Return a table's columns and rows.

    Raises:
        InputError: the file lies outside the catalogue, cannot be read, is of an unknown
            kind, or has no header row (C001, D001, D002, D041).
    """
    path = table_path(table, root)
    hold_inside(path, root, f"The table “{table.file}”")
    return read_file(table, path)


def read_file(table: DataTable, path: Path) -> Sheet:
    """Return the columns and rows of a file that lies anywhere, read as a table is.

    Raises:
        InputError: it cannot be read, is of an unknown kind, or has no header row (C001, D001,
            D002).
    """
    if table.content is not None:
        form = _file_form(table)
        return sheet_of_lines(path, _lines(path, table.content, form), form.header)
    try:
        status = path.stat()
    except OSError as error:
        message = f"The table’s file cannot be read: {reason_of(error)}."
        remedy = "Name its file under [data] in catalog.toml."
        near = listing(path.parent).files if path.parent.is_dir() else ()
        names = {each.stem: each.name for each in near if each.suffix.lower() in _KINDS}
        if "\\" in str(table.file):
            remedy = "Write / in place of each backslash."
        elif meant := nearest(path.stem, names):
            remedy = f"Did you mean “{names[meant]}”? {remedy}"
        raise InputError([Finding(Place(str(path)), "D001", message, remedy)]) from error
    return _read(path, _file_form(table), status.st_mtime_ns, status.st_size)


def table_path(table: DataTable, root: Path | None) -> Path:
    """Return the path of a table's file in a catalogue's folder."""
    return (root or Path()) / (table.file or "")


@dataclass(frozen=True, slots=True)
class _FileForm:
    """The catalogue's settings for the form of a table's file."""

    sheet: str | None
    header: int
    delimiter: str | None
    quoted: bool


def _file_form(table: DataTable) -> _FileForm:
    delimiter = _SIGNS[table.delimiter] if table.delimiter else None
    return _FileForm(table.sheet, table.header or 0, delimiter, table.quotes == "double")


@functools.lru_cache(maxsize=32)
def _read(path: Path, form: _FileForm, *_stamp: int) -> Sheet:
    """Read a file once for as long as its time and size stay the same."""
    return sheet_of_lines(path, _lines(path, read_bytes(path, FILE_LIMIT), form), form.header)


def _lines(path: Path, data: bytes, form: _FileForm) -> Iterable[_Line]:
    kind = path.suffix.lower()
    if kind in (".csv", ".tsv") or (form.delimiter and kind not in _TYPED):
        delimiter = form.delimiter or ("\t" if kind == ".tsv" else None)
        return delimited_lines(path, data, delimiter, form.quoted)
    if kind == ".xlsx":
        # lxml is loaded for it.
        from guidepub.tables.workbooks import workbook_lines

        return workbook_lines(path, data, form.sheet)
    if kind == ".parquet":
        return parquet_lines(path, data)
    if kind == ".json":
        return json_lines(path, data)
    remedy = f"Known: {', '.join(_KINDS)}; others must name their delimiter."
    if kind in _OTHER_SHEETS:
        remedy = "Save it as .xlsx or .csv, and name that file."
    raise table_fault(path, f"“{kind}” is not a kind of table.", remedy)


def sheet_of_lines(path: Path, lines: Iterable[_Line], first: int = 0) -> Sheet:
    """Return the columns and rows of lines, of which the one numbered `first` names the columns.

    Raises:
        InputError: no line does so, a row has too many cells or a character that no book can
            carry, or there are too many of them (C001).
    """
    rows: list[Row] = []
    header: list[str] | None = None
    for number, line in lines:
        if number < first:
            continue
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
            message = f"The row has {len(cells)} cells, but the first row {len(header)}."
            remedy = "Put cells with commas in quotes."
            if len(header) == 1 and not re.search(r"\d", "".join(map(_text, cells))):
                # A title above the table, or what a spreadsheet writes for itself: sep=,
                remedy = f"If line {number} names the columns, say so in catalog.toml: header = {number}."
            raise table_fault(path, message, remedy, number)
        if len(rows) == MOST_ROWS or (len(rows) + 1) * len(header) > MOST_CELLS:
            message = f"The table has more than {MOST_ROWS:,} rows or {MOST_CELLS:,} cells."
            raise table_fault(path, message, "Keep only what the guides use.")
        cells += [""] * (len(header) - len(cells))
        rows.append(Row(number, dict(zip(header, cells, strict=True))))
    if header is None:
        raise table_fault(path, "The table is empty.", "Name the columns in its first row.")
    return Sheet(tuple(header), tuple(rows))


def _refuse_characters(path: Path, cells: Sequence[str | Cell], line: int) -> None:
    """Refuse a line with a character that no book can carry, or that is invisible.

    Raises:
        InputError: a cell holds one (C001).
    """
    for place, cell in enumerate(cells, 1):
        text = _text(cell)
        if text.isascii() and text.isprintable():
            continue
        if (found := next(forbidden(text), None)) is not None:
            message = f"Cell {place} has the character {found[2]}, which no book can contain."
            raise table_fault(path, message, "Delete it.", line)
        if (found := next(misplaced(text), None)) is not None:
            message = f"Cell {place} has the invisible character {found[2]}."
            raise table_fault(path, message, "Delete it.", line)


def _header(path: Path, cells: list[str], number: int) -> list[str]:
    if len(cells) > MOST_COLUMNS:
        message = f"The table has more than {MOST_COLUMNS} columns."
        raise table_fault(path, message, "Keep only what the guides use.", number)
    if len(set(cells)) != len(cells) or not all(cells):
        message = "The first row must name each column once."
        if twice := next((cell for cell in cells if cell and cells.count(cell) > 1), ""):
            message = f"The column “{twice}” occurs twice in the first row."
        elif "" in cells:
            message = f"Column {cells.index('') + 1} has no name in the first row."
        raise table_fault(path, message, "Give each column a name of its own.", number)
    return cells


def _text(cell: str | Cell) -> str:
    return cell.text if isinstance(cell, Cell) else cell
