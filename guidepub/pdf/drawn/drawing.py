"""A laid-out book, drawn once: each edition takes copies of what its pages need.

WeasyPrint hands a PDF's objects to its public finisher before they are written. They are kept,
and copied for each edition, which then gives its own copy its colours, its structure and its
boxes. What is dear is paid for once: painting the pages, and cutting fonts to what is used.
"""

from __future__ import annotations

import copy
import zlib
from collections.abc import Iterable, Sequence
from typing import Any, Literal

import pydyf

from guidepub.pdf.drawn.copying import SHEET_ENDS, copied_pages
from guidepub.pdf.drawn.leftward import leftward_texts_are_whole
from guidepub.pdf.drawn.markers import markers_come_first
from guidepub.pdf.drawn.spelling import Spelling
from guidepub.pdf.engine.weasyprint import (
    VARIANTS,
    Document,
    Page,
    Pdf,
    add_outlines,
    draw_background,
)
from guidepub.pdf.shortcuts.shaping import DrawnLines
from guidepub.pdf.shortcuts.writing_lines import lines_are_written_shortly
from guidepub.pdf.tags.links import clickable
from guidepub.pdf.tags.origins import elements_know_their_origins

Bookmark = tuple[str, tuple[int, float, float], list["Bookmark"], str]
"""A bookmark of `Document.make_bookmark_tree`: its title, page and place, children, state."""

Standard = Literal["pdf/ua-1", "pdf/ua-2", "pdf/x-1a", "pdf/x-4"]
"""A standard that WeasyPrint knows (ISO 14289-1 and -2, ISO 15930-7), by its name for it."""

_TAGGED = ("pdf/ua-1", "pdf/ua-2")
# CSS pixels are 1/96 inch, points 1/72.
_POINT = 0.75
# WeasyPrint compares it with that of PDF 2.0, whose structure differs.
_VERSION = "1.7"
_BEST = 9


class Drawing:
    """The pages of a document as objects of a PDF, from which copies are taken."""

    def __init__(
        self, document: Document, *, tagged: bool = True, drawn: DrawnLines | None = None
    ) -> None:
        """Draw all pages. Only a drawing that is `tagged` can give tagged copies.

        Lines that are `drawn` are kept there for a draft that is drawn again. Of no other drawing
        are the fonts not packed, which takes time.
        """
        self._document, self._is_draft = document, drawn is not None
        self._pdf: pydyf.PDF
        self._spelling = Spelling(document)
        pages = document.copy([_Sheet(page) for page in document.pages])
        with (
            lines_are_written_shortly(drawn),
            self._spelling.written(),
            leftward_texts_are_whole(),
            markers_come_first(),
            elements_know_their_origins(),
        ):
            pages.write_pdf(finisher=self._keep, pdf_tags=tagged, pdf_version=_VERSION)

    def copy(
        self,
        pages: Sequence[int],
        standard: Standard | None = None,
        shifts: Sequence[float] | None = None,
    ) -> Pdf:
        """Return a PDF of some of the pages, counted from 0, whose objects may be changed.

        Its metadata say to which `standard` it is made. It is tagged where that asks for it, and
        has no structure, no marked content and no annotations where it does not. `shifts` are
        the points by which what lies on each page is further to the right.
        """
        moves = [0.0] * len(pages) if shifts is None else shifts
        pdf = copied_pages(self._pdf, pages, moves, tagged=standard in _TAGGED)
        chosen = self._document.copy([self._document.pages[page] for page in pages])
        marks = chosen.make_bookmark_tree(_POINT, transform_pages=True)
        add_outlines(pdf, _moved(marks, moves))
        if standard:
            write, options = VARIANTS[standard]
            write(pdf, chosen, page_streams=(), attachments=(), compress=True)
            pdf.version = options["pdf_version"]
        return pdf

    def _keep(self, _document: Document, pdf: pydyf.PDF) -> None:
        self._spelling.add_fonts(pdf)
        self._pdf = copy.copy(pdf)
        # Nothing is left to be written.
        pdf.objects, pdf.info = pdf.objects[:1], pydyf.Dictionary()
        for item in () if self._is_draft else self._pdf.objects:
            if isinstance(item, pydyf.Stream) and _is_font(item):
                _pack(item)


class _Sheet(Page):
    """A page that notes in its stream where the sheet's own colours end.

    Its links can be clicked all over their words.
    """

    def __init__(self, page: Page) -> None:
        self.__dict__ |= page.__dict__
        self.links = [clickable(link) for link in page.links]

    def paint(self, stream: Any, scale: float = 1) -> None:
        """Paint the page into the PDF file."""
        box = self._page_box
        if box.background or box.canvas_background:
            with stream.stacked():
                stream.transform(a=scale, d=scale)
                draw_background(stream, box.background, False, self.bleed, box.style["marks"])
                draw_background(stream, box.canvas_background, False)
            self._page_box = box.copy()
            self._page_box.background = self._page_box.canvas_background = None
        stream.stream.append(SHEET_ENDS)
        super().paint(stream, scale)


def _moved(marks: Iterable[Bookmark], shifts: Sequence[float]) -> list[Bookmark]:
    return [
        (title, (page, x + shifts[page], y), _moved(children, shifts), state)
        for title, (page, x, y), children, state in marks
    ]


def _is_font(stream: pydyf.Stream) -> bool:
    return "Length1" in stream.extra or stream.extra.get("Subtype") == "/OpenType"


def _pack(stream: pydyf.Stream) -> None:
    """Compress a stream that all editions take as it is."""
    stream.stream = [zlib.compress(b"".join(stream.stream), _BEST)]
    stream.extra["Filter"] = "/FlateDecode"
    stream.compress = False
