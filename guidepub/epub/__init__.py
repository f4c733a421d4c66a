"""A book to EPUB 3. The only stage that knows EbookLib."""

from guidepub.epub.writer import write_epub

__all__ = ["write_epub"]
