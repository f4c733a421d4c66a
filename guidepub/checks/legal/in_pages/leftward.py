"""The text of a page in a script from right to left, in reading order.

PDFium returns the signs of a line from right to left piece by piece, and reverses what runs the
other way: the parts of an address between its stops. So signs are put in order here by where
they stand. What was painted in one go, from left to right, is one text; texts follow each other
as they were painted.
"""

from __future__ import annotations

import ctypes
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from guidepub.words.leftward import has_leftward, has_own_figure, other_bracket, units
from guidepub.words.wording import LINE_END_HYPHEN

_DEEPEST = 8
# Parts of a sign's height: texts that are further apart are words of their own.
_APART, _APART_TEXTS = 0.12, 0.05
_SLACK = 0.75
# In points, and how many signs may reach over one place.
_HAIR, _OVERLAPPING = 0.15, 4
# Parts of a sign's height: what is higher or lower is not a raised figure.
_UNEVEN = 0.6
# Parts of the tallest sign's height: one that is no taller is a mark.
_SMALLER = 0.9
# How many characters before a mark its letter stands: others are marks, or PDFium's spaces.
_BACK = 5
# PDFium's own sign for a hyphen at a line's end; where it returns a text, that is another one.
_HYPHEN = "\x02"
_FRACTION = {"/": "\N{FRACTION SLASH}"}
_R2L = b"R2L"


class PageText(NamedTuple):
    """A page's text, with the index among PDFium's characters of each sign."""

    text: str
    numbers: Sequence[int]


class _Sign(NamedTuple):
    letter: str
    number: int
    painted: int
    left: float
    right: float
    origin: float
    base: float
    height: float


@dataclass(slots=True)
class _Piece:
    """Signs that were painted one after the other from left to right."""

    signs: list[_Sign]

    @property
    def left(self) -> float:
        return min(sign.left for sign in _inked(self.signs))

    @property
    def right(self) -> float:
        return max(sign.right for sign in _inked(self.signs))


def is_leftward(document: pypdfium2.PdfDocument) -> bool:
    """Return whether a file says that it is read from right to left (ISO 32000-1, table 150)."""
    buffer = ctypes.create_string_buffer(8)
    pdfium.FPDF_VIEWERREF_GetName(document.raw, b"Direction", buffer, 8)
    return buffer.value == _R2L


def text_of_page(page: pypdfium2.PdfPage, words: pypdfium2.PdfTextPage, limit: int) -> PageText:
    """Return the first signs of a page, `limit` at most, line by line as it is read."""
    painted = dict(_painted(page.raw, pdfium.FPDFPage_CountObjects, pdfium.FPDFPage_GetObject, {}))
    letters: list[str] = []
    numbers: list[int] = []
    reader = _LineReader()
    for line in _level(_signs(words, painted, min(limit, words.count_chars()))):
        if letters:
            letters.append("\n")
            numbers.append(numbers[-1])
        for letter, number in reader.read(line):
            letters.append(letter)
            numbers.append(number)
    return PageText("".join(letters), numbers)


def _painted(
    holder: object, count: object, get: object, found: dict[int, int], depth: int = 0
) -> dict[int, int]:
    """Return the texts of a page by their addresses, each with its place in painting order."""
    for number in range(count(holder)):  # type: ignore[operator]
        thing = get(holder, number)  # type: ignore[operator]
        kind = pdfium.FPDFPageObj_GetType(thing)
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            found[ctypes.addressof(thing.contents)] = len(found)
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            _painted(
                thing,
                pdfium.FPDFFormObj_CountObjects,
                pdfium.FPDFFormObj_GetObject,
                found,
                depth + 1,
            )
    return found


def _signs(words: pypdfium2.PdfTextPage, painted: Mapping[int, int], count: int) -> Iterator[_Sign]:
    """Yield the signs of a page, its brackets as they look."""
    turned = True
    for number in range(count):
        letter = chr(pdfium.FPDFText_GetUnicode(words, number))
        letter = LINE_END_HYPHEN if letter == _HYPHEN else letter
        if letter in "\r\n":
            turned = True
            continue
        # PDFium reverses signs after a letter of such a script, and swaps brackets.
        kind = unicodedata.bidirectional(letter)
        turned = kind in ("R", "AL") or (turned and kind != "L")
        pointer = pdfium.FPDFText_GetTextObject(words, number)
        # Spaces that PDFium adds have no place.
        if pointer and pdfium.FPDFText_IsGenerated(words, number) != 1:
            place = painted.get(ctypes.addressof(pointer.contents), len(painted))
            yield _sign(words, number, other_bracket(letter) if turned else letter, place)


