"""Compares a manuscript with a finished file: each part in its place, and what is missing."""

from __future__ import annotations

from itertools import zip_longest

from guidepub.checks.text.placing import Board, Segment, any_segment
from guidepub.checks.text.reading import Reader
from guidepub.checks.text.record import Difference, PartRead, within_others
from guidepub.checks.text.remains import read_remains
from guidepub.checks.text.reserving import Reservations, reserve
from guidepub.checks.text.sources import FinishedFile, is_paged
from guidepub.checks.text.streams import folded
from guidepub.words.manuscript import LeafManuscript, Manuscript

# Letters by which the text below a title is recognised, and those that it needs to be so alone.
_SURE_BEGINNING, _LEAST = 24, 12
# Kinds of passages that fill lines, and letters of a line that is one of them.
_PROSE = frozenset({"paragraph", "item", "quotation", "definition"})
_LINE = 30
_NOTHING = Reservations({}, {})


def read_parts(
    manuscript: Manuscript, source: FinishedFile, reserving: bool = False
) -> list[PartRead]:
    """Return how a file prints each part of a manuscript, in the parts' order.

    `reserving` first finds the places of texts that can be in no others. That takes
    longer, and serves books that repeat their sentences.
    """
    board = Board(source.stream, _running_heads(manuscript, source))
    found: list[PartRead] = []
    unit: int | None = source.stream.following(-1)
    for part, following in zip_longest(manuscript.parts, manuscript.parts[1:]):
        if unit is None:
            unit = len(source.stream.units) - 1
        if not part.passages:
            # A part without words, such as the cover's picture, lies before the next words.
            begin = found[-1].last + 1 if found else 0
            found.append(PartRead(part, begin, max(begin, unit - 1)))
            continue
        place = _on_last_pages(part, board, found, source)
        first = _first_unit(part, board, unit) if place is None else source.stream.unit_at(place)
        read = PartRead(part, first, first)
        reserved = _NOTHING
        if reserving and part.ordered:
            behind = _opening_place(following, board, first) if following else None
            reserved = reserve(part, board, first, place, behind)
        reader = Reader(read, board, source.names, place, reserved.passages)
        if part.ordered:
            reader.in_order()
        else:
            reader.anywhere()
        read_remains(read, board, source.names, reserved)
        found.append(read)
        unit = source.stream.following(read.last)
    # After a part's last words can be pages that are all picture.
    firsts = [*(read.first for read in found[1:]), len(source.stream.units)]
    for read, behind in zip(found, firsts, strict=True):
        read.last = max(read.last, behind - 1)
    for read, number in within_others(found):
        # These words are printed once, and are the longer text's.
        where = source.names[source.stream.unit_at(read.segments[number][0][0])]
        read.differences.append(Difference("T001", read.part.passages[number], where))
    return found


def _running_heads(manuscript: Manuscript, source: FinishedFile) -> list[Segment]:
    """Return what looks like running heads and is not a line of a paragraph.

    A paragraph that a guide has several times can begin several pages.
    """
    passages = (passage for part in manuscript.parts for passage in part.passages)
    texts = "\n".join(folded(each.text) for each in passages if each.kind in _PROSE)
    text = source.stream.text
    return [
        (start, end)
        for start, end in source.heads
        if end - start < _LINE or text[start:end] not in texts
    ]


def _on_last_pages(
    part: LeafManuscript, board: Board, found: list[PartRead], source: FinishedFile
) -> int | None:
    """Return where a part begins on the pages on which the one before it ends, or None.

    Its text ends on one, and its notes may go on on others below what follows.
    """
    opening, stream = _opening(part), board.stream
    if not found or not opening or not is_paged(source):
        return None
    before = found[-1]
    text_end = max(
        (stream.unit_at(segments[-1][0]) for segments in before.segments.values()),
        default=before.last,
    )
    if len(opening) < 2:
        return _place_alone(board, opening[0], before, text_end)
    title, text = opening
    units = range(text_end, before.last + 1)
    titled = (_title_place(board, title, text, unit) for unit in units)
    place = next((at for at in titled if at is not None), None)
    behind = stream.following(before.last)
    if place is not None or (behind is not None and _own_lines(board, title, behind)):
        return place
    # Where the title is lost, the text alone shows the place.
    alone = (_text_place(board, text, unit) for unit in units)
    return next((at for at in alone if at is not None), None)


