"""The kind of a raster picture by its content, and checks that it is whole and not too large."""

from __future__ import annotations

import io
from dataclasses import dataclass

from PIL.ImageFile import ImageFile

from guidepub.pictures import OPENERS, Opener, is_damaged

Fault = tuple[str, str]
"""What is wrong with a picture, as the rest of a sentence, and how to fix it."""


@dataclass(frozen=True, slots=True)
class Raster:
    """A picture of pixels: its media type, how many it has, and what is wrong with it, if anything."""

    kind: str
    pixels: int
    fault: Fault | None


MAX_PIXELS = 80_000_000
"""Pixels that a picture may have, or all that a drawing holds."""

# The first bytes of each kind, and its media type.
_KINDS = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"RIFF", "image/webp"),
)


def raster_of(data: bytes) -> Raster | None:
    """Return the kind of a picture with its faults, or None where the kind is unknown."""
    for beginning, kind in _KINDS:
        if data.startswith(beginning):
            return _examined(data, kind, OPENERS[kind])
    return None


def damage_of(data: bytes, raster: Raster) -> Fault | None:
    """Return the fault that drawing all of a picture shows, or None where it is whole.

    It takes some 10 to 15 ns a pixel, for WebP 30, and is asked once where a picture is named.
    """
    if raster.fault is not None:
        return raster.fault
    if is_damaged(data, raster.kind, MAX_PIXELS):
        return "is damaged and cannot be drawn completely", "Copy it again, or save it again."
    return None


class _UnreadableError(Exception):
    """A picture's head or its parts are broken."""


def _examined(data: bytes, kind: str, opener: Opener) -> Raster:
    try:
        pixels, whole = _read(data, kind, opener)
    except _UnreadableError:
        return Raster(kind, 0, ("cannot be read as an image", "Save it as PNG or JPEG."))
    fault: Fault | None = None
    if pixels > MAX_PIXELS:
        fault = f"has more than {MAX_PIXELS:,} pixels", "Scale it down."
    elif not whole:
        fault = "is cut short", "Copy it again."
    return Raster(kind, pixels, fault)


def _read(data: bytes, kind: str, opener: Opener) -> tuple[int, bool]:
    """Return a picture's number of pixels, and whether it is whole."""
    try:
        with opener(io.BytesIO(data)) as image:
            pixels = image.width * image.height
            return pixels, pixels > MAX_PIXELS or _is_whole(data, kind, image)
    except Exception as error:
        raise _UnreadableError from error


def _is_whole(data: bytes, kind: str, image: ImageFile) -> bool:
    """Return whether an image has its end, as far as its bytes show without drawing all of it."""
    if kind == "image/png":
        image.verify()
    elif kind == "image/gif":
        # Not by drawing it: WeasyPrint, once loaded, lets Pillow draw halves.
        return data.rstrip(b"\0").endswith(b";")
    elif kind == "image/jpeg":
        # After the last start of a scan (FF DA) the end of the image (FF D9) must come.
        return b"\xff\xd9" in data[data.rfind(b"\xff\xda") :]
    else:
        return len(data) >= 8 + int.from_bytes(data[4:8], "little")
    return True
