"""A book to a PDF by WeasyPrint, and its cover to a picture."""

from __future__ import annotations

import contextlib
import functools
import io
import threading
import warnings
from collections.abc import Mapping
from typing import Any, NamedTuple

import pypdfium2

from guidepub.errors import GuidepubError

with warnings.catch_warnings(), contextlib.redirect_stdout(io.StringIO()):
    # On import WeasyPrint looks for system fonts, which guidepub does not use, and prints
    # advice where a library is missing.
    warnings.simplefilter("ignore", UserWarning)
    try:
        import weasyprint
    except OSError as error:
        raise GuidepubError(
            "A system library that draws text is missing. Install Pango (see “Installing it” "
            f"in README.md), then try again. The system says: {str(error).splitlines()[0]}"
        ) from error

from guidepub.files import sha256
from guidepub.findings import Place
from guidepub.leaves import PageStart
from guidepub.model import Book, Edition
from guidepub.pdf.access import mend
from guidepub.pdf.archive import make_archival
from guidepub.pdf.breaks import page_starts
from guidepub.pdf.complaints import complaints_are_errors
from guidepub.pdf.document import Fit, book_html, cover_html, is_block_name
from guidepub.pdf.fetching import BOOK, ClosedFetcher
from guidepub.pdf.fitting import fitted
from guidepub.pdf.folios import folios
from guidepub.pdf.inks import ink_picture, profile_bytes, swatches_of
from guidepub.pdf.press import Folds, Sheet, finisher, gutter
from guidepub.pdf.styles import PRESS_EDITIONS, book_styles, theme_styles
from guidepub.pdf.wrap import wrap_html, wrap_rules

COVER_HEIGHT = 2400
"""Pixels; stores ask for at least 1,600 on the longer side."""

# WeasyPrint and the libraries below it are not safe to be used by two threads at once.
_LOCK = threading.Lock()


class _Interior(NamedTuple):
    """What is made once for all editions that ask for the printed pages."""

    data: bytes
    pages: int
    starts: tuple[PageStart, ...]


# The interior made last, with its book: the wrap and the EPUB ask for that of the same book.
_LAST: list[tuple[Book, _Interior]] = []


def render(book: Book, edition: Edition) -> bytes:
    """Return a book's PDF of an edition.

    Raises:
        RenderError: a character is in none of the theme's fonts (R002), or WeasyPrint
            complained of something that would be lost (R001) or gave up (R003).
    """
    with _LOCK, complaints_are_errors(_place(book)):
        if edition == "print-cover":
            return _wrap(book)
        if edition == "print":
            return _interior(book).data
        html, document = _fitted(book, edition)
        data: bytes = document.write_pdf(
            pdf_identifier=bytes.fromhex(_identity(book, edition, html)[:32]),
            pdf_variant="pdf/ua-1",
            finisher=functools.partial(_finish_for_reading, book),
        )
    return data


def printed_pages(book: Book) -> tuple[PageStart, ...]:
    """Return where each page of the edition for a press begins in the book's leaves.

    Raises:
        RenderError: as `render`.
    """
    with _LOCK, complaints_are_errors(_place(book)):
        return _interior(book).starts


def cover_image(book: Book) -> bytes:
    """Return a book's cover as a PNG, 2,400 pixels high.

    Raises:
        RenderError: as `render`.
    """
    with _LOCK, complaints_are_errors(_place(book)):
        data = _lay_out(book, "screen", cover_html(book)).write_pdf()
        page = pypdfium2.PdfDocument(data)[0]
        image = page.render(scale=COVER_HEIGHT / page.get_height()).to_pil().convert("RGB")
    buffer = io.BytesIO()
    # Flat colours: a palette halves the file and loses nothing that an eye can see.
    image.quantize(256, dither=0).save(buffer, "PNG")
    return buffer.getvalue()


def _interior(book: Book) -> _Interior:
    if _LAST and _LAST[0][0] is book:
        return _LAST[0][1]
    html, document = _fitted(book, "print")
    names = [list(page.anchors) for page in document.pages]
    for page in document.pages:
        # They have told what they are for; a press needs no destinations.
        for name in filter(is_block_name, list(page.anchors)):
            del page.anchors[name]
    data = _for_press(book, "print", html, document)
    pdf = pypdfium2.PdfDocument(data)
    texts = [pdf[number].get_textpage().get_text_range() for number in range(len(names))]
    numbering = folios(book, names)
    labels = [numbering.label(page) for page in range(len(names))]
    interior = _Interior(data, len(names), tuple(page_starts(book, names, texts, labels)))
    _LAST[:] = [(book, interior)]
    return interior


