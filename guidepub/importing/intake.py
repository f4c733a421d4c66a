"""Finds the files to import in paths and below folders."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from guidepub.files import fault_of_file, is_within, read_head
from guidepub.files.folders import files_below
from guidepub.findings import Finding, Place
from guidepub.findings.errors import UsageError
from guidepub.importing.originals.skipped_files import is_about_folder
from guidepub.importing.unread_kinds import REMEDIES

# How exports begin, since other kinds of files share their suffix.
_SIGNS = {".xml": (b"<rss", b"<mediawiki")}
_HEAD = 4096
# Prefixes of hidden files, and of the files by which Word marks a document as open.
_HIDDEN = (".", "~$")
# Folders of tools, which contain no texts by authors.
_OF_TOOLS = frozenset(
    {"node_modules", "bower_components", "site-packages", "__pycache__", "_site", "_layouts", "_includes"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Intake:
    """The files to import, in order, and findings on files that cannot be imported.

    `others` are the files of other kinds by folder, each as its path within the folder.
    """

    files: tuple[Path, ...]
    findings: tuple[Finding, ...] = ()
    others: Mapping[Path, tuple[str, ...]] = field(default_factory=dict)


def files_to_import(paths: Sequence[Path]) -> Intake:
    """Return the files to import, in order, and report those that cannot or should not be read.

    Raises:
        UsageError: a path does not exist, or contains nothing to import.
    """
    files: list[Path] = []
    findings: list[Finding] = []
    others: dict[Path, tuple[str, ...]] = {}
    for path in paths:
        if path.is_dir():
            found = _files_in(path)
            if not found.files and not found.findings:
                raise UsageError(
                    f"There is nothing to import in {path}. Files that can be imported: {', '.join(_suffixes())}."
                )
            files += found.files
            findings += found.findings
            others |= found.others
        elif path.is_file():
            files.append(path)
        else:
            raise UsageError(f"There is no file or folder “{path}”.")
    return Intake(tuple(dict.fromkeys(files)), tuple(dict.fromkeys(findings)), others)


def folder_of(path: Path, given: Sequence[Path]) -> Path:
    """Return the first of the given folders that contains a file, or else the file's own folder."""
    return next((each for each in given if each in path.parents and each.is_dir()), path.parent)


def holds_several(path: Path) -> bool:
    """Return whether a file with this suffix may hold several texts."""
    # Imported here, since the readers import large libraries.
    from guidepub.importing.reading import SEVERAL

    return path.suffix.lower() in SEVERAL


def _suffixes() -> tuple[str, ...]:
    """Return the suffixes of the files that are imported from a folder."""
    from guidepub.importing.reading import known_suffixes

    return known_suffixes()


def _files_in(folder: Path) -> Intake:
    """Return the files to import below a folder, except those that browsers save along with a page."""
    below = files_below(
        folder,
        lambda name: (
            not name.startswith(_HIDDEN) and not name.endswith("_files") and name not in _OF_TOOLS
        ),
    )
    shown = [file for file in below.files if not file.name.startswith(_HIDDEN)]
    suffixes = _suffixes()
    about = {file for file in shown if is_about_folder(file.name)}
    known = [file for file in shown if file.suffix.lower() in suffixes and file not in about]
    unknown = REMEDIES.keys() - set(suffixes)
    unread = [file for file in shown if file.suffix.lower() in unknown and file not in about]
    inside = dict.fromkeys(file for file in known if is_within(file, folder))
    outside = [file for file in known if file not in inside]
    faults = {file: fault for file in inside if (fault := fault_of_file(file))}
    files = tuple(file for file in inside if file not in faults and _is_text(file))
    accounted_for = {*files, *faults, *outside, *unread}
    others = tuple(
        file.relative_to(folder).as_posix() for file in below.files if file not in accounted_for
    )
    findings = (
        *below.findings,
        *faults.values(),
        *map(_outside, outside),
        *map(_unread, unread),
    )
    return Intake(files, findings, {folder: others} if others else {})


def _is_text(path: Path) -> bool:
    """Return whether a file is a text to import, and not a part of a site such as its sitemap."""
    signs = _SIGNS.get(path.suffix.lower())
    if signs is None:
        return True
    try:
        # In UTF-16 each letter comes with a null byte.
        head = read_head(path, _HEAD).replace(b"\0", b"")
        return any(sign in head for sign in signs)
    except (OSError, ValueError):
        # The reader will report what is wrong with it.
        return True


def _unread(path: Path) -> Finding:
    message = f"Files of the type “{path.suffix.lower()}” cannot be imported."
    return Finding(Place(str(path)), "I001", message, REMEDIES[path.suffix.lower()])


def _outside(path: Path) -> Finding:
    return Finding(Place(str(path)), "I016", "The link leads out of the folder.", "Copy the file.")
