"""A book's colours inside and out, and the pattern on its cover.

The colours are the imprint's, or else the occupation group's; the arrangement comes from a hash
of the slug. A thousand books look like one series and no two alike, and a guide keeps its cover
for ever.
"""

from __future__ import annotations

import functools
import hashlib
import math
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from guidepub.themes.colours import LEAST_OF_DRAWINGS, contrast, darkened, mixed, oklch

COLUMNS = 6
ROWS = 6
_TILE = 72
EDGE = 0.3
"""Points by which a band ends before its tiles: a raster shows the thinnest edge of the next row."""

# The part of a cover's height that the pattern takes at most.
_BAND = 0.58
_PAPER = "#ffffff"
# White type is read on the field, and the field's colour on its tint (WCAG 2.2, 1.4.6).
_FIELD_CONTRAST = 7.5
# Colours that contrast, for fields that are near the group's own; degrees of hue, and chroma.
_CONTRASTS = ("#e0a14e", "#7db4b0", "#9db1d9", "#dd8d6a")
_LEAST_HUE = 50
_LEAST_CHROMA = 0.03


@dataclass(frozen=True, slots=True)
class Palette:
    """Four colours: a deep field, a middle tone, a light tint, and one that contrasts."""

    field: str
    middle: str
    light: str
    contrast: str


# Major groups of the Standard Occupational Classification 2018, by their first two digits.
_PALETTES: Mapping[str, Palette] = MappingProxyType(
    {
        "11": Palette("#22303f", "#3f566c", "#c8d3dc", "#d99a3d"),
        "13": Palette("#233d35", "#3f6a5c", "#c4d9cf", "#d8a24a"),
        "15": Palette("#1f2f55", "#3c5590", "#c5d0ea", "#e08a55"),
        "17": Palette("#3a2c4d", "#624c80", "#d6cbe3", "#d9a441"),
        "19": Palette("#143f3f", "#2c6d6b", "#bfdcd8", "#e2a14e"),
        "21": Palette("#4a2a3a", "#7d4a63", "#e6cfd9", "#d7a957"),
        "23": Palette("#402622", "#6e443c", "#e2cfc8", "#b9a04f"),
        "25": Palette("#1e3f5a", "#3d6c93", "#c6dae9", "#dd8d4a"),
        "27": Palette("#4b2440", "#7f4470", "#e7cbdf", "#e0a33f"),
        "29": Palette("#143d49", "#2b6b7c", "#bfdbe1", "#e0935a"),
        "31": Palette("#174652", "#33798a", "#c3dfe5", "#e4a15b"),
        "33": Palette("#1d2b46", "#3c5078", "#c7d0e2", "#c9a24d"),
        "35": Palette("#552a1e", "#8d4d39", "#ecd2c6", "#d6ae4c"),
        "37": Palette("#2d4023", "#52703f", "#d2dfc5", "#d9a14b"),
        "39": Palette("#4d2a4a", "#80507b", "#e6cfe3", "#dba34e"),
        "41": Palette("#522a22", "#8a4c3f", "#ead0c9", "#cfa548"),
        "43": Palette("#2b3a44", "#4d6473", "#ced8de", "#d8964f"),
        "45": Palette("#33421f", "#5c7239", "#d7e0c3", "#d8973f"),
        "47": Palette("#4a3420", "#7b5a39", "#e4d5c2", "#d0873c"),
        "49": Palette("#26384a", "#46637f", "#cbd8e4", "#dc8c42"),
        "51": Palette("#3c2f28", "#665247", "#dcd2ca", "#da8238"),
        "53": Palette("#1f3a4d", "#3d6380", "#c8d8e4", "#d99540"),
        "55": Palette("#2c3a2a", "#4e6449", "#d0dbcc", "#c9a24d"),
    }
)
_NEUTRAL = Palette("#2a3540", "#4c5d6c", "#cfd7de", "#d79a4b")


