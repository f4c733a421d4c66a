"""A book to PDF. The only stage that knows WeasyPrint."""

from guidepub.pdf.writer import cover_image, printed_pages, render

__all__ = ["cover_image", "printed_pages", "render"]
