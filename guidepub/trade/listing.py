"""All books of a catalogue as rows: what each is, and how far it has come."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from types import MappingProxyType
from typing import Literal

from guidepub.model import Catalog, Edition, Guide, format_isbn
from guidepub.trade.products import book_name

State = Literal["made", "not made", "broken"]
"""How far a book has come: its files are there, they are not, or its definition has errors."""

# A cell that begins with one of these is a formula to a spreadsheet.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class MadeBook:
    """The files that a build has made of a guide: its editions, and their numbers of pages.

    `pages` are those of the longest PDF, `printed_pages` those of the print edition.
    """

    editions: tuple[Edition, ...]
    pages: int | None
    printed_pages: int | None = None


@dataclass(frozen=True, slots=True)
class BookRow:
    """A book in a list. What is not known, or not stated, is an empty text or None."""

    slug: str
    title: str
    state: State
    product: str = ""
    language: str = ""
    imprint: str = ""
    edition: int | None = None
    published: str = ""
    isbn_print: str = ""
    isbn_epub: str = ""
    pages: int | None = None
    price: str = ""
    editions: str = ""
    file: str = ""

    def cells(self, columns: Iterable[str]) -> tuple[str, ...]:
        """Return the cells of some columns as texts."""
        values = (getattr(self, name) for name in columns)
        return tuple("" if value is None else str(value) for value in values)


COLUMNS = tuple(field.name for field in fields(BookRow))
"""The names of a row's columns."""


def book_rows(
    catalog: Catalog,
    drafts: Iterable[Guide] = (),
    made: Mapping[str, MadeBook] = MappingProxyType({}),
) -> list[BookRow]:
    """Return a row for each guide of a catalogue and for each definition that gave none.

    Where the catalogue names products, a guide has a row for each of its own. `drafts` are
    guides that are whole and have errors; `made` has what a build made, by `book_name`.
    """
    rows = [row for guide in catalog.values() for row in _rows(guide, catalog, made)]
    broken = [row for guide in drafts for row in _rows(guide, catalog, made)]
    rows += [replace(row, state="broken") for row in broken]
    listed = {row.slug for row in rows}
    rows += [
        BookRow(each.slug, each.title, "broken", file=str(each.file))
        for each in catalog.by_file
        if each.slug not in listed
    ]
    return sorted(rows, key=lambda row: row.slug)


def _rows(guide: Guide, catalog: Catalog, made: Mapping[str, MadeBook]) -> list[BookRow]:
    """Return a row for each product of a guide, or one where the catalogue names none."""
    views = [catalog.as_product(product) for product in catalog.products_of(guide)]
    return [_row(guide, view, made) for view in views or [catalog]]


def _row(guide: Guide, catalog: Catalog, made: Mapping[str, MadeBook]) -> BookRow:
    product, imprint = catalog.product, catalog.imprint_of(guide)
    published = catalog.published_by(guide, imprint)
    own = product.edition if product else None
    isbns = {"print": published.isbn.print, "epub": published.isbn.epub}
    numbers = {
        edition: format_isbn(isbn) if isbn and own in (None, edition) else ""
        for edition, isbn in isbns.items()
    }
    book = made.get(book_name(guide.slug, product.name if product else ""))
    return BookRow(
        slug=guide.slug,
        product=product.name if product else "",
        title=guide.title,
        state="made" if book else "not made",
        language=guide.language,
        imprint=imprint.id,
        edition=guide.edition,
        published=guide.published.isoformat() if guide.published else "",
        isbn_print=numbers["print"],
        isbn_epub=numbers["epub"],
        pages=book.pages if book else None,
        price=_price(published, product.edition) if product else guide.price or "",
        editions=", ".join(book.editions) if book else "",
        file=str(guide.origin or ""),
    )


def _price(guide: Guide, edition: str) -> str:
    """Return the prices of a product, those of a territory with its name."""
    prices = (
        price.price if price.territory == "WORLD" else f"{price.price} ({price.territory})"
        for price in guide.prices_of(edition)
    )
    return ", ".join(prices)


def columns_of(rows: Iterable[BookRow]) -> tuple[str, ...]:
    """Return the names of the columns of rows: `product` only where a catalogue has some."""
    with_products = any(row.product for row in rows)
    return tuple(name for name in COLUMNS if with_products or name != "product")


def as_csv(rows: Sequence[BookRow]) -> str:
    """Return rows as a CSV file (RFC 4180) with a head, in which nothing is a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    columns = columns_of(rows)
    writer.writerow(columns)
    writer.writerows([_harmless(cell) for cell in row.cells(columns)] for row in rows)
    return out.getvalue()


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def as_data(rows: Sequence[BookRow]) -> dict[str, object]:
    """Return rows as plain data for JSON."""
    columns = columns_of(rows)
    listed = [{name: getattr(row, name) for name in columns} for row in rows]
    return {"schema": 1, "books": listed}
