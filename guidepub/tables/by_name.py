"""A catalogue's tables by name: from a file, or by a query over others of them."""

from __future__ import annotations

import functools
from dataclasses import replace
from pathlib import Path, PurePath

from guidepub.files import hash_file, sha256
from guidepub.findings import Finding, InputError, Place, did_you_mean
from guidepub.model import CATALOG_FILE, Catalog, DataTable, TableFile
from guidepub.tables.cells import Cell, cell_of
from guidepub.tables.faults import table_fault
from guidepub.tables.querying import names_in, queried
from guidepub.tables.reading import Sheet, read_file, read_sheet, sheet_of_lines, table_path
from guidepub.tables.typed import TypedTable


def typed_table(catalog: Catalog, name: str) -> TypedTable:
    """Return a table of a catalogue, read once for as long as its files stay the same.

    Raises:
        KeyError: the catalogue has no such table.
        InputError: it cannot be read, lacks a column that the catalogue names for it, or its
            query is wrong (C001 and others, as `read_sheet`).
    """
    return _table(catalog, name, ())


def table_named(catalog: Catalog, name: str, place: Place) -> TypedTable:
    """Return a table of a catalogue that is asked for at a place.

    Raises:
        InputError: there is none of that name (C001), or as `typed_table`.
    """
    if name not in catalog.data:
        raise InputError([no_table(catalog, name, place)])
    return typed_table(catalog, name)


def no_table(catalog: Catalog, name: str, place: Place) -> Finding:
    """Return the finding for a place that asks for a table which the catalogue has not."""
    message = f"The catalogue has no data table “{name}”."
    remedy = did_you_mean(name, catalog.data) or "Name it under [data]."
    return Finding(place, "C001", message, remedy)


def table_rows(catalog: Catalog, name: str) -> Sheet:
    """Return the cells of a table of a catalogue.

    Raises:
        KeyError: the catalogue has no such table.
        InputError: as `typed_table`.
    """
    declared = _declared(catalog, name)
    if _is_on_disk(declared):
        return read_sheet(declared, catalog.root)
    return typed_table(catalog, name).cells


def table_files(catalog: Catalog, name: str) -> tuple[Path, ...]:
    """Return the files that a table of a catalogue is made of: its own, or those of a query.

    Raises:
        KeyError: the catalogue has no such table.
    """
    named = {name}
    waiting = [name]
    while waiting:
        sql = _declared(catalog, waiting.pop()).sql
        for other in names_in(sql, tuple(catalog.data)) if sql else ():
            if other not in named:
                named.add(other)
                waiting.append(other)
    tables = (_declared(catalog, each) for each in sorted(named))
    files = (table_path(table, catalog.root) for table in tables if _is_on_disk(table))
    return tuple(dict.fromkeys(files))


def table_place(catalog: Catalog, name: str) -> Path:
    """Return the file in which faults of a table are reported: its own, or the catalogue's.

    Rows that are made in Python have none; their faults name the table.
    """
    declared = _declared(catalog, name)
    if declared.rows is not None:
        return Path(name)
    if declared.sql is None:
        return table_path(declared, catalog.root)
    return (catalog.root or Path()) / CATALOG_FILE


def table_of_file(name: str, declared: DataTable, path: Path, language: str) -> TypedTable:
    """Return the table of a file that lies anywhere, read as a catalogue would read it.

    Raises:
        InputError: as `typed_table`.
    """
    return _table_in_file(
        name, read_file(declared, path), declared.model_dump_json(), path, language
    )


def _table(catalog: Catalog, name: str, above: tuple[str, ...]) -> TypedTable:
    declared, path = _declared(catalog, name), table_place(catalog, name)
    language = declared.language or catalog.defaults.language
    if _is_on_disk(declared):
        sheet = read_sheet(declared, catalog.root)
        return _table_in_file(name, sheet, declared.model_dump_json(), path, language)
    if declared.sql is None:
        return _table_in_python(name, declared.sha256, _ById(declared), path, language)
    if name in above:
        message = f"The query of the table “{name}” refers to the table itself."
        raise table_fault(path, message, "Use only other tables in it.")
    others = names_in(declared.sql, [each for each in catalog.data if each != name])
    inputs = tuple(_table(catalog, other, (*above, name)) for other in others)
    return _table_of_query(name, declared.model_dump_json(), inputs, path, language)


def _declared(catalog: Catalog, name: str) -> DataTable:
    """Return a table as it is declared; a guide may name a file of text that nothing declares.

    Raises:
        KeyError: the catalogue has no such table.
    """
    if name not in catalog.data and is_text_file(name):
        return DataTable(file=name)
    return catalog.data[name]


def is_text_file(name: str) -> bool:
    """Return whether a name is that of a file which needs no declaration to be read as a table."""
    return PurePath(name).suffix.lower() in (".csv", ".tsv")


def _is_on_disk(declared: DataTable) -> bool:
    return declared.file is not None and declared.content is None


class _ById:
    """A declaration that was made in Python, and is equal to itself alone."""

    def __init__(self, declared: DataTable) -> None:
        self.declared = declared

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _ById) and other.declared is self.declared

    def __hash__(self) -> int:
        return id(self.declared)


@functools.lru_cache(maxsize=32)
def _table_in_python(name: str, digest: str, given: _ById, path: Path, language: str) -> TypedTable:
    declared = given.declared
    if declared.rows is None:
        sheet = read_file(declared, path)
    else:
        rows: list[tuple[int, list[str | Cell]]] = [(0, list(declared.rows.columns))]
        for line, row in enumerate(declared.rows.rows, 1):
            rows.append((line, [cell_of(value) for value in row]))
        sheet = sheet_of_lines(path, rows)
    origin = TableFile(name=name, file=declared.file or "", sha256=digest, language=language)
    return TypedTable(declared, path, sheet, origin)


@functools.lru_cache(maxsize=32)
def _table_in_file(name: str, sheet: Sheet, declared: str, path: Path, language: str) -> TypedTable:
    table = DataTable.model_validate_json(declared)
    origin = TableFile(
        name=name, file=table.file or "", sha256=hash_file(path) or "", sheet=table.sheet,
        header=table.header, delimiter=table.delimiter, quotes=table.quotes, language=language,
    )  # fmt: skip
    return TypedTable(table, path, sheet, origin)


def _in_table(name: str, finding: Finding) -> Finding:
    """Return a finding on a query's answer under its table's name: all are in one file."""
    place = finding.place
    row = f", row {place.line}" if place.line else ""
    message = f"Table “{name}”{row}: {finding.message}"
    return replace(finding, place=Place(place.path), message=message)


@functools.lru_cache(maxsize=32)
def _table_of_query(
    name: str, declared: str, inputs: tuple[TypedTable, ...], path: Path, language: str
) -> TypedTable:
    table = DataTable.model_validate_json(declared)
    assert table.sql is not None
    try:
        sheet = sheet_of_lines(path, queried(table.sql, inputs, path))
    except InputError as error:
        raise InputError(_in_table(name, finding) for finding in error.findings) from error
    hashes = (f"{each.origin.name} {each.origin.sha256}" for each in inputs)
    origin = TableFile(
        name=name, file=", ".join(each.origin.file for each in inputs), sql=table.sql,
        sha256=sha256("\n".join([table.sql, *hashes]).encode()), language=language,
        made_of=tuple(each for table in inputs for each in (table.origin.made_of or [table.origin])),
    )  # fmt: skip
    return TypedTable(table, path, sheet, origin)