def palette(soc: str | None, colour: str | None = None) -> Palette:
    """Return the colours of a cover: of an imprint's colour, or else of an occupation's group.

    An imprint's book has of the group's colours the one that contrasts, if it can be told from
    the imprint's own. Without a code the colours are neutral.
    """
    group = _PALETTES.get((soc or "")[:2], _NEUTRAL)
    return group if colour is None else _of_colour(colour, group.contrast)


@functools.lru_cache(maxsize=64)
def _of_colour(colour: str, contrasting: str) -> Palette:
    field = darkened(colour, _FIELD_CONTRAST)
    light = mixed(field, _PAPER, 0.2)
    apart = (each for each in (contrasting, *_CONTRASTS) if _are_apart(each, field))
    return Palette(field, mixed(field, _PAPER, 0.74), light, next(apart, light))


def _are_apart(one: str, other: str) -> bool:
    """Tell whether two colours can be told from each other, by lightness and by hue."""
    (_, _, hue), (_, chroma, other_hue) = oklch(one), oklch(other)
    distance = abs((hue - other_hue + 180) % 360 - 180)
    return contrast(one, other) >= LEAST_OF_DRAWINGS and (
        distance >= _LEAST_HUE or chroma < _LEAST_CHROMA
    )


def colour_of_book(soc: str | None, colour: str | None) -> str:
    """Return the one strong colour of a book: its imprint's, or else its occupation group's."""
    return colour or palette(soc).middle


def band_height(width: float, height: float) -> float:
    """Return how high the pattern's band is on a cover of a size, in the same unit.

    It ends between two rows of tiles, and leaves the words their room.
    """
    rows = math.floor(height * _BAND / (width / COLUMNS))
    return min(max(rows, 1), ROWS) * width / COLUMNS


def pattern(slug: str, soc: str | None, colour: str | None = None) -> str:
    """Return a cover's pattern as an inline SVG of 6 by 6 tiles, hidden from readers' ears.

    The colours are those of `palette`.
    """
    colours = palette(soc, colour)
    seed = hashlib.sha256(slug.encode()).digest()
    tiles = [
        _tile(
            column,
            row,
            seed[(row * COLUMNS + column) % len(seed)] ^ (row * 37 + column * 11),
            colours,
        )
        for row in range(ROWS)
        for column in range(COLUMNS)
    ]
    width, height = COLUMNS * _TILE, ROWS * _TILE
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" aria-hidden="true" class="pattern" '
        f'viewBox="0 0 {width} {height}" preserveAspectRatio="xMidYMin slice">'
        f'<rect width="{width}" height="{height}" fill="{colours.field}"/>{"".join(tiles)}</svg>'
    )


def _tile(column: int, row: int, chance: int, colours: Palette) -> str:
    x, y, size = column * _TILE, row * _TILE, _TILE
    tone = (colours.middle, colours.light, colours.middle, colours.contrast)[chance & 3]
    shape, turn = (chance >> 2) % 7, (chance >> 5) & 3
    half = size / 2
    centre = f"rotate({turn * 90} {x + half:g} {y + half:g})"
    shapes = (
        f'<path d="M{x} {y}h{size}a{size} {size} 0 0 1 -{size} {size}z" fill="{tone}"/>',
        f'<path d="M{x} {y + half:g}a{half:g} {half:g} 0 0 1 {size} 0z" fill="{tone}"/>',
        f'<path d="M{x} {y}h{size}l-{size} {size}z" fill="{tone}"/>',
        f'<circle cx="{x + half:g}" cy="{y + half:g}" r="{half * 0.62:g}" fill="{tone}"/>',
        f'<rect x="{x}" y="{y}" width="{size}" height="{half:g}" fill="{tone}"/>',
        f'<path d="M{x} {y}h{size}v{size}a{size} {size} 0 0 1 -{size} -{size}z" fill="{tone}"/>',
        "",
    )
    return f'<g transform="{centre}">{shapes[shape]}</g>' if shapes[shape] else ""