def _sign(words: pypdfium2.PdfTextPage, number: int, letter: str, painted: int) -> _Sign:
    box = pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(words, number, ctypes.byref(box))
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(words, number, x, y)
    height = pdfium.FPDFText_GetFontSize(words, number)
    return _Sign(letter, number, painted, box.left, box.right, x.value, y.value, height)


def _level(signs: Iterable[_Sign]) -> Iterator[list[_Sign]]:
    """Yield the lines of a page as they were painted: PDFium parts and joins some by their height."""
    line: list[_Sign] = []
    # Marks are higher or lower than their letters, and may be painted before them.
    marks: list[_Sign] = []
    last: _Sign | None = None
    for sign in sorted(signs, key=lambda sign: (sign.painted, sign.number)):
        if unicodedata.combining(sign.letter):
            marks.append(sign)
            continue
        if last and abs(last.base - sign.base) > _UNEVEN * min(last.height, sign.height):
            behind = [mark for mark in marks if _is_nearer(mark, last, sign)]
            yield [*line, *behind]
            line, marks = [], [mark for mark in marks if mark not in behind]
        line += [*marks, sign]
        marks, last = [], sign
    if line or marks:
        yield [*line, *marks]


def _is_nearer(mark: _Sign, letter: _Sign, other: _Sign) -> bool:
    """Return whether a mark's base is nearer to that of a letter than to that of another one."""
    return abs(mark.base - letter.base) <= abs(mark.base - other.base)


class _LineReader:
    """Reads a page's lines in their order."""

    def __init__(self) -> None:
        # Whether the last text was Latin words: figures that begin the next line belong to them.
        self._in_latin = False

    def read(self, line: Sequence[_Sign]) -> Iterator[tuple[str, int]]:
        """Yield the signs of a line as they are read, each with its number."""
        before: _Piece | None = None
        last = ""
        for piece in _pieces(_without_covered_spaces(line)):
            if before is not None and _is_apart(before, piece) and not last.isspace():
                yield " ", piece.signs[0].number
            for letter, number in _in_order(piece.signs, self._is_latin(piece, before is None)):
                yield letter, number
                last = letter
            before = piece

    def _is_latin(self, piece: _Piece, is_first: bool) -> bool:
        letters = "".join(sign.letter for sign in piece.signs)
        tallest = max(sign.height for sign in piece.signs)
        # Marks of notes, which are smaller, belong to the words before them.
        level = "".join(sign.letter for sign in piece.signs if sign.height > _SMALLER * tallest)
        is_amount = has_own_figure(level) and not any(map(str.islower, level))
        if has_leftward(letters) or is_amount:
            self._in_latin = False
        elif any(unicodedata.bidirectional(letter) == "L" for letter in letters):
            self._in_latin = True
        elif not is_first:
            self._in_latin = False
        return self._in_latin


def _without_covered_spaces(line: Sequence[_Sign]) -> list[_Sign]:
    """Return the signs of a line but for spaces that are where letters of other texts are.

    PDFium adds a space where a text steps back, over the letter to which it steps, and does not
    say that it is its own; next to a mark, that has no width. Letters of its own text may reach
    over a space, as a kaf does.
    """
    drawn = sorted((sign.left, sign.right, sign.painted) for sign in line if _is_drawn(sign))
    lefts = [left for left, *_ in drawn]

    def is_covered(x: float, own: int | None) -> bool:
        at = bisect_right(lefts, x)
        before = drawn[max(at - _OVERLAPPING, 0) : at]
        return any(right >= x and text != own for _, right, text in before)

    def is_own(space: _Sign) -> bool:
        own = space.painted if space.right > space.left else None
        inner = (space.left + _HAIR, (space.left + space.right) / 2, space.right - _HAIR)
        return not all(is_covered(x, own) for x in inner)

    return [sign for sign in line if not sign.letter.isspace() or is_own(sign)]


def _pieces(line: Sequence[_Sign]) -> list[_Piece]:
    """Return what is on a line in the order in which it was painted, texts one by one."""
    by_text: dict[int, list[_Sign]] = {}
    for sign in line:
        by_text.setdefault(sign.painted, []).append(sign)
    found: list[_Piece] = []
    for _, signs in sorted(by_text.items()):
        piece = _Piece(signs)
        if found and _goes_on(found[-1], piece):
            found[-1].signs += signs
        else:
            found.append(piece)
    return found


def _goes_on(before: _Piece, piece: _Piece) -> bool:
    """Return whether a text is where the one that was painted before it ends, on the right."""
    begins = piece.left < before.right + _SLACK * piece.signs[0].height
    return begins and piece.right > before.left + _SLACK


