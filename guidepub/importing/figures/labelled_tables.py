"""Reads the cells of tables by their labels, which are the headings of row and column."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from guidepub.importing.figures.cell_labels import point_of, with_unit, without_unit
from guidepub.importing.figures.label_words import POINTS, Label, label_of
from guidepub.importing.figures.labelled_lines import read_line
from guidepub.importing.figures.leads import may_confine
from guidepub.importing.originals.original import Grid
from guidepub.importing.originals.stated_figures import StatedFigure
from guidepub.text.figures.years import Dating
from guidepub.text.naming.places import place_named

# A cell with a digit is a value, or is read with the figure that it labels.
_VALUE = re.compile(r"\d")
_FEWEST_POINTS = 2
# If two columns are years, the later is a projection from this year on.
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

    `heads` are the headings of its columns, or empty; `lead` is the meaning of the line above it,
    and `above` are the words of that line and of the caption. A cell's label consists of the
    headings of its row and column. Rows and columns with unknown words are skipped, and so is a
    table whose caption may name a place. Only the last year of a series counts.
    """
    if grid.caption and may_confine(grid.caption, own, language):
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
    """Return the headings of a row and of a column as one label."""
    return " ".join(filter(None, (row, head)))


def _change_of(head: str, heads: Sequence[str]) -> str:
    """Return a heading; after two years, “%” and “+/–” mean the change between them."""
    is_between = sum(_YEAR.fullmatch(each.strip()) is not None for each in heads) > 1
    return "Δ %" if is_between and _CHANGE.fullmatch(head.strip()) else head


def _with_pay(context: Label | None, labels: Sequence[Label | None]) -> Label | None:
    """Return a context in which figures are pay, if labels name points of a pay scale."""
    points = {point for label in labels if label for point in label.kinds & POINTS}
    kinds = context.kinds if context else frozenset()
    if len(points) < _FEWEST_POINTS or "strange" in kinds:
        return context
    return Label(kinds | {"pay"}, context.years if context else ())


def _with_jobs(context: Label | None, heads: Sequence[str]) -> Label | None:
    """Return a context in which counts are of jobs, if columns are a year and a future one."""
    columns = [int(head) for head in heads if _YEAR.fullmatch(head.strip())]
    kinds = context.kinds if context else frozenset()
    if len(columns) != _FEWEST_POINTS or max(columns) < _FIRST_AHEAD or "strange" in kinds:
        return context
    return Label(kinds | {"jobs"}, context.years if context else ())


def _is_strange(cell: str, own: frozenset[str], language: str) -> bool:
    """Return whether a cell has words that are unknown in labels."""
    # A single letter is a note mark.
    is_word = len(cell) > 1 and not _VALUE.search(cell)
    return is_word and label_of(cell, own, language) is None


def _latest(
    found: Sequence[tuple[StatedFigure, Dating, str]],
) -> list[tuple[StatedFigure, Dating, str]]:
    """Return figures without earlier years of a series, and without multiple undated ones."""
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
