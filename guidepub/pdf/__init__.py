"""A book to PDF. The only stage that knows WeasyPrint."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepub.exports import lazily

if TYPE_CHECKING:
    from guidepub.pdf.writer import BookPages as BookPages

_HOMES = {"BookPages": "writer"}

__all__ = sorted(_HOMES)  # noqa: PLE0605 - every name is a text

if not TYPE_CHECKING:
    # Imported late: code that only reads a finished PDF needs nothing that draws one.
    __getattr__ = lazily(__name__, _HOMES)