def _inked(signs: Sequence[_Sign]) -> Sequence[_Sign]:
    """Return signs without the spaces at a line's end, which may lie beyond the page's text."""
    return [sign for sign in signs if not sign.letter.isspace()] or signs


def _is_apart(before: _Piece, piece: _Piece) -> bool:
    gap = max(before.left - piece.right, piece.left - before.right)
    return gap > _APART_TEXTS * piece.signs[0].height


def _in_order(signs: Sequence[_Sign], is_latin: bool) -> Iterator[tuple[str, int]]:
    """Yield the signs of one text as they are read, each with its number.

    Latin words that are painted by themselves have their direction, and all that is next to them.
    """
    clusters = _parted(_clusters(signs))
    seen = "".join(cluster[0].letter for cluster in clusters)
    read: list[Sequence[_Sign]] = []
    end = len(clusters)
    for first, last in [(0, end)] if is_latin else reversed(list(units(seen))):
        read += map(_mirrored, reversed(clusters[last:end]))
        read += clusters[first:last]
        end = first
    read += map(_mirrored, reversed(clusters[:end]))
    for cluster in read:
        for sign in cluster:
            yield sign.letter, sign.number


def _mirrored(cluster: Sequence[_Sign]) -> Sequence[_Sign]:
    return [sign._replace(letter=other_bracket(sign.letter)) for sign in cluster]


def _parted(clusters: Sequence[list[_Sign]]) -> list[list[_Sign]]:
    """Return the letters of a text with spaces where there are gaps: drawings have no others."""
    found: list[list[_Sign]] = []
    for cluster in clusters:
        before, first = found[-1][0] if found else None, cluster[0]
        if (
            before is not None
            and not (before.letter + first.letter).isspace()
            and not before.letter.isspace()
            and not first.letter.isspace()
            and first.left - before.right > _APART * first.height
        ):
            found.append([first._replace(letter=" ")])
        found.append(cluster)
    return found


def _clusters(signs: Sequence[_Sign]) -> list[list[_Sign]]:
    """Return signs from left to right: the letters of one glyph together, with their marks."""
    glyphs: dict[tuple[int, float], list[_Sign]] = {}
    for sign in signs:
        glyphs.setdefault((sign.painted, round(sign.origin, 2)), []).append(sign)
    found, marks = [], []
    owners: dict[int, list[_Sign]] = {}
    for _, glyph in sorted(glyphs.items(), key=lambda item: item[0][1]):
        if all(unicodedata.combining(sign.letter) for sign in glyph):
            marks += glyph
            continue
        if any(sign.letter.isspace() for sign in glyph):
            # Words that a replacement (ActualText) stands for: PDFium has laid their letters side
            # by side as they look, and put them in another order.
            letters = [[sign] for sign in sorted(glyph, key=lambda sign: sign.left)]
            found += letters
            owners |= {cluster[0].number: cluster for cluster in letters}
            continue
        # PDFium writes ½ as three signs, with a slash.
        if len(glyph) > 1 and all(sign.letter.isdecimal() or sign.letter == "/" for sign in glyph):
            glyph[:] = [
                sign._replace(letter=_FRACTION.get(sign.letter, sign.letter)) for sign in glyph
            ]
        # PDFium has turned round the letters of a glyph that has several.
        if len(glyph) > 1 and any(has_leftward(sign.letter) for sign in glyph):
            glyph.sort(key=lambda sign: -sign.number)
        found.append(glyph)
        # PDFium puts a glyph's own points before its letter, after the letter of other glyphs.
        owners |= {sign.number: glyph for sign in glyph if not unicodedata.combining(sign.letter)}
    for mark in sorted(marks, key=lambda mark: mark.number):
        _owner(mark, found, owners).append(mark)
    return found


def _is_drawn(sign: _Sign) -> bool:
    return not (sign.letter.isspace() or unicodedata.combining(sign.letter))


def _owner(
    mark: _Sign, glyphs: list[list[_Sign]], owners: Mapping[int, list[_Sign]]
) -> list[_Sign]:
    """Return the glyph that a mark belongs to: the next one that was painted."""
    numbers = range(mark.number - 1, mark.number - _BACK, -1)
    before = next((owners[number] for number in numbers if number in owners), None)
    if before is not None and before[0].painted == mark.painted:
        return before
    behind = [glyph for glyph in glyphs if glyph[0].painted > mark.painted]
    if behind:
        return min(behind, key=lambda glyph: (glyph[0].painted, glyph[0].origin))
    if not glyphs:
        glyphs.append([])
    return glyphs[0]
