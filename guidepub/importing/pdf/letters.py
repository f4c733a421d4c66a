"""Joins the letters of a PDF's pages into runs: words on a line without a wide gap.

What readers of the page cannot see is kept separate: hidden layers, and text beyond its edges.
"""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import pypdfium2
import pypdfium2.raw as pdfium

from guidepub.importing.originals.escaping import plain_letters
from guidepub.importing.originals.refusals import refusal
from guidepub.importing.pdf.layers import without_hidden_layers
from guidepub.importing.pdf.rotation import PaperEdges, point_rotated, turns_of
from guidepub.words.characters import FORBIDDEN

_MOST_PAGES = 1500
_MOST_LETTERS = 2_000_000
# Private characters of symbol fonts, for the bullets that they show.
_SYMBOLS = dict.fromkeys((61623, 61607, 61656, 61558, 61551, 61485, 9679, 9632), "•")
# PDFium's characters for a hyphen at the end of a line, and for letters that a font does not map.
_HYPHEN = 2
_UNKNOWN = frozenset({0, 0xFFFD, 0xFFFE, 0xFFFF, *range(0xD800, 0xE000)})
# Gaps in ems: between letters with a space, and between runs.
_SPACE = 0.18
_WIDE = 1.0
# A gap that is wider than the spaces of most lines, and may separate cells.
_GAP = 0.45
# The largest difference between the baselines of neighbouring letters, in ems.
_STEP = 0.12
_BOLD = ("bold", "black", "heavy", "semibold", "demi")


@dataclass(frozen=True, slots=True)
class PaperRun:
    """Some words on a page: their edges and foot in points from below, and their size.

    The page is turned so that most of its words run to the right. The foot of words that run
    upwards or downwards is where they begin, since column headings begin side by side. `parts` are
    its parts between gaps that are wider than spaces, as between cells; there are none if all
    gaps are spaces.
    """

    text: str
    left: float
    right: float
    foot: float
    size: float
    bold: bool = False
    parts: tuple[PaperRun, ...] = ()


@dataclass(frozen=True, slots=True)
class PaperPage:
    """A page's runs in the order in which the file draws them, and its number of pictures.

    `beyond` are words outside its edges, `hidden` those of layers that are not shown.
    """

    number: int
    runs: tuple[PaperRun, ...]
    pictures: int
    beyond: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()


@dataclass(slots=True)
class PaperText:
    """All pages of a PDF, and its metadata."""

    pages: list[PaperPage]
    about: dict[str, str]
    language: str
    letters: int = 0
    unknown: int = 0


@dataclass(frozen=True, slots=True)
class _PaperLetter:
    """A letter: its index on the page, its character, its edges, and the origin of its object.

    `turns` is its direction.
    """

    index: int
    sign: str
    box: PaperEdges
    begin: tuple[float, float]
    turns: int
    size: float


