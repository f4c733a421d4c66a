"""The career in figures, seen at once: on one page, or on two that face each other.

Where it begins on a recto and would end overleaf, it begins overleaf, unless much of the recto would
be empty.
"""

from __future__ import annotations

from guidepub.pdf.engine.boxes import classes_on
from guidepub.pdf.engine.weasyprint import Box, LayoutContext

# Part of the height of a recto's text that may stay empty for it.
_EMPTY = 0.38


def keep_together(context: LayoutContext, leaf: Box, index: int, bottom_space: float) -> None:
    """Set whether pages may break in the figures whose heading is at a place in a leaf.

    It is set again for each page on which the heading is laid out. `bottom_space` is what the page
    keeps free at its foot, in CSS pixels.
    """
    heading = leaf.children[index]
    if heading.element_tag != "h2" or "figures" not in classes_on(heading):
        return
    page = context.current_footnote_area.page
    room = context.page_bottom - bottom_space - heading.position_y
    is_recto = page.page_type.side == "right"
    break_before = "avoid" if is_recto and room < _EMPTY * page.height else "auto"
    for drawing in leaf.children[index + 1 :]:
        classes = classes_on(drawing)
        if "chart" not in classes or "figures-sources" in classes:
            # That line always stays with the last drawing.
            break
        drawing.style["break_before"] = break_before
