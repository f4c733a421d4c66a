"""The notices' wording as in the catalogue, compared with the text of finished files.

Nothing here asks guidepub what a notice says: `catalog.toml` is read anew, and placeholders
are filled by hand.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from pathlib import Path

from finished import Epub, Pdf, folded, words_of

from guidepub.model import Book


def wordings(book: Book, catalog_file: Path, years: str, edition: str) -> dict[str, str]:
    """Return the wording of each notice that a book bears by id, its white space folded."""
    stated = tomllib.loads(catalog_file.read_text("utf-8"))["notices"]
    values = {
        "holder": book.imprint.legal_name or book.imprint.name,
        "years": years,
        "title": book.guide.title,
        "edition": edition,
        "imprint": book.imprint.name,
        "place": book.imprint.place,
    }
    by_key = {(n["id"], n["version"], n["language"]): n["text"] for n in stated}
    return {
        notice.id: folded(by_key[notice.id, notice.version, notice.language].format(**values))
        for notice in book.notices
    }


def missing_wordings(expected: dict[str, str], text: str) -> list[str]:
    """Return the notices that do not stand in a text word for word, exactly once."""
    return [name for name, wording in expected.items() if folded(text).count(wording) != 1]


def pdf_text(pdf: Pdf) -> str:
    """Return a PDF's text page by page, without running heads and folios."""
    return page_text(pdf, range(len(pdf)))


def page_text(pdf: Pdf, pages: Iterable[int]) -> str:
    """Return the text of some pages; a line that ends inside an address does not part it."""
    text = "\n".join(pdf.text(page) for page in pages)
    return folded(re.sub(r"(?<=\S/)\r?\n", "", text))


def epub_text(epub: Epub) -> str:
    """Return the text of an EPUB's documents in the order of the spine."""
    return folded(" ".join(words_of(document) for _, document in epub.documents()))


def back_matter(book: Book, expected: dict[str, str]) -> str:
    """Return all that the notices' own leaf may say: its title, then titles and wordings."""
    notices = [notice for notice in book.notices if notice.placement == "back"]
    title = next(leaf.title for leaf in book.leaves if leaf.id == "notices")
    parts = [f"{notice.title} {expected[notice.id]}" for notice in notices]
    return " ".join([title, *(parts if len(notices) > 1 else [expected[notices[0].id]])])
