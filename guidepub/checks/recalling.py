"""Which figures of finished books a new table makes untrue, told by the files alone.

Each file says in its mark from which cells its figures were taken. A cell that reads otherwise
in the new table, or is not there, recalls what was printed of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

from guidepub.checks.finding_files import finished_files
from guidepub.checks.text.holding import marks_of, places_of
from guidepub.figures.numbers import NumberError
from guidepub.files import hash_file
from guidepub.files.folders import Paths
from guidepub.findings import Finding
from guidepub.findings.errors import UsageError
from guidepub.model import DataTable, Mark, PrintedFigure, TableFile
from guidepub.model.lineage import said_key
from guidepub.tables import Cell, DataRow, TypedTable, number_of, table_of_file


@dataclass(frozen=True, slots=True)
class RecalledFigure:
    """A figure of a finished file that is no longer true.

    `now` is what the new table has in its cell, and `change` by how much that is more, in the
    cell's own unit; None where either is no number. `reason` says in words what has become of
    the cell. `places` are the pages or documents on which the figure stands.
    """

    file: Path
    guide: str
    figure: PrintedFigure
    reason: str
    now: str = ""
    change: Decimal | None = None
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Recall:
    """What a new table recalls: figures in the order of the files, and how much was looked at.

    `files` are the finished files that were read, `looked_at` the figures in them that are of
    the table; `findings` tell of what could not be read.
    """

    figures: tuple[RecalledFigure, ...]
    files: int
    looked_at: int
    findings: tuple[Finding, ...] = ()

    @property
    def guides(self) -> tuple[str, ...]:
        """The guides of which books must be made anew, by their slugs in order."""
        return tuple(sorted({each.guide for each in self.figures}))


def recall(old: Path, new: Path, paths: Paths, sheet: str | None = None) -> Recall:
    """Return the figures of finished files that a new version of a table makes untrue.

    Args:
        old: the table that books were made from. A figure is of it where its content is the
            same, or the name of its file or of its table in the catalogue.
        new: the table that takes its place; it is read as the old one was.
        paths: finished files, and folders of them.
        sheet: the sheet of the new workbook, where it is called otherwise.

    Raises:
        UsageError: a path is not there, or no figure of the files is of the old table.
        InputError: the new table cannot be read (C001, D001, D002).
    """
    found = finished_files(paths)
    marks = {file: mark for file, mark in marks_of(found.files).items() if mark.figures}
    ours = _figures_of(old, marks)
    if not ours:
        message = f"No figure of the {len(found.files)} files is of {old}, as far as they tell."
        raise UsageError(f"{message} Name the table that they were made from.")
    # A table that is named in two ways is read in each of them.
    tables: dict[TableFile, TypedTable] = {}
    recalled = []
    for file, figure in ours:
        origin = replaced(figure.lineage.table, sheet)
        if origin not in tables:
            tables[origin] = _table(origin, new)
        told = _recalled(figure, tables[origin])
        if told is not None:
            recalled.append(replace(told, file=file, guide=marks[file].guide or file.stem))
    return Recall(_placed(recalled), len(found.files), len(ours), tuple(found.findings))


def replaced(table: TableFile, sheet: str | None) -> TableFile:
    """Return how a new version of a table is to be read, whatever its content."""
    update = {"sha256": ""} | ({"sheet": sheet} if sheet else {})
    return table.model_copy(update=update)


def _figures_of(old: Path, marks: Mapping[Path, Mark]) -> list[tuple[Path, PrintedFigure]]:
    digest = hash_file(old)
    if digest is None:
        raise UsageError(f"There is no file “{old}”.")
    # A query's answer has no key that the new table could be asked for.
    figures = [
        (file, figure)
        for file, mark in marks.items()
        for figure in mark.figures
        if not figure.lineage.table.sql
    ]
    tables = {figure.lineage.table for _, figure in figures}
    names = {table.name for table in tables if table.sha256 == digest}
    return [
        (file, figure)
        for file, figure in figures
        if figure.lineage.table.name in names or Path(figure.lineage.table.file).name == old.name
    ]


def _table(origin: TableFile, new: Path) -> TypedTable:
    declared = DataTable(
        file=str(new), sheet=origin.sheet, header=origin.header,
        delimiter=origin.delimiter, quotes=origin.quotes,
    )  # fmt: skip
    return table_of_file(origin.name, declared, new, origin.language)


def _recalled(figure: PrintedFigure, table: TypedTable) -> RecalledFigure | None:
    """Return why a figure is no longer true by a table, or None where it is."""
    cell = figure.lineage
    told = RecalledFigure(Path(), "", figure, "")
    lacking = next((name for name in (*cell.key, cell.column) if name not in table.columns), None)
    if lacking is not None:
        return replace(told, reason=f"the new table has no column “{lacking}”")
    if cell.asked and _rows(table, cell.asked, cell.where):
        reason = f"the new table has a row for {said_key(cell.asked)} itself"
        return replace(told, reason=reason)
    rows = _rows(table, cell.key, cell.where)
    if len(rows) != 1:
        count = f"{len(rows)} rows" if rows else "no row"
        return replace(told, reason=f"the new table has {count} for {said_key(cell.key)}")
    if cell.instead_of in table.columns and _number(rows[0].cell(cell.instead_of), table):
        reason = f"the new table has a figure in the column “{cell.instead_of}”"
        return replace(told, reason=reason)
    return _compared(told, rows[0], table)


def _compared(told: RecalledFigure, row: DataRow, table: TypedTable) -> RecalledFigure | None:
    now = row.cell(told.figure.lineage.column)
    if now.text == told.figure.lineage.text:
        return None
    before, after = _number(Cell(told.figure.lineage.text), table), _number(now, table)
    change = None if before is None or after is None else after - before
    if change == 0:
        return None
    return replace(told, reason="the cell has changed", now=now.text, change=change)


def _rows(table: TypedTable, key: Mapping[str, str], where: str) -> tuple[DataRow, ...]:
    found = table.find(key)
    return table.where(where, found) if where else found


def _number(cell: Cell, table: TypedTable) -> Decimal | None:
    try:
        return number_of(cell, table.language).value
    except NumberError:
        return None


def _placed(figures: Sequence[RecalledFigure]) -> tuple[RecalledFigure, ...]:
    """Return figures with the pages or documents on which they stand."""
    texts: dict[Path, dict[str, None]] = {}
    for each in figures:
        texts.setdefault(each.file, {})[each.figure.printed] = None
    places = places_of({file: list(found) for file, found in texts.items()})

    def found() -> Iterator[RecalledFigure]:
        for each in figures:
            number = list(texts[each.file]).index(each.figure.printed)
            yield replace(each, places=places[each.file][number])

    return tuple(found())
