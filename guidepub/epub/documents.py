"""The XHTML documents of an EPUB: a leaf in its own, the cover, and the navigation."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from guidepub.epub.contents import with_levels
from guidepub.epub.pages import marked, page_list
from guidepub.model import Book, Leaf
from guidepub.themes.cards import label_cells
from guidepub.themes.drawings.bars import spread_charts
from guidepub.themes.leaves import NAMESPACES, PageStart, body_of, xhtml_in
from guidepub.themes.limits.structure import NOTICE_LEAVES

STYLESHEET = "book.css"
NOTICE_STYLESHEET = "notices.css"
COVER_IMAGE, COVER_PHOTO = "images/cover.png", "images/cover.jpg"
NAVIGATION = "contents.xhtml"
# What landmarks call other leaves, by their ids or kinds (EPUB 3 Structural Semantics Vocabulary).
_LISTED = {
    "list-of-figures": "loi",
    "list-of-tables": "lot",
    "foreword": "foreword",
    "preface": "preface",
    "acknowledgements": "acknowledgments",
    "appendix": "appendix",
    "glossary": "glossary",
    "sources": "bibliography",
    "index": "index",
}
_XHTML = "{http://www.w3.org/1999/xhtml}"


def leaf_document(book: Book, leaf: Leaf, starts: Sequence[PageStart] = ()) -> bytes:
    """Return a leaf as an XHTML document; the contents become the navigation document.

    `starts` are where the pages of the printed book begin.
    """
    if leaf.kind == "cover":
        return _document(book, leaf, _cover(book))
    if leaf.kind == "contents":
        lists = page_list(book, starts) + _landmarks(book)
        return _document(book, leaf, with_levels(book, marked(leaf, starts)) + lists)
    return _document(book, leaf, _for_every_width(marked(leaf, starts)))


def _for_every_width(xhtml: str) -> str:
    """Return a leaf whose tables and charts can be shown where they have little room."""
    if "<table" not in xhtml and "<svg" not in xhtml:
        return xhtml
    body = body_of(xhtml)
    for table in body.iter(f"{_XHTML}table"):
        label_cells(table)
        for head in table.iter(f"{_XHTML}th"):
            # HTML's short name of a head is an error to EPUBCheck in an EPUB 3, not in an EPUB 2.
            head.attrib.pop("abbr", "")
    spread_charts(body)
    return xhtml_in(body)


def _document(book: Book, leaf: Leaf, body: str) -> bytes:
    language = escape(book.language)
    direction = ' dir="rtl"' if book.theme.script else ""
    # The navigation document's own type is said by its <nav>; others belong to a part.
    part = "" if leaf.kind == "cover" else f' epub:type="{leaf.part}"'
    sheet = NOTICE_STYLESHEET if leaf.kind in NOTICE_LEAVES else STYLESHEET
    text = (
        '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n'
        f'<html {NAMESPACES} lang="{language}" xml:lang="{language}"{direction}>\n'
        f"<head>\n<title>{escape(leaf.entry)}</title>\n"
        f'<link rel="stylesheet" type="text/css" href="{sheet}"/>\n</head>\n'
        f"<body{part}>\n{body}\n</body>\n</html>\n"
    )
    return text.encode()


def cover_image(book: Book) -> tuple[str, str]:
    """Return the name of a book's cover inside its EPUB, and its media type."""
    if book.guide.cover is None:
        return COVER_IMAGE, "image/png"
    return COVER_PHOTO, "image/jpeg"


def _cover(book: Book) -> str:
    alternative = escape(book.cover_alternative)
    return (
        '<section class="cover-page" epub:type="cover" id="cover">'
        f'<img src="{cover_image(book)[0]}" alt="{alternative}" role="doc-cover"/></section>'
    )


def _landmarks(book: Book) -> str:
    """Return the landmarks (EPUB 3.3, 7.4.4): where a reading system can jump to."""
    words = book.phrases
    first_section = next(leaf for leaf in book.leaves if leaf.part == "bodymatter")
    entries = [("cover", "cover.xhtml", words["cover"])]
    entries.append(("toc", NAVIGATION, words["contents"]))
    entries.append(("bodymatter", first_section.file_name, words["body"]))
    entries += [
        (_LISTED[leaf.id if leaf.kind == "list" else leaf.kind], leaf.file_name, leaf.entry)
        for leaf in book.leaves
        if leaf.kind == "list" or leaf.kind in _LISTED
    ]
    items = "".join(
        f'<li><a epub:type="{kind}" href="{escape(name)}">{escape(title)}</a></li>\n'
        for kind, name, title in entries
    )
    return f'\n<nav epub:type="landmarks" id="landmarks" hidden="hidden"><ol>\n{items}</ol></nav>'
