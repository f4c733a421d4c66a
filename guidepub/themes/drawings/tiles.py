"""A map of the states as tiles in SVG: each with its letters above a bar as long as its figure.

The line below a bar is as long as the longest bar; a state without a line has no figure. The
highest figures are in words below; on screens each state's does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType

from guidepub.themes.drawings.drawing import LINE, SIZE, ChartStyle, lettered, rect, svg
from guidepub.themes.drawings.lettering import labelled_lines, lines_of
from guidepub.words.markup import quoteattr

# Each row of the map from the top: a state, or a gap, in each of its places.
_ROWS = """
AK -- -- -- -- -- -- -- -- -- -- ME
-- -- -- -- -- -- -- -- -- -- VT NH
-- WA ID MT ND MN IL WI MI NY RI MA
-- OR NV WY SD IA IN OH PA NJ CT --
-- CA UT CO NE MO KY WV VA MD DE --
-- -- AZ NM KS AR TN NC SC DC -- --
-- -- -- -- OK LA MS AL GA -- -- --
HI -- -- -- TX -- -- -- -- FL -- --
"""
PLACES: Mapping[str, tuple[int, int]] = MappingProxyType(
    {
        state: (column, row)
        for row, line in enumerate(_ROWS.split("\n")[1:-1])
        for column, state in enumerate(line.split())
        if state != "--"
    }
)
"""The column and the row of each state, and of the District of Columbia."""

SHOWN = 5
"""How many of the highest figures are in words below the map."""

_COLUMNS, _DEEP = 12, 8
_PITCH, _BAR, _HAIR, _GAP, _STEP = 21.0, 4.0, 0.6, 4.0, 2


@dataclass(frozen=True, slots=True)
class TiledState:
    """A state: its letters, what it is called, its figure in words, and its value."""

    letters: str
    label: str
    figure: str
    value: Decimal


def state_tiles(
    states: Sequence[TiledState],
    note: str,
    title: str,
    alternative: str,
    name: str,
    style: ChartStyle,
) -> str:
    """Return a map of states, the highest first, in an inline SVG with a text alternative.

    `note` says how to read it, and `name` begins the ids. The map lies in a box `data-shape`, and
    each state's words are a group, of which the first ones are printed.
    """
    pitch = style.width / _COLUMNS
    high = max(state.value for state in states) or Decimal(1)
    lengths = {state.letters: float(state.value / high) for state in states}
    drawn = [part for letters in PLACES for part in _tile(letters, lengths, pitch, style)]
    box = _DEEP * _PITCH
    lines = lines_of(note, style.width / SIZE)
    drawn.append(f"<g data-label={quoteattr(note)}>{lettered(lines, 0, box)}</g>")
    top = box + len(lines) * LINE + _STEP
    for number, state in enumerate(states):
        words = f"data-label={quoteattr(state.label)} data-figure={quoteattr(state.figure)}"
        printed = ""
        if number < SHOWN:
            lines = labelled_lines(state.label, state.figure, style.width / SIZE)
            printed = lettered(lines, 0, top)
            top += len(lines) * LINE
        drawn.append(f"<g {words}>{printed}</g>")
    data = {"span": f"{style.width:g}", "kind": "tiles", "shape": f"{style.width:g} {box:g}"}
    return svg("".join(drawn), top + 2, title, alternative, name, style, **data)


def _tile(
    letters: str, lengths: Mapping[str, float], pitch: float, style: ChartStyle
) -> Iterator[str]:
    """Yield a state's letters and, if it has a figure, its bar above a line."""
    column, row = PLACES[letters]
    left, top, width = column * pitch, row * _PITCH, pitch - _GAP
    yield lettered([letters], left, top - 1)
    if letters in lengths:
        foot = top + LINE + _BAR
        long = max(lengths[letters] * width, 0.5)
        yield rect(left, foot - _BAR, long, _BAR, style.bar or style.ink)
        yield rect(left, foot, width, _HAIR, style.ink)
