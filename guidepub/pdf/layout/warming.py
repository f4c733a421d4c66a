"""Loads what a process needs once, before its first book."""

from __future__ import annotations

from guidepub.pdf.engine.complaints import complaints_are_ignored
from guidepub.pdf.engine.fetching import BOOK, ClosedFetcher
from guidepub.pdf.engine.weasyprint import LayoutSource
from guidepub.pdf.layout.styles import load_theme
from guidepub.pdf.leaves.sharing import sharing_in
from guidepub.pdf.seams.continuing import FIRST, Continuing
from guidepub.pdf.seams.footnotes import render_with_notes
from guidepub.themes import Theme

# The upright, italic and bold faces, and lines at whose ends words are hyphenated.
_SAMPLE = (
    '<html lang="en-US"><body><section class="leaf section"><h1>Title</h1>'
    f"<p>A <em>few</em> <strong>words</strong>, {'considerably ' * 20}.</p></section></body></html>"
)


def warm_up(theme: Theme) -> None:
    """Load a theme's fonts, and the stylesheets that most of its pages are made with.

    Raises:
        RenderError, InputError: as `load_theme`.
    """
    load_theme(theme)


def rehearse(theme: Theme) -> None:
    """Warm up, and lay out a page in a theme, for a process that has time until its first book.

    The first page takes longer than others: faces are opened, hyphenation patterns are read, and
    rules are compared with elements.

    Raises:
        RenderError, InputError: as `load_theme`.
    """
    styles = load_theme(theme)
    sharing_in(theme, "shared")
    with complaints_are_ignored():
        render_with_notes(
            LayoutSource(_SAMPLE, BOOK, ClosedFetcher(BOOK, lambda _: None)),
            Continuing(FIRST, lambda _: None),
            stylesheets=styles.sheets,
            font_config=styles.fonts,
            cache={},
        )
