"""Colours for a press: what a page names in RGB, in process inks.

Greys, and what is all but grey and deep, become black ink alone, so that type and rules need one plate
and cannot be out of register. Other colours have a recipe in the theme's swatches or go through the profile.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping

from PIL import Image, ImageCms

from guidepub.pdf.press.colouring import Rgb
from guidepub.pictures import is_rich_black, to_inks
from guidepub.themes import Theme

Inks = tuple[float, float, float, float]
"""Cyan, magenta, yellow and black, each from 0 to 1."""

# Beyond this depth a grey is meant as black: type is solid, never screened.
_BLACK = 0.2


def ink(colour: Rgb, swatches: Mapping[Rgb, Inks]) -> Inks:
    """Return a colour in inks: by a theme's recipe, as black alone, or through the profile."""
    return swatches.get(colour) or _inks(colour)


@functools.lru_cache(maxsize=8)
def swatches_of(theme: Theme) -> Mapping[Rgb, Inks]:
    """Return a theme's recipes: the four inks of a colour."""
    recipes = {}
    for name, recipe in theme.swatches:
        red, green, blue = bytes.fromhex(name.removeprefix("#"))
        cyan, magenta, yellow, black = map(float, recipe.split())
        recipes[red, green, blue] = (cyan, magenta, yellow, black)
    return recipes


@functools.lru_cache(maxsize=1024)
def _inks(colour: Rgb) -> Inks:
    if max(colour) - min(colour) <= 6:
        return _grey(colour)
    pixel = ImageCms.applyTransform(Image.new("RGB", (1, 1), colour), to_inks())
    assert pixel is not None
    parts = pixel.getpixel((0, 0))
    assert isinstance(parts, tuple)
    cyan, magenta, yellow, black = (round(part / 255, 3) for part in parts[:4])
    inks = (cyan, magenta, yellow, black)
    return _grey(colour) if is_rich_black(inks) else inks


def _grey(colour: Rgb) -> Inks:
    level = sum(colour) / 765
    return (0, 0, 0, 1) if level < _BLACK else (0, 0, 0, round(1 - level, 3))
