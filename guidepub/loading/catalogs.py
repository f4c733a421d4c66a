"""A path to a catalogue: its `catalog.toml`, its guides, and what is wrong with either."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from guidepub.errors import UsageError
from guidepub.files import is_within, read_text
from guidepub.findings import Finding, InputError, Place, did_you_mean, errors_of
from guidepub.loading.definitions import SUFFIXES, read_definition
from guidepub.loading.documents import Document, check_text, read_toml
from guidepub.loading.faults import findings_of
from guidepub.loading.images import find_image, media_type
from guidepub.loading.references import guide_findings
from guidepub.model import Catalog, Guide, Imprint
from guidepub.resources import ThemeError, find_theme

CATALOG_FILE = "catalog.toml"
_LIMIT = 4 * 1024 * 1024


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
    path = Path(path)
    if path.is_dir():
        root = find_root(path)
        catalog = read_catalog(root) if root else Catalog(root=path)
        return _with_definitions(catalog, definition_files(path))
    if not path.exists():
        raise UsageError(f"There is no file or folder “{path}”.")
    if path.name == CATALOG_FILE:
        return load(path.parent)
    if path.suffix.lower() not in SUFFIXES:
        raise UsageError(f"“{path}” is no definition. Known: {', '.join(SUFFIXES)}.")
    root = find_root(path.parent)
    catalog = read_catalog(root) if root else _defaults_for(path)
    catalog = _with_definitions(catalog, [path])
    if not catalog.guides:
        raise InputError(catalog.findings)
    return catalog


def find_root(folder: Path) -> Path | None:
    """Return the folder at or above this one that holds a `catalog.toml`."""
    for candidate in (folder, *folder.resolve().parents):
        if (candidate / CATALOG_FILE).is_file():
            return candidate
    return None


def definition_files(folder: Path) -> list[Path]:
    """Return the definitions of a folder: `<slug>.md` and the like, and `<slug>/guide.md`."""
    found = []
    for entry in sorted(folder.iterdir()):
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
    _read_wordings(document, root)
    try:
        catalog = Catalog.model_validate(document.data | {"root": root})
    except ValidationError as error:
        raise InputError([*document.findings, *findings_of(error, Catalog, document)]) from error
    document.findings += _catalog_findings(catalog, document, root)
    if errors_of(document.findings):
        raise InputError(document.findings)
    return catalog


def _defaults_for(path: Path) -> Catalog:
    return Catalog(root=path.parent)


def _with_definitions(catalog: Catalog, files: Iterable[Path]) -> Catalog:
    guides: dict[str, Guide] = {}
    findings: list[Finding] = []
    for file in files:
        try:
            guide, document = read_definition(file)
        except InputError as error:
            findings += error.findings
            continue
        if "language" not in document.data:
            guide = guide.model_copy(update={"language": catalog.defaults.language})
        faults = guide_findings(guide, catalog, document)
        if guide.slug in guides:
            message = f"The slug “{guide.slug}” is that of {guides[guide.slug].origin} too."
            place = document.place(("slug",))
            faults.append(Finding(place, "D050", message, "Give one of them another slug."))
        findings += faults
        if not errors_of(faults):
            guides[guide.slug] = guide
    return catalog.model_copy(update={"guides": guides, "findings": tuple(sorted(findings))})


def _read_wordings(document: Document, root: Path) -> None:
    """Put the text of each notice's `file` where its text would stand."""
    notices = document.data.get("notices")
    for index, notice in enumerate(notices if isinstance(notices, list) else ()):
        if not isinstance(notice, dict) or not isinstance(notice.get("file"), str):
            continue
        place = document.place(("notices", index, "file"), of_key=True)
        name = notice.pop("file")
        if "text" in notice:
            message = "A notice has its wording in a file or in the text, not both."
            document.findings.append(Finding(place, "D011", message, "Remove one."))
            continue
        path = root / name
        if not is_within(path, root):
            message = f"The wording “{name}” lies outside the catalogue."
            document.findings.append(Finding(place, "D041", message))
            continue
        try:
            notice["text"] = read_text(path, _LIMIT)
            check_text(path, notice["text"])
        except InputError as error:
            document.findings += error.findings


def _catalog_findings(catalog: Catalog, document: Document, root: Path) -> Iterator[Finding]:
    imprints = (catalog.imprint, *catalog.imprints)
    seen: set[Any] = set()
    for index, imprint in enumerate(imprints):
        path: tuple[str | int, ...] = ("imprints", index - 1) if index else ("imprint",)
        if imprint.id in seen:
            message = f"Two imprints have the id “{imprint.id}”."
            yield Finding(document.place((*path, "id")), "C004", message, "Rename one.")
        seen.add(imprint.id)
        yield from _logo_findings(imprint, root, document.place((*path, "logo"), of_key=True))
    yield from _notice_findings(catalog, document, [imprint.id for imprint in imprints])
    try:
        find_theme(catalog.defaults.theme, root)
    except ThemeError as error:
        yield Finding(document.place(("defaults", "theme"), of_key=True), "C003", str(error))
    for section_id in (*catalog.sections.required, *catalog.sections.order):
        titles = catalog.sections.titles
        if section_id not in titles:
            message = f"The section “{section_id}” has no titles."
            remedy = did_you_mean(section_id, titles) or "Name them under [sections.titles]."
            place = document.place(("sections", "titles"), of_key=True)
            yield Finding(place, "D012", message, remedy)


def _notice_findings(
    catalog: Catalog, document: Document, imprint_ids: list[str]
) -> Iterator[Finding]:
    versions: set[tuple[str, int, str]] = set()
    in_force: dict[tuple[str, str], int] = {}
    for index, notice in enumerate(catalog.notices):
        place = document.place(("notices", index, "id"), of_key=True)
        name = f"{notice.id}@{notice.version} ({notice.language})"
        if (key := (notice.id, notice.version, notice.language)) in versions:
            yield Finding(place, "C004", f"The notice {name} stands twice.", "Remove one.")
            continue
        versions.add(key)
        if notice.title is None and notice.placement != "imprint-page":
            message = f"The notice {name} needs a title, since it has a page of its own."
            yield Finding(place, "D012", message)
        if notice.status == "approved":
            if (other := in_force.get((notice.id, notice.language))) is not None:
                message = (
                    f"Versions {other} and {notice.version} of “{notice.id}” are both in force."
                )
                yield Finding(place, "N002", message, "Retire one.")
            in_force[notice.id, notice.language] = notice.version
        if notice.when != "always":
            for imprint_id in notice.when.imprints:
                if imprint_id not in imprint_ids:
                    message = f"The imprint “{imprint_id}” is unknown."
                    yield Finding(place, "C002", message, did_you_mean(imprint_id, imprint_ids))


def _logo_findings(imprint: Imprint, root: Path, place: Place) -> Iterator[Finding]:
    if imprint.logo is None:
        return
    try:
        media_type(find_image(imprint.logo, root, root))
    except InputError as error:
        for finding in error.findings:
            yield Finding(place, finding.code, finding.message, finding.remedy)
