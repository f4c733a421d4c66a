"""Where passages stand in a stream: in order, over pages, and around what a page adds.

A page's own text goes on at the start of the next one, behind the repeated head of a table.
What stands after it at a page's foot (notes, the numbers of lists, running heads) is passed
over, and nothing else is: a passage that stands elsewhere than in its place is not found.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from guidepub.checks.text.streams import Stream

Segment = tuple[int, int]
"""A part of a stream's text: where it begins and ends."""

# Letters of a template's own that may stand before a passage on its page.
_ADDED = 160
# A shorter text stands somewhere on any page by chance.
_TELLING = 24
# Letters with which a page goes on at least.
_FIRST = 2
# How many letters at a page's end can look like what goes on behind the page's own text.
_ALIKE = 80
# Pages that one passage may run over.
_MOST_PAGES = 400


@dataclass(slots=True)
class Cursor:
    """Where reading has come to: the next place on each page that is being read.

    A row of a table can stand on two pages, cell beside cell, so a page that was left has a
    place as well. `head` is the text that a table repeats on each page.
    """

    unit: int
    places: dict[int, int] = field(default_factory=dict)
    head: str = ""

    def place(self, stream: Stream, unit: int) -> int:
        """Return the next place on a page."""
        place = self.places.get(unit)
        if place is None:
            place = stream.starts[unit]
            if self.head and stream.text.startswith(self.head, place):
                place += len(self.head)
        return place

    def advance(self, segments: Sequence[Segment], stream: Stream) -> None:
        """Go on behind some segments; what lies before them is read."""
        for start, end in segments:
            self.places[stream.unit_at(start)] = end

    def settle(self) -> None:
        """Forget all pages but the last one: nothing more stands on the others."""
        if self.places:
            self.unit = max(self.places)
            self.places = {self.unit: self.places[self.unit]}


def next_segments(stream: Stream, text: str, cursor: Cursor) -> list[Segment] | None:
    """Return where a text stands that goes on at the cursor, page by page, or None."""
    return _run(stream, text, cursor.unit, cursor, set())


def _run(
    stream: Stream, text: str, unit: int, cursor: Cursor, tried: set[tuple[int, int]]
) -> list[Segment] | None:
    """Return where a text stands from a unit on. What was `tried` in vain is not tried again."""
    if (unit, len(text)) in tried:
        return None
    tried.add((unit, len(text)))
    place = cursor.place(stream, unit)
    shared = _shared(stream, text, place, stream.end_of(unit))
    if shared == len(text):
        return [(place, place + shared)]
    following = stream.following(unit)
    if following is None or following - cursor.unit > _MOST_PAGES:
        return None
    begin = cursor.place(stream, following)
    # The next page's first letters tell at which letter of the text this page ended.
    first = stream.text[begin : min(begin + _FIRST, stream.end_of(following))]
    for count in range(shared, max(-1, shared - _ALIKE), -1):
        rest = text[count:]
        if not rest.startswith(first[: len(rest)]):
            continue
        found = _run(stream, rest, following, cursor, tried)
        if found is not None:
            return [(place, place + count), *found] if count else found
    return None


def near_segment(
    stream: Stream, text: str, cursor: Cursor, between: int = 0
) -> list[Segment] | None:
    """Return where a text stands behind some words that a template adds, or None.

    It is looked for on the cursor's page and at the start of the next one; `between` are the
    letters of drawings that can stand before it.
    """
    added = _ADDED + between
    for unit in (cursor.unit, stream.following(cursor.unit)):
        if unit is None:
            continue
        place, end = cursor.place(stream, unit), stream.end_of(unit)
        limit = min(end, place + added + len(text))
        if found := _whole(stream, text, place, limit):
            return found
        head = text[:_TELLING]
        start = stream.text.find(head, place, min(end, place + added + len(head)))
        if len(head) == _TELLING and start >= 0:
            there = Cursor(unit, {**cursor.places, unit: start}, cursor.head)
            if segments := next_segments(stream, text, there):
                return segments
    return None


def any_segment(stream: Stream, text: str, first: int, last: int) -> list[Segment] | None:
    """Return where a text stands on some pages, counted from 0, whatever is beside it."""
    begin = stream.starts[first]
    if found := _whole(stream, text, begin, stream.end_of(last)):
        return found
    head = text[:_TELLING]
    if len(head) < _TELLING:
        return None
    start = stream.text.find(head, begin, stream.end_of(last))
    while start >= 0:
        unit = stream.unit_at(start)
        if segments := next_segments(stream, text, Cursor(unit, {unit: start})):
            return segments
        start = stream.text.find(head, start + 1, stream.end_of(last))
    return None


def _whole(stream: Stream, text: str, begin: int, end: int) -> list[Segment] | None:
    """Return where a text stands between two places, on one page and as words of its own."""
    start = stream.text.find(text, begin, end)
    while start >= 0:
        stop = start + len(text)
        same_page = stream.unit_at(start) == stream.unit_at(stop - 1)
        if same_page and not (stream.parts_word(start) or stream.parts_word(stop)):
            return [(start, stop)]
        start = stream.text.find(text, start + 1, end)
    return None


def _shared(stream: Stream, text: str, place: int, end: int) -> int:
    """Return how many letters of a text stand at a place in one run, up to an end."""
    low, high = 0, min(len(text), end - place)
    if stream.text.startswith(text[:high], place):
        return high
    while low < high:
        middle = (low + high + 1) // 2
        if stream.text.startswith(text[low:middle], place + low):
            low = middle
        else:
            high = middle - 1
    return low
