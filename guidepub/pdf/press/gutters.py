"""The gutter of a thick book: its text is further out, so that it opens.

The text keeps its measure, and with it every line, so pages are not laid out again: they are
drawn once, and a copy for a press has all that is on them moved sideways.
"""

from __future__ import annotations

from collections.abc import Sequence

from guidepub.pdf.engine.weasyprint import Page


def gutter(pages: int) -> float:
    """Return by how many points the inside margin grows, so that a thick book opens.

    Presses ask for 0.375 in up to 150 pages, 0.5 in up to 300, 0.625 in up to 500, 0.75 in
    up to 700, and 0.875 in beyond; the text keeps its measure and moves outwards.
    """
    steps = sum(pages > limit for limit in (150, 300, 500, 700))
    return steps * 9.0


def shift(pages: int, right: bool) -> float:
    """Return by how many points what is on a page is further right in a book of so many."""
    return gutter(pages) if right else -gutter(pages)


def shifts(pages: Sequence[Page], count: int, leftward: bool = False) -> list[float]:
    """Return the shift of the content of each laid-out page in a book of `count` pages.

    One that is `leftward` is bound on its right: its rectos lie on the left.
    """
    rectos = (page._page_box.page_type.side == "right" for page in pages)
    return [shift(count, recto != leftward) for recto in rectos]
