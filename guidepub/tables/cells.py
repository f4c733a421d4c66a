"""The content of a data table: rows of cells by column, each with its line."""

from __future__ import annotations

import datetime
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType

# Decimal digits that a binary fraction of 64 bits holds for sure.
_PRECISION = 15


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a file that knows kinds of values, as a workbook does.

    `text` is what it shows, a number in plain digits. `number` and `beside` (`%`, or the sign
    of a currency) are what it shows as a number; `fault` says why it is none, or why it is
    nothing at all where it `is_broken`.
    """

    text: str
    number: Decimal | None = None
    beside: str = ""
    fault: str = ""
    is_broken: bool = False


class Row(Mapping[str, str]):
    """A row of a table: the text of each column's cell, and the line that it begins on.

    Lines count from 1, in a workbook as it numbers its rows.
    """

    __slots__ = ("_cells", "line")

    def __init__(self, line: int, cells: dict[str, str | Cell]) -> None:
        self.line = line
        self._cells = MappingProxyType(cells)

    def __getitem__(self, column: str) -> str:
        value = self._cells[column]
        return value.text if isinstance(value, Cell) else value

    def __iter__(self) -> Iterator[str]:
        return iter(self._cells)

    def __len__(self) -> int:
        return len(self._cells)

    def cell(self, column: str) -> Cell:
        """Return a column's cell; one of a text file knows no kind."""
        value = self._cells[column]
        return value if isinstance(value, Cell) else Cell(value)


def cell_of(value: object) -> str | Cell:
    """Return the cell of a value that a file gives with its kind, with nothing said of its form."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return Cell("TRUE" if value else "FALSE", fault="it is a yes or no")
    if isinstance(value, (datetime.date, datetime.time, datetime.timedelta)):
        return Cell(_moment(value), fault="it is a date or a time")
    if isinstance(value, (int, Decimal)):
        return numbered(Decimal(value))
    if isinstance(value, float):
        return numbered(exact(value)) if math.isfinite(value) else ""
    return str(value)


def exact(value: float, digits: int = _PRECISION) -> Decimal:
    """Return a finite number without the digits that binary fractions add; whole ones stay whole."""
    if value == int(value):
        return Decimal(int(value))
    return Decimal(format(value, f".{digits}g"))


def numbered(number: Decimal) -> str | Cell:
    """Return the cell of a number, an empty one where it is none (NaN)."""
    return Cell(f"{number:f}", number) if number.is_finite() else ""


def _moment(value: object) -> str:
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        value = value.date()
    return str(value)
