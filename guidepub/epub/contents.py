"""The contents as reading systems list them: sections and the headings in them.

The page of the contents shows what the printed one does. The other levels, which a PDF has in
its outline, are hidden in it, and so are for a reading system's own list (EPUB 3.3, 7.4.2).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from lxml import etree

from guidepub.epub.pages import page_addresses
from guidepub.model import Book, Leaf
from guidepub.themes.leaves import PageStart, body_of, words_of, xhtml_in
from guidepub.themes.limits.structure import NOTICE_LEAVES

NCX = "toc.ncx"

_NCX = "{http://www.daisy.org/z3986/2005/ncx/}"
_XHTML = "{http://www.w3.org/1999/xhtml}"
_HEADINGS = {f"{_XHTML}h2": 2, f"{_XHTML}h3": 3}


class ContentsEntry(NamedTuple):
    """An entry of the contents: its title, its target, and the entries below it."""

    title: str
    href: str
    below: list[ContentsEntry]


def entries(book: Book) -> list[ContentsEntry]:
    """Return an entry for each leaf that the contents list, with those of its headings.

    A part is followed by its leaves, one level down.
    """
    found: list[ContentsEntry] = []
    for leaf in book.leaves:
        if leaf.in_contents:
            entry = ContentsEntry(leaf.entry, leaf.file_name, _below(leaf))
            (found[-1].below if leaf.level > 1 and found else found).append(entry)
    return found


def with_levels(book: Book, xhtml: str) -> str:
    """Return the contents' leaf with the headings of each section below its entry, hidden."""
    below = {leaf.file_name: _below(leaf) for leaf in book.leaves if leaf.in_contents}
    body = body_of(xhtml)
    for item in body.iter(f"{_XHTML}li"):
        links = item.findall(f"{_XHTML}a")
        found = below.pop(links[0].get("href", ""), None) if len(links) == len(item) == 1 else None
        if found:
            _append(item, found)
            item[-1].set("hidden", "hidden")
    return xhtml_in(body)


def ncx(book: Book, identifier: str, starts: Sequence[PageStart]) -> bytes:
    """Return the same contents, and the printed pages, for older reading systems (NCX 2005-1)."""
    root = etree.fromstring(f'<ncx xmlns="{_NCX[1:-1]}" version="2005-1"/>')
    root.set("{http://www.w3.org/XML/1998/namespace}lang", book.language)
    listed = entries(book)
    arabic = [int(start.page) for start in starts if start.page.isdecimal()]
    facts = {
        "dtb:uid": identifier,
        "dtb:depth": str(max(map(_depth, listed), default=1)),
        "dtb:totalPageCount": str(len(starts)),
        "dtb:maxPageNumber": str(max(arabic, default=0)),
    }
    head = etree.SubElement(root, f"{_NCX}head")
    for name, content in facts.items():
        etree.SubElement(head, f"{_NCX}meta", {"name": name, "content": content})
    _add_label(etree.SubElement(root, f"{_NCX}docTitle"), book.guide.title)
    _add_points(etree.SubElement(root, f"{_NCX}navMap"), listed, "point")
    if starts:
        _add_pages(etree.SubElement(root, f"{_NCX}pageList"), book, starts)
    return etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)


def _below(leaf: Leaf) -> list[ContentsEntry]:
    """Return entries for the headings of a leaf that have a place of their own.

    Those of notices are left out, as they are in a PDF's outline.
    """
    if leaf.kind in NOTICE_LEAVES:
        return []
    found: list[ContentsEntry] = []
    for heading in body_of(leaf.xhtml).iter(*_HEADINGS):
        place = heading.get("id")
        if place:
            entry = ContentsEntry(words_of(heading), f"{leaf.file_name}#{place}", [])
            deeper = _HEADINGS[str(heading.tag)] == 3 and found
            (found[-1].below if deeper else found).append(entry)
    return found


def _append(item: etree._Element, below: Sequence[ContentsEntry]) -> None:
    listed = etree.SubElement(item, f"{_XHTML}ol")
    for entry in below:
        own = etree.SubElement(listed, f"{_XHTML}li")
        etree.SubElement(own, f"{_XHTML}a", {"href": entry.href}).text = entry.title
        if entry.below:
            _append(own, entry.below)


def _depth(entry: ContentsEntry) -> int:
    return 1 + max(map(_depth, entry.below), default=0)


def _add_points(parent: etree._Element, listed: Sequence[ContentsEntry], name: str) -> None:
    for number, entry in enumerate(listed, 1):
        point = etree.SubElement(parent, f"{_NCX}navPoint", {"id": f"{name}-{number}"})
        _add_label(etree.SubElement(point, f"{_NCX}navLabel"), entry.title)
        etree.SubElement(point, f"{_NCX}content", {"src": entry.href})
        _add_points(point, entry.below, f"{name}-{number}")


def _add_pages(pages: etree._Element, book: Book, starts: Sequence[PageStart]) -> None:
    for page, href in page_addresses(book, starts):
        kind = {"type": "normal", "value": page} if page.isdecimal() else {"type": "front"}
        target = etree.SubElement(pages, f"{_NCX}pageTarget", {"id": f"target-{page}", **kind})
        _add_label(etree.SubElement(target, f"{_NCX}navLabel"), page)
        etree.SubElement(target, f"{_NCX}content", {"src": href})


def _add_label(parent: etree._Element, text: str) -> None:
    etree.SubElement(parent, f"{_NCX}text").text = text
