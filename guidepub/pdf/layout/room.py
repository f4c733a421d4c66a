"""Finds what has no room on its page: text and pictures beyond the page's text area.

Read from WeasyPrint's own boxes once a book is laid out, before any file is written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal
from weakref import WeakKeyDictionary

from guidepub.findings import Finding, Place
from guidepub.model import Book
from guidepub.model.guides.sections import SECTION_KINDS
from guidepub.pdf.covers.crowding import crowded_leaves
from guidepub.pdf.engine.boxes import box_itself
from guidepub.pdf.engine.places import place_of_field
from guidepub.pdf.engine.weasyprint import Box, Page
from guidepub.pdf.leaves.document import number_of_table

# CSS pixels by which a line may stand out: hanging signs, and what rounding makes.
_SLACK = 1.5
# The part of a type size by which the box of a line is higher than its letters.
_LEADING = 0.5
# Letters of a text that a finding shows.
_SHOWN = 60
_POINT = 0.75
# The start of a table in Markdown: the line under its head, or a directive that makes one.
_TABLE = re.compile(r"[\s>]*(?:[-*+]\s+)?\|?[\s:]*-[-\s:|]*\|[-\s:|]*$|\s*:::+\{programs\}")


@dataclass(frozen=True, slots=True)
class Stray:
    """Something that lies beyond its page's text area, or its cell.

    Attributes:
        page: its page, counted from 0.
        leaf: the id of its leaf, or empty.
        kind: a text, or a picture.
        words: the text, or the picture's name in the book.
        table: the id of the table that holds it, or empty.
        over: points by which it stands out.
    """

    page: int
    leaf: str
    kind: Literal["text", "picture"]
    words: str
    table: str
    over: float


@dataclass(frozen=True, slots=True)
class _Frame:
    """The area in which a box may lie, in CSS pixels, and its owner."""

    left: float
    top: float
    right: float
    bottom: float
    leaf: str = ""
    table: str = ""

    def over(self, box: Box, slack: float, hanging: float = 0.0) -> float:
        """Return by how many pixels a box stands out, or 0; `hanging` are those of its spaces."""
        left, top = float(box.position_x), float(box.position_y)
        right, bottom = left + float(box.margin_width()), top + float(box.margin_height())
        most = max(self.left - left, right - hanging - self.right)
        return max(0.0, most - _SLACK, self.top - slack - top, bottom - self.bottom - slack)


# By page, as long as there is one: nothing changes what lies on it.
_KNOWN: WeakKeyDictionary[Page, tuple[Stray, ...]] = WeakKeyDictionary()


def strays(pages: Sequence[Page]) -> Iterator[Stray]:
    """Yield the boxes beyond the text area of laid-out pages, WeasyPrint's `Document.pages`."""
    for number, page in enumerate(pages):
        # A book's pages are looked at by unit, and again when they are joined.
        if page not in _KNOWN:
            _KNOWN[page] = tuple(_strays_on(page))
        yield from (replace(stray, page=number) for stray in _KNOWN[page])


def _strays_on(page: Page) -> Iterator[Stray]:
    root = page._page_box
    left, top = root.content_box_x(), root.content_box_y()
    frame = _Frame(left, top, left + root.width, top + root.height)
    sheet = _Frame(0, 0, root.margin_width(), root.margin_height())
    for child in root.children:
        # Running heads are next to the text area.
        around = sheet if type(child).__name__ == "MarginBox" else frame
        yield from _strays_in(child, around)


def _strays_in(box: Box, frame: _Frame) -> Iterator[Stray]:
    # A stack, since boxes can be nested deeper than functions may call each other.
    waiting: list[tuple[Box, _Frame]] = [(box, frame)]
    while waiting:
        box, frame = waiting.pop()
        box = box_itself(box)
        if box.style["visibility"] != "visible" or box.style["transform"]:
            continue
        kind = type(box).__name__
        if kind == "TextBox":
            size = box.style["font_size"]
            # Spaces at the end of a line of code hang after it.
            hanging = size * (len(box.text) - len(box.text.rstrip(" ")))
            if box.text.strip() and (over := frame.over(box, _LEADING * size, hanging)):
                yield _stray(frame, "text", box.text, over)
        elif kind.endswith("ReplacedBox"):
            over = frame.over(box, _SLACK)
            if over and box.element.get("aria-hidden") != "true":
                yield _stray(frame, "picture", box.element.get("src") or "", over)
        elif not str(box.element_tag).endswith("::marker"):
            inner = _frame_in(box, frame, kind)
            waiting += [(child, inner) for child in reversed(box.children)]


