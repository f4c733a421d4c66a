"""The sheet that wraps a printed book: back, spine and front in one piece."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from html import escape
from types import MappingProxyType
from typing import Literal, TypeVar

from lxml import etree

from guidepub.findings import Finding, RenderError
from guidepub.model import Book, format_isbn
from guidepub.pdf.covers.crowding import (
    SAFE,
    Area,
    clash,
    parted_words,
    pieces,
    turned_line,
    words_outside,
)
from guidepub.pdf.engine.places import place_of_field
from guidepub.pdf.engine.weasyprint import Page
from guidepub.pdf.leaves.breaking import loosen_long_words
from guidepub.pdf.leaves.document import document, leaf_element
from guidepub.themes.covers.covers import EDGE, band_height
from guidepub.themes.leaves import add_class
from guidepub.words.leftward import isolated

# A spine narrower than this (6.35 mm) has no room for type that stays on it when folded.
_ROOM_FOR_TYPE = 18.0
# Points that title and imprint keep from the spine's ends, and from each other.
_SPINE_ENDS, _SPINE_GAP = 30.0, 18.0
_SPINE_WORDS = ("spine-title", "spine-imprint")
_POINT = 0.75

Part = Literal["back", "spine", "front"]
"""A part of the sheet."""

STEPS: Mapping[Part, tuple[str, ...]] = MappingProxyType(
    {
        "back": ("large", "", "compact", "small", "long", "dense"),
        "spine": ("", "compact", "small", "long", "dense"),
        "front": ("", "compact", "hyphenated", "dense"),
    }
)
"""How each part is set, as classes for a theme's stylesheet: each step takes less room."""

_Laid = TypeVar("_Laid")


def fitted_wrap(
    book: Book,
    spine: float,
    lay_out: Callable[[str], _Laid],
    crowded: Callable[[_Laid], Mapping[Part, str]],
) -> tuple[_Laid, str]:
    """Lay out the wrap for a spine of a width in points, each part as large as has room.

    `crowded` are the parts that have no room, each with the words that show it. Returns the
    layout with its HTML.

    Raises:
        RenderError: a part has no room in its smallest step (R004).
    """
    steps: dict[Part, int] = dict.fromkeys(STEPS, 0)
    while True:
        html = wrap_html(book, spine, {part: STEPS[part][step] for part, step in steps.items()})
        laid = lay_out(html)
        found = crowded(laid)
        spent = [part for part in found if steps[part] + 1 == len(STEPS[part])]
        if not found:
            return laid, html
        if spent:
            longest = _longest_text(book, spine, lay_out, crowded) if "back" in spent else 0
            raise RenderError(_finding(book, part, found[part], longest) for part in spent)
        for part in found:
            steps[part] += 1


def _longest_text(
    book: Book,
    spine: float,
    lay_out: Callable[[str], _Laid],
    crowded: Callable[[_Laid], Mapping[Part, str]],
) -> int:
    """Return the number of characters of the description that fit on the back, set smallest."""
    words = (book.guide.description or "").split(" ")
    smallest = {part: steps[-1] for part, steps in STEPS.items()}
    fits, too_many = 0, len(words)
    while too_many - fits > 1:
        middle = (fits + too_many) // 2
        guide = book.guide.model_copy(update={"description": " ".join(words[:middle])})
        shorter = book.model_copy(update={"guide": guide})
        if "back" in crowded(lay_out(wrap_html(shorter, spine, smallest))):
            too_many = middle
        else:
            fits = middle
    return len(" ".join(words[:fits]))


def _finding(book: Book, part: Part, words: str, longest: int) -> Finding:
    if part == "back" and book.guide.description:
        length = len(book.guide.description)
        message = f"The back cover has no room for a description of {length:,} characters."
        remedy = f"With this title there is room for {longest:,} characters; shorten it."
        return Finding(place_of_field(book, "description"), "R004", message, remedy)
    where = {"back": "back cover", "spine": "spine", "front": "front cover"}[part]
    remedy = "Set a shorter short_title." if part == "spine" else "Shorten the title."
    message = f"The {where} has no room for its words: “{words}” sticks out or overlaps others."
    return Finding(place_of_field(book, "title"), "R004", message, remedy)


def crowded_parts(book: Book, spine: float, pages: Sequence[Page]) -> dict[Part, str]:
    """Return the parts of a laid-out wrap that have no room, each with the words that show it.

    The wrap is the first page; words on others had no room there.
    """
    found: dict[Part, str] = {}
    width, height = book.trim.width / _POINT, book.trim.height / _POINT
    # A book read from right to left is bound on its right: the front is the sheet's left part.
    left, right = 0.0, width + spine / _POINT
    back, front = (right, left) if book.theme.script else (left, right)
    areas: dict[Part, Area] = {
        "back": Area(back + SAFE, SAFE, back + width - SAFE, height - SAFE),
        "front": Area(front + SAFE, SAFE, front + width - SAFE, height - SAFE),
    }
    page, all_pieces = pages[0], list(pieces(pages[0]))
    for part, area in areas.items():
        own = [piece for piece in all_pieces if f"wrap-{part}" in piece.classes]
        over = clash(own)
        words = over[0] if over else words_outside(own, area)
        if words := words or parted_words(pages, f"wrap-{part}"):
            found[part] = words
    # A stylesheet's width for the title is that of its ground.
    (title, ground), (imprint, _) = (turned_line(page, name) for name in _SPINE_WORDS)
    needed = title + imprint + (2 * _SPINE_ENDS + (_SPINE_GAP if imprint else 0)) / _POINT
    if title > ground + 1 or needed > height:
        found["spine"] = book.guide.running_title
    return found


