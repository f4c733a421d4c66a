"""Pictures in process inks, for the press that files are made for.

Greys are printed in black alone. A picture that was made in inks keeps them, unless its profile
says that they are for another printing condition.
"""

from __future__ import annotations

import functools
import io
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PIL import Image, ImageChops, ImageCms

from guidepub.pictures.conditions import (
    applied,
    is_press,
    own_profile,
    press_profile,
    screen_profile,
    transform,
)
from guidepub.pictures.opening import opened

if TYPE_CHECKING:
    from guidepub.model import Picture

_JPEG_QUALITY = 95
_GREY = 6
# A little below a quarter of 300 % of ink, in 255 steps, and the share of the coloured inks that
# is kept where there is more.
_MOST_INK = 189
_LESS = 0.95


@dataclass(frozen=True, slots=True)
class Separated:
    """A picture in inks, as the data of a PDF image.

    `inks` is 4 or, for black alone, 1. The data are a JPEG if `jpeg`, whose inks are `inverted`
    as Adobe's are, and otherwise rows of pixels compressed with Flate.
    """

    data: bytes
    size: tuple[int, int]
    inks: int
    jpeg: bool
    inverted: bool = False


def separated(image: Image.Image, alpha: Image.Image | None = None) -> Separated:
    """Return a picture in sRGB or grey as inks.

    With an `alpha` channel no lossy compression is used, which would smear the colours of
    transparent pixels, which may be any, into their neighbours.
    """
    seen = image.convert("RGB")
    if alpha is not None:
        white = Image.new("RGB", seen.size, "white")
        visible = Image.composite(seen, white, alpha.point(lambda share: 255 if share else 0))
        seen = visible
    if _is_grey(seen):
        return Separated(zlib.compress(seen.convert("L").tobytes()), seen.size, 1, jpeg=False)
    converted = _limited(applied(seen, to_inks()))
    if alpha is not None:
        return Separated(zlib.compress(converted.tobytes()), seen.size, 4, jpeg=False)
    return _as_jpeg(converted)


def kept_inks(picture: Picture) -> Separated | None:
    """Return a picture that was made in inks, ready for the press, or None for any other."""
    data = picture.path.read_bytes()
    found = opened(data, picture.media_type)
    if found is None or found.mode != "CMYK":
        return None
    profile = own_profile(found.image, "CMYK")
    foreign = profile is not None and not is_press(profile)
    if not found.turned and not foreign:
        return Separated(data, found.image.size, 4, True, "adobe" in found.image.info)
    image = found.upright()
    if profile is not None and foreign:
        image = _limited(applied(image, transform(profile, press_profile(), "CMYK", "CMYK")))
    image.info.clear()
    return _as_jpeg(image)


@functools.lru_cache(maxsize=1)
def to_inks() -> ImageCms.ImageCmsTransform:
    """Return the transform from sRGB to the inks of the press."""
    return transform(screen_profile(), press_profile(), "RGB", "CMYK")


def _limited(image: Image.Image) -> Image.Image:
    """Return a picture with less ink where a press could not dry it: under the deepest black.

    The profile gives 307 % there; the trade's limit is 300 %.
    """
    cyan, magenta, yellow, black = image.split()
    quarters = ImageChops.add(ImageChops.add(cyan, magenta, 2), ImageChops.add(yellow, black, 2), 2)
    heavy = quarters.point(lambda part: 255 if part > _MOST_INK else 0)
    if heavy.getbbox() is None:
        return image
    less = [
        Image.composite(ink.point(lambda part: part * _LESS), ink, heavy)
        for ink in (cyan, magenta, yellow)
    ]
    return Image.merge("CMYK", (*less, black))


def _as_jpeg(image: Image.Image) -> Separated:
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=_JPEG_QUALITY, subsampling=0)
    # Pillow writes inks inverted, as Adobe does.
    return Separated(buffer.getvalue(), image.size, 4, True, inverted=True)


def _is_grey(image: Image.Image) -> bool:
    red, green, blue = image.split()
    ranges = (ImageChops.difference(red, green), ImageChops.difference(green, blue))
    return all(difference.getextrema()[1] <= _GREY for difference in ranges)  # type: ignore[operator]
