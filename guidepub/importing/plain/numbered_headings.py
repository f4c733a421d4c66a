"""Finds numbered headings of a plain text: “1. The work”, “2. Pay”, each with text below it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

_NUMBERED = re.compile(r"\s{0,3}\(?(?P<number>\d{1,2})[.)]\s{1,4}(?=\S)")
_SENTENCE = re.compile(r"[.!;,:…]$")
# A label with its value, “Related jobs: plumber; pipelayer”, is numbered with headings but is not one.
_LABEL = re.compile(r":\s+\S.*[;,]")
_LONGEST = 10
_FEWEST = 3


def numbered_headings(groups: Sequence[Sequence[tuple[int, str]]]) -> frozenset[int]:
    """Return the numbers of lines that are numbered headings, given groups between blank lines.

    They are alone, are numbered from one, and have text below them, unlike the items of a list.
    """
    found: list[int] = []
    labelled: set[int] = set()
    for group, below in pairwise([*groups, []]):
        match = _NUMBERED.match(group[0][1]) if len(group) == 1 else None
        if match is None or int(match["number"]) != len(found) + 1:
            continue
        words = group[0][1][match.end() :].strip()
        is_short = len(words.split()) <= _LONGEST and not _SENTENCE.search(words)
        if is_short and below and not _NUMBERED.match(below[0][1]):
            found.append(group[0][0])
            if _LABEL.search(words):
                labelled.add(group[0][0])
    heads = [number for number in found if number not in labelled]
    return frozenset(heads) if len(heads) >= _FEWEST else frozenset()
