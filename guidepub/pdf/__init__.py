"""A book to PDF. The only stage that knows WeasyPrint."""

from guidepub.pdf.writer import cover_image, render

__all__ = ["cover_image", "render"]
