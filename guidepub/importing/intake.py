"""Finds the files to import, below folders too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from guidepub.files import fault_of_file, is_within, read_head
from guidepub.files.folders import files_below
from guidepub.findings import Finding, Place
from guidepub.findings.errors import UsageError
from guidepub.importing.originals.passed_over import is_about_folder
from guidepub.importing.unread_kinds import REMEDIES

# The beginnings of exports, among files with an ending that many others share.
_SIGNS = {".xml": (b"<rss", b"<mediawiki")}
_HEAD = 4096
# The first signs of hidden files, and of those by which Word marks a document as open.
_HIDDEN = (".", "~$")
# Folders of tools, in which nobody writes texts.
_OF_TOOLS = frozenset(
    {"node_modules", "bower_components", "site-packages", "__pycache__", "_site", "_layouts", "_includes"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Intake:
    """The files to import in order, the findings on others, and the files passed over in folders.

    `others` are files of other kinds by the folder, each by its path within it.
    """

    files: tuple[Path, ...]
    findings: tuple[Finding, ...] = ()
    others: Mapping[Path, tuple[str, ...]] = field(default_factory=dict)


def files_to_import(paths: Sequence[Path]) -> Intake:
    """Return the files to import in order; those that cannot or should not be read are reported.

    Raises:
        UsageError: a path is not there or holds nothing to import.
    """
    files: list[Path] = []
    findings: list[Finding] = []
    others: dict[Path, tuple[str, ...]] = {}
    for path in paths:
        if path.is_dir():
            found = _files_in(path)
            if not found.files and not found.findings:
                raise UsageError(
                    f"There is nothing to import in {path}. Known: {', '.join(_suffixes())}."
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
    """Return the folder among the paths given in which a file lies, or else the file's own."""
    return next((each for each in given if each in path.parents and each.is_dir()), path.parent)


def holds_several(path: Path) -> bool:
    """Return whether a file of this ending may hold several texts."""
    # Loaded here, since the readers load what reads pages.
    from guidepub.importing.reading import SEVERAL

    return path.suffix.lower() in SEVERAL


def _suffixes() -> tuple[str, ...]:
    """Return the endings of the files that are taken from a folder."""
    from guidepub.importing.reading import known_suffixes

    return known_suffixes()


def _files_in(folder: Path) -> Intake:
    """Return the files to import below a folder, without a browser's folders of a page's parts."""
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
    """Return whether a file is to be imported, or is a part of a site such as its map."""
    signs = _SIGNS.get(path.suffix.lower())
    if signs is None:
        return True
    try:
        # In UTF-16 a null stands beside each letter.
        head = read_head(path, _HEAD).replace(b"\0", b"")
        return any(sign in head for sign in signs)
    except (OSError, ValueError):
        # Reading it tells what is wrong with it.
        return True


def _unread(path: Path) -> Finding:
    message = f"A file “{path.suffix.lower()}” cannot be imported."
    return Finding(Place(str(path)), "I001", message, REMEDIES[path.suffix.lower()])


def _outside(path: Path) -> Finding:
    return Finding(Place(str(path)), "I016", "The link leads out of the folder.", "Copy the file.")
