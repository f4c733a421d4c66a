"""A leaf's XHTML as HTML, for a document that contains all leaves.

Attributes that only EPUB defines are left out, links lead to places in the same document,
pictures are embedded, and headings have the level that they have in the whole document.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator
from html import escape

from lxml import etree

from guidepub.model import Book, Leaf
from guidepub.pictures import for_reading
from guidepub.themes.cards import label_cells
from guidepub.themes.drawings.bars import spread_charts
from guidepub.themes.leaves import body_of
from guidepub.web.forms import put_in_fields

_HTML = "{http://www.w3.org/1999/xhtml}"
_XML = "{http://www.w3.org/XML/1998/namespace}"
# HTML, 13.1.2: elements without an end tag. The last two are no elements of a leaf's.
_VOID = frozenset({"br", "col", "hr", "img", "input", "wbr"})
_LEVELS = {f"{_HTML}h{level}": level for level in range(1, 6)}


def leaf_html(book: Book, leaf: Leaf) -> str:
    """Return a leaf as HTML."""
    element = body_of(leaf.xhtml)[0]
    if not any(each.get("id") == leaf.id for each in element.iter(etree.Element)):
        element.set("id", leaf.id)
    _lead_inside(book, element)
    _put_in_pictures(book, element)
    if leaf.kind != "title-page":
        _lower_headings(element)
    _name_notes(element)
    put_in_fields(element)
    for table in element.iter(f"{_HTML}table"):
        label_cells(table)
    spread_charts(element)
    return "".join(_written(element))


def data_address(media_type: str, data: bytes) -> str:
    """Return content as a `data:` URL (RFC 2397)."""
    return f"data:{media_type};base64,{base64.b64encode(data).decode()}"


def _lead_inside(book: Book, element: etree._Element) -> None:
    """Turn links to the documents of leaves into links to places in this document."""
    leaves = {leaf.file_name: leaf.id for leaf in book.leaves}
    for anchor in element.iter(f"{_HTML}a"):
        name, _, fragment = anchor.get("href", "").partition("#")
        if name in leaves:
            anchor.set("href", f"#{fragment or leaves[name]}")


def _put_in_pictures(book: Book, element: etree._Element) -> None:
    pictures = {picture.href: picture for picture in book.pictures}
    for image in element.iter(f"{_HTML}img"):
        picture = pictures.get(image.get("src", ""))
        if picture is not None:
            image.set("src", data_address(picture.media_type, for_reading(picture)))


def _lower_headings(element: etree._Element) -> None:
    """Put headings one level lower, since only the guide's title is at level 1.

    The level is an attribute; the elements stay, since stylesheets select them.
    """
    for heading in element.iter(*_LEVELS):
        heading.set("aria-level", str(_LEVELS[str(heading.tag)] + 1))


def _name_notes(element: etree._Element) -> None:
    """Label each note with its number, which distinguishes it in a list of landmarks."""
    for note in element.iter(f"{_HTML}aside"):
        number = note.find(f"{_HTML}span[@class='note-number']")
        if note.get("role") == "doc-footnote" and number is not None and number.text:
            note.set("aria-label", number.text.strip())


def _written(element: etree._Element) -> Iterator[str]:
    """Yield an element as a browser reads it (HTML, 13.1)."""
    for event, node in etree.iterwalk(element, events=("start", "end", "comment", "pi")):
        if event == "start":
            yield f"<{_name(node)}{''.join(_attributes(node))}>"
            # HTML drops a newline at the start of this element, so one is added (13.1.2.5).
            yield "\n" if node.tag == f"{_HTML}pre" and (node.text or "")[:1] == "\n" else ""
            yield escape(node.text or "", quote=False)
            continue
        if event == "end" and not _is_void(node):
            yield f"</{_name(node)}>"
        if node is not element:
            yield escape(node.tail or "", quote=False)


def _is_void(node: etree._Element) -> bool:
    return str(node.tag).startswith(_HTML) and _name(node) in _VOID


def _name(node: etree._Element) -> str:
    return etree.QName(node).localname


def _attributes(node: etree._Element) -> Iterator[str]:
    for key, value in node.attrib.items():
        name = str(key)
        if name == f"{_XML}lang" and node.get("lang") is None:
            name = "lang"
        if "}" not in name:
            yield f' {name}="{escape(str(value))}"'
