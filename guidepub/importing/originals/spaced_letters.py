"""Joins letters that are spaced out for emphasis, “J O B   O U T L O O K”, into words again.

Typewriters had no bold face. Wider gaps, other words of the text, and usual titles of sections
tell where words begin. “E A D G B E” are the strings of a guitar, so letters are joined only if at
least one line of the text spells known words.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from guidepub.importing.knowledge import knowledge

_LONGEST, _FEWEST, _MOST_WORDS = 120, 4, 40_000
# The fewest letters of a known word, and of an unknown one in a text that spaces out known words.
_SHORTEST = 3
_SHORTEST_UNKNOWN = 8
_LINE = re.compile(
    r"(?P<before>[\s#*_>]*(?:\d{1,2}[.)]?\s+)?)(?P<words>(?:(?:[^\W\d_]|&)[ \u00a0]{1,8}){2,50}[^\W\d_][ \u00a0]?[:?!.]?)(?P<after>[\s*_#]*)"
)
_GAP = re.compile(r"[ \u00a0]+")
_WORD = re.compile(r"[^\W\d_]{2,30}")
# The longest ending by which a known word may differ: “Sawyers” for “SAWYER”.
_LONGEST_ENDING = 3
_VOWEL = re.compile(r"[aeiouyà-ÿ]", re.I)


def with_letters_joined(lines: Sequence[str]) -> list[str]:
    """Return the lines of a text, with spaced-out letters joined into words."""
    found = {n: match for n, line in enumerate(lines) if (match := _apart(line))}
    if not found:
        return list(lines)
    known = _words(line for n, line in enumerate(lines) if n not in found) | _title_words()
    joined = {n: _joined(match["words"], known) for n, match in found.items()}
    short = {n for n, (words, _) in joined.items() if len(words.strip(":?!.")) < _FEWEST}
    if not any(is_known for n, (_, is_known) in joined.items() if n not in short):
        return list(lines)
    for n in short:
        # “U S A” is not a word, but “P A Y” is the title of a section.
        if _bare(joined[n][0]) not in _title_words():
            del found[n]
    for n, (words, is_known) in joined.items():
        # A long sequence may be a word that the text does not have elsewhere; “E A D G B E” is too short.
        if n in found and not is_known and len(_bare(words)) < _SHORTEST_UNKNOWN:
            del found[n]
    return [
        f"{found[n]['before']}{joined[n][0]}{found[n]['after']}" if n in found else line
        for n, line in enumerate(lines)
    ]


def _apart(line: str) -> re.Match[str] | None:
    """Return the match of a line of spaced-out letters, unless they are in alphabetical order."""
    if len(line) > _LONGEST or (match := _LINE.fullmatch(line)) is None:
        return None
    letters = re.findall(r"[^\W\d_]", match["words"])
    if len(letters) < _SHORTEST or not any(map(_VOWEL.match, letters)):
        return None
    steps = {ord(b) - ord(a) for a, b in pairwise(letters)}
    return None if len(steps) == 1 else match


def _joined(words: str, known: frozenset[str]) -> tuple[str, bool]:
    """Return the words that letters spell, and whether they are known words."""
    gaps = [len(gap) for gap in _GAP.findall(words.rstrip(" \u00a0:?!."))]
    usual = min(gaps)
    runs = [_GAP.sub("", run) for run in re.split(rf"[ \u00a0]{{{usual + 1},}}", words) if run]
    parts = [part for run in runs for part in _parted(run, known)]
    is_known = all(_is_known(part, known) for part in parts)
    return re.sub(r" (?=[:?!.]$)", "", " ".join(parts)), is_known


def _parted(run: str, known: frozenset[str]) -> list[str]:
    """Return the letters split into the fewest known words, or as one word."""
    if _is_known(run, known):
        return [run]
    best: list[list[str] | None] = [[]]
    for end in range(1, len(run) + 1):
        ways = [
            [*way, run[start:end]]
            for start, way in enumerate(best)
            if way is not None and _is_part(run[start:end], known)
        ]
        best.append(min(ways, key=len, default=None))
    return best[-1] or [run]


def _is_part(word: str, known: frozenset[str]) -> bool:
    return word == "&" or _bare(word) in known


def _is_known(word: str, known: frozenset[str]) -> bool:
    """Return whether a word is known, or differs from one by a short ending: “SAWYER”, “sawyers”."""
    bare = _bare(word)
    if word == "&" or bare in known:
        return True
    return len(bare) >= _FEWEST and any(
        other.startswith(bare) and len(other) - len(bare) <= _LONGEST_ENDING for other in known
    )


def _bare(word: str) -> str:
    return word.strip(":?!.").casefold()


def _words(lines: Iterable[str]) -> frozenset[str]:
    found: set[str] = set()
    for line in lines:
        if len(found) > _MOST_WORDS:
            break
        found.update(word.casefold() for word in _WORD.findall(line))
    return frozenset(found)


@functools.cache
def _title_words() -> frozenset[str]:
    """Return the words of usual section titles in all languages."""
    return _words(
        title
        for row in knowledge("headings")["sections"]
        for titles in row.values()
        if isinstance(titles, list)
        for title in titles
    )
