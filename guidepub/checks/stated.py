"""Metadata of a file that was just made, compared with its book and with the file itself.

Programs read nothing but the metadata, so these are proved like the words in print.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pikepdf

from guidepub.checks.claimed.conformance import PDF_EVIDENCE, claims_universal_access
from guidepub.checks.legal.in_pages.pages import Pages
from guidepub.checks.legal.verdicts.statements import (
    FileStatement,
    as_stated,
    package_statement,
    statement_of,
)
from guidepub.checks.pdf_rules.access import tag_findings
from guidepub.findings import Finding
from guidepub.model import EDITION_FILES, Edition

if TYPE_CHECKING:
    from guidepub.checks.legal.in_documents.documents import Documents
    from guidepub.model import Book

_BY_THEME = "Fix it in the guide or in its theme."


def statement_findings(
    book: Book, edition: Edition, read: Documents | Pages, data: bytes
) -> Iterator[Finding]:
    """Yield where a file's metadata contradict its notices (N012).

    A PDF for reading that claims to be PDF/UA, and breaks its rules, is reported too (R008).
    """
    if not isinstance(read, Pages):
        yield from _terms(book, edition, package_statement(read.package))
        return
    with closing(pikepdf.open(io.BytesIO(data))) as pdf:
        yield from _terms(book, edition, statement_of(pdf))
        if EDITION_FILES[edition].is_for_reading and claims_universal_access(pdf):
            yield from _denials(book, pdf)


def _terms(book: Book, edition: Edition, statement: FileStatement) -> Iterator[Finding]:
    wanted, stated = book.terms_in(edition), statement.terms
    for name in sorted(wanted.keys() | stated.keys()):
        want, found = as_stated(wanted.get(name, "")), stated.get(name, "")
        if want != found:
            message = f"In the edition “{edition}”, the machine-readable term {name} is {found or 'missing'} in the metadata, but {want or 'missing'} in the notices."
            remedy = "This is a bug in guidepub: please report it."
            yield Finding(book.place, "N012", message, remedy)


def _denials(book: Book, pdf: pikepdf.Pdf) -> Iterator[Finding]:
    """Yield each reason why a PDF is not as accessible as it claims, with its first page."""
    reported: set[str] = set()
    for finding in tag_findings(Path(book.slug), pdf):
        why = PDF_EVIDENCE.get(finding.code)
        if why is not None and finding.code not in reported:
            reported.add(finding.code)
            where = f" (page {finding.place.page})" if finding.place.page else ""
            message = f"The PDF for reading would claim to be PDF/UA, but {why}{where}."
            yield Finding(book.place, "R008", message, _BY_THEME)
