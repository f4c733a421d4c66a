"""Finished files read back: a PDF's text by position, an EPUB's documents."""

from __future__ import annotations

import ctypes
import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium
from lxml import etree

HTML = "{http://www.w3.org/1999/xhtml}"
OPS = "{http://www.idpf.org/2007/ops}"
OPF = {"opf": "http://www.idpf.org/2007/opf", "dc": "http://purl.org/dc/elements/1.1/"}

# Running heads and folios stand in the outer parts of a page's height, text between them.
_HEAD = 0.09
_FOOT = 0.90


def folded(text: str) -> str:
    """Return a text with each run of white space as one space."""
    return " ".join(text.split())


@dataclass(frozen=True)
class Bookmark:
    """An entry of a PDF's outline: its level and title, and the page it leads to, from 0."""

    level: int
    title: str
    page: int


class Pdf:
    """A PDF's pages as text."""

    def __init__(self, data: bytes) -> None:
        self.document = pypdfium2.PdfDocument(data)

    def __len__(self) -> int:
        return len(self.document)

    def label(self, page: int) -> str:
        """Return the number that a page bears."""
        return str(self.document.get_page_label(page))

    def language(self) -> str:
        """Return the language that the document names as its own."""
        buffer = ctypes.create_string_buffer(64)
        size = pdfium.FPDFCatalog_GetLanguage(
            self.document.raw, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), 64
        )
        return buffer.raw[: size - 2].decode("utf-16-le")

    def whole(self, page: int) -> str:
        """Return all text of a page."""
        return self._between(page, 0, 1)

    def head(self, page: int) -> str:
        """Return the running head of a page, white space folded."""
        return folded(self._between(page, 0, _HEAD))

    def text(self, page: int) -> str:
        """Return a page's text without running heads and folios."""
        return self._between(page, _HEAD, _FOOT)

    def links_inside(self, page: int) -> Iterator[tuple[str, int]]:
        """Yield the words of each link to another page on a page, and that page, from 0."""
        # Held, since it closes when nobody does so.
        document, own = self.document.raw, self.document[page]
        text_page = own.get_textpage()
        place, link = ctypes.c_int(0), pdfium.FPDF_LINK()
        while pdfium.FPDFLink_Enumerate(own.raw, place, link):
            box, dest = pdfium.FS_RECTF(), pdfium.FPDFLink_GetDest(document, link)
            if dest and pdfium.FPDFLink_GetAnnotRect(link, box):
                words = text_page.get_text_bounded(box.left, box.bottom, box.right, box.top)
                yield folded(words), pdfium.FPDFDest_GetDestPageIndex(document, dest)

    def height_of(self, page: int, words: str) -> float:
        """Return how far down a page some words begin: 0 is its top, 1 its foot."""
        text_page = self.document[page].get_textpage()
        found = text_page.search(words, match_case=True).get_next()
        assert found is not None, f"{words!r} is not on page {page}"
        _, _, _, top = text_page.get_charbox(found[0])
        return 1 - top / self.document[page].get_height()

    def pages_with(self, words: str) -> list[int]:
        """Return the pages on which some words stand, white space folded."""
        return [page for page in range(len(self)) if words in folded(self.whole(page))]

    def bookmarks(self) -> list[Bookmark]:
        """Return the outline."""
        return [
            Bookmark(mark.level, mark.get_title(), mark.get_dest().get_index())
            for mark in self.document.get_toc()
        ]

    def leaf_pages(self, title: str) -> range:
        """Return the pages from a first-level bookmark to the next one, or to the end.

        The page on which the next one leads to below this leaf's end is not among them.
        """
        marks = [mark for mark in self.bookmarks() if mark.level == 0]
        index = next(i for i, mark in enumerate(marks) if mark.title == title)
        end = marks[index + 1].page if index + 1 < len(marks) else len(self)
        return range(marks[index].page, max(end, marks[index].page + 1))

    def _between(self, page: int, begin: float, end: float) -> str:
        box = self.document[page]
        height = box.get_height()
        return str(
            box.get_textpage().get_text_bounded(top=height * (1 - begin), bottom=height * (1 - end))
        )


class Epub:
    """An EPUB's files by their path in the archive."""

    def __init__(self, data: bytes) -> None:
        self.archive = zipfile.ZipFile(io.BytesIO(data))
        self.names = self.archive.namelist()
        container = self.xml("META-INF/container.xml")
        self.package_path = str(container.xpath("string(//@full-path)"))
        self.folder = posixpath.dirname(self.package_path)
        self.package = self.xml(self.package_path)

    def xml(self, name: str) -> etree._Element:
        """Return a file as a tree."""
        return etree.fromstring(self.archive.read(name))

    def part(self, href: str) -> etree._Element:
        """Return a document that the package names."""
        return self.xml(posixpath.join(self.folder, href))

    def metadata(self, expression: str) -> list[str]:
        """Return the texts that an XPath below <metadata> finds."""
        found = self.package.xpath(f"opf:metadata/{expression}", namespaces=OPF)
        return [str(getattr(node, "text", node)) for node in found]

    def properties(self, name: str) -> list[str]:
        """Return the values of a <meta property>."""
        return self.metadata(f"opf:meta[@property='{name}'][not(@refines)]")

    def manifest(self) -> dict[str, etree._Element]:
        """Return the manifest's items by their href."""
        items = self.package.xpath("opf:manifest/opf:item", namespaces=OPF)
        return {item.get("href"): item for item in items}

    def documents(self) -> Iterator[tuple[str, etree._Element]]:
        """Yield the XHTML documents with their href, in the order of the spine."""
        by_id = {item.get("id"): href for href, item in self.manifest().items()}
        for reference in self.package.xpath("opf:spine/opf:itemref", namespaces=OPF):
            href = by_id[reference.get("idref")]
            yield href, self.part(href)


# Elements that part words: blocks of text, a line's end, the texts of a drawing.
_BLOCKS = frozenset(
    {"br", "dd", "desc", "div", "dt", "h1", "h2", "h3", "li", "p", "td", "text", "th", "title"}
)


def words_of(element: etree._Element) -> str:
    """Return an element's text, white space folded, blocks kept apart by a space."""
    parts: list[str] = []

    def read(node: etree._Element) -> None:
        if not isinstance(node.tag, str):
            return
        block = etree.QName(node).localname in _BLOCKS
        parts.append(" " * block + (node.text or ""))
        for child in node:
            read(child)
            parts.append(child.tail or "")
        parts.append(" " * block)

    read(element)
    return folded("".join(parts))


def xhtml(fragment: str) -> etree._Element:
    """Return a leaf's XHTML as a tree, without namespaces on its elements."""
    return etree.fromstring(
        re.sub(r"^<(\w+)", r'<\1 xmlns:epub="http://www.idpf.org/2007/ops"', fragment, count=1)
    )
