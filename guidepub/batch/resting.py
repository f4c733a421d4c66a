"""Whether a build is likely to have anything to make, as files alone tell in a moment."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from itertools import islice

LEDGER_FILE = ".guidepub.sqlite"
# A look at more would cost more than it saves.
_MOST_ENTRIES = 5000


def seems_at_rest(paths: Iterable[str], output: str) -> bool:
    """Tell whether no file at some paths has been written since the ledger in a folder was.

    This is a guess, by which nothing is made or left out: a version, a theme or a setting may
    ask for books all the same. Without paths, the current folder counts.
    """
    folders = [path if os.path.isdir(path) else os.path.dirname(path) or "." for path in paths]
    try:
        made = os.stat(os.path.join(output, LEDGER_FILE)).st_mtime_ns
        entries = _entries(folders or ["."], os.path.abspath(output))
        stamps = [entry.stat().st_mtime_ns for entry in islice(entries, _MOST_ENTRIES)]
    except (OSError, ValueError):
        return False
    return len(stamps) < _MOST_ENTRIES and all(stamp < made for stamp in stamps)


def _entries(folders: list[str], output: str) -> Iterator[os.DirEntry[str]]:
    """Yield all that lies in folders and below them, but what is hidden and a build's output."""
    while folders:
        with os.scandir(folders.pop()) as entries:
            for entry in entries:
                if entry.name.startswith(".") or os.path.abspath(entry.path) == output:
                    continue
                yield entry
                if entry.is_dir(follow_symlinks=False):
                    folders.append(entry.path)
