"""All books of a catalogue as rows: what each is, and how far it has come."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from types import MappingProxyType
from typing import Literal

from guidepub.model import Catalog, Edition, Guide, format_isbn

State = Literal["made", "not made", "broken"]
"""How far a book has come: its files are there, they are not, or its definition has errors."""

# A cell that begins with one of these is a formula to a spreadsheet.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class MadeBook:
    """What a build has made of a guide: its editions, and how many pages these have.

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

    @property
    def cells(self) -> tuple[str, ...]:
        """The row as texts, in the order of `COLUMNS`."""
        values = (getattr(self, name) for name in COLUMNS)
        return tuple("" if value is None else str(value) for value in values)


COLUMNS = tuple(field.name for field in fields(BookRow))
"""The names of a row's columns."""


def book_rows(
    catalog: Catalog,
    drafts: Iterable[Guide] = (),
    made: Mapping[str, MadeBook] = MappingProxyType({}),
) -> list[BookRow]:
    """Return a row for each guide of a catalogue and for each definition that gave none.

    `drafts` are guides that are whole and have errors; `made` has what a build made, by slug.
    """
    rows = [_row(guide, catalog, made.get(guide.slug)) for guide in catalog.values()]
    broken = [_row(guide, catalog, made.get(guide.slug)) for guide in drafts]
    rows += [replace(row, state="broken") for row in broken]
    listed = {row.slug for row in rows}
    rows += [
        BookRow(each.slug, each.title, "broken", file=str(each.file))
        for each in catalog.by_file
        if each.slug not in listed
    ]
    return sorted(rows, key=lambda row: row.slug)


def _row(guide: Guide, catalog: Catalog, made: MadeBook | None) -> BookRow:
    isbns = guide.isbn
    return BookRow(
        slug=guide.slug,
        title=guide.title,
        state="made" if made else "not made",
        language=guide.language,
        imprint=guide.imprint or catalog.imprint.id,
        edition=guide.edition,
        published=guide.published.isoformat() if guide.published else "",
        isbn_print=format_isbn(isbns.print) if isbns.print else "",
        isbn_epub=format_isbn(isbns.epub) if isbns.epub else "",
        pages=made.pages if made else None,
        price=guide.price or "",
        editions=", ".join(made.editions) if made else "",
        file=str(guide.origin or ""),
    )


def as_csv(rows: Iterable[BookRow]) -> str:
    """Return rows as a CSV file (RFC 4180) with a head, in which nothing is a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows([_harmless(cell) for cell in row.cells] for row in rows)
    return out.getvalue()


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def as_data(rows: Sequence[BookRow]) -> dict[str, object]:
    """Return rows as plain data for JSON."""
    listed = [{name: getattr(row, name) for name in COLUMNS} for row in rows]
    return {"schema": 1, "books": listed}
