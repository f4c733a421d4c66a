"""Finds one part of a manuscript in a finished file, passage by passage."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import takewhile
from types import MappingProxyType

from guidepub.checks.text.differences import word_difference
from guidepub.checks.text.exchanging import exchange
from guidepub.checks.text.listed import markers_of
from guidepub.checks.text.page_numbers import LEADER, page_number
from guidepub.checks.text.placing import (
    SHORT,
    Board,
    Cursor,
    Segment,
    any_segment,
    following_pages,
    is_distinctive,
    line_segment,
    near_segment,
    next_segments,
    parted_segments,
    segments_from,
    whole_segment,
)
from guidepub.checks.text.record import Difference, PartRead, free_text, keep
from guidepub.checks.text.streams import folded, spaced_alike
from guidepub.words.manuscript import Passage

# How many signs of a file a message shows next to a missing text.
_SHOWN = 6000
# Letters that fill a page of small type: the reach of a part that a theme arranges.
_PAGE = 1500
# The last letters of a changed text, by which its end is found.
_TAIL = 24
# How near to its place a short text is taken, and one after a sign of the theme's own.
_NEAR, _BESIDE = 160, 24
# Places at which the parts of a page go on that a renderer paints one after the other, or that
# stand around a figure that has gone to another page.
_MOST_CURSORS = 12
# How many passages after a title are looked at for its words: a box of figures has so many.
_BOXED = 24
# Kinds of passages of figures.
_IN_FIGURES = frozenset({"caption", "cell", "head", "label"})
# Those that mostly are lines.
_LINES = frozenset({"title", "heading", "caption", "term", "label", "line"})
# Numbers of pages as an index has them after an entry.
_NUMBERS = re.compile(r"[\divxlc,;\-–]{0,2000}")


class Reader:
    """Finds the passages of one part in a file, and takes them from the board.

    A part that begins in the midst of a page does so at the place `begin`. Segments that are
    `reserved` for passages, by their numbers, are taken until these are looked for.
    """

    def __init__(
        self,
        read: PartRead,
        board: Board,
        names: Sequence[str],
        begin: int | None = None,
        reserved: Mapping[int, Sequence[Segment]] = MappingProxyType({}),
    ) -> None:
        self._read, self._board, self._names = read, board, names
        self._reserved = reserved
        self._stream = board.stream
        self._part = read.part
        self._missing: list[int] = []
        self._cursors = [Cursor(read.first, {} if begin is None else {read.first: begin})]

    def in_order(self) -> None:
        """Look for each passage after the one before it."""
        row, heads = 0, ""
        before: Passage | None = None
        for number, passage in enumerate(self._part.passages):
            if passage.row != row or not row:
                self._cursors[0].settle()
            if passage.kind == "head":
                heads = heads + folded(passage.text) if passage.row == row else folded(passage.text)
            elif passage.kind != "cell":
                heads = ""
            row = passage.row
            text = "" if passage.drawn else folded(passage.text)
            if text:
                self._cursors[0].head = heads if passage.kind == "cell" else ""
                if before is not None and before.leads_to:
                    self._pass_number(text, has_leader=before.kind == "entry")
                self._find(number, text)
            before = passage
        if before is not None and before.leads_to and before.kind != "entry":
            self._pass_number("")
        if self._reserved:
            self._missing = exchange(self._read, self._board, self._missing)
        self._note_differences()

    def anywhere(self) -> None:
        """Look for each passage on the pages that the part can fill."""
        read, stream = self._read, self._stream
        length = sum(len(passage.text) for passage in self._part.passages)
        furthest = min(read.first + 1 + length // _PAGE, len(stream.units) - 1)
        texts = {n: folded(passage.text) for n, passage in enumerate(self._part.passages)}
        # The longest first: a name is part of many sentences.
        for number in sorted(texts, key=lambda n: -len(texts[n])):
            if texts[number]:
                found = any_segment(self._board, texts[number], read.first, furthest)
                self._keep(number, found)
        self._note_differences()

    def _find(self, number: int, text: str) -> None:
        own = self._reserved.get(number, ())
        self._board.release(own)
        passage = self._part.passages[number]
        before = self._part.passages[max(number - 1, 0)]
        kinds = before.kind, passage.kind
        if "indexed" in kinds and (found := self._behind_numbers(text, *kinds)):
            self._cursors[0].advance(found, self._stream)
            self._keep(number, found)
            return
        for place, cursor in enumerate(self._cursors):
            segments = next_segments(self._board, text, cursor, markers_of(passage))
            if segments and not self._is_own(number, segments):
                break
            if segments and not place and self._is_beside(passage, text, cursor, segments):
                break
            if segments and not self._is_before(number, cursor, segments):
                self._cursors.insert(0, self._cursors.pop(place))
                if self._stream.unit_at(segments[0][0]) != cursor.unit:
                    # The text after a figure at the next page's head may end this page.
                    left = Cursor(cursor.unit, {**cursor.places}, cursor.head)
                    self._cursors = [cursor, left, *self._cursors[1:]][:_MOST_CURSORS]
                cursor.advance(segments, self._stream)
                self._keep(number, segments)
                return
        cursor = self._cursors[0]
        segments = list(own) or self._elsewhere(text, cursor, number)
        if segments and not self._is_own(number, segments):
            segments = self._own_place(text, number, cursor)
        self._keep(number, segments)
        if segments is None:
            self._pass_over(text, cursor)
            return
        cursor.settle()
        there = Cursor(self._stream.unit_at(segments[-1][0]), head=cursor.head)
        there.advance(segments, self._stream)
        there.settle()
        self._cursors = [there, *self._cursors][:_MOST_CURSORS]

    def _pass_number(self, text: str, has_leader: bool = False) -> None:
        """Move after a page number; the text that follows it may begin with figures, too.

        After an entry of the contents dots come first. Several can read alike, as those of the
        guides of a volume do: the next one is that after the number.
        """
        cursor = self._cursors[0]
        place = cursor.place(self._board, cursor.unit)
        if has_leader and (dots := LEADER.match(self._stream.text, place)):
            place = dots.end()
        if length := page_number(self._stream, place, cursor.unit, text):
            self._board.take([(place, place + length)])
            cursor.advance([(place, place + length)], self._stream)

    def _behind_numbers(self, text: str, before: str, kind: str) -> list[Segment] | None:
        """Return the segments of an index entry right after the numbers of the one before, or None.

        Most are short, and words of several entries; so are the letters above them.
        """
        cursor, stream = self._cursors[0], self._stream
        place = cursor.place(self._board, cursor.unit)
        numbers = _NUMBERS.match(stream.text, place, stream.end_of(cursor.unit))
        # The figures that it begins with are its own.
        places = range(numbers.end() if numbers else place, place - 1, -1)
        # The letter above an entry is not the first one of its words, though it may look like a
        # part of the numbers: I, V, X, L and C are Roman figures.
        for start in reversed(places) if kind == "heading" else places:
            end = start + len(text)
            # A letter above entries is read as if it began the first of them.
            begins = before == "heading" or not stream.parts_word(start)
            ends = kind == "heading" or not stream.parts_word(end)
            if begins and ends and stream.text.startswith(text, start):
                return [(start, end)]
        return None

    def _line(self, number: int) -> str:
        """Return the line that begins with a passage: it and the rest of a table's row."""
        passages = self._part.passages
        row = passages[number].row
        behind = takewhile(lambda each: row and each.row == row, passages[number + 1 :])
        return "".join(folded(each.text) for each in (passages[number], *behind))

    def _is_before(self, number: int, cursor: Cursor, segments: list[Segment]) -> bool:
        """Return whether a passage that begins the next page is on this one as well.

        What a renderer paints last comes after it in the file. A table's head that opens two
        pages looks like their running head. A numbered text is the beginning of others: of
        the contents' entries, “Part 1” is of “Part 17”.
        """
        unit, text = cursor.unit, self._line(number)
        passage = self._part.passages[number]
        heads = passage.kind == "head"
        if self._stream.unit_at(segments[0][0]) == unit:
            return False
        if self._stream.parts_word(segments[-1][1]):
            here = cursor.place(self._board, unit)
            if near_segment(self._board, folded(passage.text), here, _NEAR):
                return True
        if not is_distinctive(text):
            return False
        place, end = self._stream.starts[unit], self._stream.end_of(unit)
        # A line of its own: in the midst of one it is a word of another text.
        return any(
            self._stream.is_line(start, start + len(text))
            for start in self._board.places(text, place, end, heads)
        )

    def _is_beside(
        self, passage: Passage, text: str, cursor: Cursor, segments: list[Segment]
    ) -> bool:
        """Return whether a text that begins the next page is here, after a theme's own sign.

        A list of headings in a section's opening has such signs, and the page after an opening
        that is painted last may begin with any of these headings.
        """
        stream, unit = self._stream, cursor.unit
        if passage.row or len(text) < SHORT or stream.unit_at(segments[0][0]) == unit:
            return False
        place = cursor.place(self._board, unit)
        end = min(stream.end_of(unit), place + _BESIDE + len(text))
        places = self._board.places(text, place, end, heads=False)
        return any(stream.is_words(start, start + len(text)) for start in places)

    def _elsewhere(self, text: str, cursor: Cursor, number: int) -> list[Segment] | None:
        """Return the segments of a text that is out of place: on its page or one near it, or None.

        What is painted last can go on to the next page before the text after it on this
        one; a figure that has no room is after text that fills this page and the next; and
        a table's head is first where the table begins.
        """
        board, passage = self._board, self._part.passages[number]
        if self._reserved and passage.kind in _LINES and (found := self._own_line(text, cursor)):
            return found
        # After a word or two of the theme's own, such as a section's number. What only begins here
        # comes before the same text whole on the next page, which is another one.
        place = cursor.place(board, cursor.unit)
        found = near_segment(board, text, place, _BESIDE)
        if found or (found := segments_from(board, text, cursor.unit, place)):
            return found
        before = [cursor.unit - 1] if cursor.unit > self._read.first else []
        pages = [cursor.unit, *following_pages(self._stream, cursor.unit)]
        if passage.kind in _IN_FIGURES:
            pages += following_pages(self._stream, pages[-1])
        order = (*before, *pages) if passage.kind == "head" else (*pages, *before)
        if len(text) >= SHORT:
            return (
                whole_segment(board, text, order)
                or parted_segments(board, text, order)
                or line_segment(board, text, order)
            )
        # “A” is a word of many a text; the row that it begins is a line of its own.
        line = self._line(number)
        if len(line) > len(text) and (found := line_segment(board, line, order)):
            return [(found[0][0], found[0][0] + len(text))]
        for page in order:
            if found := near_segment(board, text, cursor.place(board, page), _NEAR):
                return found
        return line_segment(board, text, order) if is_distinctive(text) else None

    def _is_own(self, number: int, segments: Sequence[Segment]) -> bool:
        """Return whether a text is at its place; a title is not the running head next to a folio."""
        passage, (start, end) = self._part.passages[number], segments[0]
        if passage.kind == "title" and self._begins_another(number, start):
            return False
        if passage.kind != "title" or self._board.is_free(start, end, heads=False):
            return True
        behind = self._part.passages[number + 1 : number + 2]
        begins = folded(behind[0].text)[:_TAIL] if behind else ""
        is_above = bool(begins) and self._stream.text.startswith(begins, end)
        return is_above or self._stream.is_line(start, end)

    def _begins_another(self, number: int, start: int) -> bool:
        """Return whether one of the next passages is at a place where a title was found.

        An opening that is painted last is after a box that may begin with its words: “Pay”
        after “Pay in the middle”.
        """
        title = folded(self._part.passages[number].text)
        behind = (folded(each.text) for each in self._part.passages[number + 1 : number + _BOXED])
        return any(
            len(text) > len(title)
            and text.startswith(title)
            and self._stream.text.startswith(text, start)
            for text in behind
        )

    def _own_place(self, text: str, number: int, cursor: Cursor) -> list[Segment] | None:
        """Return the segment of a title on its page or the next, or None."""
        pages = (cursor.unit, *following_pages(self._stream, cursor.unit))
        return whole_segment(
            self._board,
            text,
            pages,
            lambda place: self._is_own(number, [(place, place + len(text))]),
        )

    def _own_line(self, text: str, cursor: Cursor) -> list[Segment] | None:
        """Return the segment of a text that is a line of its own on its page or the next, or None."""
        stream, pages = self._stream, (cursor.unit, *following_pages(self._stream, cursor.unit))
        return whole_segment(
            self._board, text, pages, lambda place: stream.is_line(place, place + len(text))
        )

    def _pass_over(self, text: str, cursor: Cursor) -> None:
        """Move after the end of a changed text, if its last letters are near."""
        tail = text[-_TAIL:]
        if len(tail) < _TAIL:
            return
        stream = self._stream
        last = stream.following(cursor.unit) or cursor.unit
        place = cursor.place(self._board, cursor.unit)
        limit = min(stream.end_of(last), place + 2 * len(text) + _PAGE)
        start = next(self._board.places(tail, place, limit, heads=False), None)
        if start is not None:
            cursor.advance([(start, start + len(tail))], stream)
            cursor.settle()

    def _keep(self, number: int, segments: list[Segment] | None) -> None:
        if segments is None:
            self._missing.append(number)
        else:
            keep(self._read, self._board, number, segments)

    def _note_differences(self) -> None:
        """Note what is missing or changed, and where words are split otherwise."""
        read, stream = self._read, self._stream
        for number in self._missing:
            passage = self._part.passages[number]
            shown = word_difference(passage.text, self._around(number))
            read.differences.append(Difference("T001", passage, self._where(number), shown))
        for number, segments in read.segments.items():
            passage = self._part.passages[number]
            raw = stream.raw_of(segments)
            if not spaced_alike(raw, passage.text):
                shown = word_difference(passage.text, raw, exact=True)
                read.differences.append(Difference("T002", passage, self._where(number), shown))

    def _where(self, number: int) -> str:
        """Return the page on which a passage stands, or the nearest one before it."""
        before = [n for n in self._read.segments if n <= number]
        if not before:
            return self._names[self._read.first]
        return self._names[self._stream.unit_at(self._read.segments[max(before)][0][0])]

    def _around(self, number: int) -> str:
        """Return the text that is not taken on the pages between the passages around one."""
        stream, found = self._stream, self._read.segments
        before = max((n for n in found if n < number), default=None)
        after = min((n for n in found if n > number), default=None)
        first = self._read.first if before is None else stream.unit_at(found[before][-1][0])
        last = self._read.last if after is None else stream.unit_at(found[after][0][0])
        units = range(min(first, last), max(first, last) + 1)
        return "\n".join(free_text(self._board, unit) for unit in units)[:_SHOWN]
