"""Texts that have taken each other's places: one moves to a free place, the other takes its own.

What is read in order takes the first place that fits. A title that a theme paints last may have
taken the first word of an item: there is a place for both, and it is found here.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice

from guidepub.checks.text.listed import is_behind, printed_number
from guidepub.checks.text.placing import Board, Segment, is_distinctive
from guidepub.checks.text.record import PartRead, keep, within_others
from guidepub.checks.text.streams import folded

Places = Mapping[int, Sequence[Segment]]
"""The segments of passages, by their numbers."""

# How many texts move for one, one after the other, and how many places are looked at for each.
_DEEPEST, _MOST_PLACES = 3, 40
# How many moves are tried for a part. One exchange needs two or three.
_MOST_TRIES = 2000


def exchange(read: PartRead, board: Board, missing: Sequence[int]) -> list[int]:
    """Give passages their places whose places others have taken, and return those still missing.

    They are those that are `missing`, those that were found in the words of others, and items that
    were found without their numbers.
    """
    passages = read.part.passages
    texts = {n: folded(each.text) for n, each in enumerate(passages) if not each.drawn}
    unnumbered = [n for n in read.segments if passages[n].number and n not in read.borne]
    left: list[int] = []
    tries = _MOST_TRIES
    shared = [number for _, number in within_others([read])]
    for number in dict.fromkeys((*missing, *shared, *unnumbered)):
        search = _Search(read, board, texts, number, printed_number(passages[number]), tries)
        found = search.places()
        tries = search.tries
        if found is None:
            left += [number] if number in missing else []
            continue
        for each in found:
            board.release(read.segments.get(each, ()))
        for each, segments in found.items():
            keep(read, board, each, [*segments])
    return left


class _Search:
    """The search for a place of one passage, for which others may move. Nothing is taken yet.

    `tries` is how many moves may still be tried.
    """

    def __init__(
        self,
        read: PartRead,
        board: Board,
        texts: Mapping[int, str],
        number: int,
        marker: str,
        tries: int,
    ) -> None:
        self._board, self._texts, self._number, self._marker = board, texts, number, marker
        self._units = range(read.first, read.last + 1)
        self.tries = tries
        own = [
            (start, end, each)
            for each, segments in read.segments.items()
            if each != number
            for start, end in segments
        ]
        self._held = _Segments(own)
        held = {(start, end) for start, end, _ in own} | {*read.segments.get(number, ())}
        taken = {each for unit in self._units for each in board.taken(unit)}
        self._fixed = _Segments([(*each, -1) for each in taken - held])
        self._places: dict[str, list[Segment]] = {}

    def places(self) -> Places | None:
        """Return the new places of the passage and of all that move for it, or None."""
        return self._settled(self._number, {}, frozenset({self._number}), frozenset(), _DEEPEST)

    def _settled(
        self,
        number: int,
        settled: Places,
        moving: frozenset[int],
        texts: frozenset[str],
        depth: int,
    ) -> Places | None:
        """Return the places of those that are `settled` and of one more, or None.

        `moving` are all that give up their places. `texts` are those that are looked for already:
        a second one of the same words would find no place that the first one cannot have.
        """
        if self.tries <= 0 or number not in self._texts:
            return None
        self.tries -= 1
        text = self._texts[number]
        places = self._places_of(text)
        if number == self._number and self._marker:
            places = [each for each in places if is_behind(self._board, self._marker, each[0])]
        else:
            texts |= {text}
        new = [segment for segments in settled.values() for segment in segments]
        choices = [
            (segment, self._held.meeting(segment) - moving)
            for segment in places
            if not any(_meets(segment, each) for each in new)
        ]
        # A free place first.
        for segment, holders in sorted(choices, key=lambda choice: len(choice[1])):
            if holders and not (depth and texts.isdisjoint(map(self._texts.get, holders))):
                continue
            if not holders and not self._is_free_place(text, segment):
                continue
            found: Places | None = {**settled, number: [segment]}
            for holder in holders:
                if found is None:
                    break
                found = self._settled(holder, found, moving | holders, texts, depth - 1)
            if found is not None:
                return found
        return None

    def _is_free_place(self, text: str, segment: Segment) -> bool:
        """Return whether a free place is likely to be a text's own: it is not a word of other texts.

        A short figure may be the number of a page or of a section: it is among other passages.
        """
        is_among = self._held.begin <= segment[0] < self._held.end
        return self._board.is_apart(*segment) and (is_distinctive(text) or is_among)

    def _places_of(self, text: str) -> list[Segment]:
        """Return where a text is words of its own, but for what others than passages have taken."""
        if text not in self._places:
            found = _places(self._board, text, self._units)
            self._places[text] = [each for each in found if not self._fixed.meeting(each)]
        return self._places[text]


class _Segments:
    """Segments with the numbers of those that hold them, found by what they meet."""

    def __init__(self, held: Iterable[tuple[int, int, int]]) -> None:
        self._held = sorted(held)
        self.begin = min((start for start, *_ in self._held), default=0)
        self.end = max((end for _, end, _ in self._held), default=0)
        self._longest = max((end - start for start, end, _ in self._held), default=0)

    def meeting(self, segment: Segment) -> frozenset[int]:
        """Return the numbers of those that have a letter in common with a segment."""
        first = bisect_right(self._held, (segment[0] - self._longest,))
        behind = bisect_left(self._held, (segment[1],))
        return frozenset(
            number
            for start, end, number in self._held[first:behind]
            if _meets(segment, (start, end))
        )


def _places(board: Board, text: str, units: range) -> list[Segment]:
    """Return where a text is words of its own on some units, whoever has taken it."""
    stream = board.stream
    begin, end = stream.starts[units.start], stream.end_of(units.stop - 1)
    segments = ((start, start + len(text)) for start in stream.places(text, begin, end))
    own = (
        (start, stop)
        for start, stop in segments
        if stream.unit_at(start) == stream.unit_at(stop - 1) and stream.is_words(start, stop)
    )
    return list(islice(own, _MOST_PLACES))


def _meets(segment: Segment, other: Segment) -> bool:
    return segment[0] < other[1] and other[0] < segment[1]
