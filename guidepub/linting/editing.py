"""Safe changes to a guide's file. Writes a file whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from guidepub.files import read_bytes, write_bytes
from guidepub.linting.texts.alarms import Edit

_LIMIT = 512 * 1024


def apply(path: Path, edits: Iterable[Edit]) -> int:
    """Make changes to a file, and return how many were made.

    A change is made only where the file still reads what it would replace. Line ends and a
    byte order mark stay as they are.

    Raises:
        InputError: the file cannot be read (D001).
        OSError: the file cannot be written.
    """
    data = read_bytes(path, _LIMIT)
    lines = data.decode("utf-8").split("\n")
    made = 0
    # From the end, so that what is changed moves nothing that is still to be changed.
    for edit in sorted(set(edits), reverse=True):
        row, start = edit.line - 1, edit.column - 1
        if row == 0 and lines[0].startswith("\ufeff"):
            start += 1
        if 0 <= row < len(lines) and lines[row].startswith(edit.old, start):
            lines[row] = lines[row][:start] + edit.new + lines[row][start + len(edit.old) :]
            made += 1
    if made:
        write_bytes(path, "\n".join(lines).encode("utf-8"))
    return made
