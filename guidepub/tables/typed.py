"""A catalogue's table by name, its cells read by the catalogue's rules: numbers, texts, codes.

A code such as `*` is never taken for a figure: its cell has no value, and says why.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from guidepub.figures.numbers import Number, NumberError, in_unit, read_number
from guidepub.findings import Finding, InputError, Place, did_you_mean
from guidepub.model import EMPTY, ColumnRule, DataTable, Lineage, Standing, TableFile
from guidepub.tables.cells import Cell, Row
from guidepub.tables.choosing import conditions
from guidepub.tables.reading import Sheet

# Names with these are patterns of `[data.NAME.columns]`.
_PATTERN = re.compile(r"[*?\[]")


@dataclass(frozen=True, slots=True)
class Datum:
    """A cell as its catalogue's rules read it.

    `value` is a number, already multiplied by its column's scale, or a text; it is None unless
    the cell's `standing` is `value`. `least` is the amount of one that is `top`. `text` is what
    the file has, and `beside` the sign next to a number, such as `%`.
    """

    text: str
    value: Decimal | str | None = None
    standing: Standing = "value"
    least: Decimal | None = None
    beside: str = ""


class DataRow(Mapping[str, Datum]):
    """A row of a table: a datum for each column, and where the row stands."""

    __slots__ = ("_row", "table")

    def __init__(self, table: TypedTable, row: Row) -> None:
        self.table, self._row = table, row

    def __getitem__(self, column: str) -> Datum:
        """Return a column's datum.

        Raises:
            KeyError: the table has no such column.
            InputError: the cell is broken, or is not a number in a column of numbers (C001).
        """
        return self.table.datum(self._row, column)

    def __iter__(self) -> Iterator[str]:
        return iter(self.table.columns)

    def __len__(self) -> int:
        return len(self.table.columns)

    @property
    def line(self) -> int:
        """The number of its line in the file, from 1; in a workbook that of the row."""
        return self._row.line

    @property
    def place(self) -> Place:
        """Its file and line, for a finding; of a query's answer the catalogue's file."""
        return Place(str(self.table.file), 0 if self.table.origin.sql else self.line)

    @property
    def texts(self) -> Mapping[str, str]:
        """The texts of the file by column."""
        return self._row

    def cell(self, column: str) -> Cell:
        """Return a column's cell as the file has it."""
        return self._row.cell(column)

    def lineage(self, column: str, key: Mapping[str, str]) -> Lineage:
        """Return a column's cell as that from which a figure was taken, found by a key.

        Raises:
            KeyError, InputError: as for the cell's datum.
        """
        datum = self[column]
        return Lineage(
            table=self.table.origin, row=self.line, key=key, column=column, text=datum.text,
            standing=datum.standing, scale=self.table.rule(column).scale,
        )  # fmt: skip


