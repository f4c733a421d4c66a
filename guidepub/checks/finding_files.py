"""Which finished files a path stands for."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from guidepub.errors import UsageError

SUFFIXES = (".pdf", ".epub")
"""The files that are taken from a folder."""


def finished_files(path: Path) -> list[Path]:
    """Return a file itself, or the PDF and EPUB files below a folder in order.

    Raises:
        UsageError: the path is not there, or holds neither PDF nor EPUB.
    """
    if path.is_dir():
        found = sorted(_walk(path))
        if not found:
            raise UsageError(f"There is no PDF and no EPUB in {path}.")
        return found
    if not path.exists():
        raise UsageError(f"There is no file or folder “{path}”.")
    if path.suffix.lower() not in SUFFIXES or not path.is_file():
        raise UsageError(f"{path} is neither a PDF nor an EPUB.")
    return [path]


def _walk(folder: Path) -> Iterator[Path]:
    for root, _, names in os.walk(folder):
        for name in names:
            file = Path(root, name)
            if file.suffix.lower() in SUFFIXES and file.is_file():
                yield file
