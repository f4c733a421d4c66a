"""Earlier examinations of files, by the hash of their bytes, in a SQLite database.

A file that was touched has another hash, and a register that was changed another one: what
is remembered is never stale. A database that cannot be used is ignored.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import sqlite3
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from guidepub.checks.legal.verdicts.sightings import VERSION
from guidepub.files import make_folder, open_regular

_FILE = "legal.sqlite3"
_TABLE = (
    "CREATE TABLE IF NOT EXISTS examinations "
    "(file TEXT, register TEXT, data TEXT, PRIMARY KEY (file, register)) WITHOUT ROWID"
)
_CHUNK = 1024 * 1024


def user_cache() -> Path:
    """Return the system's folder for the user's caches."""
    if configured := os.environ.get("XDG_CACHE_HOME"):
        return Path(configured) / "guidepub"
    if local := os.environ.get("LOCALAPPDATA"):
        return Path(local) / "guidepub" / "Cache"
    return Path.home() / ".cache" / "guidepub"


def file_hash(file: Path) -> str:
    """Return the SHA-256 of a file's bytes, read piece by piece.

    Raises:
        OSError: the file cannot be read.
    """
    digest = hashlib.sha256()
    with open_regular(file) as stream:
        while chunk := stream.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


class Memory:
    """The remembered examinations for one register; without a folder there are none."""

    def __init__(self, folder: Path | None, register: Mapping[str, Any]) -> None:
        text = json.dumps(register, sort_keys=True)
        self._register = hashlib.sha256(f"{VERSION}:{text}".encode()).hexdigest()
        self._database: sqlite3.Connection | None = None
        if folder is None:
            return
        try:
            make_folder(folder)
            self._database = sqlite3.connect(folder / _FILE, timeout=30)
            self._database.execute("PRAGMA journal_mode=WAL")
            self._database.execute(_TABLE)
        except (sqlite3.Error, OSError):
            self._database = None

    def recall(self, digests: Iterable[str]) -> dict[str, Any]:
        """Return the remembered examinations by the hashes of files."""
        found: dict[str, Any] = {}
        if self._database is None:
            return found
        query = "SELECT data FROM examinations WHERE file = ? AND register = ?"
        with contextlib.suppress(sqlite3.Error, ValueError):
            for digest in digests:
                row = self._database.execute(query, (digest, self._register)).fetchone()
                if row is not None:
                    found[digest] = json.loads(row[0])
        return found

    def keep(self, examinations: Mapping[str, Any]) -> None:
        """Remember examinations by the hashes of files."""
        if self._database is None:
            return
        rows = [(d, self._register, json.dumps(data)) for d, data in examinations.items()]
        with contextlib.suppress(sqlite3.Error), self._database as transaction:
            transaction.executemany("INSERT OR REPLACE INTO examinations VALUES (?, ?, ?)", rows)

    def close(self) -> None:
        """Close the database."""
        if self._database is not None:
            self._database.close()
