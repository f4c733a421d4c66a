"""Reads the labels of a table's cells: the units of bare numbers, and percentiles.

“€ brutto im Monat” above “2.760” is the unit of the cell, and “25th” among others is a percentile.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import replace

from guidepub.figures.numbers import MINUSES
from guidepub.importing.originals.grids import joined_head
from guidepub.importing.originals.original import Grid
from guidepub.text.figures.amounts import counts_thousands
from guidepub.text.figures.years import YEAR
from guidepub.text.vocabulary import either, vocabulary

_BARE_POINT = re.compile(
    r"\s*(10|25|50|75|90)\s*(?:%|\.|th|st|º|e|ème|per ?cent|Prozent|por ciento|pour cent|por cento)?\s*(?P<aside>\([^()\d]{1,30}\))?\s*"
)
_MIDDLE = re.compile(r"\W*m[ée]dian", re.IGNORECASE)
_FEWEST_POINTS = 2
_BARE_NUMBER = re.compile(rf"[{MINUSES}+]?\d[\d.,'’\s]{{0,18}}")
_LINE = re.compile(
    rf"[^:]{{2,90}}:\s+(?:[^\W\d_]{{1,9}}\s+){{0,2}}[{MINUSES}+]?\d[\d.,'’\s]{{0,18}}"
)
# “(%)”, “in Prozent”, but not “lowest 10 %”.
_PERCENT = re.compile(
    r"(?<![\d\s])\s*[(\[,:]?\s*(?:in\s+|en\s+|em\s+|as\s+)?(?:%|percent|per cent|Prozent|por ciento|pour cent|por cento|pct\.?)\s*[)\]]?\s*$",
    re.IGNORECASE,
)
_LONGEST = 120


def point_of(label: str, labels: Sequence[str]) -> str:
    """Return a label, as a percentile if it is a bare number among others: “10 % | 25 % | …”."""
    match = _BARE_POINT.fullmatch(_last_part(label))
    if match is None or sum(map(_is_bare_point, labels)) < _FEWEST_POINTS:
        return label
    return " ".join(filter(None, (f"percentile {match[1]}", match["aside"])))


def with_unit(cell: str, labels: Sequence[str], language: str) -> str:
    """Return a cell; a bare number gets the unit in one of its labels: “Amount (USD)”."""
    if not _BARE_NUMBER.fullmatch(cell.strip()):
        return cell
    if any(map(counts_thousands, labels)):
        return cell
    for label in labels:
        if unit := _unit_in(label, language):
            is_word = unit["unit"][-1].isalpha()
            return f"{cell} {unit['unit']}" if is_word else f"{unit['unit']}{cell}"
        if _PERCENT.search(label[:_LONGEST]):
            return f"{cell} %"
    return cell


def transposed(grid: Grid) -> Grid:
    """Return a table that has one row of values, transposed to rows of labels and values."""
    rows = tuple(zip(joined_head(grid), grid.words[-1], strict=True))
    cells = tuple(zip(joined_head(grid), grid.cells[-1], strict=True))
    return replace(grid, words=rows, cells=cells, heads=0)


def line_with_unit(line: str, lead: str, language: str) -> str:
    """Return a line of a label and a bare number with the unit in the line above it."""
    found = _LINE.fullmatch(line) if lead else None
    unit = _unit_in(lead, language) if found else None
    return f"{line.rstrip()} {unit['unit']}" if unit else line


def without_unit(label: str, language: str) -> str:
    """Return a label without the unit of its cells."""
    if unit := _unit_in(label, language):
        return label[: unit.start()] + label[unit.end() :]
    return _PERCENT.sub("", label) if len(label) <= _LONGEST else label


def _unit_in(label: str, language: str) -> re.Match[str] | None:
    """Return the match of a currency in a label without an amount; years do not count."""
    if len(label) > _LONGEST or counts_thousands(label) or re.search(r"\d", YEAR.sub("", label)):
        return None
    return _currency(language).search(label)


@functools.cache
def _currency(language: str) -> re.Pattern[str]:
    table = vocabulary("figures", language)
    words = either([*table.get("currencies", {}), "USD", "EUR", "GBP", "CHF", "BRL"])
    signs = either([*table.get("signs", {}), r"(?:US)?\$", "€", "£"])
    return re.compile(
        rf"(?<![\w$€£])(?:(?:in|en|em)\s+)?(?P<unit>{signs}|{words})(?![\w$€£])", re.IGNORECASE
    )


def _is_bare_point(label: str) -> bool:
    last = _last_part(label)
    return bool(_BARE_POINT.fullmatch(last) or _MIDDLE.match(last))


def _last_part(label: str) -> str:
    """Return the lowest of a column's joined headings: “10 %” of “Annual: 10 %”."""
    return label.rpartition(":")[2]
