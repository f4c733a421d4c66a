"""A path to a catalogue: its `catalog.toml`, its guides, and what is wrong with either."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from guidepub.files import fault_of_file, hold_inside, read_text, resolved
from guidepub.files.folders import fault_of_name
from guidepub.files.revisions import commit_of
from guidepub.findings import Finding, InputError, Place, capped, errors_of
from guidepub.findings.errors import UsageError, reason_of
from guidepub.loading.beside.bibliographies import read_bibliography
from guidepub.loading.beside.citation_styles import read_style
from guidepub.loading.beside.glossaries import read_glossary
from guidepub.loading.beside.own_phrases import read_phrases
from guidepub.loading.beside.wordings import read_wordings
from guidepub.loading.catalog_faults import catalog_findings, logo_findings
from guidepub.loading.formats.documents import Document, check_text, placeless
from guidepub.loading.formats.faults import faults_by_path
from guidepub.loading.formats.toml_reader import read_toml
from guidepub.loading.guides.definitions import definition_of
from guidepub.loading.guides.discovery import (
    SUFFIXES,
    definition_files,
    fault_of_link,
    is_definition,
    label_of,
)
from guidepub.loading.guides.salvage import STAND_IN, without_stand_ins
from guidepub.loading.held import held_against, read_guide
from guidepub.loading.referring.isbns import ledger_findings, ledger_of, twin_findings
from guidepub.loading.templated.addresses import (
    is_template,
    template_of_row,
    templates_of,
    with_row,
)
from guidepub.model import CATALOG_FILE, Catalog, FileFindings, Guide
from guidepub.model.validation.faults import findings_of, unknown_key
from guidepub.workers.deadlines import OutOfTime, deadline

SECONDS = 60.0
"""Wall time for reading one definition, with the tables and images that it names. The limits on
sizes hold an hour's worth of writing below two seconds; this is for what they did not foresee."""

