"""Runs of type on a drawn page, and whether each of them can be seen.

Visibility is not computed but observed: the page is drawn with a wording and without
it, and the difference is what a reader sees of it. Nothing else shows what lies under a
picture, an annotation, a clip or a mask.
"""

from __future__ import annotations

import ctypes
import functools
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image

from guidepub.checks.legal.wordings.sight import Problem
from guidepub.themes.stylesheets.colours import blended, contrast

_SCALE = 1.5
_PIXELS = 4_000_000
# The share of the colours' difference that must reach the page: type has soft edges.
_ARRIVES = 0.35
_LEAST_DIFFERENCE = 16
_SLACK = 0.5
# How many characters are checked one by one before the text is fetched as a whole.
_FIRST = 3
_INVISIBLE = (pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP)
_STROKED = pdfium.FPDF_TEXTRENDERMODE_STROKE

_Box = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Run:
    """Some letters of one text object: their box on the drawn page, in pixels."""

    object: pdfium.FPDF_PAGEOBJECT
    size: float
    mode: int
    colour: tuple[int, int, int, int]
    outside: bool
    box: _Box


@dataclass(frozen=True, slots=True)
class DrawnPage:
    """How a page is drawn: pixels a point, its corners, and the edges of its visible part.

    `origin`, `across` and `up` are where the point (0, 0) and a step of one point along each
    axis fall, in pixels: pages can be turned.
    """

    scale: float
    origin: tuple[float, float]
    across: tuple[float, float]
    up: tuple[float, float]
    edges: tuple[float, float, float, float]

    def pixels(self, left: float, bottom: float, right: float, top: float) -> _Box:
        """Return a box of the page in pixels of the drawing."""
        xs, ys = zip(self._pixel(left, bottom), self._pixel(right, top), strict=True)
        return round(min(xs)), round(min(ys)), round(max(xs)), round(max(ys))

    def is_outside(self, left: float, bottom: float, right: float, top: float) -> bool:
        """Return whether a box reaches beyond the page once it is cut."""
        return (
            left < self.edges[0] - _SLACK
            or bottom < self.edges[1] - _SLACK
            or right > self.edges[2] + _SLACK
            or top > self.edges[3] + _SLACK
        )

    def _pixel(self, x: float, y: float) -> tuple[float, float]:
        return (
            self.origin[0] + x * self.across[0] + y * self.up[0],
            self.origin[1] + x * self.across[1] + y * self.up[1],
        )


def sheet_of(page: pypdfium2.PdfPage) -> DrawnPage:
    """Return how a page is drawn, in at most some millions of pixels."""
    width, height = page.get_width(), page.get_height()
    scale = min(_SCALE, (_PIXELS / max(1.0, width * height)) ** 0.5)
    # A thousand times larger, since the function returns whole numbers.
    size = round(width * scale * 1000), round(height * scale * 1000)

    def device(x: float, y: float) -> tuple[float, float]:
        across, down = ctypes.c_int(), ctypes.c_int()
        pdfium.FPDF_PageToDevice(page, 0, 0, *size, 0, x, y, across, down)
        return across.value / 1000, down.value / 1000

    origin, right, top = device(0, 0), device(100, 0), device(0, 100)
    # The functions for the single boxes do not see those that a page inherits.
    boxes = [page.get_bbox(), page.get_trimbox(fallback_ok=False) or page.get_bbox()]
    return DrawnPage(
        scale,
        origin,
        ((right[0] - origin[0]) / 100, (right[1] - origin[1]) / 100),
        ((top[0] - origin[0]) / 100, (top[1] - origin[1]) / 100),
        (
            max(box[0] for box in boxes),
            max(box[1] for box in boxes),
            min(box[2] for box in boxes),
            min(box[3] for box in boxes),
        ),
    )


def runs_of(
    words: pypdfium2.PdfTextPage, sheet: DrawnPage, start: int, end: int, leftward: bool = False
) -> Iterator[Run]:
    """Yield the runs of some characters of a page: those of one text object in a row.

    Where the page is `leftward` others may be between those of an object.
    """
    end = min(end, words.count_chars())
    while start < end:
        stop = start + 1
        if not leftward:
            stop = end_of_object(words, start, end)
        elif address := _object_at(words, start):
            while stop < end and _object_at(words, stop) == address:
                stop += 1
        if _object_at(words, start):
            yield from _run(words, sheet, start, stop)
        start = stop


def _object_at(words: pypdfium2.PdfTextPage, index: int) -> int:
    pointer = pdfium.FPDFText_GetTextObject(words, index)
    return ctypes.addressof(pointer.contents) if pointer else 0


def end_of_object(words: pypdfium2.PdfTextPage, start: int, end: int) -> int:
    """Return the first character of another object, found by leaps and then halving.

    Characters that PDFium adds, such as spaces, belong to no object; each is one by itself.
    """
    address = _object_at(words, start)
    if not address:
        return start + 1
    low, step = start, 1
    while low + step < end and _object_at(words, low + step) == address:
        low, step = low + step, step * 2
    high = min(end, low + step)
    while high - low > 1:
        middle = (low + high) // 2
        if _object_at(words, middle) == address:
            low = middle
        else:
            high = middle
    return high


