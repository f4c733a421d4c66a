"""A book to a PDF by WeasyPrint, and its cover to a picture."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Literal

import pydyf

from guidepub.files import sha256
from guidepub.findings import Finding, RenderError
from guidepub.model import Book, Claims, Edition
from guidepub.model.books.mark import mark_of
from guidepub.model.formats.screen import Standard as ScreenStandard
from guidepub.model.presses.printers import PressStandard
from guidepub.pdf.covers.wrap import Part, crowded_parts, fitted_wrap, wrap_rules
from guidepub.pdf.drawn.drawing import Drawing, Standard
from guidepub.pdf.drawn.leftward import write_direction
from guidepub.pdf.engine.complaints import complaints_are_errors
from guidepub.pdf.engine.weasyprint import Pdf
from guidepub.pdf.finishing.archive import claim_nothing, make_archival
from guidepub.pdf.finishing.folios import Folios, folios
from guidepub.pdf.finishing.marking import write_mark
from guidepub.pdf.finishing.packing import packed
from guidepub.pdf.finishing.second_part import make_second_part
from guidepub.pdf.layout.breaks import page_starts, text_on
from guidepub.pdf.layout.illustrations import BookPictures
from guidepub.pdf.layout.laying import Laid, lay_out_pages
from guidepub.pdf.layout.room import room_findings
from guidepub.pdf.layout.units import lay_out_book
from guidepub.pdf.press.colouring import Rgb, colouring
from guidepub.pdf.press.flat import make_flat
from guidepub.pdf.press.gutters import shifts
from guidepub.pdf.press.inks import Inks, ink, swatches_of
from guidepub.pdf.press.recolouring import Light, ink_the_rest, light, recolour
from guidepub.pdf.press.sheets import Folds, PressSheet, cut_to_trim, fix_identity, prepare
from guidepub.pdf.shortcuts.rematching import KeptRules
from guidepub.pdf.tags.access import mend
from guidepub.pdf.tags.forms import form_of
from guidepub.pdf.tags.links import describe_targets
from guidepub.themes.leaves import PageStart
from guidepub.themes.stylesheets.layouts import PagedLayout
from guidepub.workers.native import LOCK

_STANDARDS: Mapping[ScreenStandard, Standard] = {"ua-1": "pdf/ua-1", "ua-2": "pdf/ua-2"}
_PRESS_STANDARDS: Mapping[PressStandard, Standard] = {
    "PDF/X-4": "pdf/x-4",
    "PDF/X-1a:2001": "pdf/x-1a",
}


class BookPages:
    """A book's pages, laid out and drawn once for all files that show them.

    One object serves the print edition, its wrap, the PDF for reading and what an EPUB needs
    to know of the printed pages. It keeps layouts and drawings for as long as it lives.
    """

    def __init__(self, book: Book, kept_rules: KeptRules | None = None) -> None:
        """Take a book as it appears in its editions; nothing is laid out yet.

        `kept_rules` are those of its earlier states, if it is being written.
        """
        self.book = book
        self.kept_rules = kept_rules
        self.colours = colouring(book)
        self._layouts: dict[PagedLayout, Laid] = {}
        self._sound: set[PagedLayout] = set()
        self._drawings: dict[PagedLayout, Drawing] = {}
        self.pictures = BookPictures(book)

    def file(self, edition: Edition, claims: Claims = "usual") -> bytes:
        """Return the PDF of an edition; `claims` is what the one for reading says of itself.

        Raises:
            RenderError: a character is in none of the theme's fonts (R002), or WeasyPrint
                complained of something that would be lost (R001) or gave up (R003), or something
                has no room on its page (R004), or a picture cannot be drawn (R005).
        """
        with self.attended():
            if edition == "print-cover":
                return _wrap(self)
            if edition == "print":
                return _make_interior(self)
            return _for_reading(self, claims)

    def page_starts(self) -> tuple[PageStart, ...]:
        """Return the starts of the pages of the edition for a press in the book's leaves.

        Raises:
            RenderError: as `file`.
        """
        with self.attended():
            laid = self.laid_out("print")
        return tuple(_page_starts(self.book, laid))

    def cover_image(self) -> bytes:
        """Return the book's cover as a picture, 2,560 pixels high: a PNG, or a photo as a JPEG.

        Raises:
            RenderError: as `file`.
        """
        # PDFium is loaded for the editions that need it.
        from guidepub.pdf.finished.raster import cover_picture

        with self.attended():
            _, drawing = self.drawn("screen")
            pdf = drawing.copy([0])
            show_on_screen(self, pdf)
        return cover_picture(packed(pdf, b"", level=0), as_photo=self.book.guide.cover is not None)

    @contextmanager
    def attended(self) -> Iterator[None]:
        """Let no other thread lay out or draw meanwhile, and make complaints errors."""
        with LOCK, complaints_are_errors(self.book.place, self.book):
            yield

    def laid_out(self, edition: Literal["screen", "print"]) -> Laid:
        """Return the pages of an edition: those of both where they differ in colours only.

        Raises:
            RenderError: as `file`.
        """
        layout, more = self.layout(edition)
        if layout not in self._layouts:
            self.keep(layout, lay_out_book(self, layout, self.book, more))
        laid = self._layouts[layout]
        if layout not in self._sound:
            _refuse_what_has_no_room(self.book, laid)
            self._sound.add(layout)
        return laid

    def drawn(self, edition: Literal["screen", "print"]) -> tuple[Laid, Drawing]:
        """Return the pages of an edition and their drawing, which is made once for each layout.

        Raises:
            RenderError: as `file`.
        """
        laid, (layout, _) = self.laid_out(edition), self.layout(edition)
        if layout not in self._drawings:
            # A layout that lost something is not kept, or the next file would go without a report.
            with complaints_are_errors(self.book.place, self.book):
                drawing = Drawing(laid.document)
            self._drawings[layout] = drawing
        return laid, self._drawings[layout]

    def keep(self, layout: PagedLayout, laid: Laid) -> None:
        """Keep pages that were laid out elsewhere as those of a layout."""
        self._layouts[layout] = laid

    def layout(self, edition: Literal["screen", "print"]) -> tuple[PagedLayout, str]:
        """Return the layout of an edition, and the rules that give it its colours."""
        return ("shared", self.colours.css) if self.colours else (edition, "")


def printed_pages(book: Book, laid: Laid) -> range:
    """Return the pages, counted from 0, between the covers, which a wrap replaces."""
    return range(folios(book, laid.names).front, len(laid.places))


def _page_starts(book: Book, laid: Laid) -> list[PageStart]:
    pages, numbering = printed_pages(book, laid), folios(book, laid.names)
    names = [laid.names[page] for page in pages]
    texts = [text_on(laid.document.pages[page]) for page in pages]
    return page_starts(book, names, texts, [numbering.label(page) for page in pages])


def _make_interior(book_pages: BookPages) -> bytes:
    book, laid, drawing = book_pages.book, *book_pages.drawn("print")
    pages = printed_pages(book, laid)
    _refuse_what_is_not_bound(book, len(pages))
    leftward = bool(book.theme.script)
    moves = shifts([laid.document.pages[page] for page in pages], len(pages), leftward)
    pdf = drawing.copy(pages, _PRESS_STANDARDS[book.press.standard], moves)
    folios(book, laid.names).write(pdf, pages)
    return _for_press(book_pages, "print", laid.html, pdf)


def _for_reading(book_pages: BookPages, claims: Claims) -> bytes:
    """Write PDF/UA and PDF/A, of the parts asked for, without the empty pages of paper."""
    book, laid, drawing = book_pages.book, *book_pages.drawn("screen")
    numbering = folios(book, laid.names)
    kept = pages_for_reading(laid, numbering)
    standard = book.screen.standard
    pdf = drawing.copy(kept, _STANDARDS[standard])
    show_on_screen(book_pages, pdf)
    numbering.write(pdf, kept)
    anchors = mend(pdf, form_of(book, laid.places, kept))
    describe_targets(book, pdf)
    if standard == "ua-2":
        make_second_part(pdf, anchors)
    else:
        make_archival(pdf)
    if claims == "none":
        claim_nothing(pdf)
    write_direction(pdf, book)
    claiming = book.claiming(claims)
    write_mark(pdf, claiming, "screen")
    return packed(pdf, _identifier(_identity(claiming, "screen", laid.html)))


def pages_for_reading(laid: Laid, numbering: Folios) -> list[int]:
    """Return the pages, counted from 0, without the empty backs that only paper needs."""
    names = laid.names
    return [number for number, found in enumerate(names) if found or number < numbering.front]


def _for_press(
    book_pages: BookPages, edition: Edition, html: str, pdf: Pdf, folds: Folds = ()
) -> bytes:
    """Write PDF/X with boxes, marks and an identity that the book decides."""
    book, pages = book_pages.book, pdf.pages["Count"]
    press, is_flat = book.press, book.press.standard == "PDF/X-1a:2001"
    identity = _identity(book, edition, html)
    ink_for_press(book_pages, pdf)
    bound = edition == "print" and not press.bleed_at_spine
    sheet = PressSheet(press.bleed, press.marks, folds, bound, bool(book.theme.script))
    prepare(pdf, sheet, press.padded(pages) if edition == "print" else pages)
    fix_identity(pdf, identity)
    write_direction(pdf, book)
    write_mark(pdf, book, edition)
    if not press.printer.bookmarks:
        pdf.catalog.pop("Outlines", None)
    if is_flat:
        make_flat(pdf, book.place)
    return packed(pdf, _identifier(identity), in_streams=not is_flat)


def _wrap(book_pages: BookPages) -> bytes:
    """Make the wrap for the interior that the book really has."""
    book = book_pages.book
    pages = len(printed_pages(book, book_pages.laid_out("print")))
    _refuse_what_is_not_bound(book, pages)
    spine = book.press.spine(book.press.padded(pages))
    rules = wrap_rules(book, spine)

    def lay_out(html: str) -> Laid:
        return lay_out_pages(book_pages, "print-cover", html, rules)

    def crowded_in(laid: Laid) -> Mapping[Part, str]:
        return crowded_parts(book, spine, laid.document.pages)

    laid, html = fitted_wrap(book, spine, lay_out, crowded_in)
    folds = (book.trim.width, book.trim.width + spine)
    standard = _PRESS_STANDARDS[book.press.standard]
    pdf = Drawing(laid.document, tagged=False).copy([0], standard)
    return _for_press(book_pages, "print-cover", html, pdf, folds)


def _identity(book: Book, edition: Edition, html: str) -> str:
    """Return the identity of a file: a digest of its content and of its layout."""
    layout = f"{edition}:{book.theme.name}:{book.trim}:{book.press}:{mark_of(book, edition)!r}"
    return sha256(f"{layout}:{html}".encode())


def _identifier(identity: str) -> bytes:
    """Return the half of a file's ID that stays with it (ISO 32000-1, 14.4)."""
    return bytes.fromhex(identity[:32])


