"""A PDF's text by page, and whether parts of it can be seen, by PDFium.

What is seen is not worked out but looked at: the page is drawn with a wording and without
it, and the difference is what a reader sees of it. Nothing else tells what lies under a
picture, an annotation, a clip or a mask.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any, cast

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image, ImageChops

from guidepub.checks.legal.matching import Found
from guidepub.checks.legal.sight import Problem, blended, contrast
from guidepub.checks.legal.texts import Text, text_of, without_heads

PAGES = 5000
"""Pages that are read; no bound book has more."""

_SCALE = 1.5
_PIXELS = 4_000_000
# Letters of a page, and of text that is looked at, beyond which nobody prints a notice.
_LETTERS = 200_000
# The part of the colours' difference that must arrive on the page: type has soft edges.
_ARRIVES = 0.35
_LEAST_DIFFERENCE = 16
_SLACK = 0.5
_WHITE = (255, 255, 255)
_INVISIBLE = (pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP)
_STROKED = pdfium.FPDF_TEXTRENDERMODE_STROKE


@dataclass(frozen=True, slots=True)
class _Run:
    """Some letters of one text object: their box on the drawn page, in pixels."""

    object: Any
    size: float
    mode: int
    colour: tuple[int, int, int, int]
    outside: bool
    box: tuple[int, int, int, int]


class Pages:
    """An open PDF. Close it when done."""

    def __init__(self, file: Path | bytes) -> None:
        self.document = pypdfium2.PdfDocument(file)
        pages = []
        for number in range(min(len(self.document), PAGES)):
            page = self.document[number]
            words = page.get_textpage()
            pages.append(words.get_text_range()[:_LETTERS].replace("\r", ""))
            words.close()
            page.close()
        names = [f"page {number}" for number in range(1, len(pages) + 1)]
        self.text: Text = text_of(list(zip(names, without_heads(pages), strict=True)))

    def close(self) -> None:
        """Let go of the file."""
        self.document.close()

    def problems(self, found: Sequence[Found]) -> list[list[Problem]]:
        """Return for each wording that stands in the file why it cannot be seen."""
        told: list[list[Problem]] = [[] for _ in found]
        by_page: dict[int, list[tuple[int, int, int]]] = {}
        for number, each in enumerate(found):
            for page, start, end in self.text.parts(each.start, each.end):
                by_page.setdefault(page, []).append((number, start, end))
        for page, parts in sorted(by_page.items()):
            self._look_at(page, parts, found, told)
        return told

    def _look_at(
        self,
        number: int,
        parts: Sequence[tuple[int, int, int]],
        found: Sequence[Found],
        told: list[list[Problem]],
    ) -> None:
        page = self.document[number]
        words = page.get_textpage()
        scale = min(_SCALE, (_PIXELS / max(1.0, page.get_width() * page.get_height())) ** 0.5)
        unit = self.text.units[number]
        runs = {
            part: list(_runs(page, words, scale, _place(unit, start), _place(unit, end)))
            for part, start, end in parts
        }
        shown = _drawn(page, scale, grey=True)
        for run in (run for own in runs.values() for run in own):
            pdfium.FPDFTextObj_SetTextRenderMode(run.object, pdfium.FPDF_TEXTRENDERMODE_INVISIBLE)
        bare = _drawn(page, scale, grey=True)
        difference = ImageChops.difference(shown, bare)
        if any(_paper(bare, run) != _WHITE for own in runs.values() for run in own):
            bare = _drawn(page, scale, grey=False)
        for part, own in runs.items():
            wording = found[part].wording
            where = self.text.names[number]
            for run in own:
                told[part] += _problems(
                    run, bare, difference, where, wording.min_size, wording.min_contrast
                )
        words.close()
        page.close()


def _place(unit: str, position: int) -> int:
    """Return the place among PDFium's characters, which count line ends as two."""
    return position + unit.count("\n", 0, position)


def _runs(page: Any, words: Any, scale: float, start: int, end: int) -> Iterator[_Run]:
    """Yield the runs of some characters of a page: those of one text object in a row."""
    end = min(end, words.count_chars())
    while start < end:
        address = _object_at(words, start)
        stop = _end_of_run(words, start, end, address) if address else start + 1
        if address:
            yield from _run(page, words, scale, start, stop)
        start = stop


def _object_at(words: Any, index: int) -> int:
    pointer = pdfium.FPDFText_GetTextObject(words, index)
    return ctypes.addressof(pointer.contents) if pointer else 0


