"""Related occupations on a plane of pay and preparation as SVG: a band for each level, from the top.

In a band each occupation is a dot as far to the right as its pay, with its words next to it. Words
that would lie on others go down a line: the lowest pay first, each into the first line that has
room for it, so that a drawing is the same whenever it is made.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from guidepub.themes.drawings.drawing import LINE, SIZE, ChartStyle, lettered, rect, svg
from guidepub.themes.drawings.lettering import labelled_lines, lines_of, width_of
from guidepub.words.markup import quoteattr

_DOT, _OWN_DOT, _APART, _GAP, _HAIR = 5.0, 8.0, 4.0, 5.0, 0.5
# A part of the width, beyond which no dot lies, so that words have room.
_PART = 0.5


@dataclass(frozen=True, slots=True)
class Neighbour:
    """An occupation: what it is called, its pay in words and as a value, and whose guide it is."""

    label: str
    figure: str
    value: Decimal
    is_own: bool = False


@dataclass(frozen=True, slots=True)
class Preparation:
    """A level of preparation and its occupations, the lowest pay first."""

    level: str
    places: tuple[Neighbour, ...]


def plane(
    bands: Sequence[Preparation],
    high: Decimal,
    title: str,
    alternative: str,
    name: str,
    style: ChartStyle,
) -> str:
    """Return occupations in bands as an inline SVG with a text alternative.

    Pay runs from zero at the left edge to `high`. `name` begins the ids. The words of each
    occupation are a group with its dot; `data-part` is its pay in percent of `high`.
    """
    top, drawn = 0.0, []
    for band in bands:
        heads = lines_of(band.level, style.width / SIZE)
        drawn.append(rect(0, top, style.width, _HAIR, style.ink))
        drawn.append(f"<g data-label={quoteattr(band.level)}>{lettered(heads, 0, top + 1)}</g>")
        top += len(heads) * LINE + 1
        parts, top = _band(band, high, top, style)
        drawn += parts
        top += _GAP
    data = {"span": f"{style.width:g}", "plane": f"{len(bands)}"}
    return svg("".join(drawn), top, title, alternative, name, style, **data)


@dataclass(frozen=True, slots=True)
class _Dotted:
    """An occupation where it is drawn: its dot, its words and at which side of it, and its row."""

    place: Neighbour
    x: float
    lines: list[str]
    is_before: bool
    row: int

    @property
    def beside(self) -> float:
        """The position at which the words begin, or end if they are before the dot."""
        apart = _OWN_DOT / 2 + _APART
        return self.x - apart if self.is_before else self.x + apart


def _band(
    band: Preparation, high: Decimal, top: float, style: ChartStyle
) -> tuple[list[str], float]:
    """Return the dots and the words of a band, and how far down they go."""
    taken: list[list[tuple[float, float]]] = []
    placed = [_dotted(place, high, taken, style.width) for place in band.places]
    parts = []
    for each in placed:
        y, place = top + each.row * LINE, each.place
        size = _OWN_DOT if place.is_own else _DOT
        colour = (style.bar or style.ink) if place.is_own else style.tint
        dot = rect(each.x - size / 2, y + (LINE - size) / 2, size, size, colour, corner=size / 2)
        text = lettered(each.lines, each.beside, y, "end" if each.is_before else "start")
        words = f"data-label={quoteattr(place.label)} data-figure={quoteattr(place.figure)}"
        part = f'data-part="{100 * float(place.value / high):.2f}"'
        parts.append(f"<g {words} {part}>{dot}{text}</g>")
    return parts, top + len(taken) * LINE


def _dotted(
    place: Neighbour, high: Decimal, taken: list[list[tuple[float, float]]], width: float
) -> _Dotted:
    """Return an occupation in the first rows that have room for it, which are then taken."""
    words, x = f"{place.label} {place.figure}", float(place.value / high) * _PART * width
    x += _OWN_DOT / 2
    behind, before = width - x - _OWN_DOT / 2 - _APART, x - _OWN_DOT / 2 - _APART
    is_before = width_of(words) * SIZE > behind and before > behind
    room = before if is_before else behind
    lines = labelled_lines(place.label, place.figure, room / SIZE)
    long = max(map(width_of, lines)) * SIZE + _APART
    ends = (before - long, x + _OWN_DOT) if is_before else (x - _OWN_DOT, width - behind + long)
    return _Dotted(place, x, lines, is_before, _first_free(taken, ends, len(lines)))


def _first_free(
    taken: list[list[tuple[float, float]]], ends: tuple[float, float], count: int
) -> int:
    """Return the first row from which some rows are free between two ends, and take these."""
    row = next(
        row
        for row in range(len(taken) + 1)
        if not any(
            begin < ends[1] and ends[0] < end
            for line in taken[row : row + count]
            for begin, end in line
        )
    )
    taken += [[] for _ in range(row + count - len(taken))]
    for line in taken[row : row + count]:
        line.append(ends)
    return row
