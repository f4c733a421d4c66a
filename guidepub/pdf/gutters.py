"""The gutter of a thick book: its text stands further out, so that it opens.

The text keeps its measure, and with it every line, so pages are not laid out again: they are
painted with all that is in them moved sideways.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from guidepub.pdf.engine import Page

# CSS pixels are 1/96 inch, points 1/72.
_PIXEL = 96 / 72


def gutter(pages: int) -> float:
    """Return by how many points the inside margin grows, so that a thick book opens.

    Presses ask for 0.375 in up to 150 pages, 0.5 in up to 300, 0.625 in up to 500, 0.75 in
    up to 700, and 0.875 in beyond; the text keeps its measure and moves outwards.
    """
    steps = sum(pages > limit for limit in (150, 300, 500, 700))
    return steps * 9.0


def shift(pages: int, right: bool) -> float:
    """Return by how many points what is on a page stands further right in a book of so many."""
    return gutter(pages) if right else -gutter(pages)


def with_gutter(pages: Sequence[Page], count: int) -> list[Page]:
    """Return laid-out pages as they are in a book of so many pages."""
    return [_Moved(page, count) for page in pages] if gutter(count) else list(pages)


class _Moved(Page):
    """A page whose content is painted some CSS pixels away from the spine."""

    def __init__(self, page: Page, count: int) -> None:
        self.__dict__ |= page.__dict__
        self._shift = shift(count, page._page_box.page_type.side == "right") * _PIXEL
        self._page_box = page._page_box.copy()
        # What colours the sheet itself stays where it is.
        for name in ("background", "canvas_background"):
            background = getattr(self._page_box, name)
            setattr(self._page_box, name, _moved(background, -self._shift))
        self.anchors = {
            name: (box[0] + self._shift, box[1], box[2] + self._shift, box[3])
            for name, box in page.anchors.items()
        }
        self.bookmarks = [
            (level, label, (x + self._shift, y), state)
            for level, label, (x, y), state in page.bookmarks
        ]

    def paint(self, stream: Any, scale: float = 1) -> None:
        """Paint the page into the PDF file."""
        with stream.stacked():
            stream.transform(e=self._shift * scale)
            super().paint(stream, scale)


def _moved(background: Any, distance: float) -> Any:
    """Return a background whose layers are painted some CSS pixels further to the right."""
    if background is None:
        return None
    layers = [
        layer._replace(
            painting_area=_area(layer.painting_area, distance),
            positioning_area=_area(layer.positioning_area, distance),
        )
        for layer in background.layers
    ]
    return type(background)(background.color, layers, background.style)


def _area(area: tuple[float, ...] | str, distance: float) -> tuple[float, ...] | str:
    if isinstance(area, str):
        # WeasyPrint's word for what a plain colour has not.
        return area
    x, *others = area
    return (x + distance, *others)
