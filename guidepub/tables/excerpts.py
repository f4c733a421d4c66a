"""The rows and columns of a data table that a guide prints as a table: chosen, ordered, named."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from operator import itemgetter

from guidepub.figures.units import is_unit, unit_remedy
from guidepub.findings import did_you_mean
from guidepub.model import Catalog
from guidepub.tables.by_name import typed_table
from guidepub.tables.faults import table_fault
from guidepub.tables.typed import DataRow, Datum, TypedTable
from guidepub.words.sorting import sort_key

# A larger table is of no use in a book.
_MOST_ROWS = 400
_MOST_COLUMNS = 10
_ORDER = re.compile(r"(?P<column>.+?)(?:\s+(?P<way>rising|falling))?")


@dataclass(frozen=True, slots=True)
class ExcerptColumn:
    """A column of a table as it is printed: its head, and the unit of its figures, if it has any."""

    name: str
    head: str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The printed part of a table: its columns, and its rows in order."""

    table: TypedTable
    columns: tuple[ExcerptColumn, ...]
    rows: tuple[DataRow, ...]

    def cells(self) -> list[list[Datum]]:
        """Return the cells of each row, those of columns with a unit as figures of it.

        Raises:
            InputError: one is broken, or holds no figure and no code for one (C001).
        """
        return [[_cell(row, column) for column in self.columns] for row in self.rows]


def table_asked(options: Mapping[str, str]) -> str | None:
    """Return the name of the table, or of the file, that a directive prints; None without one."""
    return options.get("table", options.get("file"))


def excerpt(options: Mapping[str, str], catalog: Catalog, language: str) -> Excerpt:
    """Return the part of its table that a directive's options choose.

    Texts are ordered as a language does; rows without a figure come last in either direction.

    Raises:
        KeyError: the catalogue has no such table.
        InputError: the table cannot be used, has no such column, or too much or nothing of it
            is chosen (C001).
    """
    table = typed_table(catalog, table_asked(options) or "")
    columns = _columns(options, table)
    rows = list(table.where(options["where"]) if "where" in options else table.rows)
    if "order" in options:
        rows = _ordered(rows, options["order"], table, columns, language)
    rows = rows[: int(options.get("most", len(rows)))]
    if not rows:
        raise table_fault(table.file, "No row of the table is left to print.", "Look at :where:.")
    if len(rows) > _MOST_ROWS:
        message = f"{len(rows):,} rows of the table are left; at most {_MOST_ROWS} can be printed."
        raise table_fault(
            table.file, message, "Choose some with :where:, or the first with :most:."
        )
    return Excerpt(table, columns, tuple(rows))


def _columns(options: Mapping[str, str], table: TypedTable) -> tuple[ExcerptColumn, ...]:
    """Return the columns that are asked for, by default all, with their heads and units."""
    units = dict(_parted(part, table) for part in _parts(options.get("units", "")))
    for unit in units.values():
        if not is_unit(unit):
            raise table_fault(table.file, f"“{unit}” is not a unit.", unit_remedy(unit))
    asked = [_headed(part, table) for part in _parts(options.get("columns", ""))]
    asked = asked or [(name, name) for name in table.columns]
    if len(asked) > _MOST_COLUMNS:
        message = f"{len(asked)} columns are listed; there is room for at most {_MOST_COLUMNS}."
        raise table_fault(table.file, message, "Choose some with :columns: A | B | C.")
    names = [name for name, _ in asked]
    for name in units:
        if name not in names:
            message = f"There is a unit for the column “{name}”, which is not printed."
            raise table_fault(table.file, message, did_you_mean(name, names))
    return tuple(ExcerptColumn(name, head, units.get(name, "")) for name, head in asked)


def _parts(option: str) -> list[str]:
    return [part.strip() for part in option.split("|") if part.strip()]


def _headed(part: str, table: TypedTable) -> tuple[str, str]:
    """Return the column of `Median pay = A_MEDIAN` and its head, which by default is its name."""
    head, is_named, name = part.rpartition("=")
    if part in table.columns or not is_named:
        head, name = part, part
    table.check_column(name.strip())
    return name.strip(), head.strip()


def _parted(part: str, table: TypedTable) -> tuple[str, str]:
    """Return the column and the unit of `A_MEDIAN = USD/year`."""
    name, is_parted, unit = part.rpartition("=")
    if not is_parted:
        message = f"“{part}” does not set the unit of a column."
        raise table_fault(
            table.file, message, "Write :units: A_MEDIAN = USD/year | TOT_EMP = jobs."
        )
    table.check_column(name.strip())
    return name.strip(), unit.strip()


def _ordered(
    rows: Sequence[DataRow],
    order: str,
    table: TypedTable,
    columns: Sequence[ExcerptColumn],
    language: str,
) -> list[DataRow]:
    match = _ORDER.fullmatch(order)
    assert match is not None, "an option has a value"
    column = order if order in table.columns else match["column"]
    falling = column != order and match["way"] == "falling"
    table.check_column(column)
    printed = {each.name: each for each in columns}.get(column, ExcerptColumn(column, column))
    if not printed.unit and not table.is_numeric(column):
        return sorted(rows, key=lambda row: sort_key(row.texts[column], language), reverse=falling)
    values = [(row, _value(row, printed)) for row in rows]
    known = [(value, row) for row, value in values if value is not None]
    known.sort(key=itemgetter(0), reverse=falling)
    return [*(row for _, row in known), *(row for row, value in values if value is None)]


def _value(row: DataRow, column: ExcerptColumn) -> Decimal | None:
    """Return what a row is ordered by: its figure, or the least that it may be."""
    datum = _cell(row, column)
    return datum.value if isinstance(datum.value, Decimal) else datum.least


def _cell(row: DataRow, column: ExcerptColumn) -> Datum:
    datum = row[column.name]
    if not column.unit or datum.standing != "value":
        return datum
    return replace(datum, value=row.table.figure(row, column.name, column.unit))
