"""Wordings that are in a text with changes: where, and which words were changed."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from guidepub.checks.legal.wordings.register import (
    HOLE,
    SHINGLE,
    Wording,
    WordingRegister,
    shingles_of,
)
from guidepub.checks.legal.wordings.texts import FileText, Word

_SIMILAR = 0.3
"""The part of a wording's rows of words that must be there for it to be recognised."""

# A comparison grows with the square of its length; no notice is longer.
_MOST_WORDS = 4000
_CONTEXT = 3
_LIKE = 0.5
_LONGEST_DIFFERENCE = 1200


@dataclass(frozen=True, slots=True)
class Changed:
    """A wording by its number in the register, with the place of its changed text in `raw`."""

    number: int
    start: int
    end: int
    values: dict[str, str]
    difference: str


def changed_wordings(
    text: FileText, register: WordingRegister, wanted: Collection[int]
) -> Iterator[Changed]:
    """Yield the numbers of those wordings of which a large part is in a text."""
    hits: dict[int, list[tuple[int, int]]] = {number: [] for number in wanted}
    # Of most rows of words no wording has any.
    known = map(register.shingles.get, shingles_of(text.keys()))
    for place, wordings in enumerate(known):
        for number, own in wordings or ():
            if number in hits:
                hits[number].append((place, own))
    words: list[Word] = []
    for number, found in hits.items():
        wording = register.wordings[number]
        if not found or len(wording.words) > _MOST_WORDS:
            continue
        dense = _densest(found, len(wording.words))
        if len({own for _, own in dense}) >= max(1, _SIMILAR * _rows(wording)):
            words = words or text.words()
            yield _compared(words, wording, number, dense)


def _rows(wording: Wording) -> int:
    rows = shingles_of(wording.words)
    return sum(1 for row in rows if not any(word.startswith(HOLE) for word in row))


def _densest(hits: Sequence[tuple[int, int]], length: int) -> Sequence[tuple[int, int]]:
    """Return the hits of the stretch of text that has most of them."""
    reach = int(length * 1.5) + 20
    best, left = (0, 0), 0
    for right in range(len(hits)):
        while hits[right][0] - hits[left][0] > reach:
            left += 1
        best = max(best, (right - left + 1, left), key=lambda pair: pair[0])
    count, begin = best
    return hits[begin : begin + count]


def _compared(
    words: Sequence[Word], wording: Wording, number: int, hits: Sequence[tuple[int, int]]
) -> Changed:
    low = max(0, min(place - own for place, own in hits))
    tail = len(wording.words) - SHINGLE
    high = min(len(words), max(place + tail - own for place, own in hits) + SHINGLE + 1)
    low, high = min(low, hits[0][0]), max(high, hits[-1][0] + SHINGLE)
    there = words[low : min(high, low + _MOST_WORDS)]
    keys = [word.key for word in there]
    wanted = [word.replace("-", "") if HOLE not in word else word for word in wording.words]
    matcher = difflib.SequenceMatcher(None, wanted, keys, autojunk=False)
    steps = _trimmed(matcher.get_opcodes(), wanted, keys)
    values: dict[str, str] = {}
    shown = _shown(steps, wanted, there, values)
    begin, end = steps[0][3], max(steps[-1][4], steps[0][3] + 1)
    return Changed(number, there[begin].start, there[end - 1].end, values, shown)


_Step = tuple[str, int, int, int, int]


def _trimmed(steps: Sequence[_Step], wanted: Sequence[str], keys: Sequence[str]) -> list[_Step]:
    """Leave out the text before the wording and after it, which is not a part of it.

    Where the first or last words of the wording are not there, what is in their place is
    only reported if it is like them.
    """
    kept = list(steps)
    if kept and kept[0][0] == "insert":
        kept.pop(0)
    if kept and kept[-1][0] == "insert":
        kept.pop()
    for place in {0, len(kept) - 1}:
        kind, a, b, c, d = kept[place]
        if kind != "replace":
            continue
        if d - c > b - a:
            # As many words as are missing, next to what is the same.
            c, d = (d - (b - a), d) if place == 0 else (c, c + b - a)
        old, new = " ".join(wanted[a:b]), " ".join(keys[c:d])
        if HOLE not in old and difflib.SequenceMatcher(None, old, new).ratio() < _LIKE:
            edge = d if place == 0 else c
            kept[place] = ("delete", a, b, edge, edge)
        else:
            kept[place] = (kind, a, b, c, d)
    return kept


def _shown(
    steps: Sequence[_Step], wanted: Sequence[str], there: Sequence[Word], values: dict[str, str]
) -> str:
    """Return the changes with some words around each, and note what placeholders stand for."""
    parts: list[str] = []
    for number, (kind, a, b, c, d) in enumerate(steps):
        new = " ".join(word.form for word in there[c:d])
        old = wanted[a:b]
        if kind == "equal":
            parts.append(context(new, number == 0, number == len(steps) - 1))
            continue
        holes = [word for word in old if word.startswith(HOLE)]
        if holes and len(holes) == len(old) and new:
            if len(holes) == 1:
                name, _, edge = holes[0][1:].partition(HOLE)
                values[name] = new.strip(edge) if edge else new
            parts.append("…")
            continue
        gone = " ".join(_without_controls(word) for word in old)
        parts.append("".join((f"[-{gone}-]" if gone else "", f"{{+{new}+}}" if new else "")))
    if not any(part.startswith(("[-", "{+")) for part in parts):
        return "only spaces or hyphens differ"
    text = " ".join(part for part in parts if part)
    return text if len(text) <= _LONGEST_DIFFERENCE else text[: _LONGEST_DIFFERENCE - 1] + "…"


def _without_controls(word: str) -> str:
    if not word.startswith(HOLE):
        return word
    name, _, edge = word[1:].partition(HOLE)
    return f"{{{name}}}{edge}"


def context(same: str, first: bool, last: bool) -> str:
    """Return some words of a text on either side of what differs, at its ends on one side."""
    words = same.split()
    if len(words) <= 2 * _CONTEXT:
        return same
    head = "" if first else " ".join(words[:_CONTEXT])
    tail = "" if last else " ".join(words[-_CONTEXT:])
    return " ".join(part for part in (head, "…", tail) if part)
