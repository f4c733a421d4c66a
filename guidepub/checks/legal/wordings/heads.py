"""Running heads and folios, which interrupt a text that runs over pages.

A line at a page's edge is taken for one where another page has the same apart from digits, or
where it counts along with the pages. A short line of the text itself can look so too: a file
is therefore read in several ways, and a wording found in any of them is in the file.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import product

from guidepub.checks.legal.wordings.texts import FileText, text_of

EDGE = 2
"""Lines at the top and at the bottom of a page that can be a running head."""

_LONGEST = 100
_CHOICES = 8

_Line = tuple[int, int]
"""A page and a line on it, both counted from 0."""


def readings(units: Sequence[tuple[str, str]]) -> list[FileText]:
    """Return the text of named pages without running heads, then with more and more of them.

    Places in `raw` are the same in all of them.
    """
    names = [name for name, _ in units]
    pages = [unicodedata.normalize("NFC", page) for _, page in units]
    found: list[FileText] = []
    for depth in (EDGE, 1, 0):
        kept = _blanked(pages, heads(pages, depth))
        if not found or kept != list(found[-1].units):
            read = (
                found[-1].otherwise(kept) if found else text_of(list(zip(names, kept, strict=True)))
            )
            found.append(read)
    return found


def partial_readings(whole: FileText, pages: Collection[int]) -> Iterator[FileText]:
    """Yield some pages of a text with each choice of what looks like a running head left out."""
    there = sorted(line for line in heads(whole.units, EDGE) if line[0] in pages)[:_CHOICES]
    empty = ["\n" * len(unit) for unit in whole.units]
    for choice in product((True, False), repeat=len(there)):
        chosen = [line for line, is_out in zip(there, choice, strict=True) if is_out]
        kept = _blanked(whole.units, chosen)
        units = [kept[n] if n in pages else empty[n] for n in range(len(kept))]
        yield whole.otherwise(units)


def heads(pages: Sequence[str], depth: int) -> list[_Line]:
    """Return those of the `depth` outermost lines of each page that look like running heads."""
    lines = [page.split("\n") for page in pages]
    edges = [_edge_lines(page, depth) for page in lines]
    repeats = Counter(
        key for page, found in enumerate(edges) for key in {_key(lines[page][n]) for n in found}
    )
    counts = Counter(
        shift
        for page, found in enumerate(edges)
        for shift in {s for n in found for s in _shifts(lines[page][n], page)}
    )
    return [
        (page, number)
        for page, found in enumerate(edges)
        for number in found
        if lines[page][number].strip().isdigit()
        or repeats[_key(lines[page][number])] > 1
        or any(counts[shift] > 1 for shift in _shifts(lines[page][number], page))
    ]


def _blanked(pages: Sequence[str], out: Sequence[_Line]) -> list[str]:
    """Replace the letters of some lines with line ends, so that places stay the same."""
    lines = [page.split("\n") for page in pages]
    for page, number in out:
        lines[page][number] = "\n" * len(lines[page][number])
    return ["\n".join(page) for page in lines]


def _edge_lines(lines: Sequence[str], depth: int) -> list[int]:
    filled = [number for number, line in enumerate(lines) if line.strip()]
    return sorted({*filled[:depth], *(filled[-depth:] if depth else ())})


def _key(line: str) -> str:
    return re.sub(r"\d+", "#", line.strip()).casefold()


def _shifts(line: str, page: int) -> list[int]:
    """Return by how much the numbers at a short line's ends differ from the page's place."""
    words = line.split()
    if not words or len(line) > _LONGEST:
        return []
    ends = {words[0], words[-1]}
    return [int(word) - page for word in ends if word.isdecimal() and len(word) < 5]
