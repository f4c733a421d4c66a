"""One edition of a book to its file, in this process or in one that can be given up."""

from __future__ import annotations

from guidepub.editions.production import Production
from guidepub.findings import Finding, Place, RenderError
from guidepub.model import Book, Edition, edition_named
from guidepub.workers import WorkerError, alone

_GIVEN_UP = {
    "time": ("B003", "Look for what is endless in it, or give it more time (--timeout)."),
    "memory": (
        "B004",
        "Make the guide or its images smaller, or fewer books at once with -j.",
    ),
    "died": (
        "B002",
        "If it does so with -j 1 as well, it is a fault of guidepub: please report it.",
    ),
}


def render(
    book: Book, edition: Edition, timeout: float | None = None, memory: int | None = None
) -> bytes:
    """Return a book's finished file of an edition; for several editions see `Production`.

    With `timeout`, the seconds of wall time, or `memory`, the bytes that it may take, it is made
    in a process of its own, which takes about a second to start.

    Raises:
        UsageError: there is no such edition.
        RenderError: the book cannot be made without losing something, does not bear its
            notices as they were approved (N008), or does not print the guide's text (T001 to
            T007); or it took more than it may (B003, B004), or its process died (B002).
    """
    edition = edition_named(edition)
    if timeout is None and memory is None:
        return Production(book).file(edition)
    try:
        return alone(render, book, edition, timeout=timeout, memory=memory)
    except WorkerError as error:
        raise RenderError([given_up(book.place, error)]) from error


def given_up(place: Place, error: WorkerError | MemoryError) -> Finding:
    """Return the finding on a book whose making cost its process, or more than it may."""
    kind = error.kind if isinstance(error, WorkerError) else "memory"
    reason = str(error) or "there is not enough memory"
    code, remedy = _GIVEN_UP[kind]
    return Finding(place, code, f"Making the book was given up: {reason}.", remedy)
