"""Rows of Word's tables that begin behind the left edge of their table.

Word writes how many columns such a row skips (`w:gridBefore`, ECMA-376 Part 1, 17.4.15), and mammoth
does not read it: each cell would stand below the head to the left of its own.
"""

from __future__ import annotations

from lxml import etree

from guidepub.importing.word.xml import child, children, integer, made, name_of, tag, value

# Word's own limit of a table's columns.
_MOST_COLUMNS = 63
# In twips, 5 mm: an edge was dragged out of line, and there is no cell that could hold anything.
_NARROW = 284


def fill_indented_rows(tree: etree._Element) -> None:
    """Let each row begin at the left edge of its table.

    It is given an empty cell, or, where it only begins a little to the right, a wider first one.
    """
    for row in list(tree.iter("{*}tr")):
        skipped = integer(value(child(child(row, "trPr"), "gridBefore"), "val"), 0)
        cell = next((each for each in row.iter("{*}tc") if name_of(each)), None)
        if not skipped or cell is None or not name_of(row):
            continue
        skipped = min(skipped, _MOST_COLUMNS)
        if _is_narrow(row, skipped):
            _widen(cell, skipped)
        else:
            empty = made(row, "tc", made(row, "tcPr"), made(row, "p"))
            _widen(empty, skipped - 1)
            # The first cell may stand in a content control of its own.
            row.insert(row.index(_part_of(row, cell)), empty)


def _is_narrow(row: etree._Element, columns: int) -> bool:
    """Return whether the first columns of a row's table are known to be too narrow for any words."""
    grid = child(next(row.iterancestors("{*}tbl"), None), "tblGrid")
    widths = [integer(value(column, "w"), 0) for column in children(grid, "gridCol")][:columns]
    return bool(widths) and all(widths) and sum(widths) < _NARROW


def _widen(cell: etree._Element, columns: int) -> None:
    """Let a cell take up some columns more."""
    properties = child(cell, "tcPr")
    if properties is None:
        properties = made(cell, "tcPr")
        cell.insert(0, properties)
    span = child(properties, "gridSpan")
    if span is None:
        span = made(cell, "gridSpan")
        properties.insert(0, span)
    before = integer(value(span, "val"), 1)
    span.set(tag(cell, "val"), str(min(before + columns, _MOST_COLUMNS)))


def _part_of(row: etree._Element, cell: etree._Element) -> etree._Element:
    """Return the child of a row that is a cell, or holds it."""
    part = cell
    while (parent := part.getparent()) is not None and parent is not row:
        part = parent
    return part
