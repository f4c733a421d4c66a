"""A book's colours inside and out, and the pattern on its cover.

The colours are the imprint's, or else the occupation's cluster's; the arrangement comes from a hash
of the slug. A thousand books look like one series and no two alike, and a guide keeps its cover
for ever.
"""

from __future__ import annotations

import hashlib
import math

from guidepub.themes.covers.clusters import Cluster, Palette, palette_of

COLUMNS = 6
ROWS = 6
_TILE = 72
EDGE = 0.3
"""Points by which a band ends before its tiles: a raster shows the thinnest edge of the next row."""

# The part of a cover's height that the pattern takes at most.
_BAND = 0.58


def palette(cluster: Cluster, colour: str | None = None) -> Palette:
    """Return the colours of a cover: of an imprint's colour, or else of an occupation's cluster.

    An imprint's book has of the cluster's colours the one that contrasts, if it can be distinguished from
    the imprint's own.
    """
    return cluster.palette if colour is None else palette_of(colour, cluster.palette.contrast)


def colour_of_book(cluster: Cluster, colour: str | None) -> str:
    """Return the one strong colour of a book: its imprint's, or else its cluster's."""
    return colour or cluster.palette.middle


def band_height(width: float, height: float) -> float:
    """Return how high the pattern's band is on a cover of a size, in the same unit.

    It ends between two rows of tiles, and leaves the words their room.
    """
    return band_rows(width, height) * width / COLUMNS


def band_rows(width: float, height: float) -> int:
    """Return how many rows of tiles the band has, from 1 to 6."""
    return min(max(math.floor(height * _BAND / (width / COLUMNS)), 1), ROWS)


def pattern(slug: str, colours: Palette) -> str:
    """Return a cover's pattern as an inline SVG of 6 by 6 tiles, hidden from readers' ears."""
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
