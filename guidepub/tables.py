"""Data tables by name: CSV, TSV and, with the `data` extra, XLSX and Parquet."""

from __future__ import annotations

import csv
import functools
import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from guidepub.characters import FORBIDDEN
from guidepub.files import is_within, read_bytes, read_text
from guidepub.findings import Finding, InputError, Place
from guidepub.model import DataTable

_LIMIT = 32 * 1024 * 1024
# What a packed file may hold once it is unpacked.
_UNPACKED_LIMIT = 128 * 1024 * 1024
_MAX_COLUMNS = 200
_MAX_ROWS = 200_000
_MAX_CELLS = 2_000_000

Row = Mapping[str, str]
_Line = tuple[int, list[str]]
"""A row with the number of the line that it begins on."""


def read_table(table: DataTable, root: Path | None) -> tuple[Row, ...]:
    """Return a table's rows, each a mapping of column to text.

    Raises:
        InputError: the file lies outside the catalogue, cannot be read, is of an unknown
            kind, or has no header row (C001, D001, D002, D041).
    """
    path = (root or Path()) / table.file
    if root is None or not is_within(path, root):
        message = f"The table “{table.file}” lies outside the catalogue."
        remedy = "Copy it into the catalogue."
        raise InputError([Finding(Place(str(path)), "D041", message, remedy)])
    try:
        status = path.stat()
    except OSError as error:
        message = f"The table’s file cannot be read: {error.strerror}."
        remedy = "Name its file under [data] in catalog.toml."
        raise InputError([Finding(Place(str(path)), "D001", message, remedy)]) from error
    return _read(path, status.st_mtime_ns, status.st_size)


@functools.lru_cache(maxsize=32)
def _read(path: Path, *_stamp: int) -> tuple[Row, ...]:
    """Read a file once for as long as its time and size stay the same."""
    kind = path.suffix.lower()
    if kind in (".csv", ".tsv"):
        return _rows(path, _read_text(path, "\t" if kind == ".tsv" else ","))
    if kind == ".xlsx":
        return _rows(path, _read_workbook(path))
    if kind == ".parquet":
        return _rows(path, _read_parquet(path))
    raise _fault(path, f"“{kind}” is no kind of table.", "Known: .csv, .tsv, .xlsx, .parquet.")


def _rows(path: Path, lines: Iterable[_Line]) -> tuple[Row, ...]:
    rows: list[Row] = []
    header: list[str] | None = None
    for number, line in lines:
        cells = [cell.strip() for cell in line]
        if not any(cells):
            continue
        if any(FORBIDDEN.search(cell) for cell in cells):
            raise _fault(path, "A cell holds a character that no book can carry.", line=number)
        if header is None:
            header = _header(path, cells, number)
            continue
        while len(cells) > len(header) and not cells[-1]:
            cells.pop()
        if len(cells) > len(header):
            message = f"The row has {len(cells)} cells, the first row {len(header)}."
            raise _fault(path, message, "Put cells with commas in quotes.", number)
        if len(rows) == _MAX_ROWS or (len(rows) + 1) * len(header) > _MAX_CELLS:
            message = f"The table has over {_MAX_ROWS:,} rows or {_MAX_CELLS:,} cells."
            raise _fault(path, message, "Keep only what the guides use.")
        cells += [""] * (len(header) - len(cells))
        rows.append(MappingProxyType(dict(zip(header, cells, strict=True))))
    if header is None:
        raise _fault(path, "The table is empty.", "Name the columns in its first row.")
    return tuple(rows)


def _header(path: Path, cells: list[str], number: int) -> list[str]:
    if len(cells) > _MAX_COLUMNS:
        message = f"The table has over {_MAX_COLUMNS} columns."
        raise _fault(path, message, "Keep only what the guides use.", number)
    if len(set(cells)) != len(cells) or not all(cells):
        message = "The first row must name each column once."
        raise _fault(path, message, "Give each column a name of its own.", number)
    return cells


def _read_text(path: Path, delimiter: str) -> Iterator[_Line]:
    stream = io.StringIO(read_text(path, _LIMIT), newline="")
    # Strict, for a quote that is never closed would swallow all the rows below it.
    reader = csv.reader(stream, delimiter=delimiter, strict=True)
    line = 1
    try:
        for cells in reader:
            yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        message = f"The table cannot be read: {error}."
        raise _fault(path, message, "Close each quote; double one inside a cell.", line) from error


def _read_workbook(path: Path) -> Iterator[_Line]:
    try:
        import openpyxl
    except ImportError as error:
        raise _fault(
            path, "XLSX tables need an extra.", "Run: pip install guidepub[data]"
        ) from error
    data = io.BytesIO(read_bytes(path, _LIMIT))
    try:
        with zipfile.ZipFile(data) as archive:
            too_large = sum(entry.file_size for entry in archive.infolist()) > _UNPACKED_LIMIT
        if too_large:
            raise _fault(path, "The workbook is too large unpacked.")
        book = openpyxl.load_workbook(data, read_only=True, data_only=True)
        table = book.worksheets[0].iter_rows(
            values_only=True, max_row=_MAX_ROWS + 2, max_col=_MAX_COLUMNS + 1
        )
        for number, row in enumerate(table, 1):
            yield number, _texts(row)
        book.close()
    except InputError:
        raise
    except Exception as error:
        raise _fault(path, f"The workbook cannot be read: {error}.", "Save it again.") from error


def _read_parquet(path: Path) -> list[_Line]:
    try:
        from pyarrow import parquet
    except ImportError as error:
        raise _fault(
            path, "Parquet tables need an extra.", "Run: pip install guidepub[data]"
        ) from error
    data = io.BytesIO(read_bytes(path, _LIMIT))
    try:
        file = parquet.ParquetFile(data)
        about = file.metadata
        unpacked = sum(
            about.row_group(index).total_byte_size for index in range(about.num_row_groups)
        )
        if about.num_rows > _MAX_ROWS + 1 or unpacked > _UNPACKED_LIMIT:
            raise _fault(path, "The table is too large.", "Keep only what the guides use.")
        table = file.read()
        columns = [column.to_pylist() for column in table.columns]
    except InputError:
        raise
    except Exception as error:
        raise _fault(
            path, f"The Parquet file cannot be read: {error}.", "Save it again."
        ) from error
    rows = [list(table.column_names), *(_texts(row) for row in zip(*columns, strict=True))]
    return list(enumerate(rows, 1))


def _texts(row: Iterable[object]) -> list[str]:
    """Return cells as texts, without the empty ones that a spreadsheet keeps at the end."""
    cells = ["" if cell is None else str(cell) for cell in row]
    while cells and not cells[-1]:
        cells.pop()
    return cells


def _fault(path: Path, message: str, remedy: str = "", line: int = 0) -> InputError:
    return InputError([Finding(Place(str(path), line), "C001", message, remedy)])
