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


@functools.cache
def _by_words() -> Mapping[frozenset[str], NamedOccupation]:
    text = (resources.files("guidepub.text.naming") / "classification.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    listed = [NamedOccupation(soc, title) for soc, title in rows]
    # People are named in the plural: of “Education and Childcare Administrators” no one is first.
    first = [(_OTHERS.split(each.title, maxsplit=1)[0], each) for each in listed]
    heads = [(_words(head), each) for head, each in first if head.endswith("s")]
    counts = Counter(words for words, _ in heads)
    found = {words: each for words, each in heads if counts[words] == 1}
    return MappingProxyType({**found, **{_words(each.title): each for each in listed}})


def _words(title: str) -> frozenset[str]:
    words = _WORD.findall(title.casefold())
    return frozenset(singular(word) for word in words if word not in _SMALL)
