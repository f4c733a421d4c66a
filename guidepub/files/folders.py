"""Listing of folders, which no other module does.

A folder or an entry that cannot be read is a finding, and everything else is listed.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from guidepub.files import fault_of_file
from guidepub.findings import Finding, Place
from guidepub.findings.errors import reason_of
from guidepub.words.characters import printable

Paths = Path | str | Iterable[Path | str]
"""One path, or several."""


def paths_given(paths: Paths) -> list[Path]:
    """Return a caller's path or paths as a list."""
    return [Path(path) for path in ([paths] if isinstance(paths, (str, Path)) else paths)]


@dataclass(frozen=True, slots=True)
class Listing:
    """The entries of a folder, sorted by name, with links followed.

    `files` are all entries that are not folders, of whatever kind. `findings` report the
    folders that could not be listed (D001).
    """

    files: tuple[Path, ...]
    folders: tuple[Path, ...] = ()
    findings: tuple[Finding, ...] = ()


def listing(folder: Path) -> Listing:
    """Return the entries of a folder itself."""
    files: list[Path] = []
    folders: list[Path] = []
    try:
        with os.scandir(folder) as entries:
            for entry in sorted(entries, key=lambda entry: entry.name):
                (folders if _is_folder(entry) else files).append(folder / entry.name)
    except (OSError, ValueError) as error:
        message = f"The folder cannot be read: {reason_of(error)}."
        remedy = "Make it readable, or move it elsewhere."
        return Listing((), (), (Finding(Place(str(folder)), "D001", message, remedy),))
    return Listing(tuple(files), tuple(folders))


def files_below(folder: Path, enter: Callable[[str], bool] = lambda _name: True) -> Listing:
    """Return the files of a folder and of all folders below it.

    Subfolders are read if `enter`, called with their names, returns True and they are no links.
    """
    files: list[Path] = []
    findings: list[Finding] = []
    left = [folder]
    while left:
        found = listing(left.pop())
        files += found.files
        findings += found.findings
        left += (each for each in found.folders if enter(each.name) and not os.path.islink(each))
    return Listing(tuple(sorted(files)), (), tuple(sorted(findings)))


def readable(files: Iterable[Path]) -> Listing:
    """Return those files that can be read; others are findings, as odd names are (D001, D013)."""
    faults = {file: fault_of_file(file) or fault_of_name(file) for file in files}
    kept = tuple(file for file, fault in faults.items() if fault is None)
    return Listing(kept, (), tuple(fault for fault in faults.values() if fault is not None))


def fault_of_name(path: Path) -> Finding | None:
    """Return why a path cannot be recorded or passed to other programs (D013), or None."""
    name = str(path.absolute())
    if printable(name) == name:
        return None
    message = "The file’s name, or that of a folder above it, is not UTF-8."
    return Finding(Place(str(path)), "D013", message, "Give it another name.")


def spelt_on_disk(path: Path) -> Path:
    """Return a path as it is spelt on disk, if that differs only in its Unicode form.

    A letter and its accent can be one character or two (Unicode Standard Annex 15): texts mostly
    have the former, and file names that come from a Mac the latter. A name that exists as given
    is preferred; one that exists in no form is returned unchanged.
    """
    if os.path.exists(path):
        return path
    here = Path(*path.parts[:1])
    for part in path.parts[1:]:
        step = here / part
        here = step if part.isascii() or os.path.exists(step) else _same_name(here, part) or step
    return here


def _same_name(folder: Path, name: str) -> Path | None:
    wanted = unicodedata.normalize("NFC", name)
    found = listing(folder)
    entries = sorted((*found.files, *found.folders))
    return next((e for e in entries if unicodedata.normalize("NFC", e.name) == wanted), None)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False
