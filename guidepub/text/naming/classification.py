"""The Standard Occupational Classification's codes, found by the titles that guides have."""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Mapping
from importlib import resources
from types import MappingProxyType
from typing import NamedTuple

from guidepub.text.naming.occupations import singular

_WORD = re.compile(r"[a-z]+")
_SMALL = frozenset({"and", "of", "or", "the", "a", "an", "in", "for"})
# Behind these, a title goes on to occupations that are counted with the first.
_OTHERS = re.compile(r",| and ")
_INNER = re.compile(r" (?:of|for|in|except) ")


class NamedOccupation(NamedTuple):
    """An occupation's code, such as 29-1292, and its title in the classification."""

    soc: str
    title: str


def occupation_called(title: str) -> NamedOccupation | None:
    """Return the occupation that an English title names, or None where none or several could be.

    The plural and the order of words count for nothing: “Dental Hygienist” names “Dental
    Hygienists”, and “Welder” those who are named first in “Welders, Cutters, Solderers, and
    Brazers”.
    """
    return _by_words().get(_words(title))


@functools.lru_cache(maxsize=64)
def groups_of(title: str) -> tuple[str, ...]:
    """Return the name of the group with which an English title is counted, with and without a last comma.

    “Title Examiner” is counted with “Title Examiners, Abstractors, and Searchers”. A title that
    has a code of its own is counted by itself, and one that several have is counted with none.
    """
    title_words = _words(title)
    found = [each for each, words in _listed_words() if title_words <= words]
    if len(found) != 1 or not _joins(found[0].title, title):
        return ()
    group = found[0].title
    return group, group.replace(", and ", " and ")


def _joins(group: str, title: str) -> bool:
    """Return whether a group joins others to those whom a title names."""
    parts = [_INNER.split(part, maxsplit=1)[0].split() for part in _OTHERS.split(group)]
    parts = [part for part in parts if part]
    words = title.split()
    if len(parts) < 2 or not words or _OTHERS.search(title):
        return False
    if len(words) == 1:
        return any(_words(" ".join(part)) == _words(title) for part in parts)
    return any(singular(part[-1]) == singular(words[-1]) for part in parts)


@functools.cache
def _listed() -> tuple[NamedOccupation, ...]:
    text = (resources.files("guidepub.text.naming") / "classification.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    return tuple(NamedOccupation(soc, title) for soc, title in rows)


@functools.cache
def _listed_words() -> tuple[tuple[NamedOccupation, frozenset[str]], ...]:
    return tuple((each, _words(each.title)) for each in _listed())


@functools.cache
def _by_words() -> Mapping[frozenset[str], NamedOccupation]:
    listed = _listed()
    # People are named in the plural: of “Education and Childcare Administrators” no one is first.
    first = [(_OTHERS.split(each.title, maxsplit=1)[0], each) for each in listed]
    heads = [(_words(head), each) for head, each in first if head.endswith("s")]
    counts = Counter(words for words, _ in heads)
    found = {words: each for words, each in heads if counts[words] == 1}
    return MappingProxyType({**found, **{words: each for each, words in _listed_words()}})


def _words(title: str) -> frozenset[str]:
    words = _WORD.findall(title.casefold())
    return frozenset(singular(word) for word in words if word not in _SMALL)