def _for_press(
    book: Book, edition: Edition, html: str, document: weasyprint.Document, folds: Folds = ()
) -> bytes:
    """Write PDF/X-4 (ISO 15930-7) with boxes, marks and an identity that the book decides."""
    sheet = Sheet(book.press.bleed, book.press.marks, folds)
    pages = len(document.pages)
    count = book.press.padded(pages) if edition == "print" else pages
    identity = _identity(book, edition, html)
    finish = finisher(sheet, identity, count)

    def finish_for_press(document: weasyprint.Document, pdf: Any) -> None:
        finish(document, pdf)
        if edition == "print":
            _number_pages(book, document, pdf)
        _embed_profile(pdf)

    data: bytes = document.write_pdf(
        pdf_identifier=bytes.fromhex(identity[:32]),
        pdf_variant="pdf/x-4",
        finisher=finish_for_press,
    )
    return data


def _embed_profile(pdf: Any) -> None:
    """Embed the press's profile as it is.

    WeasyPrint writes it anew by a library whose bytes depend on what it was asked before:
    the second book of a process would differ from the first.
    """
    for intent in pdf.catalog["OutputIntents"]:
        number = int(intent["DestOutputProfile"].split()[0])
        pdf.objects[number].stream = [profile_bytes()]


def _wrap(book: Book) -> bytes:
    """Make the wrap for the interior that the book really has."""
    spine = book.press.spine(book.press.padded(_interior(book).pages))
    html = wrap_html(book, spine)
    document = _lay_out(book, "print-cover", html, wrap_rules(book, spine))
    folds = (book.trim.width, book.trim.width + spine)
    return _for_press(book, "print-cover", html, document, folds)


def _identity(book: Book, edition: Edition, html: str) -> str:
    """Return what tells a file from all others: what is in it, and how it was laid out."""
    layout = f"{edition}:{book.theme.name}:{book.trim}:{book.press}"
    return sha256(f"{layout}:{html}".encode())


def _fitted(book: Book, edition: Edition) -> tuple[str, weasyprint.Document]:
    """Lay a book out, and return the HTML that was laid out with it."""

    def lay_out(fits: Mapping[str, Fit]) -> weasyprint.Document:
        return _lay_out(book, edition, book_html(book, edition, fits))

    fits, document = fitted(book.leaves, lay_out)
    html = book_html(book, edition, fits)
    if edition == "print" and (extra := gutter(len(document.pages))):
        # The measure stays, and with it every line; only the text's place changes.
        document = _lay_out(book, edition, html, f":root {{ --gutter: {extra:g}pt }}")
    return html, document


def _lay_out(book: Book, edition: Edition, html: str, more: str = "") -> weasyprint.Document:
    styles = theme_styles(book.theme, edition)
    pictures = {picture.href: picture for picture in book.pictures}

    def read(name: str) -> tuple[bytes, str] | None:
        picture = pictures.get(name)
        if picture is None:
            return None
        if edition in PRESS_EDITIONS:
            return ink_picture(picture, swatches_of(book.theme))
        return picture.path.read_bytes(), picture.media_type

    if edition in PRESS_EDITIONS:
        margin = Sheet(book.press.bleed, book.press.marks).margin
        more += f"@page {{ bleed: {margin:.3f}pt }}"
    source = weasyprint.HTML(string=html, base_url=BOOK, url_fetcher=ClosedFetcher(BOOK, read))
    sheets = [*styles.sheets, book_styles(book, edition, styles.fonts, more)]
    return source.render(
        stylesheets=sheets, font_config=styles.fonts, color_profiles=dict(styles.profiles)
    )


def _finish_for_reading(book: Book, document: weasyprint.Document, pdf: Any) -> None:
    """Number pages, and mend what the standards ask for beyond what WeasyPrint writes."""
    _number_pages(book, document, pdf)
    mend(pdf)
    make_archival(pdf)


def _number_pages(book: Book, document: weasyprint.Document, pdf: Any) -> None:
    folios(book, [page.anchors for page in document.pages]).write(pdf)


def _place(book: Book) -> Place:
    return Place(str(book.guide.origin or book.slug))
