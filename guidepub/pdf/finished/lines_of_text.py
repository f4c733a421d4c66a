"""The lines of a PDF's page as text with their places, to lay words over the page's picture."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from guidepub.words.wording import LINE_END_HYPHEN

# A gap wider than this share of a line's height begins another cell or column.
_GAP = 1.5
# PDFium's character for a hyphen that divides a word at the end of a line.
_PARTING = frozenset({LINE_END_HYPHEN, "\x02", "\N{SOFT HYPHEN}"})


class TextLine(NamedTuple):
    """A line, or what of it is in one cell: its words, and its box in points from the top left.

    One that `goes_on` ends within a word, without the hyphen that is printed there.
    """

    words: str
    left: float
    top: float
    width: float
    height: float
    goes_on: bool


class _Letter(NamedTuple):
    sign: str
    left: float
    bottom: float
    right: float
    top: float


def text_lines(data: bytes, number: int) -> list[TextLine]:
    """Return the lines of a page of a PDF, counted from 0, in the order of its text."""
    document = pypdfium2.PdfDocument(data)
    try:
        page = document[number]
        height = page.get_height()
        words = page.get_textpage()
        return [_line(letters, height) for letters in _runs(words) if _has_letters(letters)]
    finally:
        document.close()


def _runs(words: pypdfium2.PdfTextPage) -> Iterator[list[_Letter]]:
    """Yield the letters of each line, split where cells or columns are."""
    run: list[_Letter] = []
    for index in range(words.count_chars()):
        sign = chr(pdfium.FPDFText_GetUnicode(words, index))
        if sign in "\r\n":
            if run:
                yield run
            run = []
            continue
        letter = _letter(words, index, sign)
        before = next((each for each in reversed(run) if _is_shown(each)), None)
        if before is not None and _is_shown(letter) and _is_apart(before, letter):
            yield run
            run = []
        if run or not sign.isspace():
            run.append(letter)
    if run:
        yield run


def _letter(words: pypdfium2.PdfTextPage, index: int, sign: str) -> _Letter:
    if pdfium.FPDFText_IsGenerated(words, index) == 1:
        # A space that is nowhere on the page has no box.
        return _Letter(sign, 0, 0, 0, 0)
    box = pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(words, index, ctypes.byref(box))
    return _Letter(sign, box.left, box.bottom, box.right, box.top)


def _is_shown(letter: _Letter) -> bool:
    return letter.right > letter.left


def _is_apart(before: _Letter, letter: _Letter) -> bool:
    height = max(letter.top - letter.bottom, before.top - before.bottom)
    gap = letter.left - before.right
    return gap > _GAP * height or gap < -height or abs(letter.bottom - before.bottom) > height


def _has_letters(letters: list[_Letter]) -> bool:
    return any(_is_shown(letter) and not letter.sign.isspace() for letter in letters)


def _line(letters: list[_Letter], height: float) -> TextLine:
    words = "".join(letter.sign for letter in letters).rstrip()
    goes_on = words[-1:] in _PARTING
    shown = [letter for letter in letters if _is_shown(letter)]
    left, right = min(each.left for each in shown), max(each.right for each in shown)
    top, bottom = max(each.top for each in shown), min(each.bottom for each in shown)
    return TextLine(
        "".join(sign for sign in words if sign not in _PARTING),
        round(left, 2),
        round(height - top, 2),
        round(right - left, 2),
        round(top - bottom, 2),
        goes_on,
    )