def _title_place(board: Board, title: str, text: str, unit: int) -> int | None:
    """Return where a title is on a page: in a line of its own, or with the text below it.

    That text begins there or on the next page. Other words of the page, such as a caption's, may
    be the same as the title, and so are running heads.
    """
    stream = board.stream
    places = [at for at in board.places_on(title, unit) if stream.is_words(at, at + len(title))]
    own = [at for at in places if stream.is_line(at, at + len(title))]
    if own and _is_free(board, own[0], title):
        return own[0]
    if _text_begins(board, text, unit) is None:
        return None
    # A note may hold the title's words.
    before = [
        at for at in places if stream.text.startswith(text[:_SURE_BEGINNING], at + len(title))
    ]
    return next(iter([*own, *before]), None)


def _own_lines(board: Board, title: str, unit: int) -> bool:
    """Return whether a title is on a page in a line of its own that is not a running head."""
    stream = board.stream
    return any(
        stream.is_line(at, at + len(title)) and _is_free(board, at, title)
        for at in board.places_on(title, unit)
    )


def _text_begins(board: Board, text: str, unit: int) -> int | None:
    """Return where a text may begin on a page or on the next one, or None."""
    stream = board.stream
    below = stream.end_of(stream.following(unit) or unit)
    return next(board.places(text[:_SURE_BEGINNING], stream.starts[unit], below, heads=True), None)


def _text_place(board: Board, text: str, unit: int) -> int | None:
    """Return where a text begins on a page, or None if it is not there or too short to be sure."""
    at = _text_begins(board, text, unit)
    if at is None or at >= board.stream.end_of(unit) or len(text) < _LEAST:
        return None
    return at if _is_free(board, at, text[:_SURE_BEGINNING]) else None


def _place_alone(board: Board, title: str, before: PartRead, unit: int) -> int | None:
    """Return where the title of a section that is all picture stands, or None.

    It is a line of its own after the text of the part before, on the page where that ends.
    """
    stream = board.stream
    begin = max((part[-1][1] for part in before.segments.values()), default=stream.starts[unit])
    places = board.all_places(title, begin, stream.end_of(unit))
    return next((at for at in places if stream.is_line(at, at + len(title))), None)


def _is_free(board: Board, start: int, text: str) -> bool:
    return board.is_free(start, start + len(text), heads=False)


def _opening(part: LeafManuscript) -> list[str]:
    """Return the first texts of a part that is read in order."""
    texts = (folded(passage.text) for passage in part.passages[:2] if not passage.drawn)
    return [text for text in texts if text] if part.ordered else []


def _opening_place(part: LeafManuscript, board: Board, unit: int) -> int | None:
    """Return where a part opens on a page or after it, its text right below its title, or None."""
    stream, opening = board.stream, _opening(part)
    if len(opening) < 2 or len(opening[1]) < _LEAST:
        return None
    words = opening[0] + opening[1][:_SURE_BEGINNING]
    places = stream.places(words, stream.starts[unit], len(stream.text))
    return next(filter(stream.begins_line, places), None)


def _first_unit(part: LeafManuscript, board: Board, unit: int) -> int:
    """Return where a part begins: at the next unit, or the first one with its beginning.

    What was lost before can have left the reading a page behind.
    """
    opening = _opening(part)
    if not opening or any_segment(board, opening[0], unit, unit):
        return unit
    at = board.stream.following(unit)
    while at is not None:
        behind = board.stream.following(at) or at
        found = [any_segment(board, text, at, behind) for text in opening]
        if all(found) and (begin := found[0]):
            # A page before may hold no words of the part, but a picture of the last one.
            return board.stream.unit_at(begin[0][0])
        at = behind if behind != at else None
    return unit
