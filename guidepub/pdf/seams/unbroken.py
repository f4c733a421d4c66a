"""Boxes placed by hand that stay whole: a seam in WeasyPrint.

WeasyPrint 70 breaks a box that is placed absolutely where the page ends, even if its stylesheet
says `break-inside: avoid`. What is left of a cover's words was then on a page after the cover, or
lost; in one piece, they are seen to have no room, and are set smaller.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any

from guidepub.pdf.engine.weasyprint import Box, LayoutContext, absolute

# CSS pixels below the page that such a box may fill: more than any page has.
_BELOW = 1e6


@contextlib.contextmanager
def placed_boxes_stay_whole() -> Iterator[None]:
    """Let absolutely placed boxes go on below the page's end where their style avoids breaks."""
    lay_out = absolute.absolute_block

    def whole(
        context: LayoutContext, box: Box, holder: Box, fixed: Any, bottom: float, *rest: Any
    ) -> Any:
        room = bottom - _BELOW if box.style["break_inside"] == "avoid" else bottom
        return lay_out(context, box, holder, fixed, room, *rest)

    absolute.absolute_block = whole
    try:
        yield
    finally:
        absolute.absolute_block = lay_out
