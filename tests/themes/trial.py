"""Themes on trial: each is refused with its rule named, or its files show the notices unchanged.

`benchmarks/themes.py` tries all of them, in both formats.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Literal, NamedTuple

import pypdfium2
from definitions import definition, write
from PIL import Image
from tricks import Trick

import guidepub
from guidepub.checks.legal.in_pages.pages import Pages
from guidepub.checks.legal.proof import register_of
from guidepub.checks.legal.wordings.matching import matches
from guidepub.model import Book

SETTINGS = 'inherits = "classic"\n'
CATALOG = """
[imprint]
name = "Press"
url = "https://press.example"
about = "A press of one's own."
[defaults]
theme = "trial"
trim = "us-trade"
[[notices]]
id = "copyright"
version = 1
language = "en"
placement = "imprint-page"
text = "Copyright © {years} {holder}. All rights are reserved."
[[notices]]
id = "disclaimer"
version = 4
language = "en"
title = "Disclaimer"
text = "This guide promises nothing. Ask somebody who knows your circumstances, and then ask another, since no two people see the same thing in the same way, and since what was true when this was written may no longer be."
"""
Outcome = Literal["refused", "stopped", "unchanged", "CHANGED"]


class Verdict(NamedTuple):
    """What became of a theme, and the finding or the difference that tells."""

    outcome: Outcome
    message: str = ""


class Shown(NamedTuple):
    """What a book's files show of its notices: an EPUB's documents and sheet, a PDF's pixels."""

    documents: dict[str, bytes]
    pixels: list[tuple[tuple[int, int], bytes]]


class Trial:
    """Tries themes against what a theme shows that adds nothing to *classic*."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._count = folder, 0
        self.plain = shown(self.book({}))

    def book(self, files: dict[str, str | bytes], settings: str = SETTINGS) -> Book:
        """Return a book with a theme of these files.

        Raises:
            InputError: the theme is refused.
        """
        self._count += 1
        folder = self._folder / str(self._count)
        own = {f"themes/trial/{name}": data for name, data in files.items()}
        own["themes/trial/theme.toml"] = settings
        write(folder, {"catalog.toml": CATALOG, "baker.md": definition(), **own})
        catalog = guidepub.load(folder)
        return guidepub.assemble(catalog["baker"], catalog)

    def verdict(self, trick: Trick) -> Verdict:
        """Return what becomes of a trick."""
        try:
            book = self.book(trick.files)
        except guidepub.InputError as error:
            named = [f for f in error.findings if "/themes/trial/" in f.place.path]
            return Verdict("refused" if named else "CHANGED", str(error.findings[0]))
        try:
            found = shown(book)
        except guidepub.RenderError as error:
            return Verdict("stopped", str(error.findings[0]))
        if found == self.plain:
            return Verdict("unchanged")
        part = "EPUB" if found.documents != self.plain.documents else "PDF"
        return Verdict("CHANGED", f"The notices look otherwise in the {part}.")


def shown(book: Book) -> Shown:
    """Return what a book's files show of its notices, once they have passed the proof."""
    epub = zipfile.ZipFile(BytesIO(guidepub.render(book, "epub")))
    kept = ("notices.css", "notices.xhtml", "imprint-page.xhtml")
    documents = {name: epub.read(name) for name in epub.namelist() if name.endswith(kept)}
    return Shown(documents, list(_pixels(book, guidepub.render(book, "screen"))))


def _pixels(book: Book, data: bytes) -> Iterator[tuple[tuple[int, int], bytes]]:
    """Yield the part of each page on which a notice stands, as it is drawn."""
    pages = Pages(data)
    found = matches(pages.texts, register_of(book.notices_in("screen")))
    places = [(each.wording.id, *part) for each in found for part in pages.parts_of(each)]
    pages.close()
    document = pypdfium2.PdfDocument(data)
    for _, number, lines in sorted(places, key=lambda place: place[0]):
        page = document[number]
        image: Image.Image = page.render(scale=2).to_pil().convert("L")
        left = min(line.left for line in lines)
        right = max(line.right for line in lines)
        top = page.get_height() - max(line.base + line.size for line in lines)
        bottom = page.get_height() - min(line.base - line.size / 2 for line in lines)
        piece = image.crop(
            (round(2 * left) - 4, round(2 * top), round(2 * right) + 4, round(2 * bottom))
        )
        yield piece.size, piece.tobytes()
    document.close()
