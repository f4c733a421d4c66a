"""Boxes asked for less: seams in WeasyPrint.

WeasyPrint 70 asks each box again and again whether it floats, whether it is in the flow of the
text, what its page is called, and what lies in its way on its line. Nine of ten boxes float nowhere
and have nothing in their way. What is asked of a box's children it asks of all, where the first and
the last decide, and it goes through descendants by as many generators as these are deep.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator
from typing import Any

from guidepub.pdf.engine.boxes import box_itself
from guidepub.pdf.engine.weasyprint import Box, LineBox, ParentBox, inline

_IN_FLOW = ("static", "relative")


@contextlib.contextmanager
def boxes_are_asked_shortly() -> Iterator[None]:
    """Let WeasyPrint find the same of boxes in fewer steps."""
    every: Any = Box
    parent: Any = ParentBox
    flows, descend = every.is_in_normal_flow, every.descendants
    named, avoid = parent.page_values, inline.avoid_collisions

    def is_in_normal_flow(box: Any) -> bool:
        style = box.style
        if style["float"] == "none" and style["position"] in _IN_FLOW:
            return True
        return bool(flows(box))

    def page_values(box: Any) -> tuple[Any, Any]:
        page = box.style["page"]
        first = _first_in_flow(box.children)
        if first is None:
            return page, page
        last = _first_in_flow(reversed(box.children))
        start, end = first.page_values()
        if last is not first:
            end = last.page_values()[1]
        return start or page, end or page

    def avoided(context: Any, box: Any, around: Any, outer: bool = True) -> tuple[Any, ...]:
        is_plain_line = not outer and isinstance(box, LineBox) and box.style["float"] == "none"
        if not is_plain_line or context.excluded_shapes or around.style["direction"] != "ltr":
            found: tuple[Any, ...] = avoid(context, box, around, outer)
            return found
        # WeasyPrint's own steps, each of which may be rounded.
        left = around.content_box_x()
        right = left + around.width - box.margin_right
        left += box.margin_left
        return left - box.margin_left, box.border_box_y() - box.margin_top, right - left

    every.is_in_normal_flow, every.descendants = is_in_normal_flow, _descendants
    parent.page_values, inline.avoid_collisions = page_values, avoided
    try:
        yield
    finally:
        every.is_in_normal_flow, every.descendants = flows, descend
        parent.page_values, inline.avoid_collisions = named, avoid


def _first_in_flow(boxes: Iterable[Any]) -> Any:
    """Return the first of some boxes that is in normal flow or floated, or None."""
    return next((box for box in boxes if box.is_in_normal_flow() or box.is_floated()), None)


def _descendants(box: Any, placeholders: bool = False) -> Iterator[Any]:
    """Yield a box and all in it, in their order; what is elsewhere only if it is asked for."""
    waiting = [box]
    while waiting:
        box = waiting.pop()
        if placeholders:
            box = box_itself(box)
        yield box
        if isinstance(box, Box):
            waiting.extend(reversed(box.children))
