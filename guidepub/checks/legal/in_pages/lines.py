"""How the lines of a wording lie on a page: upright, one below the other, none drawn through.

A wording can be in a file, in good colours and sizes, and still be unreadable: drawn askew,
its lines over each other, or struck out. Places are in points from the page's lower left corner.
"""

from __future__ import annotations

import ctypes
import unicodedata
from bisect import bisect
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from guidepub.checks.legal.in_pages.runs import end_of_object
from guidepub.checks.legal.wordings.sight import Problem

# Letters may be set this much narrower or wider than they are drawn.
_NARROWEST, _WIDEST = 0.75, 1.34
_ASKEW = 0.05
# Parts of the type's size: how far lines stand apart at least, and words at most.
_LEAST_LEADING = 0.88
_SAME_LINE = 0.3
_WIDEST_SPACE = 5.0
# Where the small letters of a line stand, above its base.
_ZONE = (0.12, 0.42)
# Points: a column that is narrower holds hardly a word, which counts from some lines on.
_NARROW, _FEWEST_LINES = 60.0, 6
_SLACK = 0.5

Box = tuple[float, float, float, float]


class Letter(NamedTuple):
    """One letter of a page: its type's size, where it stands, and how it is drawn."""

    size: float
    left: float
    right: float
    base: float
    upright: bool


@dataclass(frozen=True)
class Line:
    """Letters that are next to each other. Each line of a page is compared with every other."""

    letters: tuple[Letter, ...]

    @cached_property
    def left(self) -> float:
        """Where it begins."""
        return min(letter.left for letter in self.letters)

    @cached_property
    def right(self) -> float:
        """Where it ends."""
        return max(letter.right for letter in self.letters)

    @cached_property
    def base(self) -> float:
        """Where its letters stand."""
        return self.letters[0].base

    @cached_property
    def size(self) -> float:
        """The size of its largest type."""
        return max(letter.size for letter in self.letters)

    @cached_property
    def zone(self) -> Box:
        """The box that the small letters fill: left, bottom, right, top."""
        low, high = (self.base + part * self.size for part in _ZONE)
        return self.left, low, self.right, high


@dataclass(frozen=True, slots=True)
class PageLook:
    """The content of a page: letters by their places in the page's text, and drawn objects."""

    letters: Mapping[int, Letter]
    drawn: tuple[Box, ...]
    leftward: bool = False
    """Whether lines run from right to left."""

    def lines(self, start: int, end: int) -> list[Line]:
        """Return the lines of some characters, in the order of the text."""
        found: list[list[Letter]] = []
        line: list[Letter] = []
        for index in range(start, end):
            letter = self.letters.get(index)
            if letter is None:
                continue
            before = line[-1] if line else None
            # Most are on the same height, further right, which is asked without a call.
            if before is None or not (
                (letter.base == before.base and letter.left > before.left and letter.size >= 0)
                or _goes_on(before, letter, self.leftward)
            ):
                found.append(line := [])
            line.append(letter)
        if self.leftward:
            found = [sorted(letters, key=lambda letter: letter.left) for letters in found]
        return [Line(tuple(letters)) for letters in found]

    def others(self, lines: Sequence[Line]) -> list[Line]:
        """Return the lines of all letters but those of some lines."""
        own = {id(letter) for line in lines for letter in line.letters}
        rest = {index: each for index, each in self.letters.items() if id(each) not in own}
        return PageLook(rest, (), self.leftward).lines(0, max(rest, default=-1) + 1)


def look_of(
    page: pypdfium2.PdfPage, words: pypdfium2.PdfTextPage, text: str, leftward: bool
) -> PageLook:
    """Return the content of a page.

    `words` is PDFium's page of text, which may run `leftward`; `text` is the whole text,
    or empty where it is unknown.
    """
    signs = _signs(words, text)
    letters = dict(_letters(words, signs, leftward))
    if leftward:
        letters |= _level_marks(letters, signs)
    return PageLook(letters, tuple(_drawn(page)), leftward)


def line_problems(
    lines: Sequence[Line], others: Sequence[Line], drawn: Sequence[Box], where: str
) -> Iterator[Problem]:
    """Yield why the lines of a wording on one page cannot be read as they should.

    Args:
        lines: the lines of the wording.
        others: all other lines of the page.
        drawn: the boxes of all that is drawn on the page and is not a text.
        where: the page's name.
    """
    if not all(letter.upright for line in lines for letter in line.letters):
        yield Problem(where, "distorted")
    if _stand_too_close(lines) or any(_cover(own, other) for own in lines for other in others):
        yield Problem(where, "crowded")
    if any(_cuts(box, line.zone) for line in lines for box in drawn):
        yield Problem(where, "crossed")
    if not all(map(_is_whole, lines)) or not all(_follows(*pair) for pair in pairwise(lines)):
        yield Problem(where, "disordered")
    if len(lines) >= _FEWEST_LINES and max(line.right - line.left for line in lines) < _NARROW:
        yield Problem(where, "narrow")


def _drawn(page: pypdfium2.PdfPage) -> Iterator[Box]:
    sheet = page.raw
    left, bottom, right, top = edges = [ctypes.c_float() for _ in range(4)]
    for number in range(pdfium.FPDFPage_CountObjects(sheet)):
        thing = pdfium.FPDFPage_GetObject(sheet, number)
        # Most are words.
        if pdfium.FPDFPageObj_GetType(thing) == pdfium.FPDF_PAGEOBJ_TEXT:
            continue
        if pdfium.FPDFPageObj_GetBounds(thing, *edges):
            yield left.value, bottom.value, right.value, top.value


