"""The record of one part of a manuscript: where a finished file prints it, and what differs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from guidepub.checks.text.listed import markers_before
from guidepub.checks.text.placing import Board, Segment, unit_in, units_around
from guidepub.checks.text.streams import folded
from guidepub.words.manuscript import LeafManuscript, Passage


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that a file does not print as its manuscript has it.

    Attributes:
        code: the finding's code.
        passage: the expected passage.
        where: the page or document that was searched for it.
        read: the differing words as `[-wanted-]` and `{+read+}`, or empty where they are missing.
    """

    code: str
    passage: Passage
    where: str
    read: str = ""


@dataclass(slots=True)
class PartRead:
    """Where a part stands: its first and last unit, and what of it was found.

    `segments` are those of its passages by their numbers; `borne` are the items that are after
    their own number; `calls` and `notes` are the units on
    which each note is called first and begins, by the notes' numbers; `marks` are the units on which a
    place of the index may lie, by its number. `pages` are the texts of notes after which the
    number of a page stands, each with that number and its own unit.
    """

    part: LeafManuscript
    first: int
    last: int
    segments: dict[int, list[Segment]] = field(default_factory=dict)
    borne: set[int] = field(default_factory=set)
    differences: list[Difference] = field(default_factory=list)
    calls: dict[str, int] = field(default_factory=dict)
    notes: dict[str, int] = field(default_factory=dict)
    marks: dict[int, frozenset[int]] = field(default_factory=dict)
    pages: list[tuple[Passage, str, int]] = field(default_factory=list)


def keep(read: PartRead, board: Board, number: int, segments: list[Segment]) -> None:
    """Record where a passage of a part was found, and take its segments and its markers."""
    board.take(segments)
    read.segments[number] = segments
    passage = read.part.passages[number]
    markers, is_borne = markers_before(board, passage, segments[0][0])
    if markers:
        board.take([markers])
    if is_borne:
        read.borne.add(number)
    stream = board.stream
    for offset, name in passage.calls:
        place = len(folded(passage.text[:offset]))
        read.calls.setdefault(name, unit_in(stream, segments, place))
    for offset, mark in passage.marks:
        place = len(folded(passage.text[:offset]))
        read.marks[mark] = units_around(stream, segments, place)
    read.last = max(read.last, stream.unit_at(segments[-1][0]))


def within_others(parts: Sequence[PartRead]) -> Iterator[tuple[PartRead, int]]:
    """Yield the passages, with their parts, that were found in words that others were found in."""
    found = sorted(
        (start, -end, place, number)
        for place, read in enumerate(parts)
        for number, segments in read.segments.items()
        for start, end in segments
        if start < end
    )
    furthest = 0
    for _, end, place, number in found:
        if -end <= furthest and len(parts[place].segments[number]) == 1:
            yield parts[place], number
        furthest = max(furthest, -end)


def free_text(board: Board, unit: int) -> str:
    """Return the text of a unit that is not taken, each piece on a line."""
    stream = board.stream
    place, pieces = stream.starts[unit], []
    for start, end in board.taken(unit):
        pieces.append(stream.raw(place, start))
        place = max(place, end)
    pieces.append(stream.raw(place, stream.end_of(unit)))
    return "\n".join(piece for piece in pieces if piece)
