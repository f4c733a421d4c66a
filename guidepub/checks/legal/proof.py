"""Proves that a book that was just made bears its notices, visible and as approved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from guidepub.checks.legal.in_pages.pages import Pages
from guidepub.checks.legal.wordings.beside import words_beside
from guidepub.checks.legal.wordings.matching import matches
from guidepub.checks.legal.wordings.register import WordingRegister, read_register
from guidepub.checks.legal.wordings.sight import in_words
from guidepub.findings import Finding
from guidepub.model import Book, Edition, OwedNotice

if TYPE_CHECKING:
    from guidepub.checks.legal.in_documents.documents import Documents

_REMEDY = "Fix the catalogue’s own theme so that the notice is shown as it was approved; if there is no such theme, report this."


def notice_findings(book: Book, edition: Edition, source: Pages | Documents) -> Iterator[Finding]:
    """Yield each notice that a finished book lacks, changes or hides (N008)."""
    notices = {notice.id: notice for notice in book.notices_in(edition)}
    if not notices:
        return
    found = matches(source.texts, register_of(notices.values()))
    # For pages, problems of their lines, while they are open: `problems` closes them.
    # For documents, the doubts that their styles leave.
    more = source.line_problems(found) if isinstance(source, Pages) else source.doubts(found)
    pairs = zip(source.problems(found), more, strict=True)
    problems = [[*one, *other] for one, other in pairs]
    place = book.place
    for sighting, unseen in zip(found, problems, strict=True):
        notice = notices.pop(sighting.wording.id)
        fault = ""
        if sighting.difference:
            fault = f"is not there word for word: {sighting.difference}"
        elif unseen:
            fault = f"is not visible: {in_words(unseen)}."
        if fault:
            message = f"In the edition “{edition}”, the notice {notice.name} {fault}"
            yield Finding(place, "N008", message, _REMEDY)
    if isinstance(source, Pages):
        for page, words in words_beside(book, source.whole, found):
            message = (
                f"In the edition “{edition}”, there are other words next to a notice: “{words}”"
            )
            remedy = (
                "Fix the catalogue’s own theme so that the page of a notice has only its own words."
            )
            yield Finding(place, "N008", f"{message} ({page}).", remedy)
    for notice in notices.values():
        message = f"In the edition “{edition}”, the notice {notice.name} is missing."
        yield Finding(place, "N008", message, _REMEDY)


def register_of(notices: Iterable[OwedNotice]) -> WordingRegister:
    """Return a register of the wordings as the book should print them, placeholders filled."""
    wordings = [
        {
            "id": notice.id,
            "version": notice.version,
            "language": notice.language,
            "text": notice.wording.replace("{", "{{").replace("}", "}}"),
            "min_size": notice.min_size,
            "min_contrast": notice.min_contrast,
        }
        for notice in notices
    ]
    return read_register({"notices": wordings, "known": {}})
