"""The figures and words of finished books that a new table makes untrue, by the files alone.

Each file says in its mark from which cells they were taken. A cell that reads otherwise in the
new table, or is not there, recalls what was printed from it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

from guidepub.checks.opening.finding_files import finished_files
from guidepub.checks.text.holding import marks_of, places_of
from guidepub.figures.numbers import NumberError
from guidepub.files import hash_file
from guidepub.files.folders import Paths
from guidepub.findings import Finding
from guidepub.findings.errors import UsageError
from guidepub.model import DataTable, Lineage, Mark, PrintedFigure, TableFile
from guidepub.model.tables.lineage import digest_of, key_in_words
from guidepub.tables import Cell, DataRow, TypedTable, number_of, table_of_file


@dataclass(frozen=True, slots=True)
class RecalledFigure:
    """A figure of a finished file that is no longer true.

    `now` is what the new table has in its cell, and `change` by how much that is more, in the
    cell's own unit; None where either is not a number. `reason` says in words how it has changed
    or that it is gone. `places` are the pages or documents on which the figure stands.
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

    `files` are the finished files that were read, `looked_at` the figures in them that come from
    the table; `findings` report what could not be read. `queried` are the guides with figures of
    queries over the table, which cannot be looked up.
    """

    figures: tuple[RecalledFigure, ...]
    files: int
    looked_at: int
    findings: tuple[Finding, ...] = ()
    queried: tuple[str, ...] = ()

    @property
    def guides(self) -> tuple[str, ...]:
        """The guides of which books must be made again, by their slugs in order."""
        return tuple(sorted({each.guide for each in self.figures}))


def recall(old: Path, new: Path, paths: Paths, sheet: str | None = None) -> Recall:
    """Return the figures of finished files that a new version of a table makes untrue.

    Args:
        old: the table that books were made from. A figure comes from it where its content is the
            same, or the name of its file or of its table in the catalogue.
        new: the table that takes its place; it is read as the old one was.
        paths: finished files, and folders of them.
        sheet: the sheet of the new workbook, where it has another name.

    Raises:
        UsageError: a path is not there, or no figure of the files comes from the old table.
        InputError: the new table cannot be read (C001, D001, D002).
    """
    found = finished_files(paths)
    marks = {file: mark for file, mark in marks_of(found.files).items() if mark.figures}
    is_of = _test_for_old_table(old, marks)
    ours = [
        (file, figure)
        for file, mark in marks.items()
        for figure in mark.figures
        if is_of(figure.lineage.table)
    ]
    queried = {
        mark.guide or file.stem
        for file, mark in marks.items()
        if any(any(map(is_of, figure.lineage.table.made_of)) for figure in mark.figures)
    }
    if not ours and not queried:
        message = f"No figure of the {len(found.files)} files is known to come from {old}."
        raise UsageError(f"{message} Name the table that they were made from.")
    releases = _Releases(old, new, sheet)
    recalled = [
        replace(recalled, file=file, guide=marks[file].guide or file.stem)
        for file, figure in ours
        for recalled in releases.recalled(figure)
    ]
    return Recall(
        _placed(recalled),
        len(found.files),
        len(ours),
        tuple(found.findings),
        tuple(sorted(queried)),
    )


def replaced(table: TableFile, sheet: str | None) -> TableFile:
    """Return the settings by which a new version of a table is read, without its digest."""
    update = {"sha256": ""} | ({"sheet": sheet} if sheet else {})
    return table.model_copy(update=update)


def _test_for_old_table(old: Path, marks: Mapping[Path, Mark]) -> Callable[[TableFile], bool]:
    """Return a function that returns whether a table named in a file is the old one."""
    digest = hash_file(old)
    if digest is None:
        raise UsageError(f"There is no file “{old}”.")
    tables = {figure.lineage.table for mark in marks.values() for figure in mark.figures}
    tables |= {each for table in tables for each in table.made_of}
    names = {table.name for table in tables if table.sha256 == digest}
    return lambda table: table.is_of(old.name, digest, names)


class _Releases:
    """The old table and the new one, read in each way that the files state for theirs."""

    def __init__(self, old: Path, new: Path, sheet: str | None) -> None:
        self._old, self._new, self._sheet = old, new, sheet
        self._tables: dict[TableFile, TypedTable] = {}

    def recalled(self, figure: PrintedFigure) -> list[RecalledFigure]:
        """Return a figure that is no longer true, or the words of its list that are not."""
        origin = figure.lineage.table
        asked = replaced(origin, self._sheet)
        if asked not in self._tables:
            self._tables[asked] = _table(asked, self._new)
        recalled = _recalled(figure, self._tables[asked])
        if recalled is None:
            return []
        is_compared = recalled.change is not None and figure.lineage.digest
        words = self._words(recalled, self._tables[asked]) if is_compared else []
        return words or [recalled]

    def _words(self, recalled: RecalledFigure, new: TypedTable) -> list[RecalledFigure]:
        """Return the cells of a list that the new table lacks, where the file names the old one."""
        cell = recalled.figure.lineage
        if cell.table not in self._tables:
            self._tables[cell.table] = _table(cell.table, self._old)
        before = _texts(self._tables[cell.table], cell)
        after = _texts(new, cell)
        if digest_of(before) != cell.digest:
            return []
        same = len(before) == len(after)
        gone = [
            replace(
                recalled,
                figure=recalled.figure.model_copy(update={"printed": text}),
                now=after[number] if same else "",
                change=None,
            )
            for number, text in enumerate(before)
            if text not in after
        ]
        return list({each.figure.printed: each for each in gone}.values())


def _texts(table: TypedTable, cell: Lineage) -> list[str]:
    return [row.texts[cell.column] for row in _rows(table, cell.key, cell.where)]


def _table(origin: TableFile, file: Path) -> TypedTable:
    declared = DataTable(
        file=str(file), sheet=origin.sheet, header=origin.header,
        delimiter=origin.delimiter, quotes=origin.quotes,
    )  # fmt: skip
    return table_of_file(origin.name, declared, file, origin.language)


def _recalled(figure: PrintedFigure, table: TypedTable) -> RecalledFigure | None:
    """Return a figure with the reason why a table makes it untrue, or None where it is true."""
    cell = figure.lineage
    recalled = RecalledFigure(Path(), "", figure, "")
    asked = filter(None, (*cell.key, cell.column))
    lacking = next((name for name in asked if name not in table.columns), None)
    if lacking is not None:
        return replace(recalled, reason=f"the new table has no column “{lacking}”")
    if cell.asked and _rows(table, cell.asked, cell.where):
        reason = f"the new table has a row for {key_in_words(cell.asked)} itself"
        return replace(recalled, reason=reason)
    rows = _rows(table, cell.key, cell.where)
    if cell.rows is not None:
        return _recalled_list(recalled, rows)
    if len(rows) != 1:
        count = f"{len(rows)} rows" if rows else "no row"
        return replace(recalled, reason=f"the new table has {count} for {key_in_words(cell.key)}")
    if cell.instead_of in table.columns and _number(rows[0].cell(cell.instead_of), table):
        reason = f"the new table has a figure in the column “{cell.instead_of}”"
        return replace(recalled, reason=reason)
    return _recalled_cell(recalled, rows[0], table)


def _recalled_list(recalled: RecalledFigure, rows: Sequence[DataRow]) -> RecalledFigure | None:
    cell = recalled.figure.lineage
    if cell.digest and digest_of(row.texts[cell.column] for row in rows) == cell.digest:
        return None
    before, now = cell.rows or 0, len(rows)
    if before == now and not cell.digest:
        return None
    reason = f"the new table has {now} rows for {key_in_words(cell.key)}, not {before}"
    if before == now:
        reason = "a cell of the list has changed, or their order"
    return replace(recalled, reason=reason, now=str(now), change=Decimal(now - before))


def _recalled_cell(
    recalled: RecalledFigure, row: DataRow, table: TypedTable
) -> RecalledFigure | None:
    now = row.cell(recalled.figure.lineage.column)
    if now.text == recalled.figure.lineage.text:
        return None
    before, after = _number(Cell(recalled.figure.lineage.text), table), _number(now, table)
    change = None if before is None or after is None else after - before
    if change == 0:
        return None
    return replace(recalled, reason="the cell has changed", now=now.text, change=change)


def _rows(table: TypedTable, key: Mapping[str, str], where: str) -> tuple[DataRow, ...]:
    found = table.find(key)
    return table.where(where, found) if where else found


def _number(cell: Cell, table: TypedTable) -> Decimal | None:
    try:
        return number_of(cell, table.language).value
    except NumberError:
        return None


def _placed(figures: Sequence[RecalledFigure]) -> tuple[RecalledFigure, ...]:
    """Return the figures, each with the pages or documents on which it stands."""
    texts: dict[Path, dict[str, None]] = {}
    for each in figures:
        texts.setdefault(each.file, {})[each.figure.printed] = None
    places = places_of({file: list(found) for file, found in texts.items()})

    def found() -> Iterator[RecalledFigure]:
        for each in figures:
            number = list(texts[each.file]).index(each.figure.printed)
            yield replace(each, places=places[each.file][number])

    return tuple(found())
