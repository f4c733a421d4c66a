"""Proofs of a book that was just made, by reading back its finished bytes.

A theme decides how a book looks, and could hide or change its notices and its text; a renderer
could lose some of it. Either is reported before the file is released.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from guidepub.checks.legal.proof import notice_findings
from guidepub.checks.stated import statement_findings
from guidepub.checks.text.findings import text_findings
from guidepub.checks.text.sources import opened, source_of
from guidepub.findings import Finding
from guidepub.model import Book, Edition, file_name
from guidepub.words.manuscript import Manuscript
from guidepub.workers.native import LOCK


def proof_findings(
    book: Book, edition: Edition, manuscript: Manuscript, data: bytes
) -> Iterator[Finding]:
    """Yield what a finished book lacks of its notices (N008) and of its text (T001 to T007).

    The statements in its metadata are proved, too (N012, R008).
    """
    with LOCK, opened(edition, Path(file_name(book.slug, edition)), data) as read:
        yield from statement_findings(book, edition, read, data)
        yield from notice_findings(book, edition, read)
        yield from text_findings(manuscript, edition, source_of(read, edition), notices=False)
