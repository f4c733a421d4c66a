"""Texts that have taken each other's places: one moves to a free place, the other takes its own.

What is read in order takes the first place that fits. A title that a theme paints last may have
taken the first word of an item: there is a place for both, and it is found here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from guidepub.checks.text.listed import is_behind
from guidepub.checks.text.placing import Board, Segment
from guidepub.checks.text.record import PartRead, keep
from guidepub.checks.text.streams import folded

Places = Mapping[int, list[Segment]]
"""The segments of passages, by their numbers."""

# How many texts move for one, one behind the other, and how many places are looked at for each.
_DEEPEST, _MOST_PLACES = 3, 40


def exchange(read: PartRead, board: Board, missing: Sequence[int]) -> list[int]:
    """Give passages their places whose places others have taken, and return those still missing.

    They are those that are `missing`, and items that were found without their numbers.
    """
    passages = read.part.passages
    texts = {n: folded(each.text) for n, each in enumerate(passages) if not each.drawn}
    unnumbered = [n for n in read.segments if passages[n].number and n not in read.borne]
    left: list[int] = []
    for number in (*missing, *unnumbered):
        others = {each: found for each, found in read.segments.items() if each != number}
        marker = passages[number].number and f"{passages[number].number}."
        found = _exchanged(board, texts, others, number, marker, range(read.first, read.last + 1))
        if found is None:
            left += [number] if number in missing else []
            continue
        moved = [each for each in found if found[each] != read.segments.get(each)]
        for each in moved:
            board.release(read.segments.get(each, ()))
        for each in moved:
            keep(read, board, each, found[each])
    return left


def _exchanged(
    board: Board, texts: Mapping[int, str], held: Places, number: int, marker: str, units: range
) -> Places | None:
    """Return the places of passages when one has got a place that others held, or None.

    `texts` are the texts of passages, and `held` their places but for the own one's. `marker`
    stands before the place. Nothing is taken or released.
    """
    own = {segment for segments in held.values() for segment in segments}
    fixed = [each for unit in units for each in board.taken(unit) if each not in own]
    places = {
        each: [place for place in _places(board, texts[each], units) if not _meets(place, fixed)]
        for each in (number, *_near(held, units, board))
        if each in texts
    }
    if marker:
        places[number] = [each for each in places[number] if is_behind(board, marker, each[0])]
    return _settled(places, held, number, frozenset({number}), _DEEPEST)


def _settled(
    places: Mapping[int, list[Segment]],
    held: Places,
    number: int,
    settled: frozenset[int],
    depth: int,
) -> Places | None:
    """Return all places when a passage has one, and those that held it have others, or None."""
    choices = [
        (segment, [each for each, segments in held.items() if _meets(segment, segments)])
        for segment in places.get(number, ())
    ]
    # A free place first.
    for segment, holders in sorted(choices, key=lambda choice: len(choice[1])):
        if not settled.isdisjoint(holders) or (holders and not depth):
            continue
        found: Places | None = {
            **{each: segments for each, segments in held.items() if each not in holders},
            number: [segment],
        }
        for holder in holders:
            if found is None:
                break
            found = _settled(places, found, holder, settled | set(holders), depth - 1)
        if found is not None:
            return found
    return None


def _near(held: Places, units: range, board: Board) -> Iterator[int]:
    """Yield the passages that stand on some units."""
    for each, segments in held.items():
        if any(board.stream.unit_at(start) in units for start, _ in segments):
            yield each


def _places(board: Board, text: str, units: range) -> list[Segment]:
    """Return where a text is words of its own on some units, whoever has taken it."""
    stream = board.stream
    begin, end = stream.starts[units.start], stream.end_of(units.stop - 1)
    found: list[Segment] = []
    start = stream.text.find(text, begin, end)
    while start >= 0 and len(found) < _MOST_PLACES:
        stop = start + len(text)
        is_on_one = stream.unit_at(start) == stream.unit_at(stop - 1)
        if is_on_one and stream.is_words(start, stop):
            found.append((start, stop))
        start = stream.text.find(text, start + 1, end)
    return found


def _meets(segment: Segment, others: list[Segment]) -> bool:
    return any(segment[0] < end and start < segment[1] for start, end in others)
