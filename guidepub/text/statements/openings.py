"""Statements about the days or months in which a place is open or closed.

“The library is open every weekday” and “it is closed on Wednesdays” contradict each other. Statements
for a part of the day or another place, or with an exception, are left out.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from guidepub.text.naming.occupations import singular
from guidepub.text.vocabulary import compiled, spaced, vocabulary

_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_REASON = re.compile(
    r",\s+(?:when|where|which|since|because|as|cuando|pues|ya\s+que|porque)\s", re.IGNORECASE
)
_WEEK, _YEAR = 7, 12


@dataclass(frozen=True, slots=True)
class OpeningTime:
    """A place that is open or closed: its noun, the words that specify it, and when.

    `when` are days, 0 for Monday to 6, or months, 10 for January to 21. An empty `thing` is the place
    that the text is about or, with `is_taken_up`, that of the sentence before.
    """

    thing: str
    which: frozenset[str]
    is_open: bool
    when: frozenset[int]
    start: int
    text: str
    is_taken_up: bool = False

    def contradicts(self, other: OpeningTime) -> bool:
        """Return whether a place is open according to one and closed according to the other."""
        is_one = not (self.thing and other.thing) or (
            (self.thing, self.which) == (other.thing, other.which)
        )
        return is_one and self.is_open != other.is_open and bool(self.when & other.when)


def openings(sentence: str, language: str = "en") -> Iterator[OpeningTime]:
    """Yield when a place is open or closed according to a sentence, at most one."""
    words = _words(language)
    # “…, when the hall is let” is a reason.
    sentence = _REASON.split(sentence, maxsplit=1)[0]
    if words is None or not words.any.search(sentence) or words.limits.search(sentence):
        return
    closed = words.closed.search(sentence)
    opened = None if closed else words.open.search(sentence)
    match = closed or opened
    is_hour = closed is not None and words.hours.search(sentence)
    if match is None or is_hour or sentence.rstrip().endswith("?"):
        return
    days, months = words.days(sentence), words.months(sentence)
    # “Opens in March” is about one day, “closed on Fridays in May” about some Fridays.
    if bool(days) == bool(months) or (months and not match.groupdict().get("state")):
        return
    named = [word.casefold() for word in _WORD.findall(sentence[: match.start()])]
    while named and named[-1] in words.plain:
        named.pop()
    # “The pharmacy next to it” is another place.
    if len(named) > 1 and named[-1] in words.pronouns and named[-2] in words.beside:
        return
    thing, which = _place(named, words)
    is_taken_up = not thing and not (named and named[-1] in words.house)
    when = days or frozenset(10 + month for month in months)
    text = match[0].strip()
    yield OpeningTime(thing, which, closed is None, when, match.start(), text, is_taken_up)


def _place(named: Sequence[str], words: _OpeningWords) -> tuple[str, frozenset[str]]:
    """Return the noun for a place and the words between an article and it; none for a pronoun."""
    if not named or named[-1] in words.pronouns:
        return "", frozenset()
    which = takewhile(lambda word: word not in words.articles, reversed(named[:-1]))
    return singular(named[-1]), frozenset(which)


@dataclass(frozen=True, slots=True)
class _OpeningWords:
    """The patterns of a language for open and closed, days and months, and limits."""

    any: re.Pattern[str]
    open: re.Pattern[str]
    closed: re.Pattern[str]
    limits: re.Pattern[str]
    times: tuple[tuple[re.Pattern[str], tuple[int, ...]], ...]
    seasons: tuple[tuple[re.Pattern[str], tuple[int, ...]], ...]
    day: tuple[re.Pattern[str], tuple[str, ...]]
    month: tuple[re.Pattern[str], tuple[str, ...]]
    plain: frozenset[str]
    hours: re.Pattern[str]
    house: frozenset[str]
    pronouns: frozenset[str]
    articles: frozenset[str]
    beside: frozenset[str]

    def days(self, sentence: str) -> frozenset[int]:
        """Return the days of the week that a sentence names, from 0 for Monday."""
        return _named(sentence, self.day, self.times, _WEEK)

    def months(self, sentence: str) -> frozenset[int]:
        """Return the months that a sentence names, from 0 for January."""
        return _named(sentence, self.month, self.seasons, _YEAR)


def _named(
    sentence: str,
    names: tuple[re.Pattern[str], tuple[str, ...]],
    spans: tuple[tuple[re.Pattern[str], tuple[int, ...]], ...],
    size: int,
) -> frozenset[int]:
    found = {at for form, numbers in spans if form.search(sentence) for at in numbers}
    pattern, stems = names
    for match in pattern.finditer(sentence):
        first = _number(match["first"], stems)
        last = _number(match["last"], stems) if match["last"] else first
        found |= {(first + step) % size for step in range((last - first) % size + 1)}
    return frozenset(found)


def _number(name: str, stems: tuple[str, ...]) -> int:
    return next(at for at, stem in enumerate(stems) if name.casefold().startswith(stem))


@functools.cache
def _words(language: str) -> _OpeningWords | None:
    table = vocabulary("openings", language)
    if not table:
        return None

    def spans(of: str) -> tuple[tuple[re.Pattern[str], tuple[int, ...]], ...]:
        return tuple(
            (compiled(rf"\b(?:{spaced(form)})\b"), tuple(numbers))
            for form, numbers in table[of].items()
        )

    def names(of: str) -> tuple[re.Pattern[str], tuple[str, ...]]:
        name = rf"(?:{spaced(table[of]['forms'])})"
        until = spaced(table["until"])
        pattern = rf"\b(?P<first>{name})\b(?:\s*(?:{until})\s*(?P<last>{name})\b)?"
        return re.compile(pattern, re.IGNORECASE), tuple(table[of]["stems"])

    return _OpeningWords(
        any=compiled(spaced(table["any"])),
        open=compiled(rf"\b(?:{spaced(table['open'])})(?!\w)"),
        closed=compiled(rf"\b(?:{spaced(table['closed'])})(?!\w)"),
        limits=compiled(rf"\b(?:{spaced(table['limits'])})\b"),
        times=spans("times"),
        seasons=spans("seasons"),
        day=names("day"),
        month=names("month"),
        plain=frozenset(table["plain"].split()),
        hours=compiled(spaced(table["hours"])),
        house=frozenset(table["house"].split()),
        pronouns=frozenset(table["pronouns"].split()),
        articles=frozenset(table["articles"].split()),
        beside=frozenset(table["beside"].split()),
    )
