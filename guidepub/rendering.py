"""A book to the file of an edition. Loads a renderer only when it is first needed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from guidepub.editions import edition_named
from guidepub.errors import UsageError
from guidepub.findings import Finding, Place, RenderError, errors_of
from guidepub.model import EDITIONS, Book, Edition
from guidepub.variants import manuscript, moved, variant
from guidepub.workers import WorkerError, alone

if TYPE_CHECKING:
    from guidepub.pdf.proofs import Proof

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
    """Return a book's file: an EPUB 3 for `epub`, a PDF for the others.

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
        return render_stoppably(book, edition, lambda: None)
    try:
        data: bytes = alone(render, book, edition, timeout=timeout, memory=memory)
    except WorkerError as error:
        raise RenderError([given_up(Place(str(book.guide.origin or book.slug)), error)]) from error
    return data


def given_up(place: Place, error: WorkerError | MemoryError) -> Finding:
    """Return the finding on a book whose making cost its process, or more than it may."""
    kind = error.kind if isinstance(error, WorkerError) else "memory"
    said = str(error) or "there is not enough memory"
    code, remedy = _GIVEN_UP[kind]
    return Finding(place, code, f"Making the book was given up: {said}.", remedy)


def render_stoppably(book: Book, edition: Edition, go_on: Callable[[], None]) -> bytes:
    """Return what `render` does; `go_on` is called between its steps, and may raise to give up.

    Raises:
        UsageError, RenderError: as `render`.
    """
    data = made(book, edition, go_on)
    go_on()
    _prove(book, edition, data)
    return data


def render_with_places(
    book: Book, traced: Book, edition: Edition, go_on: Callable[[], None]
) -> Proof:
    """Return the PDF that `render` does, with what lies where on its pages.

    `traced` is the same book with its traces; `go_on` is as in `render_stoppably`.

    Raises:
        UsageError, RenderError: as `render`.
    """
    from guidepub.pdf.proofs import proof

    found = proof(variant(book, edition), variant(traced, edition), edition, go_on)
    go_on()
    _prove(book, edition, found.data)
    return found


def made(book: Book, edition: Edition, go_on: Callable[[], None] = lambda: None) -> bytes:
    """Return a book’s file before anything was read back from it.

    `go_on` is as in `render_stoppably`.

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
        go_on()
        cover = pdf.cover_image(printed)
        go_on()
        return epub.render(electronic, cover, starts)
    raise UsageError(f"There is no edition “{edition}”. Known here: {', '.join(EDITIONS)}.")


def file_name(book_slug: str, edition: Edition) -> str:
    """Return the name that an edition's file bears."""
    return f"{book_slug}.epub" if edition == "epub" else f"{book_slug}-{edition}.pdf"


def _prove(book: Book, edition: Edition, data: bytes) -> None:
    """Read a made file back, and hold it against its book.

    Raises:
        RenderError: it lacks something (N008, T001 to T007).
    """
    from guidepub.checks.proof import proof_findings

    found = proof_findings(book, edition, manuscript(book, edition), data)
    if findings := errors_of(found):
        raise RenderError(findings)
