"""Legal matter in a text: copyright lines, disclaimers, and the headings above them."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from itertools import islice, takewhile

from guidepub.text.punctuation.sentences import sentences
from guidepub.text.vocabulary import either, spaced, vocabulary
from guidepub.words.remembering import remembered

_YEAR = re.compile(
    r"(?:©|\(c\)|\bcopyright)\s*(?:©|\(c\))?\s*(?:copyright\s*)?(?P<first>(?:19|20)\d\d)"
    r"(?:\s?[-–]\s?(?P<last>(?:19|20)\d\d))?",
    re.IGNORECASE,
)
_TOGETHER = 2
# Characters of a paragraph at a page's foot, and words of a sentence that says something there.
_LONGEST_IMPRINT = 160
_LONGEST_FOOT, _FEW_WORDS = 600, 5
# Sentences that tell how a paragraph begins, and words that each of them has.
_FIRST, _FEWEST_WORDS = 2, 4
_MOST_SENTENCES = 40


@dataclass(frozen=True, slots=True)
class CopyrightYears:
    """The years of a copyright line: the first, the last, and where the last one stands."""

    first: int
    last: int
    start: int
    end: int


def copyright_years(text: str) -> tuple[CopyrightYears, ...]:
    """Return the years of the copyright lines in a text, in order."""
    years = []
    for match in _YEAR.finditer(text):
        last = "last" if match["last"] else "first"
        years.append(CopyrightYears(int(match["first"]), int(match[last]), *match.span(last)))
    return tuple(years)


def legal_wording(text: str) -> re.Match[str] | None:
    """Return the first copyright line, wording of the law or link to one in a text, or None."""
    return _any("lines", "phrases", "links").search(text)


@remembered(512)
def has_copyright_line(text: str) -> bool:
    """Return whether a text holds what no prose does: a copyright line, or “Disclaimer:”."""
    return _any("lines").search(text) is not None


@remembered(512)
def is_legal_matter(text: str) -> bool:
    """Return whether a paragraph at the end of a text is legal matter."""
    if _any("lines", "phrases").search(text):
        return True
    return sum(hint.search(text) is not None for hint in _hints()) >= _TOGETHER


def is_imprint_line(text: str) -> bool:
    """Return whether a line says where a book was printed, by whom, or under which number."""
    return len(text) <= _LONGEST_IMPRINT and _any("imprint").search(text) is not None


def sentences_of_foot(text: str) -> tuple[int, int]:
    """Return how many sentences of a paragraph limit its page or its data, and the count of sentences.

    Beside a copyright line that is legal matter in whatever words; in the text it may be prose.
    Sentences of few words are not counted, nor those of a paragraph that holds much else.
    """
    if len(text) > _LONGEST_FOOT:
        return 0, 0
    parts = [text[start:end] for start, end in sentences(text)]
    counted = [part for part in parts if len(part.split()) >= _FEW_WORDS]
    return sum(all(form.search(part) for form in _foot()) for part in counted), len(counted)


def begins_as_prose(text: str) -> bool:
    """Return whether a paragraph's first two sentences are no legal matter's.

    “Training takes three years. A test follows. No liability is assumed.” loses no words for its end.
    """
    first = [text[start:end] for start, end in islice(sentences(text), _FIRST)]
    return len(first) == _FIRST and not any(_may_be_legal(each) for each in first)


def end_of_legal_beginning(text: str) -> int:
    """Return where the prose begins behind the legal sentences that a paragraph begins with, or 0.

    “All rights reserved. Roofers with a crew of their own bid on houses. Five lay one in three days.”
    Nothing of the prose may itself be legal matter.
    """
    spans = list(islice(sentences(text), _MOST_SENTENCES))
    lead = list(takewhile(lambda span: _may_be_legal(text[slice(*span)]), spans))
    rest = [text[slice(*span)] for span in spans[len(lead) :]]
    if not lead or len(rest) < _FIRST or len(spans) == _MOST_SENTENCES:
        return 0
    begins = spans[len(lead)][0]
    is_prose = all(
        len(each.split()) >= _FEW_WORDS and not (_may_be_legal(each) or is_imprint_line(each))
        for each in rest
    )
    return begins if is_prose and is_legal_matter(text[:begins]) else 0


def _may_be_legal(sentence: str) -> bool:
    """Return whether a sentence has words of legal matter, speaks of a text, or says very little."""
    forms = (_any("lines", "phrases", "links"), _foot()[0], *_hints())
    return len(sentence.split()) < _FEWEST_WORDS or any(form.search(sentence) for form in forms)


def is_about_copyright(text: str) -> bool:
    """Return whether legal matter speaks of copyright, and not of liability."""
    kind = vocabulary("legal")["kinds"]["copyright"]
    return re.search(either(kind), text, re.IGNORECASE) is not None


def is_legal_heading(heading: str) -> bool:
    """Return whether a heading in small letters stands over legal matter."""
    return re.fullmatch(either(vocabulary("legal")["headings"]), heading) is not None


@functools.cache
def _foot() -> tuple[re.Pattern[str], ...]:
    """Return the patterns of what each sentence of a page's foot has."""
    table = vocabulary("legal")["foot"]
    return tuple(
        re.compile(rf"(?<!\w){either(table[kind])}(?:(?<=['’])|(?!\w))", re.IGNORECASE)
        for kind in ("about", "says", "reserve")
    )


@functools.cache
def _any(*grades: str) -> re.Pattern[str]:
    forms = [form for grade in grades for form in vocabulary("legal")[grade]]
    return re.compile(either(forms), re.IGNORECASE)


@functools.cache
def _hints() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(spaced(form), re.I) for form in vocabulary("legal")["hints"])
