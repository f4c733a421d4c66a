"""Applies safe changes to a guide's file, all at once."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from guidepub.files import read_bytes, write_bytes
from guidepub.linting.texts.alarms import Edit

_LIMIT = 512 * 1024


def apply(path: Path, edits: Iterable[Edit]) -> int:
    """Apply changes to a file, and return how many were applied.

    A change is applied only if the file still has the text that it replaces. Line endings and a
    byte order mark are kept.

    Raises:
        InputError: the file cannot be read (D001).
        OSError: the file cannot be written.
    """
    data = read_bytes(path, _LIMIT)
    lines = data.decode("utf-8").split("\n")
    made = 0
    # From the end, so that no change moves the place of a later one.
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
