"""The edition `print`: the pages inside the cover, for a press."""

from __future__ import annotations

from guidepub.editions.shared import SharedParts
from guidepub.editions.variants import manuscript_of, texts
from guidepub.model import Book
from guidepub.words.manuscript import Manuscript, on_paper


def make(shared: SharedParts) -> bytes:
    """Return the PDF, not yet verified."""
    return shared.pages("print").file("print")


def must_print(book: Book) -> Manuscript:
    """Return the manuscript of the pages: everything but the cover, which is a separate sheet."""
    return manuscript_of(book, map(on_paper, texts(book)[1:]))
