"""The graphics state of a content stream, and the type that is set in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pikepdf

from guidepub.checks.painted.colours import BLACK, Colour
from guidepub.checks.painted.faces import FontObject
from guidepub.checks.painted.marks import Box, Matrix, Type, bounding_box, corners, moved, product

# The height of small letters, in parts of the type size: the least that must be seen.
_SMALL_LETTERS = 0.45


@dataclass(slots=True)
class State:
    """The graphics state (ISO 32000-1, 8.4), as far as it affects marks.

    `window` is the last path that clips, whatever those before it have left of the page.
    """

    matrix: Matrix
    clip: Box
    window: Box | None = None
    fill: Colour = BLACK
    stroke: Colour = BLACK
    fill_space: object = None
    stroke_space: object = None
    face: FontObject | None = None
    size: float = 0.0
    letter: float = 0.0
    word: float = 0.0
    stretch: float = 1.0
    leading: float = 0.0
    rise: float = 0.0
    rendering: int = 0


def typeset(
    state: State, text: Matrix, items: Sequence[pikepdf.Object], tagged: bool
) -> tuple[float, Type | None]:
    """Return how far shown strings move the pen, and the mark that they make, if any.

    `items` are strings and, between them, moves back in thousandths of the type size
    (ISO 32000-1, 9.4.3 and 9.4.4); `text` is the text matrix.
    """
    face = state.face
    if face is None:
        return 0.0, None
    pen, end, codes = 0.0, 0.0, []
    for item in items:
        if not isinstance(item, pikepdf.String):
            pen -= float(item) / 1000 * state.size * state.stretch
            continue
        for code in face.codes(bytes(item)):
            codes.append(code)
            end = pen + face.width(code) * state.size * state.stretch
            space = state.word if code == 32 and not face.composite else 0.0
            pen = end + (state.letter + space) * state.stretch
    # Mode 3 shows nothing, 7 only clips (ISO 32000-1, 9.3.6).
    if not codes or state.rendering in (3, 7):
        return pen, None
    whole = product(text, state.matrix)
    top = state.rise + _SMALL_LETTERS * state.size
    box = bounding_box(moved(whole, *point) for point in corners(0, state.rise, end, top))
    fills, strokes = state.rendering in (0, 2, 4, 6), state.rendering in (1, 2, 5, 6)
    colours = (state.fill,) * fills + (state.stroke,) * strokes
    size = abs(state.size) * (whole[2] ** 2 + whole[3] ** 2) ** 0.5
    return pen, Type(box, state.clip, tagged, colours, size, face, tuple(codes))
