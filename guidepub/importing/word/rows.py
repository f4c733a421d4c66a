"""Completes table rows in Word files that begin to the right of their table's left edge.

Word states how many columns such a row skips (`w:gridBefore`, ECMA-376 Part 1, 17.4.15), but mammoth
ignores it, so each cell would be below the heading to the left of its own.
"""

from __future__ import annotations

from lxml import etree

from guidepub.importing.word.xml import child, children, integer, name_of, new_element, tag, value

# Word's own limit of a table's columns.
_MOST_COLUMNS = 63
# 5 mm in twips: an edge was dragged out of line, and no cell there could have content.
_NARROW = 284


def fill_indented_rows(tree: etree._Element) -> None:
    """Make each row begin at the left edge of its table.

    It gets an empty cell, or, if it begins only a little further right, a wider first cell.
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
            empty = new_element(row, "tc", new_element(row, "tcPr"), new_element(row, "p"))
            _widen(empty, skipped - 1)
            # The first cell may be in a content control.
            row.insert(row.index(_part_of(row, cell)), empty)


def _is_narrow(row: etree._Element, columns: int) -> bool:
    """Return whether the first columns of a row's table are known to be too narrow for words."""
    grid = child(next(row.iterancestors("{*}tbl"), None), "tblGrid")
    widths = [integer(value(column, "w"), 0) for column in children(grid, "gridCol")][:columns]
    return bool(widths) and all(widths) and sum(widths) < _NARROW


def _widen(cell: etree._Element, columns: int) -> None:
    """Make a cell span more columns."""
    properties = child(cell, "tcPr")
    if properties is None:
        properties = new_element(cell, "tcPr")
        cell.insert(0, properties)
    span = child(properties, "gridSpan")
    if span is None:
        span = new_element(cell, "gridSpan")
        properties.insert(0, span)
    before = integer(value(span, "val"), 1)
    span.set(tag(cell, "val"), str(min(before + columns, _MOST_COLUMNS)))


def _part_of(row: etree._Element, cell: etree._Element) -> etree._Element:
    """Return the child of a row that is a cell or contains it."""
    part = cell
    while (parent := part.getparent()) is not None and parent is not row:
        part = parent
    return part
