"""Which measure of an occupation a table's label names, and the figures that its cells state."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from guidepub.importing.knowledge import knowledge
from guidepub.importing.originals import Grid
from guidepub.text.demands import demand_of
from guidepub.text.levels import levels
from guidepub.text.measures import Statement, key_and_unit, statements
from guidepub.text.quantities import Figure, all_figures

_LONGEST_LABEL, _LONGEST_CELL = 90, 400


@dataclass(frozen=True, slots=True)
class StatedFigure:
    """A figure of a measure; `literal` is how it stands in the text, `at` where it begins."""

    measure: str
    value: Decimal | str
    unit: str | None
    literal: str
    at: int = 0
    rounded: bool = False


def stated(statement: Statement) -> StatedFigure:
    """Return what a sentence states as a fact would have it."""
    figure = statement.figure
    # A count is told in words such as “millions” where it was rounded; pay is agreed in them.
    rounded = figure.is_scaled and figure.kind == "count"
    return StatedFigure(
        statement.key, statement.value, statement.unit, figure.text, figure.start, rounded
    )


def sections_stated(text: str, language: str) -> Iterator[str]:
    """Yield the ids of the sections in which what a text states is at home."""
    for statement in statements(text, language=language):
        yield section_of(statement.key)
    if demand_of(text, frozenset()):
        yield section_of("entry_education")


def sections_labelled(grid: Grid) -> Iterator[str]:
    """Yield the ids of the sections of which a table's heads or first cells name measures."""
    labels = [*(grid.words[0] if grid.words else ()), *(row[0] for row in grid.words if row)]
    for label in labels:
        if measure := measure_of(label):
            yield section_of(measure["key"])


def measure_of(label: str) -> dict[str, Any] | None:
    """Return the measure that the head of a row or a column names, or None."""
    plain = " ".join(label.casefold().split()).rstrip(" :")
    if len(plain) > _LONGEST_LABEL:
        return None
    for row in knowledge("measures")["measures"]:
        if any(re.fullmatch(pattern, plain) for pattern in row["label"]):
            found: dict[str, Any] = row
            return found
    return None


def figures_of_cell(
    row: dict[str, Any], words: str, label: str = "", language: str = "en"
) -> list[StatedFigure]:
    """Return the figures that a cell states of a measure."""
    kind, key, words = row["kind"], row["key"], words[:_LONGEST_CELL]
    if kind == "text":
        return [StatedFigure(key, words, None, words)] if words else []
    if kind == "level":
        return [StatedFigure(key, found.level, None, found.text) for found in levels(words, 1)]
    figures = [
        of_cell
        for figure in _figures(words, label, language)
        if (of_cell := _stated(row, figure, words))
    ]
    return figures if kind == "money" else figures[:1]


def _figures(words: str, label: str, language: str) -> Iterator[Figure]:
    """Yield the figures of a cell; its label may say that they are paid by the hour."""
    before = f"{label[:_LONGEST_LABEL]}: "
    for figure in all_figures(before + words, language):
        if figure.start >= len(before) and figure.high is None:
            yield figure


def _stated(row: dict[str, Any], figure: Figure, words: str) -> StatedFigure | None:
    key, kind, unit = row["key"], row["kind"], row.get("unit", "percent")
    if kind == "money":
        known = key_and_unit(key, figure) if figure.kind == "money" else None
        if known is None:
            return None
        key, unit = known
    elif kind == "percent":
        # The label has said what is counted.
        if figure.kind != "percent" and (figure.kind, figure.text) != ("number", words.strip()):
            return None
    elif figure.kind not in ("count", "number"):
        return None
    return StatedFigure(key, figure.value, unit, figure.text, 0)


def section_of(measure: str) -> str:
    """Return the id of the section in which a measure is at home."""
    for row in knowledge("measures")["measures"]:
        if measure.replace("_hourly", "").startswith(row["key"]):
            section: str = row["section"]
            return section
    return ""
