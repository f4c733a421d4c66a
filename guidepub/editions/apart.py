"""The modules that two processes load which share the making of one guide's file.

One assembles the book and proves the file, the other draws it: while the book is read and
assembled, what draws it is loaded, and while it is drawn, what proves it.
"""

from __future__ import annotations

import importlib

from guidepub.themes import find_theme
from guidepub.themes.folders.shipped import USUAL_THEME

# The leaves that almost every book has.
_USUAL_LEAVES = (
    "title-page", "imprint-page", "contents", "notice", "at-a-glance", "section", "sources",
    "about-publisher", "cover",
)  # fmt: skip


def get_ready_to_draw() -> None:
    """Load what makes the PDF for the screen of a book, and lay a page out in the usual theme."""
    importlib.import_module("guidepub.editions.production")
    importlib.import_module("guidepub.editions.screen")
    importlib.import_module("guidepub.pdf.writer")
    from guidepub.pdf.layout.warming import rehearse

    rehearse(find_theme(USUAL_THEME))


def get_ready_to_assemble() -> None:
    """Load what a book is assembled with, and the usual theme's templates of what all books have."""
    importlib.import_module("guidepub.assembly.books")
    importlib.import_module("guidepub.editions.production")
    from guidepub.themes.templates import compile_early

    compile_early(find_theme(USUAL_THEME), (f"{name}.xhtml" for name in _USUAL_LEAVES))
