"""Finished files as sources: text, page labels, links and alternatives of pictures, by unit.

All sources have the same methods; a unit is a page, a document or a leaf.
`opened` reads a file by its edition, and `source_of` makes a source of the result.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import pypdfium2.raw as pdfium

from guidepub.checks.legal.in_pages.pages import Pages
from guidepub.checks.legal.wordings.heads import EDGE, heads
from guidepub.checks.text.streams import Stream, folded
from guidepub.model import EDITION_FILES, Edition

if TYPE_CHECKING:
    from guidepub.checks.legal.in_documents.documents import Documents

# How many elements of a structure tree are read; no page has more.
_MOST_ELEMENTS = 20_000


class FinishedFile(Protocol):
    """A finished file that is compared with a manuscript."""

    stream: Stream
    names: tuple[str, ...]
    heads: tuple[tuple[int, int], ...]
    """The parts of the stream that look like running heads and folios."""

    def label(self, unit: int) -> str | None:
        """Return the printed number of a page, or None where units are not pages."""

    def links(self, unit: int) -> list[str | int]:
        """Return the addresses that a unit's links lead to, or the units inside the file."""

    def alternatives(self, unit: int) -> list[str] | None:
        """Return the text alternatives of a unit's pictures, or None if the file cannot have any."""


def is_paged(source: FinishedFile) -> bool:
    """Return whether a file's units are pages, on which one part can end and the next one begin."""
    return source.label(0) is not None


@contextmanager
def opened(edition: Edition, file: Path, data: bytes | None = None) -> Iterator[Documents | Pages]:
    """Read a finished file of an edition for as long as the context lasts.

    With `data`, these bytes are read, and `file` is only their name.
    """
    with closing(_read(edition, file, data)) as read:
        yield read


def _read(edition: Edition, file: Path, data: bytes | None) -> Documents | Pages:
    if EDITION_FILES[edition].medium == "pdf":
        return Pages(file if data is None else data)
    # The modules that read documents are loaded for documents alone.
    from guidepub.checks.legal.in_documents.documents import documents_of

    return documents_of(file, data)


def source_of(read: Documents | Pages, edition: Edition) -> FinishedFile:
    """Return a source of what was read of a file of an edition.

    A file for a press has no structure tree, so it has no alternatives of pictures.
    """
    if isinstance(read, Pages):
        return PdfSource(read, readable=EDITION_FILES[edition].is_for_reading)
    from guidepub.checks.text.document_sources import EpubSource, WebSource

    is_page = EDITION_FILES[edition].medium == "html"
    return WebSource(read) if is_page else EpubSource(read)


class PdfSource:
    """An open PDF as a source."""

    def __init__(self, pages: Pages, readable: bool) -> None:
        """Take the text of `pages`; `readable` means that the file has a structure tree."""
        self._pages, self._document = pages, pages.document
        self._readable = readable
        self.stream = Stream(pages.texts[-1].units)
        self.names = pages.texts[-1].names
        self.heads = tuple(_head_segments(self.stream))

    def label(self, unit: int) -> str | None:
        """Return a page's label (ISO 32000-1, 12.4.2)."""
        return str(self._document.get_page_label(unit))

    def links(self, unit: int) -> list[str | int]:
        """Return where the link annotations of a page lead, in their order in the file."""
        found: list[str | int] = []
        position, link = ctypes.c_int(0), pdfium.FPDF_LINK()
        with self._pages.sheet(unit) as page:
            while pdfium.FPDFLink_Enumerate(page.raw, ctypes.byref(position), ctypes.byref(link)):
                target = self._target(link)
                if target is not None:
                    found.append(target)
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
        with self._pages.sheet(unit) as page:
            tree = pdfium.FPDF_StructTree_GetForPage(page.raw)
            found = list(_alternatives(tree)) if tree else []
            if tree:
                pdfium.FPDF_StructTree_Close(tree)
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
