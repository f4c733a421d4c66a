"""Which finished files some paths stand for."""

from __future__ import annotations

from pathlib import Path

from guidepub.errors import UsageError
from guidepub.folders import Listing, Paths, files_below, paths_given, readable

SUFFIXES = (".pdf", ".epub")
"""The files that are taken from a folder."""


def finished_files(paths: Paths) -> Listing:
    """Return the files that are named and the PDF and EPUB files below folders, each once.

    What lies there and cannot be read is told in the listing's `findings`.

    Raises:
        UsageError: a path is not there, or holds neither PDF nor EPUB.
    """
    found = [_finished(path) for path in paths_given(paths)]
    files = dict.fromkeys(file for each in found for file in each.files)
    findings = dict.fromkeys(finding for each in found for finding in each.findings)
    return Listing(tuple(files), (), tuple(findings))


def _finished(path: Path) -> Listing:
    if path.is_dir():
        below = files_below(path)
        found = readable(file for file in below.files if file.suffix.lower() in SUFFIXES)
        findings = (*below.findings, *found.findings)
        if not found.files and not findings:
            raise UsageError(f"There is no PDF and no EPUB in {path}.")
        return Listing(found.files, (), findings)
    if not path.exists():
        raise UsageError(f"There is no file or folder “{path}”.")
    if path.suffix.lower() not in SUFFIXES or not path.is_file():
        raise UsageError(f"{path} is neither a PDF nor an EPUB.")
    return readable([path])
