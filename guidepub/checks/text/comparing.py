"""A manuscript held against a finished file: each part in its place, and what is not there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from guidepub.checks.text.differences import word_difference
from guidepub.checks.text.placing import (
    Cursor,
    Segment,
    any_segment,
    near_segment,
    next_segments,
)
from guidepub.checks.text.sources import Source
from guidepub.checks.text.streams import Stream, folded, spaced_alike
from guidepub.manuscript import Manuscript, Note, Part, Passage

# Signs of a file that are shown beside a text that is not there.
_SHOWN = 6000
# Letters that fill a page of small type: how far a part that is arranged by a theme can reach.
_PAGE = 1500
# Letters at a changed text's end by which its end is found.
_TAIL = 24
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that a file does not print as its manuscript has it.

    Attributes:
        code: the finding's code.
        passage: what is wanted.
        where: the page or the document in which it was looked for.
        read: how the words differ as `[-wanted-]` and `{+read+}`, or empty where they are missing.
    """

    code: str
    passage: Passage
    where: str
    read: str = ""


@dataclass(slots=True)
class PartRead:
    """Where a part stands: its first and last unit, and what of it was found.

    `segments` are those of its passages by their numbers.
    """

    part: Part
    first: int
    last: int
    segments: dict[int, list[Segment]] = field(default_factory=dict)
    differences: list[Difference] = field(default_factory=list)


def read_parts(manuscript: Manuscript, source: Source) -> list[PartRead]:
    """Return how a file prints each part of a manuscript, in the parts' order."""
    stream = source.stream
    found: list[PartRead] = []
    unit: int | None = stream.following(-1)
    for part in manuscript.parts:
        if unit is None:
            unit = len(stream.units) - 1
        first = _first_unit(part, stream, unit)
        read = PartRead(part, first, first)
        if not part.passages:
            # What has no words, such as a picture of the cover, lies before the next words.
            begin = found[-1].last + 1 if found else 0
            read.first, read.last = begin, max(begin, unit - 1)
            found.append(read)
            continue
        reader = _Reader(read, source)
        if part.ordered:
            reader.in_order()
        else:
            reader.anywhere()
        reader.rest()
        found.append(read)
        unit = stream.following(read.last)
    return found


def _first_unit(part: Part, stream: Stream, unit: int) -> int:
    """Return where a part begins: at the next unit, or the first one that begins with it."""
    opening = [text for passage in part.passages[:2] if (text := folded(passage.text))]
    at: int | None = unit
    while part.ordered and opening and at is not None:
        cursor = Cursor(at)
        for text in opening:
            segments = next_segments(stream, text, cursor) or near_segment(stream, text, cursor)
            if segments is None or stream.unit_at(segments[0][0]) != at:
                break
            cursor.advance(segments, stream)
        else:
            return at
        at = stream.following(at)
    return unit


