"""Opening of raster images, so that their pixels have the meaning that their makers intended."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from PIL import Image, ImageChops
from PIL.GifImagePlugin import GifImageFile
from PIL.ImageFile import ImageFile
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile
from PIL.WebPImagePlugin import WebPImageFile

Opener = Callable[[io.BytesIO], ImageFile]

OPENERS: Mapping[str, Opener] = MappingProxyType(
    {
        "image/png": PngImageFile,
        "image/jpeg": JpegImageFile,
        "image/gif": GifImageFile,
        "image/webp": WebPImageFile,
    }
)
"""The function that opens images of a media type.

Pillow's own `open` would try every format that it knows, and warn of large images in a way that
is not thread-safe.
"""

_ORIENTATION = 0x0112


@dataclass(frozen=True, slots=True)
class Opened:
    """An opened image. `mode`, the mode of its colours, is RGB, L or CMYK.

    If `turned`, its file says in which orientation it is to be shown (EXIF).
    """

    image: ImageFile
    mode: str
    turned: bool

    def upright(self) -> Image.Image:
        """Return its pixels with the right side up, in 8 bits a channel; in inks, 0 is no ink."""
        image: Image.Image = self.image
        if image.mode.startswith("I"):
            # 16-bit grey: a page can show only the upper eight bits.
            image = image.convert("I").point(lambda level: level / 256).convert("L")
        elif image.mode == "CMYK" and "adobe" not in self.image.info:
            # Pillow takes all inks for Adobe's, which are inverted.
            image = ImageChops.invert(image)
        if self.turned:
            image = image.transpose(_TURNS[self.image.getexif()[_ORIENTATION]])
        return image


# EXIF 3.0, 4.6.5.1.6: what turns each orientation upright.
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


def opened(data: bytes, media_type: str) -> Opened | None:
    """Return a raster image, or None for a drawing or an animation."""
    opener = OPENERS.get(media_type)
    if opener is None:
        return None
    image = opener(io.BytesIO(data))
    if getattr(image, "is_animated", False):
        return None
    return Opened(image, _mode(image), _is_turned(image))


def _mode(image: Image.Image) -> str:
    if image.mode == "CMYK":
        return "CMYK"
    return "L" if image.mode in ("1", "L", "LA") or image.mode.startswith("I") else "RGB"


def _is_turned(image: ImageFile) -> bool:
    if "exif" not in image.info:
        return False
    try:
        return image.getexif().get(_ORIENTATION) in _TURNS
    except Exception:  # noqa: BLE001 - broken EXIF data can raise anything, and count for nothing
        return False
