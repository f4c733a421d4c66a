"""How pages are numbered: the front matter i, ii, iii, the body from 1, the cover not at all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from guidepub.model import Book
from guidepub.pdf.document import body_opening

_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc")),
    *((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)


@dataclass(frozen=True, slots=True)
class Folios:
    """Where the numbering changes, as numbers of pages from 0: `front` and `body` begin there.

    Before `front` lie the cover and its endpaper, which are counted in neither.
    """

    front: int
    body: int

    def label(self, page: int) -> str:
        """Return what a page is called; `page` counts all pages from 0."""
        if page < self.front:
            return "Cover"
        if page < self.body:
            return roman(page - self.front + 1)
        return str(page - self.body + 1)

    def write(self, pdf: Any) -> None:
        """Write the page labels of a PDF that is being made (ISO 32000-1, 12.4.2)."""
        from pydyf import Array, Dictionary, String

        ranges = {
            0: Dictionary({"P": String("Cover")}),
            self.front: Dictionary({"S": "/r"}),
            self.body: Dictionary({"S": "/D"}),
        }
        numbers = [part for begin, style in ranges.items() for part in (begin, style)]
        pdf.catalog["PageLabels"] = Dictionary({"Nums": Array(numbers)})


def folios(book: Book, names: Sequence[Iterable[str]]) -> Folios:
    """Return how a laid-out book numbers its pages, given the ids of the elements on each."""
    first: dict[str, int] = {}
    for page, found in enumerate(names):
        for name in found:
            first.setdefault(name, page)
    front = next(leaf.id for leaf in book.leaves if leaf.part == "frontmatter")
    return Folios(first[front], first[body_opening(book)])


def roman(number: int) -> str:
    """Return a number from 1 up in small roman numerals."""
    text = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        text += letters * count
    return text
