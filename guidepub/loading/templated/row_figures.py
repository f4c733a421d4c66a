"""The cells of a row and its lists from which a template took what it prints."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from guidepub.loading.templated.given import Given
from guidepub.loading.templated.templates import ForEach
from guidepub.model import Fact, Lineage, PrintedFigure
from guidepub.model.tables.lineage import digest_of
from guidepub.tables import DataRow, TypedTable
from guidepub.templating.reads import Read
from guidepub.templating.texts import Noted


class _Rows(NamedTuple):
    """Rows that a template is given under one name, and how they are found again."""

    table: TypedTable
    rows: Sequence[DataRow]
    key: Mapping[str, str]
    where: str


class RowCells:
    """The cells of a row and its lists, found by what a template was given of them."""

    def __init__(self, given: Given, source: ForEach) -> None:
        # Equal mappings may belong to different rows, so each is known by its identity.
        self._rows_by_value: dict[int, _Rows] = {}
        if key := _key(given.row):
            own = _Rows(given.row.table, (given.row,), key, "")
            self._rows_by_value[id(given.values["row"])] = own
        for name, (table, rows) in given.lists.items():
            related = source.lists[name]
            text = given.row.texts[related.own_column]
            found = _Rows(table, rows, {related.by: text}, related.where)
            values = given.values[name]
            assert isinstance(values, list)
            self._rows_by_value |= dict.fromkeys(map(id, (values, *values)), found)

    def traced(
        self, facts: Mapping[str, Fact], values: Mapping[str, Sequence[Noted]]
    ) -> dict[str, Fact]:
        """Return facts, each with the cells that its value comes from.

        Args:
            facts: all of a guide, by their names.
            values: what stands for the values of some of them.
        """
        traced = dict(facts)
        for name in values.keys() & facts.keys():
            if lineages := self._lineages(*values[name]):
                update = {"lineage": lineages[0], "other_cells": tuple(lineages[1:])}
                traced[name] = facts[name].model_copy(update=update)
        return traced

    def figures(self, values: Iterable[Noted]) -> tuple[PrintedFigure, ...]:
        """Return the printed figures among values, one for each cell that they come from.

        A row that no key finds has no cells here: they could not be found in a new release.
        """
        found: dict[tuple[object, ...], PrintedFigure] = {}
        for value in values:
            for cell in self._lineages(value):
                words = "" if cell.digest else value.words
                known = (words, cell.table.name, cell.row, cell.where, cell.column, cell.digest)
                found.setdefault(known, PrintedFigure(printed=words, lineage=cell))
        return tuple(found.values())

    def _lineages(self, *values: Noted) -> list[Lineage]:
        found: list[Lineage] = []
        for read in (read for value in values for read in value.reads):
            found += (cell for cell in self._lineages_of(read) if cell not in found)
        return found

    def _lineages_of(self, read: Read) -> Iterator[Lineage]:
        whole = self._rows_by_value.get(id(read.rows))
        named = [whole] if whole else [self._rows_by_value.get(id(row)) for row in read.rows]
        for rows in {id(each.rows): each for each in named if each is not None}.values():
            cell = _lineage(rows, read.field)
            yield cell.model_copy(update={"is_worked_out": read.is_worked_out})


def _key(row: DataRow) -> Mapping[str, str]:
    """Return the column and the text that find a row alone in its table, or nothing."""
    table = row.table
    for column in filter(None, (table.key, table.distinguishing_column)):
        text = row.texts[column]
        if text and len(table.rows_of(column, text)) == 1:
            return {column: text}
    return {}


def _lineage(rows: _Rows, column: str) -> Lineage:
    """Return the one cell of a column, or the cells of a list; without a column their number."""
    cells = [row.texts[column] for row in rows.rows] if column else []
    if column and len(cells) == 1:
        found = rows.rows[0].lineage(column, rows.key)
        return found.model_copy(update={"where": rows.where})
    return Lineage(
        table=rows.table.origin,
        row=rows.rows[0].line if rows.rows else 0,
        key=rows.key,
        where=rows.where,
        column=column,
        text=str(len(rows.rows)),
        rows=len(rows.rows),
        digest=digest_of(cells) if column else "",
    )
