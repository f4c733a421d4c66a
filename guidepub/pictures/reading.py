"""Pictures for screens: sRGB or grey in 8 bits, with the right side up.

PDF/A-2 (ISO 19005-2, 6.2.4.3) allows no inks in a file for screens, and each reading system shows
inks, other profiles and turned pictures in its own way.
"""

from __future__ import annotations

import base64
import io
import re
from html import unescape
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from PIL import Image
from tinycss2.color5 import parse_color

from guidepub.pictures.conditions import (
    applied,
    is_screen,
    lab_profile,
    own_profile,
    press_profile,
    screen_profile,
    transform,
)
from guidepub.pictures.opening import Opened, opened

if TYPE_CHECKING:
    from guidepub.model import Picture

_QUALITY = 92
# An image embedded in a drawing (RFC 2397).
_EMBEDDED = re.compile(rb"data:(image/(?:png|jpe?g));base64,([^\"'<>]+)", re.I)

_TAG = re.compile(rb"<[^<>]+>")
# Colours of CSS (Color 4 and 5) in spaces that not every viewer knows.
_SPACES = re.compile(rb"\b(?:device-cmyk|lab|lch|oklab|oklch)\([^()<>\"']{1,200}\)", re.I)


def for_reading(picture: Picture) -> bytes:
    """Return a picture's file for editions for screens, in the same media type.

    A file that needs no change is returned byte for byte.
    """
    data = picture.path.read_bytes()
    if picture.media_type == "image/svg+xml":
        return _drawing(data)
    return in_light(data, picture.media_type)


def in_light(data: bytes, media_type: str) -> bytes:
    """Return a raster image in sRGB or grey, 8 bits a channel, with the right side up."""
    found = opened(data, media_type)
    if found is None:
        return data
    profile = own_profile(found.image, found.mode)
    if found.mode == "CMYK":
        profile = profile or press_profile()
    elif profile is not None and is_screen(profile, found.mode):
        profile = None
    if profile is None and not found.turned and not found.image.mode.startswith("I"):
        return data
    return saved(_converted(found, profile), data, media_type)


def _converted(found: Opened, profile: Any) -> Image.Image:
    image = found.upright()
    image, alpha = _parted(image, found.mode)
    if profile is not None:
        image = applied(image, transform(profile, screen_profile(), found.mode, "RGB"))
        if found.mode == "L":
            # In a grey, red, green and blue are equal.
            image = image.getchannel(0)
    if alpha is not None:
        image.putalpha(alpha)
    # Profile and orientation are left out, since both have been applied.
    image.info.clear()
    return image


def _parted(image: Image.Image, mode: str) -> tuple[Image.Image, Image.Image | None]:
    """Return a picture's colours in a mode without alpha, and its alpha channel, if it has one."""
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        whole = image.convert("RGBA")
        return whole.convert("RGB").convert(mode), whole.getchannel("A")
    return image.convert(mode), None


def saved(image: Image.Image, original: bytes, media_type: str) -> bytes:
    """Return a picture as a file of a media type; WebP is lossless if the original was."""
    buffer = io.BytesIO()
    if media_type == "image/jpeg":
        image.save(buffer, "JPEG", quality=_QUALITY)
    elif media_type == "image/webp":
        lossless = original[12:16] == b"VP8L" or b"VP8L" in original[:4096]
        image.save(buffer, "WEBP", lossless=lossless, quality=_QUALITY)
    else:
        image.save(buffer, media_type.partition("/")[2].upper())
    return buffer.getvalue()


def _drawing(data: bytes) -> bytes:
    """Return a drawing whose embedded images and colours are in RGB."""
    if _SPACES.search(data):
        data = _TAG.sub(lambda tag: _SPACES.sub(_colour_in_light, tag[0]), data)
    return _EMBEDDED.sub(_embedded_in_light, data)


def _colour_in_light(match: re.Match[bytes]) -> bytes:
    """Return a CSS colour in red, green and blue, which every SVG viewer knows."""
    try:
        colour = parse_color(match[0].decode("ascii", "replace"))
    except (ValueError, TypeError):
        # Such as `device-cmyk(none 0 0 0)`, which tinycss2 does not parse as numbers.
        colour = None
    if colour is None or isinstance(colour, str):
        return match[0]
    if colour.space == "device-cmyk":
        inks = tuple(round(255 * min(1, max(0, part))) for part in colour.coordinates)
        pixel, source = Image.new("CMYK", (1, 1), inks), press_profile()
    else:
        lightness, *tint = colour.to("lab").coordinates
        # In 8 bits the lightness fills a byte, and 128 is neutral (ICC.1:2022, 10.10).
        parts = (round(lightness * 2.55), *(min(255, max(0, round(part) + 128)) for part in tint))
        pixel, source = Image.new("LAB", (1, 1), parts), lab_profile()
    light = applied(pixel, transform(source, screen_profile(), pixel.mode, "RGB")).tobytes()
    if colour.alpha < 1:
        return f"rgba({', '.join(map(str, light))}, {colour.alpha:.3g})".encode()
    return f"#{light.hex()}".encode()


def _embedded_in_light(match: re.Match[bytes]) -> bytes:
    kind = "image/png" if match[1].lower() == b"image/png" else "image/jpeg"
    # White space in it may be escaped as in XML or as in a URL.
    packed = unquote(unescape(match[2].decode("ascii", "replace")))
    try:
        embedded = base64.b64decode("".join(packed.split()), validate=True)
    except ValueError:
        return match[0]
    changed = in_light(embedded, kind)
    if changed is embedded:
        return match[0]
    return b"data:" + kind.encode() + b";base64," + base64.b64encode(changed)
