"""Equal parts and totals in several sentences: “three terms of ten weeks”, “all forty weeks”.

Limited statements and estimates are left out.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from guidepub.text.figures.quantities import Figure, all_figures
from guidepub.text.naming.occupations import singular
from guidepub.text.vocabulary import compiled, spaced, vocabulary

_NOUN = r"(?:[^\W\d_]+\s+)?(?P<noun>[^\W\d_]{3,}s)\b"
_PARTS = re.compile(r"\s+(?P<part>[^\W\d_]{3,}s),?\s+", re.IGNORECASE)
_BEHIND = re.compile(rf"\s+{_NOUN}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class EqualParts:
    """A number of equal parts, and the size of each, which counts `noun`.

    With `alone`, the sentence has no other parts.
    """

    count: Decimal
    part: str
    size: Decimal
    noun: str
    start: int
    text: str
    alone: bool


@dataclass(frozen=True, slots=True)
class Total:
    """The total of all parts; `count` and `part` are the number and noun of the parts, if stated.

    With `takes_up`, it refers to parts stated before: “that makes”.
    """

    value: Decimal
    noun: str
    start: int
    text: str
    takes_up: bool
    count: Decimal | None = None
    part: str = ""

    def contradicts(self, parts: EqualParts) -> bool:
        """Return whether equal parts add up to another total."""
        is_of_these = self.count is None or (self.count, self.part) == (
            parts.count,
            parts.part,
        )
        return (
            self.noun == parts.noun
            and is_of_these
            and (self.takes_up or parts.alone)
            and self.value not in (parts.count * parts.size, parts.size)
        )


def equal_parts(sentence: str, language: str = "en") -> Iterator[EqualParts]:
    """Yield the equal parts in a sentence, in order."""
    words = _words(language)
    found = _exact(sentence, language) if words else ()
    for first, second in pairwise(found):
        parts = _PARTS.match(sentence, first.end)
        behind = _BEHIND.match(sentence, second.end)
        if words is None or parts is None or behind is None:
            continue
        joined = sentence[parts.end() : second.start].strip().casefold()
        each = words.each.match(sentence, behind.end())
        per = (each["per"] or "") if each else ""
        part, noun = singular(parts["part"]), singular(behind["noun"])
        is_of = words.of.fullmatch(joined) is not None
        is_each = each is not None and joined in ("", "of", "de") and per.casefold() in ("", part)
        if part != noun and (is_each or (is_of and not per)):
            end = each.end() if each and is_each else behind.end()
            alone = words.beside.search(sentence, end) is None
            text = sentence[first.start : end]
            yield EqualParts(first.value, part, second.value, noun, first.start, text, alone)


def totals(sentence: str, language: str = "en") -> Iterator[Total]:
    """Yield the totals in a sentence."""
    words = _words(language)
    if words is None or words.limits.search(sentence):
        return
    found = _exact(sentence, language)
    for figure in found:
        behind = _BEHIND.match(sentence, figure.end)
        if behind is None or words.goes_on.match(sentence, behind.end()) is None:
            continue
        noun, text = singular(behind["noun"]), sentence[figure.start : behind.end()]
        takes_up = words.total_before.search(sentence[: figure.start]) is not None
        if takes_up or (len(found) == 1 and words.total_first.match(sentence)):
            yield Total(figure.value, noun, figure.start, text, takes_up)
        over = words.over.match(sentence, behind.end())
        number = next((f for f in found if over and f.start == over.end()), None)
        parts = _BEHIND.match(sentence, number.end) if number else None
        if number is not None and parts is not None:
            part = singular(parts["noun"])
            yield Total(figure.value, noun, figure.start, text, True, number.value, part)


def _exact(sentence: str, language: str) -> tuple[Figure, ...]:
    figures = all_figures(sentence, language)
    is_plain = all(f.is_exact and f.kind in ("number", "count") for f in figures)
    return figures if is_plain else ()


@dataclass(frozen=True, slots=True)
class _PartitionWords:
    """The patterns of a language, named as in its file."""

    of: re.Pattern[str]
    each: re.Pattern[str]
    total_before: re.Pattern[str]
    total_first: re.Pattern[str]
    beside: re.Pattern[str]
    over: re.Pattern[str]
    goes_on: re.Pattern[str]
    limits: re.Pattern[str]


@functools.cache
def _words(language: str) -> _PartitionWords | None:
    table = vocabulary("partitions", language)
    if not table:
        return None
    forms = {name: spaced(form) for name, form in table.items()}
    return _PartitionWords(
        of=compiled(forms["of"]),
        each=compiled(rf",?\s+(?:{forms['each']})\b"),
        total_before=compiled(rf"(?<!\w){forms['total_before']}\s+$"),
        total_first=compiled(rf"\W*{forms['total_first']}\b"),
        beside=compiled(rf"(?<!\w)(?:{forms['beside']})(?!\w)"),
        over=compiled(rf",?\s+(?:{forms['over']})\s+"),
        goes_on=compiled(rf"\s*(?:[,.;:!?”)]|$|(?:{forms['goes_on']})\b)"),
        limits=compiled(rf"\b(?:{forms['limits']})\b"),
    )  # fmt: skip
