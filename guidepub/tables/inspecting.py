"""The content of a table, column by column, and cells that look like slips."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase

from guidepub.figures.numbers import NumberError
from guidepub.findings import Finding, Place, Severity
from guidepub.model import Catalog
from guidepub.tables.by_name import typed_table
from guidepub.tables.cells import Cell
from guidepub.tables.typed import TypedTable, number_of

# Of so many cells some may differ before a column is no longer one of numbers.
_MOSTLY = 0.8
_NAMED = 5


@dataclass(frozen=True, slots=True)
class ColumnContent:
    """The counts of a column's cells by content. `kind` is `number`, `text` or `empty`."""

    name: str
    kind: str
    values: int
    empty: int
    withheld: int
    top: int


def columns_of(table: TypedTable) -> tuple[ColumnContent, ...]:
    """Return the content of each column of a table.

    Raises:
        InputError: a cell is broken, or is not a number in a column that is said to hold them
            (C001).
    """
    return tuple(_column(table, name) for name in table.columns)


def table_findings(catalog: Catalog, name: str) -> Iterator[Finding]:
    """Yield warnings on a table of a catalogue: keys, codes and patterns that look like slips.

    Raises:
        InputError: the table cannot be read (C001 and others).
    """
    table, declared = typed_table(catalog, name), catalog.data[name]
    place = Place(str(table.file))
    for pattern in declared.columns:
        if not any(fnmatchcase(column, pattern) for column in table.columns):
            message = f"No column of the table “{name}” matches “{pattern}”."
            yield _warning(place, message, "Correct it in catalog.toml.")
    if table.key is not None:
        yield from _key_findings(table, table.key)
    for column in table.columns:
        yield from _strays(table, column)


def _column(table: TypedTable, name: str) -> ColumnContent:
    standings = Counter(row[name].standing for row in table.rows)
    kind = "number" if table.is_numeric(name) else "text" if standings["value"] else "empty"
    withheld = standings["suppressed"] + standings["hourly-only"]
    return ColumnContent(
        name, kind, standings["value"], standings["empty"], withheld, standings["top"]
    )


def _key_findings(table: TypedTable, key: str) -> Iterator[Finding]:
    seen: dict[str, int] = {}
    for row in table.rows:
        text = row.texts[key]
        if not text:
            message = f"The row has nothing in the key column “{key}”."
            yield _warning(row.place, message, "Fill it in: no fact can find the row.")
        elif text in seen:
            message = f"The key “{text}” is in line {seen[text]}, too."
            yield _warning(row.place, message, "Facts have to choose a row with where.")
        seen.setdefault(text, row.line)


def _strays(table: TypedTable, column: str) -> Iterator[Finding]:
    """Report what keeps a column from being one of numbers, where nearly all of it is."""
    if table.is_numeric(column) or table.rule(column).kind == "text":
        return
    rows = [row for row in table.rows if row[column].standing == "value"]
    signs = [_sign(row.cell(column), table.language) for row in rows]
    found = Counter(sign for sign in signs if sign is not None).most_common(1)
    usual = found[0][0] if found else ""
    strays: dict[str, int] = {}
    for row, sign in zip(rows, signs, strict=True):
        if sign != usual:
            strays.setdefault(row[column].text, row.line)
    numbers = signs.count(usual)
    if numbers < len(rows) and numbers >= _MOSTLY * len(rows):
        named = ", ".join(f"“{text}” (line {line})" for text, line in list(strays.items())[:_NAMED])
        message = f"The column “{column}” has numbers, but also {named}."
        remedy = "Fix them, or name them in catalog.toml as suppressed or top."
        yield _warning(Place(str(table.file), min(strays.values())), message, remedy)


def _sign(cell: Cell, language: str) -> str | None:
    """Return the sign next to a cell's number, or None where it holds none."""
    try:
        return number_of(cell, language).beside
    except NumberError:
        return None


def _warning(place: Place, message: str, remedy: str) -> Finding:
    return Finding(place, "D062", message, remedy, Severity.WARNING)
