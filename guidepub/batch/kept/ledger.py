"""The record of what was built, in a file next to the books: safe for two builds at once.

It only saves work. If it is lost, damaged or not ours, it is set aside and every book is built
again; if it cannot be written, the build goes on without it.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from guidepub.batch.kept.records import Record
from guidepub.files import make_folder, set_aside
from guidepub.findings import InputError
from guidepub.findings.errors import reason_of

LEDGER_FILE = ".guidepub.sqlite"

# "gdpb": distinguishes our file from others of its kind (https://sqlite.org/fileformat.html, 1.3.14).
_MARK = 0x67647062
_VERSION = 1
_PATIENCE = 30.0
_TABLES = (
    "CREATE TABLE records (slug TEXT, edition TEXT, origin TEXT, data TEXT,"
    " PRIMARY KEY (slug, edition)) WITHOUT ROWID",
    "CREATE TABLE failures (origin TEXT PRIMARY KEY) WITHOUT ROWID",
    f"PRAGMA application_id = {_MARK}",
    f"PRAGMA user_version = {_VERSION}",
)

Result = TypeVar("Result")


class Ledger:
    """The records of an output folder. Used by one thread.

    `path` is its file; `trouble` says why it cannot be used in this run, if so.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._connection: sqlite3.Connection | None = None
        self.trouble = ""

    def records(
        self, origins: frozenset[str] = frozenset(), slugs: frozenset[str] = frozenset()
    ) -> tuple[Record, ...]:
        """Return the records of some definitions or slugs."""

        def read(connection: sqlite3.Connection) -> list[Record]:
            rows = connection.execute("SELECT slug, origin, data FROM records")
            asked = (text for slug, origin, text in rows if slug in slugs or origin in origins)
            return list(_valid(asked))

        return tuple(self._ask(read) or ())

    def keep(self, records: Iterable[Record]) -> None:
        """Record outputs, replacing what was known about them: all of them or none."""
        rows = [
            (record.slug, _output(record), record.origin, record.model_dump_json())
            for record in records
        ]
        # A definition whose slug has changed has left its old outputs behind.
        stale = [(origin, slug) for slug, _, origin, _ in rows if origin]
        self._write(
            ("DELETE FROM records WHERE origin = ? AND slug <> ?", stale),
            ("INSERT OR REPLACE INTO records VALUES (?, ?, ?, ?)", rows),
        )

    def failures(self) -> frozenset[str]:
        """Return the books that failed in the last build, by `failure_name`."""
        sql = "SELECT origin FROM failures"
        found = self._ask(lambda connection: [str(row[0]) for row in connection.execute(sql)])
        return frozenset(found or ())

    def keep_failures(self, failures: Iterable[str]) -> None:
        """Record what failed. A guide without a file has no name to record."""
        rows = [(failure,) for failure in failures if failure]
        self._write(("INSERT OR REPLACE INTO failures VALUES (?)", rows))

    def forget_failures(self, failures: Iterable[str]) -> None:
        """Record that books were built, so that their definitions no longer count as failed."""
        names = [name for failure in failures for name in (failure, failed_origin(failure))]
        rows = [(name,) for name in sorted(self.failures().intersection(names))]
        self._write(("DELETE FROM failures WHERE origin = ?", rows))

    def close(self) -> None:
        """Close the file."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _write(self, *steps: tuple[str, Sequence[tuple[str, ...]]]) -> None:
        """Execute some statements, each with its rows: all of them or none."""

        def write(connection: sqlite3.Connection) -> bool:
            with _transaction(connection):
                for sql, rows in steps:
                    connection.executemany(sql, rows)
            return True

        if any(rows for _, rows in steps):
            self._ask(write, create=True)

    def _ask(
        self, question: Callable[[sqlite3.Connection], Result], create: bool = False
    ) -> Result | None:
        """Return the result of a query, or None if there is no usable database."""
        for _ in range(2):
            if self.trouble or not (self._connection or create or os.path.isfile(self.path)):
                return None
            try:
                return question(self._connected())
            except sqlite3.OperationalError as error:
                # Locked for too long, a full disk, or a folder that is not writable.
                self.trouble = reason_of(error)
            except (sqlite3.DatabaseError, _ForeignError):
                self._start_anew()
            except OSError as error:
                self.trouble = reason_of(error)
        return None

    def _connected(self) -> sqlite3.Connection:
        if self._connection is None:
            make_folder(self.path.parent)
            connection = sqlite3.connect(self.path, timeout=_PATIENCE, isolation_level=None)
            try:
                _prepare(connection)
            except BaseException:
                connection.close()
                raise
            self._connection = connection
        return self._connection

    def _start_anew(self) -> None:
        self.close()
        try:
            set_aside(self.path, ".unreadable")
            # A journal would be played back into the new file.
            with contextlib.suppress(FileNotFoundError):
                set_aside(self.path.with_name(f"{self.path.name}-journal"), ".unreadable")
        except OSError as error:
            self.trouble = reason_of(error)


def failure_name(origin: str, product: str = "") -> str:
    """Return the name by which a failure of a definition, or of one of its products, is known."""
    # The name of a definition never contains a line break.
    return f"{origin}\n{product}" if origin and product else origin


def failed_origin(failure: str) -> str:
    """Return the definition that a failure belongs to."""
    return failure.partition("\n")[0]


class _ForeignError(Exception):
    """The file is a database, but not of this kind."""


def _prepare(connection: sqlite3.Connection) -> None:
    """Make the tables of a new file.

    Raises:
        _ForeignError: the file is of another kind.
    """
    if _is_ours(connection):
        return
    with _transaction(connection):
        # Another build may have made them in the meantime.
        if _is_ours(connection):
            return
        if connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            raise _ForeignError
        for statement in _TABLES:
            connection.execute(statement)


def _is_ours(connection: sqlite3.Connection) -> bool:
    mark, version = (
        connection.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("application_id", "user_version")
    )
    return (mark, version) == (_MARK, _VERSION)


@contextlib.contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[None]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        with contextlib.suppress(sqlite3.Error):
            connection.execute("ROLLBACK")
        raise


def _output(record: Record) -> str:
    """Return the edition and product that identify a record among those of its slug."""
    return f"{record.edition} {record.product_name}".rstrip()


def _valid(texts: Iterable[str]) -> Iterator[Record]:
    for text in texts:
        with contextlib.suppress(InputError):
            yield Record.model_validate_json(text)
