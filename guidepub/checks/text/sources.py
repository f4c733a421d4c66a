"""What a finished file holds beside its text: page labels, links, alternatives of pictures.

`PdfSource` and `EpubSource` give the same answers, unit by unit; a unit is a page or a document.
`opened` reads a file as what it is, and `source_of` makes a source of that.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import accumulate
from pathlib import Path
from typing import Any, Protocol

import pypdfium2.raw as pdfium
from lxml import etree

from guidepub.checks.archives import OPS_TYPE, XHTML, Package, resolved
from guidepub.checks.legal.documents import Documents
from guidepub.checks.legal.heads import EDGE, heads
from guidepub.checks.legal.markup import INLINE
from guidepub.checks.legal.pages import Pages
from guidepub.checks.text.streams import Stream, folded
from guidepub.model import EDITION_FILES, Edition

_SVG = "{http://www.w3.org/2000/svg}"
# Elements of a structure tree that are looked at; no page has more.
_MOST_ELEMENTS = 20_000
_SILENT = frozenset(
    {*(XHTML + name for name in ("head", "script", "style", "template")),
     *(_SVG + name for name in ("title", "desc", "style", "metadata", "defs"))}
)  # fmt: skip


class FinishedFile(Protocol):
    """A finished file that a manuscript is held against."""

    stream: Stream
    names: tuple[str, ...]
    heads: tuple[tuple[int, int], ...]
    """The parts of the stream that look like running heads and folios."""

    def label(self, unit: int) -> str | None:
        """Return what is printed as a page's number, or None where units are no pages."""

    def links(self, unit: int) -> list[str | int]:
        """Return the addresses that a unit's links lead to, or the units inside the file."""

    def alternatives(self, unit: int) -> list[str] | None:
        """Return what a unit's pictures say to who does not see them, or None if it cannot."""


@contextmanager
def opened(edition: Edition, file: Path, data: bytes | None = None) -> Iterator[Documents | Pages]:
    """Read a finished file of an edition for as long as the context lasts.

    With `data`, the bytes are those, and `file` is only what they are called.
    """
    read = (
        Documents(file, data)
        if EDITION_FILES[edition].medium == "epub"
        else Pages(file if data is None else data)
    )
    with closing(read):
        yield read


def source_of(read: Documents | Pages, edition: Edition) -> FinishedFile:
    """Return what was read of a file of an edition as a source.

    What a press gets has no structure that a picture's words could stand in.
    """
    if isinstance(read, Documents):
        return EpubSource(read)
    return PdfSource(read, readable=EDITION_FILES[edition].is_for_reading)


class PdfSource:
    """A PDF that is open."""

    def __init__(self, pages: Pages, readable: bool) -> None:
        """Take the text that was read of `pages`; `readable` is a file with a structure tree."""
        self._document = pages.document
        self._readable = readable
        self.stream = Stream(pages.texts[-1].units)
        self.names = pages.texts[-1].names
        self.heads = tuple(_head_segments(self.stream))

    def label(self, unit: int) -> str | None:
        """Return a page's label (ISO 32000-1, 12.4.2)."""
        return str(self._document.get_page_label(unit))

    def links(self, unit: int) -> list[str | int]:
        """Return where the link annotations of a page lead, in their order in the file."""
        page = self._document[unit]
        found: list[str | int] = []
        position, link = ctypes.c_int(0), pdfium.FPDF_LINK()
        while pdfium.FPDFLink_Enumerate(page.raw, ctypes.byref(position), ctypes.byref(link)):
            target = self._target(link)
            if target is not None:
                found.append(target)
        page.close()
        return found

    def _target(self, link: Any) -> str | int | None:
        raw = self._document.raw
        destination = pdfium.FPDFLink_GetDest(raw, link)
        if destination:
            return int(pdfium.FPDFDest_GetDestPageIndex(raw, destination))
        action = pdfium.FPDFLink_GetAction(link)
        if not action:
            return None
        size = pdfium.FPDFAction_GetURIPath(raw, action, None, 0)
        buffer = ctypes.create_string_buffer(size)
        pdfium.FPDFAction_GetURIPath(raw, action, buffer, size)
        return buffer.value.decode("utf-8", "replace")

    def alternatives(self, unit: int) -> list[str] | None:
        """Return the alternatives of a page's figures (ISO 32000-1, 14.9.3)."""
        if not self._readable:
            return None
        page = self._document[unit]
        tree = pdfium.FPDF_StructTree_GetForPage(page.raw)
        found = list(_alternatives(tree)) if tree else []
        if tree:
            pdfium.FPDF_StructTree_Close(tree)
        page.close()
        return found


