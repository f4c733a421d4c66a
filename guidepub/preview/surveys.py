"""The catalogue's list: each guide with its state and its counts of findings.

This runs in a worker of its own, so that pages need not wait for a large catalogue. A definition
is read again only when its file has changed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from guidepub.checks import check
from guidepub.files import private_folder, write_bytes
from guidepub.files.folders import fault_of_name
from guidepub.findings import Finding, FindingsError, Place, errors_of
from guidepub.findings.errors import GuidepubError
from guidepub.linting import lint
from guidepub.loading import definition_files, is_definition, load, read_guides, select
from guidepub.model import Catalog, Edition, file_name


@dataclass(frozen=True, slots=True)
class Entry:
    """A definition in the list. `title` is empty if the file could never be read."""

    path: Path
    title: str
    errors: int
    warnings: int


@dataclass(frozen=True, slots=True)
class Survey:
    """All definitions of a folder, and the findings on the catalogue itself."""

    entries: tuple[Entry, ...]
    findings: tuple[Finding, ...]


_KNOWN: dict[Path, Entry] = {}
# The title of each definition when it could last be read.
_TITLES: dict[Path, str] = {}


def survey(root: Path, changed: Sequence[Path] | None) -> Survey:
    """Return the list of a folder; only `changed` definitions are read again, or all if None."""
    try:
        selection = select(root)
        listed = [file for file in selection.files if selection.sure or _is_listed(file)]
        # A file with a name that no URL can have is reported instead of listed.
        files = [file for file in listed if fault_of_name(file) is None]
        unlisted = [file for file in listed if fault_of_name(file) is not None]
        findings = read_guides(selection.catalog, unlisted, unlisted).findings
        if changed is None or not _KNOWN:
            _KNOWN.clear()
            catalog = read_guides(selection.catalog, files, files)
            _KNOWN.update((file, _entry(file, catalog)) for file in files)
        else:
            for file in files:
                if file in changed or file not in _KNOWN:
                    _KNOWN[file] = _entry(file, read_guides(selection.catalog, [file], [file]))
    except FindingsError as error:
        _KNOWN.clear()
        there = definition_files(root).files if root.is_dir() else [root]
        named = filter(_is_listed, there)
        return Survey(tuple(Entry(file, "", 0, 0) for file in named), error.findings)
    except GuidepubError as error:
        _KNOWN.clear()
        return Survey((), (Finding(Place(str(root)), "D001", str(error)),))
    for gone in _KNOWN.keys() - set(files):
        del _KNOWN[gone]
    return Survey(tuple(_KNOWN[file] for file in files), findings)


def lint_file(path: Path) -> tuple[Finding, ...]:
    """Return lint's findings on a definition; none if it cannot be read."""
    try:
        catalog = load(path)
    except GuidepubError:
        return ()
    return tuple(finding for guide in catalog.values() for finding in lint(guide, catalog))


def check_file(slug: str, edition: Edition, data: bytes, catalog_file: Path) -> list[Finding]:
    """Return the findings of `check` on a finished file, sorted by page."""
    with private_folder() as name:
        folder = Path(name)
        path = folder / file_name(slug, edition)
        write_bytes(path, data)
        found = check(path, load(catalog_file))
    place = path.name
    return [
        Finding(
            Place(place, page=finding.place.page),
            finding.code,
            finding.message.replace(str(folder), ""),
            finding.remedy,
            finding.severity,
        )
        for finding in found
        # EPUBCheck needs Java, and an author at work need not be reminded of that.
        if finding.code != "E091"
    ]


def _is_listed(file: Path) -> bool:
    """Return whether to list a file: it is a guide, or was one before it was broken."""
    return bool(_TITLES.get(file)) or is_definition(file)


def _entry(file: Path, catalog: Catalog) -> Entry:
    own = [finding for each in catalog.by_file if each.file == file for finding in each.findings]
    errors = len(errors_of(own))
    guide = next((guide for guide in catalog.values() if guide.origin == file), None)
    title = guide.title if guide else _TITLES.get(file, "")
    _TITLES[file] = title
    return Entry(file, title, errors, len(own) - errors)
