"""A book to the file of an edition. Loads a renderer only when it is first needed."""

from __future__ import annotations

from guidepub.errors import UsageError
from guidepub.findings import RenderError, errors_of
from guidepub.model import EDITIONS, Book, Edition
from guidepub.variants import manuscript, moved, variant


def render(book: Book, edition: Edition) -> bytes:
    """Return a book's file: an EPUB 3 for `epub`, a PDF for the others.

    Raises:
        UsageError: there is no such edition.
        RenderError: the book cannot be made without losing something, does not bear its
            notices as they were approved (N008), or does not print the guide's text (T001 to
            T007).
    """
    from guidepub.checks.proof import proof_findings

    data = made(book, edition)
    found = proof_findings(book, edition, manuscript(book, edition), data)
    if findings := errors_of(found):
        raise RenderError(findings)
    return data


def made(book: Book, edition: Edition) -> bytes:
    """Return a book’s file before anything was read back from it.

    Raises:
        UsageError, RenderError: as `render`, but for what only the proof can tell.
    """
    if edition in ("print", "print-cover", "screen"):
        from guidepub import pdf

        return pdf.render(variant(book, edition), edition)
    if edition == "epub":
        from guidepub import epub, pdf

        printed, electronic = variant(book, "print"), variant(book, "epub")
        starts = moved(pdf.printed_pages(printed), printed, electronic)
        return epub.render(electronic, pdf.cover_image(printed), starts)
    raise UsageError(f"There is no edition “{edition}”. Known here: {', '.join(EDITIONS)}.")


def file_name(book_slug: str, edition: Edition) -> str:
    """Return the name that an edition's file bears."""
    return f"{book_slug}.epub" if edition == "epub" else f"{book_slug}-{edition}.pdf"
