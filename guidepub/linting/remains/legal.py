"""X: legal texts in the prose, which belong only in the catalogue's notices."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from guidepub.linting.texts.alarms import Alarm
from guidepub.linting.texts.blocks import Block
from guidepub.linting.texts.rules import Rule
from guidepub.linting.texts.subjects import Subject
from guidepub.model import Notice
from guidepub.text.punctuation.quoting import is_quoted
from guidepub.text.residue.legal import copyright_years, legal_wording
from guidepub.words.languages import primary_language

_WORD = re.compile(r"[^\W\d_]+")
# Texts are compared by runs of three words. Any two texts about a trade share a few of these.
_RUN = 3
_FEWEST_SHARED = 5
_LEAST_LIKENESS = 0.3


@dataclass(frozen=True, slots=True)
class _NoticeRuns:
    notice: Notice
    runs: frozenset[tuple[str, ...]]


def _legal_matter(subject: Subject) -> Iterator[Alarm]:
    language = primary_language(subject.guide.language)
    known = [
        _NoticeRuns(notice, _runs(notice.text))
        for notice in subject.catalog.notices
        if primary_language(notice.language) == language
    ]
    for block in subject.prose:
        own = _runs(block.text)
        best = max(known, key=lambda other: _likeness(own, other), default=None)
        if best is not None and _likeness(own, best) >= _LEAST_LIKENESS:
            yield _notice_alarm(subject, block, best.notice)
        elif (match := legal_wording(block.text)) and not is_quoted(block.text, *match.span()):
            message = f"The prose contains a legal text: “{' '.join(match[0].split())[:60]}”."
            remedy = "Delete it: the catalogue’s notices contain what the law requires."
            yield subject.alarm("X013", block, match.span(), message, remedy)


def _notice_alarm(subject: Subject, block: Block, notice: Notice) -> Alarm:
    name = f"“{notice.id}”, version {notice.version}"
    if notice.status == "retired":
        message = f"The prose contains a retired notice: {name}."
        remedy = "Delete it: the book prints the version in force."
        return subject.alarm("X014", block, (0, len(block.text)), message, remedy)
    message = f"The prose contains the wording of a notice: {name}."
    remedy = "Delete it: the book prints the notice by itself."
    return subject.alarm("X013", block, (0, len(block.text)), message, remedy)


def _likeness(own: frozenset[tuple[str, ...]], other: _NoticeRuns) -> float:
    """Return the share of a text's runs of words that also occur in a notice."""
    shared = len(own & other.runs)
    return shared / len(own) if shared >= _FEWEST_SHARED else 0.0


def _runs(text: str) -> frozenset[tuple[str, ...]]:
    words = _WORD.findall(text.casefold())
    return frozenset(tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1))


def _copyright_years(subject: Subject) -> Iterator[Alarm]:
    for block in subject.prose:
        for years in copyright_years(block.text):
            if years.last < subject.year:
                message = (
                    f"The copyright of {years.last} is older than the edition of {subject.year}."
                )
                remedy = "Delete the line: the book prints its own."
                yield subject.alarm("S005", block, (years.start, years.end), message, remedy)


RULES = (
    Rule(("X013", "X014"), _legal_matter, first=True),
    Rule(("S005",), _copyright_years, first=True),
)
