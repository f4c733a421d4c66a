"""Reads the documents of an EPUB as one page, without what only a book has.

Cover, title page and contents are left out and reported. A copyright page is treated as legal
matter.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

from lxml import etree
from lxml.html import HtmlElement

from guidepub.findings import Finding
from guidepub.importing.epub.package import BookDocument, ForeignBook
from guidepub.importing.headings.known import plain_heading
from guidepub.importing.originals.citations import Citations
from guidepub.importing.originals.decoding import decode, without_barred_references
from guidepub.importing.originals.escaping import spaced
from guidepub.importing.originals.original import Aside, Fate, Original
from guidepub.importing.originals.page_metadata import language_tag
from guidepub.importing.originals.picture_files import archive_picture_reader
from guidepub.importing.pages.design_pages import as_page_of_indesign
from guidepub.importing.pages.furniture import left_out_text
from guidepub.importing.pages.generated_pages import read_generated
from guidepub.importing.pages.reader import parsed_page
from guidepub.text.residue.legal import has_copyright_line

# The reasons reported for documents, or parts of them, with their types in EPUB's vocabularies (EPUB
# SSV 1.1, OPF 2.0.1), or the names of their files or headings.
_MATTER = (
    ("the book’s cover", {"cover", "cover-page"}),
    ("the book’s title page", {"titlepage", "title-page", "halftitlepage", "halftitle"}),
    ("the book’s contents",
     {"toc", "landmarks", "page-list", "loi", "lot", "contents", "table of contents", "nav",
      "inhalt", "inhaltsverzeichnis", "índice", "contenido", "sommaire", "table des matières"}),
    ("the book’s copyright page",
     {"copyright-page", "copyright", "imprint", "impressum", "imprimatur", "colophon"}),
)  # fmt: skip
_COPYRIGHT = _MATTER[-1][0]
_HEADINGS = ("h1", "h2", "h3")
_LINES = ("p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "dd", "td", "blockquote", "div")
# The most characters of a title page and of a copyright page.
_LONGEST_TITLE_PAGE = 300
_LONGEST_COPYRIGHT = 6000
# The fewest links of a table of contents, and the proportion of its words in links.
_FEWEST_LINKS = 3
_LINKED = 0.7


def read_documents(
    book: ForeignBook, documents: Iterable[BookDocument], path: str, citations: Citations
) -> Original:
    """Return the blocks of some documents of a book, and its metadata.

    Raises:
        InputError: they contain no text, or cannot be read (I002 to I004).
    """
    assembly = _Assembly(book)
    for document in documents:
        assembly.add(document)
    read = read_generated(assembly.page(), path, citations)
    return replace(
        read,
        title=str(book.about.get("title", "")) or read.title,
        language=language_tag(str(book.about.get("language", ""))),
        about={**book.about, **read.about},
        asides=(*read.asides, *assembly.asides),
        picture_of=archive_picture_reader(book.archive),
        findings=(*assembly.findings, *read.findings),
    )


class _Assembly:
    """Joins the documents of a book into one page with unique ids."""

    def __init__(self, book: ForeignBook) -> None:
        self._book = book
        self._order = {document.name: n for n, document in enumerate(book.documents)}
        self._files = frozenset(map(posixpath.basename, self._order))
        self._parts: list[str] = []
        self.asides: list[Aside] = []
        self.findings: list[Finding] = []

    def add(self, document: BookDocument) -> None:
        """Add the text of a document, or record why it is left out."""
        archive = self._book.archive
        data = archive.read(document.name)
        if not data.strip():
            return
        place = f"{archive.path}/{document.name}"
        text, findings = decode(data, Path(place))
        self.findings += findings
        root = parsed_page(without_barred_references(as_page_of_indesign(text)), place)
        body = root.find("body")
        if body is None or (not spaced(body.text_content()) and body.find(".//img") is None):
            return
        if reason := self._matter(document, body):
            self._leave_out(body, reason)
            return
        for part in list(body.iter("section", "nav", "div")):
            if part.getparent() is not None and (reason := matter_of(_types(part))):
                self._leave_out(part, reason)
                part.drop_tree()
        self._make_unique(body, document.name)
        body.tag = "div"
        part = etree.tostring(body, encoding="unicode", method="html", with_tail=False)
        self._parts.append(part)

    def page(self) -> str:
        """Return the HTML of the whole text."""
        return "".join(self._parts)

    def _matter(self, document: BookDocument, body: HtmlElement) -> str:
        """Return the kind of a document that is not text of the guide, or an empty string."""
        only = [child for child in body if isinstance(child.tag, str)]
        inner = _types(only[0]) if len(only) == 1 else frozenset()
        if reason := matter_of(document.kinds | _types(body) | inner):
            return reason
        words = _words(body)
        heading = next(body.iter(*_HEADINGS), None)
        is_list = _is_list_of_links(body, words, self._files)
        if reason := _matter_by_name(document.name, heading, len(words), is_list):
            return reason
        if len(words) <= _LONGEST_TITLE_PAGE and self._is_title_page(words):
            return "the book’s title page"
        if is_list:
            return "the book’s contents"
        is_short = len(words) <= _LONGEST_COPYRIGHT // 3 and heading is None
        return _COPYRIGHT if is_short and has_copyright_line(words[:2000]) else ""

    def _is_title_page(self, words: str) -> bool:
        """Return whether a page has only the words of the book's title and people."""
        title = str(self._book.about.get("title", "")).casefold()
        if not title or title not in words.casefold():
            return False
        authors = self._book.about.get("author", [])
        printed = " ".join([title, *(authors if isinstance(authors, list) else [])]).casefold()
        known = {*re.findall(r"\w+", printed), "by", "von", "por", "par"}
        return known.issuperset(re.findall(r"\w+", words.casefold()))

    def _leave_out(self, part: HtmlElement, reason: str) -> None:
        fate: Fate = "metadata" if reason == _COPYRIGHT else "furniture"
        for words in _lines(part):
            self.asides.append(Aside(words, 0, fate, reason))

    def _make_unique(self, body: HtmlElement, name: str) -> None:
        """Make the ids in a document unique within the page, and update links to them."""
        folder, own = posixpath.dirname(name), self._order[name]
        for element in list(body.iter()):
            if not isinstance(element.tag, str):
                continue
            types = _types(element)
            if "pagebreak" in types:
                element.drop_tree()
                continue
            if element.get("id"):
                element.set("id", f"d{own}-{element.get('id')}")
            if element.tag == "a" and (href := element.get("href")):
                element.set("href", self._href(href, folder, own))
                if "noteref" in types:
                    element.set("role", "doc-noteref")
            elif element.tag == "img" and (source := element.get("src")):
                element.set("src", posixpath.normpath(posixpath.join(folder, source)))

    def _href(self, href: str, folder: str, own: int) -> str:
        if re.match(r"[a-z][a-z0-9+.-]*:", href, re.I):
            return href
        path, _, name = href.partition("#")
        target = posixpath.normpath(posixpath.join(folder, unquote(path))) if path else ""
        number = self._order.get(target, own) if path else own
        return f"#d{number}-{name}"