@dataclass(slots=True)
class _Reader:
    """Joins the letters of one page, which must be turned `turns` times, into runs.

    The coordinates of the current run are those of a page turned so that its words run to the right.
    """

    page_turns: int = 0
    runs: list[PaperRun] = field(default_factory=list)
    last: PaperRun | None = None
    turns: int = 0
    # The gaps in the current run: after how many characters, and their two edges.
    gaps: list[tuple[int, float, float]] = field(default_factory=list)
    space: bool = False
    letters: int = 0
    unknown: int = 0

    def close(self) -> None:
        """End the current run."""
        if self.last and (text := FORBIDDEN.sub("", plain_letters(self.last.text)).strip()):
            run = replace(self.last, text=text, parts=tuple(self._parts(self.last)))
            self.runs.append(_on_page(run, self.page_turns - self.turns))
        self.last, self.space = None, False
        self.gaps.clear()

    def _parts(self, run: PaperRun) -> Iterator[PaperRun]:
        """Yield the parts of a run between its gaps, if it has any."""
        begin, left = 0, run.left
        for end, right, following in [*self.gaps, (len(run.text), run.right, 0.0)]:
            text = FORBIDDEN.sub("", plain_letters(run.text[begin:end])).strip()
            if self.gaps and text:
                yield replace(run, text=text, left=left, right=right)
            begin, left = end, following

    def read(self, letter: _PaperLetter, words: pdfium.FPDF_TEXTPAGE) -> None:
        """Add a letter to the current run, or begin a new one with it."""
        box = letter.box.rotated(letter.turns)
        _, foot = point_rotated(*letter.begin, letter.turns)
        if letter.turns == self.turns and self._continues_run(box.left, foot, letter.size):
            self._add(letter.sign, box.left, box.right, letter.size)
        else:
            self.close()
            self.turns = letter.turns
            bold = _is_bold(words, letter.index)
            self.last = PaperRun(letter.sign, box.left, box.right, foot, letter.size, bold)

    def _add(self, letter: str, left: float, right: float, size: float) -> None:
        if last := self.last:
            apart = " " if self.space or left - last.right > _SPACE * size else ""
            if left - last.right > _GAP * size:
                self.gaps.append((len(last.text), last.right, left))
            text = f"{last.text}{apart}{letter}"
            self.last = replace(last, text=text, right=max(right, last.right))
        self.space = False

    def _continues_run(self, left: float, foot: float, size: float) -> bool:
        """Return whether a letter belongs to the current run."""
        last = self.last
        if last is None or left - last.right > _WIDE * size or left < last.right - size:
            return False
        return not (abs(foot - last.foot) > _STEP * size or abs(size - last.size) > _STEP * size)


def read_pages(data: bytes, path: str) -> PaperText:
    """Return the text of a PDF's pages.

    Raises:
        InputError: it is not a PDF, has a password, or is too large (I001, I003, I004).
    """
    if (pared := without_hidden_layers(data)) is None:
        return _read(data, path)
    text, whole = _read(pared, path), _read(data, path)
    for index, (page, other) in enumerate(zip(text.pages, whole.pages, strict=True)):
        shown = frozenset(page.runs)
        hidden = tuple(run.text for run in other.runs if run not in shown)
        text.pages[index] = replace(page, hidden=hidden)
    return text


def _read(data: bytes, path: str) -> PaperText:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            message = "The PDF is protected by a password."
            raise refusal(path, "I001", message, "Save it without one.") from error
        message = "The file is damaged, or is not a PDF."
        raise refusal(path, "I004", message, "Save it again as PDF.") from error
    try:
        if len(document) > _MOST_PAGES:
            raise refusal(path, "I003", f"The PDF has over {_MOST_PAGES:,} pages.", "Split it.")
        text = PaperText([], document.get_metadata_dict(skip_empty=True), _language(document))
        for number in range(len(document)):
            _add_page(text, document, number)
            if text.letters > _MOST_LETTERS:
                raise refusal(
                    path, "I003", f"The PDF has over {_MOST_LETTERS:,} letters.", "Split it."
                )
        return text
    except pypdfium2.PdfiumError as error:
        message = "A page of the PDF is damaged."
        raise refusal(path, "I004", message, "Save it again as PDF.") from error
    finally:
        document.close()


def _add_page(text: PaperText, document: pypdfium2.PdfDocument, number: int) -> None:
    page = document[number]
    words = page.get_textpage()
    try:
        reader, beyond = _Reader(), _Reader()
        edges = pdfium.FS_RECTF(-math.inf, math.inf, math.inf, -math.inf)
        pdfium.FPDF_GetPageBoundingBox(page.raw, edges)
        _read_letters(words.raw, edges, reader, beyond)
        pictures = sum(1 for _ in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=2))
        outside = tuple(run.text for run in beyond.runs)
        text.pages.append(PaperPage(number + 1, tuple(reader.runs), pictures, outside))
        text.letters += reader.letters + beyond.letters
        text.unknown += reader.unknown
    finally:
        words.close()
        page.close()


