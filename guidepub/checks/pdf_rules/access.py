"""Accessibility of a PDF: PDF/UA-1 (ISO 14289-1), as far as a program can judge it."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

import pikepdf

from guidepub.checks.painted.marks import Page
from guidepub.checks.painted.reading import gathered
from guidepub.checks.pdf_rules.press import metadata_bytes
from guidepub.checks.pdf_rules.tagging import TaggedElement, TagTree, pages_of_others, structure_of
from guidepub.findings import Finding, Place, Severity

BOOKMARKS_FROM = 9
"""Pages from which on a file needs bookmarks."""

_UA = re.compile(rb"pdfuaid:part(?:>|\s*=\s*[\"'])\s*[12]")
_TITLE = re.compile(rb"<dc:title>.*?<rdf:li[^>]*>\s*[^<\s]", re.S)
_WORDING = re.compile(rb"<rdf:li[^<>]*>([^<]*)</rdf:li>")
_LONGEST_TITLES = 20_000
_HEADING = re.compile(r"H([1-6])")

_ROWS = frozenset({"TR"})
# The only children that some elements may have, and the only parents of others.
_HOLDS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "L": frozenset({"L", "LI", "Caption"}),
        "LI": frozenset({"Lbl", "LBody"}),
        "Table": frozenset({"TR", "THead", "TBody", "TFoot", "Caption"}),
        "THead": _ROWS,
        "TBody": _ROWS,
        "TFoot": _ROWS,
        "TR": frozenset({"TH", "TD"}),
    }
)
_PARENTS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "TR": frozenset({"Table", "THead", "TBody", "TFoot"}),
        "TH": frozenset({"TR"}),
        "TD": frozenset({"TR"}),
    }
)
_PARTS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "P033": ("A list contains something that is not an item.", "Tag its parts as LI."),
        "P034": (
            "A list item contains something other than its label and its body.",
            "Put all of its content into one LBody.",
        ),
        "P035": (
            "A table contains something that is not a row or a cell.",
            "Tag rows as TR, and their cells as TH or TD.",
        ),
    }
)


def access_findings(file: Path, pdf: pikepdf.Pdf, pages: Sequence[Page]) -> Iterator[Finding]:
    """Yield the faults of a file for a screen."""
    structure = structure_of(pdf)
    marked = pdf.Root.get("/MarkInfo")
    if structure is None or marked is None or not bool(marked.get("/Marked", False)):
        # ISO 14289-1, 6.2 and 7.1. Without tags nothing else can be judged of them.
        message = "The file is not tagged: a screen reader cannot recognise its parts."
        remedy = "Make it as tagged PDF, PDF/UA-1."
        yield Finding(Place(str(file)), "P020", message, remedy)
    yield from _document(file, pdf, len(pages))
    if structure is not None and marked is not None:
        yield from _content(file, pages)
        yield from _structure(file, pdf, structure)


def tag_findings(file: Path, pdf: pikepdf.Pdf) -> Iterator[Finding]:
    """Yield the faults of a tagged file's structure, for which no page's content is read."""
    yield from _document(file, pdf, len(pdf.pages))
    structure = structure_of(pdf)
    if structure is not None:
        yield from _structure(file, pdf, structure)


def _structure(file: Path, pdf: pikepdf.Pdf, structure: TagTree) -> Iterator[Finding]:
    yield from _figures(file, structure)
    yield from _headings(file, structure)
    yield from _tables(file, structure)
    yield from _parts(file, structure)
    yield from _links(file, pdf, structure)
    message = "The content of the page does not belong to any element of the structure, or to those of another page."
    remedy = "Tag it in this file: a page loses its tags when it is appended."
    yield from gathered(file, pages_of_others(pdf), "P037", message, remedy)


def _document(file: Path, pdf: pikepdf.Pdf, pages: int) -> Iterator[Finding]:
    place, root, metadata = Place(str(file)), pdf.Root, metadata_bytes(pdf)
    if not str(root.get("/Lang", "")).strip():
        message = "The file does not state its language."
        remedy = "Set Lang in the catalogue (ISO 14289-1, 7.2), as in en-US."
        yield Finding(place, "P021", message, remedy)
    preferences = root.get("/ViewerPreferences", pikepdf.Dictionary())
    if not _TITLE.search(metadata) or not bool(preferences.get("/DisplayDocTitle", False)):
        message = "Readers show the file name instead of the book's title."
        remedy = "Set dc:title and DisplayDocTitle (ISO 14289-1, 7.1)."
        yield Finding(place, "P022", message, remedy)
    yield from _titles(place, pdf, metadata)
    if not _UA.search(metadata):
        message = "The file does not state that it is PDF/UA."
        remedy = "Set pdfuaid:part once the file conforms to it (ISO 14289-1, 5)."
        yield Finding(place, "P023", message, remedy, Severity.WARNING)
    outlines = root.get("/Outlines")
    if pages >= BOOKMARKS_FROM and (outlines is None or outlines.get("/First") is None):
        message = f"The file has {pages} pages and no bookmarks."
        yield Finding(place, "P030", message, "Add one for each heading.", Severity.WARNING)
    if pages >= BOOKMARKS_FROM and "/PageLabels" not in root:
        message = "The file's pages have no labels: readers count the cover as page 1."
        remedy = "Set PageLabels to the printed page numbers (ISO 32000-1, 12.4.2)."
        yield Finding(place, "P031", message, remedy, Severity.WARNING)


def _titles(place: Place, pdf: pikepdf.Pdf, metadata: bytes) -> Iterator[Finding]:
    """ISO 19005-1, 6.7.3: what the information dictionary repeats of the metadata is the same.

    A tool that renames a file often writes one of the two (findings/pypdf-two-titles.sh).
    """
    begin = metadata.find(b"<dc:title>")
    if begin < 0:
        return
    end = metadata.find(b"</dc:title>", begin, begin + _LONGEST_TITLES)
    info_title = " ".join(str(pdf.docinfo.get("/Title", "")).split())
    wordings = _WORDING.findall(metadata[begin : max(end, 0)])
    titles = [" ".join(html.unescape(each.decode("utf-8", "replace")).split()) for each in wordings]
    announced = next(filter(None, titles), "")
    if info_title and announced and info_title not in titles:
        message = f"The file has two titles: “{announced[:120]}”, which readers announce, and “{info_title[:120]}”."
        remedy = "Use the same text for dc:title in the metadata and Title in the information dictionary."
        yield Finding(place, "P038", message, remedy, Severity.WARNING)


def _content(file: Path, pages: Sequence[Page]) -> Iterator[Finding]:
    """ISO 14289-1, 7.1: content is tagged or marked as an artifact."""
    loose = [p.number for p in pages if any(not mark.tagged and mark.seen for mark in p.marks)]
    message = "Something is neither tagged nor marked as decoration."
    remedy = "Put it in the structure, or mark it as an artifact."
    yield from gathered(file, loose, "P032", message, remedy)


def _figures(file: Path, structure: TagTree) -> Iterator[Finding]:
    """ISO 14289-1, 7.3: figures have an alternative or replacement text."""
    silent = [e.page for e in structure.elements if e.kind == "Figure" and not e.text.strip()]
    message = "A figure has no text alternative."
    remedy = "Describe it in words, or mark it as an artifact if it is decoration."
    yield from gathered(file, silent, "P024", message, remedy)


def _headings(file: Path, structure: TagTree) -> Iterator[Finding]:
    """ISO 14289-1, 7.4.2: the first heading is H1, and no level is skipped going down."""
    before = 0
    for element in structure.elements:
        match = _HEADING.fullmatch(element.kind)
        if match is None:
            continue
        level = int(match[1])
        if level > before + 1:
            after = f"one of level {before}" if before else "no heading at all"
            message = f"A heading of level {level} follows {after}."
            remedy = "Go down one level at a time."
            yield Finding(Place(str(file), page=element.page), "P025", message, remedy)
        before = level


def _parts(file: Path, structure: TagTree) -> Iterator[Finding]:
    """ISO 14289-1, 7.2 and 7.5, with ISO 32000-1, 14.8.4.3: what lists and tables are made of."""
    faults: dict[str, list[int]] = {}
    for element in structure.elements:
        parent = element.within[-1] if element.within else ""
        if parent in _HOLDS and element.kind not in _HOLDS[parent]:
            faults.setdefault(_code(parent), []).append(element.page)
        elif element.kind in _PARENTS and parent not in _PARENTS[element.kind]:
            faults.setdefault(_code(element.kind), []).append(element.page)
    for code, (message, remedy) in _PARTS.items():
        yield from gathered(file, faults.get(code, ()), code, message, remedy)


def _code(kind: str) -> str:
    return {"L": "P033", "LI": "P034"}.get(kind, "P035")


def _tables(file: Path, structure: TagTree) -> Iterator[Finding]:
    """ISO 14289-1, 7.5: headers, and how they belong to cells: by Scope or by Headers."""
    cells: dict[int, list[TaggedElement]] = {}
    tables = {e.table: e for e in structure.elements if e.kind == "Table"}
    for element in structure.elements:
        if element.kind in ("TH", "TD") and element.table:
            cells.setdefault(element.table, []).append(element)
    bare, vague = [], []
    for number, table in tables.items():
        heads = [cell for cell in cells.get(number, []) if cell.kind == "TH"]
        data = [cell for cell in cells.get(number, []) if cell.kind == "TD"]
        if not heads:
            bare.append(table.page)
        elif any(head.attribute("/Scope") is None for head in heads) and not all(
            cell.attribute("/Headers") is not None for cell in data
        ):
            vague.append(table.page)
    message = "A table has no header cells."
    yield from gathered(file, bare, "P026", message, "Tag its headers as TH.")
    message = "A table's headers do not state which cells they belong to."
    yield from gathered(file, vague, "P027", message, "Give each TH a Scope, Row or Column.")


def _links(file: Path, pdf: pikepdf.Pdf, structure: TagTree) -> Iterator[Finding]:
    """ISO 14289-1, 7.18.5: links are in the structure and say where they lead."""
    nameless, loose = [], []
    for number, page in enumerate(pdf.pages, 1):
        annotations = page.obj.get("/Annots")
        for item in list(annotations)[:5000] if isinstance(annotations, pikepdf.Array) else []:
            if not isinstance(item, pikepdf.Dictionary) or str(item.get("/Subtype")) != "/Link":
                continue
            if not str(item.get("/Contents", "")).strip():
                nameless.append(number)
            if item.objgen not in structure.annotations:
                loose.append(number)
    message = "A link does not say where it leads."
    yield from gathered(file, nameless, "P028", message, "Give it Contents (ISO 14289-1, 7.18.5).")
    message = "A link is not part of the structure: a screen reader will not find it."
    yield from gathered(file, loose, "P029", message, "Put it in a Link element as an OBJR.")
