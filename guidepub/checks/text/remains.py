"""Finds what a part's passages leave on its pages: lettering, notes, numbers of lists."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from guidepub.checks.text.listed import BULLETS, STOPS, markers_of
from guidepub.checks.text.page_numbers import page_number
from guidepub.checks.text.placing import (
    MOST_MARKERS,
    SMALL_PAGE,
    Board,
    Cursor,
    Segment,
    any_segment,
    next_segments,
    parted_segments,
    units_around,
    whole_segment,
)
from guidepub.checks.text.record import Difference, PartRead, free_text
from guidepub.checks.text.reserving import Reservations
from guidepub.checks.text.streams import Stream, folded
from guidepub.words.manuscript import Note, Passage
from guidepub.words.wording import formed

_MOST_STOPS = 2
# Signs between a note's number and its words.
_BETWEEN = STOPS + "".join(BULLETS)
_NUMBER = re.compile(r"\d+")


def read_remains(
    read: PartRead, board: Board, names: Sequence[str], reserved: Reservations
) -> None:
    """Find the drawings, the notes and the numbers of a part, and note the differences.

    What is `reserved` of them is found already.
    """
    passages, stream = read.part.passages, board.stream
    numbered = [number for number, passage in enumerate(passages) if passage.number]
    drawn = [
        passage
        for number, passage in enumerate(passages)
        if passage.drawn and number not in reserved.passages
    ]
    if not (read.part.notes or numbered or drawn):
        return
    # The last notes of a part can be on pages of their own.
    length = sum(len(passage.text) for note in read.part.notes for passage in note.passages)
    further = 1 + length // SMALL_PAGE if length else 0
    last = min(read.last + further, len(stream.units) - 1)
    remains = _Remains(board, range(read.first, last + 1), names)
    # Notes first: they are long and numbered, while a drawing's “A” is a word of many a text.
    for note in read.part.notes:
        known = {at: found for (own, at), found in reserved.notes.items() if own == note.number}
        _keep_note(read, board, note, known)
        read.differences += remains.note(note, frozenset(known))
    read.differences += remains.drawings(drawn)
    read.notes.update(remains.notes)
    read.marks.update(remains.marks)
    read.pages += remains.pages
    read.last = max(read.last, remains.furthest)
    for number in numbered:
        if number not in read.segments or number in read.borne:
            continue
        unit = stream.unit_at(read.segments[number][0][0])
        if not remains.number(passages[number].number, unit):
            read.differences.append(Difference("T004", passages[number], names[unit]))


def _keep_note(
    read: PartRead, board: Board, note: Note, found: Mapping[int, Sequence[Segment]]
) -> None:
    """Keep where passages of a note were found, by their numbers."""
    stream = board.stream
    for number, segments in sorted(found.items()):
        read.notes.setdefault(note.number, stream.unit_at(segments[0][0]))
        read.last = max(read.last, stream.unit_at(segments[-1][0]))
        passage = note.passages[number]
        for offset, mark in passage.marks:
            place = len(folded(passage.text[:offset]))
            read.marks[mark] = units_around(stream, segments, place)


class _Remains:
    """The text of some units that is not taken, as a stream of its own."""

    def __init__(self, board: Board, units: range, names: Sequence[str]) -> None:
        self._first, self._names = units.start, names
        self._board = Board(Stream([free_text(board, unit) for unit in units]))
        self._cursor = Cursor(0)
        self._numbers: dict[int, list[str]] = {}
        self.furthest = units.start
        self.notes: dict[str, int] = {}
        """The unit on which each note begins, by its number."""
        self.marks: dict[int, frozenset[int]] = {}
        """The units on which a place of the index may lie, by its number."""
        self.pages: list[tuple[Passage, str, int]] = []
        """As in `PartRead`."""

    def drawings(self, lettering: Sequence[Passage]) -> list[Difference]:
        """Return the differences in drawings, whose lettering comes in each drawing's own order."""
        cursor = Cursor(0)
        return [
            Difference("T001", passage, self._name(cursor.unit))
            for passage in lettering
            if self._take(folded(passage.text), cursor, 0) is None
        ]

    def note(self, note: Note, known: Collection[int]) -> list[Difference]:
        """Return the differences in a note, which is after the one before it.

        `known` are the numbers of its passages that have been found.
        """
        differences: list[Difference] = []
        stream = self._board.stream
        self._pass_over(note.number)
        for number, passage in enumerate(note.passages):
            if number in known:
                continue
            own = () if number else (note.number, passage.number)
            segments = self._take(
                folded(passage.text), self._cursor, self._cursor.unit, own, markers_of(passage)
            )
            where = self._name(self._cursor.unit)
            if segments is None:
                differences.append(Difference("T003", passage, where))
                continue
            self.notes.setdefault(note.number, self._first + stream.unit_at(segments[0][0]))
            unit = stream.unit_at(segments[-1][0])
            self.furthest = max(self.furthest, self._first + unit)
            for offset, mark in passage.marks:
                units = units_around(stream, segments, len(folded(passage.text[:offset])))
                self.marks[mark] = frozenset(self._first + each for each in units)
            if passage.leads_to:
                self._read_page(passage, segments, note.passages[number + 1 :])
            if own and not self._is_behind(own, segments[0][0]):
                differences.append(Difference("T004", passage, where, note.number))
        return differences

    def _read_page(
        self, passage: Passage, segments: Sequence[Segment], behind: Sequence[Passage]
    ) -> None:
        """Keep the page number after a text, and move after it."""
        stream, end = self._board.stream, segments[-1][1]
        unit = stream.unit_at(segments[-1][0])
        text = folded(behind[0].text) if behind else ""
        number = page_number(stream, end, unit, text)
        self.pages.append((passage, stream.text[end : end + number], self._first + unit))
        self._cursor.advance([(end, end + number)] if number else [], stream)

    def _pass_over(self, number: str) -> None:
        """Move after a note's number, if it comes next."""
        cursor, stream = self._cursor, self._board.stream
        cursor.settle()
        place = cursor.place(self._board, cursor.unit)
        if stream.text.startswith(number, place):
            place += len(number)
            cursor.places[cursor.unit] = place + stream.text.startswith(tuple(STOPS), place)

    def number(self, number: str, unit: int) -> bool:
        """Return whether a unit of the file has a number after those that were found before."""
        unit -= self._first
        if unit not in self._numbers:
            self._numbers[unit] = _NUMBER.findall(formed(free_text(self._board, unit)))
        own = self._numbers[unit]
        if number not in own:
            return False
        del own[: own.index(number) + 1]
        return True

    def _is_behind(self, numbers: Sequence[str], place: int) -> bool:
        """Return whether a note's number is before a place, with or without a stop.

        Between both may be the second of `numbers`, that of an item with which the note begins,
        and bullets.
        """
        most = sum(len(number) + _MOST_STOPS for number in numbers) + MOST_MARKERS
        before = self._board.stream.text[max(0, place - most) : place].rstrip(_BETWEEN)
        own, item = numbers
        return before.endswith(own) or before.removesuffix(item).rstrip(_BETWEEN).endswith(own)

    def _take(
        self,
        text: str,
        cursor: Cursor,
        first: int,
        numbers: Sequence[str] = (),
        markers: Sequence[str] = (),
    ) -> list[Segment] | None:
        """Return the segments of a text after a cursor, or else from a unit on, or None.

        A place after `numbers`, if they are given, is better than any other: other notes and the
        page's head may begin with the same words.
        """
        board = self._board
        cursor.settle()
        units = range(first, len(board.stream.units))

        def begins(place: int) -> bool:
            return self._is_behind(numbers, place)

        segments = next_segments(board, text, cursor, markers)
        if numbers and not (segments and begins(segments[0][0])):
            segments = (
                whole_segment(board, text, units, begins)
                or parted_segments(board, text, units, begins)
                or segments
            )
        segments = segments or any_segment(board, text, units.start, units.stop - 1)
        if segments is not None:
            board.take(segments)
            cursor.advance(segments, board.stream)
        return segments

    def _name(self, unit: int) -> str:
        return self._names[self._first + unit]
