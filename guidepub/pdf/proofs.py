"""Proofs: a book's pages with the places of its blocks and facts, whole or one leaf alone.

For the preview of a book while it is written. A whole proof is the file that `BookPages.file` makes,
byte for byte; a leaf alone is drawn as it lies in the whole, but quickly and without structure.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Literal

import pydyf
from lxml import etree

from guidepub.model import Book, Edition, Leaf
from guidepub.pdf.drawn.drawing import Drawing
from guidepub.pdf.engine.weasyprint import Page
from guidepub.pdf.finishing.folios import folios
from guidepub.pdf.finishing.packing import packed
from guidepub.pdf.layout.reuse import KeptUnits
from guidepub.pdf.layout.units import MadeUnit, lay_out_book, lay_out_leaf
from guidepub.pdf.leaves.document import block_name, fact_name, facts_of, leaf_element
from guidepub.pdf.press.gutters import shift, shifts
from guidepub.pdf.press.sheets import PressSheet, prepare
from guidepub.pdf.seams.continuing import Standing
from guidepub.pdf.seams.stretches import PageStretch
from guidepub.pdf.shortcuts.rematching import KeptRules
from guidepub.pdf.shortcuts.shaping import DrawnLines
from guidepub.pdf.writer import BookPages, ink_for_press, pages_for_reading, show_on_screen
from guidepub.themes.leaves import blocks, letters, own_texts

# The units of the books whose proofs were made last in this process.
_KEPT: KeptUnits[MadeUnit] = KeptUnits(400)
# The units that were set alone last.
_RULES = KeptRules(8)
# The pages that were drawn alone last: some thirty of them.
_DRAWN = DrawnLines(1024)
# CSS pixels are 1/96 inch, points 1/72.
_POINT = 0.75

Box = tuple[float, float, float, float]
"""Left, top, right and bottom in points from the top left of the trimmed page."""


@dataclass(frozen=True, slots=True)
class ProofPage:
    """A page: what it is called, whether it is a right one, its trimmed size, what lies where.

    `places` are the boxes of the ids on it, those of `traces` and `facts` among them.
    """

    label: str
    right: bool
    width: float
    height: float
    places: Mapping[str, Box]


@dataclass(frozen=True, slots=True)
class Proof:
    """A PDF with its pages. `margin` is the room around the trim in points.

    `standings` are the positions of leaves in the book, by their ids.
    """

    data: bytes
    pages: tuple[ProofPage, ...]
    margin: float
    standings: Mapping[str, Standing] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Opening:
    """The start of a leaf in the whole: whether on a right page, its number, and the count of pages.

    `standing` is what the whole leaves to it.
    """

    right: bool
    number: int
    pages: int
    standing: Standing = field(default_factory=Standing)


@dataclass(frozen=True, slots=True)
class Trace:
    """A block that comes from a definition: its place in the leaf, its line, its own words.

    `name` is the id that it has in a proof; `number` counts the leaf's blocks, itself being 0.
    """

    name: str
    number: int
    line: int
    words: str


def traces(leaf: Leaf) -> tuple[Trace, ...]:
    """Return the blocks of a traced leaf whose lines are known, in the order of the text."""
    return _traced(leaf.id, leaf.xhtml)[0]


def facts(leaf: Leaf) -> tuple[tuple[str, str], ...]:
    """Return the facts that a traced leaf prints: the id that each has in a proof, its key."""
    return _traced(leaf.id, leaf.xhtml)[1]


# With each save most leaves stay as they were.
@lru_cache(maxsize=64)
def _traced(leaf: str, xhtml: str) -> tuple[tuple[Trace, ...], tuple[tuple[str, str], ...]]:
    """Return the blocks and facts of a traced leaf, given its id and its XHTML."""
    element = leaf_element(xhtml)
    lines = tuple(
        Trace(block_name(leaf, number, block), number, line, _own_words(block))
        for number, block in enumerate(blocks(element))
        if (line := _line(block))
    )
    figures = tuple(
        (fact_name(leaf, number), str(figure.get("data-fact")))
        for number, figure in enumerate(facts_of(element))
    )
    return lines, figures


def proof(
    book_pages: BookPages,
    traced: Book,
    edition: Edition,
    go_on: Callable[[], None],
    take_early: Callable[[Callable[[], Proof]], None] = lambda _: None,
) -> Proof:
    """Return the PDF of an edition with the places of things on its pages.

    `traced` is the same book with its traces. `go_on` is called now and then, and may raise
    to give up. `take_early` is called, in order, with functions that draw pages laid out already; contents
    and lists come later, and so do the numbers of pages that lie behind.

    Raises:
        RenderError: as `BookPages.file`.
    """
    book = book_pages.book
    with book_pages.attended():
        layout, more = book_pages.layout(_laid_out_as(edition))
        laid = lay_out_book(
            book_pages,
            layout,
            traced,
            more,
            go_on,
            _KEPT,
            lambda made: take_early(lambda: _drawn_early(book_pages, edition, made)),
        )
        book_pages.keep(layout, laid)
        go_on()
    data = book_pages.file(edition)
    margin = _margin(book, edition)
    if edition == "print-cover":
        return Proof(data, (), margin)
    numbering = folios(book, laid.names)
    if edition == "screen":
        kept = pages_for_reading(laid, numbering)
    else:
        kept = list(range(numbering.front, len(laid.places)))
    count = _count_for_gutter(edition, len(kept))
    pages = [_page(book, laid.places[page], page, numbering.label(page), count) for page in kept]
    return Proof(data, tuple(pages), margin, laid.standings)


def leaf_proof(
    book: Book,
    traced: Book,
    edition: Edition,
    leaf: str,
    opening: Opening,
    stretch: PageStretch | None = None,
) -> Proof | None:
    """Return one leaf's pages as they are in the whole, those that are on them with it.

    `opening` is where the first of these begins there (see `sequences`). Of a `stretch` of
    their pages they alone. None where it prints the number of a page that is not known.

    Raises:
        RenderError: as `BookPages.file`.
    """
    book_pages = BookPages(book, _RULES)
    begun = opening.standing.beginning
    counters = {**begun.counters, "page": (opening.number - 1,)}
    begun = replace(begun, right=opening.right, counters=counters)
    standing = replace(opening.standing, beginning=begun)
    (chosen,) = (each for each in book.leaves if each.id == leaf)
    with book_pages.attended():
        layout, more = book_pages.layout(_laid_out_as(edition))
        laid = lay_out_leaf(book_pages, layout, traced, chosen, standing, more, stretch)
        if not all(each.is_known for each in laid.standings.values()):
            return None
        for page in laid.document.pages:
            # They lead to leaves that are not here.
            page.links.clear()
        count = _count_for_gutter(edition, opening.pages)
        drawing = Drawing(laid.document, tagged=False, drawn=_DRAWN)
        moves = shifts(laid.document.pages, count)
        pdf = drawing.copy(range(len(moves)), shifts=moves)
        _finish(book_pages, edition, pdf)
        data = packed(pdf, b"", level=0)
    pages = [
        _page(book, found, number + (not opening.right), str(opening.number + number), count)
        for number, found in enumerate(laid.places, stretch.first if stretch else 0)
    ]
    return Proof(data, tuple(pages), _margin(book, edition), laid.standings)


def _drawn_early(book_pages: BookPages, edition: Edition, made: MadeUnit) -> Proof:
    """Return the pages of a unit before all others are known, but for those without anything."""
    book = book_pages.book
    kept = [number for number, found in enumerate(made.laid.places) if found]
    # Their own pages stay as they are; links lead to leaves that are not here.
    pages = [copy.copy(made.document.pages[number]) for number in kept]
    for page in pages:
        page.links = []
    drawing = Drawing(made.document.copy(pages), tagged=False, drawn=_DRAWN)
    pdf = drawing.copy(range(len(pages)))
    _finish(book_pages, edition, pdf)
    first = _number_of(book, made, kept[0]) if kept else 0
    found = [
        _page(
            book, made.laid.places[number], _is_left(page), str(first + place) if first else "", 0
        )
        for place, (number, page) in enumerate(zip(kept, pages, strict=True))
    ]
    return Proof(packed(pdf, b"", level=0), tuple(found), _margin(book, edition))


def _is_left(page: Page) -> bool:
    side: str = page._page_box.page_type.side
    return side == "left"


def _number_of(book: Book, made: MadeUnit, page: int) -> int:
    """Return the number that a unit's page has in the body, or 0 before it."""
    names = made.laid.places[page]
    leaf = next((leaf for leaf in book.leaves if leaf.id in names), None)
    if leaf is None or leaf.part not in ("bodymatter", "backmatter"):
        return 0
    return made.continuing.places[leaf.id].page_counters["page"][-1]


