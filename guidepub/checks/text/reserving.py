"""The places of texts that can be in no others, found before any text is read in order.

A sentence that a guide has several times, in a list, a note and a paragraph, can be taken for
another one that begins with it or holds it. The longest texts leave the least choice, and so do
the numbers before items and notes: what these decide is reserved, and leaves less to the rest.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from guidepub.checks.text.listed import is_behind, printed_number
from guidepub.checks.text.placing import SMALL_PAGE, Board, Segment, is_distinctive, parted_segments
from guidepub.checks.text.streams import folded
from guidepub.words.manuscript import LeafManuscript

# How often all texts are looked for.
_MOST_PASSES = 6
# Letters of a text that is likely to be itself, next to other words or separated by a page's end.
_LONG = 40


class Reservations(NamedTuple):
    """The segments that are taken for a part's passages, by their numbers, and for its notes.

    A passage of a note has the note's number and its own number within that.
    """

    passages: dict[int, list[Segment]]
    notes: dict[tuple[str, int], list[Segment]]


class _Wanted(NamedTuple):
    """A text that a part prints, and the number that is before it."""

    text: str
    marker: str
    passage: int | tuple[str, int]


def reserve(
    part: LeafManuscript, board: Board, first: int, begin: int | None, behind: int | None
) -> Reservations:
    """Take the places of texts that can be in no others, and return them.

    `first` is the unit on which the part begins, and `begin` the place, where it is in the midst
    of a page. A text that several passages have needs as many places as these are, either before
    the place `behind`, where the next part opens, or on all pages that the part can fill.
    """
    stream = board.stream
    wanted: dict[tuple[str, str], list[int | tuple[str, int]]] = {}
    for text, marker, passage in _wanted(part):
        wanted.setdefault((text, marker), []).append(passage)
    length = sum(len(text) * len(passages) for (text, _), passages in wanted.items())
    last = min(first + 1 + length // SMALL_PAGE, len(stream.units) - 1)
    start = stream.starts[first] if begin is None else begin
    stops = [stream.end_of(last)]
    if behind is not None and start < behind < stops[0]:
        stops.insert(0, behind)
    found: dict[int | tuple[str, int], list[Segment]] = {}
    # Long texts hold short ones; what is taken leaves less choice to the others.
    pending = sorted(wanted, key=lambda key: -len(key[0]))
    for _ in range(_MOST_PASSES):
        left = []
        for key in pending:
            count = len(wanted[key])
            tried = (_only_places(board, *key, start, stop, count) for stop in stops)
            if places := next(filter(None, tried), None):
                for passage, segments in zip(wanted[key], places, strict=True):
                    board.take(segments)
                    found[passage] = segments
            else:
                left.append(key)
        if len(left) == len(pending):
            break
        pending = left
    return Reservations(
        {number: found[number] for number in found if isinstance(number, int)},
        {name: found[name] for name in found if isinstance(name, tuple)},
    )


def _only_places(
    board: Board, text: str, marker: str, start: int, stop: int, count: int
) -> list[list[Segment]]:
    """Return the segments of a text at all of its places before one, if these are so many, or nothing.

    Running heads are places only where others do not do. There, and without a number, a short text
    has to be apart: next to other words it may be part of a text that another part prints.
    """
    stream = board.stream
    if not marker and not is_distinctive(text):
        return []
    places: list[int] = []
    for heads in (False, True):
        places = [
            place
            for place in board.places(text, start, stop, heads)
            if stream.is_words(place, place + len(text))
            and (not marker or is_behind(board, marker, place))
        ]
        is_known = not heads and (marker or len(text) >= _LONG)
        if len(places) == count and (
            is_known or all(board.is_apart(place, place + len(text)) for place in places)
        ):
            return [[(place, place + len(text))] for place in places]
    if len(places) != count - 1 or len(text) < _LONG:
        return []
    found = [[(place, place + len(text))] for place in places]
    if parted := _parted_place(board, text, start, stop, found):
        return sorted([*found, parted])
    return []


def _parted_place(
    board: Board, text: str, start: int, stop: int, others: Sequence[Sequence[Segment]]
) -> list[Segment] | None:
    """Return the segments of a text that pages share and that begins before a place, or None.

    The same text is whole at the places of `others`.
    """
    units = range(board.stream.unit_at(start), board.stream.unit_at(stop - 1) + 1)
    for segments in others:
        board.take(segments)
    parted = parted_segments(board, text, units)
    for segments in others:
        board.release(segments)
    return parted if parted and len(parted) > 1 and parted[0][0] < stop else None


def _wanted(part: LeafManuscript) -> Iterator[_Wanted]:
    for number, passage in enumerate(part.passages):
        if text := folded(passage.text):
            yield _Wanted(text, printed_number(passage), number)
    for note in part.notes:
        for number, passage in enumerate(note.passages):
            # What leads to a page is read with the number after it.
            if (text := folded(passage.text)) and not passage.leads_to:
                yield _Wanted(text, "" if number else note.number, (note.number, number))
