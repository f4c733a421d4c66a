"""Data tables by name: CSV, TSV and, with the `data` extra, XLSX and Parquet."""

from __future__ import annotations

import csv
import functools
import io
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

from guidepub.files import is_within, read_bytes, read_text
from guidepub.findings import Finding, InputError, Place
from guidepub.model import DataTable

_LIMIT = 32 * 1024 * 1024
_MAX_ROWS = 200_000

Row = Mapping[str, str]


def read_table(table: DataTable, root: Path | None) -> tuple[Row, ...]:
    """Return a table's rows, each a mapping of column to text.

    Raises:
        InputError: the file lies outside the catalogue, cannot be read, is of an unknown
            kind, or has no header row (C001, D001, D002, D041).
    """
    path = (root or Path()) / table.file
    if root is None or not is_within(path, root):
        message = f"The table “{table.file}” lies outside the catalogue."
        raise InputError([Finding(Place(str(path)), "D041", message)])
    try:
        status = path.stat()
    except OSError as error:
        message = f"The table’s file cannot be read: {error.strerror}."
        raise InputError([Finding(Place(str(path)), "D001", message)]) from error
    return _read(path, status.st_mtime_ns, status.st_size)


@functools.lru_cache(maxsize=32)
def _read(path: Path, *_stamp: int) -> tuple[Row, ...]:
    """Read a file once for as long as its time and size stay the same."""
    kind = path.suffix.lower()
    lines: Iterable[list[str]]
    if kind in (".csv", ".tsv"):
        text = read_text(path, _LIMIT)
        lines = csv.reader(io.StringIO(text, newline=""), delimiter="\t" if kind == ".tsv" else ",")
    elif kind == ".xlsx":
        lines = _read_workbook(path)
    elif kind == ".parquet":
        lines = _read_parquet(path)
    else:
        raise _fault(path, f"“{kind}” is no kind of table.", "Known: .csv, .tsv, .xlsx, .parquet.")
    try:
        return _rows(path, lines)
    except csv.Error as error:
        raise _fault(path, f"The table cannot be read: {error}.") from error


def _rows(path: Path, lines: Iterable[list[str]]) -> tuple[Row, ...]:
    rows: list[Row] = []
    header: list[str] | None = None
    for number, line in enumerate(lines, 1):
        cells = [cell.strip() for cell in line]
        if not any(cells):
            continue
        if header is None:
            header = cells
            if len(set(header)) != len(header) or not all(header):
                raise _fault(path, "The first row must name each column once.", line=number)
            continue
        if len(cells) > len(header):
            message = f"The row has {len(cells)} cells, the first row {len(header)}."
            raise _fault(path, message, "Put cells with commas in quotes.", number)
        if len(rows) == _MAX_ROWS:
            raise _fault(path, f"The table has over {_MAX_ROWS} rows.")
        cells += [""] * (len(header) - len(cells))
        rows.append(MappingProxyType(dict(zip(header, cells, strict=True))))
    if header is None:
        raise _fault(path, "The table is empty.")
    return tuple(rows)


def _read_workbook(path: Path) -> Iterable[list[str]]:
    try:
        import openpyxl
    except ImportError as error:
        raise _fault(
            path, "XLSX tables need an extra.", "Run: pip install guidepub[data]"
        ) from error
    data = io.BytesIO(read_bytes(path, _LIMIT))
    try:
        book = openpyxl.load_workbook(data, read_only=True, data_only=True)
        lines = [
            ["" if cell is None else str(cell) for cell in row]
            for row in book.worksheets[0].iter_rows(values_only=True, max_row=_MAX_ROWS + 2)
        ]
        book.close()
    except Exception as error:
        raise _fault(path, f"The workbook cannot be read: {error}.") from error
    return lines


def _read_parquet(path: Path) -> Iterable[list[str]]:
    try:
        from pyarrow import parquet
    except ImportError as error:
        raise _fault(
            path, "Parquet tables need an extra.", "Run: pip install guidepub[data]"
        ) from error
    try:
        table = parquet.read_table(io.BytesIO(read_bytes(path, _LIMIT)))
        columns = [column.to_pylist() for column in table.columns]
    except Exception as error:
        raise _fault(path, f"The Parquet file cannot be read: {error}.") from error
    rows = [
        ["" if cell is None else str(cell) for cell in row] for row in zip(*columns, strict=True)
    ]
    return [list(table.column_names), *rows]


def _fault(path: Path, message: str, remedy: str = "", line: int = 0) -> InputError:
    return InputError([Finding(Place(str(path), line), "C001", message, remedy)])
