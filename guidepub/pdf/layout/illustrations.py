"""The pictures of a book for its layouts: each is read once, and kept as long as the book's pages."""

from __future__ import annotations

from typing import Any

from guidepub.model import Book
from guidepub.pictures import Separated, for_reading, kept_inks


class BookPictures:
    """A book's pictures as they are read and drawn.

    It knows no pages: what WeasyPrint has made of a picture refers to what has read it.
    """

    def __init__(self, book: Book) -> None:
        """Take a book as it appears in its editions; nothing is read yet."""
        self._book = book
        self._light: dict[str, bytes] = {}
        self.drawn: dict[str, Any] = {}
        """What WeasyPrint has made of them, by their addresses."""

    def read(self, href: str) -> tuple[bytes, str] | None:
        """Return a picture of the book in light, and its media type, by its name inside it."""
        found = next((each for each in self._book.pictures if each.href == href), None)
        if found is None:
            return None
        if href not in self._light:
            self._light[href] = for_reading(found)
        return self._light[href], found.media_type

    def kept_inks(self, data: bytes) -> Separated | None:
        """Return the inks of the picture that `data` shows in light, where it was made in inks."""
        shown = next((p for p in self._book.pictures if self._light.get(p.href) == data), None)
        return kept_inks(shown) if shown else None
