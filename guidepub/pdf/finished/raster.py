"""Pages of a PDF as pictures: what a screen shows of them, and how they differ."""

from __future__ import annotations

import ctypes
import hashlib
import io
import struct
import zlib
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image

from guidepub.pdf.finished.palettes import with_palette

COVER_HEIGHT = 2560
"""Pixels: what shops ask for on the longer side of a cover, the largest of them."""
_QUALITY = 88

# A PNG's signature, and its header: width, height, 8 bits a colour, in red, green and blue, the
# one method of packing and of filters, rows from the top down (ISO/IEC 15948, 5.2, 11.2.2).
_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_HEADER = struct.Struct(">IIBBBBB")
_COLOURS = (8, 2, 0, 0, 0)
_AS_IT_IS = b"\0"

# Pages of a PDF that stay open.
_KEPT = 8
# Pixels a point in which pages are drawn to be compared.
_COMPARED = 1

# Baselines are distinguished to a quarter of a point.
_STEP = 0.25


def page_pictures(data: bytes, pages: tuple[int, ...], scale: float) -> list[bytes]:
    """Return pages of a PDF, counted from 0, as PNGs of `scale` pixels a point."""
    document = pypdfium2.PdfDocument(data)
    try:
        return [_png(_drawn(document[number], scale)) for number in pages]
    finally:
        document.close()


class PageLooks:
    """The looks of a PDF's pages. The first of them are read once for all uses.

    `digests` has a text for each page, as `page_digests` gives it.
    """

    def __init__(self, data: bytes) -> None:
        """Open a PDF."""
        self._document = pypdfium2.PdfDocument(data)
        self._pages = [self._document[at] for at in range(min(len(self._document), _KEPT))]
        # Browsers mostly show pages in the size in which they are compared.
        self._drawn = [_drawn(page, _COMPARED) for page in self._pages]
        later = range(len(self._pages), len(self._document))
        self.digests = (
            *map(_digest_of, self._pages, self._drawn),
            *(_digest(self._document[at]) for at in later),
        )

    def pictures(self, pages: Iterable[int], scale: float) -> list[bytes]:
        """Return pages as `page_pictures` does."""
        return [_png(self._bitmap(at, scale)) for at in pages]

    def _bitmap(self, at: int, scale: float) -> pypdfium2.PdfBitmap:
        if at >= len(self._pages):
            return _drawn(self._document[at], scale)
        return self._drawn[at] if scale == _COMPARED else _drawn(self._pages[at], scale)


def first_page(data: bytes, height: float) -> Image.Image:
    """Return a PDF's first page in RGB, so many pixels high."""
    document = pypdfium2.PdfDocument(data)
    try:
        page = document[0]
        scale = height / page.get_height()
        bitmap = page.render(scale=scale, may_draw_forms=False, rev_byteorder=True)
        image: Image.Image = bitmap.to_pil()
    finally:
        document.close()
    return image if image.mode == "RGB" else image.convert("RGB")


def cover_picture(data: bytes, as_photo: bool = False) -> bytes:
    """Return a PDF's first page as a PNG, or a photo as a JPEG, 2,560 pixels high."""
    image = first_page(data, COVER_HEIGHT)
    buffer = io.BytesIO()
    if as_photo:
        image.save(buffer, "JPEG", quality=_QUALITY, optimize=True)
        return buffer.getvalue()
    # A cover's colours are in long runs: looking for no other repetition takes half the time.
    with_palette(image).save(buffer, "PNG", compress_type=zlib.Z_RLE)
    return buffer.getvalue()


def front_of_wrap(data: bytes, width: float, longest: int, is_leftward: bool) -> Image.Image:
    """Return the front of a printed cover in RGB, so many pixels on the longer side.

    The front is so many points wide, and is on the right of the sheet as it is trimmed; of
    a book from right to left on the left. Its inks are those that the screen makes of them.
    """
    document = pypdfium2.PdfDocument(data)
    try:
        page = document[0]
        left, bottom, right, top = page.get_trimbox()
        x0, y0, x1, y1 = page.get_mediabox()
        start = left if is_leftward else right - width
        height = top - bottom
        scale = longest / max(width, height)
        crop = (start - x0, bottom - y0, x1 - start - width, y1 - top)
        bitmap = page.render(scale=scale, crop=crop, may_draw_forms=False, rev_byteorder=True)
        image: Image.Image = bitmap.to_pil()
    finally:
        document.close()
    # PDFium rounds each edge by itself, so that a pixel may be missing.
    return image.convert("RGB").resize((round(width * scale), round(height * scale)))


