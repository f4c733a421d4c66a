"""What paper adds to a text: numbers of pages, and the heads that run over each page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from guidepub.importing.escaping import spaced

_PAGE = r"(?:page|pg\.?|p\.|seite|página|pagina|pág\.?|strona|oldal|страница)"
_OF = r"(?:of|von|de|di|sur|z|van|/)"
_NUMBER = r"(?:\d{1,4}|[ivxlc]{1,7})"
# “Page 2 of 9”, “2 | Page”, “- 2 -”, “2/9”: bounded, and matched against short lines alone.
_PAGED = re.compile(
    rf"[|\s–—-]*{_PAGE}\s*[|:]?\s*{_NUMBER}(?:\s*{_OF}\s*{_NUMBER})?[|\s–—-]*"
    rf"|{_NUMBER}\s*[|–—-]\s*{_PAGE}"
    rf"|[–—-]\s*{_NUMBER}\s*[–—-]"
    rf"|\[\s*{_NUMBER}\s*\]",
    re.I,
)
_LONGEST = 100
_BARE = re.compile(r"\d{1,4}")
_DIGITS = re.compile(r"\d+")
# Lines of text between two numbers of pages, when nothing else tells that they are such.
_BETWEEN = 12
_NEAR = 2

Line = tuple[int, str]
"""A line of a text with its number."""


def is_page_number(text: str) -> bool:
    """Tell whether a line says no more than which page it stands on."""
    return len(text) <= _LONGEST and _PAGED.fullmatch(text.strip()) is not None


def parted_from_pages(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """Return the lines of a text without those that paper adds, and these."""
    paged = {n for n, (_, text) in enumerate(lines) if text.strip() and is_page_number(text)}
    paged |= _bare_numbers(lines)
    paged |= _running_heads(lines, paged)
    kept = [line for n, line in enumerate(lines) if n not in paged]
    return kept, [lines[n] for n in sorted(paged)]


def breaks(lines: Sequence[Line], left_out: Iterable[Line]) -> frozenset[int]:
    """Return the numbers of the lines that follow right on a break between two pages."""
    gone = {number for number, _ in left_out}
    found: set[int] = set()
    crossed = False
    for number, text in lines:
        if number in gone:
            crossed = True
        elif text.strip():
            if crossed:
                found.add(number)
            crossed = False
    return frozenset(found)


def _bare_numbers(lines: Sequence[Line]) -> set[int]:
    """Return lines of a number alone that count on through a text, far from each other."""
    filled = [n for n, (_, text) in enumerate(lines) if text.strip()]
    bare = [
        (order, n, int(lines[n][1]))
        for order, n in enumerate(filled)
        if _BARE.fullmatch(lines[n][1].strip())
    ]
    found: set[int] = set()
    for (order, n, number), (later, m, following) in pairwise(bare):
        if following == number + 1 and later - order > _BETWEEN:
            found |= {n, m}
    return found


def _running_heads(lines: Sequence[Line], paged: set[int]) -> set[int]:
    """Return short lines that stand beside numbers of pages again and again, but for digits."""
    filled = [n for n, (_, text) in enumerate(lines) if text.strip()]
    at = {n: order for order, n in enumerate(filled)}
    near: dict[int, str] = {}
    for n in paged:
        for step in range(-_NEAR, _NEAR + 1):
            order = at[n] + step
            if 0 <= order < len(filled) and filled[order] not in paged:
                text = spaced(lines[filled[order]][1])
                if len(text) <= _LONGEST:
                    near[filled[order]] = _DIGITS.sub("#", text)
    counted = Counter(near.values())
    return {n for n, form in near.items() if counted[form] > 1}
