"""Colours for a press: everything that a screen names in RGB, in process inks.

Greys become black ink alone, so that type and rules need one plate and cannot be out of
register. Other colours have a recipe in the theme's swatches or go through the profile.
"""

from __future__ import annotations

import functools
import io
import re
from collections.abc import Mapping
from pathlib import Path

from lxml import etree
from PIL import Image, ImageChops, ImageCms, ImageColor

from guidepub.model import Picture
from guidepub.resources import Theme, profile_file

# Beyond this depth a grey is meant as black: type is solid, never screened.
_BLACK = 0.2
_HEX = re.compile(r"#(?:[0-9a-fA-F]{6}|[0-9a-fA-F]{3})\b")
_SVG = "{http://www.w3.org/2000/svg}"
_COLOURED = frozenset({"fill", "stroke", "stop-color", "flood-color", "color"})
_KEYWORDS = frozenset({"none", "currentcolor", "inherit", "transparent"})
_JPEG_QUALITY = 95


def ink(colour: str, swatches: Mapping[str, str]) -> str:
    """Return a colour such as `#1d4e5f` as CSS `device-cmyk()`, each ink from 0 to 1."""
    if recipe := swatches.get(colour.lower()):
        return f"device-cmyk({recipe})"
    return f"device-cmyk({' '.join(f'{part:.3g}' for part in _cmyk(_rgb(colour)))})"


def ink_stylesheet(css: str, swatches: Mapping[str, str]) -> str:
    """Return a stylesheet with all its hexadecimal colours in inks."""
    return _HEX.sub(lambda match: ink(match[0], swatches), css)


def ink_drawing(root: etree._Element, swatches: Mapping[str, str]) -> None:
    """Put the colours of an SVG, or of XHTML that holds one, in inks."""
    for element in root.iter(etree.Element):
        for name in _COLOURED & set(element.attrib):
            element.set(name, _ink_value(str(element.get(name)), swatches))
        if style := element.get("style"):
            element.set("style", ink_stylesheet(style, swatches))
        if element.tag == f"{_SVG}svg" and element.get("fill") is None:
            element.set("fill", ink("#000000", swatches))


def ink_picture(picture: Picture, swatches: Mapping[str, str]) -> tuple[bytes, str]:
    """Return a photograph or drawing in inks, with its media type.

    A photograph that holds greys only is kept as one channel; others become CMYK.
    """
    data = picture.path.read_bytes()
    if picture.media_type == "image/svg+xml":
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
        ink_drawing(root, swatches)
        return etree.tostring(root), picture.media_type
    with Image.open(io.BytesIO(data)) as opened:
        image = _on_white(opened)
    buffer = io.BytesIO()
    if _is_grey(image):
        image.convert("L").save(buffer, "PNG")
        return buffer.getvalue(), "image/png"
    converted = ImageCms.applyTransform(image, _transform())
    assert converted is not None
    converted.save(buffer, "JPEG", quality=_JPEG_QUALITY, subsampling=0)
    return buffer.getvalue(), "image/jpeg"


def profile_bytes() -> bytes:
    """Return the ICC profile of the press that files are made for."""
    return _profile_path().read_bytes()


def swatches_of(theme: Theme) -> dict[str, str]:
    """Return a theme's recipes: the four inks of a colour by its hexadecimal name."""
    return {colour.lower(): recipe for colour, recipe in theme.swatches}


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
def _cmyk(colour: tuple[int, int, int]) -> tuple[float, float, float, float]:
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


def _rgb(colour: str) -> tuple[int, int, int]:
    digits = colour.lstrip("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:6], 16)


def _ink_value(value: str, swatches: Mapping[str, str]) -> str:
    if value.lower() in _KEYWORDS or value.startswith(("url(", "device-cmyk(")):
        return value
    try:
        red, green, blue = ImageColor.getrgb(value)[:3]
    except ValueError:
        return ink("#000000", swatches)
    return ink(f"#{red:02x}{green:02x}{blue:02x}", swatches)


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
