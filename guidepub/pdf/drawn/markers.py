"""The bullets and numbers of lists, drawn before the words of their items.

WeasyPrint places what is next to an item absolutely, and so draws it when the rest of the page
is drawn. Whoever copies a page's text, or reads it without the tagged structure, then finds all
numbers at its end: “Expose it. Wash it out. 3. 4.”
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any

from guidepub.pdf.engine.weasyprint import AbsolutePlaceholder, ParentBox, stacking


@contextlib.contextmanager
def markers_come_first() -> Iterator[None]:
    """Let each marker of a list be drawn where its item begins."""
    dispatch = stacking._dispatch

    def in_order(
        box: Any, page: Any, contexts: Any, blocks: Any, floats: Any, blocks_and_cells: Any
    ) -> Any:
        box = _itself(box)
        markers = [child for child in _children(box) if child.is_outside_marker]
        if not markers:
            return dispatch(box, page, contexts, blocks, floats, blocks_and_cells)
        rest = [child for child in box.children if not _itself(child).is_outside_marker]
        apart, floating = len(contexts), len(floats)
        item = box.copy_with_children(rest)
        drawn = dispatch(item, page, contexts, blocks, floats, blocks_and_cells)
        if drawn is None or isinstance(drawn, stacking.StackingContext):
            # The item is painted by itself, as one that is positioned: so are its markers.
            own = drawn or (floats[floating] if len(floats) > floating else contexts[apart])
            first = [stacking.StackingContext.from_box(marker, page) for marker in markers]
            own.negative_z_contexts[:0] = first
            return drawn
        inner = blocks_and_cells.pop(drawn, None)
        for marker in markers:
            held: dict[Any, Any] = {}
            made = stacking._dispatch_children(marker, page, contexts, blocks, floats, held)
            blocks.append(made)
            blocks_and_cells[made] = held
        if inner is not None:
            blocks_and_cells[drawn] = inner
        return drawn

    stacking._dispatch = in_order
    try:
        yield
    finally:
        stacking._dispatch = dispatch


def _itself(box: Any) -> Any:
    return box._box if isinstance(box, AbsolutePlaceholder) else box


def _children(box: Any) -> list[Any]:
    return [_itself(child) for child in box.children] if isinstance(box, ParentBox) else []
