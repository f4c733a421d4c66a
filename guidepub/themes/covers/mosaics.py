"""A cover's mosaic: the tools of a book's field on tiles, one of them large.

The arrangement comes from a hash of the slug: a guide keeps its cover for ever, books of one field
have the same tools, and no two of them are alike.
"""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass
from typing import NamedTuple

from guidepub.themes.covers.clusters import Palette
from guidepub.themes.covers.covers import COLUMNS, ROWS
from guidepub.themes.covers.marks import placed

_TILE = 72
# Rows that every cover shows, whatever its shape: the large tiles lie within them.
_SHOWN = 4
_LARGE, _MIDDLE = 3, 2
_WHITE = "#ffffff"
# Of the small tiles, these many in eight hold a tool, the others a plain shape.
_WITH_TOOLS = 5
_Cell = tuple[int, int]


class _Tones(NamedTuple):
    """The colours of a tile: its ground, a shape on it, and a tool over both."""

    ground: str
    shape: str
    tool: str


@dataclass(frozen=True, slots=True)
class _Tile:
    """A tile: its upper left corner in columns and rows, and how many of them it takes."""

    column: int
    row: int
    span: int = 1

    def cells(self) -> Iterator[_Cell]:
        """Yield the cells that it takes."""
        for down, across in itertools.product(range(self.span), repeat=2):
            yield self.column + across, self.row + down

    def around(self) -> Iterator[_Cell]:
        """Yield the cells that share an edge with it."""
        for step in range(self.span):
            yield self.column + step, self.row - 1
            yield self.column + step, self.row + self.span
            yield self.column - 1, self.row + step
            yield self.column + self.span, self.row + step


def mosaic(slug: str, tools: Sequence[str], colours: Palette, rows: int = ROWS) -> str:
    """Return a cover's mosaic as an inline SVG, 6 tiles wide, hidden from readers' ears.

    `tools` are names of marks; the first is on the largest tile. The rows of a low cover are
    the first ones of those of a high one.
    """
    chances = _chances(slug)
    large, middle = _large_tiles(chances)
    taken = {*large.cells(), *middle.cells()}
    cells = ((column, row) for row in range(rows) for column in range(COLUMNS))
    small = [_Tile(*cell) for cell in cells if cell not in taken]
    icon, *others = tools
    order = itertools.cycle(_shuffled(others or [icon], chances))
    grounds: dict[_Cell, str] = {}
    drawn = [_with_disc(large, icon, _disc_tones(large, next(chances), colours, grounds))]
    tones = _tones(middle, next(chances), colours, grounds)
    drawn.append(_with_tool(middle, next(order), tones))
    for tile in small:
        chance = next(chances)
        tones = _tones(tile, chance >> 3, colours, grounds)
        if chance % 8 < _WITH_TOOLS:
            drawn.append(_with_tool(tile, next(order), tones))
        else:
            drawn.append(_with_shape(tile, next(chances), tones))
    width, height = COLUMNS * _TILE, max(rows, _SHOWN) * _TILE
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" aria-hidden="true" class="pattern" '
        f'viewBox="0 0 {width} {height}" preserveAspectRatio="xMidYMin slice">'
        f'<rect width="{width}" height="{height}" fill="{colours.field}"/>{"".join(drawn)}</svg>'
    )


def _chances(slug: str) -> Iterator[int]:
    """Yield numbers from 0 to 255 without end, always the same ones for a slug."""
    for number in itertools.count():
        yield from hashlib.sha256(f"{slug} {number}".encode()).digest()


def _large_tiles(chances: Iterator[int]) -> tuple[_Tile, _Tile]:
    """Return where the two large tiles lie: side by side, within the rows that are shown."""
    on_left, chance = next(chances) % 2, next(chances)
    large = _Tile(chance % 2 if on_left else COLUMNS - _LARGE - chance % 2,
                  next(chances) % (_SHOWN - _LARGE + 1), _LARGE)  # fmt: skip
    free = COLUMNS - _LARGE - chance % 2 - _MIDDLE
    across = next(chances) % (free + 1)
    column = large.column + _LARGE + across if on_left else across
    return large, _Tile(column, next(chances) % (_SHOWN - _MIDDLE + 1), _MIDDLE)