class _Reader:
    """Reads one part of a file."""

    def __init__(self, read: PartRead, source: Source) -> None:
        self._read, self._source = read, source
        self._stream = source.stream
        self._part = read.part
        self._missing: list[int] = []
        # Letters of drawings that can stand before the next passage.
        self._drawn = 0

    def in_order(self) -> None:
        """Look for each passage behind the one before it."""
        cursor = Cursor(self._read.first)
        row, heads = 0, ""
        for number, passage in enumerate(self._part.passages):
            if passage.row != row or not row:
                cursor.settle()
            if passage.kind == "head":
                heads = heads + folded(passage.text) if passage.row == row else folded(passage.text)
            elif passage.kind != "cell":
                heads = ""
            cursor.head = heads if passage.kind == "cell" else ""
            row = passage.row
            if passage.drawn:
                self._drawn += len(passage.text)
                continue
            if text := folded(passage.text):
                self._take(number, passage, text, cursor)
        cursor.settle()
        self._read.last = max(self._read.last, cursor.unit)
        self._tell_missing()

    def _take(self, number: int, passage: Passage, text: str, cursor: Cursor) -> None:
        stream = self._stream
        segments = next_segments(stream, text, cursor) or near_segment(
            stream, text, cursor, self._drawn
        )
        if segments is None and self._missing[-1:] == [number - 1]:
            # What is missing leaves its remains behind.
            last = stream.following(cursor.unit) or cursor.unit
            segments = any_segment(stream, text, cursor.unit, last)
        if segments is None:
            self._missing.append(number)
            self._pass_over(text, cursor)
            return
        self._read.segments[number] = segments
        self._drawn = 0
        cursor.advance(segments, stream)

    def _pass_over(self, text: str, cursor: Cursor) -> None:
        """Go on behind the end of a changed text, if its last letters are near."""
        tail = text[-_TAIL:]
        if len(tail) < _TAIL:
            return
        stream = self._stream
        last = stream.following(cursor.unit) or cursor.unit
        place = cursor.place(stream, cursor.unit)
        start = stream.text.find(
            tail, place, min(stream.end_of(last), place + 2 * len(text) + _PAGE)
        )
        if start >= 0:
            cursor.advance([(start, start + len(tail))], stream)
            cursor.settle()

    def anywhere(self) -> None:
        """Look for each passage on the pages that the part can fill."""
        stream, read = self._stream, self._read
        length = sum(len(passage.text) for passage in self._part.passages)
        furthest = min(read.first + 1 + length // _PAGE, len(stream.units) - 1)
        for number, passage in enumerate(self._part.passages):
            text = folded(passage.text)
            if not text:
                continue
            segments = any_segment(stream, text, read.first, furthest)
            if segments is None:
                self._missing.append(number)
                continue
            read.segments[number] = segments
            read.last = max(read.last, stream.unit_at(segments[-1][0]))
        self._tell_missing()

    def _tell_missing(self) -> None:
        """Note what is missing or changed, and where words are parted otherwise."""
        read, stream = self._read, self._stream
        for number in self._missing:
            passage = self._part.passages[number]
            shown = word_difference(passage.text, self._between(number))
            read.differences.append(self._difference("T001", passage, read.first, shown))
        for number, segments in read.segments.items():
            passage = self._part.passages[number]
            raw = stream.raw_of(segments)
            if not spaced_alike(raw, passage.text):
                shown = word_difference(passage.text, raw, exact=True)
                unit = stream.unit_at(segments[0][0])
                read.differences.append(self._difference("T002", passage, unit, shown))

    def _between(self, number: int) -> str:
        """Return what was read between the passages around one that is missing."""
        stream, found = self._stream, self._read.segments
        before = max((n for n in found if n < number), default=None)
        after = min((n for n in found if n > number), default=None)
        start = found[before][-1][1] if before is not None else stream.starts[self._read.first]
        end = found[after][0][0] if after is not None else stream.end_of(self._read.last)
        end = min(max(end, start), start + _SHOWN)
        parts = []
        while start < end:
            stop = min(end, stream.end_of(stream.unit_at(start)))
            parts.append(stream.raw(start, stop))
            start = stop
        return "\n".join(parts)

    def _difference(self, code: str, passage: Passage, unit: int, read: str = "") -> Difference:
        return Difference(code, passage, self._source.names[unit], read)

    def rest(self) -> None:
        """Look for drawings, notes and the numbers of lists in what the text leaves over."""
        read, stream, passages = self._read, self._stream, self._part.passages
        numbered = [number for number, p in enumerate(passages) if p.number]
        drawn = [p for p in passages if p.drawn]
        if not (self._part.notes or numbered or drawn):
            return
        last = min(read.last + 1, len(stream.units) - 1) if self._part.notes else read.last
        left = _Rest(stream, read, last)
        read.differences += left.drawings(drawn, self._source.names)
        for note in self._part.notes:
            read.differences += left.note(note, self._source.names)
        read.last = max(read.last, left.furthest)
        for number in numbered:
            passage = self._part.passages[number]
            if number in read.segments and not left.number(passage, read.segments[number][0]):
                unit = stream.unit_at(read.segments[number][0][0])
                read.differences.append(self._difference("T004", passage, unit))


class _Rest:
    """What the text of a part leaves over on its pages: notes, numbers, running heads."""

    def __init__(self, stream: Stream, read: PartRead, last: int) -> None:
        self._whole, self._first = stream, read.first
        taken: dict[int, list[Segment]] = {}
        for segments in read.segments.values():
            for segment in segments:
                taken.setdefault(stream.unit_at(segment[0]), []).append(segment)
        units = [_gaps(stream, unit, taken.get(unit, ())) for unit in range(read.first, last + 1)]
        self._stream = Stream(units)
        self._cursor = Cursor(0)
        self._taken: list[Segment] = []
        self._numbers: dict[int, list[str]] = {}
        self.furthest = read.first

    def drawings(self, lettering: Sequence[Passage], names: Sequence[str]) -> list[Difference]:
        """Return what differs of drawings, whose lettering comes in the drawings' own order."""
        differences: list[Difference] = []
        cursor = Cursor(0)
        for passage in lettering:
            cursor.settle()
            segments = self._somewhere(folded(passage.text), cursor)
            if segments is None:
                where = names[self._first + cursor.unit]
                differences.append(Difference("T001", passage, where))
                continue
            cursor.advance(segments, self._stream)
            self._taken += segments
        return differences

    def _somewhere(self, text: str, cursor: Cursor) -> list[Segment] | None:
        stream = self._stream
        return (
            next_segments(stream, text, cursor)
            or near_segment(stream, text, cursor)
            or any_segment(stream, text, cursor.unit, len(stream.units) - 1)
        )

    def note(self, note: Note, names: Sequence[str]) -> list[Difference]:
        """Return what differs of a note, which stands behind the one before it."""
        differences: list[Difference] = []
        stream = self._stream
        for number, passage in enumerate(note.passages):
            self._cursor.settle()
            text = folded(passage.text)
            segments = self._somewhere(text, self._cursor)
            where = names[self._first + self._cursor.unit]
            if segments is None:
                differences.append(Difference("T003", passage, where))
                continue
            self._cursor.advance(segments, stream)
            self._taken += segments
            self.furthest = max(self.furthest, self._first + stream.unit_at(segments[-1][0]))
            before = stream.text[: segments[0][0]].rstrip(".)]")
            if number == 0 and not before.endswith(note.number):
                numbered = replace(passage, number=note.number)
                differences.append(Difference("T004", numbered, where))
        return differences

    def number(self, passage: Passage, segment: Segment) -> bool:
        """Tell whether an item's number stands on the page on which the item begins.

        Numbers are looked for one behind the other.
        """
        unit = self._whole.unit_at(segment[0]) - self._first
        if unit not in self._numbers:
            spans = [s for s in self._taken if self._stream.unit_at(s[0]) == unit]
            self._numbers[unit] = _NUMBER.findall(_gaps(self._stream, unit, spans))
        own = self._numbers[unit]
        if passage.number not in own:
            return False
        del own[: own.index(passage.number) + 1]
        return True


def _gaps(stream: Stream, unit: int, taken: Sequence[Segment]) -> str:
    """Return what was read on a unit outside some segments, each gap on a line."""
    place, gaps = stream.starts[unit], []
    for start, end in sorted(taken):
        gaps.append(stream.raw(place, start))
        place = max(place, end)
    gaps.append(stream.raw(place, stream.end_of(unit)))
    return "\n".join(gap for gap in gaps if gap)
