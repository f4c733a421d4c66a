"""Legal texts: copyright lines, disclaimers, and the headings above them."""

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
_FEWEST_HINTS = 2
# In a page's footer: the most characters of a paragraph, and the fewest words of a counted sentence.
_LONGEST_IMPRINT = 160
_LONGEST_FOOT, _FEW_WORDS = 600, 5
# The number of sentences by which the beginning of a paragraph is judged, and their fewest words.
_FIRST, _FEWEST_WORDS = 2, 4
_MOST_SENTENCES = 40


@dataclass(frozen=True, slots=True)
class CopyrightYears:
    """The first and last year of a copyright line, and the place of the last one."""

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
    """Return the first match of a copyright line, a legal phrase or a link to legal texts, or None."""
    return _any("lines", "phrases", "links").search(text)


@remembered(512)
def has_copyright_line(text: str) -> bool:
    """Return whether a text contains a copyright line, or a label such as “Disclaimer:”."""
    return _any("lines").search(text) is not None


@remembered(512)
def is_legal_matter(text: str) -> bool:
    """Return whether a paragraph at the end of a text is a legal text."""
    if _any("lines", "phrases").search(text):
        return True
    return sum(hint.search(text) is not None for hint in _hints()) >= _FEWEST_HINTS


def is_imprint_line(text: str) -> bool:
    """Return whether a line is from an imprint: printer, place, or book number."""
    return len(text) <= _LONGEST_IMPRINT and _any("imprint").search(text) is not None


def sentences_of_foot(text: str) -> tuple[int, int]:
    """Return how many sentences of a paragraph are disclaimers of its page, and how many there are.

    Next to a copyright line, such sentences are legal text; elsewhere, they may be prose. Very short
    sentences, and all of a long paragraph, are not counted.
    """
    if len(text) > _LONGEST_FOOT:
        return 0, 0
    parts = [text[start:end] for start, end in sentences(text)]
    counted = [part for part in parts if len(part.split()) >= _FEW_WORDS]
    return sum(all(form.search(part) for form in _foot()) for part in counted), len(counted)


def begins_as_prose(text: str) -> bool:
    """Return whether the first two sentences of a paragraph are not legal text.

    “Training takes three years. A test follows. No liability is assumed.” must not be removed.
    """
    first = [text[start:end] for start, end in islice(sentences(text), _FIRST)]
    return len(first) == _FIRST and not any(_may_be_legal(each) for each in first)


def end_of_legal_beginning(text: str) -> int:
    """Return the offset at which prose begins, after legal sentences at the start of a paragraph, or 0.

    “All rights reserved. Roofers with a crew of their own bid on houses. Five lay one in three days.”
    0 also if any sentence of the prose may be legal text itself.
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
    """Return whether a sentence has legal words, is about a text, or is very short."""
    forms = (_any("lines", "phrases", "links"), _foot()[0], *_hints())
    return len(sentence.split()) < _FEWEST_WORDS or any(form.search(sentence) for form in forms)


def is_about_copyright(text: str) -> bool:
    """Return whether a legal text is about copyright, not liability."""
    kind = vocabulary("legal")["kinds"]["copyright"]
    return re.search(either(kind), text, re.IGNORECASE) is not None


def is_legal_heading(heading: str) -> bool:
    """Return whether a heading in lower case introduces legal texts."""
    return re.fullmatch(either(vocabulary("legal")["headings"]), heading) is not None


@functools.cache
def _foot() -> tuple[re.Pattern[str], ...]:
    """Return the patterns that must all match a disclaimer in a page's footer."""
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