def _run(words: pypdfium2.PdfTextPage, sheet: DrawnPage, begin: int, end: int) -> Iterator[Run]:
    if not _has_letters(words, begin, end):
        return
    pointer = pdfium.FPDFText_GetTextObject(words, begin)
    mode = pdfium.FPDFTextObj_GetTextRenderMode(pointer)
    read = pdfium.FPDFText_GetStrokeColor if mode == _STROKED else pdfium.FPDFText_GetFillColor
    parts = [ctypes.c_uint() for _ in range(4)]
    read(words, begin, *parts)
    red, green, blue, alpha = (part.value for part in parts)
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(words, begin, matrix)
    height = (matrix.c**2 + matrix.d**2) ** 0.5
    size = pdfium.FPDFText_GetFontSize(words, begin) * height
    for number in range(words.count_rects(begin, end - begin)):
        left, bottom, right, top = words.get_rect(number)
        box = sheet.pixels(left, bottom, right, top)
        outside = sheet.is_outside(left, bottom, right, top)
        yield Run(pointer, size, mode, (red, green, blue, alpha), outside, box)


def _has_letters(words: pypdfium2.PdfTextPage, begin: int, end: int) -> bool:
    """Return whether some characters are letters or figures: mostly one of the first is."""
    first = range(begin, min(end, begin + _FIRST))
    if any(chr(pdfium.FPDFText_GetUnicode(words, index)).isalnum() for index in first):
        return True
    return any(map(str.isalnum, words.get_text_range(begin, end - begin)))


def paper_of(bare: Image.Image, run: Run) -> tuple[float, ...]:
    """Return the colour on which a run stands, the mean of what lies under it."""
    mean = bare.resize((1, 1), Image.Resampling.BOX, _frame(bare, run))
    pixel = mean.getpixel((0, 0))
    if isinstance(pixel, tuple):
        return pixel
    assert pixel is not None
    return (pixel, pixel, pixel)


def _frame(image: Image.Image, run: Run) -> _Box:
    """Return the part of a run's box that lies in a drawing, one pixel at least."""
    left, top, right, bottom = run.box
    left, top = min(max(0, left), image.width - 1), min(max(0, top), image.height - 1)
    return (
        left,
        top,
        min(max(left + 1, right), image.width),
        min(max(top + 1, bottom), image.height),
    )


def problems_of(
    run: Run,
    paper: tuple[float, ...],
    difference: Image.Image,
    where: str,
    min_size: float,
    min_contrast: float,
) -> Iterator[Problem]:
    """Yield why a run cannot be seen, given the colour under it and what it changes there.

    `difference` is grey: what differs between the page with all runs and without them.
    """
    if run.outside:
        yield Problem(where, "outside")
        return
    if run.mode in _INVISIBLE or run.colour[3] == 0:
        yield Problem(where, "invisible")
        return
    if run.size < min_size - 0.05:
        yield Problem(where, "small", f"{run.size:.1f} pt, at least {min_size:g}")
        return
    ink = blended(run.colour[:3], paper, run.colour[3] / 255)
    ratio = contrast(ink, paper)
    if ratio < min_contrast - 0.05:
        yield Problem(where, "faint", f"contrast {ratio:.1f}, at least {min_contrast:g}")
        return
    expected = max(abs(a - b) for a, b in zip(ink, paper, strict=True))
    least = max(_LEAST_DIFFERENCE, _ARRIVES * _grey(ink, paper))
    if expected and not _arrives(difference.crop(_frame(difference, run)), least):
        yield Problem(where, "covered")


def _grey(ink: Sequence[float], paper: Sequence[float]) -> float:
    """Return the difference of two colours as a grey (ITU-R 601)."""
    red, green, blue = (abs(a - b) for a, b in zip(ink, paper, strict=True))
    return 0.299 * red + 0.587 * green + 0.114 * blue


def _arrives(line: Image.Image, least: float) -> bool:
    """Return whether each slice of a line, some letters wide, differs by at least so much."""
    width, height = line.size
    # As bytes, since setting up a table for a picture takes longer than all the rest here.
    there = line.tobytes().translate(_those_from(math.ceil(least)))
    count = max(1, width // max(12, 3 * height))
    edges = [width * number // count for number in range(count + 1)]
    # Most letters have ink in the middle of their line, so that is where to look first.
    middle = height // 2
    rows = [row * width for row in (*range(middle, height), *range(middle))]
    return all(
        any(1 in there[row + begin : row + end] for row in rows) for begin, end in pairwise(edges)
    )


@functools.lru_cache(maxsize=256)
def _those_from(least: int) -> bytes:
    """Return a table for `bytes.translate`: 1 for values of `least` or more, else 0."""
    return bytes(value >= least for value in range(256))
