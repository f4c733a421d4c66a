"""Alternative terms of work, such as kinds of pay or contract, for all or some of a group.

“Everyone in the shop is paid flat rate” and “some of our technicians are on an hourly wage”
contradict each other, since nobody is paid in both ways at once.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from guidepub.text.figures.scope import names_part
from guidepub.text.naming.occupations import singular
from guidepub.text.vocabulary import compiled, spaced, vocabulary

_MOST_WORDS = 24
# Endings of plural nouns for people, and words before a singular noun that mean all of them.
_SEVERAL = ("s", "men", "people", "staff", "personnel")
_EACH = frozenset({"each", "every", "cada"})
_WORD = re.compile(r"[^\W\d_][\w’'-]*")


@dataclass(frozen=True, slots=True)
class Alternative:
    """The way that a group has, and whether all of it does.

    `of` is the kind of term; `who` are the nouns for the group, empty for everybody.
    """

    of: str
    way: str
    is_all: bool
    who: frozenset[str]
    start: int
    text: str

    def contradicts(self, other: Alternative) -> bool:
        """Return whether some people have another way than all have."""
        are_one = not (self.who and other.who) or bool(self.who & other.who)
        is_other = self.of == other.of and self.way != other.way
        return is_other and are_one and (self.is_all or other.is_all)


def alternatives(sentence: str, language: str = "en") -> Iterator[Alternative]:
    """Yield the ways that all or some of a group have, according to a sentence."""
    words = _words(language)
    if words is None or len(sentence.split()) > _MOST_WORDS:
        return
    everybody, some = words.all.match(sentence), words.some.match(sentence)
    group = everybody or some
    # “Everyone in the shop” means the people that the text is about.
    if group is None or (names_part(sentence) and not words.anybody.match(group[0])):
        return
    if words.limits.search(sentence) or sentence.rstrip().endswith("?"):
        return
    for of, ways in words.ways:
        found = [(way, match) for way, form in ways if (match := form.search(sentence))]
        if len(found) == 1 and not words.negation.search(sentence[: found[0][1].start()]):
            way, match = found[0]
            named = _WORD.findall(sentence[group.end() : match.start()].casefold())[:2]
            who = frozenset() if words.anybody.match(group[0]) else _people(group[0], named)
            yield Alternative(of, way, everybody is not None, who, match.start(), match[0])


def _people(group: str, named: list[str]) -> frozenset[str]:
    """Return the nouns for a group in the words after “all”, “each” or “some”."""
    if group.casefold() in _EACH:
        return frozenset(map(singular, named[:1]))
    return frozenset(singular(word) for word in named if word.endswith(_SEVERAL))


@dataclass(frozen=True, slots=True)
class _Ways:
    """The patterns of a language for all and some of a group, and for the ways of each term."""

    all: re.Pattern[str]
    some: re.Pattern[str]
    anybody: re.Pattern[str]
    limits: re.Pattern[str]
    negation: re.Pattern[str]
    ways: tuple[tuple[str, tuple[tuple[str, re.Pattern[str]], ...]], ...]


@functools.cache
def _words(language: str) -> _Ways | None:
    table = vocabulary("alternatives", language)
    if not table:
        return None
    ways = tuple(
        (of, tuple((way, compiled(rf"\b(?:{spaced(form)})\b")) for way, form in forms.items()))
        for of, forms in table["ways"].items()
    )
    return _Ways(
        all=compiled(rf"(?:{spaced(table['all'])})\b"),
        some=compiled(rf"(?:{spaced(table['some'])})\b"),
        anybody=compiled(rf"(?:{spaced(table['anybody'])})\b"),
        limits=compiled(rf"\b(?:{spaced(table['limits'])})\b"),
        negation=compiled(rf"\b(?:{spaced(table['negation'])})\b"),
        ways=ways,
    )
