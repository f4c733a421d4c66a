"""One edition of a book to its file, in this process or in a limited one."""

from __future__ import annotations

from guidepub.editions.losses import given_up
from guidepub.editions.production import Production
from guidepub.findings import RenderError
from guidepub.findings.errors import expect
from guidepub.model import Book, Edition, edition_named
from guidepub.workers import WorkerError, alone


def render(
    book: Book, edition: Edition, timeout: float | None = None, memory: int | None = None
) -> bytes:
    """Return a book's finished file of an edition; for several editions see `Production`.

    With `timeout` (seconds of wall time) or `memory` (bytes), the file is made in a separate
    process, which takes about a second to start.

    Raises:
        UsageError: there is no such edition.
        RenderError: the book cannot be made without losing something, does not have its
            notices as they were approved (N008), or does not print the guide's text (T001 to
            T007); or it exceeded a limit (B003, B004), or its process died (B002).
    """
    expect(book, Book, "Make it from a guide: assemble(guide, catalog).")
    edition = edition_named(edition)
    if timeout is None and memory is None:
        return Production(book).file(edition)
    try:
        return alone(render, book, edition, timeout=timeout, memory=memory)
    except WorkerError as error:
        raise RenderError([given_up(book.place, error)]) from error
