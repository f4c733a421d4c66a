"""A book as an HTML document: guidepub decides its structure, a theme its look.

Each leaf is in a frame. A theme's rules match only inside frames of the class `bound`, and
nothing of theirs is painted outside. Frames of the class `approved` contain the notices.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from guidepub.figures.locales import writing_direction
from guidepub.model import Book, Leaf
from guidepub.model.guides.sections import SECTION_KINDS
from guidepub.themes.limits.structure import NOTICE_LEAVES
from guidepub.web.markup import leaf_html
from guidepub.web.metadata import head_elements
from guidepub.web.styles import stylesheet

_TEXT = SECTION_KINDS | {"sources"}
POLICY = (
    "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; "
    "form-action 'none'"
)
"""The Content Security Policy (Level 3) of the document: a browser loads nothing and runs no script.

Pictures and the stylesheet are in the document itself.
"""


def render(book: Book) -> bytes:
    """Return a book's web edition, an HTML document in UTF-8.

    The book has only the leaves that belong in this edition.

    Raises:
        RenderError: the theme's stylesheets cannot be used, or name a file that is not there.
    """
    language = escape(book.language)
    direction = writing_direction(book.language)
    skip = escape(book.phrases["skip_to_text"])
    front, text, back = parts(book)
    document = (
        f'<!DOCTYPE html>\n<html lang="{language}" dir="{direction}">\n<head>\n'
        '<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"{head_elements(book)}"
        f"<style>\n{stylesheet(book.theme, book.colour, book.has_matter)}</style>\n</head>\n<body>\n"
        f'<div class="bound skip"><a href="#text">{skip}</a></div>\n'
        f"<header>\n{_framed(book, front)}</header>\n"
        f'<main id="text" tabindex="-1">\n{_framed(book, text)}</main>\n'
        f"<footer>\n{_framed(book, back)}</footer>\n</body>\n</html>\n"
    )
    return document.encode()


def parts(book: Book) -> tuple[list[Leaf], list[Leaf], list[Leaf]]:
    """Return the leaves before the guide's text, the text with its sources, and those after it.

    Together they are the leaves of the document, in order. A foreword and an appendix are part
    of the text. The cover is left out, since it only repeats the words of the title page.
    """
    front: list[Leaf] = []
    text: list[Leaf] = []
    back: list[Leaf] = []
    for leaf in book.leaves:
        if leaf.part == "frontmatter" and leaf.kind not in SECTION_KINDS:
            front.append(leaf)
        elif not back and (leaf.part == "bodymatter" or leaf.kind in _TEXT):
            text.append(leaf)
        elif leaf.kind != "cover":
            back.append(leaf)
    return front, text, back


def _framed(book: Book, leaves: Iterable[Leaf]) -> str:
    return "".join(_frame(book, leaf) for leaf in leaves)


def _frame(book: Book, leaf: Leaf) -> str:
    html = leaf_html(book, leaf)
    if leaf.kind in NOTICE_LEAVES:
        return f'<div class="approved">{html}</div>\n'
    return f'<div class="bound"><div class="bound-body">{html}</div></div>\n'
