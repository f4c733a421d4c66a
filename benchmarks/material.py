"""What the rivals are given of each book, made before anything is timed.

They get the very HTML, stylesheets, fonts and pictures that guidepub lays out, as files, and
the same words as plain Markdown. What guidepub would draw or count itself, the cover's
picture and the width of the spine, they get ready-made.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, get_args

import guidepub
from benchmarks.words import write_words
from guidepub.epub.documents import COVER_IMAGE, STYLESHEET, leaf_document
from guidepub.epub.styles import named_files, stylesheet
from guidepub.model import Book, Catalog
from guidepub.pdf import BookPages
from guidepub.pdf.covers.wrap import wrap_html, wrap_rules
from guidepub.pdf.layout.styles import book_rules
from guidepub.pdf.leaves.document import book_html
from guidepub.pdf.press.sheets import PressSheet
from guidepub.themes import find_theme, profile_file
from guidepub.themes.stylesheets.layouts import sheet_names

PdfEdition = Literal["screen", "print", "print-cover"]
PDF_EDITIONS: tuple[PdfEdition, ...] = get_args(PdfEdition)

THEME = "theme"
"""The folder of a book that holds the stylesheets and their fonts."""

PANDOC_SHEET = "pandoc.css"
"""The file beside them that gives pandoc's headings a page, which leaves have in guidepub."""

_HEADINGS = "h1 { break-before: page; font-size: 2.1em; line-height: 1.16; margin: 96pt 0 28pt }"
_PROFILE_RULE = (
    "@color-profile device-cmyk {{ src: url({source}); components: cyan, magenta, yellow, black }}"
)


@dataclass(frozen=True, slots=True)
class Material:
    """One book as a folder of files: `EDITION.html` for each PDF edition, and `epub/`."""

    slug: str
    title: str
    language: str
    folder: Path

    def html(self, edition: PdfEdition) -> Path:
        """Return the document of a PDF edition; it links the stylesheets that it needs."""
        return self.folder / f"{edition}.html"

    def sheets(self, edition: PdfEdition) -> list[str]:
        """Return the stylesheets of a PDF edition, relative to the folder, as they apply."""
        listed: list[str] = json.loads((self.folder / f"{edition}.sheets.json").read_text("utf-8"))
        return listed

    @property
    def epub(self) -> Path:
        """The folder with the parts of the EPUB, listed in its `parts.json`."""
        return self.folder / "epub"

    @property
    def cover(self) -> Path:
        """The cover's picture."""
        return self.epub / COVER_IMAGE


@dataclass(frozen=True, slots=True)
class _Drawn:
    """What guidepub must lay a book out for: the cover's picture and the spine in points."""

    cover: bytes
    spine: float


def gather(
    catalog: Catalog, slugs: Sequence[str], kinds: int, folder: Path, pandoc: str | None
) -> Iterator[Material]:
    """Write what rivals need of a catalogue's books below a folder, one after the other.

    Books `kinds` apart are repetitions of one sample: cover and spine are made for the first.
    Without pandoc there are no plain words.
    """
    drawn: dict[int, _Drawn] = {}
    (styles,) = find_theme(catalog.defaults.theme, catalog.root).styles
    theme = folder / THEME
    shutil.copytree(styles, theme)
    (theme / PANDOC_SHEET).write_text(_HEADINGS, "utf-8")
    for number, slug in enumerate(slugs):
        book = guidepub.assemble(catalog[slug], catalog)
        if number % kinds not in drawn:
            drawn[number % kinds] = _draw(book)
        # Links, not copies: the fonts of a hundred books are the same files.
        shutil.copytree(theme, folder / slug / THEME, copy_function=os.link)
        material = _write(book, drawn[number % kinds], folder / slug)
        if pandoc:
            write_words(book, material.folder, pandoc)
        yield material


def _draw(book: Book) -> _Drawn:
    pages = BookPages(book)
    count = book.press.padded(len(pages.page_starts()))
    return _Drawn(pages.cover_image(), book.press.spine(count))


def _write(book: Book, drawn: _Drawn, folder: Path) -> Material:
    material = Material(book.slug, book.guide.title, book.language, folder)
    for picture in book.pictures:
        _write_bytes(folder / picture.href, picture.path.read_bytes())
    for edition in PDF_EDITIONS:
        _write_edition(book, edition, drawn.spine, material)
    _write_epub(book, drawn.cover, material)
    return material


def _write_edition(book: Book, edition: PdfEdition, spine: float, material: Material) -> None:
    sheet = PressSheet(book.press.bleed, book.press.marks)
    rules = book_rules(book)
    if edition == "screen":
        html = book_html(book)
    else:
        rules += f"@page {{ bleed: {sheet.margin:.3f}pt }}"
        rules += _PROFILE_RULE.format(source=profile_file("coated-fogra39l.icc").as_uri())
        html = book_html(_without_cover(book))
    if edition == "print-cover":
        rules += wrap_rules(book, spine)
        html = wrap_html(book, spine)
    own = material.folder / f"{edition}.css"
    own.write_text(rules, "utf-8")
    listed = [f"{THEME}/{name}" for name in sheet_names(edition)] + [own.name]
    (material.folder / f"{edition}.sheets.json").write_text(json.dumps(listed), "utf-8")
    links = "".join(f'<link rel="stylesheet" href="{name}">' for name in listed)
    head = f'<meta charset="utf-8">{links}</head>'
    material.html(edition).write_text(html.replace("</head>", head, 1), "utf-8")


def _without_cover(book: Book) -> Book:
    leaves = tuple(leaf for leaf in book.leaves if leaf.kind != "cover")
    return book.model_copy(update={"leaves": leaves})


def _write_epub(book: Book, cover: bytes, material: Material) -> None:
    folder = material.epub
    parts: dict[str, Any] = {
        "title": book.guide.title,
        "language": book.language,
        "authors": [person.name for person in book.guide.authors],
        "documents": [
            {"name": leaf.file_name, "title": leaf.title}
            for leaf in book.leaves
            if leaf.kind not in ("cover", "contents")
        ],
        "files": [],
    }
    for leaf in book.leaves:
        _write_bytes(folder / leaf.file_name, leaf_document(book, leaf))
    for name, media_type, data in _epub_files(book, cover):
        _write_bytes(folder / name, data)
        parts["files"].append({"name": name, "type": media_type})
    (folder / "parts.json").write_text(json.dumps(parts), "utf-8")


def _epub_files(book: Book, cover: bytes) -> Iterator[tuple[str, str, bytes]]:
    css = stylesheet(book.theme, book.imprint.colour)
    yield STYLESHEET, "text/css", css.encode()
    yield COVER_IMAGE, "image/png", cover
    for name, media_type, path in named_files(book.theme, css):
        yield name, media_type, path.read_bytes()
    for picture in book.pictures:
        yield picture.href, picture.media_type, picture.path.read_bytes()


def _write_bytes(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
