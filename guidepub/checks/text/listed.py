"""The markers of list items, bullets and numbers, which PDFs draw before the items' words."""

from __future__ import annotations

from collections.abc import Sequence

from guidepub.checks.text.placing import MOST_MARKERS, Board, Segment
from guidepub.words.manuscript import Passage

# CSS Counter Styles 3, 6.2, and the signs that themes use instead.
BULLETS = ("•", "◦", "▪", "–")
"""The text before the items of lists without numbers."""
STOPS = ".)]"
"""Signs between the number of a note and its words."""


def printed_number(passage: Passage) -> str:
    """Return the number of a list's item as it is printed, with its stop, or an empty string."""
    return f"{passage.number}." if passage.number else ""


def markers_of(passage: Passage) -> Sequence[str]:
    """Return the markers that may be before a passage that begins a list item."""
    if number := printed_number(passage):
        return (number, *BULLETS)
    return BULLETS if passage.kind == "item" else ()


def markers_before(board: Board, passage: Passage, start: int) -> tuple[Segment | None, bool]:
    """Return the segment of the markers right before an item, or None where there are none.

    The second value is whether its number is among them.
    """
    stream, place, is_borne = board.stream, start, False
    first = stream.starts[stream.unit_at(start)]
    for _ in range(MOST_MARKERS):
        markers = (m for m in markers_of(passage) if stream.text.endswith(m, first, place))
        before = place - len(next(markers, ""))
        # The end of “12.” is no “2.”.
        is_whole = not stream.text[max(first, before - 1) : before + 1].isdigit() or before == first
        if before == place or not is_whole or not board.is_free(before, place, heads=True):
            break
        is_borne |= stream.text[before:place] == printed_number(passage)
        place = before
    return (place, start) if place < start else None, is_borne


def is_behind(board: Board, marker: str, place: int) -> bool:
    """Return whether the number of an item or a note is right before a place."""
    stream = board.stream
    before = stream.text[stream.starts[stream.unit_at(place)] : place]
    if not marker.endswith("."):
        before = before.rstrip(STOPS)
    # The end of “12.” is no “2.”.
    return before.endswith(marker) and not before.removesuffix(marker)[-1:].isdigit()