def _read_letters(
    words: pdfium.FPDF_TEXTPAGE, edges: pdfium.FS_RECTF, within: _Reader, beyond: _Reader
) -> None:
    """Join the letters of a page into runs, which end at the end of a line at the latest.

    Letters beyond the page's edges, such as a crop box, are read into `beyond`.
    """
    marks = list(_marks(words))
    ways = Counter(mark.turns for mark in marks if isinstance(mark, _PaperLetter))
    within.page_turns = beyond.page_turns = max(ways, key=lambda turns: ways[turns], default=0)
    for mark in marks:
        if isinstance(mark, _PaperLetter):
            reader = within if _is_within(mark.box, edges) else beyond
            reader.letters += 1
            reader.read(mark, words)
        elif mark == "\n":
            within.close()
            beyond.close()
        elif mark == " ":
            within.space = beyond.space = True
        else:
            within.unknown += 1
    within.close()
    beyond.close()


def _marks(words: pdfium.FPDF_TEXTPAGE) -> Iterator[_PaperLetter | str]:
    """Yield the letters of a page, line ends and spaces, and "" for a glyph without a character."""
    box, matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
    for index in range(min(pdfium.FPDFText_CountChars(words), _MOST_LETTERS)):
        code = pdfium.FPDFText_GetUnicode(words, index)
        if code in (10, 13):
            yield "\n"
        elif code in (9, 32, 160):
            yield " "
        elif code in _UNKNOWN:
            yield ""
        elif pdfium.FPDFText_GetLooseCharBox(words, index, box) and pdfium.FPDFText_GetMatrix(
            words, index, matrix
        ):
            sign = "-" if code == _HYPHEN else _SYMBOLS.get(code) or chr(code)
            # A font with a negative size draws its letters upside down.
            set_in = pdfium.FPDFText_GetFontSize(words, index)
            turns = turns_of(matrix.a * set_in, matrix.b * set_in)
            size = max(abs(set_in) * math.hypot(matrix.c, matrix.d), 1.0)
            edges = PaperEdges(box.left, box.bottom, box.right, box.top)
            yield _PaperLetter(index, sign, edges, (matrix.e, matrix.f), turns, size)


def _on_page(run: PaperRun, turns: int) -> PaperRun:
    """Return a horizontal run in the coordinates of its page, which is turned `turns` times."""
    if turns % 4 == 0:
        return run
    box = PaperEdges(run.left, run.foot, run.right, run.foot + run.size).rotated(turns)
    _, begin = point_rotated(run.left, run.foot, turns)
    return replace(run, left=box.left, right=box.right, foot=begin, parts=())


def _is_within(box: PaperEdges, edges: pdfium.FS_RECTF) -> bool:
    """Return whether the middle of a letter is on the page."""
    across, up = (box.left + box.right) / 2, (box.bottom + box.top) / 2
    return bool(edges.left <= across <= edges.right and edges.bottom <= up <= edges.top)


def _is_bold(words: pdfium.FPDF_TEXTPAGE, index: int) -> bool:
    """Return whether a letter's font has a name with “bold”; few files state its weight."""
    name, flags = ctypes.create_string_buffer(128), ctypes.c_int()
    size = pdfium.FPDFText_GetFontInfo(words, index, name, 128, flags)
    font = name.raw[: max(min(size, 128) - 1, 0)].decode("utf-8", "replace").lower()
    return any(word in font for word in _BOLD)


def _language(document: pypdfium2.PdfDocument) -> str:
    size = pdfium.FPDFCatalog_GetLanguage(document.raw, None, 0)
    if not 0 < size <= 200:
        return ""
    buffer = (ctypes.c_ushort * (size // 2 + 1))()
    pdfium.FPDFCatalog_GetLanguage(document.raw, buffer, size)
    return bytes(buffer).decode("utf-16-le", "replace").partition("\0")[0]
