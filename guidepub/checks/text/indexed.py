"""Compares the page numbers of an index with the places of its marks in the finished file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from guidepub.checks.text.record import Difference, PartRead
from guidepub.checks.text.sources import FinishedFile, is_paged
from guidepub.words.numerals import page_label, page_of_label

_ONE = r"(?:\d{1,5}|[ivxlc]{1,12}\b)"
_NUMBER = rf"{_ONE}(?:\s?[-–]\s?{_ONE})?"
_NUMBERS = re.compile(rf"\s*,\s*({_NUMBER}(?:,\s*{_NUMBER})*)")
_JOINER = "\N{WORD JOINER}"
_MOST = 5000


def misnumbered(
    read: PartRead, marks: Mapping[int, frozenset[int]], source: FinishedFile
) -> Iterator[Difference]:
    """Yield the entries of an index that print other pages than those of their marks.

    A mark that was found on no page is not reported: the text that bears it is missing already.
    """
    passages = read.part.passages
    if not is_paged(source) or not any(passage.places for passage in passages):
        return
    for number, segments in read.segments.items():
        passage = passages[number]
        known = all(mark in marks for place in passage.places for mark in place)
        if not passage.places or not known:
            continue
        wanted = [_pages(place, marks, source) for place in passage.places]
        printed = _printed(source, segments[-1][1])
        # A mark between two pages may lie on either.
        is_right = all(any(pages <= printed for pages in choice) for choice in wanted)
        allowed = frozenset().union(*(pages for choice in wanted for pages in choice))
        if not is_right or printed - allowed:
            numbers = sorted(frozenset().union(*(choice[0] for choice in wanted)))
            unit = source.stream.unit_at(segments[0][0])
            pages = f"it is on {', '.join(map(page_label, numbers))}, not on {_shown(printed)}"
            yield Difference("T005", passage, source.names[unit], pages)


def _pages(
    place: tuple[int, int], marks: Mapping[int, frozenset[int]], source: FinishedFile
) -> list[frozenset[int]]:
    """Return the choices of page numbers for a place, one of which must be printed."""
    first, last = place
    choices = []
    for begun in sorted(marks[first], reverse=True):
        for ended in sorted(marks[last], reverse=True) if last != first else (begun,):
            labels = (_number(source, unit) for unit in range(begun, ended + 1))
            choices.append(frozenset(label for label in labels if label))
    return choices


def _number(source: FinishedFile, unit: int) -> int:
    return page_of_label(source.label(unit) or "")


def _printed(source: FinishedFile, end: int) -> frozenset[int]:
    """Return the pages that are printed after a place."""
    stream = source.stream
    unit = stream.unit_at(end - 1)
    found = _NUMBERS.match(stream.raw(end, stream.end_of(unit)).replace(_JOINER, ""))
    pages: set[int] = set()
    for part in re.split(r",\s*", found[1]) if found else ():
        first, *rest = map(page_of_label, re.findall(_ONE, part))
        pages.update(range(first, min((rest or [first])[0], first + _MOST) + 1))
    return frozenset(pages)


def _shown(pages: frozenset[int]) -> str:
    return ", ".join(map(page_label, sorted(pages))) or "none"
