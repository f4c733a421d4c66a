"""The finished files that paths name, or that lie below them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from guidepub.files.folders import Listing, Paths, files_below, paths_given, readable
from guidepub.findings.errors import UsageError
from guidepub.model import MEDIA, medium_of
from guidepub.model.books.mark import PREFIX

_ADVICE = "Name another one, or make books first: guidepub build"
# guidepub's mark, and how many bytes of a page are searched for it.
_MARK, _HEAD = f'<meta name="{PREFIX}:guide"'.encode(), 64 * 1024


def finished_files(paths: Paths) -> Listing:
    """Return the files that are named and those below folders, each once.

    In a folder these are PDF and EPUB files, and pages of HTML that have guidepub's mark: a
    site has many others. What cannot be read there is reported in the listing's `findings`.

    Raises:
        UsageError: a path is not there, or holds no finished file.
    """
    found = [_finished(path) for path in paths_given(paths)]
    files = dict.fromkeys(file for each in found for file in each.files)
    findings = dict.fromkeys(finding for each in found for finding in each.findings)
    return Listing(tuple(files), (), tuple(findings))


def _finished(path: Path) -> Listing:
    if path.is_dir():
        below = files_below(path)
        listed = readable(file for file in below.files if file.suffix.lower() in MEDIA)
        found = replace(listed, files=tuple(filter(_is_book, listed.files)))
        findings = (*below.findings, *found.findings)
        if not found.files and not findings:
            raise UsageError(f"There is no PDF, no EPUB and no web edition in “{path}”. {_ADVICE}")
        return Listing(found.files, (), findings)
    if not path.exists():
        raise UsageError(f"There is no file or folder “{path}”. {_ADVICE}")
    if path.suffix.lower() not in MEDIA or not path.is_file():
        raise UsageError(f"{path} is neither a PDF nor an EPUB nor HTML.")
    return readable([path])


def _is_book(file: Path) -> bool:
    """Return whether a file is a finished book, not just any page of a site."""
    if medium_of(file) != "html":
        return True
    with file.open("rb") as stream:
        return _MARK in stream.read(_HEAD)
