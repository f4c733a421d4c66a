"""What a page looks like, in some hundred bytes: what is drawn where and how, and a raster.

Places are exact, so that a block that moves is noticed; the raster is coarse, so that another
smoothing of edges is not.
"""

from __future__ import annotations

import ctypes
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from itertools import zip_longest

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image

CELL = 12
"""Points that a cell of the raster is wide and high; colour has cells of twice that."""

_HALVES = 2
# How far a place may move, in half points; a part of a colour, of 255; and a cell of the raster
# in lightness and in colour, of 64. What is smoothed otherwise stays below.
_MOVE, _HUE, _LIGHT, _TINT = 1, 6, 3, 2
_DEPTH = 8
_KINDS = {
    pdfium.FPDF_PAGEOBJ_TEXT: "text",
    pdfium.FPDF_PAGEOBJ_PATH: "shape",
    pdfium.FPDF_PAGEOBJ_IMAGE: "picture",
    pdfium.FPDF_PAGEOBJ_SHADING: "shading",
}

Mark = tuple[int, int, int, int, int, int, int, int]
"""A kind, the left, bottom, right and top in half points, and the colour in three parts."""


@dataclass(frozen=True, slots=True)
class PageLook:
    """A page: its size in points, all that is drawn on it, and its raster in parts of 64."""

    width: int
    height: int
    marks: tuple[Mark, ...]
    light: bytes
    tint: bytes

    @property
    def columns(self) -> int:
        """How many cells of the raster stand beside each other."""
        return max(1, round(self.width / CELL))

    @property
    def rows(self) -> int:
        """How many cells of the raster stand below each other."""
        return max(1, round(self.height / CELL))

    @property
    def tint_size(self) -> tuple[int, int]:
        """How many cells the raster of colour has, beside and below each other."""
        return max(1, self.columns // 2), max(1, self.rows // 2)


def looks_of(pdf: bytes) -> tuple[PageLook, ...]:
    """Return the looks of a PDF's pages."""
    document = pypdfium2.PdfDocument(pdf)
    return tuple(look_of(page) for page in document)


def look_of(page: pypdfium2.PdfPage) -> PageLook:
    """Return the look of a page."""
    width, height = map(round, page.get_size())
    bare = PageLook(width, height, tuple(_marks(page)), b"", b"")
    picture = page.render(scale=1).to_pil().convert("YCbCr")
    light, blue, red = picture.resize((bare.columns, bare.rows), Image.Resampling.BOX).split()
    tints = (part.resize(bare.tint_size, Image.Resampling.BOX) for part in (blue, red))
    return PageLook(width, height, bare.marks, _coarse(light), b"".join(map(_coarse, tints)))


def documents_of(data: bytes) -> dict[str, int]:
    """Return the checksum of each document and stylesheet of an EPUB or a page, by its name.

    Of a page of HTML these are its style and its body: its head tells the commit, too.
    """
    if not zipfile.is_zipfile(BytesIO(data)):
        return {
            match[1].decode(): zlib.crc32(match[0])
            for match in re.finditer(rb"<(style|body)\b.*</\1>", data, re.S)
        }
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {
            name: zlib.crc32(archive.read(name))
            for name in sorted(archive.namelist())
            if name.endswith((".xhtml", ".css"))
        }


def differences(before: PageLook, now: PageLook) -> Iterator[str]:
    """Yield in words how a page differs, at most one sentence for each kind of difference."""
    if (before.width, before.height) != (now.width, now.height):
        yield (
            f"it is {now.width} × {now.height} points large, before {before.width} × {before.height}"
        )
        return
    yield from _moved(before, now)
    if cells := changed_cells(before, now):
        column, row = cells[0]
        place = f"{column * CELL} points from the left and {row * CELL} from the top"
        yield f"it looks otherwise in {len(cells)} places, first {place}"


def changed_cells(before: PageLook, now: PageLook) -> list[tuple[int, int]]:
    """Return the column and row of each cell of the raster that looks otherwise."""
    cells = [
        (place % now.columns, place // now.columns)
        for place, (old, new) in enumerate(zip(before.light, now.light, strict=True))
        if abs(old - new) > _LIGHT
    ]
    across, down = now.tint_size
    return cells + [
        (2 * (place % across), 2 * (place // across % down))
        for place, (old, new) in enumerate(zip(before.tint, now.tint, strict=True))
        if abs(old - new) > _TINT
    ]


def _moved(before: PageLook, now: PageLook) -> Iterator[str]:
    """Yield the first mark that is not as before, and how many others there are."""
    unlike = [
        (old, new) for old, new in zip_longest(before.marks, now.marks) if not _alike(old, new)
    ]
    if not unlike:
        return
    old, new = unlike[0]
    more = f", and {len(unlike) - 1} more" if len(unlike) > 1 else ""
    yield f"there is {_description(new)}, before {_description(old)}{more}"


def _alike(old: Mark | None, new: Mark | None) -> bool:
    if old is None or new is None or old[0] != new[0]:
        return False
    return all(abs(a - b) <= _MOVE for a, b in zip(old[1:5], new[1:5], strict=True)) and all(
        abs(a - b) <= _HUE for a, b in zip(old[5:], new[5:], strict=True)
    )


def _description(mark: Mark | None) -> str:
    if mark is None:
        return "nothing"
    left, bottom, right, top = (place / _HALVES for place in mark[1:5])
    colour = "#{:02x}{:02x}{:02x}".format(*mark[5:])
    return (
        f"a {_KINDS.get(mark[0], 'mark')} at {left:g}, {bottom:g} to {right:g}, {top:g} in {colour}"
    )


def _marks(page: pypdfium2.PdfPage) -> Iterator[Mark]:
    for item in page.get_objects(max_depth=_DEPTH):
        if item.type in _KINDS:
            left, bottom, right, top = (
                # What lies far off the page is kept as far as 16 bits tell.
                max(-0x8000, min(0x7FFF, round(edge * _HALVES)))
                for edge in item.get_bounds()
            )
            red, green, blue = _fill(item)
            yield item.type, left, bottom, right, top, red, green, blue


def _fill(item: pypdfium2.PdfObject) -> tuple[int, int, int]:
    parts = [ctypes.c_uint() for _ in range(4)]
    pdfium.FPDFPageObj_GetFillColor(item.raw, *parts)
    return parts[0].value, parts[1].value, parts[2].value


def _coarse(picture: Image.Image) -> bytes:
    return bytes(value >> 2 for value in picture.tobytes())
