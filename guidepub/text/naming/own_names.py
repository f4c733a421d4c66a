"""Where a sentence names the occupation at hand, whatever accents and endings the name has there."""

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
# By how many letters the first word of a name is known before the rest is looked at.
_FIRST = 3
# “Orais” are of “oral”, “hospitaux” of “hospital”.
_PLURAL = re.compile(r"([aeo])is$|(?<=a)ux$")
_POSSESSIVE = re.compile(r"[’']s?$")
_ENDING = re.compile(r"(?:innen|in|en|es|n|e|s|x)$")


@dataclass(frozen=True, slots=True)
class _OwnNames:
    """The letters with which the names of an occupation begin, and their stems."""

    first: frozenset[str]
    stems: frozenset[str]


@functools.lru_cache(maxsize=16)
def _names(own: frozenset[str]) -> _OwnNames:
    stems = (_stem(name) for name in own)
    first = (_folded(name[:_FIRST]) for name in own)
    return _OwnNames(frozenset(first), frozenset(stem for stem in stems if stem))


def end_of_name(sentence: str, at: int, own: frozenset[str]) -> int:
    """Return where the longest name of the occupation ends that begins at a place, or 0.

    `own` are the names of the occupation at hand, as `occupations.comparable` writes them.
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
    """Return whether a name of the occupation begins at some place of a sentence, within a word or not.

    It is asked before a sentence is read word by word, and takes a name for possible in doubt.
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
    """Return words in small letters without accents, or None where these are not as many letters."""
    signs = list(map(_folded_sign, words))
    return "".join(signs) if set(map(len, signs)) == {1} else None


@functools.lru_cache(maxsize=1024)
def _folded_sign(sign: str) -> str:
    return _folded(sign)


@functools.lru_cache(maxsize=1024)
def _stem(name: str) -> str:
    """Return a name without its accents and endings, or an empty string where too little is left."""
    words = _folded(name).split()
    stem = " ".join(_ENDING.sub("", _PLURAL.sub(r"\g<1>l", word)) for word in words)
    return stem if len(stem) >= _SHORTEST_STEM else ""


def _folded(words: str) -> str:
    """Return words in small letters without accents."""
    plain = unicodedata.normalize("NFKD", words.casefold())
    return "".join(sign for sign in plain if not unicodedata.combining(sign))
