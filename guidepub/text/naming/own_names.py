"""Finds the guide's occupation in a sentence, whatever accents and endings the name has there."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from guidepub.text.naming.occupations import comparable

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d[\d.,]*|\S")
"""A word of a sentence, a number, or a sign."""

_MOST_NAME_WORDS = 9
_SHORTEST_STEM = 4
# The number of letters that are compared before a whole name is.
_FIRST = 3
# “Orais” is the plural of “oral”, “hospitaux” of “hospital”.
_PLURAL = re.compile(r"([aeo])is$|(?<=a)ux$")
_POSSESSIVE = re.compile(r"[’']s?$")
_ENDING = re.compile(r"(?:innen|in|en|es|n|e|s|x)$")


@dataclass(frozen=True, slots=True)
class _OwnNames:
    """The first letters of an occupation's names, and their stems."""

    first: frozenset[str]
    stems: frozenset[str]


@functools.lru_cache(maxsize=16)
def _names(own: frozenset[str]) -> _OwnNames:
    stems = (_stem(name) for name in own)
    first = (_folded(name[:_FIRST]) for name in own)
    return _OwnNames(frozenset(first), frozenset(stem for stem in stems if stem))


def end_of_name(sentence: str, at: int, own: frozenset[str]) -> int:
    """Return the end of the longest name of the occupation that begins at an offset, or 0.

    `own` are the names of the guide's occupation, as `occupations.comparable` returns them.
    """
    names = _names(own)
    if _folded(sentence[at : at + _FIRST]) not in names.first:
        return 0
    words = list(islice(WORD.finditer(sentence, at, at + 80), _MOST_NAME_WORDS))
    for count in range(len(words), 0, -1):
        name = _POSSESSIVE.sub("", sentence[at : words[count - 1].end()])
        if comparable(name) in own or (_stem(name) or "-") in names.stems:
            return words[count - 1].end()
    return 0


def may_have_name(sentence: str, own: frozenset[str]) -> bool:
    """Return whether a sentence may contain a name of the occupation, even within a word.

    This is a quick test before a sentence is read word by word; in doubt, it returns True.
    """
    plain = sentence.lower() if sentence.isascii() else _folded_in_place(sentence)
    return plain is None or any(
        end_of_name(sentence, at, own)
        for first in _names(own).first
        for at in _places(plain, first)
    )


def _places(words: str, letters: str) -> Iterator[int]:
    at = words.find(letters)
    while at >= 0:
        yield at
        at = words.find(letters, at + 1)


def _folded_in_place(words: str) -> str | None:
    """Return words folded letter by letter, or None if that would change their length."""
    signs = list(map(_folded_sign, words))
    return "".join(signs) if set(map(len, signs)) == {1} else None


@functools.lru_cache(maxsize=1024)
def _folded_sign(sign: str) -> str:
    return _folded(sign)


@functools.lru_cache(maxsize=1024)
def _stem(name: str) -> str:
    """Return a name without its accents and endings, or "" if too little is left."""
    words = _folded(name).split()
    stem = " ".join(_ENDING.sub("", _PLURAL.sub(r"\g<1>l", word)) for word in words)
    return stem if len(stem) >= _SHORTEST_STEM else ""


def _folded(words: str) -> str:
    """Return words in lower case without accents."""
    plain = unicodedata.normalize("NFKD", words.casefold())
    return "".join(sign for sign in plain if not unicodedata.combining(sign))