def _refuse_what_has_no_room(book: Book, laid: Laid) -> None:
    """Make sure that all of a book's text and pictures lie within its pages.

    Raises:
        RenderError: they do not (R004).
    """
    if findings := room_findings(book, laid.document.pages):
        raise RenderError(findings)


def _refuse_what_is_not_bound(book: Book, pages: int) -> None:
    """Make sure that the printer can bind a book with this many pages.

    Raises:
        RenderError: it does not (R007).
    """
    press = book.press
    _, most = press.printer.limits(press.paper)
    bound = press.padded(pages)
    if most and bound > most:
        paper = f" for the paper “{press.paper}”" if press.paper else ""
        message = (
            f"The book has {bound:,} pages; the limit is {most:,}{paper} ({press.printer.name})."
        )
        remedy = "Choose another paper, trim size or printer, or split it into two books."
        raise RenderError([Finding(book.place, "R007", message, remedy)])


def show_on_screen(book_pages: BookPages, pdf: pydyf.PDF) -> None:
    """Give pages the colours for reading, and cut what lies beyond the trim."""
    if colours := book_pages.colours:
        meant = colours.reading

        def translate(colour: Rgb) -> Light | None:
            return light(found) if (found := meant.get(colour, colour)) else None

        recolour(pdf, translate)
    cut_to_trim(pdf)


def ink_for_press(book_pages: BookPages, pdf: pydyf.PDF) -> None:
    """Give pages the inks for a press."""
    colours, swatches = book_pages.colours, swatches_of(book_pages.book.theme)

    def translate(colour: Rgb) -> Inks | None:
        meant = colours.press.get(colour, colour) if colours else colour
        return ink(meant, swatches) if meant else None

    recolour(pdf, translate)
    ink_the_rest(pdf, book_pages.pictures.kept_inks)
