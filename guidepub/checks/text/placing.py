"""The places of passages in a stream: in order, across pages, and around what a page adds.

A page's own text goes on at the start of the next one, after the repeated head of a table.
Most texts are found there at once. A renderer paints some parts of a page after others, and a
theme adds words, so a text that is not in its place is looked for on its page and the next;
but what has been found is taken, and stands for no second text.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from guidepub.checks.text.streams import Stream

Segment = tuple[int, int]
"""A part of a stream's text: where it begins and ends."""

Begins = Callable[[int], bool]
"""Returns whether a text may begin at a place."""

MOST_MARKERS = 9
"""Markers that are in a row where lists hold lists."""
SHORT = 4
"""Letters of a text that is too long to be on a page by chance."""
SMALL_PAGE = 700
"""Letters that fill the smallest page, in the smallest type."""
# Letters by which the beginning of a text that continues on another page is recognised.
_SURE_BEGINNING = 8
# The least number of letters with which a text continues on a page.
_FIRST = 2
# Letters of running heads and folios on a page without text of its own.
_EMPTY = 120
# How many letters at a page's end can look like the continuation of the page's own text.
_ALIKE = 80
# Pages that one passage may run over.
_MOST_PAGES = 400
# Places that are looked at in one file for texts that are not where they should be. Who has
# lost more than that has lost the place: more looking would find nothing more.
_PATIENCE = 30_000


def is_distinctive(text: str) -> bool:
    """Return whether a text that is a line of its own is likely to be that text.

    A short figure is on any line by chance; a word, such as a title or a box's label, hardly.
    """
    return len(text) >= SHORT or text.isalpha()


def _anywhere(_place: int) -> bool:
    return True


class Board:
    """A stream whose parts are marked as taken, unit by unit.

    `heads` are the parts that look like running heads: they are looked at last.
    """

    def __init__(self, stream: Stream, heads: Sequence[Segment] = ()) -> None:
        self.stream = stream
        self._patience = _PATIENCE
        self._taken: dict[int, list[Segment]] = {}
        self._heads: dict[int, list[Segment]] = {}
        for head in heads:
            self._heads.setdefault(stream.unit_at(head[0]), []).append(head)

    def take(self, segments: Sequence[Segment]) -> None:
        """Mark segments as taken by a text."""
        for segment in segments:
            self._taken.setdefault(self.stream.unit_at(segment[0]), []).append(segment)

    def release(self, segments: Sequence[Segment]) -> None:
        """Mark segments that were taken as free."""
        for segment in segments:
            self._taken[self.stream.unit_at(segment[0])].remove(segment)

    def taken(self, unit: int) -> list[Segment]:
        """Return the parts of a unit that are taken, in order."""
        return sorted(self._taken.get(unit, ()))

    def behind_taken(self, place: int, unit: int) -> int:
        """Return a place, or the next one after what is taken there."""
        for start, end in self.taken(unit):
            if start <= place < end:
                place = end
        return place

    def is_free(self, start: int, end: int, heads: bool) -> bool:
        """Return whether a part of one unit is not taken, nor a running head unless asked for."""
        unit = self.stream.unit_at(start)
        others = [*self._taken.get(unit, ()), *(() if heads else self._heads.get(unit, ()))]
        return not any(start < other[1] and other[0] < end for other in others)

    def is_apart(self, start: int, end: int) -> bool:
        """Return whether no words are next to a part on its lines but those that are taken.

        A word or a figure next to others may be one of a text that is read later.
        """
        stream = self.stream
        taken = {
            place for segment in self._taken.get(stream.unit_at(start), ()) for place in segment
        }
        begins = start in taken or stream.begins_line(start, hyphenated=True)
        return begins and (end in taken or stream.begins_line(end))

    def places(self, text: str, begin: int, end: int, heads: bool) -> Iterator[int]:
        """Yield where a text occurs between two places, within one unit and not taken."""
        for start in self.stream.places(text, begin, end):
            if self._patience <= 0:
                return
            self._patience -= 1
            stop = start + len(text)
            if self.stream.unit_at(start) == self.stream.unit_at(stop - 1) and self.is_free(
                start, stop, heads
            ):
                yield start

    def all_places(self, text: str, begin: int, end: int) -> Iterator[int]:
        """Yield the same places, running heads last."""
        for heads in (False, True):
            yield from self.places(text, begin, end, heads)

    def places_on(self, text: str, unit: int) -> Iterator[int]:
        """Yield the same places on a whole unit."""
        return self.all_places(text, self.stream.starts[unit], self.stream.end_of(unit))