def _letters(
    words: pypdfium2.PdfTextPage, signs: Sequence[str], leftward: bool
) -> Iterator[tuple[int, Letter]]:
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    box = [ctypes.byref(edge) for edge in (left, right, bottom, top)]
    # The page's own handle, since it is used for each letter.
    text, count = words.raw, words.count_chars()
    size, upright, end = 0.0, False, 0
    first = last = 0.0
    for index, sign in enumerate(signs):
        # What PDFium adds to a text is white space.
        if sign.isspace():
            continue
        if index >= end:
            # The letters of an object have its size and its slope.
            size, upright = _type_at(text, index)
            end = end_of_object(words, index, count)
            first, last = _base_at(text, index), _base_at(text, end - 1)
        pdfium.FPDFText_GetCharBox(text, index, *box)
        # Where an object ends as high as it begins, it does not rise in between.
        base = first if first == last and not leftward else _base_at(text, index)
        yield index, Letter(size, left.value, right.value, base, upright)


def _level_marks(
    letters: Mapping[int, Letter], signs: Sequence[str]
) -> Iterator[tuple[int, Letter]]:
    """Yield marks as high as their letters: a vowel sign is higher or lower than its letter.

    PDFium may return it before or after that, so it is the nearer one.
    """
    full = [index for index in letters if not unicodedata.combining(signs[index])]
    for index in letters.keys() - full:
        mark, at = letters[index], bisect(full, index)
        level = min(
            (letters[near].base for near in full[max(at - 1, 0) : at + 1]),
            key=lambda base: abs(base - mark.base),
            default=mark.base,
        )
        if abs(level - mark.base) < mark.size:
            yield index, mark._replace(base=level)


def _signs(words: pypdfium2.PdfTextPage, whole: str) -> Sequence[str]:
    """Return the character at each index: that of the page's text where both have equal counts."""
    count = words.count_chars()
    if len(whole) == count:
        return whole
    return [chr(pdfium.FPDFText_GetUnicode(words, index)) for index in range(count)]


def _base_at(text: pdfium.FPDF_TEXTPAGE, index: int) -> float:
    """Return how high a character stands."""
    across, up = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(text, index, ctypes.byref(across), ctypes.byref(up))
    return up.value


def _type_at(text: pdfium.FPDF_TEXTPAGE, index: int) -> tuple[float, bool]:
    """Return the size of a character's type, and whether it is drawn upright."""
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(text, index, matrix)
    high = float((matrix.c**2 + matrix.d**2) ** 0.5)
    return pdfium.FPDFText_GetFontSize(text, index) * high, _is_upright(matrix, high)


def _is_upright(matrix: pdfium.FS_MATRIX, high: float) -> bool:
    """Return whether letters are drawn level, from left to right, and in about their own shape."""
    if high == 0 or matrix.d <= 0 or matrix.a <= 0:
        return False
    level = abs(matrix.b) <= _ASKEW * matrix.a
    return bool(level and _NARROWEST <= matrix.a / high <= _WIDEST)


def _goes_on(before: Letter, letter: Letter, leftward: bool) -> bool:
    size = max(before.size, letter.size)
    level = abs(before.base - letter.base) <= _SAME_LINE * size
    return level and (leftward or letter.left > before.left - size)


def _stand_too_close(lines: Sequence[Line]) -> bool:
    """Return whether two of the lines are over each other."""
    return any(
        abs(one.base - other.base) < _LEAST_LEADING * max(one.size, other.size)
        for one, other in pairwise(lines)
        if one.left < other.right - _SLACK and other.left < one.right - _SLACK
    )


def _cover(line: Line, other: Line) -> bool:
    """Return whether two lines are over each other; words of one line may be side by side."""
    if abs(line.base - other.base) > _SAME_LINE * max(line.size, other.size):
        return _overlap(line.zone, other.zone)
    return any(
        each.left < (letter.left + letter.right) / 2 < each.right
        for letter in line.letters
        for each in other.letters
    )


def _is_whole(line: Line) -> bool:
    """Return whether a line's words are next to each other, none of them far away."""
    # The letters of a ligature have one box, which is wide in some scripts.
    return all(
        -one.size < other.left - one.right < _WIDEST_SPACE * max(one.size, other.size)
        for one, other in pairwise(dict.fromkeys(line.letters))
    )


def _follows(line: Line, other: Line) -> bool:
    """Return whether a line is below the one before it, or in a column right of it."""
    return other.base < line.base or other.left > line.right - _SLACK


def _overlap(one: Box, other: Box) -> bool:
    return (
        one[0] < other[2] - _SLACK
        and other[0] < one[2] - _SLACK
        and one[1] < other[3]
        and other[1] < one[3]
    )


def _cuts(box: Box, zone: Box) -> bool:
    """Return whether a drawn box lies in a line's letters without being the ground of all of them."""
    around = box[0] <= zone[0] and box[1] <= zone[1] and box[2] >= zone[2] and box[3] >= zone[3]
    return _overlap(box, zone) and not around
