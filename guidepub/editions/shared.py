"""The parts that the editions of a book share, which are made once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from guidepub.editions.variants import notices_borne, variant
from guidepub.model import Book, Edition

if TYPE_CHECKING:
    from guidepub.pdf import BookPages


class SharedParts:
    """The book as it appears in each edition, and its laid-out pages.

    They are kept as long as the object exists. `go_on` is called between steps, and may raise an
    exception to cancel.
    """

    def __init__(
        self,
        book: Book,
        go_on: Callable[[], None] | None = None,
        laid_out: SharedParts | None = None,
    ) -> None:
        """Take a book as `assemble` returns it; nothing is made yet.

        If `laid_out` is given, pages are taken from it: the same book with another claim.
        """
        self.book = book
        self._laid_out = laid_out
        self.go_on = go_on or (lambda: None)
        self._variants: dict[frozenset[str], Book] = {}
        self._pages: dict[frozenset[str], BookPages] = {}

    def book_in(self, edition: Edition) -> Book:
        """Return the book as it appears in an edition: the same object for editions that are alike."""
        alike = notices_borne(self.book, edition)
        if alike not in self._variants:
            self._variants[alike] = variant(self.book, edition)
        return self._variants[alike]

    def pages(self, edition: Edition) -> BookPages:
        """Return the laid-out pages of an edition: the same object for editions that are alike."""
        if self._laid_out is not None:
            return self._laid_out.pages(edition)
        from guidepub.pdf import BookPages

        alike = notices_borne(self.book, edition)
        if alike not in self._pages:
            self._pages[alike] = BookPages(self.book_in(edition))
        return self._pages[alike]