def _shuffled(tools: Sequence[str], chances: Iterator[int]) -> list[str]:
    left, found = list(tools), []
    while left:
        found.append(left.pop(next(chances) % len(left)))
    return found


def _disc_tones(tile: _Tile, chance: int, colours: Palette, grounds: dict[_Cell, str]) -> _Tones:
    """Return the colours of the largest tile, and note its ground for its neighbours."""
    field, middle, light, contrast = astuple(colours)
    tones = (
        _Tones(contrast, field, _WHITE),
        _Tones(light, field, _WHITE),
        _Tones(middle, light, field),
        _Tones(contrast, _WHITE, field),
    )[chance % 4]
    grounds |= dict.fromkeys(tile.cells(), tones.ground)
    return tones


def _tones(tile: _Tile, chance: int, colours: Palette, grounds: dict[_Cell, str]) -> _Tones:
    """Return colours of which each can be distinguished from the ground below it, and note the ground.

    No tile has the same ground as a neighbour, as far as there is another.
    """
    field, middle, light, contrast = astuple(colours)
    known = (
        _Tones(middle, field, _WHITE),
        _Tones(light, _WHITE, field),
        _Tones(contrast, _WHITE, field),
        _Tones(field, middle, light),
        _Tones(light, contrast, field),
        _Tones(field, middle, contrast),
    )
    near = {grounds.get(cell) for cell in tile.around()}
    free = [tones for tones in known if tones.ground not in near] or known
    tones = free[chance % len(free)]
    grounds |= dict.fromkeys(tile.cells(), tones.ground)
    return tones


def _ground(tile: _Tile, colour: str) -> str:
    side = tile.span * _TILE
    x, y = tile.column * _TILE, tile.row * _TILE
    return f'<rect x="{x}" y="{y}" width="{side}" height="{side}" fill="{colour}"/>'


def _with_tool(tile: _Tile, tool: str, tones: _Tones) -> str:
    side = tile.span * _TILE
    inner = side * 0.62
    off = (side - inner) / 2
    x, y = tile.column * _TILE + off, tile.row * _TILE + off
    return f"{_ground(tile, tones.ground)}{placed(tool, tones.tool, x, y, inner)}"


def _with_disc(tile: _Tile, tool: str, tones: _Tones) -> str:
    """Return the largest tile: a disc on its ground, and the icon in it."""
    side = tile.span * _TILE
    centre_x, centre_y = tile.column * _TILE + side / 2, tile.row * _TILE + side / 2
    inner = side * 0.46
    x, y = centre_x - inner / 2, centre_y - inner / 2
    return (
        f'{_ground(tile, tones.ground)}<circle cx="{centre_x:g}" cy="{centre_y:g}" '
        f'r="{side * 0.41:g}" fill="{tones.shape}"/>{placed(tool, tones.tool, x, y, inner)}'
    )


def _with_shape(tile: _Tile, chance: int, tones: _Tones) -> str:
    """Return a tile with a plain shape: a quarter or half of a circle, a corner or a dot."""
    x, y, size, half = tile.column * _TILE, tile.row * _TILE, _TILE, _TILE / 2
    shape = (
        f'<path d="M{x} {y}h{size}a{size} {size} 0 0 1 -{size} {size}z" fill="{tones.shape}"/>',
        f'<path d="M{x} {y + half:g}a{half:g} {half:g} 0 0 1 {size} 0z" fill="{tones.shape}"/>',
        f'<path d="M{x} {y}h{size}l-{size} {size}z" fill="{tones.shape}"/>',
        f'<circle cx="{x + half:g}" cy="{y + half:g}" r="{half * 0.5:g}" fill="{tones.shape}"/>',
    )[chance >> 2 & 3]
    centre = f"rotate({(chance & 3) * 90} {x + half:g} {y + half:g})"
    return f'{_ground(tile, tones.ground)}<g transform="{centre}">{shape}</g>'
