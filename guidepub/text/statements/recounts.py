"""Counts of things, and later mentions of all of them: “our five vessels”.

“The company has seven vessels” and “the company’s eleven vessels”, which means all of them, contradict
each other. Counts per item, of a part or of others do not.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from guidepub.text.figures.quantities import Figure, all_figures
from guidepub.text.naming.occupations import singular
from guidepub.text.punctuation.sentences import clauses
from guidepub.text.vocabulary import compiled, spaced, vocabulary

_WORD = re.compile(r"[\s-]+(?P<word>[^\W\d_]+(?:-[^\W\d_]+)*)(?!\w)")
_CLAUSES = re.compile(r"[;:()—]|,\s")
# The most words for a thing after its number: “three written state exams”.
_MOST_WORDS = 3
_BEFORE = 40
_MOST_SUMMED = 6


@dataclass(frozen=True, slots=True)
class Count:
    """A number of things in a sentence, and whether it means all of them.

    `noun` is in the singular, and empty in phrases like “two of them”; `which` are the words that
    specify it. With `is_each`, the number is for each of several; with `is_limited`, it is limited, an
    estimate, or about others, and is not compared.
    """

    noun: str
    which: frozenset[str]
    value: Decimal
    is_all: bool
    is_each: bool
    is_limited: bool
    start: int
    text: str

    def contradicts(self, other: Count) -> bool:
        """Return whether a number of all differs from another number of the same thing.

        Of five rooms, two may be back rooms, but not eight.
        """
        if not self.is_all or other.is_limited or self.is_limited or other.is_each:
            return False
        if self.noun != other.noun or not self.which <= other.which:
            return False
        is_part = self.which < other.which
        return other.value > self.value if is_part else other.value != self.value


def counts(sentence: str, language: str = "en") -> Iterator[Count]:
    """Yield the numbers of things in a sentence, in order."""
    words = _words(language)
    if words is None or sentence.rstrip().endswith("?"):
        return
    for begins, clause in clauses(sentence, _CLAUSES):
        for figure in all_figures(clause, language):
            if figure.kind in ("number", "count") and figure.high is None:
                yield _count(clause, begins, figure, words)


def sums(values: Sequence[Decimal]) -> frozenset[Decimal]:
    """Return all sums and differences of some of the values."""
    found = {Decimal(0)}
    for value in values[:_MOST_SUMMED]:
        found |= {value + other for other in found} | {abs(other - value) for other in found}
    return frozenset(found)


def _count(clause: str, begins: int, figure: Figure, words: _CountWords) -> Count:
    before = clause[max(figure.start - _BEFORE, 0) : figure.start]
    definite = words.definite.search(before)
    named, end = _named(clause, figure.end, words)
    behind = clause[end:].lstrip()
    which = {singular(word) for word in named[:-1]}
    is_all = definite is not None and words.takes_up_all(definite[0], named, behind)
    if is_all and (of := words.of.match(behind)):
        which |= {word.casefold() for word in of.groups() if word}
    if not named and (group := words.group_of(before, behind)):
        named, is_all, definite = [group[0]], group[1], definite or group[2]
    start = figure.start - (len(before) - definite.start() if definite else 0)
    return Count(
        singular(named[-1]) if named else "",
        frozenset(which),
        figure.value,
        is_all,
        not definite and words.each.search(clause) is not None,
        bool(figure.bound)
        or words.partial.search(before) is not None
        or words.limits.search(clause) is not None,
        begins + start,
        clause[start:end].strip(),
    )


def _named(clause: str, at: int, words: _CountWords) -> tuple[list[str], int]:
    """Return the words for the thing after a number, ending in a plural, and their end."""
    found: list[str] = []
    end = at
    while len(found) < _MOST_WORDS and (match := _WORD.match(clause, at)):
        word = match["word"].casefold()
        if word in words.functions:
            break
        found.append(word)
        at = match.end()
        if words.is_plural(word):
            return found, at
    return [], end


@dataclass(frozen=True, slots=True)
class _CountWords:
    """The patterns of a language around a number of things."""

    definite: re.Pattern[str]
    partial: re.Pattern[str]
    whole: re.Pattern[str]
    of: re.Pattern[str]
    each: re.Pattern[str]
    limits: re.Pattern[str]
    people: re.Pattern[str]
    times: re.Pattern[str]
    entire: re.Pattern[str]
    asked: re.Pattern[str]
    group: re.Pattern[str]
    every: re.Pattern[str]
    in_group: re.Pattern[str]
    functions: frozenset[str]

    def is_plural(self, word: str) -> bool:
        """Return whether a word is a plural."""
        plain = word.endswith("s") and not word.endswith("ss")
        return plain or self.people.fullmatch(word) is not None

    def takes_up_all(self, definite: str, named: Sequence[str], behind: str) -> bool:
        """Return whether a definite number means all of a thing; for times, only if it says so."""
        if named and self.times.fullmatch(named[-1]):
            return bool(self.entire.search(definite) or self.asked.match(behind))
        return bool(named and (self.whole.match(behind) or self.of.match(behind)))

    def group_of(self, before: str, behind: str) -> tuple[str, bool, re.Match[str] | None] | None:
        """Return the group that a number counts, and whether the text has named it before, or None."""
        if match := self.in_group.match(behind):
            return match["group"], self.every.search(before) is not None, None
        if match := self.group.search(before):
            return match["group"], bool(match["its"] and match[0].rstrip().endswith("of")), match
        return None


@functools.cache
def _words(language: str) -> _CountWords | None:
    table = vocabulary("recounts", language)
    if not table:
        return None
    forms = {name: spaced(form) for name, form in table.items() if name != "functions"}
    return _CountWords(
        definite=compiled(rf"(?<![\w-])(?:{forms['definite']})\s+$"),
        partial=compiled(rf"(?<![\w-])(?:{forms['partial']})\s+$"),
        whole=compiled(forms["whole"]),
        of=compiled(forms["of"]),
        each=compiled(rf"\b(?:{forms['each']})\b"),
        limits=compiled(rf"\b(?:{forms['limits']})\b"),
        people=compiled(forms["people"]),
        times=compiled(forms["times"]),
        entire=compiled(forms["entire"]),
        asked=compiled(forms["asked"]),
        group=compiled(rf"\b{forms['group']}\s+$"),
        every=compiled(rf"\b(?:{forms['every']})\s+$"),
        in_group=compiled(forms["of_group"]),
        functions=frozenset(table["functions"].split()),
    )