def _laid_out_as(edition: Edition) -> Literal["screen", "print"]:
    return "screen" if edition == "screen" else "print"


def _finish(book_pages: BookPages, edition: Edition, pdf: pydyf.PDF) -> None:
    if edition == "screen":
        show_on_screen(book_pages, pdf)
        return
    ink_for_press(book_pages, pdf)
    book = book_pages.book
    prepare(pdf, PressSheet(book.press.bleed, book.press.marks), count=0)


def _margin(book: Book, edition: Edition) -> float:
    return 0.0 if edition == "screen" else PressSheet(book.press.bleed, book.press.marks).margin


def _count_for_gutter(edition: Edition, pages: int) -> int:
    """Return the number of pages for which a gutter makes room: on a screen, none."""
    return pages if edition == "print" else 0


def _page(
    book: Book, places: Mapping[str, tuple[float, ...]], place: int, label: str, count: int
) -> ProofPage:
    """Return a page of a book whose gutter is that of `count` pages; `place` counts from 0."""
    right = place % 2 == 0
    further = shift(count, right != bool(book.theme.script))
    boxes = {
        name: (
            box[0] * _POINT + further,
            box[1] * _POINT,
            box[2] * _POINT + further,
            box[3] * _POINT,
        )
        for name, box in places.items()
    }
    return ProofPage(label, right, book.trim.width, book.trim.height, boxes)


def _line(block: etree._Element) -> int | None:
    """Return the line of a block, of its first cell, or of what it is in."""
    first = (
        next((cell for cell in block if cell.get("data-line")), None) if block.tag == "tr" else None
    )
    near = (first, block, *block.iterancestors())
    found = (each.get("data-line") for each in near if each is not None)
    return next((int(line) for line in found if line), None)


def _own_words(block: etree._Element) -> str:
    return letters("".join((at.tail if tail else at.text) or "" for at, tail in own_texts(block)))
