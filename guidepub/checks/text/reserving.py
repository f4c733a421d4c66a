"""The places of texts that can stand in one place only, found before any text is read in order.

A sentence that a guide has several times, in a list, a note and a paragraph, can be taken for
another one that begins with it or holds it. The longest texts leave the least choice, and so do
the numbers before items and notes: what these decide is reserved.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from guidepub.checks.text.placing import Board, Segment
from guidepub.checks.text.streams import folded
from guidepub.words.manuscript import LeafManuscript

# A shorter text stands in many places by chance.
_LEAST = 4
# Letters that fill a page of small type, as far as a part may reach.
_PAGE = 700
# Signs between a number and the words behind it.
_STOPS = ".)]"


class _Wanted(NamedTuple):
    """A text that a part prints; a note's has no number among the part's passages."""

    text: str
    marker: str
    passage: int | None


class Reservations(NamedTuple):
    """The segments that are taken for passages of a part, by their numbers, and for its notes."""

    passages: dict[int, list[Segment]]
    notes: list[Segment]


def reserve(part: LeafManuscript, board: Board, first: int, begin: int | None) -> Reservations:
    """Take the places of texts that can stand in one place only, and return them.

    `first` is the unit on which the part begins, and `begin` the place, where it is in the midst
    of a page.
    """
    stream = board.stream
    wanted = sorted(_wanted(part), key=lambda each: -len(each.text))
    length = sum(len(each.text) for each in wanted)
    last = min(first + 1 + length // _PAGE, len(stream.units) - 1)
    start = stream.starts[first] if begin is None else begin
    found = Reservations({}, [])
    for text, marker, passage in wanted:
        places = [
            place
            for place in board.places(text, start, stream.end_of(last), heads=True)
            if stream.is_words(place, place + len(text))
        ]
        if marker:
            places = [place for place in places if _is_behind(board, marker, place)]
        if len(places) == 1:
            segment = (places[0], places[0] + len(text))
            board.take([segment])
            if passage is None:
                found.notes.append(segment)
            else:
                found.passages[passage] = [segment]
    return found


def _wanted(part: LeafManuscript) -> Iterator[_Wanted]:
    for number, passage in enumerate(part.passages):
        if not passage.drawn and len(text := folded(passage.text)) >= _LEAST:
            yield _Wanted(text, passage.number and f"{passage.number}.", number)
    for note in part.notes:
        for at, passage in enumerate(note.passages):
            if len(text := folded(passage.text)) >= _LEAST:
                yield _Wanted(text, "" if at else note.number, None)


def _is_behind(board: Board, marker: str, place: int) -> bool:
    """Tell whether the number of an item or a note stands right before a place."""
    stream = board.stream
    before = stream.text[stream.starts[stream.unit_at(place)] : place]
    if not marker.endswith("."):
        before = before.rstrip(_STOPS)
    # The end of “12.” is no “2.”.
    return before.endswith(marker) and not before.removesuffix(marker)[-1:].isdigit()