def wrap_html(book: Book, spine: float, steps: Mapping[Part, str] = MappingProxyType({})) -> str:
    """Return the wrap as one page's HTML, for a spine of a width in points.

    `steps` are the classes that say how each part is set.
    """
    body = etree.fromstring(
        '<body><div class="wrap-band"></div>'
        f'<div class="wrap-back {steps.get("back", "")}">{_back(book)}</div>'
        f'<div class="wrap-spine {steps.get("spine", "")}">{_spine(book, spine)}</div>'
        '<div class="wrap-front"></div></body>'
    )
    cover = next(leaf for leaf in book.leaves if leaf.kind == "cover")
    element = leaf_element(cover.xhtml)
    add_class(element, steps.get("front", ""))
    body[-1].append(element)
    loosen_long_words(body)
    return document(book, body)


def wrap_rules(book: Book, spine: float) -> str:
    """Return the places of the wrap's parts, as CSS in points from the trim's corner."""
    width, height, bleed = book.trim.width, book.trim.height, book.press.bleed
    front = width + spine
    return (
        f"@page {{ size: {2 * width + spine:.3f}pt {height:.3f}pt; margin: 0 }}"
        f":root {{ --bleed: {bleed:.3f}pt; --spine: {spine:.3f}pt;"
        # The tiles run over the trim, a little larger.
        f" --cover-band-bled: {band_height(width, height) * (1 + bleed / width) - EDGE:.3f}pt }}"
        f".wrap-band {{ left: {-bleed:.3f}pt; top: {-bleed:.3f}pt;"
        f" width: {2 * width + spine + 2 * bleed:.3f}pt }}"
        f".wrap-back {{ left: 0; width: {width:.3f}pt; height: {height:.3f}pt }}"
        f".wrap-spine {{ left: {width:.3f}pt; width: {spine:.3f}pt; height: {height:.3f}pt }}"
        f".wrap-front, .wrap-front .cover {{ left: {front:.3f}pt; width: {width:.3f}pt;"
        f" height: {height:.3f}pt }}"
        ".wrap-front .cover { left: 0 }"
        f".wrap-front .cover-field {{ left: 0; top: {-bleed:.3f}pt; width: {width + bleed:.3f}pt }}"
        f".spine-words {{ width: {height:.3f}pt; height: {spine:.3f}pt; left: {spine:.3f}pt;"
        f" line-height: {spine:.3f}pt }}"
    )


_LATIN_LINE = (' style="direction: ltr; text-align: left"', ' style="float: right"')


def _back(book: Book) -> str:
    guide, imprint = book.guide, book.imprint
    words = f'<p class="back-title">{_xhtml(book, guide.title)}</p>'
    if guide.description:
        words += f'<p class="back-text">{_xhtml(book, guide.description)}</p>'
    parts = [f'<div class="back-words room">{words}</div>']
    address = f"<br/>{_xhtml(book, imprint.url)}" if imprint.url else ""
    parts.append(f'<p class="back-imprint">{_xhtml(book, imprint.name)}{address}</p>')
    if guide.isbn.print:
        from guidepub.pdf.covers.barcodes import ean13_svg, price_digits

        drawing, width, _ = ean13_svg(
            guide.isbn.print, price_digits(guide.price), "#000000", book.theme.chart_font
        )
        # The line over the bars is Latin, and stays so in a book whose stylesheets are mirrored:
        # a mirrored float would be outside of it (findings/weasyprint-rtl-float.sh).
        line, end = _LATIN_LINE if book.theme.script else ("", "")
        price = f'<span class="price"{end}>{escape(guide.price)}</span>' if guide.price else ""
        parts.append(
            f'<div class="barcode" style="width: {width:.2f}pt"><p{line}>'
            f"ISBN {format_isbn(guide.isbn.print)}{price}</p>{drawing}</div>"
        )
    return "".join(parts)


def _xhtml(book: Book, words: str) -> str:
    """Return words as XHTML; in a book from right to left, Latin ones in them are isolated."""
    return escape(isolated(words) if book.theme.script else words)


def _spine(book: Book, spine: float) -> str:
    press = book.press
    if spine < max(_ROOM_FOR_TYPE, press.spine(press.printer.spine_words_from)):
        return ""
    return (
        f'<p class="spine-words"><span class="spine-title">{_xhtml(book, book.guide.running_title)}</span>'
        f'<span class="spine-imprint">{_xhtml(book, book.imprint.name)}</span></p>'
    )
