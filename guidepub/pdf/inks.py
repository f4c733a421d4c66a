"""Colours for a press: everything that a screen names in RGB, in process inks.

Greys become black ink alone, so that type and rules need one plate and cannot be out of
register. Other colours have a recipe in the theme's swatches or go through the profile.
"""

from __future__ import annotations

import functools
import io
import zlib
from collections.abc import Mapping
from pathlib import Path

from PIL import Image, ImageChops, ImageCms

from guidepub.pdf.colouring import Rgb
from guidepub.resources import Theme, profile_file

Inks = tuple[float, float, float, float]
"""Cyan, magenta, yellow and black, each from 0 to 1."""

# Beyond this depth a grey is meant as black: type is solid, never screened.
_BLACK = 0.2
_JPEG_QUALITY = 95


def ink(colour: Rgb, swatches: Mapping[Rgb, Inks]) -> Inks:
    """Return a colour in inks: by a theme's recipe, as black alone, or through the profile."""
    return swatches.get(colour) or _inks(colour)


def ink_image(image: Image.Image) -> tuple[bytes, int]:
    """Return a picture in inks, and how many: JPEG for four, compressed rows for black alone."""
    flat = _on_white(image)
    if _is_grey(flat):
        return zlib.compress(flat.convert("L").tobytes()), 1
    converted = ImageCms.applyTransform(flat, _transform())
    assert converted is not None
    buffer = io.BytesIO()
    converted.save(buffer, "JPEG", quality=_JPEG_QUALITY, subsampling=0)
    return buffer.getvalue(), 4


@functools.cache
def profile_bytes() -> bytes:
    """Return the ICC profile of the press that files are made for."""
    return _profile_path().read_bytes()


@functools.lru_cache(maxsize=8)
def swatches_of(theme: Theme) -> Mapping[Rgb, Inks]:
    """Return a theme's recipes: the four inks of a colour."""
    recipes = {}
    for name, recipe in theme.swatches:
        red, green, blue = bytes.fromhex(name.removeprefix("#"))
        cyan, magenta, yellow, black = map(float, recipe.split())
        recipes[red, green, blue] = (cyan, magenta, yellow, black)
    return recipes


def _profile_path() -> Path:
    return profile_file("coated-fogra39l.icc")


@functools.lru_cache(maxsize=1)
def _transform() -> ImageCms.ImageCmsTransform:
    return ImageCms.buildTransform(
        ImageCms.createProfile("sRGB"),
        str(_profile_path()),
        "RGB",
        "CMYK",
        renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
        flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )


@functools.lru_cache(maxsize=1024)
def _inks(colour: Rgb) -> Inks:
    red, green, blue = colour
    if max(colour) - min(colour) <= 6:
        level = (red + green + blue) / 765
        return (0, 0, 0, 1) if level < _BLACK else (0, 0, 0, round(1 - level, 3))
    pixel = ImageCms.applyTransform(Image.new("RGB", (1, 1), colour), _transform())
    assert pixel is not None
    parts = pixel.getpixel((0, 0))
    assert isinstance(parts, tuple)
    cyan, magenta, yellow, black = (round(part / 255, 3) for part in parts[:4])
    return cyan, magenta, yellow, black


def _on_white(image: Image.Image) -> Image.Image:
    """Flatten transparency: a press has none to see through."""
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        layer = image.convert("RGBA")
        paper = Image.new("RGBA", layer.size, "white")
        return Image.alpha_composite(paper, layer).convert("RGB")
    return image.convert("RGB")


def _is_grey(image: Image.Image) -> bool:
    red, green, blue = image.split()
    ranges = (ImageChops.difference(red, green), ImageChops.difference(green, blue))
    return all(difference.getextrema()[1] <= 6 for difference in ranges)  # type: ignore[operator]
