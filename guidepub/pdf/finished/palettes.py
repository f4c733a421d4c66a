"""Drawings of few flat colours, kept as pictures with a palette."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import cast

from PIL import Image

# A drawing has few colours in most of its pixels, and some more at the edges between them.
_FLAT, _SHARE, _MOST_COLOURS = 64, 0.98, 4096
# An area has one pixel of so many at least; one that is large, of so many.
_AREA, _LARGE = 4_000, 100
# How far the colour of an edge may be from an area's to be shown by it, of 255; how many others
# stand for those that are further away.
_NEAR, _EDGES = 8, 96

_Colour = tuple[int, int, int]


def with_palette(image: Image.Image) -> Image.Image:
    """Return an RGB drawing of few flat colours with a palette, any other picture as it is.

    So is one of which a palette could show two large areas as one. Areas keep their colours; those
    of the edges between them, a pixel wide, come near. As a PNG it takes two fifths of the bytes,
    and less time.
    """
    counts = cast("list[tuple[int, _Colour]]", image.getcolors(_MOST_COLOURS) or [])
    most, pixels = sorted(counts, reverse=True)[:_FLAT], image.width * image.height
    if sum(count for count, _ in most) < _SHARE * pixels:
        return image
    areas = [colour for count, colour in most if count * _AREA >= pixels]
    palette = [*areas, *_means([colour for _, colour in counts], areas)]
    # Pillow looks for the nearest colour of a palette in a fifth of the time in which it makes a
    # palette of all pixels.
    drawn = _drawn_with(image, palette)
    # It looks for colours in steps of four, so that one nearby may stand for an area's.
    shown_by = _drawn_with(_row(areas), palette).tobytes()
    large = sum(count * _LARGE >= pixels for count, _ in most)
    if len(set(shown_by[:large])) < large:
        return image
    # Where it does for two, the larger one keeps its colour.
    for area, place in zip(reversed(areas), reversed(shown_by), strict=True):
        palette[place] = area
    drawn.putpalette(list(chain.from_iterable(palette)))
    return drawn


def _means(colours: Iterable[_Colour], areas: Sequence[_Colour]) -> list[_Colour]:
    """Return the colours that represent those near no area's colour."""
    far = [
        colour for colour in sorted(colours) if not any(_is_near(colour, area) for area in areas)
    ]
    if not far:
        return []
    found = _row(far).quantize(_EDGES, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    values = found.getpalette() or []
    return list(zip(values[::3], values[1::3], values[2::3], strict=True))


def _is_near(one: _Colour, other: _Colour) -> bool:
    return (
        abs(one[0] - other[0]) <= _NEAR
        and abs(one[1] - other[1]) <= _NEAR
        and abs(one[2] - other[2]) <= _NEAR
    )


def _row(colours: Sequence[_Colour]) -> Image.Image:
    """Return a picture with one pixel of each colour."""
    return Image.frombytes("RGB", (len(colours), 1), bytes(chain.from_iterable(colours)))


def _drawn_with(image: Image.Image, palette: Sequence[_Colour]) -> Image.Image:
    holder = Image.new("P", (1, 1))
    holder.putpalette(list(chain.from_iterable(palette)))
    return image.quantize(palette=holder, dither=Image.Dither.NONE)
