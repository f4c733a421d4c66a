"""The sheet that wraps a printed book: back, spine and front in one piece."""

from __future__ import annotations

from html import escape

from lxml import etree

from guidepub.covers import palette
from guidepub.model import Book, format_isbn
from guidepub.pdf.barcodes import ean13_svg, price_digits
from guidepub.pdf.document import document, leaf_element

# The part of the cover's height that the field of colour takes, as in cover.css.
_BAND = 0.56
# A spine narrower than this (6.35 mm) has no room for type that stays on it when folded.
_ROOM_FOR_TYPE = 18.0


def wrap_html(book: Book, spine: float) -> str:
    """Return the wrap as one page's HTML, for a spine of a width in points."""
    guide = book.guide
    colours = palette(guide.occupation.soc if guide.occupation else None)
    body = etree.fromstring(
        f'<body><div class="wrap-band" style="background: {colours.field}"></div>'
        f'<div class="wrap-back">{_back(book)}</div>'
        f'<div class="wrap-spine">{_spine(book, spine)}</div>'
        '<div class="wrap-front"></div></body>'
    )
    cover = next(leaf for leaf in book.leaves if leaf.kind == "cover")
    body[-1].append(leaf_element(cover))
    return document(book, body)


def wrap_rules(book: Book, spine: float) -> str:
    """Return where the parts of the wrap lie, as CSS in points from the trim's corner."""
    width, height, bleed = book.trim.width, book.trim.height, book.press.bleed
    front = width + spine
    return (
        f"@page {{ size: {2 * width + spine:.3f}pt {height:.3f}pt; margin: 0 }}"
        f":root {{ --bleed: {bleed:.3f}pt; --spine: {spine:.3f}pt }}"
        f".wrap-band {{ left: {-bleed:.3f}pt; top: {-bleed:.3f}pt;"
        f" width: {2 * width + spine + 2 * bleed:.3f}pt; height: {_BAND * height + bleed:.3f}pt }}"
        f".wrap-back {{ left: 0; width: {width:.3f}pt; height: {height:.3f}pt }}"
        f".wrap-spine {{ left: {width:.3f}pt; width: {spine:.3f}pt; height: {height:.3f}pt }}"
        f".wrap-front, .wrap-front .cover {{ left: {front:.3f}pt; width: {width:.3f}pt;"
        f" height: {height:.3f}pt }}"
        ".wrap-front .cover { left: 0 }"
        f".wrap-front .cover-field {{ left: 0; top: {-bleed:.3f}pt; width: {width + bleed:.3f}pt;"
        f" height: {_BAND * height + bleed:.3f}pt }}"
        f".spine-words {{ width: {height:.3f}pt; height: {spine:.3f}pt; left: {spine:.3f}pt;"
        f" line-height: {spine:.3f}pt }}"
    )


def _back(book: Book) -> str:
    guide, imprint = book.guide, book.imprint
    parts = [f'<p class="back-title">{escape(guide.title)}</p>']
    if guide.description:
        parts.append(f'<p class="back-text">{escape(guide.description)}</p>')
    address = f"<br/>{escape(imprint.url)}" if imprint.url else ""
    parts.append(f'<p class="back-imprint">{escape(imprint.name)}{address}</p>')
    if guide.isbn.print:
        drawing, width, _ = ean13_svg(guide.isbn.print, price_digits(guide.price), "#000000")
        price = f'<span class="price">{escape(guide.price)}</span>' if guide.price else ""
        parts.append(
            f'<div class="barcode" style="width: {width:.2f}pt"><p>'
            f"ISBN {format_isbn(guide.isbn.print)}{price}</p>{drawing}</div>"
        )
    return "".join(parts)


def _spine(book: Book, spine: float) -> str:
    if spine < _ROOM_FOR_TYPE:
        return ""
    return (
        f'<p class="spine-words"><span class="spine-title">{escape(book.guide.title)}</span>'
        f'<span class="spine-imprint">{escape(book.imprint.name)}</span></p>'
    )
