"""What a process loads once, before its first book."""

from __future__ import annotations

from collections.abc import Iterable

from guidepub.model import Edition
from guidepub.pdf.styles import theme_styles
from guidepub.resources import Theme


def warm_up(theme: Theme, editions: Iterable[Edition]) -> None:
    """Load the stylesheets and fonts that some editions are made with.

    Raises:
        RenderError: as `theme_styles`.
    """
    for edition in editions:
        # An EPUB has the screen's cover and the printed book's pages.
        for needed in ("screen", "print") if edition == "epub" else (edition,):
            theme_styles(theme, needed)
