"""Whether a book that was just made is what it is to be: read back from the finished bytes.

A theme decides how a book looks, and could hide or change its notices and its text; a renderer
could lose some of it. Either is told before the file leaves.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from guidepub.checks.legal.documents import Documents
from guidepub.checks.legal.pages import Pages
from guidepub.checks.legal.proof import notice_findings
from guidepub.checks.text.findings import text_findings
from guidepub.checks.text.sources import EpubSource, PdfSource
from guidepub.findings import Finding
from guidepub.manuscript import Manuscript
from guidepub.model import Book, Edition
from guidepub.native import LOCK


def proof_findings(
    book: Book, edition: Edition, manuscript: Manuscript, data: bytes
) -> Iterator[Finding]:
    """Yield what a finished book does not bear: its notices (N008) and its text (T001 to T007).

    The file is read once.
    """
    with LOCK:
        if edition == "epub":
            documents = Documents(Path(f"{book.slug}.epub"), data)
            yield from notice_findings(book, edition, documents)
            yield from text_findings(manuscript, edition, EpubSource(documents), False)
            return
        pages = Pages(data)
        try:
            yield from notice_findings(book, edition, pages)
            # What a press gets has no structure that a picture's words could stand in.
            source = PdfSource(pages, readable=edition == "screen")
            yield from text_findings(manuscript, edition, source, False)
        finally:
            pages.close()
