"""SQL over a catalogue's tables, by DuckDB. The only module that knows it.

The engine is closed in: it sees the tables that it is given and nothing else, no file, no
network, no extension and no variable of Python; it has one thread, so that rows come in one
order, and a limit on memory and on time.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from guidepub.tables.cells import Cell, cell_of
from guidepub.tables.faults import MOST_ROWS, table_fault
from guidepub.tables.typed import TypedTable

if TYPE_CHECKING:
    import duckdb

AS_WRITTEN = "_as_written"
"""Suffix of a table's name for the same table with all cells as texts, including codes."""

SECONDS = 30.0
"""Wall time for one query."""

_SETTINGS: Mapping[str, str] = MappingProxyType(
    {
        "enable_external_access": "false",
        "autoinstall_known_extensions": "false",
        "autoload_known_extensions": "false",
        "allow_community_extensions": "false",
        "python_enable_replacements": "false",
        "temp_directory": "",
        "memory_limit": "1GB",
        "threads": "1",
    }
)
# Texts in quotes, and remarks.
_QUOTED = re.compile(r"'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|--[^\n]*|/\*.*?\*/", re.S)
# Functions with another result each time, which would make books irreproducible.
_FICKLE = re.compile(
    r"\b(?:current_(?:date|time|timestamp)|localtime|localtimestamp|tablesample|using\s+sample"
    r"|(?:random|setseed|uuid|uuidv4|uuidv7|gen_random_uuid|now|today|age|nextval|currval|version"
    r"|get_current_(?:time|timestamp)|current_local(?:time|timestamp)|transaction_timestamp"
    r"|current_(?:setting|connection_id|query|query_id|transaction_id))\s*\()",
    re.I,
)
_MOST_DECIMALS = 18


def names_in(sql: str, names: Sequence[str]) -> tuple[str, ...]:
    """Return those of some tables whose names are in a query, whatever they stand for there."""
    return tuple(
        name
        for name in names
        if re.search(rf"(?<!\w){re.escape(name)}(?:{AS_WRITTEN})?(?!\w)", sql, re.I)
    )


def queried(
    sql: str, tables: Sequence[TypedTable], path: Path
) -> Iterator[tuple[int, Sequence[str | Cell]]]:
    """Yield the names of a query's columns, numbered 0, then its rows, numbered from 1.

    A column of numbers is one in SQL, where a code is NULL; other columns are texts.

    Args:
        sql: one SELECT.
        tables: the tables that it may name.
        path: the catalogue's file, for findings.

    Raises:
        InputError: the query is wrong, is not a SELECT, answers otherwise each time, takes too
            long or too much memory, or DuckDB is missing (C001).
    """
    try:
        import duckdb
    except ImportError as error:
        remedy = "Run: pip install 'guidepub[data]'"
        raise table_fault(path, "Tables by SQL need an extra.", remedy) from error
    if fickle := _FICKLE.search(_QUOTED.sub(" ", sql)):
        message = f"A query cannot use “{fickle[0]}”, which changes each time."
        raise table_fault(path, message, "Write the value itself.")
    try:
        with duckdb.connect(":memory:", config=dict(_SETTINGS)) as engine:
            engine.execute("SET lock_configuration = true")
            for table in tables:
                _register(engine, table)
            yield from _answer(engine, _select(duckdb, sql, path), path)
    except duckdb.InterruptException as error:
        message = f"The query takes longer than {SECONDS:g} seconds."
        raise table_fault(path, message, "Ask for less.") from error
    except duckdb.Error as error:
        reason = str(error).partition("\n\nLINE ")[0]
        raise table_fault(path, f"The query cannot be run: {reason}.", "Fix its sql.") from error


def _select(duckdb: Any, sql: str, path: Path) -> Any:
    statements = duckdb.extract_statements(sql)
    if len(statements) != 1 or statements[0].type != duckdb.StatementType.SELECT:
        raise table_fault(path, "A table’s sql is one SELECT.", "Leave out everything else.")
    return statements[0]


def _answer(
    engine: duckdb.DuckDBPyConnection, statement: Any, path: Path
) -> Iterator[tuple[int, Sequence[str | Cell]]]:
    clock = threading.Timer(SECONDS, engine.interrupt)
    clock.daemon = True
    clock.start()
    try:
        engine.execute(statement)
        rows = engine.fetchmany(MOST_ROWS + 1)
    finally:
        clock.cancel()
    columns = [str(column[0]) for column in engine.description or ()]
    if len(rows) > MOST_ROWS:
        message = f"The query returns more than {MOST_ROWS:,} rows."
        raise table_fault(path, message, "Ask for less.")
    yield 0, columns
    for number, row in enumerate(rows, 1):
        yield (
            number,
            [_cell(value, column, path) for value, column in zip(row, columns, strict=True)],
        )


def _cell(value: object, column: str, path: Path) -> str | Cell:
    if isinstance(value, (dict, list, tuple, bytes)):
        message = f"The query’s column “{column}” has lists or bytes, which a cell cannot have."
        raise table_fault(path, message, "Use a column for each of its parts.")
    return cell_of(value)


def _register(engine: duckdb.DuckDBPyConnection, table: TypedTable) -> None:
    """Give the engine a table under its name, and its cells as they are written."""
    values = {column: _values(table, column) for column in table.columns}
    _create(engine, table.name, values)
    written = {column: ("VARCHAR", [row.texts[column] for row in table.rows])
               for column in table.columns}  # fmt: skip
    _create(engine, table.name + AS_WRITTEN, written)


def _create(
    engine: duckdb.DuckDBPyConnection,
    name: str,
    columns: Mapping[str, tuple[str, Sequence[str | None]]],
) -> None:
    columns_with_types = ", ".join(
        f"{_identifier(column)} {kind}" for column, (kind, _) in columns.items()
    )
    engine.execute(f"CREATE TABLE {_identifier(name)} ({columns_with_types})")
    lists = ", ".join(f"unnest(?::VARCHAR[])::{kind}" for kind, _ in columns.values())
    engine.execute(
        f"INSERT INTO {_identifier(name)} SELECT {lists}",
        [list(values) for _, values in columns.values()],
    )


def _values(table: TypedTable, column: str) -> tuple[str, Sequence[str | None]]:
    """Return the type of a column in SQL, and what it holds as texts of that type."""
    found = [row[column].value for row in table.rows]
    if not table.is_numeric(column):
        return "VARCHAR", [None if value is None else str(value) for value in found]
    numbers = [value if isinstance(value, Decimal) else None for value in found]
    decimals = max((_decimals(number) for number in numbers if number is not None), default=0)
    kind = f"DECIMAL(38, {min(decimals, _MOST_DECIMALS)})"
    return kind, [None if number is None else f"{number:f}" for number in numbers]


def _decimals(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _identifier(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
