"""A book to EPUB 3. The only stage that knows EbookLib."""

from guidepub.epub.writer import render

__all__ = ["render"]
