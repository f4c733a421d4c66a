"""The edition `print-cover`: the sheet that wraps the printed pages."""

from __future__ import annotations

from dataclasses import replace

from guidepub.editions.shared import SharedParts
from guidepub.editions.variants import manuscript_of, texts
from guidepub.model import Book
from guidepub.words.manuscript import Manuscript, lines


def make(shared: SharedParts) -> bytes:
    """Return the PDF, not yet verified. Its spine fits the number of pages of the book."""
    return shared.pages("print-cover").file("print-cover")


def must_print(book: Book) -> Manuscript:
    """Return the manuscript of the sheet: the cover's text, and the book's description on the back."""
    cover = texts(book)[0]
    back = lines(book.guide.description, book.imprint.url)
    return manuscript_of(book, [replace(cover, passages=(*cover.passages, *back))])
