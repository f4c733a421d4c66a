"""Nothing of a book's pages stays when the last who needs them has let them go."""

from __future__ import annotations

import gc
from collections import Counter

import pytest

import guidepub
from guidepub.model import Book
from guidepub.pdf.engine.weasyprint import (
    AnonymousStyle,
    Box,
    ComputedStyle,
    Document,
    LayoutContext,
)
from guidepub.pdf.shortcuts.known_lines import forget_lines

_PAGES = Box, Document, LayoutContext, AnonymousStyle, ComputedStyle


def kept() -> Counter[str]:
    """Return how many objects there are that lay pages out, by their kind."""
    return Counter(
        kind.__name__ for each in gc.get_objects() for kind in _PAGES if isinstance(each, kind)
    )


@pytest.fixture
def unswept():
    """Nobody looks for objects that refer to each other, as in a worker."""
    forget_lines()
    gc.collect()
    gc.disable()
    yield
    gc.enable()


# It has notes, numbers of pages, and a drawing that is read from a file.
def test_pages_go_with_the_book(baker_book: Book, unswept: None) -> None:
    before = kept()
    production = guidepub.Production(baker_book)
    for edition in ("screen", "print", "print-cover", "epub"):
        production.file(edition)
    assert kept()["Box"] > before["Box"]
    del production
    forget_lines()
    assert kept() <= before
