"""Whether all pixels of a raster image can be read, which its header does not show.

A decoder reads the whole image once. Damage that no decoder can notice stays unknown: lossy WebP
has no checksums, and some changed bits of a JPEG are still valid.
"""

from __future__ import annotations

import contextlib
import io
import struct
import zlib
from collections.abc import Iterator

from PIL import ImageFile

from guidepub.pictures.opening import OPENERS
from guidepub.workers.native import LOCK

# Samples per pixel, by the PNG colour type.
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
# The start and the step of each pass, in x and y.
_ADAM7 = (
    (0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2),
)  # fmt: skip
# About how many bytes are decompressed at a time.
_PIECE = 1024 * 1024


def is_damaged(data: bytes, media_type: str, most_pixels: int) -> bool:
    """Return whether some of an image's pixels cannot be read from its file.

    Of an animation at most `most_pixels` pixels are decoded, but always its first frame.
    """
    if media_type == "image/jpeg":
        return _is_damaged_jpeg(data)
    if media_type == "image/png":
        return _is_damaged_png(data)
    try:
        with _strictly(), OPENERS[media_type](io.BytesIO(data)) as image:
            frames = getattr(image, "n_frames", 1)
            for number in range(min(frames, max(1, most_pixels // (image.width * image.height)))):
                image.seek(number)
                image.load()
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - a decoder says so in many ways
        return True
    return False


def _is_damaged_jpeg(data: bytes) -> bool:
    """Return whether a decoder reports a fault in a JPEG's scans.

    Pillow silently paints grey what it cannot read; qpdf reports it.
    """
    # Imported only when there is a JPEG, since it is slow.
    import pikepdf

    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        picture = pikepdf.Stream(pdf, data)
        picture.Filter = pikepdf.Name.DCTDecode
        pdf.Root.Picture = pdf.make_indirect(picture)
        return bool(pdf.check_pdf_syntax())


def _is_damaged_png(data: bytes) -> bool:
    """Return whether a PNG's compressed rows end too early, or cannot be decompressed.

    The checksums may be right even so, and Pillow then leaves the rest of the picture black.
    """
    chunks = list(_chunks(data))
    # Apple's own chunk may come before it.
    head = next((content for name, content in chunks if name == b"IHDR"), b"")
    if len(head) < 13:
        return True
    width, height, depth, colour, _, _, interlaced = struct.unpack(">IIBBBBB", head[:13])
    packed = b"".join(content for name, content in chunks if name == b"IDAT")
    unpacker = zlib.decompressobj()
    for across, down in _passes(width, height) if interlaced else [(width, height)]:
        row = 1 + (across * depth * _CHANNELS.get(colour, 1) + 7) // 8
        left = row * down if across else 0
        while left:
            try:
                piece = unpacker.decompress(packed, min(left, row * max(1, _PIECE // row)))
            except zlib.error:
                return True
            if not piece:
                return True
            packed, left = unpacker.unconsumed_tail, left - len(piece)
    return False


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield the type and the data of each chunk of a PNG (third edition, 5.3)."""
    at = 8
    while at + 8 <= len(data):
        size = int.from_bytes(data[at : at + 4], "big")
        yield data[at + 4 : at + 8], data[at + 8 : at + 8 + size]
        at += size + 12


def _passes(width: int, height: int) -> Iterator[tuple[int, int]]:
    """Yield the size in pixels of each of the seven passes of an interlaced PNG (8.2)."""
    for left, top, across, down in _ADAM7:
        yield -(-max(0, width - left) // across), -(-max(0, height - top) // down)


@contextlib.contextmanager
def _strictly() -> Iterator[None]:
    """Make Pillow refuse truncated images, which WeasyPrint has it accept once it is imported."""
    with LOCK:
        before = ImageFile.LOAD_TRUNCATED_IMAGES
        ImageFile.LOAD_TRUNCATED_IMAGES = False
        try:
            yield
        finally:
            ImageFile.LOAD_TRUNCATED_IMAGES = before
