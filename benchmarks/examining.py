"""What finished files show to readers that know nothing of how they were made: PDFium, a parser."""

from __future__ import annotations

import io
import re
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
from lxml import etree

_CITATION = re.compile(r"\[(\d+(?:, ?\d+)*)\]")
_FIGURES = re.compile(r"\d+")
# The part of the smaller of two letters that may lie under another: kerning, slanted letters.
_OVER = 0.4
# Letters that follow each other may share their place: PDFium parts ligatures.
_NEIGHBOURS = 4
_CELL = 24


class _Box(NamedTuple):
    sign: int
    left: float
    bottom: float
    right: float
    top: float


def pdf_faults(path: Path) -> Iterator[str]:
    """Yield what is wrong with a PDF for reading: links, notes' pages, letters over others."""
    document = pypdfium2.PdfDocument(path)
    try:
        for number, page in enumerate(document, 1):
            yield from (f"page {number}: {fault}" for fault in _page_faults(page))
    finally:
        document.close()
    yield from _notes_elsewhere(path)


def epub_faults(path: Path) -> Iterator[str]:
    """Yield what is wrong with an EPUB's parts: no XML, an id twice, a link that leads nowhere."""
    with zipfile.ZipFile(path) as archive:
        trees = {
            name.rpartition("/")[2]: etree.fromstring(archive.read(name))
            for name in archive.namelist()
            if name.endswith(".xhtml")
        }
        names = {name.rpartition("/")[2] for name in archive.namelist()}
    ids = {
        name: [each for e in tree.iter() if (each := e.get("id"))] for name, tree in trees.items()
    }
    for name, tree in trees.items():
        if len(set(ids[name])) < len(ids[name]):
            yield f"{name} bears an id twice"
        for target in (each for e in tree.iter() if (each := e.get("href"))):
            document, _, mark = target.partition("#")
            if ":" in target:
                continue
            if document and document.rpartition("/")[2] not in names:
                yield f"{name} leads to {target}, which is not there"
            elif mark and mark not in ids[document or name]:
                yield f"{name} leads to {target}, which has no such place"


def smallest_type(path: Path) -> float:
    """Return the size in points of the smallest letters of a PDF that are no raised marks."""
    document = pypdfium2.PdfDocument(path)
    try:
        return min((size for page in document for size in _sizes(page)), default=0.0)
    finally:
        document.close()


def _sizes(page: pypdfium2.PdfPage) -> Iterator[float]:
    words = page.get_textpage()
    matrix = pdfium.FS_MATRIX()
    for index in range(words.count_chars()):
        sign = chr(pdfium.FPDFText_GetUnicode(words.raw, index))
        if sign.isalpha() and pdfium.FPDFText_GetMatrix(words.raw, index, matrix):
            size = pdfium.FPDFText_GetFontSize(words.raw, index)
            yield float(round(size * max(abs(matrix.a), abs(matrix.b)), 1))


def _page_faults(page: pypdfium2.PdfPage) -> Iterator[str]:
    words = page.get_textpage()
    text = words.get_text_range(0, words.count_chars(), "ignore")
    for citation in _CITATION.finditer(text):
        for figure in _FIGURES.finditer(text, *citation.span(1)):
            left, bottom, right, top = words.get_charbox(figure.start())
            x, y = (left + right) / 2, (bottom + top) / 2
            if not pdfium.FPDFLink_GetLinkAtPoint(page.raw, x, y):
                yield f"the citation {citation[0]} cannot be clicked"
    yield from _letters_over_others(words, text)


def _letters_over_others(words: pypdfium2.PdfTextPage, text: str) -> Iterator[str]:
    """Yield where letters of two lines stand over each other."""
    cells: dict[tuple[int, int], list[_Box]] = defaultdict(list)
    for index in range(words.count_chars()):
        left, bottom, right, top = words.get_charbox(index)
        if right - left < 0.5 or top - bottom < 0.5:
            continue
        box = _Box(index, left, bottom, right, top)
        places = {(int(x // _CELL), int(y // _CELL)) for x in (left, right) for y in (bottom, top)}
        for other in (each for place in places for each in cells[place]):
            if index - other.sign > _NEIGHBOURS and _shared(box, other) > _OVER:
                near = text[max(0, other.sign - 20) : other.sign + 20].split()
                over = text[max(0, index - 20) : index + 20].split()
                yield f"“{' '.join(over)}” stands over “{' '.join(near)}”"
                return
        for place in places:
            cells[place].append(box)


def _shared(one: _Box, other: _Box) -> float:
    """Return the part of the smaller of two boxes that both have."""
    wide = min(one.right, other.right) - max(one.left, other.left)
    high = min(one.top, other.top) - max(one.bottom, other.bottom)
    if wide <= 0 or high <= 0:
        return 0.0
    areas = [(box.right - box.left) * (box.top - box.bottom) for box in (one, other)]
    return wide * high / min(areas)


def _notes_elsewhere(path: Path) -> Iterator[str]:
    """Yield each note that begins on another page than that of its first call."""
    with pikepdf.open(io.BytesIO(path.read_bytes())) as pdf:
        pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
        places = _places(pdf)
        called: set[str] = set()
        for number, page in enumerate(pdf.pages, 1):
            for annotation in page.obj.get("/Annots", pikepdf.Array()):
                name = str(annotation.get("/Dest", ""))
                if "_note_" not in name or name in called:
                    continue
                called.add(name)
                there = pages[places[name]]
                if there != number:
                    yield f"page {number}: the note “{name}” is on page {there}"


def _places(pdf: pikepdf.Pdf) -> dict[str, tuple[int, int]]:
    names = pdf.Root.Names.Dests.Names
    return {
        str(name): place[0].objgen
        for name, place in zip(list(names)[::2], list(names)[1::2], strict=True)
    }