@dataclass(slots=True)
class Cursor:
    """The position of reading: the next place on each page that is being read.

    A row of a table can be on two pages, cell next to cell, so a page that was left has a
    place as well. `head` is the text that a table repeats on each page.
    """

    unit: int
    places: dict[int, int] = field(default_factory=dict)
    head: str = ""

    def place(self, board: Board, unit: int) -> int:
        """Return the next place on a page."""
        stream = board.stream
        place = self.places.get(unit)
        if place is None:
            place = stream.starts[unit]
            if self.head and stream.text.startswith(self.head, place):
                place += len(self.head)
        return board.behind_taken(place, unit)

    def advance(self, segments: Sequence[Segment], stream: Stream) -> None:
        """Move after some segments; what lies before them counts as read."""
        for start, end in segments:
            self.places[stream.unit_at(start)] = end

    def settle(self) -> None:
        """Forget all pages but the last one: nothing more is on the others."""
        if self.places:
            self.unit = max(self.places)
            self.places = {self.unit: self.places[self.unit]}


def next_segments(
    board: Board, text: str, cursor: Cursor, markers: Sequence[str] = ()
) -> list[Segment] | None:
    """Return the segments of a text that continues at the cursor, page by page, or None.

    `markers` may be before the list item that the text begins, or, as PDFium reads them,
    in its midst: before a raised sign at the end of their line.
    """
    found = _run(board, text, cursor.unit, cursor, set())
    if found or not markers:
        return found
    around = (_around(board, text, cursor, marker) for marker in markers)
    return _behind(board, text, cursor, markers) or next(filter(None, around), None)


def _behind(
    board: Board, text: str, cursor: Cursor, markers: Sequence[str]
) -> list[Segment] | None:
    """Return the segments of a text after the markers of its item, or None.

    There are several where an item holds nothing but a list.
    """
    stream = board.stream
    for unit in (cursor.unit, *following_pages(stream, cursor.unit, cursor.places)):
        place, end = cursor.place(board, unit), stream.end_of(unit)
        for _ in range(MOST_MARKERS):
            length = next((len(each) for each in markers if stream.text.startswith(each, place)), 0)
            place += length
            if not length or place >= end:
                break
            behind = Cursor(unit, {**cursor.places, unit: place}, cursor.head)
            if found := _run(board, text, unit, behind, set()):
                return found
    return None


def _around(board: Board, text: str, cursor: Cursor, marker: str) -> list[Segment] | None:
    """Return the segments of a text around an item's marker that was read in its midst, or None."""
    stream, unit = board.stream, cursor.unit
    place, end = cursor.place(board, unit), stream.end_of(unit)
    stop = place + _shared(stream, text, place, end)
    start = stream.text.rfind(marker, place, min(stop + len(marker), end))
    if start <= place:
        return None
    behind = Cursor(unit, {**cursor.places, unit: start + len(marker)}, cursor.head)
    rest = _run(board, text[start - place :], unit, behind, set())
    return [(place, start), *rest] if rest else None


def _run(
    board: Board, text: str, unit: int, cursor: Cursor, tried: set[tuple[int, int]]
) -> list[Segment] | None:
    """Return the segments of a text from a unit on, or None; what was `tried` is not tried again."""
    if (unit, len(text)) in tried:
        return None
    tried.add((unit, len(text)))
    stream = board.stream
    place = cursor.place(board, unit)
    shared = _shared(stream, text, place, stream.end_of(unit))
    if shared == len(text):
        return [(place, place + shared)]
    before = unit
    for following in following_pages(stream, unit, cursor.places):
        if following - cursor.unit > _MOST_PAGES:
            return None
        begin = cursor.place(board, following)
        # The next page's first letters show at which letter of the text this page ended.
        first = stream.text[begin : min(begin + _FIRST, stream.end_of(following))]
        # Only a text that has begun can pass over a page, or a cell over those next to it.
        least = -1 if before == unit or before in cursor.places else 0
        before = following
        for count in range(shared, max(least, shared - _ALIKE), -1):
            rest = text[count:]
            if not rest.startswith(first[: len(rest)]) or (
                count and stream.parts_word(place + count, hyphenated=False)
            ):
                continue
            found = _run(board, rest, following, cursor, tried)
            if found is not None:
                return [(place, place + count), *found] if count else found
    return None


