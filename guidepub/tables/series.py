"""The figures of a table that a chart draws, each from a cell that can be read in one way only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice
from pathlib import Path
from types import MappingProxyType

from guidepub.figures.locales import notation
from guidepub.figures.numbers import Number, NumberError, in_unit, read_number
from guidepub.findings import Finding, InputError, Place
from guidepub.model import Catalog, Lineage
from guidepub.tables.by_name import table_place, table_rows, typed_table
from guidepub.tables.cells import Cell, Row
from guidepub.tables.choosing import conditions, skipped
from guidepub.tables.faults import table_fault

# More faults of one column than these add nothing new.
_MOST_FAULTS = 20
_SAVE = "Fix it, and save the workbook with its results."
# Bars that no book has room for.
_MOST_BARS = 500
# A figure beyond this is a slip, and would fill a line with digits.
_LARGEST = Decimal(10) ** 15
# Source: the notes in each workbook of the Occupational Employment and Wage Statistics, such as
# national_M2024_dl.xlsx of the U.S. Bureau of Labor Statistics.
_MARKS: Mapping[str, str] = MappingProxyType(
    {
        "*": "that a wage estimate is not available",
        "**": "that an employment estimate is not available",
        "#": "a wage at or above the highest that is published",
        "~": "a share of less than half a percent",
    }
)


@dataclass(frozen=True, slots=True)
class Point:
    """A row as a chart draws it: its name, its figure, and the row itself."""

    label: str
    value: Decimal
    row: Row


def chart_points(options: Mapping[str, str], catalog: Catalog, language: str) -> tuple[Point, ...]:
    """Return the points of a chart of a table whose columns are known to be there.

    Numbers are read in the table's own language; without one in the guide's or, where all
    of them are written so, in the catalogue's.

    Raises:
        InputError: the table cannot be used, no row is left to draw, or a cell is not a number, is
            broken, or can be read in two ways (C001, with the table's file and line).
    """
    table = catalog.data[options["table"]]
    path = table_place(catalog, options["table"])
    asked = conditions(options.get("where", ""))
    skip = skipped(options.get("skip", ""))
    everything = table_rows(catalog, options["table"]).rows
    rows = [
        row
        for row in everything
        if all(condition.holds(row) for condition in asked)
        and (row[options["value"]] not in skip or row.cell(options["value"]).is_broken)
    ]
    if len(rows) > _MOST_BARS:
        message = f"{len(rows):,} rows of the table are left for a chart of at most {_MOST_BARS}."
        raise table_fault(path, message, "Choose some of them with :where:.")
    faults = [
        # A row may seem not to be asked for since a cell of it is broken.
        *broken_cells(everything, [condition.column for condition in asked], path),
        *broken_cells(rows, [options["label"]], path),
        *_unlabelled(rows, options["label"], path),
    ]
    if not rows and not faults:
        message = "No row of the table is left for the chart to draw."
        raise table_fault(path, message, "Check its :where: and :skip:.")
    column = _Column(rows, options["value"], options["unit"], path)
    scale = table.rule(options["value"]).scale
    values: list[Decimal] = []
    try:
        values = column.values(_languages(table.language, language, catalog.defaults.language))
    except InputError as error:
        faults += error.findings
    if faults:
        raise InputError(islice(faults, _MOST_FAULTS))
    return tuple(
        Point(row[options["label"]], value * scale, row)
        for row, value in zip(rows, values, strict=True)
    )


def lineage_of_point(point: Point, options: Mapping[str, str], catalog: Catalog) -> Lineage:
    """Return from which cell the figure of a point comes."""
    table = typed_table(catalog, options["table"])
    label, column = options["label"], options["value"]
    return Lineage(
        table=table.origin, row=point.row.line, key={label: point.row[label]},
        where=options.get("where", ""), column=column, text=point.row[column],
        scale=table.rule(column).scale,
    )  # fmt: skip


def broken_cells(rows: Sequence[Row], columns: Sequence[str], path: Path) -> Iterator[Finding]:
    """Yield a finding for each cell of some columns that its spreadsheet could not work out."""
    for row in rows:
        for column in columns:
            cell = row.cell(column)
            if cell.is_broken:
                yield _finding(path, row, column, cell, cell.fault, _SAVE)


def columns_asked(options: Mapping[str, str]) -> tuple[str, ...]:
    """Return the columns that a chart of a table names in its options."""
    named = filter(None, (options.get(name, "") for name in ("label", "value", "level")))
    chosen = (condition.column for condition in conditions(options.get("where", "")))
    return (*named, *chosen)


def _languages(own: str | None, guide: str, catalog: str) -> Sequence[str]:
    """Return the languages that a table may be written in, one for each way to write numbers."""
    ways: dict[object, str] = {}
    for language in [own] if own else [guide, catalog]:
        signs = notation(language)
        ways.setdefault((signs.decimal, signs.group, signs.currency_group), language)
    return list(ways.values())


def _unlabelled(rows: Sequence[Row], column: str, path: Path) -> Iterator[Finding]:
    for row in rows:
        cell = row.cell(column)
        if not cell.text and not cell.is_broken:
            yield _finding(path, row, column, cell, "a bar needs a name", "Fill it in.")


def _finding(path: Path, row: Row, column: str, cell: Cell, reason: str, remedy: str) -> Finding:
    shown = f"“{cell.text}”" if cell.text else "The cell"
    message = f"{shown} in the column “{column}” cannot be used: {reason}."
    return Finding(Place(str(path), row.line), "C001", message, remedy)


def _other_form(text: str, language: str) -> str:
    """Return a language that reads a text which this one does not, or an empty string.

    It sets the other decimal sign; English and German stand for all that do.
    """
    other = "de" if notation(language).decimal == "." else "en"
    return other if _is_read(text, other) and not _is_read(text, language) else ""


def _is_read(text: str, language: str) -> bool:
    try:
        read_number(text, language)
    except NumberError:
        return False
    return True


class _Column:
    """The cells of a chart's rows that must be numbers of one unit."""

    def __init__(self, rows: Sequence[Row], name: str, unit: str, path: Path) -> None:
        self._name, self._unit, self._path = name, unit, path
        self._cells = [(row, row.cell(name)) for row in rows]
        marks = {cell.text for _, cell in self._cells if cell.number is None}
        self._marks = " ".join(sorted(marks & _MARKS.keys()))
        kinds = {cell.beside == "%" for _, cell in self._cells if cell.number is not None}
        self._is_mixed = unit == "percent" and len(kinds) > 1

    def values(self, languages: Sequence[str]) -> list[Decimal]:
        """Return the cells' values in the first language that reads them all.

        Raises:
            InputError: none does, or two read them and differ.
        """
        readings = [self._read(language) for language in languages]
        whole = [values for values, faults in readings if not faults]
        if not whole:
            fewest: list[Finding] = min((faults for _, faults in readings), key=len)
            raise InputError(fewest)
        if len(whole) > 1 and whole[0] != whole[1]:
            raise InputError([self._ambiguity(languages, *whole)])
        return whole[0]

    def _read(self, language: str) -> tuple[list[Decimal], list[Finding]]:
        values, faults = [], []
        for row, cell in self._cells:
            try:
                values.append(self._value(cell, language))
            except NumberError as error:
                remedy = error.remedy
                if other := _other_form(cell.text, language):
                    how = (
                        f'say in catalog.toml how the table is written, as in language = "{other}".'
                    )
                    remedy = f"{remedy.removesuffix('.')}, or {how}"
                faults.append(_finding(self._path, row, self._name, cell, error.reason, remedy))
        return values, faults

    def _value(self, cell: Cell, language: str) -> Decimal:
        if cell.text in _MARKS and cell.number is None:
            reason = f"it is not a number; as a mark of the BLS it means {_MARKS[cell.text]}"
            remedy = (
                f"Leave rows with marks out by “:skip: {self._marks}”, or choose rows with :where:."
            )
            raise NumberError(reason, remedy)
        if cell.fault:
            remedy = "Format the cell as a number, or choose other rows with :where:."
            if cell.is_broken:
                remedy = _SAVE
            raise NumberError(cell.fault, remedy)
        if not cell.text:
            remedy = "Fill it in, or leave such rows out with “:skip: empty”."
            raise NumberError("it is empty", remedy)
        if cell.number is None:
            value = in_unit(read_number(cell.text, language), self._unit, language)
        elif self._is_mixed and cell.beside != "%":
            reason = "other cells of the column are formatted as percentages, but this one is not"
            raise NumberError(reason, "Use the same format for all.")
        else:
            value = in_unit(Number(cell.number, cell.beside), self._unit, language)
        if abs(value) > _LARGEST:
            raise NumberError("it is too large for a book", "Write at most 15 digits.")
        return value

    def _ambiguity(
        self, languages: Sequence[str], one: Sequence[Decimal], other: Sequence[Decimal]
    ) -> Finding:
        index = next(index for index, value in enumerate(one) if value != other[index])
        row, cell = self._cells[index]
        reason = f"it means {one[index]} in {languages[0]}, but {other[index]} in {languages[1]}"
        remedy = f'State in catalog.toml how the table is written: language = "{languages[0]}".'
        return _finding(self._path, row, self._name, cell, reason, remedy)
