"""Columns of figures: cells that lack decimals are filled up, so that points are in line."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml import etree

from guidepub.figures import decimal_mark

# Spaces as wide as a figure and as a point (Unicode, 6.2: figure and punctuation space).
_FIGURE, _POINT = "\u2007", "\u2008"

_TABLE = re.compile(r"<table>.*?</table>", re.S)
_RIGHT = "align-right"


def on_the_decimal(xhtml: str, language: str) -> str:
    """Return a section's XHTML with the figures of right-aligned columns on the decimal point.

    Columns whose figures have different units, or the same number of decimals, stay as they
    are, as do words and empty cells. The fill is white space: no reader says or copies it.
    """
    if _RIGHT not in xhtml:
        return xhtml
    mark = decimal_mark(language)
    figure = re.compile(rf"\s*[^\d\s]{{0,4}}\s?\d[\d.,'’\s]*?({re.escape(mark)}\d+)?(\D{{0,4}})\s*")
    return _TABLE.sub(lambda table: _aligned(table[0], figure), xhtml)


def _aligned(table: str, figure: re.Pattern[str]) -> str:
    if _RIGHT not in table:
        return table
    root = etree.fromstring(f'<div xmlns:epub="http://www.idpf.org/2007/ops">{table}</div>')
    rows = [row.findall("td") for row in root.iter("tr")]
    changed = False
    for cells in zip(*(row for row in rows if row), strict=False):
        changed |= _fill(cells, figure)
    if not changed:
        return table
    inner = etree.tostring(root[0], encoding="unicode")
    return inner.replace(' xmlns:epub="http://www.idpf.org/2007/ops"', "", 1)


def _fill(cells: Iterable[etree._Element], figure: re.Pattern[str]) -> bool:
    """Fill up the cells of one column; return whether any was."""
    found = [
        (cell, match)
        for cell in cells
        if cell.get("class") == _RIGHT and (match := figure.fullmatch(cell.text or ""))
    ]
    decimals = [len(match[1] or "") for _, match in found]
    if len(set(decimals)) < 2 or len({match[2].strip() for _, match in found}) > 1:
        return False
    for (cell, _), count in zip(found, decimals, strict=True):
        missing = max(decimals) - count
        if missing:
            point = "" if count else _POINT
            cell.text = f"{(cell.text or '').rstrip()}{point}{_FIGURE * (missing - len(point))}"
    return True
