"""Boxes that nothing is painted behind: a seam in WeasyPrint.

WeasyPrint 70 looks at the corners, the ground and the shadow of each box of each page, by some
twenty questions. Boxes of one style have one answer, and nine of ten have nothing of it.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any, Final

from guidepub.pdf.engine.weasyprint import Box, background

_SQUARE: Final = ((0, "px"), (0, "px"))
_CORNERS: Final = tuple(
    f"border_{corner}_radius" for corner in ("top_left", "top_right", "bottom_right", "bottom_left")
)
_BARE: Final = {"background": None, **dict.fromkeys(_CORNERS, (0, 0))}
"""What WeasyPrint gives a box that nothing is painted behind."""


@contextlib.contextmanager
def grounds_are_looked_for_once() -> Iterator[None]:
    """Let WeasyPrint look once for each style whether anything is painted behind its boxes."""
    lay_out = background.layout_box_backgrounds

    def shortly(
        page: Any, box: Any, read: Any, layout_children: bool = True, style: Any = None
    ) -> None:
        # A page has a ground, were it that of its bleed.
        if style is not None or box is page or not isinstance(box, Box) or not _is_bare(box.style):
            lay_out(page, box, read, layout_children, style)
            return
        if layout_children:
            for child in box.all_children():
                shortly(page, child, read)
        vars(box).update(_BARE)

    background.layout_box_backgrounds = shortly
    try:
        yield
    finally:
        background.layout_box_backgrounds = lay_out


def _is_bare(style: Any) -> bool:
    """Return whether nothing is painted behind boxes of a style, whose corners are square."""
    kept: bool | None = getattr(style, "is_bare", None)
    if kept is None:
        kept = style.is_bare = _finds_bare(style)
    return kept


def _finds_bare(style: Any) -> bool:
    colour = style["background_color"]
    return (
        colour != "currentcolor"
        and colour.alpha == 0
        and not style["box_shadow"]
        and all(kind == "none" and not value for kind, value in style["background_image"])
        and style["border_image_source"][0] == style["mask_border_source"][0] == "none"
        and all(style[corner] == _SQUARE for corner in _CORNERS)
    )
