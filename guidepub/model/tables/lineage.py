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

# A book prints a few dozen figures; a much larger number is an attempt to exhaust the reader.
_MOST = 2000
_LONGEST = 8000


class TableFile(Model):
    """The file of a table as it was: its path in the catalogue, its hash, and how it is read.

    `language` is that of its numbers. With `sql` it is not a file but a query over files; the hash
    then covers the query and the files, and `made_of` are the tables that it reads.
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
        """Return whether it is a certain file, by its content, its name, or one of some table names."""
        own = self.sha256 == digest or self.name in names or PurePath(self.file).name == name
        return not self.sql and own


class Lineage(Model):
    """The cell that a fact's figure was taken from, and how.

    `row` is the line in the file, from 1; it was found by the texts of `key` in their columns and
    the condition `where`. `text` is the content of the cell, and `scale` what its figure was
    multiplied by. `asked` is the key that had no row, if the row of its broad group was used;
    `instead_of` is the column that had no figure, if another was used. A figure `is_worked_out` if
    it is not a cell's own, but a sum or a difference.

    For a list of cells in several rows, `rows` is their number, `row` the first, and `digest` a
    fingerprint of their texts (`digest_of`); if `column` is empty, it is only their number.
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
        """What was done to the figure before it was printed, in words; usually nothing."""
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

    `fact` is empty for the bar of a chart of a table, and for what a template prints directly from
    its row; `printed` is empty for a list of cells, which the table has.
    """

    fact: str = ""
    printed: str
    unit: str = ""
    lineage: Lineage


def key_in_words(key: Mapping[str, str]) -> str:
    """Return a key in words, as in `OCC_CODE = 31-2011`."""
    return " and ".join(f"{column} = {text}" for column, text in key.items())


def digest_of(texts: Iterable[str]) -> str:
    """Return a fingerprint of texts in order: sixteen hexadecimal digits."""
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
    """Return the figures in properties; anything in another form is ignored."""
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
