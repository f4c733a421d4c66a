"""A manuscript held against a finished file: each part in its place, and what is not there."""

from __future__ import annotations

from guidepub.checks.text.placing import Board, any_segment
from guidepub.checks.text.reading import PartRead, Reader
from guidepub.checks.text.remains import read_remains
from guidepub.checks.text.sources import FinishedFile
from guidepub.checks.text.streams import folded
from guidepub.words.manuscript import LeafManuscript, Manuscript


def read_parts(manuscript: Manuscript, source: FinishedFile) -> list[PartRead]:
    """Return how a file prints each part of a manuscript, in the parts' order."""
    board = Board(source.stream, source.heads)
    found: list[PartRead] = []
    unit: int | None = source.stream.following(-1)
    for part in manuscript.parts:
        if unit is None:
            unit = len(source.stream.units) - 1
        if not part.passages:
            # What has no words, such as a picture of the cover, lies before the next words.
            begin = found[-1].last + 1 if found else 0
            found.append(PartRead(part, begin, max(begin, unit - 1)))
            continue
        first = _first_unit(part, board, unit)
        read = PartRead(part, first, first)
        reader = Reader(read, board, source.names)
        if part.ordered:
            reader.in_order()
        else:
            reader.anywhere()
        read_remains(read, board, source.names)
        found.append(read)
        unit = source.stream.following(read.last)
    # Behind a part's last words can stand pages that are all picture.
    firsts = [*(read.first for read in found[1:]), len(source.stream.units)]
    for read, behind in zip(found, firsts, strict=True):
        read.last = max(read.last, behind - 1)
    return found


def _first_unit(part: LeafManuscript, board: Board, unit: int) -> int:
    """Return where a part begins: at the next unit, or the first one with its beginning.

    What was lost before can have left the reading a page behind.
    """
    opening = [text for passage in part.passages[:2] if (text := folded(passage.text))]
    if not part.ordered or not opening or any_segment(board, opening[0], unit, unit):
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
