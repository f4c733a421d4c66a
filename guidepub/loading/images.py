"""Whether an image can be used: where it lies, what it is, and that it is whole and harmless."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

from PIL.GifImagePlugin import GifImageFile
from PIL.ImageFile import ImageFile
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile
from PIL.WebPImagePlugin import WebPImageFile

from guidepub.files import is_within, read_bytes
from guidepub.findings import Finding, InputError, Place, did_you_mean
from guidepub.loading.drawings import fault_of_svg

_LIMIT = 32 * 1024 * 1024
_MAX_PIXELS = 80_000_000
_SUFFIXES = frozenset({".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg"})
# How each kind begins, its media type, and what opens it. Pillow's own `open` would try
# every format it knows, and warn of large images in a way that is not safe among threads.
_KINDS: tuple[tuple[bytes, str, Callable[[io.BytesIO], ImageFile]], ...] = (
    (b"\x89PNG\r\n\x1a\n", "image/png", PngImageFile),
    (b"\xff\xd8\xff", "image/jpeg", JpegImageFile),
    (b"GIF8", "image/gif", GifImageFile),
    (b"RIFF", "image/webp", WebPImageFile),
)


def find_image(target: str, folder: Path, root: Path) -> Path:
    """Return the file of an image that a definition in `folder` names.

    Raises:
        InputError: an address of the web, outside the catalogue, or not there (D040, D041).
    """
    if "://" in target or target.startswith(("//", "data:")):
        message = f"The image “{target[:80]}” is no file of the catalogue."
        raise InputError([Finding(Place(), "D041", message, "Save it beside the guide.")])
    path = folder / target
    try:
        if not is_within(path, root):
            message = f"The image “{target}” lies outside the catalogue."
            raise InputError([Finding(Place(), "D041", message, "Copy it into the catalogue.")])
        if path.is_file():
            return path
        near = _images_in(path.parent)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        message = f"The image “{target[:80]}” cannot be looked for: {reason}."
        raise InputError([Finding(Place(), "D040", message, "Give it a shorter name.")]) from error
    message = f"The image “{target}” is not there."
    remedy = did_you_mean(path.name, near) or "Put it there, or mend its path."
    raise InputError([Finding(Place(), "D040", message, remedy)])


def _images_in(folder: Path) -> list[str]:
    if not folder.is_dir():
        return []
    return [entry.name for entry in folder.iterdir() if entry.suffix.lower() in _SUFFIXES]


def media_type(path: Path) -> str:
    """Return an image's media type after a look at its content, not its name.

    Raises:
        InputError: no image that EPUB and PDF both take, too large, cut short, or an SVG
            with a script, a style, an entity or a reference to another file (D042).
    """
    data = read_bytes(path, _LIMIT)
    if b"<svg" in data[:4096] or path.suffix.lower() == ".svg":
        if fault := fault_of_svg(data):
            raise _fault(path, *fault)
        return "image/svg+xml"
    for beginning, kind, opener in _KINDS:
        if data.startswith(beginning):
            _check_raster(path, data, kind, opener)
            return kind
    what = "is no PNG, JPEG, GIF, WebP or SVG"
    raise _fault(path, what, "Save it as PNG or JPEG.")


def _check_raster(
    path: Path, data: bytes, kind: str, opener: Callable[[io.BytesIO], ImageFile]
) -> None:
    try:
        with opener(io.BytesIO(data)) as image:
            width, height = image.size
            too_large = width * height > _MAX_PIXELS
            whole = too_large or _is_whole(data, kind, image)
    except Exception as error:
        raise _fault(path, "cannot be read as an image", "Save it as PNG or JPEG.") from error
    if too_large:
        raise _fault(path, f"has over {_MAX_PIXELS:,} pixels", "Scale it down.")
    if not whole:
        raise _fault(path, "is cut short", "Copy it again.")


def _is_whole(data: bytes, kind: str, image: ImageFile) -> bool:
    """Tell whether an image has its end, as far as can be told without drawing all of it."""
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


def _fault(path: Path, what: str, remedy: str = "") -> InputError:
    return InputError([Finding(Place(), "D042", f"The image “{path.name}” {what}.", remedy)])
