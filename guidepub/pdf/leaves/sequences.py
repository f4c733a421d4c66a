"""The leaves of a book that follow each other on a page, as a theme asks for short sections.

Those with notices never do: what comes before a notice, or after it, is on other pages.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from itertools import pairwise
from xml.etree import ElementTree

from guidepub.model import Book, Leaf
from guidepub.model.guides.sections import SECTION_KINDS

FOLLOWING = "run-on"
"""The class of a leaf that begins on the page on which the one before it ends."""
WITHIN_PART = "within-part"
"""The class of a leaf that is in a part of the book, one level down in the outline."""
_FOLLOWING = frozenset(
    {"section", "unnumbered", "glossary", "sources", "about-publisher", "changes"}
)
# Leaves that open with a head of their own and carry running heads on later pages.
_OPENING = SECTION_KINDS | _FOLLOWING | {"index", "notice"}
# Characters that a book's sections may have on the average for the next one to follow on the same
# page: some five pages. Where they are longer, few pages end early for them.
_SHORT = 12_000
# Characters after which a leaf begins a page all the same: what follows each other is laid out
# together, and again for each change.
_MOST = 90_000
_TAG = re.compile(r"<[^>]*>")


def sequences(book: Book) -> tuple[tuple[Leaf, ...], ...]:
    """Return the leaves of a book, in order, in groups of which each begins a page."""
    found: list[list[Leaf]] = [[leaf] for leaf in book.leaves[:1]]
    runs_on = book.theme.sections == "run-on" and _has_short_sections(book)
    for before, leaf in pairwise(book.leaves):
        if before.kind == "handout" or (
            runs_on and {before.kind, leaf.kind} <= _FOLLOWING and _length(found[-1]) < _MOST
        ):
            found[-1].append(leaf)
        else:
            found.append([leaf])
    return tuple(map(tuple, found))


def sequence_of(book: Book, name: str) -> tuple[Leaf, ...]:
    """Return the leaves with which a leaf is laid out, given its id."""
    return next(each for each in sequences(book) if any(leaf.id == name for leaf in each))


def body_opening(book: Book) -> str:
    """Return the id of the leaf with which the body begins, and with it page 1."""
    return next(leaf.id for leaf in book.leaves if leaf.part in ("bodymatter", "backmatter"))


def classes_of(book: Book) -> dict[str, list[str]]:
    """Return the classes that leaves have for their places in the book, by the leaves' ids."""
    found: dict[str, list[str]] = {}
    opening, openings = body_opening(book), 0
    for leaves in sequences(book):
        first, own = leaves[0], []
        if first.kind in _OPENING and (first.part != "frontmatter" or first.kind in SECTION_KINDS):
            openings += 1
            name = "page" if first.part != "frontmatter" else "preliminary"
            own.append(f"{name}-a" if openings % 2 else f"{name}-b")
        if first.id == opening:
            own.append("body-opening")
        if first.id == "front-notices":
            own.append("front-notices")
        # Leaves that follow each other on a page lie on pages of one name.
        for leaf in leaves:
            within = [WITHIN_PART] * (leaf.level > 1)
            found[leaf.id] = [*own, *([FOLLOWING] * (leaf is not first)), *within]
    return found


def begins_page(leaf: ElementTree.Element) -> bool:
    """Return whether an element of the body begins a page: no leaf does that follows another."""
    return FOLLOWING not in (leaf.get("class") or "").split()


def leaves_that_begin(body: ElementTree.Element) -> dict[int, str]:
    """Return the ids of the leaves that begin a page, by their places in a document's body."""
    return {place: leaf.get("id", "") for place, leaf in enumerate(body) if begins_page(leaf)}


def _has_short_sections(book: Book) -> bool:
    sections = [leaf for leaf in book.leaves if leaf.kind in ("section", "unnumbered")]
    return _length(sections) <= _SHORT * len(sections)


def _length(leaves: Iterable[Leaf]) -> int:
    return sum(_letters(leaf.xhtml) for leaf in leaves)


@functools.lru_cache(maxsize=256)
def _letters(xhtml: str) -> int:
    """Return the length of a leaf's text, the same with its traces and without."""
    return len(_TAG.sub("", xhtml))
