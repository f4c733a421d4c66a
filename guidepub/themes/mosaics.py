"""A cover's mosaic: the tools of a book's field on tiles, one of them large.

The arrangement comes from a hash of the slug: a guide keeps its cover for ever, books of one field
have the same tools, and no two of them are alike.
"""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from guidepub.themes.clusters import Palette
from guidepub.themes.covers import COLUMNS, ROWS
from guidepub.themes.marks import placed

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


def mosaic(slug: str, tools: Sequence[str], colours: Palette) -> str:
    """Return a cover's mosaic as an inline SVG of 6 by 6 tiles, hidden from readers' ears.

    `tools` are names of marks; the first stands on the largest tile.
    """
    chances = _chances(slug)
    large, middle = _large_tiles(chances)
    taken = {*large.cells(), *middle.cells()}
    cells = ((column, row) for row in range(ROWS) for column in range(COLUMNS))
    small = [_Tile(*cell) for cell in cells if cell not in taken]
    icon, *others = tools
    order = itertools.cycle(_shuffled(others or [icon], chances))
    drawn = [_with_disc(large, icon, next(chances), colours)]
    drawn.append(_with_tool(middle, next(order), next(chances), colours))
    for tile in small:
        chance = next(chances)
        if chance % 8 < _WITH_TOOLS:
            drawn.append(_with_tool(tile, next(order), chance >> 3, colours))
        else:
            drawn.append(_with_shape(tile, chance >> 3, colours))
    width, height = COLUMNS * _TILE, ROWS * _TILE
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


def _tones(chance: int, colours: Palette) -> _Tones:
    """Return colours of which each can be told from the ground below it."""
    field, middle, light, contrast = (
        colours.field,
        colours.middle,
        colours.light,
        colours.contrast,
    )
    return (
        _Tones(middle, field, _WHITE),
        _Tones(light, _WHITE, field),
        _Tones(contrast, _WHITE, field),
        _Tones(field, middle, light),
        _Tones(light, contrast, field),
        _Tones(field, middle, contrast),
    )[chance % 6]


def _ground(tile: _Tile, colour: str) -> str:
    side = tile.span * _TILE
    x, y = tile.column * _TILE, tile.row * _TILE
    return f'<rect x="{x}" y="{y}" width="{side}" height="{side}" fill="{colour}"/>'


def _with_tool(tile: _Tile, tool: str, chance: int, colours: Palette) -> str:
    tones, side = _tones(chance, colours), tile.span * _TILE
    inner = side * 0.62
    off = (side - inner) / 2
    x, y = tile.column * _TILE + off, tile.row * _TILE + off
    return f"{_ground(tile, tones.ground)}{placed(tool, tones.tool, x, y, inner)}"


def _with_disc(tile: _Tile, tool: str, chance: int, colours: Palette) -> str:
    """Return the largest tile: a disc on its ground, and the icon in it."""
    ground, disc, ink = (
        (colours.contrast, colours.field, _WHITE),
        (colours.light, colours.field, _WHITE),
        (colours.middle, colours.light, colours.field),
        (colours.contrast, _WHITE, colours.field),
    )[chance % 4]
    side = tile.span * _TILE
    centre_x, centre_y = tile.column * _TILE + side / 2, tile.row * _TILE + side / 2
    inner = side * 0.46
    x, y = centre_x - inner / 2, centre_y - inner / 2
    return (
        f'{_ground(tile, ground)}<circle cx="{centre_x:g}" cy="{centre_y:g}" r="{side * 0.41:g}" '
        f'fill="{disc}"/>{placed(tool, ink, x, y, inner)}'
    )


def _with_shape(tile: _Tile, chance: int, colours: Palette) -> str:
    """Return a tile with a plain shape: a quarter or half of a circle, a corner or a dot."""
    tones, turn = _tones(chance, colours), chance & 3
    x, y, size, half = tile.column * _TILE, tile.row * _TILE, _TILE, _TILE / 2
    shape = (
        f'<path d="M{x} {y}h{size}a{size} {size} 0 0 1 -{size} {size}z" fill="{tones.shape}"/>',
        f'<path d="M{x} {y + half:g}a{half:g} {half:g} 0 0 1 {size} 0z" fill="{tones.shape}"/>',
        f'<path d="M{x} {y}h{size}l-{size} {size}z" fill="{tones.shape}"/>',
        f'<circle cx="{x + half:g}" cy="{y + half:g}" r="{half * 0.5:g}" fill="{tones.shape}"/>',
    )[chance // 6 % 4]
    centre = f"rotate({turn * 90} {x + half:g} {y + half:g})"
    return f'{_ground(tile, tones.ground)}<g transform="{centre}">{shape}</g>'
