"""A book to PDF. The only stage that knows WeasyPrint."""

from guidepub.pdf.writer import BookPages

__all__ = ["BookPages"]
