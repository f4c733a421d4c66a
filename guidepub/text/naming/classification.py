"""Codes of the Standard Occupational Classification, looked up by the titles of guides."""

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
# After these, a title lists more occupations of the same group.
_OTHERS = re.compile(r",| and ")
_INNER = re.compile(r" (?:of|for|in|except) ")


class NamedOccupation(NamedTuple):
    """An occupation's code, such as 29-1292, and its title in the classification."""

    soc: str
    title: str


def occupation_called(title: str) -> NamedOccupation | None:
    """Return the occupation with an English title, or None if there is none, or more than one.

    Plurals and the order of words are ignored: “Dental Hygienist” matches “Dental Hygienists”. “Welder”
    matches the first name in “Welders, Cutters, Solderers, and Brazers”.
    """
    return _by_words().get(_words(title))


@functools.lru_cache(maxsize=64)
def groups_of(title: str) -> tuple[str, ...]:
    """Return the title of the group to which an English title belongs, with and without a serial comma.

    “Title Examiner” belongs to “Title Examiners, Abstractors, and Searchers”. Empty for a title with a
    code of its own, and for one that could belong to several groups.
    """
    title_words = _words(title)
    found = [each for each, words in _listed_words() if title_words <= words]
    if len(found) != 1 or not _joins(found[0].title, title):
        return ()
    group = found[0].title
    return group, group.replace(", and ", " and ")


def _joins(group: str, title: str) -> bool:
    """Return whether a group consists of the occupation with a title and others."""
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
    # Only plurals name people: “Education” in “Education and Childcare Administrators” does not.
    first = [(_OTHERS.split(each.title, maxsplit=1)[0], each) for each in listed]
    heads = [(_words(head), each) for head, each in first if head.endswith("s")]
    counts = Counter(words for words, _ in heads)
    found = {words: each for words, each in heads if counts[words] == 1}
    return MappingProxyType({**found, **{words: each for each, words in _listed_words()}})


def _words(title: str) -> frozenset[str]:
    words = _WORD.findall(title.casefold())
    return frozenset(singular(word) for word in words if word not in _SMALL)
