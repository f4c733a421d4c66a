"""What lies in folders of anybody's. The only module that lists them.

A folder or an entry that cannot be looked at costs itself alone: it is a finding, and the
rest is listed.
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
    """Return the paths that a caller gives as one or as several."""
    return [Path(path) for path in ([paths] if isinstance(paths, (str, Path)) else paths)]


@dataclass(frozen=True, slots=True)
class Listing:
    """The entries of a folder in the order of their names, links followed.

    `files` are all that are no folders: what kind of file one is, who reads it finds out.
    `findings` tell of the folders that could not be listed (D001).
    """

    files: tuple[Path, ...]
    folders: tuple[Path, ...] = ()
    findings: tuple[Finding, ...] = ()


def listing(folder: Path) -> Listing:
    """Return what lies directly in a folder."""
    files: list[Path] = []
    folders: list[Path] = []
    try:
        with os.scandir(folder) as entries:
            for entry in sorted(entries, key=lambda entry: entry.name):
                (folders if _is_folder(entry) else files).append(folder / entry.name)
    except (OSError, ValueError) as error:
        message = f"The folder cannot be read: {reason_of(error)}."
        remedy = "Let it be read, or move it elsewhere."
        return Listing((), (), (Finding(Place(str(folder)), "D001", message, remedy),))
    return Listing(tuple(files), tuple(folders))


def files_below(folder: Path, enter: Callable[[str], bool] = lambda _name: True) -> Listing:
    """Return the files of a folder and of all folders below it, without these.

    Folders are gone into where `enter` says so of their names, and where they are no links.
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
    """Return the regular files among some; the others are findings, and odd names (D001, D013)."""
    faults = {file: fault_of_file(file) or fault_of_name(file) for file in files}
    kept = tuple(file for file, fault in faults.items() if fault is None)
    return Listing(kept, (), tuple(fault for fault in faults.values() if fault is not None))


def fault_of_name(path: Path) -> Finding | None:
    """Return why a path cannot stand in records, or be handed to other programs, or None (D013)."""
    name = str(path.absolute())
    if printable(name) == name:
        return None
    message = "The file’s name, or that of a folder above it, is not UTF-8."
    return Finding(Place(str(path)), "D013", message, "Give it another name.")


def spelt_on_disk(path: Path) -> Path:
    """Return a path as the disk spells it, where that differs in the form of Unicode only.

    An accent may be one character with its letter or one behind it (Unicode Standard Annex 15):
    a text mostly has the first, and names of files that came from a Mac have the second. A name
    that is there as it is given is taken first; one that is not there in any form stays as it is.
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