def _end_of_run(words: Any, start: int, end: int, address: int) -> int:
    """Return the first character of another object, looked for by leaps and then halving."""
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


def _run(page: Any, words: Any, scale: float, begin: int, end: int) -> Iterator[_Run]:
    if not any(map(str.isalnum, words.get_text_range(begin, end - begin))):
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
        box = (*_pixel(page, scale, left, top), *_pixel(page, scale, right, bottom))
        outside = _is_outside(page, left, bottom, right, top)
        yield _Run(pointer, size, mode, (red, green, blue, alpha), outside, box)


def _pixel(page: Any, scale: float, x: float, y: float) -> tuple[int, int]:
    across, down = ctypes.c_int(), ctypes.c_int()
    # In hundredths of a pixel, since the function gives whole numbers.
    width, height = round(page.get_width() * scale * 100), round(page.get_height() * scale * 100)
    pdfium.FPDF_PageToDevice(page, 0, 0, width, height, 0, x, y, across, down)
    return round(across.value / 100), round(down.value / 100)


def _is_outside(page: Any, left: float, bottom: float, right: float, top: float) -> bool:
    """Tell whether a box reaches beyond what is left of the page once it is cut."""
    boxes = [page.get_mediabox(), page.get_cropbox(), page.get_trimbox()]
    edges = [max(box[0] for box in boxes), max(box[1] for box in boxes)]
    edges += [min(box[2] for box in boxes), min(box[3] for box in boxes)]
    return bool(
        left < edges[0] - _SLACK
        or bottom < edges[1] - _SLACK
        or right > edges[2] + _SLACK
        or top > edges[3] + _SLACK
    )


def _drawn(page: Any, scale: float, grey: bool) -> Image.Image:
    """Draw a page, in grey where that tells enough: it takes a third of the time."""
    bitmap = page.render(scale=scale, may_draw_forms=False, grayscale=grey, rev_byteorder=True)
    image: Image.Image = bitmap.to_pil()
    kind = "L" if grey else "RGB"
    return image if image.mode == kind else image.convert(kind)


def _paper(bare: Image.Image, run: _Run) -> tuple[float, ...]:
    """Return the colour on which a run stands, the mean of what lies under it."""
    pixel = bare.crop(_frame(run)).resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))
    if isinstance(pixel, tuple):
        return pixel
    assert pixel is not None
    return (pixel, pixel, pixel)


def _frame(run: _Run) -> tuple[int, int, int, int]:
    left, top, right, bottom = run.box
    return max(0, left), max(0, top), max(left + 1, right), max(top + 1, bottom)


def _problems(
    run: _Run,
    bare: Image.Image,
    difference: Image.Image,
    where: str,
    min_size: float,
    min_contrast: float,
) -> Iterator[Problem]:
    if run.outside:
        yield Problem(where, "outside")
        return
    if run.mode in _INVISIBLE or run.colour[3] == 0:
        yield Problem(where, "invisible")
        return
    if run.size < min_size - 0.05:
        yield Problem(where, "small", f"{run.size:.1f} pt, at least {min_size:g}")
        return
    paper = _paper(bare, run)
    ink = blended(run.colour[:3], paper, run.colour[3] / 255)
    ratio = contrast(ink, paper)
    if ratio < min_contrast - 0.05:
        yield Problem(where, "faint", f"contrast {ratio:.1f}, at least {min_contrast:g}")
        return
    expected = max(abs(a - b) for a, b in zip(ink, paper, strict=True))
    least = max(_LEAST_DIFFERENCE, _ARRIVES * _grey(ink, paper))
    if expected and any(seen < least for seen in _slices(difference, _frame(run))):
        yield Problem(where, "covered")


def _grey(ink: Sequence[float], paper: Sequence[float]) -> float:
    """Return how far two colours are apart once their difference is made grey (ITU-R 601)."""
    red, green, blue = (abs(a - b) for a, b in zip(ink, paper, strict=True))
    return 0.299 * red + 0.587 * green + 0.114 * blue


def _slices(difference: Image.Image, box: tuple[int, int, int, int]) -> Iterator[int]:
    """Yield the most that is seen in each slice of a line, some letters wide."""
    left, top, right, bottom = box
    width = max(12, 3 * (bottom - top))
    count = max(1, (right - left) // width)
    edges = [left + (right - left) * number // count for number in range(count + 1)]
    for begin, end in pairwise(edges):
        piece = difference.crop((begin, top, max(begin + 1, end), bottom))
        yield int(cast(tuple[float, float], piece.getextrema())[1])
