"""Tables whose rows are better split than kept whole.

WeasyPrint keeps a row whole where a stylesheet asks for it, leaves half a page empty before a
high one, and drops the table's head on a page where head and rows do not fit together.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from guidepub.pdf.engine.boxes import box_itself, classes_on
from guidepub.pdf.engine.weasyprint import Box, Page

# Part of a page's height beyond which a row may break. Three rows that are together, as the
# first and the last ones do, then have room below their head.
_HIGH = 0.25


def tables_to_part(pages: Sequence[Page]) -> dict[str, str]:
    """Return the tables of laid-out pages whose rows are to break: the leaf of each by its id.

    These have a row that is higher than a quarter of the page, or lack their head on a page.
    """
    found: dict[str, str] = {}
    for page in pages:
        root = page._page_box
        for table, leaf in _tables(root):
            name = table.element.get("id")
            if name and (_is_high(table, root.height) or _lacks_head(table)):
                found.setdefault(name, leaf)
    return found


def _tables(root: Box) -> Iterator[tuple[Box, str]]:
    """Yield the tables on a page with the ids of their leaves."""
    waiting = [(child, "") for child in root.children]
    while waiting:
        box, leaf = waiting.pop()
        box = box_itself(box)
        kind, element = type(box).__name__, box.element
        if kind == "TableBox" and element is not None:
            yield box, leaf
        elif kind not in ("LineBox", "MarginBox") and hasattr(box, "children"):
            if "leaf" in classes_on(box):
                leaf = leaf or element.get("id") or ""
            waiting += [(child, leaf) for child in box.children]


def _is_high(table: Box, height: float) -> bool:
    rows = (row for group in table.children for row in group.children)
    return any(row.height > _HIGH * height for row in rows)


def _lacks_head(table: Box) -> bool:
    return table.element.find("thead") is not None and not any(
        group.is_header for group in table.children
    )
