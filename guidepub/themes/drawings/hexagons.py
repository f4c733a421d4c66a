"""Six scores as a hexagon, next to an empty one in which a reader shades their own, as SVG.

A score lies on the spoke of its letter, the least on the innermost ring and the most on the
outermost. Letters are on the drawing; what they are and the scores are words next to it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import cos, pi, sin

from guidepub.themes.drawings.drawing import LINE, SIZE, ChartStyle, lettered, polygon, rect, svg
from guidepub.themes.drawings.lettering import labelled_lines, lines_of
from guidepub.words.markup import escape, quoteattr

# The largest width of a hexagon with its letters, and the room for these around it.
_WIDEST, _AROUND = 98.0, 11.0
# Lines, dots of scores, how far letters lie beyond the rim, and what is left between parts.
_HAIR, _EDGE, _DOT, _LETTER, _APART, _STEP = 0.4, 0.9, 3.4, 6.0, 10.0, 3
# Words need so many units next to the hexagons, or they are below.
_LEAST_WORDS = 84


@dataclass(frozen=True, slots=True)
class Score:
    """A score: the letter of its spoke, what it is called, its figure in words, and its value."""

    letter: str
    label: str
    figure: str
    value: Decimal


def hexagons(
    scores: Sequence[Score],
    most: int,
    own: str,
    title: str,
    alternative: str,
    name: str,
    style: ChartStyle,
) -> str:
    """Return six scores as a hexagon, with an empty one, and `own` below both.

    `most` is the highest score that there can be, which lies on the rim.
    `name` begins the ids. What is drawn lies in a box `data-shape`, and each score's words are a
    group; `own` is one without a figure.
    """
    box = min(_WIDEST, (style.width - _APART) / 2)
    second = box + _APART
    beside = style.width - second - box - _APART
    is_beside = beside >= _LEAST_WORDS
    left, top, width = (style.width - beside, 0.0, beside) if is_beside else (0, box, style.width)
    words, foot = _words(scores, left, top + _STEP, width, 1 if is_beside else 2)
    # Across the drawing: in the column of words it would pass for one more score.
    foot = max(foot, box + _STEP)
    lines = lines_of(own, style.width / SIZE)
    words.append(f"<g data-label={quoteattr(own)}>{lettered(lines, 0, foot)}</g>")
    drawn = [
        *_hexagon(scores, most, 0.0, box, style),
        *_hexagon(scores, most, second, box, style, True),
    ]
    height = foot + len(lines) * LINE + 2
    data = {"span": f"{style.width:g}", "kind": "hexagons", "shape": f"{second + box:g} {box:g}"}
    return svg("".join([*drawn, *words]), height, title, alternative, name, style, **data)


def _hexagon(
    scores: Sequence[Score],
    most: int,
    left: float,
    box: float,
    style: ChartStyle,
    is_empty: bool = False,
) -> Iterator[str]:
    """Yield the rings, the spokes, the letters and, unless it is to be empty, the scores."""
    radius = box / 2 - _AROUND

    def at(spoke: int, value: float) -> tuple[float, float]:
        return _at(spoke, value / most * radius, left + box / 2, box / 2)

    centre = at(0, 0)
    if not is_empty:
        yield polygon([at(n, float(score.value)) for n, score in enumerate(scores)], style.tint)
    # Every other ring is drawn, to the outermost.
    for ring in range(1, most + 1, 2):
        corners = [at(spoke, ring) for spoke in range(len(scores))]
        for first, last in zip(corners, [*corners[1:], corners[0]], strict=True):
            yield _line(first, last, _EDGE if ring == most else _HAIR, style.ink)
    for spoke, score in enumerate(scores):
        yield _line(centre, at(spoke, most), _HAIR, style.ink)
        x, y = at(spoke, most * (1 + _LETTER / radius))
        yield f'<text x="{x:.1f}" y="{y + 3:.1f}" text-anchor="middle">{escape(score.letter)}</text>'
        if not is_empty:
            x, y = at(spoke, float(score.value))
            yield rect(x - _DOT / 2, y - _DOT / 2, _DOT, _DOT, style.ink, corner=_DOT / 2)


def _words(
    scores: Sequence[Score], left: float, top: float, width: float, columns: int
) -> tuple[list[str], float]:
    """Return each score's words in some columns, and how far down they go."""
    groups = []
    own = width / columns
    for first in range(0, len(scores), columns):
        rows = 0
        for column, score in enumerate(scores[first : first + columns]):
            label = f"{score.letter} {score.label}"
            lines = labelled_lines(label, score.figure, (own - _STEP) / SIZE)
            words = f"data-label={quoteattr(label)} data-figure={quoteattr(score.figure)}"
            groups.append(f"<g {words}>{lettered(lines, left + column * own, top)}</g>")
            rows = max(rows, len(lines))
        top += rows * LINE + _STEP
    return groups, top


def _at(spoke: int, length: float, x: float, y: float) -> tuple[float, float]:
    """Return the end of a length on a spoke around a place; the first spoke points upwards."""
    angle = spoke * pi / 3
    return x + length * sin(angle), y - length * cos(angle)


def _line(first: tuple[float, float], last: tuple[float, float], thick: float, ink: str) -> str:
    """Return a line as the narrow shape that it fills."""
    (x, y), (right, foot) = first, last
    length = ((right - x) ** 2 + (foot - y) ** 2) ** 0.5 or 1.0
    over, along = (foot - y) / length * thick / 2, (right - x) / length * thick / 2
    corners = [(x - over, y + along), (x + over, y - along)]
    corners += [(right + over, foot - along), (right - over, foot + along)]
    return polygon(corners, ink)
