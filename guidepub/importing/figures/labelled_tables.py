"""Cells of tables with labels and figures: a cell's label is what its row and its column are called."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from guidepub.importing.figures.cell_labels import point_of, with_unit, without_unit
from guidepub.importing.figures.label_words import POINTS, Label, label_of
from guidepub.importing.figures.labelled_lines import read_line
from guidepub.importing.figures.leads import narrows
from guidepub.importing.originals.original import Grid
from guidepub.importing.originals.stated_figures import StatedFigure
from guidepub.text.figures.years import Dating
from guidepub.text.naming.places import place_named

# A cell with one is a value, or is read with the figure that it labels.
_VALUE = re.compile(r"\d")
_FEWEST_POINTS = 2
# Of two columns that are years, the later is to come from this one on.
_FIRST_AHEAD = 2028
_YEAR = re.compile(r"(?:19|20)\d\d")
_CHANGE = re.compile(
    r"(?:[Δ∆±]|\+/[-–−])? ?(?:(?:in |en |em )?(?:%|per ?cent|pct\.?|prozent|por ciento|pour cent|por cento))?(?<=\S)",
    re.IGNORECASE,
)
# Signs that separate the parts of a line.
_STOPS = re.compile(r"[;·•|\n]|(?<!\b\d)\.(?=\s)")


def read_grid(
    grid: Grid,
    heads: Sequence[str],
    own: frozenset[str],
    language: str,
    lead: Label | None = None,
    above: Sequence[str] = (),
) -> list[tuple[StatedFigure, Dating, str]]:
    """Return the figures that the cells of a table state, with their datings and labels.

    `heads` are those of its columns, or empty; `lead` is what the line above it says, and `above`
    are the line and the caption as they stand. A cell's label is what its row and its column are
    called; a row or a column with a strange name says nothing, and nothing does below a caption
    with one that may be a place. Of a series of years the last is meant.
    """
    if grid.caption and narrows(grid.caption, own, language):
        return []
    heads = heads or [""] * len(grid.words[0])
    if place_named(heads[0]):
        # “Nevada | Hourly | Annual”.
        return []
    named = [without_unit(point_of(_change_of(head, heads), heads), language) for head in heads]
    unknown = {n for n, head in enumerate(named) if _is_strange(head, own, language)}
    rows = grid.words[grid.heads :]
    first = [row[0] for row in rows]
    context = (label_of(grid.caption, own, language) if grid.caption else None) or lead
    context = _with_pay(context, [label_of(each, own, language) for each in (*first, *named)])
    context = _with_jobs(context, heads)
    counted: list[int] = []
    found: list[tuple[StatedFigure, Dating, str]] = []
    for row in rows:
        called = without_unit(point_of(row[0], first), language).rstrip(" :")
        cells = (called, *row[1:])
        strange = {n for n, cell in enumerate(cells) if _is_strange(cell, own, language)}
        for column in range(1, len(row)):
            if strange - {column} or column in unknown:
                continue
            words = with_unit(row[column], (row[0], heads[column], *above), language)
            line = f"{_STOPS.sub(', ', _joined(called, named[column]))}: {words}"
            shown = f"{_joined(row[0].rstrip(' :'), heads[column])}: {row[column]}"
            read = read_line(line, own, language, context, counted)
            found += [(figure, dating, shown) for figure, dating in read]
    return _latest(found)


def _joined(row: str, head: str) -> str:
    """Return the words of a row and of a column's head as one label."""
    return " ".join(filter(None, (row, head)))


def _change_of(head: str, heads: Sequence[str]) -> str:
    """Return a head; behind two years “%” and “+/–” are of the change between them."""
    is_between = sum(_YEAR.fullmatch(each.strip()) is not None for each in heads) > 1
    return "Δ %" if is_between and _CHANGE.fullmatch(head.strip()) else head


def _with_pay(context: Label | None, labels: Sequence[Label | None]) -> Label | None:
    """Return a context in which figures are of pay, where labels name points of a scale of pay."""
    points = {point for label in labels if label for point in label.kinds & POINTS}
    kinds = context.kinds if context else frozenset()
    if len(points) < _FEWEST_POINTS or "strange" in kinds:
        return context
    return Label(kinds | {"pay"}, context.years if context else ())


def _with_jobs(context: Label | None, heads: Sequence[str]) -> Label | None:
    """Return a context in which counts are of jobs, where columns are a year and one to come."""
    columns = [int(head) for head in heads if _YEAR.fullmatch(head.strip())]
    kinds = context.kinds if context else frozenset()
    if len(columns) != _FEWEST_POINTS or max(columns) < _FIRST_AHEAD or "strange" in kinds:
        return context
    return Label(kinds | {"jobs"}, context.years if context else ())


def _is_strange(cell: str, own: frozenset[str], language: str) -> bool:
    """Return whether the words of a cell do not belong to labels."""
    # A letter alone leads to a note.
    is_word = len(cell) > 1 and not _VALUE.search(cell)
    return is_word and label_of(cell, own, language) is None


def _latest(
    found: Sequence[tuple[StatedFigure, Dating, str]],
) -> list[tuple[StatedFigure, Dating, str]]:
    """Return stated figures without the earlier years of a series, and without several undated ones."""
    values: dict[str, set[object]] = {}
    years: dict[str, Counter[int]] = {}
    for figure, dating, _ in found:
        values.setdefault(figure.measure, set()).add(figure.value)
        years.setdefault(figure.measure, Counter())[dating.year or 0] += 1
    kept = []
    for figure, dating, line in found:
        by_year = years[figure.measure]
        last = max(by_year)
        is_last = 0 not in by_year and dating.year == last and by_year[last] == 1
        if len(values[figure.measure]) == 1 or is_last:
            kept.append((figure, dating, line))
    return kept