def _head_segments(stream: Stream) -> Iterator[tuple[int, int]]:
    lines: dict[int, list[int]] = {}
    for unit, line in heads(stream.units, EDGE):
        if unit not in lines:
            lengths = [len(folded(line)) for line in stream.units[unit].split("\n")]
            lines[unit] = list(accumulate(lengths, initial=stream.starts[unit]))
        start, end = lines[unit][line], lines[unit][line + 1]
        if start < end:
            yield start, end


def _alternatives(tree: Any) -> Iterator[str]:
    count = pdfium.FPDF_StructTree_CountChildren(tree)
    stack = [pdfium.FPDF_StructTree_GetChildAtIndex(tree, n) for n in reversed(range(count))]
    for _ in range(_MOST_ELEMENTS):
        if not stack:
            return
        element = stack.pop()
        if not element:
            continue
        if text := _alternative(element):
            yield text
        children = pdfium.FPDF_StructElement_CountChildren(element)
        stack += [
            pdfium.FPDF_StructElement_GetChildAtIndex(element, n) for n in reversed(range(children))
        ]


def _alternative(element: Any) -> str:
    size = pdfium.FPDF_StructElement_GetAltText(element, None, 0)
    if size <= 2:
        return ""
    buffer = ctypes.create_string_buffer(size)
    pdfium.FPDF_StructElement_GetAltText(element, buffer, size)
    return buffer.raw[: size - 2].decode("utf-16-le", "replace")


class EpubSource:
    """An EPUB that was read: a unit is a document of its spine."""

    def __init__(self, documents: Documents) -> None:
        self._package: Package = documents.package
        spine = dict.fromkeys(self._package.spine)
        self.names = tuple(name for name in spine if name in self._package.documents)
        self.heads: tuple[tuple[int, int], ...] = ()
        self._numbers = {name: number for number, name in enumerate(self.names)}
        self.stream = Stream(
            [_text(self._package.documents[name], documents.hidden(name)) for name in self.names]
        )

    def label(self, unit: int) -> str | None:
        """Return None: an EPUB's contents print no page numbers."""
        return None

    def links(self, unit: int) -> list[str | int]:
        """Return where the links of a document lead."""
        name = self.names[unit]
        found: list[str | int] = []
        for anchor in self._package.documents[name].iter(f"{XHTML}a"):
            href = anchor.get("href")
            if href is None:
                continue
            inside = resolved(name, href)
            target = self._numbers.get(inside[0]) if inside is not None else None
            found.append(href if target is None else target)
        return found

    def alternatives(self, unit: int) -> list[str] | None:
        """Return the text alternatives of a document's pictures and drawings."""
        found = []
        for element in self._package.documents[self.names[unit]].iter():
            if element.tag == f"{XHTML}img":
                found.append(element.get("alt", ""))
            elif element.tag == f"{_SVG}svg":
                said = [child.text or "" for child in element if child.tag == f"{_SVG}desc"]
                found += said or [element.get("aria-label", "")]
        return [text for text in found if text]


def _text(document: etree._Element, hidden: set[etree._Element]) -> str:
    """Return a document's text with the numbers of its lists, a line for each block.

    What is hidden is left out.
    """
    body = document.find(f"{XHTML}body")
    if body is None:
        return ""
    parts: list[str] = []
    numbers: dict[etree._Element, int] = {}
    stack: list[tuple[etree._Element, bool]] = [(body, False)]
    while stack:
        element, is_done = stack.pop()
        if is_done:
            if element.tag not in INLINE:
                parts.append("\n")
            if element is not body:
                parts.append(_one_line(element.tail))
            continue
        stack.append((element, True))
        if callable(element.tag) or _is_silent(element) or element in hidden:
            continue
        if element.tag not in INLINE:
            parts.append("\n")
        if element.tag == f"{XHTML}li":
            parts.append(_number(element, numbers))
        parts.append(_one_line(element.text))
        stack.extend((child, False) for child in reversed(element))
    return "".join(parts)


def _number(item: etree._Element, numbers: dict[etree._Element, int]) -> str:
    """Return the line that a reading system prints before an item, empty without a number.

    HTML, 4.4.5 and 4.4.8: `start` of the list, and `value` of an item, from which it counts on.
    `numbers` keeps how far each list has counted.
    """
    parent = item.getparent()
    if parent is None or parent.tag != f"{XHTML}ol":
        return ""
    before = numbers.get(parent, _integer(parent.get("start"), 1) - 1)
    numbers[parent] = _integer(item.get("value"), before + 1)
    return f"{numbers[parent]}.\n"


def _integer(text: str | None, default: int) -> int:
    try:
        return int(text) if text is not None else default
    except ValueError:
        return default


def _is_silent(element: etree._Element) -> bool:
    return (
        element.tag in _SILENT
        or element.get("hidden") is not None
        or "pagebreak" in element.get(OPS_TYPE, "")
    )


def _one_line(text: str | None) -> str:
    return (text or "").replace("\n", " ").replace("\t", " ").replace("\r", " ")
