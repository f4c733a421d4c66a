"""The printed book's pages in an EPUB: marks in the text, and the list that leads to them.

EPUB 3.3, 7.4.3 (page list) and EPUB Accessibility 1.1, 3.4.1 (page navigation).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from lxml import etree

from guidepub.model import Book, Leaf
from guidepub.themes.leaves import PageStart, blocks, letters, own_texts

_OPS = "http://www.idpf.org/2007/ops"
_DECLARED = f' xmlns:epub="{_OPS}"'
_MARK = {f"{{{_OPS}}}type": "pagebreak", "role": "doc-pagebreak"}
# A mark inside these would become part of what they are called, or of a link.
_BEFORE = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "figure", "nav"})


def marked(leaf: Leaf, starts: Sequence[PageStart]) -> str:
    """Return a leaf's XHTML with a mark wherever a page of the printed book begins."""
    own = [start for start in starts if start.leaf == leaf.id]
    if not own:
        return leaf.xhtml
    body = etree.fromstring(f"<body{_DECLARED}>{leaf.xhtml}</body>")
    places = blocks(body[0])
    # From the end, so that marks in one place come to be in the order of the pages.
    for start in reversed(own):
        _insert(places[start.block], start)
    return "".join(
        etree.tostring(part, encoding="unicode").replace(_DECLARED, "", 1) for part in body
    )


def page_list(book: Book, starts: Sequence[PageStart]) -> str:
    """Return the list of the printed book's pages, or an empty string where there are none."""
    if not starts:
        return ""
    items = "".join(
        f'<li><a href="{escape(href)}">{page}</a></li>\n'
        for page, href in page_addresses(book, starts)
    )
    label = escape(book.phrases["page_list"])
    return (
        f'\n<nav epub:type="page-list" role="doc-pagelist" aria-label="{label}" id="page-list" '
        f'hidden="hidden"><ol>\n{items}</ol></nav>'
    )


def page_addresses(book: Book, starts: Sequence[PageStart]) -> Iterator[tuple[str, str]]:
    """Yield the number of each page of the printed book, and where its mark is."""
    files = {leaf.id: leaf.file_name for leaf in book.leaves}
    for start in starts:
        yield start.page, f"{files[start.leaf]}#{_name(start)}"


def _name(start: PageStart) -> str:
    return f"page-{start.page}"


def _insert(block: etree._Element, start: PageStart) -> None:
    mark = etree.Element("span", {**_MARK, "id": _name(start), "aria-label": start.page})
    if start.letters:
        _insert_in_text(block, mark, start.letters)
    elif block.tag in _BEFORE and block.getparent() is not None:
        _put_before(block, mark)
    else:
        _prepend(_first_place(block), mark)


def _first_place(block: etree._Element) -> etree._Element:
    """Return the element at whose start a mark may stand: in a row, that is a cell."""
    if block.tag == "tr":
        return block[0]
    # An entry of the navigation document's contents holds a link and the entries below it alone.
    is_entry = [child.tag for child in block] in (["a"], ["a", "ol"])
    if block.tag == "li" and is_entry and not (block.text or "").strip():
        return block[0]
    return block


def _put_before(element: etree._Element, mark: etree._Element) -> None:
    """Put a mark before an element, and before the marks that are there with nothing between."""
    before = element.getprevious()
    while before is not None and _is_mark(before) and not before.tail:
        element, before = before, before.getprevious()
    element.addprevious(mark)


def _is_mark(element: etree._Element) -> bool:
    return bool(element.get("role") == _MARK["role"])


def _prepend(element: etree._Element, mark: etree._Element) -> None:
    mark.tail, element.text = element.text, None
    element.insert(0, mark)


def _insert_in_text(block: etree._Element, mark: etree._Element, passed: int) -> None:
    """Put a mark before the word that holds the letter after those that have passed."""
    for element, in_tail in list(own_texts(block)):
        text = (element.tail if in_tail else element.text) or ""
        count = len(letters(text))
        if passed >= count:
            passed -= count
            continue
        place = next(i for i in range(len(text)) if len(letters(text[: i + 1])) > passed)
        while place and not text[place - 1].isspace():
            place -= 1
        link = _link_around(element, in_tail, block)
        if link is not None:
            _put_before(link, mark)
        elif in_tail and place == 0 and _is_mark(element):
            _put_before(element, mark)
        elif in_tail:
            parent, index = _position(element)
            element.tail, mark.tail = text[:place], text[place:]
            parent.insert(index + 1, mark)
        else:
            element.text, mark.tail = text[:place], text[place:]
            element.insert(0, mark)
        return


def _link_around(
    element: etree._Element, in_tail: bool, block: etree._Element
) -> etree._Element | None:
    """Return the link that a text is in: a mark is before it, not in it."""
    here = element.getparent() if in_tail else element
    while here is not None and here is not block:
        if here.tag == "a":
            return here
        here = here.getparent()
    return None


def _position(element: etree._Element) -> tuple[etree._Element, int]:
    parent = element.getparent()
    assert parent is not None
    return parent, parent.index(element)
