"""A book to a PDF by WeasyPrint, and its cover to a picture."""

from __future__ import annotations

import io
import threading
import warnings
from collections.abc import Callable
from typing import Any

import pypdfium2

with warnings.catch_warnings():
    # On import WeasyPrint looks for system fonts, which guidepub does not use.
    warnings.simplefilter("ignore", UserWarning)
    import weasyprint

from guidepub.files import sha256
from guidepub.findings import Place
from guidepub.model import Book, Edition
from guidepub.pdf.complaints import complaints_are_errors
from guidepub.pdf.document import book_html, cover_html
from guidepub.pdf.fetching import BOOK, ClosedFetcher
from guidepub.pdf.fitting import fitted
from guidepub.pdf.styles import book_styles, theme_styles

COVER_HEIGHT = 2400
"""Pixels; stores ask for at least 1,600 on the longer side."""

# WeasyPrint and the libraries below it are not safe to be used by two threads at once.
_LOCK = threading.Lock()


def render(book: Book, edition: Edition) -> bytes:
    """Return a book's PDF of an edition.

    Raises:
        RenderError: a character is in none of the theme's fonts (R002), or WeasyPrint
            complained of something that would be lost (R001) or gave up (R003).
    """
    with _LOCK, complaints_are_errors(_place(book)):
        html, document = _fitted(book)
        identifier = bytes.fromhex(sha256(f"{edition}:{html}".encode())[:32])
        data: bytes = document.write_pdf(
            pdf_identifier=identifier,
            pdf_variant="pdf/ua-1",
            finisher=_page_labels(len(document.pages)),
        )
    return data


def cover_image(book: Book) -> bytes:
    """Return a book's cover as a PNG, 2,400 pixels high.

    Raises:
        RenderError: as `render`.
    """
    with _LOCK, complaints_are_errors(_place(book)):
        data = _lay_out(book, cover_html(book)).write_pdf()
        page = pypdfium2.PdfDocument(data)[0]
        image = page.render(scale=COVER_HEIGHT / page.get_height()).to_pil().convert("RGB")
    buffer = io.BytesIO()
    # Flat colours: a palette halves the file and loses nothing that an eye can see.
    image.quantize(256, dither=0).save(buffer, "PNG")
    return buffer.getvalue()


def _fitted(book: Book) -> tuple[str, weasyprint.Document]:
    """Lay a book out, and return the HTML that was laid out with it."""
    fits, document = fitted(book.leaves, lambda fits: _lay_out(book, book_html(book, fits)))
    return book_html(book, fits), document


def _lay_out(book: Book, html: str) -> weasyprint.Document:
    styles = theme_styles(book.theme)
    pictures = {picture.href: picture for picture in book.pictures}

    def read(name: str) -> tuple[bytes, str] | None:
        picture = pictures.get(name)
        return (picture.path.read_bytes(), picture.media_type) if picture else None

    source = weasyprint.HTML(string=html, base_url=BOOK, url_fetcher=ClosedFetcher(BOOK, read))
    sheets = [*styles.sheets, book_styles(book, styles.fonts)]
    return source.render(stylesheets=sheets, font_config=styles.fonts)


def _page_labels(pages: int) -> Callable[[weasyprint.Document, Any], None]:
    """Number pages as the book does: the cover and its endpaper bear no number.

    ISO 32000-1, 12.4.2: page labels.
    """

    def finish(_document: weasyprint.Document, pdf: Any) -> None:
        from pydyf import Array, Dictionary, String

        unnumbered = min(2, pages)
        cover = Dictionary({"P": String("Cover")})
        numbered = Dictionary({"S": "/D"})
        pdf.catalog["PageLabels"] = Dictionary({"Nums": Array([0, cover, unnumbered, numbered])})

    return finish


def _place(book: Book) -> Place:
    return Place(str(book.guide.origin or book.slug))