def _types(element: HtmlElement) -> frozenset[str]:
    """Return the types of an element in EPUB's vocabularies."""
    types = f"{element.get('epub:type') or ''} {element.get('role') or ''}".lower()
    return frozenset(word.removeprefix("doc-") for word in types.split())


def matter_of(names: frozenset[str] | set[str]) -> str:
    """Return the kind of a part with certain types that is not text of a guide, or ""."""
    return next((reason for reason, known in _MATTER if not known.isdisjoint(names)), "")


def _matter_by_name(name: str, heading: HtmlElement | None, size: int, is_list: bool) -> str:
    """Return the kind of a page by its heading or the name of its file, if the page is short enough.

    `size` is its number of characters, and `is_list` is whether it is a list of links.
    """
    plain = plain_heading(heading.text_content()) if heading is not None else ""
    stem = posixpath.splitext(posixpath.basename(name))[0].lower()
    reason = matter_of({plain}) or matter_of({re.sub(r"^[\d_-]+|[\d_-]+$", "", stem)})
    if reason == _COPYRIGHT:
        return reason if size <= _LONGEST_COPYRIGHT else ""
    return reason if is_list or size <= _LONGEST_TITLE_PAGE else ""


def _is_list_of_links(body: HtmlElement, words: str, names: Container[str]) -> bool:
    """Return whether a page is mostly links to the files with certain names, those of its book."""
    led = [
        spaced(link.text_content())
        for link in body.iter("a")
        if posixpath.basename(unquote((link.get("href") or "").partition("#")[0])) in names
    ]
    return len(led) >= _FEWEST_LINKS and sum(map(len, led)) > _LINKED * len(words)


def _lines(part: HtmlElement) -> Iterator[str]:
    """Yield the words of a part, a line or a paragraph at a time."""
    left = [
        element
        for element in part.iter(*_LINES)
        if next((inner for inner in element.iter(*_LINES) if inner is not element), None) is None
    ]
    if not left:
        left = [part]
    words, lines = _words(part), [_words(element) for element in left]
    if "".join(lines).replace(" ", "") == words.replace(" ", ""):
        yield from filter(None, lines)
    elif words:
        yield words


def _words(element: HtmlElement) -> str:
    return spaced(" ".join(left_out_text(element)))