def following_pages(stream: Stream, unit: int, beside: Collection[int] = ()) -> Iterator[int]:
    """Yield the next page, and those after it while a page holds little more than its head.

    A page can be blank, or all picture. So can a cell, on the pages `beside` it that other
    cells of its row fill.
    """
    following = stream.following(unit)
    while following is not None:
        yield following
        is_empty = stream.end_of(following) - stream.starts[following] < _EMPTY
        is_passed = is_empty or following in beside
        following = stream.following(following) if is_passed else None


def near_segment(board: Board, text: str, place: int, reach: int) -> list[Segment] | None:
    """Return the segment of a text that is whole and free within some letters of a place, or None."""
    unit = board.stream.unit_at(place) if place < len(board.stream.text) else 0
    end = min(board.stream.end_of(unit), place + reach + len(text))
    return _first_words(board.stream, text, board.places(text, place, end, heads=True))


def any_segment(board: Board, text: str, first: int, last: int) -> list[Segment] | None:
    """Return the segments of a text on some pages, counted from 0, whatever is next to it, or None."""
    pages = range(first, last + 1)
    return whole_segment(board, text, pages) or parted_segments(board, text, pages)


def whole_segment(
    board: Board, text: str, pages: Iterable[int], begins: Begins = _anywhere
) -> list[Segment] | None:
    """Return the segment of a text on the first of some pages that has all of it, or None.

    `begins` returns whether it may begin at a place.
    """
    places = (place for unit in pages for place in board.places_on(text, unit))
    return _first_words(board.stream, text, filter(begins, places))


def line_segment(board: Board, text: str, pages: Iterable[int]) -> list[Segment] | None:
    """Return the segment of a text that begins a line on the first page that has it, or None.

    The line before may end in a hyphen: that is another text's where a renderer paints this last.
    """
    stream = board.stream
    for start in (place for unit in pages for place in board.places_on(text, unit)):
        stop = start + len(text)
        if stream.begins_line(start, hyphenated=True) and not stream.parts_word(stop):
            return [(start, stop)]
    return None


def parted_segments(
    board: Board, text: str, pages: Iterable[int], begins: Begins = _anywhere
) -> list[Segment] | None:
    """Return the segments of a text that begins on one page and continues on the next, or None."""
    if len(text) <= _SURE_BEGINNING:
        return None
    stream = board.stream
    for unit in pages:
        places = board.places(
            text[:_SURE_BEGINNING], stream.starts[unit], stream.end_of(unit), False
        )
        for start in filter(begins, places):
            if found := segments_from(board, text, unit, start):
                return found
    return None


def segments_from(board: Board, text: str, unit: int, start: int) -> list[Segment] | None:
    """Return the segments of a text that begins at a place of a unit, or None.

    It may continue anywhere on the next pages: a page can begin with what a renderer paints first.
    """
    stream = board.stream
    shared = _shared(stream, text, start, stream.end_of(unit))
    if shared == len(text):
        return [(start, start + shared)]
    for following in following_pages(stream, unit):
        begin, end = stream.starts[following], stream.end_of(following)
        for count in range(shared, max(_SURE_BEGINNING - 1, shared - _ALIKE), -1):
            if stream.parts_word(start + count, hyphenated=False):
                continue
            rest = text[count:]
            for place in board.places(rest[:_SURE_BEGINNING], begin, end, heads=False):
                found = segments_from(board, rest, following, place)
                if found is not None and not stream.parts_word(found[-1][1]):
                    return [(start, start + count), *found]
    return None


def _first_words(stream: Stream, text: str, places: Iterable[int]) -> list[Segment] | None:
    """Return the first place at which a text is words of its own, as segments, or None."""
    segments = ((start, start + len(text)) for start in places)
    return next(([segment] for segment in segments if stream.is_words(*segment)), None)


def unit_in(stream: Stream, segments: Sequence[Segment], place: int) -> int:
    """Return the unit of a letter of a text that was found in segments."""
    for start, end in segments:
        if place < end - start:
            return stream.unit_at(start + place)
        place -= end - start
    return stream.unit_at(segments[-1][0])


def units_around(stream: Stream, segments: Sequence[Segment], place: int) -> frozenset[int]:
    """Return the units of the letters before and after a place in a text that was found."""
    return frozenset(unit_in(stream, segments, each) for each in (max(place - 1, 0), place))


def _shared(stream: Stream, text: str, place: int, end: int) -> int:
    """Return how many letters of a text are found at a place in one run, up to an end."""
    low, high = 0, max(0, min(len(text), end - place))
    if stream.text.startswith(text[:high], place):
        return high
    while low < high:
        middle = (low + high + 1) // 2
        if stream.text.startswith(text[low:middle], place + low):
            low = middle
        else:
            high = middle - 1
    return low