_LIMIT = 512 * 1024
# Fields of a catalogue that its file cannot state.
_PRIVATE = (
    "broken", "by_file", "citation_style", "commit", "guides", "ledger", "phrases", "pictures", "product", "root",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Selection:
    """A catalogue without its guides, and the files of it that a path selects, unread.

    The catalogue reports what could not be read.
    With `sure` all of them are definitions, since they were named. Otherwise a file that does
    not look like a guide is not one; that shows when it is read.
    """

    catalog: Catalog
    files: tuple[Path, ...]
    sure: bool = False

    def definitions(self) -> tuple[Path, ...]:
        """Return the files that are definitions, for which each has to be looked into."""
        return tuple(
            file
            for file in self.files
            if self.sure or template_of_row(file) is not None or is_definition(file)
        )


@dataclass(frozen=True, slots=True)
class LoadedCatalog:
    """A catalogue, and its drafts: guides that are whole but cannot become books yet.

    `incomplete` are guides without the parts of their front matter that could not be read.
    """

    catalog: Catalog
    drafts: tuple[Guide, ...]
    incomplete: tuple[Guide, ...] = ()


def find_catalog(path: str | Path, timeout: float = SECONDS) -> Catalog:
    """Return the result of `load`, read in this process.

    Raises:
        UsageError, InputError: as `load`.
    """
    selection = select(path)
    sure = selection.files if selection.sure else ()
    catalog = read_guides(selection.catalog, selection.files, frozenset(sure), timeout)
    is_file = Path(path).suffix.lower() in SUFFIXES and not Path(path).is_dir()
    named = is_file or template_of_row(Path(path)) is not None
    if not catalog.guides and named:
        raise InputError(catalog.findings)
    return catalog


def select(path: str | Path, partly: bool = False) -> Selection:
    """Return the files that `load` reads for a path, before any guide is read.

    With `partly`, faults of the files that `catalog.toml` names are left to the books that
    need them, as `read_catalog` has it.

    Raises:
        UsageError: nothing is there.
        InputError: `catalog.toml` has faults.
    """
    path = Path(path)
    if (template := template_of_row(path)) is not None:
        return _row_selected(path, template, partly)
    if _is_dir(path):
        root = find_root(path)
        catalog = read_catalog(root, partly) if root else Catalog(root=path)
        rules = catalog.definitions
        found = definition_files(path, rules, root)
        unread = tuple(_by_file(Path(each.place.path), None, (each,)) for each in found.findings)
        is_whole = root is not None and resolved(path) == resolved(root)
        named = templates_of(catalog) if is_whole else ()
        files, faulty = _with_rows(found.files, catalog, named)
        catalog = catalog.model_copy(update={"by_file": unread + faulty})
        return Selection(catalog, files, sure=bool(rules.include))
    if path.name == CATALOG_FILE:
        return select(path.parent, partly)
    if path.suffix.lower() not in SUFFIXES:
        raise UsageError(f"“{path}” is not a definition. Known: {', '.join(SUFFIXES)}.")
    root = find_root(path.parent)
    catalog = read_catalog(root, partly) if root else Catalog(root=path.parent)
    if fault := catalog.root and fault_of_link(path, catalog.root):
        catalog = catalog.model_copy(update={"by_file": (_by_file(path, None, (fault,)),)})
        return Selection(catalog, (), sure=True)
    if is_template(path, catalog):
        files, faulty = _with_rows((path,), catalog)
        return Selection(catalog.model_copy(update={"by_file": faulty}), files, sure=True)
    return Selection(catalog, (path,), sure=True)


def _row_selected(address: Path, template: Path, partly: bool) -> Selection:
    """Return the selection of one guide that a template makes of a row.

    Raises:
        UsageError: the catalogue names no such template.
        InputError: `catalog.toml` has faults.
    """
    root = find_root(template.parent)
    catalog = read_catalog(root, partly) if root else Catalog(root=template.parent)
    if not is_template(template, catalog):
        raise UsageError(f"“{template}” is not one of the catalogue’s templates.")
    return Selection(catalog, (address,), sure=True)


def _with_rows(
    files: tuple[Path, ...], catalog: Catalog, named: Iterable[Path] = ()
) -> tuple[tuple[Path, ...], tuple[FileFindings, ...]]:
    """Return files with the addresses of their guides for each template, and what is wrong there.

    `named` are templates that may lie deeper in the catalogue than a guide does.
    """
    kept: list[Path] = []
    faulty: list[FileFindings] = []
    templates = [file for file in files if is_template(file, catalog)]
    known = {resolved(file) for file in templates}
    for template in (*templates, *(path for path in named if resolved(path) not in known)):
        # Only here: a catalogue without templates needs nothing that runs them.
        from guidepub.loading.templated.rows import row_addresses

        try:
            hold_inside(template, catalog.root, "The template")
            kept += row_addresses(template, catalog)
        except InputError as error:
            faulty.append(_by_file(template, None, error.findings))
    others = (file for file in files if file not in templates)
    return (*others, *kept), tuple(faulty)


def survey(path: str | Path | Selection) -> LoadedCatalog:
    """Return the catalogue at a path as `load` does, and the guides that have errors.

    A draft refers to what is not there, or lacks a section.

    Raises:
        UsageError: nothing is there.
        InputError: `catalog.toml` has faults.
    """
    selection = path if isinstance(path, Selection) else select(path)
    sure = selection.files if selection.sure else ()
    return _surveyed(selection.catalog, selection.files, frozenset(sure), SECONDS)


def _is_dir(path: Path) -> bool:
    """Return whether a path is a folder.

    Raises:
        UsageError: nothing is there, or nothing can be.
    """
    try:
        if path.is_dir():
            return True
        if path.exists():
            return False
    except OSError as error:
        raise UsageError(f"“{path}” cannot be accessed: {reason_of(error)}.") from error
    raise UsageError(f"There is no file or folder “{path}”.")


def find_root(folder: Path) -> Path | None:
    """Return the folder at or above this one that holds a `catalog.toml`."""
    for candidate in (folder, *resolved(folder).parents):
        # Nothing need be known of a folder that may not be looked into.
        if os.path.isfile(candidate / CATALOG_FILE):
            return candidate
    return None


def read_catalog(root: Path, partly: bool = False) -> Catalog:
    """Return a folder's catalogue without its guides.

    With `partly`, a fault of a notice's or a logo's file is not a fault of the catalogue: it is
    kept in its `broken`, and stops the books that need the file.

    Raises:
        InputError: with every fault of `catalog.toml` and of the files that it names.
    """
    path = root / CATALOG_FILE
    # The catalogue is the folder in which the file has its name, wherever a link would lead.
    hold_inside(path, root, CATALOG_FILE)
    text = read_text(path, _LIMIT)
    check_text(path, text)
    document = read_toml(path, text)
    for key in _PRIVATE:
        if key in document.data:
            document.findings.append(unknown_key(document, (key,), Catalog))
    wordings = read_wordings(document, root)
    own, faults_of_phrases = read_phrases(root)
    document.findings += faults_of_phrases
    read_glossary(document, root)
    read_bibliography(document, root)
    style = read_style(document, root)
    kept = {"ledger": ledger_of(root, document), "citation_style": style}
    try:
        data = {key: value for key, value in document.own_data().items() if key not in _PRIVATE}
        catalog = _catalog_of(_Data(repr(data), data)).model_copy(
            update={"root": root, "commit": commit_of(root), "phrases": own, **kept}
        )
    except ValidationError as error:
        faults = findings_of(faults_by_path(error, document), Catalog, document)
        files = [finding for found in wordings.values() for finding in found]
        raise InputError(capped([*document.findings, *files, *faults])) from error
    document.findings += catalog_findings(catalog, document, root)
    logos = dict(logo_findings(catalog, document, root))
    broken = {catalog.notices[index].key: found for index, found in wordings.items()} | logos
    if not partly:
        document.findings += (finding for found in broken.values() for finding in found)
    if errors_of(document.findings):
        raise InputError(capped(document.findings))
    return catalog.model_copy(update={"broken": broken}) if partly else catalog


@dataclass(frozen=True, slots=True)
class _Data:
    """Plain data, which are the same where they are written the same."""

    written: str
    itself: dict[str, Any] = field(compare=False)


# The preview reads a catalogue again with each save of a guide.
@lru_cache(maxsize=2)
def _catalog_of(data: _Data) -> Catalog:
    return Catalog.of_data(data.itself)


def checked_definition(
    path: Path, text: str, catalog: Catalog
) -> tuple[Guide | None, list[Finding]]:
    """Return the guide of a text as if it were in a file of a catalogue, and all its faults."""
    checked = _checked(path, lambda: definition_of(path, text), catalog, SECONDS)
    return checked.guide, checked.findings


def read_guides(
    catalog: Catalog, files: Iterable[Path], sure: Collection[Path], timeout: float = SECONDS
) -> Catalog:
    """Return a catalogue with the guides of some files; what is wrong is in its `by_file`.

    A file that does not look like a guide is left out, unless it is among the `sure` ones. The
    files are those of a `Selection`, which holds none that a link leads out of the catalogue to.
    `timeout` is the seconds that one may take.
    """
    return _surveyed(catalog, files, sure, timeout).catalog


def _surveyed(
    catalog: Catalog, files: Iterable[Path], sure: Collection[Path], timeout: float
) -> LoadedCatalog:
    guides: dict[str, Guide] = {}
    drafts: list[Guide] = []
    incomplete: list[Guide] = []
    by_file = list(catalog.by_file)
    isbns: dict[str, Place] = {}
    for file in files:
        is_row = template_of_row(file) is not None
        if not is_row and (fault := fault_of_file(file)):
            by_file.append(_by_file(file, None, (fault,)))
            continue
        if not is_row and file not in sure and not is_definition(file):
            continue
        if fault := fault_of_name(file):
            by_file.append(_by_file(file, None, (fault,)))
            continue
        checked = _checked(file, partial(read_guide, file, catalog), catalog, timeout)
        guide, findings = checked.guide, checked.findings
        stated = checked.document.data.get("slug")
        # An unusable slug has a stand-in, which another guide does not repeat on purpose.
        if guide is not None and guide.slug in guides and stated in (None, "", guide.slug):
            message = f"The slug “{guide.slug}” also belongs to {_named(guides[guide.slug])}."
            place = checked.document.place(("slug",))
            findings.append(Finding(place, "D050", message, "Give one of them another slug."))
        if guide is not None:
            findings += twin_findings(guide, checked.document, isbns)
            findings += ledger_findings(guide, catalog, checked.document)
        if findings:
            row = guide.row if guide else None
            by_file.append(_by_file(file, guide, with_row(findings, file, row)))
        if guide is not None and not errors_of(findings):
            guides[guide.slug] = guide
        elif guide is not None and not errors_of(checked.document.findings):
            drafts.append(guide)
        elif guide is not None and (rest := without_stand_ins(guide, checked.document.data)):
            incomplete.append(rest)
    found = catalog.model_copy(update={"guides": guides, "by_file": tuple(by_file)})
    return LoadedCatalog(found, tuple(drafts), tuple(incomplete))


def _named(guide: Guide) -> str:
    """Return the origin of a guide in words: its file, or the row of a table."""
    return str(guide.row or guide.origin)


@dataclass(frozen=True, slots=True)
class _Checked:
    """A guide, if one could be read, with the places of its parts and all that is wrong."""

    guide: Guide | None
    document: Document
    findings: list[Finding]


def _checked(
    path: Path, read: Callable[[], tuple[Guide, Document]], catalog: Catalog, timeout: float
) -> _Checked:
    """Return the guide that a function reads from a file, checked against its catalogue."""
    try:
        with deadline(timeout):
            guide, document = read()
            guide, found = held_against(guide, catalog, document)
            faults = capped([*document.findings, *found])
    except InputError as error:
        return _Checked(None, Document(), list(error.findings))
    except OutOfTime:
        return _given_up(path, f"takes longer than {timeout:g} seconds to read")
    except MemoryError:
        return _given_up(path, "needs more memory to read than there is")
    return _Checked(guide, document, faults)


def document_of(guide: Guide, catalog: Catalog) -> Document:
    """Return the places of a guide's parts in its file, if it has one that still reads the same."""
    if guide.origin is not None:
        try:
            read, document = read_guide(guide.origin, catalog)
        except InputError:
            return Document(guide.origin.parent if guide.row else guide.origin)
        if read.sections == guide.sections:
            return document
    return placeless(guide)


def _given_up(path: Path, why: str) -> _Checked:
    remedy = "Make it, its tables or its images smaller."
    finding = Finding(Place(str(path)), "D014", f"The definition {why}.", remedy)
    return _Checked(None, Document(), [finding])


def _by_file(file: Path, guide: Guide | None, findings: Iterable[Finding]) -> FileFindings:
    """Return the findings on a definition under its guide's name, as far as it has one."""
    slug = (guide.slug if guide else "") or label_of(file)
    title = guide.title if guide and guide.title != STAND_IN else ""
    return FileFindings(file, slug, tuple(sorted(set(findings))), title)
