"""Which leaves end badly: a few lines alone on a last page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from guidepub.model import Leaf
from guidepub.pdf.document import Fit, end_of

FITS: tuple[Fit, ...] = ("tight", "loose")
"""What is tried in turn; `paged.css` says what each does."""

# A page on which the text ends above this part of its height holds three lines or fewer.
_SHORT = 0.17


class _Page(Protocol):
    height: float
    anchors: dict[str, tuple[float, ...]]


class _Document(Protocol):
    pages: Sequence[_Page]


def short_endings(document: _Document, leaves: Sequence[Leaf]) -> list[str]:
    """Return the ids of the leaves whose last page holds only a few lines."""
    places: dict[str, tuple[int, float]] = {}
    for number, page in enumerate(document.pages):
        for name, position in page.anchors.items():
            # What runs over several pages is on each of them; where it begins counts.
            places.setdefault(name, (number, position[1] / page.height))
    short = []
    for leaf in leaves:
        begin, end = places.get(leaf.id), places.get(end_of(leaf))
        if begin and end and end[0] > begin[0] and end[1] < _SHORT:
            short.append(leaf.id)
    return short
