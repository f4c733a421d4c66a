"""Margins, paddings, borders and sizes of boxes that are alike, worked out once: a seam in WeasyPrint.

WeasyPrint 70 works out eighteen lengths of each box of each line, by some two hundred calls, and
again each time that the box is tried. Most boxes of a leaf have the same styles in the same room.
"""

from __future__ import annotations

import contextlib
import operator
from collections.abc import Iterator
from typing import Any, Final

from guidepub.pdf.engine.weasyprint import Box, PageBox, block, inline, paging, styling, tabling

_SIDES: Final = ("top", "right", "bottom", "left")
LENGTHS: Final = (
    *(f"{name}_{side}" for name in ("margin", "padding") for side in _SIDES),
    *(f"border_{side}_width" for side in _SIDES),
    *(f"{limit}{axis}" for limit in ("", "min_", "max_") for axis in ("width", "height")),
)
"""What WeasyPrint gives a box; all that decides on it are the properties of these names."""
_properties_of = operator.itemgetter(*LENGTHS, "box_sizing", "border_collapse")
# Kinds of boxes that are kept of a layout: a book has some hundreds.
_MOST = 4096


@contextlib.contextmanager
def lengths_are_resolved_once() -> Iterator[None]:
    """Let WeasyPrint work out the lengths of a box once for all that are like it."""
    resolve = block.resolve_percentages
    known: dict[tuple[Any, ...], dict[str, Any]] = {}

    def once(box: Box, containing_block: Any) -> None:
        room = (
            (containing_block.width, containing_block.height)
            if isinstance(containing_block, Box)
            else tuple(containing_block)
        )
        values = _properties_of(box.style)
        # Pages measure by their height, too, and cells that share borders keep their own.
        if values[-1] == "collapse" or isinstance(box, PageBox):
            resolve(box, containing_block)
            return
        key = *room, *values
        found = known.get(key)
        if found is None:
            resolve(box, containing_block)
            # Calculated lengths may depend on the size of the type.
            if not any(map(styling.check_math, values)):
                if len(known) == _MOST:
                    known.clear()
                known[key] = {name: getattr(box, name) for name in LENGTHS}
        else:
            vars(box).update(found)

    modules = (block, inline, paging, tabling)
    for module in modules:
        module.resolve_percentages = once
    try:
        yield
    finally:
        for module in modules:
            module.resolve_percentages = resolve
