"""Cells of tables with labels and figures: a cell's label is what its row and its column are called."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from guidepub.importing.figures.label_words import Label, label_of
from guidepub.importing.figures.labelled_lines import read_line
from guidepub.importing.figures.leads import narrows
from guidepub.importing.originals.original import Grid
from guidepub.importing.originals.stated_figures import StatedFigure
from guidepub.text.years import Dating

_BARE_POINT = re.compile(r"\s*(10|25|50|75|90)\s*(?:%|th|st|º|e)?\s*")
_FEWEST_POINTS = 2
# A cell with one is a value, or is read with the figure that it labels.
_VALUE = re.compile(r"\d")
# What parts a line into several.
_STOPS = re.compile(r"[;·•|\n]|\.(?=\s)")


def read_grid(
    grid: Grid,
    heads: Sequence[str],
    own: frozenset[str],
    language: str,
    lead: Label | None = None,
) -> list[tuple[StatedFigure, Dating, str]]:
    """Return what the cells of a table state, when, and how each is labelled.

    `heads` are those of its columns, or empty; `lead` is what the line above it says. A cell's
    label is what its row and its column are called; a row or a column with a strange name says
    nothing, and nothing does below a caption with one that may be a place. Of a series of years
    the last is meant.
    """
    if grid.caption and narrows(grid.caption, own, language):
        return []
    named = [_point(head, heads) for head in heads] or [""] * len(grid.words[0])
    context = (label_of(grid.caption, own, language) if grid.caption else None) or lead
    counted: list[int] = []
    found: list[tuple[StatedFigure, Dating, str]] = []
    for row in grid.words[grid.heads :]:
        strange = [n for n, cell in enumerate(row) if _is_strange(cell, own, language)]
        for column in range(1, len(row)):
            if {*strange} - {column} or (
                named[column] and _is_strange(named[column], own, language)
            ):
                continue
            label = _STOPS.sub(", ", " ".join(filter(None, (row[0].rstrip(" :"), named[column]))))
            line = f"{label}: {row[column]}"
            read = read_line(line, own, language, context, counted)
            found += [(figure, dating, line) for figure, dating in read]
    return _latest(found)


def _is_strange(cell: str, own: frozenset[str], language: str) -> bool:
    """Tell whether a cell of words is none that labels are made of."""
    return bool(cell) and not _VALUE.search(cell) and label_of(cell, own, language) is None


def _latest(
    found: Sequence[tuple[StatedFigure, Dating, str]],
) -> list[tuple[StatedFigure, Dating, str]]:
    """Return what cells state without earlier years of a series; several without a year are none."""
    values: dict[str, set[object]] = {}
    years: dict[str, Counter[int]] = {}
    for figure, dating, _ in found:
        values.setdefault(figure.measure, set()).add(figure.value)
        years.setdefault(figure.measure, Counter())[dating.year or 0] += 1
    kept = []
    for figure, dating, line in found:
        of_years = years[figure.measure]
        last = max(of_years)
        is_last = 0 not in of_years and dating.year == last and of_years[last] == 1
        if len(values[figure.measure]) == 1 or is_last:
            kept.append((figure, dating, line))
    return kept


def _point(head: str, heads: Sequence[str]) -> str:
    """Return the head of a column; a bare number among others is a percentile: “10 % | 25 % | …”."""
    numbers = [
        match for other in heads if (match := _BARE_POINT.fullmatch(other.rpartition(":")[2]))
    ]
    match = _BARE_POINT.fullmatch(head.rpartition(":")[2])
    return f"percentile {match[1]}" if match and len(numbers) >= _FEWEST_POINTS else head