class TypedTable:
    """A table of a catalogue: its columns, its rows, and the file that they come from.

    `origin` is that file as it was, and `cells` what it has. `file` is where faults are reported, for
    a query the catalogue's. `sheet` is that which the catalogue names, or an empty string.
    """

    def __init__(self, declared: DataTable, file: Path, sheet: Sheet, origin: TableFile) -> None:
        self.name, self.file, self.columns = origin.name, file, sheet.columns
        self.origin, self.cells = origin, sheet
        self.sheet, self.key, self.language = declared.sheet or "", declared.key, origin.language
        self.rows = tuple(DataRow(self, row) for row in sheet.rows)
        self._declared = declared
        self._rules = {column: declared.rule(column) for column in sheet.columns}
        named = (declared.key, declared.hourly_only, *declared.columns)
        for column in named:
            if column is not None and not _PATTERN.search(column):
                self.check_column(column)
        self._numeric: dict[str, bool] = {}
        self._by_key: dict[str, dict[str, tuple[DataRow, ...]]] = {}

    def where(
        self, condition: str, among: tuple[DataRow, ...] | None = None
    ) -> tuple[DataRow, ...]:
        """Return the rows, of all or of some, that meet a condition such as `group = detailed; code != 0 | 1`.

        Conditions are separated by semicolons and compare what the file has in a cell.

        Raises:
            InputError: the table has no such column (C001).
        """
        asked = conditions(condition)
        for each in asked:
            self.check_column(each.column)
        rows = self.rows if among is None else among
        return tuple(row for row in rows if all(each.holds(row.texts) for each in asked))

    def rows_of(self, column: str, text: str) -> tuple[DataRow, ...]:
        """Return the rows that have a text in a column.

        Raises:
            InputError: the table has no such column (C001).
        """
        self.check_column(column)
        if column not in self._by_key:
            index: dict[str, list[DataRow]] = {}
            for row in self.rows:
                index.setdefault(row.texts[column], []).append(row)
            self._by_key[column] = {key: tuple(rows) for key, rows in index.items()}
        return self._by_key[column].get(text, ())

    def find(self, key: Mapping[str, str]) -> tuple[DataRow, ...]:
        """Return the rows that have some texts in some columns, of which there is one or more.

        Raises:
            InputError: the table has no such column (C001).
        """
        (column, text), *others = key.items()
        found = self.rows_of(column, text)
        for column, text in others:
            self.check_column(column)
            found = tuple(row for row in found if row.texts[column] == text)
        return found

    @functools.cached_property
    def distinguishing_column(self) -> str | None:
        """The key, or else the first column, if its texts are all given and different; or None."""
        for column in (*filter(None, [self.key]), *self.columns):
            texts = [row.texts[column] for row in self.rows]
            if all(texts) and len(set(texts)) == len(texts) and not self.is_numeric(column):
                return column
        return None

    def check_column(self, column: str) -> None:
        """Refuse a column that the table lacks.

        Raises:
            InputError: it has no such column (C001).
        """
        if (fault := self.fault_of_column(column)) is not None:
            raise InputError([fault])

    def fault_of_column(self, column: str) -> Finding | None:
        """Return the finding for a column that the table lacks (C001), or None."""
        if column in self._rules:
            return None
        message = f"The table “{self.name}” has no column “{column}”."
        remedy = did_you_mean(column, self.columns)
        return Finding(Place(str(self.file)), "C001", message, remedy)

    def rule(self, column: str) -> ColumnRule:
        """Return the rule by which a column's cells are read."""
        return self._rules[column]

    def is_numeric(self, column: str) -> bool:
        """Return whether a column holds numbers: it is said to, or all its cells but codes are."""
        if column not in self._numeric:
            kind = self._rules[column].kind
            self._numeric[column] = kind == "number" if kind else self._seems_numeric(column)
        return self._numeric[column]

    def datum(self, row: Row, column: str) -> Datum:
        """Return a cell of a row; see `DataRow`."""
        cell, rule = row.cell(column), self._rules[column]
        if cell.is_broken:
            raise self.fault(row.line, column, cell.text, cell.fault, "Fix it, and save it again.")
        if cell.text in rule.top:
            return Datum(cell.text, None, "top", rule.top[cell.text])
        if is_suppressed(cell, rule):
            return Datum(cell.text, None, self._withheld(row))
        if not cell.text:
            return Datum("", None, "empty")
        if not self.is_numeric(column):
            return Datum(cell.text, cell.text)
        try:
            number = number_of(cell, self.language)
        except NumberError as error:
            raise self.number_fault(row.line, column, cell, error) from error
        return Datum(cell.text, number.value * rule.scale, beside=number.beside)

    def figure(self, row: DataRow, column: str, unit: str) -> Decimal:
        """Return the number of a cell that has one, as a figure of a unit.

        Raises:
            InputError: it is not a number, or is one of another unit (C001).
        """
        cell = row.cell(column)
        try:
            number = in_unit(number_of(cell, self.language), unit, self.language)
        except NumberError as error:
            raise self.number_fault(row.line, column, cell, error) from error
        return number * self._rules[column].scale

    def fault(self, line: int, column: str, text: str, reason: str, remedy: str) -> InputError:
        """Return the error of a cell that cannot be used (C001)."""
        where = f"sheet “{self.sheet}”, column “{column}”" if self.sheet else f"column “{column}”"
        place = Place(str(self.file), line)
        if self.origin.sql:
            where += f" of the table “{self.name}”, row {line},"
            place = Place(str(self.file))
        shown = f"“{text}” in the {where}" if text else f"The cell in the {where}"
        message = f"{shown} cannot be used: {reason}."
        return InputError([Finding(place, "C001", message, remedy)])

    def number_fault(self, line: int, column: str, cell: Cell, error: NumberError) -> InputError:
        """Return the error of a cell that is not a number where one is asked for (C001).

        Words in place of a figure may be a code that no rule names yet.
        """
        remedy = error.remedy
        is_words = not cell.fault and not any(sign.isdigit() for sign in cell.text)
        if is_words and not self.origin.sql:
            remedy += f" If “{cell.text}” says that none is published, add it to “suppressed” "
            remedy += f"under [data.{self.name}] in catalog.toml."
        return self.fault(line, column, cell.text, error.reason, remedy)

    def _withheld(self, row: Row) -> Standing:
        mark = self._declared.hourly_only
        return "hourly-only" if mark is not None and row[mark] else "suppressed"

    def _seems_numeric(self, column: str) -> bool:
        """Return whether there are numbers in a column, all of one unit, and nothing else."""
        rule = self._rules[column]
        signs: set[str] = set()
        for row in self.rows:
            cell = row.cell(column)
            if not cell.text or cell.text in rule.top or is_suppressed(cell, rule):
                continue
            try:
                signs.add(number_of(cell, self.language).beside)
            except NumberError:
                return False
        return len(signs) == 1


def is_suppressed(cell: Cell, rule: ColumnRule) -> bool:
    """Return whether a cell holds a code for a figure that is not published."""
    return (cell.text or EMPTY) in (rule.suppressed or ())


def number_of(cell: Cell, language: str) -> Number:
    """Return the number that a cell holds, written in a language unless its file knows kinds.

    Raises:
        NumberError: it holds none.
    """
    if cell.fault:
        raise NumberError(cell.fault, "Format the cell as a number.")
    if cell.number is not None:
        return Number(cell.number, cell.beside)
    return read_number(cell.text, language)
