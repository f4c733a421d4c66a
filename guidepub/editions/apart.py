"""The modules for two processes that together make the file of one guide.

One assembles the book and verifies the file, the other draws it. While the book is read and
assembled, the drawing modules are imported; while it is drawn, the verifying modules are.
"""

from __future__ import annotations

import importlib

from guidepub.themes import Theme, find_theme
from guidepub.themes.folders.shipped import USUAL_THEME

# The leaves that almost every book has.
_USUAL_LEAVES = (
    "title-page", "imprint-page", "contents", "notice", "at-a-glance", "section", "sources",
    "about-publisher", "cover",
)  # fmt: skip


def get_ready_to_draw() -> None:
    """Import what makes the screen PDF of a book, and lay out a page in the default theme."""
    importlib.import_module("guidepub.editions.production")
    importlib.import_module("guidepub.editions.screen")
    importlib.import_module("guidepub.pdf.writer")
    from guidepub.pdf.layout.warming import rehearse

    rehearse(find_theme(USUAL_THEME))


def get_ready_to_assemble() -> None:
    """Import what assembles a book, and load the default theme's templates for leaves of all books."""
    importlib.import_module("guidepub.assembly.books")
    importlib.import_module("guidepub.editions.production")
    load_templates(find_theme(USUAL_THEME))


def load_templates(theme: Theme) -> None:
    """Load a theme's templates for the leaves of all books.

    Raises:
        Exception: a template is missing or broken; filling it reports that.
    """
    from guidepub.themes.templates import compile_early

    compile_early(theme, (f"{name}.xhtml" for name in _USUAL_LEAVES))
