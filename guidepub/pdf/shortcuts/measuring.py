"""Margins, paddings, borders and sizes of boxes that are alike, worked out once: a seam in WeasyPrint.

WeasyPrint 70 works out eighteen lengths of each box of each line, by some two hundred calls, and
again each time that the box is tried. Most boxes of a leaf have the same styles in the same room.
How high a line of a style is, it asks for each box of text, too.
"""

from __future__ import annotations

import contextlib
import operator
from collections.abc import Iterator
from typing import Any, Final, cast

from tinycss2.ast import FunctionBlock

from guidepub.pdf.engine.weasyprint import Box, PageBox, block, inline, paging, styling, tabling
from guidepub.pdf.shortcuts.describing import described

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


class _Measures:
    """What the styles of boxes have in common whose lengths are the same in the same room."""


_OTHERS: Final = _Measures()
"""The measures of all whose lengths depend on more than their room."""


@contextlib.contextmanager
def lengths_are_resolved_once() -> Iterator[None]:
    """Let WeasyPrint work out the lengths of a box once for all that are like it."""
    resolve, measure = block.resolve_percentages, inline.strut
    known: dict[tuple[Any, ...], dict[str, Any]] = {}
    by_values: dict[tuple[Any, ...], _Measures] = {}
    struts: dict[tuple[Any, Any], tuple[float, float]] = {}

    def once(box: Box, containing_block: Any) -> None:
        measures = getattr(box.style, "measures", None)
        if measures is None:
            measures = box.style.measures = _measures_of(box.style, by_values)
        # Margins of pages are parts of their height, too.
        if measures is _OTHERS or isinstance(box, PageBox):
            resolve(box, containing_block)
            return
        if isinstance(containing_block, Box):
            key = containing_block.width, containing_block.height, measures
        else:
            key = *containing_block, measures
        found = known.get(key)
        if found is None:
            resolve(box, containing_block)
            if len(known) == _MOST:
                known.clear()
            known[key] = {name: getattr(box, name) for name in LENGTHS}
        else:
            vars(box).update(found)

    def strut(style: Any) -> tuple[float, float]:
        found: tuple[float, float] | None = getattr(style, "strut", None)
        if found is None:
            found = style.strut = strut_of(style)
        return found

    def strut_of(style: Any) -> tuple[float, float]:
        height = style["line_height"]
        # What is calculated may depend on more.
        if isinstance(height, FunctionBlock):
            return cast("tuple[float, float]", measure(style))
        key = described(style), height
        if key not in struts:
            if len(struts) == _MOST:
                struts.clear()
            struts[key] = measure(style)
        return struts[key]

    modules = (block, inline, paging, tabling)
    inline.strut = strut
    for module in modules:
        module.resolve_percentages = once
    try:
        yield
    finally:
        inline.strut = measure
        for module in modules:
            module.resolve_percentages = resolve


def _measures_of(style: Any, by_values: dict[tuple[Any, ...], _Measures]) -> _Measures:
    """Return the measures of a style, from those that are known or a new one."""
    values = _properties_of(style)
    measures = by_values.get(values)
    if measures is None:
        if len(by_values) == _MOST:
            by_values.clear()
        # Cells that share borders keep their widths; calculated lengths may depend on the type’s size.
        depends = values[-1] == "collapse" or any(map(styling.check_math, values))
        measures = by_values[values] = _OTHERS if depends else _Measures()
    return measures
