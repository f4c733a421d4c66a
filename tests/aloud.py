"""What a book's PDF for reading must say, in order, taken from the text of its leaves."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pikepdf
from lxml import etree

from guidepub import Book
from guidepub.pdf.leaves.document import book_html
from tools.spoken import Spoken, folded_text, spoken_passages

_BLOCKS = frozenset(
    {"p", "h1", "h2", "h3", "h4", "li", "td", "th", "dt", "dd", "figcaption", "pre", "div", "aside"}
    | {"section", "body", "header", "figure", "blockquote", "ul", "ol", "dl", "table", "thead"}
    | {"tbody", "tr", "nav", "article", "main", "footer", "caption"}
)
_SVG = "{http://www.w3.org/2000/svg}svg"
# Themes set these in lines of their own.
_OWN_LINES = frozenset({"figure", "evidence"})


def spoken(data: bytes) -> list[Spoken]:
    """Return what a PDF says, without the marks of lists and the pages of the contents."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        found = spoken_passages(pdf)
    passages = []
    for each in found:
        if each.kind == "Lbl" and not any(map(str.isalpha, each.text)):
            continue
        text = each.text.rpartition(" ")[0] if each.kind == "TOCI" else each.text
        passages.append(Spoken(each.kind, _plain(text), each.pages))
    return passages


def written(book: Book) -> list[str]:
    """Return the texts of a book's blocks in order, each note behind the block that calls it."""
    body = etree.fromstring(book_html(book)).find("body")
    assert body is not None
    found = (_plain(folded_text(text)) for text in _texts(body))
    return [text for text in found if text]


def faults(book: Book, data: bytes) -> list[str]:
    """Return where a PDF's structure does not say what its book has, one after the other.

    Tables and figures may stand behind texts that follow them, where a page has no room.
    """
    spoken_texts, wanted = [each.text for each in spoken(data)], written(book)
    if spoken_texts == wanted:
        return []
    if sorted(spoken_texts) == sorted(wanted):
        floating = set(_in_figures(book))
        spoken_texts = [text for text in spoken_texts if text not in floating]
        wanted = [text for text in wanted if text not in floating]
    return [] if spoken_texts == wanted else [_first_difference(spoken_texts, wanted)]


def _in_figures(book: Book) -> Iterator[str]:
    for figure in etree.fromstring(book_html(book)).iter("figure"):
        yield from (_plain(folded_text(text)) for text in _texts(figure))


def _first_difference(spoken_texts: list[str], wanted: list[str]) -> str:
    place = next(
        (n for n, (a, b) in enumerate(zip(spoken_texts, wanted, strict=False)) if a != b),
        min(len(spoken_texts), len(wanted)),
    )
    return f"heard {spoken_texts[place : place + 2]}, written {wanted[place : place + 2]}"


def _plain(text: str) -> str:
    """Return a text without what themes do to it: capitals, and dashes in titles of boxes."""
    return text.casefold().replace(" – ", " ")


def _texts(block: etree._Element) -> Iterator[str]:
    text, notes = "", []
    for kind, part in _parts(block):
        if kind == "text":
            text += str(part)
        elif kind == "note":
            notes.append(part)
        else:
            yield text
            yield from [each for note in notes for each in _texts(note)]
            text, notes = "", []
            yield from _texts(part) if kind == "block" else [str(part)]
    yield text
    for note in notes:
        yield from _texts(note)


def _parts(element: etree._Element) -> Iterator[tuple[str, object]]:
    """Yield the texts of a block, and what stands between them."""
    yield "text", element.text or ""
    for child in element:
        classes = set((child.get("class") or "").split())
        if child.tag in (_SVG, "img"):
            title = child.find("{http://www.w3.org/2000/svg}title")
            alt = child.get("alt") if title is None else title.text
            if alt and not child.get("aria-hidden"):
                yield "picture", alt
        elif "footnote" in classes:
            yield "text", child.get("data-number") or ""
            yield "note", child
        elif child.tag in _BLOCKS or classes & _OWN_LINES:
            yield "block", child
        elif child.tag == "br":
            yield "text", " "
        else:
            yield from _parts(child)
        yield "text", child.tail or ""
