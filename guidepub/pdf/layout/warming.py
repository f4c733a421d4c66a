"""Loads what a process needs once, before its first book."""

from __future__ import annotations

from guidepub.pdf.layout.styles import load_theme
from guidepub.themes import Theme


def warm_up(theme: Theme) -> None:
    """Load a theme's fonts, and the stylesheets that most of its pages are made with.

    Raises:
        RenderError, InputError: as `load_theme`.
    """
    load_theme(theme)
