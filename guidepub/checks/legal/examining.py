"""Reads one finished file and notes what it holds; judges nothing, and knows no other file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pikepdf

from guidepub.checks.documents.hypertext import UnreadableError
from guidepub.checks.legal.in_pages.pages import Pages
from guidepub.checks.legal.verdicts.sightings import Examination, Sighting
from guidepub.checks.legal.verdicts.statements import (
    FileStatement,
    package_statement,
    printed_isbns,
    statement_of,
)
from guidepub.checks.legal.wordings.matching import WordingMatch, matches
from guidepub.checks.legal.wordings.register import WordingRegister
from guidepub.checks.legal.wordings.sight import Problem, in_words
from guidepub.checks.legal.wordings.texts import FileText
from guidepub.model import medium_of
from guidepub.words.wording import fingerprint

if TYPE_CHECKING:
    from guidepub.checks.legal.in_documents.documents import Documents

_MOST_ISBNS = 20

_Doubts = Callable[[Sequence[WordingMatch]], list[list[Problem]]]


def examine(file: Path, register: WordingRegister) -> Examination:
    """Return the wordings and statements in a finished file.

    Raises:
        Exception: whatever the libraries raise for a broken file.
    """
    if medium_of(file) != "pdf":
        # PDFs alone have no stylesheets to be read.
        from guidepub.checks.legal.in_documents.documents import documents_of

        try:
            documents = documents_of(file)
        except UnreadableError as error:
            return Examination(error=str(error))
        statement = package_statement(documents.package)
        return _examined(documents, documents.doubts, statement, register)
    with pikepdf.open(file) as pdf:
        statement = statement_of(pdf)
        with closing(Pages(file)) as pages:
            return _examined(pages, partial(pages.doubts, pdf=pdf), statement, register)


def _examined(
    source: Pages | Documents,
    doubts_of: _Doubts,
    statement: FileStatement,
    register: WordingRegister,
) -> Examination:
    mark, text = statement.mark, source.text
    claimed = {(notice.id, notice.version) for notice in mark.notices} if mark else set()
    found = matches(source.texts, register, claimed, statement.language)
    # A page is closed once its words were made invisible.
    doubts = doubts_of(found)
    problems = source.problems(found)
    return Examination(
        mark,
        statement.language,
        statement.holder,
        statement.rights,
        statement.isbns,
        tuple(dict.fromkeys(printed_isbns(text.raw)))[:_MOST_ISBNS],
        tuple(
            _sighting(text, statement.language, *each)
            for each in zip(found, problems, doubts, strict=True)
        ),
        solid_letters=len(text.solid),
        unread=source.unread,
        terms=statement.terms,
    )


def _sighting(
    text: FileText, spoken: str, found: WordingMatch, problems: list[Problem], doubts: list[Problem]
) -> Sighting:
    """Return the sighting of a wording in a file whose stated language, if any, is `spoken`."""
    wording = found.wording
    where = tuple(text.names[unit] for unit, _, _ in text.parts(found.start, found.end))
    filled = "".join(
        literal + found.values.get(hole, "")
        for literal, hole in zip(wording.literals, (*wording.holes, ""), strict=True)
    )
    return Sighting(
        wording.id,
        wording.version,
        # A plain line reads the same in several languages, so it does not show the language.
        "" if wording.is_plain_line and not spoken else wording.language,
        where,
        dict(found.values),
        found.difference,
        in_words(problems),
        "" if found.difference else fingerprint(filled),
        in_words(doubts),
    )