def _stray(frame: _Frame, kind: Literal["text", "picture"], words: str, over: float) -> Stray:
    return Stray(0, frame.leaf, kind, words.strip(), frame.table, over * _POINT)


def _frame_in(box: Box, frame: _Frame, kind: str) -> _Frame:
    """Return the frame of what is in a box."""
    element = box.element
    leaf, table = frame.leaf, frame.table
    # Of most boxes it is enough to look for letters.
    names = "" if element is None else element.get("class") or ""
    classes = names.split() if "box" in names or "leaf" in names else ()
    boxed = "box" in classes
    if kind.endswith("TableBox") and element is not None:
        table = element.get("id") or table
    elif not leaf and "leaf" in classes:
        leaf = element.get("id") or ""
    elif kind != "TableCellBox" and not boxed:
        return frame
    left, right = frame.left, frame.right
    if boxed:
        left = max(left, box.content_box_x())
        right = min(right, box.content_box_x() + box.width)
    elif kind == "TableCellBox":
        # A cell's words may not be in the next one.
        left = max(left, box.border_box_x())
        right = min(right, box.border_box_x() + box.border_width())
    return _Frame(left, frame.top, right, frame.bottom, leaf, table)


def crowded_tables(pages: Sequence[Page]) -> dict[str, str]:
    """Return the tables that have no room on their pages: the leaf of each by its id."""
    return {stray.table: stray.leaf for stray in strays(pages) if stray.table}


def room_findings(book: Book, pages: Sequence[Page]) -> list[Finding]:
    """Return the findings on what has no room on a book's pages, each table and paragraph once (R004)."""
    worst: dict[tuple[str, str], Stray] = {}
    for stray in strays(pages):
        key = (stray.leaf, stray.table or stray.words)
        if key not in worst or stray.over > worst[key].over:
            worst[key] = stray
    crowded = crowded_leaves(pages)
    return [
        *(_finding(book, stray) for stray in worst.values() if stray.leaf not in crowded),
        *(_crowded(book, leaf, *words) for leaf, words in crowded.items()),
    ]


def _crowded(book: Book, leaf: str, words: str, others: str) -> Finding:
    where = leaf.replace("-", " ")
    beyond = f"over “{_shown(others)}”" if others else "beyond its edge"
    message = f"The {where} has no room for its words: “{_shown(words)}” is {beyond}."
    return Finding(place_of_field(book, "title"), "R004", message, "Shorten title or subtitle.")


def _shown(words: str) -> str:
    return words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1]}…"


def _finding(book: Book, stray: Stray) -> Finding:
    line = _line(book, stray)
    where = "on its page" if line else f"on page {stray.page + 1}"
    shown = _shown(stray.words)
    over = f"{max(2, round(stray.over))} points"
    if stray.table:
        message = f"The table has no room {where}: “{shown}” sticks out by {over}."
        remedy = "Leave out columns, shorten its words, or make two tables of it."
    elif stray.kind == "picture":
        message = f"A picture has no room {where}: it sticks out by {over}."
        remedy = "Show it smaller."
    else:
        message = f"The text has no room {where}: “{shown}” sticks out by {over}."
        remedy = "Shorten it, or split it."
    return Finding(Place(book.place.path, line), "R004", message, remedy)


def _line(book: Book, stray: Stray) -> int:
    """Return the line of the definition where a stray begins, or its section, or 0."""
    leaves = (leaf.id for leaf in book.leaves if leaf.kind in SECTION_KINDS)
    section = dict(zip(leaves, book.guide.sections, strict=True)).get(stray.leaf)
    if section is None:
        return 0
    lines = section.body.split("\n")
    if stray.table:
        tables = [n for n, line in enumerate(lines) if _TABLE.match(line)]
        number = number_of_table(stray.table)
        return section.line + tables[number] if number < len(tables) else section.line
    words = _first_word(book, stray)
    return section.line + next((n for n, line in enumerate(lines) if words in line), 0)


def _first_word(book: Book, stray: Stray) -> str:
    if stray.kind == "picture":
        names = (picture.path.name for picture in book.pictures if picture.href == stray.words)
        return next(names, stray.words)
    return stray.words.split()[0].rstrip("-\N{SOFT HYPHEN}\N{HYPHEN}")
