"""An imprint's one colour, those that themes make of it with enough contrast, and those of CSS.

WCAG 2.2, 1.4.3 and 1.4.11: 4.5 to 1 for text, 3 to 1 for large type and for drawings.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from tinycss2.ast import Node
from tinycss2.color4 import Color, parse_color

LEAST_CONTRAST = 4.5
"""What words need to be read (1.4.3)."""

LEAST_OF_DRAWINGS = 3.0
"""The contrast that drawings need with what is around them (1.4.11)."""

NIGHT_PAPER = "#17191c"
"""The background of pages in dark mode."""

_WHITE = "#ffffff"
_BLACK = "#000000"
_STEPS = 40
# From linear sRGB to what the eye's cones take up, and from there to Oklab (CSS Color 4, 18).
_CONES = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
_OPPONENTS = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)


Parts = tuple[float, float, float]
"""Red, green and blue of sRGB, each from 0 to 255."""

Colour = str | Sequence[float]
"""A colour as `#1d4e5f` or `#fff`, or by its parts."""


@functools.lru_cache(maxsize=64)
def shades(accent: str) -> Mapping[str, str]:
    """Return the custom properties that stylesheets find, made from an imprint's colour.

    `--accent` is the colour itself, or darkened as far as words on white need it (a publisher's
    yellow would not be read); `--accent-tint` a ground for dark type; `--accent-deep`
    dark enough for words on that tint, and for white words on it; `--accent-middle` pale,
    but still to be distinguished from paper. `--accent-band` is a ground for white words, by day and night.
    """
    tint = mixed(accent, _WHITE, 0.1)
    deep = next(
        shade
        for step in range(_STEPS + 1)
        if contrast(shade := mixed(_BLACK, accent, step / _STEPS), tint) >= LEAST_CONTRAST
    )
    middle = next(
        shade
        for step in range(_STEPS // 2, _STEPS + 1)
        if contrast(shade := mixed(deep, _WHITE, step / _STEPS), _WHITE) >= LEAST_OF_DRAWINGS
    )
    return MappingProxyType(
        {
            "--accent": darkened(accent, LEAST_CONTRAST),
            "--accent-band": deep,
            "--accent-deep": deep,
            "--accent-middle": middle,
            "--accent-tint": tint,
        }
    )


def css_colour(value: str | Node) -> Color | str | None:
    """Return a colour of CSS Color 4, `currentcolor` as that text, or None where it is none.

    tinycss2 fails on some that are not well formed, such as `color()`.
    """
    try:
        return parse_color(value)
    except (ValueError, TypeError):
        return None


@functools.lru_cache(maxsize=64)
def night_shades(accent: str) -> Mapping[str, str]:
    """Return the same custom properties as `shades`, for light words on `NIGHT_PAPER`.

    `--accent` and `--accent-deep` are light enough for words on the paper and on the tint;
    `--accent-middle` can be distinguished from the paper; `--accent-tint` is a ground for light words.
    """
    tint = mixed(accent, NIGHT_PAPER, 0.25)
    lighter = [mixed(_WHITE, accent, step / _STEPS) for step in range(_STEPS + 1)]
    words = next(
        shade
        for shade in lighter
        if min(contrast(shade, tint), contrast(shade, NIGHT_PAPER)) >= LEAST_CONTRAST
    )
    middle = next(shade for shade in lighter if contrast(shade, NIGHT_PAPER) >= LEAST_OF_DRAWINGS)
    return MappingProxyType(
        {
            "--accent": words,
            "--accent-band": shades(accent)["--accent-band"],
            "--accent-deep": words,
            "--accent-middle": middle,
            "--accent-tint": tint,
        }
    )


def contrast(one: Colour, other: Colour) -> float:
    """Return the contrast of two colours, from 1 to 21 (WCAG 2.2, contrast ratio)."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def oklch(colour: Colour) -> tuple[float, float, float]:
    """Return a colour's lightness from 0 to 1, chroma, and hue in degrees (CSS Color 4, 9.2)."""
    red, green, blue = (_linear(part / 255) for part in _parts_of(colour))
    long, middle, short = (math.cbrt(r * red + g * green + b * blue) for r, g, b in _CONES)
    lightness, reds, yellows = (x * long + y * middle + z * short for x, y, z in _OPPONENTS)
    return lightness, math.hypot(reds, yellows), math.degrees(math.atan2(yellows, reds)) % 360


def blended(ink: Sequence[float], paper: Sequence[float], alpha: float) -> Parts:
    """Return the colour that an ink of some opacity, 0 to 1, gives on a paper."""
    red, green, blue = (
        alpha * over + (1 - alpha) * under for over, under in zip(ink, paper, strict=True)
    )
    return red, green, blue


def darkened(colour: str, least: float) -> str:
    """Return a colour with enough black in it for a contrast with white."""
    shades = (mixed(_BLACK, colour, step / _STEPS) for step in range(_STEPS + 1))
    return next(shade for shade in shades if contrast(shade, _WHITE) >= least)


def mixed(one: str, other: str, share: float) -> str:
    """Return a colour of which `share` is the one and the rest the other."""
    mixed = blended(_parts(one), _parts(other), share)
    return "#" + "".join(f"{round(part):02x}" for part in mixed)


def _luminance(colour: Colour) -> float:
    red, green, blue = (_linear(part / 255) for part in _parts_of(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _parts_of(colour: Colour) -> Sequence[float]:
    return _parts(colour) if isinstance(colour, str) else colour


def _parts(colour: str) -> Parts:
    digits = colour.lstrip("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:6], 16)
