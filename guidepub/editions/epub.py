"""The edition `epub`: an EPUB 3 with the page list of the printed book."""

from __future__ import annotations

from guidepub.editions.shared import SharedParts
from guidepub.editions.variants import manuscript_of, moved, texts
from guidepub.model import Book
from guidepub.words.manuscript import LeafManuscript, Manuscript, lines


def make(shared: SharedParts) -> bytes:
    """Return the EPUB, not yet verified."""
    from guidepub import epub

    book, pages = shared.book_in("epub"), shared.pages("print")
    starts = moved(pages.page_starts(), pages.book, book)
    shared.go_on()
    cover = pages.cover_image()
    shared.go_on()
    return epub.write_epub(book, cover, starts)


def must_print(book: Book) -> Manuscript:
    """Return the manuscript of the documents: the whole book, its cover as a picture."""
    cover, *others = texts(book)
    picture = LeafManuscript(cover.leaf, False, (), alternatives=lines(book.cover_alternative))
    return manuscript_of(book, [picture, *others])
