"""Where a printed figure comes from: a cell of a table, and what was done to it."""

from __future__ import annotations

import json
from collections.abc import Container, Iterable, Iterator, Mapping
from pathlib import PurePath
from typing import Annotated, Any, Literal

from pydantic import Field, ValidationError

from guidepub.files import sha256
from guidepub.model.tables.data import Delimiter, Quotes
from guidepub.model.validation.frozen import Model

Standing = Literal["value", "empty", "suppressed", "hourly-only", "top"]
"""What a cell of a table holds: a value; nothing; a code for a figure that is not published, at
all or since pay is by the hour; or one for its amount or more."""

# A book prints some dozens of figures; whoever claims more wants to keep a machine busy.
_MOST = 2000
_LONGEST = 8000


class TableFile(Model):
    """The file of a table as it was: where it lay in the catalogue, its hash, how it is read.

    `language` is that in which its numbers are written. With `sql` it is no file but a query over
    files, the hash that of the query with theirs, and `made_of` are the tables that it asks.
    """

    name: str
    file: str
    sha256: str
    sheet: str | None = None
    header: int | None = None
    delimiter: Delimiter | None = None
    quotes: Quotes = "double"
    language: str = "en-US"
    sql: str = ""
    made_of: tuple[TableFile, ...] = ()

    def is_of(self, name: str, digest: str, names: Container[str]) -> bool:
        """Return whether it is a file by its content, its name, or one of some names of tables."""
        own = self.sha256 == digest or self.name in names or PurePath(self.file).name == name
        return not self.sql and own


class Lineage(Model):
    """The cell that a fact's figure was taken from, and the rule by which it was.

    `row` is the line in the file, from 1; it was found by the texts of `key` in their columns
    and the condition `where`. `text` is what the cell has, and `scale` what its figure was
    multiplied by. `asked` is the key that had no row, where the row of its broad group was
    taken; `instead_of` the column that had no figure, where another was. A figure `is_worked_out`
    where it is no cell's own: a sum or a difference.

    Of a list of cells in several rows `rows` is how many there are, `row` the first, and `digest`
    a fingerprint of their texts (`digest_of`); with an empty `column` it is their number alone.
    """

    table: TableFile
    row: Annotated[int, Field(ge=0)]
    key: Mapping[str, str]
    where: str = ""
    column: str
    text: str
    standing: Standing = "value"
    scale: int = 1
    asked: Mapping[str, str] = {}
    instead_of: str = ""
    is_worked_out: bool = False
    rows: Annotated[int, Field(ge=0)] | None = None
    digest: str = ""

    @property
    def rule(self) -> str:
        """What was done so that the figure could be printed, in words; mostly nothing."""
        parts = []
        if self.asked:
            parts.append(f"broad group for {key_in_words(self.asked)}")
        if self.instead_of:
            parts.append(f"instead of {self.instead_of}")
        if self.standing != "value":
            parts.append(f"{self.standing} “{self.text}”")
        elif self.scale != 1:
            parts.append(f"times {self.scale}")
        if self.is_worked_out:
            parts.append("worked out")
        if self.rows is not None:
            parts.append("the cells of a list" if self.column else "how many rows there are")
        return "; ".join(parts)


class PrintedFigure(Model):
    """A figure that a book prints: the fact, what it prints, its unit, and its cell.

    `fact` is empty for a bar of a chart of a table, and for what a template prints straight from
    its row; `printed` is for a list of cells, which its table has.
    """

    fact: str = ""
    printed: str
    unit: str = ""
    lineage: Lineage


def key_in_words(key: Mapping[str, str]) -> str:
    """Return the texts of a key by their columns, as in `OCC_CODE = 31-2011`."""
    return " and ".join(f"{column} = {text}" for column, text in key.items())


def digest_of(texts: Iterable[str]) -> str:
    """Return a fingerprint of texts in their order: sixteen hexadecimal digits."""
    return sha256("\n".join(texts).encode())[:16]


def written_figures(figures: Iterable[PrintedFigure]) -> Iterator[tuple[str, str]]:
    """Yield figures and, once each, the tables' files as properties of JSON, by their names."""
    tables: dict[TableFile, None] = {}
    for figure in figures:
        if figure.lineage.table not in tables:
            tables[figure.lineage.table] = None
            yield "table", _json(figure.lineage.table.model_dump(exclude_defaults=True))
        stated = figure.model_dump(exclude_defaults=True, exclude={"lineage"})
        cell = figure.lineage.model_dump(exclude_defaults=True, exclude={"table"})
        number = list(tables).index(figure.lineage.table)
        yield "figure", _json({**stated, "table": number, **cell})


def read_figures(properties: Iterable[tuple[str, str]]) -> tuple[PrintedFigure, ...]:
    """Return the figures that properties state; what is not written so is passed over."""
    tables: list[TableFile | None] = []
    figures: list[PrintedFigure] = []
    for name, text in properties:
        if name not in ("figure", "table") or len(figures) + len(tables) >= _MOST:
            continue
        data = _read(text)
        if name == "table":
            tables.append(_table(data))
        elif (figure := _figure(data, tables)) is not None:
            figures.append(figure)
    return tuple(figures)


def _json(data: Mapping[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _read(text: str) -> dict[str, Any]:
    try:
        data = json.loads(text) if len(text) <= _LONGEST else None
    except (ValueError, RecursionError):
        return {}
    return data if isinstance(data, dict) else {}


def _table(data: Mapping[str, Any]) -> TableFile | None:
    try:
        return TableFile.of_data(data)
    except ValidationError:
        return None


def _figure(data: dict[str, Any], tables: list[TableFile | None]) -> PrintedFigure | None:
    number = data.pop("table", None)
    if not isinstance(number, int) or not 0 <= number < len(tables) or tables[number] is None:
        return None
    stated: dict[str, object] = {
        key: data.pop(key) for key in ("fact", "printed", "unit") if key in data
    }
    try:
        lineage = Lineage.of_data({**data, "table": tables[number]})
        return PrintedFigure.of_data({**stated, "lineage": lineage})
    except ValidationError:
        return None
