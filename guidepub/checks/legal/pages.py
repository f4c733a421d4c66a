"""A PDF's text by page, and whether parts of it can be seen, by PDFium."""

from __future__ import annotations

import functools
import io
from collections.abc import Iterator, Sequence
from pathlib import Path

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image, ImageChops

from guidepub.checks.legal.heads import readings
from guidepub.checks.legal.layers import document_doubts, is_stated, page_doubts, stated_share
from guidepub.checks.legal.lines import Line, PageLook, line_problems, look_of
from guidepub.checks.legal.matching import WordingMatch
from guidepub.checks.legal.runs import paper_of, problems_of, runs_of, sheet_of
from guidepub.checks.legal.sight import Problem
from guidepub.checks.legal.texts import FileText

PAGES = 5000
"""Pages that are read; no bound book has more."""

# Letters of a page, and of text that is looked at, beyond which nobody prints a notice.
_LETTERS = 200_000
# Pages of a short book are not opened twice.
_KEPT_OPEN = 60
_WHITE = (255, 255, 255)


class Pages:
    """An open PDF. Close it when done."""

    def __init__(self, file: Path | bytes) -> None:
        self._file = file
        self.document = pypdfium2.PdfDocument(file)
        self._open: dict[int, tuple[pypdfium2.PdfPage, pypdfium2.PdfTextPage]] = {}
        self._looks: dict[int, PageLook] = {}
        pages = []
        for number in range(min(len(self.document), PAGES)):
            _, words = self._page(number)
            pages.append(words.get_text_range()[:_LETTERS].replace("\r", ""))
            if number >= _KEPT_OPEN:
                self._close_page(number)
        names = [f"page {number}" for number in range(1, len(pages) + 1)]
        self.texts: list[FileText] = readings(list(zip(names, pages, strict=True)))
        self.text: FileText = self.texts[0]
        self.unread: str = ""
        """Which part of the file was not read, if it is longer than any book."""
        if len(self.document) > PAGES:
            self.unread = f"only {PAGES:,} of its {len(self.document):,} pages were read"
        elif any(len(page) >= _LETTERS for page in pages):
            self.unread = "a page has more letters than were read"
        self.whole: FileText = self.texts[-1]
        """The same with its running heads."""

    def close(self) -> None:
        """Let go of the file."""
        for number in list(self._open):
            self._close_page(number)
        self.document.close()

    def _page(self, number: int) -> tuple[pypdfium2.PdfPage, pypdfium2.PdfTextPage]:
        """Return a page and its text, opened when first asked for."""
        if number not in self._open:
            page = self.document[number]
            self._open[number] = page, page.get_textpage()
        return self._open[number]

    def _close_page(self, number: int) -> None:
        page, words = self._open.pop(number)
        words.close()
        page.close()

    def problems(self, found: Sequence[WordingMatch]) -> list[list[Problem]]:
        """Return for each wording that stands in the file why it cannot be seen."""
        told: list[list[Problem]] = [[] for _ in found]
        by_page: dict[int, list[tuple[int, int, int]]] = {}
        for number, each in enumerate(found):
            for page, start, end in self.text.parts(each.start, each.end):
                by_page.setdefault(page, []).append((number, start, end))
        for page, parts in sorted(by_page.items()):
            self._look_at(page, parts, found, told)
        return told

    def doubts(self, found: Sequence[WordingMatch]) -> list[list[Problem]]:
        """Return for each wording that stands in the file why it cannot be told that it is seen.

        Raises:
            pikepdf.PdfError: the file cannot be opened.
        """
        told: list[list[Problem]] = [[] for _ in found]
        if not found:
            return told
        source = io.BytesIO(self._file) if isinstance(self._file, bytes) else self._file
        with pikepdf.open(source) as pdf:
            everywhere = list(document_doubts(pdf))
            of_page = functools.cache(lambda page: tuple(page_doubts(pdf.pages[page])))
            for number, each in enumerate(found):
                for page, start, end in self.text.parts(each.start, each.end):
                    reasons = [*everywhere, *of_page(page)]
                    if self._is_stated(page, start, end):
                        reasons.append("words that the file states beside what it draws")
                    where = self.text.names[page]
                    told[number] += [Problem(where, "doubtful", reason) for reason in reasons]
        return told

    def _is_stated(self, page: int, start: int, end: int) -> bool:
        sheet, words = self._page(page)
        unit = self.whole.units[page]
        runs = runs_of(words, sheet_of(sheet), _place(unit, start), _place(unit, end))
        letters = sum(map(str.isalnum, unit[start:end]))
        return is_stated(stated_share([run.object for run in runs], letters))

    def parts_of(self, found: WordingMatch) -> Iterator[tuple[int, list[Line]]]:
        """Yield the pages, counted from 0, on which a wording stands, and its lines on each."""
        for number, start, end in self.text.parts(found.start, found.end):
            unit = self.whole.units[number]
            yield number, self._look(number).lines(_place(unit, start), _place(unit, end))

    def line_problems(self, found: Sequence[WordingMatch]) -> list[list[Problem]]:
        """Return for each wording why its lines cannot be read as they should.

        This is for files whose pages guidepub lays out: others may print a notice down a
        margin, or under a stamp.
        """
        told: list[list[Problem]] = []
        for each in found:
            told.append([])
            for number, own in self.parts_of(each):
                look, name = self._look(number), self.text.names[number]
                told[-1] += line_problems(own, look.others(own), look.drawn, name)
        return told

    def _look(self, number: int) -> PageLook:
        """Return what stands on a page, looked at once."""
        if number not in self._looks:
            self._looks[number] = look_of(*self._page(number))
        return self._looks[number]

    def _look_at(
        self,
        number: int,
        parts: Sequence[tuple[int, int, int]],
        found: Sequence[WordingMatch],
        told: list[list[Problem]],
    ) -> None:
        page, words = self._page(number)
        sheet = sheet_of(page)
        unit = self.whole.units[number]
        runs = {
            part: list(runs_of(words, sheet, _place(unit, start), _place(unit, end)))
            for part, start, end in parts
        }
        shown = _drawn(page, sheet.scale, grey=True)
        for run in (run for own in runs.values() for run in own):
            pdfium.FPDFTextObj_SetTextRenderMode(run.object, pdfium.FPDF_TEXTRENDERMODE_INVISIBLE)
        bare = _drawn(page, sheet.scale, grey=True)
        difference = ImageChops.difference(shown, bare)
        if any(paper_of(bare, run) != _WHITE for own in runs.values() for run in own):
            bare = _drawn(page, sheet.scale, grey=False)
        for part, own in runs.items():
            wording = found[part].wording
            where = self.text.names[number]
            for run in own:
                told[part] += problems_of(
                    run, bare, difference, where, wording.min_size, wording.min_contrast
                )
        # Its words were made invisible.
        self._close_page(number)


def _place(unit: str, position: int) -> int:
    """Return the place among PDFium's characters, which count line ends as two."""
    return position + unit.count("\n", 0, position)


def _drawn(page: pypdfium2.PdfPage, scale: float, grey: bool) -> Image.Image:
    """Draw a page, in grey where that tells enough: it takes a third of the time."""
    bitmap = page.render(scale=scale, may_draw_forms=False, grayscale=grey, rev_byteorder=True)
    image: Image.Image = bitmap.to_pil()
    kind = "L" if grey else "RGB"
    return image if image.mode == kind else image.convert(kind)
