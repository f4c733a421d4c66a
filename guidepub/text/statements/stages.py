"""Stages of a training: the number of its years, semesters or modules, and references to one.

A three-year apprenticeship has no fourth-year apprentices, and a program of six modules has no
module 7.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from guidepub.text.vocabulary import compiled, spaced, vocabulary


@dataclass(frozen=True, slots=True)
class Stages:
    """A number of stages; with `is_whole`, the whole training has that many."""

    unit: str
    count: int
    is_whole: bool
    start: int
    text: str


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage of a training, by its number."""

    unit: str
    number: int
    start: int
    text: str


def counted_stages(sentence: str, language: str = "en") -> Iterator[Stages]:
    """Yield the stages that a sentence counts: “lasts three years”, “a six-module course”."""
    words = _words(language)
    if words is None or not words.unit.search(sentence):
        return
    is_free = words.limits.search(sentence) is not None
    wholes = [match for form in words.wholes for match in form.finditer(sentence)]
    for match in words.number.finditer(sentence):
        whole = next((m for m in wholes if m.start() <= match.start() < m.end()), None)
        count = words.value(match["number"])
        is_whole = whole is not None and not is_free
        at = whole or match
        yield Stages(words.name(match["unit"]), count, is_whole, at.start(), at[0].strip())


def named_stages(sentence: str, language: str = "en") -> Iterator[Stage]:
    """Yield the stages of a training that a sentence names: “fourth-year apprentices”."""
    words = _words(language)
    if words is None or not words.unit.search(sentence) or words.elsewhere.search(sentence):
        return
    for form in words.stages:
        for match in form.finditer(sentence):
            number = words.value(match["number"])
            yield Stage(words.name(match["unit"]), number, match.start(), match[0].strip())


@dataclass(frozen=True, slots=True)
class _StageWords:
    """The patterns of a language for stages and their numbers."""

    unit: re.Pattern[str]
    number: re.Pattern[str]
    wholes: tuple[re.Pattern[str], ...]
    stages: tuple[re.Pattern[str], ...]
    limits: re.Pattern[str]
    elsewhere: re.Pattern[str]
    numbers: dict[str, int]

    def value(self, word: str) -> int:
        """Return the number that a word or digits name."""
        digits = re.match(r"\d+", word)
        return int(digits[0]) if digits else self.numbers[word.casefold()]

    def name(self, unit: str) -> str:
        """Return the canonical name of a unit."""
        return unit.casefold().removesuffix("s").removesuffix("e")


@functools.cache
def _words(language: str) -> _StageWords | None:
    table = vocabulary("stages", language)
    if not table:
        return None
    cardinals = {word: at for at, word in enumerate(table["cardinals"].split(), 1)}
    ordinals = {word: at for at, word in enumerate(table["ordinals"].split(), 1)}
    ordinals |= {word: at for at, word in enumerate(table["short_ordinals"].split(), 1)}
    many = rf"(?P<number>\d\d?|{'|'.join(cardinals)})"
    nth = rf"(?P<number>\d\d?{table['ending']}|{'|'.join(ordinals)})"
    unit = rf"(?P<unit>{table['unit']})"

    def pattern(form: str) -> re.Pattern[str]:
        parts = {"{many}": many, "{nth}": nth, "{unit}": unit, "{course}": table["course"]}
        for name, part in (*parts.items(), ("{people}", table["people"])):
            form = form.replace(name, part)
        return compiled(rf"(?<![\w.,]){spaced(form)}(?!\w)")

    return _StageWords(
        unit=compiled(rf"(?:{table['unit']})"),
        number=compiled(rf"(?<![\w.,$]){many}[\s-]{unit}(?!\w)"),
        wholes=tuple(pattern(form) for form in table["wholes"]),
        stages=tuple(pattern(form) for form in table["stages"]),
        limits=compiled(rf"\b(?:{spaced(table['limits'])})\b"),
        elsewhere=compiled(rf"\b(?:{spaced(table['elsewhere'])})\b"),
        numbers=cardinals | ordinals,
    )
