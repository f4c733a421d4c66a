"""Sentences that give one thing a number, compared word by word with others that do.

“A frame holds sixty wicks” and “A frame holds forty wicks” are the same but for the number, and so
cannot both be true. This needs no vocabulary of things or verbs, only the words of a language that
refer to something named before, which may be another thing each time.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from decimal import Decimal

from guidepub.text.figures.quantities import all_figures
from guidepub.text.naming.places import place_named
from guidepub.text.vocabulary import compiled, spaced, vocabulary

_WORD = re.compile(r"[^\W\d_][\w’'-]*")
# Words before the number: with fewer there is no subject and no verb.
_FEWEST_BEFORE = 3
_MOST_WORDS = 16
_HALF = Decimal("0.5")
# A year, or the owner of a place: “By 1990 the town was rich”, “At Anna's, things are quiet”.
_YEAR_OR_OWNER = re.compile(r"\b(?:1[5-9]|20)\d\d\b|\s[^\W\d_]+['’]s\b")


@dataclass(frozen=True, slots=True)
class StatedNumber:
    """A number that a sentence states, and the other words of its clause, in small letters."""

    before: tuple[str, ...]
    behind: tuple[str, ...]
    value: Decimal
    kind: str
    start: int
    text: str

    def contradicts(self, other: StatedNumber) -> bool:
        """Return whether the two sentences differ in their number alone."""
        words = (self.before, self.behind, self.kind)
        return words == (other.before, other.behind, other.kind) and self.value != other.value


def stated_number(sentence: str, language: str) -> StatedNumber | None:
    """Return the only number of a sentence's first clause; None if it has several, or a limit.

    A sentence that refers to something named before (“it takes …”, “the second boat”) states none
    that could be compared.
    """
    words = _words(language)
    if words is None or sentence.rstrip().endswith("?"):
        return None
    half = words.half.search(sentence)
    whole = sentence
    if half:
        whole = f"{sentence[: half.start()]}{' ' * len(half[0])}{sentence[half.end() :]}"
    end = words.end.search(whole)
    clause = whole[: end.start()] if end else whole
    figures = all_figures(clause, language)
    if len(figures) != 1 or figures[0].high is not None or figures[0].bound:
        return None
    figure = figures[0]
    before = tuple(_WORD.findall(clause[: figure.start].casefold()))
    behind = tuple(_WORD.findall(clause[figure.end :].casefold()))
    is_counted = bool(behind) or figure.kind != "number"
    if not is_counted or not _FEWEST_BEFORE <= len(before) <= _MOST_WORDS - len(behind):
        return None
    if words.referring.search(" ".join((*before, *behind))):
        return None
    value = figure.value + (_HALF if half else 0)
    kind = f"{figure.kind} {figure.currency} {figure.per}"
    return StatedNumber(
        before, behind, value, kind, figure.start, sentence[figure.start : len(clause)].strip()
    )


def turns_to_others(sentence: str, language: str) -> bool:
    """Return whether a sentence turns to another place, time or group, with numbers of its own."""
    words = _words(language)
    return words is None or bool(
        words.turning.search(sentence)
        or words.scene.match(sentence)
        or _YEAR_OR_OWNER.search(sentence)
        or place_named(sentence)
    )


@dataclass(frozen=True, slots=True)
class _NumberWords:
    """The patterns of a language: the end of a clause, halves, and words that refer to others.

    `scene` matches a sentence that opens with where, when or for whom it holds.
    """

    end: re.Pattern[str]
    half: re.Pattern[str]
    referring: re.Pattern[str]
    scene: re.Pattern[str]
    turning: re.Pattern[str]


@functools.cache
def _words(language: str) -> _NumberWords | None:
    table = vocabulary("restated_numbers").get(language)
    if table is None:
        return None
    return _NumberWords(
        end=compiled(rf"[;:,()—–\ufffc]|\s(?:{spaced(table['and'])})\s|[.!](?=\W*$)"),
        half=compiled(rf"(?:{spaced(vocabulary('figures', language)['half'])})\b"),
        referring=compiled(rf"\b(?:{spaced(table['referring'])})\b"),
        scene=compiled(rf"\W*(?:{spaced(table['scene'])})\b"),
        turning=compiled(rf"\b(?:{spaced(table['turning'])})\b|:\W*$"),
    )
