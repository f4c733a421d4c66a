"""Ranks of wages in a label or a sentence: the lowest tenth, the median, “P90”."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence

from guidepub.text.figures.quantities import Figure
from guidepub.text.vocabulary import vocabulary

_WORD = re.compile(r"[^\W_]+(?:º|['’]s\b)?|%")
_CENTILES = ("10", "25", "50", "75", "90")
_TENTHS, _QUARTERS = ("tenth", "decile"), ("quarter", "quartile")
MEDIAN = _CENTILES.index("50")
"""The rank of the median."""
_MOST_WORDS = 12
_PARTS = re.compile(r"[,;:()|]")


def rank(label: str) -> int | None:
    """Return the index of the rank that a label names (10th, 25th, 50th, 75th or 90th percentile).

    None if the label has any other words: “Highest grade”.
    """
    words = [word.casefold() for word in _WORD.findall(label)]
    kinds = _kinds()
    if not 0 < len(words) <= _MOST_WORDS or any(word not in kinds for word in words):
        return None
    named = {kind for word in words for kind in kinds[word]}
    # “10th” is a percentile in any case, “10” only next to that word: “percentil 10”.
    centiles = [at for at, number in enumerate(_CENTILES) if f"centile {number}" in named]
    if not centiles and "centile" in named:
        centiles = [at for at, number in enumerate(_CENTILES) if number in words]
    if centiles:
        return centiles[0] if len(centiles) == 1 else None
    if named & {*_TENTHS, *_QUARTERS}:
        return _rank_of_share(named)
    return MEDIAN if "middle" in named and not named & {"low", "high"} else None


def ranked(sentence: str, figures: Sequence[Figure]) -> list[tuple[int, Figure]]:
    """Return the amounts of money in a sentence with the ranks named before them.

    In “The lowest tenth earned less than $30,000, the median was $40,000”, the words between two
    amounts name the rank of the second. Amounts with several ranks, or none, are left out.
    """
    found: list[tuple[int, Figure]] = []
    start = 0
    for figure in figures:
        if figure.kind != "money":
            continue
        named = {
            place for place in map(rank, _runs(sentence[start : figure.start])) if place is not None
        }
        if len(named) == 1:
            found.append((named.pop(), figure))
        start = figure.end
    return found


def _runs(text: str) -> Iterator[str]:
    """Yield the runs of words of a text that may all be part of a rank."""
    kinds = _kinds()
    first = last = -1
    for word in _WORD.finditer(text):
        if word[0].casefold() not in kinds or _PARTS.search(text[max(last, 0) : word.start()]):
            if first >= 0:
                yield text[first:last]
            first = -1
        if word[0].casefold() in kinds:
            first, last = (word.start() if first < 0 else first), word.end()
    if first >= 0:
        yield text[first:last]


def _rank_of_share(named: set[str]) -> int | None:
    """Return the rank of a tenth or a quarter at either end of the scale: “the best-paid tenth”."""
    low, high = {"low"}, {"high"}
    if "decile" in named or "quartile" in named:
        # Not for “first quarter”, which may be a quarter of a year.
        low, high = low | {"first"}, high | {"ninth", "third"}
    ends = (bool(named & low), bool(named & high))
    if ends == (False, False):
        ends = ("less" in named, "more" in named)
    if ends[0] == ends[1]:
        return None
    if named & {*_TENTHS}:
        return 0 if ends[0] else len(_CENTILES) - 1
    return _CENTILES.index("25" if ends[0] else "75")


@functools.cache
def _kinds() -> dict[str, frozenset[str]]:
    """Return the words that labels of ranks consist of, with their possible meanings."""
    table = vocabulary("ranks")
    found: dict[str, set[str]] = {}
    plain = table["plain"]
    kinds = {name: words for name, words in table.items() if isinstance(words, str)}
    kinds |= {f"centile {number}": words for number, words in table["centiles"].items()}
    kinds |= {name: words for name, words in plain.items() if name != "words"}
    kinds |= {"": plain["words"] + " 75 90"}
    for kind, words in kinds.items():
        for word in words.split():
            found.setdefault(word, set()).add(kind)
    return {word: frozenset(names) for word, names in found.items()}
