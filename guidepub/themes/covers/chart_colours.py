"""The colours that a theme gives to charts, in a book with an imprint's accent."""

from __future__ import annotations

from typing import NamedTuple

from guidepub.themes.folders.theme import Theme
from guidepub.themes.stylesheets.colours import shades


class ChartColours(NamedTuple):
    """The colours of words, of a bar that stands out (the ink if empty), and of other bars."""

    ink: str
    bar: str
    tint: str


def chart_colours(theme: Theme, accent: str) -> ChartColours:
    """Return a theme's colours of charts; a name such as `accent-deep` is one of the accent's."""
    own = shades(accent)
    named = (theme.chart_ink, theme.chart_bar, theme.chart_tint)
    return ChartColours(*(own.get(f"--{colour}", colour) for colour in named))
