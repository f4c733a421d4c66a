"""Text, links and alternatives of an EPUB by document, and of a web page by leaf."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from guidepub.checks.documents.archives import OPS_TYPE, XHTML, Package, resolved
from guidepub.checks.documents.outlines import SVG
from guidepub.checks.legal.in_documents.documents import Documents
from guidepub.checks.legal.in_documents.markup import INLINE
from guidepub.checks.text.streams import Stream

_SILENT = frozenset(
    {*(XHTML + name for name in ("head", "script", "style", "template")),
     *(SVG + name for name in ("title", "desc", "style", "metadata", "defs"))}
)  # fmt: skip
# The element that holds the leaves of a page of guidepub's, and the frame of each leaf.
_LANDMARKS = tuple(XHTML + name for name in ("header", "main", "footer"))
_FRAMES = frozenset({"approved", "bound"})


class EpubSource:
    """An EPUB as a source: a unit is a document of its spine."""

    def __init__(self, documents: Documents) -> None:
        self._package: Package = documents.package
        spine = dict.fromkeys(self._package.spine)
        self.names = tuple(name for name in spine if name in self._package.documents)
        self.heads: tuple[tuple[int, int], ...] = ()
        self._numbers = {name: number for number, name in enumerate(self.names)}
        self.stream = Stream(
            [
                _text(_body(self._package.documents[name]), documents.hidden(name))
                for name in self.names
            ]
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
        return _alternatives(self._package.documents[self.names[unit]])


class WebSource:
    """A web page as a source: a unit is a leaf in its frame, or all of a page without frames."""

    def __init__(self, documents: Documents) -> None:
        (page,) = documents.package.documents.values()
        (name,) = documents.package.documents
        self._leaves = list(_frames(page)) or [_body(page)]
        self.heads: tuple[tuple[int, int], ...] = ()
        self.names = tuple(name for _ in self._leaves)
        self._owners = {
            each.get("id", ""): number
            for number, leaf in enumerate(self._leaves)
            for each in leaf.iter(etree.Element)
        }
        hidden = documents.hidden(name)
        self.stream = Stream([_text(leaf, hidden) for leaf in self._leaves])

    def label(self, unit: int) -> str | None:
        """Return None: a page's contents print no page numbers."""
        return None

    def links(self, unit: int) -> list[str | int]:
        """Return where the links of a leaf lead."""
        found: list[str | int] = []
        for anchor in self._leaves[unit].iter(f"{XHTML}a"):
            href = anchor.get("href")
            if href is not None:
                target = self._owners.get(href[1:]) if href.startswith("#") else None
                found.append(href if target is None else target)
        return found

    def alternatives(self, unit: int) -> list[str] | None:
        """Return the text alternatives of a leaf's pictures and drawings."""
        return _alternatives(self._leaves[unit])


def _body(document: etree._Element) -> etree._Element:
    body = document.find(f"{XHTML}body")
    return document if body is None else body


def _frames(page: etree._Element) -> Iterator[etree._Element]:
    for landmark in _body(page).iterchildren(*_LANDMARKS):
        for frame in landmark.iterchildren(f"{XHTML}div"):
            if _FRAMES.intersection(frame.get("class", "").split()):
                yield frame


def _alternatives(part: etree._Element) -> list[str]:
    found = []
    for element in part.iter():
        if element.tag == f"{XHTML}img":
            found.append(element.get("alt", ""))
        elif element.tag == f"{SVG}svg":
            descriptions = [child.text or "" for child in element if child.tag == f"{SVG}desc"]
            found += descriptions or [element.get("aria-label", "")]
        elif element.get("role") == "img":
            found.append(element.get("aria-label", ""))
    return [text for text in found if text]


def _text(body: etree._Element, hidden: set[etree._Element]) -> str:
    """Return the text of a part with the numbers of its lists, a line for each block.

    What is hidden is left out.
    """
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