def sheet_size(data: bytes) -> tuple[float, float]:
    """Return the width and the height of a PDF's first page in points, all around the trim."""
    document = pypdfium2.PdfDocument(data)
    try:
        width, height = document[0].get_size()
    finally:
        document.close()
    return width, height


def page_digests(data: bytes) -> list[str]:
    """Return a text for each page of a PDF that is another one where its looks are others."""
    document = pypdfium2.PdfDocument(data)
    try:
        return [_digest(document[number]) for number in range(len(document))]
    finally:
        document.close()


def baselines(data: bytes, limit: int = 40) -> tuple[float, float] | None:
    """Return the distance of most baselines, and where the first one lies, in points.

    The first one is measured from the foot of the trimmed page. The first `limit` pages are
    read; `None` where no text shows it.
    """
    document = pypdfium2.PdfDocument(data)
    distances: Counter[float] = Counter()
    lines: list[float] = []
    try:
        for number in range(min(len(document), limit)):
            found = _lines(document[number])
            lines += found
            distances.update(
                round((upper - lower) / _STEP) * _STEP for upper, lower in pairwise(found)
            )
    finally:
        document.close()
    likely = [(count, pitch) for pitch, count in distances.items() if 8 <= pitch <= 40]
    if not likely:
        return None
    pitch = max(likely)[1]
    phases = Counter(round((line % pitch) / _STEP) * _STEP for line in lines)
    return pitch, phases.most_common(1)[0][0]


def _drawn(page: pypdfium2.PdfPage, scale: float) -> pypdfium2.PdfBitmap:
    return page.render(scale=scale, rev_byteorder=True)


def _png(bitmap: pypdfium2.PdfBitmap) -> bytes:
    """Return a bitmap of PDFium, in red, green and blue, as a PNG.

    It travels no further than to a browser beside: time counts, not size, so that rows are taken
    as they are, without a look at which filter would make them smaller.
    """
    assert bitmap.mode == "RGB", bitmap.mode
    pixels, width = bytes(bitmap.buffer), 3 * bitmap.width
    rows = (pixels[at : at + width] for at in range(0, len(pixels), bitmap.stride))
    data = zlib.compress(_AS_IT_IS + _AS_IT_IS.join(rows), 1)
    header = _PNG_HEADER.pack(bitmap.width, bitmap.height, *_COLOURS)
    return _PNG + _chunk(b"IHDR", header) + _chunk(b"IDAT", data) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, data: bytes) -> bytes:
    check = zlib.crc32(data, zlib.crc32(kind))
    return len(data).to_bytes(4, "big") + kind + data + check.to_bytes(4, "big")


def _digest(page: pypdfium2.PdfPage) -> str:
    return _digest_of(page, _drawn(page, _COMPARED))


def _digest_of(page: pypdfium2.PdfPage, bitmap: pypdfium2.PdfBitmap) -> str:
    size = f"{page.get_width():.2f}x{page.get_height():.2f}"
    return hashlib.blake2b(bytes(bitmap.buffer), digest_size=12, key=size.encode()).hexdigest()


def _lines(page: pypdfium2.PdfPage) -> list[float]:
    """Return the heights of a page's baselines, from the top down."""
    text = page.get_textpage()
    x, y = ctypes.c_double(), ctypes.c_double()
    found: Counter[float] = Counter()
    for index in range(text.count_chars()):
        if pdfium.FPDFText_GetCharOrigin(text, index, ctypes.byref(x), ctypes.byref(y)):
            found[round(y.value / _STEP) * _STEP] += 1
    # A few signs are marks or figures above the line.
    return sorted((height for height, count in found.items() if count > 12), reverse=True)
