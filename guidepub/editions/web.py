"""The edition `web`: a self-contained page of HTML for a web site."""

from __future__ import annotations

from guidepub.editions.shared import SharedParts
from guidepub.editions.variants import manuscript_of, texts
from guidepub.model import Book
from guidepub.words.manuscript import Manuscript


def make(shared: SharedParts) -> bytes:
    """Return the page, not yet verified."""
    from guidepub import web

    return web.render(shared.book_in("web"))


def must_print(book: Book) -> Manuscript:
    """Return the manuscript of the page: the whole book without its cover."""
    _, *others = texts(book)
    return manuscript_of(book, others)
