"""A path to a catalogue: its `catalog.toml`, its guides, and what is wrong with either."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from guidepub.errors import UsageError
from guidepub.files import is_within, read_text
from guidepub.findings import Finding, InputError, Place, capped, errors_of
from guidepub.loading.catalog_faults import catalog_findings
from guidepub.loading.definitions import SUFFIXES, definition_of, read_definition
from guidepub.loading.documents import Document, check_text
from guidepub.loading.faults import faults_by_path, findings_of, unknown_key
from guidepub.loading.references import guide_findings
from guidepub.loading.toml_reader import read_toml
from guidepub.model import Catalog, Guide
from guidepub.revisions import commit_of

CATALOG_FILE = "catalog.toml"
_LIMIT = 512 * 1024
# Fields of a catalogue that its file cannot state.
_PRIVATE = ("commit", "findings", "guides", "root")


@dataclass(frozen=True, slots=True)
class Selection:
    """A catalogue without its guides, and the definitions of it that a path selects, unread."""

    catalog: Catalog
    files: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Survey:
    """A catalogue, and its drafts: guides that are whole but cannot become books yet."""

    catalog: Catalog
    drafts: tuple[Guide, ...]


def load(path: str | Path) -> Catalog:
    """Return the catalogue at a path: its folder, a folder of guides, or one guide's file.

    A folder or a file inside a catalogue gives that catalogue with only those guides; one
    outside any gives a catalogue of built-in defaults. Guides with errors are left out and
    told in the catalogue's `findings`, so that the others can be built.

    Raises:
        UsageError: nothing is there.
        InputError: `catalog.toml` has faults; or the path is one guide's file and that
            guide has.
    """
    selection = select(path)
    catalog = read_guides(selection.catalog, selection.files)
    if not catalog.guides and selection.files == (Path(path),):
        raise InputError(catalog.findings)
    return catalog


def select(path: str | Path) -> Selection:
    """Return what `load` reads for a path, before any guide is read.

    Raises:
        UsageError: nothing is there.
        InputError: `catalog.toml` has faults.
    """
    path = Path(path)
    if _is_dir(path):
        root = find_root(path)
        catalog = read_catalog(root) if root else Catalog(root=path)
        return Selection(catalog, tuple(definition_files(path)))
    if path.name == CATALOG_FILE:
        return select(path.parent)
    if path.suffix.lower() not in SUFFIXES:
        raise UsageError(f"“{path}” is no definition. Known: {', '.join(SUFFIXES)}.")
    root = find_root(path.parent)
    return Selection(read_catalog(root) if root else Catalog(root=path.parent), (path,))


def survey(path: str | Path | Selection) -> Survey:
    """Return the catalogue at a path as `load` does, and the guides that have errors.

    A draft's figures and words are the author's own, but it refers to what is not there, or
    lacks a section. Guides of whose front matter a part could not be read are left out.

    Raises:
        UsageError: nothing is there.
        InputError: `catalog.toml` has faults.
    """
    selection = path if isinstance(path, Selection) else select(path)
    return _surveyed(selection.catalog, selection.files)


def _is_dir(path: Path) -> bool:
    """Tell whether a path is a folder.

    Raises:
        UsageError: nothing is there, or nothing can be.
    """
    try:
        if path.is_dir():
            return True
        if path.exists():
            return False
    except OSError as error:
        raise UsageError(f"“{path}” cannot be looked for: {error.strerror}.") from error
    raise UsageError(f"There is no file or folder “{path}”.")


def find_root(folder: Path) -> Path | None:
    """Return the folder at or above this one that holds a `catalog.toml`."""
    for candidate in (folder, *folder.resolve().parents):
        if (candidate / CATALOG_FILE).is_file():
            return candidate
    return None


def definition_files(folder: Path) -> list[Path]:
    """Return the definitions of a folder: `<slug>.md` and the like, and `<slug>/guide.md`.

    Raises:
        UsageError: the folder cannot be read.
    """
    found: list[Path] = []
    try:
        entries = sorted(folder.iterdir())
    except OSError as error:
        raise UsageError(f"The folder “{folder}” cannot be read: {error.strerror}.") from error
    for entry in entries:
        if entry.name.startswith((".", "_")) or entry.name.upper().startswith("README"):
            continue
        if entry.is_dir():
            found += [file for suffix in SUFFIXES if (file := entry / f"guide{suffix}").is_file()]
        elif entry.suffix.lower() in SUFFIXES:
            found.append(entry)
    return found


def read_catalog(root: Path) -> Catalog:
    """Return a folder's catalogue without its guides.

    Raises:
        InputError: with every fault of `catalog.toml` and of the files that it names.
    """
    path = root / CATALOG_FILE
    text = read_text(path, _LIMIT)
    check_text(path, text)
    document = read_toml(path, text)
    for key in _PRIVATE:
        if key in document.data:
            document.findings.append(unknown_key(document, (key,), Catalog))
    _read_wordings(document, root)
    try:
        catalog = Catalog.model_validate(
            {key: value for key, value in document.data.items() if key not in _PRIVATE}
        ).model_copy(update={"root": root, "commit": commit_of(root)})
    except ValidationError as error:
        faults = findings_of(faults_by_path(error, document), Catalog, document)
        raise InputError(capped([*document.findings, *faults])) from error
    document.findings += catalog_findings(catalog, document, root)
    if errors_of(document.findings):
        raise InputError(capped(document.findings))
    return catalog


def checked_definition(
    path: Path, text: str, catalog: Catalog
) -> tuple[Guide | None, list[Finding]]:
    """Return the guide of a text as if it stood in a file of a catalogue, and all its faults."""
    try:
        guide, document = definition_of(path, text)
    except InputError as error:
        return None, list(error.findings)
    if "language" not in document.data:
        guide = guide.model_copy(update={"language": catalog.defaults.language})
    return guide, capped([*document.findings, *guide_findings(guide, catalog, document)])


def read_guides(catalog: Catalog, files: Iterable[Path]) -> Catalog:
    """Return a catalogue with the guides of some files; what is wrong is in its `findings`."""
    return _surveyed(catalog, files).catalog


def _surveyed(catalog: Catalog, files: Iterable[Path]) -> Survey:
    guides: dict[str, Guide] = {}
    drafts: list[Guide] = []
    findings: list[Finding] = []
    for file in files:
        if catalog.root is not None and not is_within(file, catalog.root):
            message = "The guide lies outside the catalogue."
            finding = Finding(Place(str(file)), "D041", message, "Copy it in place of the link.")
            findings.append(finding)
            continue
        try:
            guide, document = read_definition(file)
        except InputError as error:
            findings += error.findings
            continue
        if "language" not in document.data:
            guide = guide.model_copy(update={"language": catalog.defaults.language})
        faults = [*document.findings, *guide_findings(guide, catalog, document)]
        if guide.slug in guides:
            message = f"The slug “{guide.slug}” is that of {guides[guide.slug].origin} too."
            place = document.place(("slug",))
            faults.append(Finding(place, "D050", message, "Give one of them another slug."))
        findings += capped(faults)
        if not errors_of(faults):
            guides[guide.slug] = guide
        elif not errors_of(document.findings):
            drafts.append(guide)
    told = tuple(sorted(set(findings)))
    return Survey(catalog.model_copy(update={"guides": guides, "findings": told}), tuple(drafts))


def _read_wordings(document: Document, root: Path) -> None:
    """Put the text of each notice's `file` where its text would stand."""
    notices = document.data.get("notices")
    for index, notice in enumerate(notices if isinstance(notices, list) else ()):
        if not isinstance(notice, dict) or "file" not in notice:
            continue
        where = ("notices", index, "file")
        place, name = document.place(where), notice.pop("file")
        if "text" in notice:
            message = "A notice has its wording in a file or in the text, not both."
            document.findings.append(Finding(place, "D011", message, "Remove one."))
            continue
        # What is wrong with the wording stands where its file is named.
        document.keys["notices", index, "text"] = document.keys[where]
        document.values["notices", index, "text"] = document.values[where]
        notice["text"] = "-"
        if not isinstance(name, str):
            message = "A text is expected here."
            document.findings.append(Finding(place, "D011", message, "Name a file."))
            continue
        path = root / name
        if not is_within(path, root):
            message = f"The wording “{name}” lies outside the catalogue."
            remedy = "Copy it into the catalogue."
            document.findings.append(Finding(place, "D041", message, remedy))
            continue
        try:
            text = read_text(path, _LIMIT)
            check_text(path, text)
            notice["text"] = text
        except InputError as error:
            document.findings += error.findings
