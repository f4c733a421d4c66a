"""Findings on finished files: PDF and EPUB, guidepub's own and others'.

Reads what is in the files and trusts nothing that a renderer says of them. Faults are
findings, whatever the file; the texts of the rules are named where they are checked.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from guidepub.checks.epubcheck import epubcheck_findings
from guidepub.checks.guarding import guarded
from guidepub.errors import UsageError
from guidepub.findings import Finding
from guidepub.model import PRESETS, Catalog

SUFFIXES = (".pdf", ".epub")
"""The files that are taken from a folder."""


def check(path: Path | str, catalog: Catalog | None = None) -> list[Finding]:
    """Return the findings on a finished PDF or EPUB, or on all below a folder.

    A catalogue tells which trim size its books have; without it every size that guidepub
    knows by name is expected.

    Raises:
        UsageError: the path is not there, or holds neither PDF nor EPUB.
    """
    return check_all([path], catalog)


def check_all(paths: Iterable[Path | str], catalog: Catalog | None = None) -> list[Finding]:
    """Return the findings on several files and folders, sorted by place.

    Raises:
        UsageError: as `check`.
    """
    files = list(dict.fromkeys(file for path in paths for file in finished_files(Path(path))))
    trims = {(trim.width, trim.height) for trim in PRESETS.values()}
    if catalog is not None:
        trims = {(catalog.defaults.trim.width, catalog.defaults.trim.height)}
    findings = guarded(files, sorted(trims))
    books = [file for file in files if file.suffix.lower() == ".epub"]
    findings += epubcheck_findings(books, findings)
    return sorted(findings)


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
