"""A PDF's text by page, and whether parts of it can be seen, by PDFium."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image, ImageChops

from guidepub.checks.legal.in_pages.layers import (
    document_doubts,
    is_stated,
    page_doubts,
    stated_share,
)
from guidepub.checks.legal.in_pages.leftward import is_leftward, text_of_page
from guidepub.checks.legal.in_pages.lines import Line, PageLook, line_problems, look_of
from guidepub.checks.legal.in_pages.runs import Run, paper_of, problems_of, runs_of, sheet_of
from guidepub.checks.legal.wordings.heads import readings
from guidepub.checks.legal.wordings.matching import WordingMatch
from guidepub.checks.legal.wordings.sight import Problem
from guidepub.checks.legal.wordings.texts import FileText

PAGES = 5000
"""Pages that are read; no bound book has more."""

# Limits on the letters of a page, and of a file, that are read: no notice stands beyond them.
_LETTERS = 200_000
# Pages of a short book are not opened twice.
_KEPT_OPEN = 60
_WHITE = (255, 255, 255)


class Pages:
    """An open PDF. Close it when done."""

    def __init__(self, file: Path | bytes) -> None:
        self.document = pypdfium2.PdfDocument(file)
        self._open: dict[int, tuple[pypdfium2.PdfPage, pypdfium2.PdfTextPage]] = {}
        self._looks: dict[int, PageLook] = {}
        self._raw: dict[int, str] = {}
        self._runs: dict[int, dict[tuple[int, int], list[Run]]] = {}
        self._leftward = is_leftward(self.document)
        self._numbers: dict[int, Sequence[int]] = {}
        pages = []
        for number in range(min(len(self.document), PAGES)):
            page, words = self._page(number)
            pages.append(self._read(number, page, words))
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

    def _read(self, number: int, page: pypdfium2.PdfPage, words: pypdfium2.PdfTextPage) -> str:
        if not self._leftward:
            raw: str = words.get_text_range()
            if len(raw) <= _LETTERS:
                self._raw[number] = raw
            return raw[:_LETTERS].replace("\r", "")
        text, self._numbers[number] = text_of_page(page, words, _LETTERS)
        return text

    def close(self) -> None:
        """Close the file."""
        for number in list(self._open):
            self._close_page(number)
        self.document.close()

    @contextmanager
    def sheet(self, number: int) -> Iterator[pypdfium2.PdfPage]:
        """Give a page, counted from 0, for as long as the context lasts."""
        if number in self._open:
            yield self._open[number][0]
            return
        page = self.document[number]
        try:
            yield page
        finally:
            page.close()

    def _page(self, number: int) -> tuple[pypdfium2.PdfPage, pypdfium2.PdfTextPage]:
        """Return a page and its text, opened when first asked for."""
        if number not in self._open:
            page = self.document[number]
            self._open[number] = page, page.get_textpage()
        return self._open[number]

    def _close_page(self, number: int) -> None:
        page, words = self._open.pop(number)
        self._runs.pop(number, None)
        words.close()
        page.close()

    def problems(self, found: Sequence[WordingMatch]) -> list[list[Problem]]:
        """Return for each wording in the file why it cannot be seen."""
        problems: list[list[Problem]] = [[] for _ in found]
        by_page: dict[int, list[tuple[int, int, int]]] = {}
        for number, each in enumerate(found):
            for page, start, end in self.text.parts(each.start, each.end):
                by_page.setdefault(page, []).append((number, start, end))
        for page, parts in sorted(by_page.items()):
            self._look_at(page, parts, found, problems)
        return problems

    def doubts(self, found: Sequence[WordingMatch], pdf: pikepdf.Pdf) -> list[list[Problem]]:
        """Return for each wording in the file why it is uncertain whether a reader sees it.

        `pdf` is the same file.
        """
        problems: list[list[Problem]] = [[] for _ in found]
        if not found:
            return problems
        everywhere = list(document_doubts(pdf))
        doubts_of_page = functools.cache(lambda page: tuple(page_doubts(pdf.pages[page])))
        for number, each in enumerate(found):
            for page, start, end in self.text.parts(each.start, each.end):
                reasons = [*everywhere, *doubts_of_page(page)]
                if self._is_stated(page, start, end):
                    reasons.append("words that the file states beside what it draws")
                where = self.text.names[page]
                problems[number] += [Problem(where, "doubtful", reason) for reason in reasons]
        return problems

    def _is_stated(self, page: int, start: int, end: int) -> bool:
        letters = sum(map(str.isalnum, self.whole.units[page][start:end]))
        runs = self._runs_on(page, start, end)
        return is_stated(stated_share([run.object for run in runs], letters))

    def _runs_on(self, number: int, start: int, end: int) -> list[Run]:
        """Return the runs of a part of a page's text, for as long as the page is open."""
        page, words = self._page(number)
        known = self._runs.setdefault(number, {})
        if (start, end) not in known:
            places = self._places(number, start, end)
            known[start, end] = list(runs_of(words, sheet_of(page), *places, self._leftward))
        return known[start, end]

    def _places(self, number: int, start: int, end: int) -> tuple[int, int]:
        """Return the range of PDFium's characters for a part of a page's text."""
        if number in self._numbers:
            own = self._numbers[number][start:end] or [0]
            return min(own), max(own) + 1
        unit = self.whole.units[number]
        return _place(unit, start), _place(unit, end)

    def parts_of(self, found: WordingMatch) -> Iterator[tuple[int, list[Line]]]:
        """Yield the pages, counted from 0, on which a wording stands, and its lines on each."""
        for number, start, end in self.text.parts(found.start, found.end):
            yield number, self._look(number).lines(*self._places(number, start, end))

    def line_problems(self, found: Sequence[WordingMatch]) -> list[list[Problem]]:
        """Return for each wording why its lines cannot be read as they should.

        This is for files whose pages guidepub lays out: others may print a notice down a
        margin, or under a stamp.
        """
        problems: list[list[Problem]] = []
        for each in found:
            problems.append([])
            for number, own in self.parts_of(each):
                look, name = self._look(number), self.text.names[number]
                problems[-1] += line_problems(own, look.others(own), look.drawn, name)
        return problems

    def _look(self, number: int) -> PageLook:
        """Return the content of a page, which is read once."""
        if number not in self._looks:
            self._looks[number] = look_of(
                *self._page(number), self._raw.get(number, ""), self._leftward
            )
        return self._looks[number]

    def _look_at(
        self,
        number: int,
        parts: Sequence[tuple[int, int, int]],
        found: Sequence[WordingMatch],
        problems: list[list[Problem]],
    ) -> None:
        page, _ = self._page(number)
        scale = sheet_of(page).scale
        runs = {part: self._runs_on(number, start, end) for part, start, end in parts}
        shown = _drawn(page, scale, grey=True)
        for run in (run for own in runs.values() for run in own):
            pdfium.FPDFTextObj_SetTextRenderMode(run.object, pdfium.FPDF_TEXTRENDERMODE_INVISIBLE)
        bare = _drawn(page, scale, grey=True)
        difference = ImageChops.difference(shown, bare)
        papers = {part: [paper_of(bare, run) for run in own] for part, own in runs.items()}
        if any(paper != _WHITE for own in papers.values() for paper in own):
            bare = _drawn(page, scale, grey=False)
            papers = {part: [paper_of(bare, run) for run in own] for part, own in runs.items()}
        where = self.text.names[number]
        for part, own in runs.items():
            least = found[part].wording.min_size, found[part].wording.min_contrast
            for run, paper in zip(own, papers[part], strict=True):
                problems[part] += problems_of(run, paper, difference, where, *least)
        # Its words were made invisible.
        self._close_page(number)


def _place(unit: str, position: int) -> int:
    """Return the place among PDFium's characters, which count line ends as two."""
    return position + unit.count("\n", 0, position)


def _drawn(page: pypdfium2.PdfPage, scale: float, grey: bool) -> Image.Image:
    """Draw a page, in grey where that is enough: it takes a third of the time."""
    bitmap = page.render(scale=scale, may_draw_forms=False, grayscale=grey, rev_byteorder=True)
    image: Image.Image = bitmap.to_pil()
    kind = "L" if grey else "RGB"
    return image if image.mode == kind else image.convert(kind)
