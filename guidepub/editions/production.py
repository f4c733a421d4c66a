"""One book to its editions: shared parts are made once, and each file is verified.

A renderer is only imported when it is first needed.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, cast

from guidepub.editions.added import added_file
from guidepub.editions.shared import SharedParts
from guidepub.editions.variants import variant
from guidepub.findings import RenderError, errors_of
from guidepub.model import EDITION_FILES, Book, Claims, Edition, edition_named
from guidepub.words.manuscript import Manuscript
from guidepub.workers.companions import Requested, companion

if TYPE_CHECKING:
    from guidepub.pdf.proofs import Proof


class Production:
    """Makes the files of one book. To make several editions of a book, keep one of these.

    Whatever editions have in common, such as the layout of their pages, is made once, and kept as
    long as the object exists. It must not be used from several threads at the same time.
    """

    def __init__(self, book: Book, go_on: Callable[[], None] | None = None) -> None:
        """Take a book as `assemble` returns it; nothing is made yet.

        `go_on` is called between the steps of making a file, and may raise an exception to cancel
        it.
        """
        self._shared = SharedParts(book, go_on)
        self._begun: dict[Edition, Requested[bytes]] = {}

    def begin(self, edition: Edition) -> None:
        """Start making an edition that will be needed later in another process.

        Nothing happens if there is no process for it.
        """
        beside = companion()
        if beside is not None and edition in EDITION_FILES:
            self._begun[edition] = beside.ask(_unproved, self._shared.book, edition)

    def file(self, edition: Edition) -> bytes:
        """Return the finished file of an edition, which has been read back and verified.

        An edition from a package is made from the file of another edition, which is verified; the
        result of the package is not.

        Raises:
            UsageError: there is no such edition.
            RenderError: the book cannot be made without losing something, does not have its
                notices as they were approved (N008), does not print the guide's text (T001 to
                T007), or a package fails (R009).
        """
        if edition_named(edition) in EDITION_FILES:
            if edition not in self._begun:
                self.begin(edition)
            return _proved(self._shared, edition, self._begun.pop(edition, None))
        place = self._shared.book.place
        return added_file(edition, place, lambda source: _proved(self._shared, source))

    def claiming(self, edition: Edition, claims: Claims) -> bytes:
        """Return the finished file like `file`, with a claim of accessibility.

        A `certified` claim is for callers that validate these bytes before they write them.

        Raises:
            UsageError, RenderError: as `file`.
        """
        book = self._shared.book.claiming(claims)
        return _proved(SharedParts(book, self._shared.go_on, self._shared), edition)

    def first_pages(self) -> dict[str, str]:
        """Return the number of the printed page on which each leaf begins, by leaf id.

        It is empty for the cover, which is a separate sheet.

        Raises:
            RenderError: the pages cannot be laid out.
        """
        first: dict[str, str] = {}
        last: dict[str, str] = {}
        for start in self._shared.pages("print").page_starts():
            first.setdefault(start.leaf, start.page)
            last[start.leaf] = start.page
        pages: dict[str, str] = {}
        page = ""
        for leaf in self._shared.book.leaves:
            # A leaf that does not begin a page begins on the last page of those before it.
            pages[leaf.id] = first.get(leaf.id, page)
            page = last.get(leaf.id, page)
        return pages


class Maker(Protocol):
    """The functions that a module of this package provides for its edition."""

    def make(self, shared: SharedParts) -> bytes:
        """Return the file, not yet verified."""

    def must_print(self, book: Book) -> Manuscript:
        """Return the manuscript of the file for a book in the edition's variant."""


def unproved_file(shared: SharedParts, edition: Edition) -> bytes:
    """Return the file of an edition before it is read back.

    Only for measurements and tests: every file that leaves guidepub comes from a `Production`.

    Raises:
        UsageError, RenderError: as `Production.file`, except for what only the verification finds.
    """
    return _maker_of(edition_named(edition)).make(shared)


def manuscript(book: Book, edition: Edition) -> Manuscript:
    """Return the manuscript that an edition of a book must print, part by part."""
    return _maker_of(edition).must_print(variant(book, edition))


def file_with_places(
    book: Book,
    traced: Book,
    edition: Edition,
    go_on: Callable[[], None],
    take_early: Callable[[Callable[[], Proof]], None] = lambda _: None,
) -> Proof:
    """Return the PDF that `Production.file` makes, and the places of everything on its pages.

    `traced` is the same book with its traces. `take_early` is called with what draws pages that are laid out
    before the others; they are not proved.

    Raises:
        RenderError: as `Production.file`.
    """
    from guidepub.pdf.proofs import proof

    shared = SharedParts(book, go_on)
    proofed = proof(shared.pages(edition), variant(traced, edition), edition, go_on, take_early)
    go_on()
    _prove(shared, edition, proofed.data)
    return proofed


def _proved(shared: SharedParts, edition: Edition, asked: Requested[bytes] | None = None) -> bytes:
    data = unproved_file(shared, edition) if asked is None else _made_beside(asked)
    shared.go_on()
    _prove(shared, edition, data)
    return data


def _unproved(book: Book, edition: Edition) -> bytes:
    return unproved_file(SharedParts(book), edition)


def _made_beside(asked: Requested[bytes]) -> bytes:
    """Return the file that another process makes, importing the verifying modules in the meantime."""
    importlib.import_module("guidepub.checks.proof")
    return asked.result()


def _prove(shared: SharedParts, edition: Edition, data: bytes) -> None:
    """Read a file back, and compare it with its book.

    Raises:
        RenderError: it lacks something (N008, T001 to T007).
    """
    from guidepub.checks.proof import proof_findings

    must_print = _maker_of(edition).must_print(shared.book_in(edition))
    found = proof_findings(shared.book, edition, must_print, data)
    if findings := errors_of(found):
        raise RenderError(findings)


def _maker_of(edition: Edition) -> Maker:
    name = EDITION_FILES[edition].maker
    return cast("Maker", importlib.import_module(f"guidepub.editions.{name}"))
