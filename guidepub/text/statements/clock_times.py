"""Statements about the hour at which something opens, closes, begins or ends every day.

“The shop opens at seven” and “the shop opens at nine” contradict each other. Statements for some days,
a season or other people, or with an exception, are left out. A sentence about another place, time or
group separates those before it from those after it: “At Okafor’s, things are calmer.”
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from guidepub.text.figures.quantities import all_figures
from guidepub.text.naming.occupations import singular
from guidepub.text.vocabulary import compiled, spaced, vocabulary

_MINUTES_OF_HALF_A_DAY = 12 * 60
_LAST_HOUR = 24
# A name that is not the first word: “so it is in Dayton”.
_NAME = re.compile(r"(?<=[\w,] )[A-ZÀ-Þ][^\W\d_]{2,}|[’']s\b")


@dataclass(frozen=True, slots=True)
class ClockTime:
    """The hour at which a thing opens, closes, begins or ends; `does` is which of these.

    `minutes` are counted from midnight. With `is_of_half`, the text does not say whether the hour is
    a.m. or p.m.
    """

    thing: str
    does: str
    minutes: int
    is_of_half: bool
    start: int
    text: str

    def contradicts(self, other: ClockTime) -> bool:
        """Return whether the same thing does the same at another hour."""
        if (self.thing, self.does) != (other.thing, other.does):
            return False
        if self.is_of_half or other.is_of_half:
            return (self.minutes - other.minutes) % _MINUTES_OF_HALF_A_DAY != 0
        return self.minutes != other.minutes


def clock_times(sentence: str, language: str = "en") -> Iterator[ClockTime]:
    """Yield the hour that a sentence states for a thing, at most one."""
    words = _words(language)
    if words is None or words.limits.search(sentence) or sentence.rstrip().endswith("?"):
        return
    match = words.stated.match(sentence)
    if match is None:
        return
    does = next(name for name in ("opens", "closes", "begins", "ends") if match[name])
    minutes = _minutes(match, language)
    if minutes is not None:
        half = (match["half"] or "").casefold()
        if half.startswith("p"):
            minutes = minutes % _MINUTES_OF_HALF_A_DAY + _MINUTES_OF_HALF_A_DAY
        thing = " ".join(singular(word) for word in match["thing"].casefold().split())
        text = match["what"].strip()
        yield ClockTime(thing, does, minutes, not half, match.start("what"), text)


def turns_elsewhere(sentence: str, language: str = "en") -> bool:
    """Return whether a sentence turns to another place, time or group, with hours of its own."""
    words = _words(language)
    if words is None:
        return False
    stated = words.stated.match(sentence)
    if stated is not None:
        return words.turns.search(stated["thing"]) is not None
    return words.turns.search(sentence) is not None or _NAME.search(sentence) is not None


def _minutes(match: re.Match[str], language: str) -> int | None:
    """Return an hour in digits or in words as minutes, or None if it is not valid."""
    if match["digits"]:
        hour = int(match["digits"])
    else:
        found = all_figures(match["words"], language)
        if len(found) != 1 or not found[0].is_exact or found[0].value != int(found[0].value):
            return None
        hour = int(found[0].value)
    return hour * 60 + int(match["minutes"] or 0) if 0 <= hour <= _LAST_HOUR else None


@dataclass(frozen=True, slots=True)
class _ClockWords:
    """The patterns of a language for hours of things, for limits, and for turns to others."""

    stated: re.Pattern[str]
    limits: re.Pattern[str]
    turns: re.Pattern[str]


@functools.cache
def _words(language: str) -> _ClockWords | None:
    table = vocabulary("clock_times", language)
    if not table:
        return None
    forms = {name: spaced(form) for name, form in table.items()}
    does = "|".join(rf"(?P<{name}>{forms[name]})" for name in ("opens", "closes", "begins", "ends"))
    hour = (
        r"(?:(?P<digits>\d{1,2})(?:[:.h](?P<minutes>\d\d))?|(?P<words>[^\W\d_]{2,12}))"
        r"(?:\s?(?P<half>[ap])\.?\s?m\b\.?)?"
    )
    return _ClockWords(
        stated=compiled(
            rf"\W*(?:{forms['articles']})\s+(?P<thing>[^\W\d_]+(?:\s[^\W\d_]+)?)\s+"
            rf"(?P<what>(?:{does})\s+(?:{forms['at']})\s+{hour})(?:\s+(?:{forms['behind']}))?\W*$"
        ),
        limits=compiled(rf"\b(?:{forms['limits']})\b"),
        turns=compiled(rf"\b(?:{forms['turns']})\b|^\W*(?:{forms['places']})\b[^,]{{1,60}},"),
    )
