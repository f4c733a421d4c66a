"""The metadata in the head of a web edition, for search engines and for `guidepub check`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html import escape
from typing import Any

from guidepub.model import Book
from guidepub.model.books.linked_data import book_data as linked_data
from guidepub.model.books.linked_data import without_empty
from guidepub.model.books.mark import PREFIX, mark_of
from guidepub.model.notices.terms import HTML_NAMES, LICENSE


def head_elements(book: Book) -> str:
    """Return the title, the metadata and the JSON-LD of a book's document, as HTML."""
    title = f"{book.guide.title} – {book.imprint.name}"
    metas = "".join(
        f'<meta name="{escape(name)}" content="{escape(content)}">\n'
        for name, content in _metadata(book)
    )
    data = json.dumps(book_data(book), ensure_ascii=False, indent=1)
    # A script's text ends at its end tag, and nothing in it is escaped (HTML, 13.2.5.15).
    data = data.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
    return (
        f"<title>{escape(title)}</title>\n{metas}{_links(book)}"
        f'<script type="application/ld+json">\n{data}\n</script>\n'
    )


def _links(book: Book) -> str:
    """Return links to the licence, to the page itself and to its translations, as HTML."""
    license_address = book.terms_in("web").get(LICENSE)
    links = f'<link rel="license" href="{escape(license_address)}">\n' if license_address else ""
    if book.language not in book.addresses:
        return links
    links += f'<link rel="canonical" href="{escape(book.addresses[book.language])}">\n'
    if len(book.addresses) > 1:
        links += "".join(
            f'<link rel="alternate" hreflang="{escape(language)}" href="{escape(address)}">\n'
            for language, address in sorted(book.addresses.items())
        )
    return links


def _original(book: Book) -> dict[str, str]:
    """Return the linked data of the work that a book translates, if its address is known."""
    for language, address in book.addresses.items():
        if language != book.language:
            return {"@type": "Book", "@id": address, "url": address, "inLanguage": language}
    return {}


def _metadata(book: Book) -> Iterator[tuple[str, str]]:
    if book.guide.description:
        yield "description", " ".join(book.guide.description.split())
    for name in book.guide.people("author"):
        yield "author", name
    terms = book.terms_in("web")
    for name, term in HTML_NAMES.items():
        # A licence is a link.
        if term in terms and term != LICENSE:
            yield name, terms[term]
    mark = mark_of(book, "web")
    yield "dcterms.rights", book.rights
    yield "dcterms.rightsHolder", mark.holder
    for name, value in mark.properties():
        yield f"{PREFIX}:{name}", value


def book_data(book: Book) -> dict[str, Any]:
    """Return a book's linked data, with the format of this edition and the ISBNs of the others."""
    data = linked_data(book.guide, book.imprint, book.phrases, book.published, int(book.years[:4]))
    isbns = [isbn for isbn in (book.guide.isbn.print, book.guide.isbn.epub) if isbn]
    others = [{"@type": "Book", "isbn": isbn} for isbn in isbns]
    own = {
        "url": book.addresses.get(book.language),
        "translationOfWork": _original(book),
        "bookFormat": "https://schema.org/EBook",
        "license": book.terms_in("web").get(LICENSE),
        "workExample": others,
    }
    return data | without_empty(own)
