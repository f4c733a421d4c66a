"""Faults of a table's file, and the limits on its size."""

from __future__ import annotations

from pathlib import Path

from guidepub.findings import Finding, InputError, Place

FILE_LIMIT = 32 * 1024 * 1024
"""Bytes that a table's file may have."""
UNPACKED_LIMIT = 128 * 1024 * 1024
"""Bytes that a packed file may hold once it is unpacked."""
MOST_COLUMNS = 200
MOST_ROWS = 200_000
MOST_CELLS = 2_000_000


def table_fault(path: Path, message: str, remedy: str = "", line: int = 0) -> InputError:
    """Return the error of a table that cannot be used (C001), at a line counted from 1."""
    return InputError([Finding(Place(str(path), line), "C001", message, remedy)])
