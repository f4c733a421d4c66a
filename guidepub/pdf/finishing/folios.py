"""The numbering of pages: front matter i, ii, iii, body from 1, cover not at all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pydyf

from guidepub.model import Book
from guidepub.pdf.leaves.sequences import body_opening
from guidepub.words.numerals import roman

# Styles that count nothing, in addition to those of PDF (ISO 32000-1, table 159).
_COVER, _ENDPAPER = "cover", ""
_PLAIN = frozenset({_COVER, _ENDPAPER})


@dataclass(frozen=True, slots=True)
class Folios:
    """The changes of numbering: the first pages of `front` and `body`, counted from 0.

    Before `front` lie the cover and its endpaper, which are counted in neither; `cover` is
    what a reading program calls the one, in the book's language. The other has no name.
    """

    front: int
    body: int
    cover: str

    def label(self, page: int) -> str:
        """Return the label of a page; `page` counts all pages from 0."""
        style, number = self._numbered(page)
        if style in _PLAIN:
            return self.cover if style == _COVER else ""
        return roman(number).lower() if style == "r" else str(number)

    def write(self, pdf: pydyf.PDF, pages: Sequence[int]) -> None:
        """Write the labels of a PDF that is being made and holds some of the pages.

        ISO 32000-1, 12.4.2: a range of pages with one style that counts on.
        """
        ranges: list[int | pydyf.Dictionary] = []
        before = ("", 0)
        for place, page in enumerate(pages):
            style, number = self._numbered(page)
            if (style, number) != (before[0], before[1] + 1):
                form = {"S": f"/{style}", "St": number}
                if style in _PLAIN:
                    form = {"P": pydyf.String(self.cover)} if style == _COVER else {}
                ranges += [place, pydyf.Dictionary(form)]
            before = (style, number)
        pdf.catalog["PageLabels"] = pydyf.Dictionary({"Nums": pydyf.Array(ranges)})

    def _numbered(self, page: int) -> tuple[str, int]:
        """Return in which style a page is numbered, and how far that has counted."""
        if page < self.front:
            return _ENDPAPER if page else _COVER, page
        if page < self.body:
            return "r", page - self.front + 1
        return "D", page - self.body + 1


def folios(book: Book, names: Sequence[Iterable[str]]) -> Folios:
    """Return the numbering of a laid-out book's pages, given the ids of the elements on each."""
    first: dict[str, int] = {}
    for page, found in enumerate(names):
        for name in found:
            first.setdefault(name, page)
    front = next(
        (leaf.id for leaf in book.leaves if leaf.part == "frontmatter"), body_opening(book)
    )
    return Folios(first[front], first[body_opening(book)], book.phrases["cover"])
