"""Reads the measure that a label names, and the figures in a line or a cell with that label."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from guidepub.figures.numbers import MINUSES
from guidepub.figures.pay import measure_of_pay
from guidepub.importing.knowledge import knowledge
from guidepub.importing.originals.original import Grid
from guidepub.text.figures.amounts import counts_thousands
from guidepub.text.figures.quantities import Figure, all_figures, figures
from guidepub.text.measured.measures import Statement, key_and_unit, statements
from guidepub.text.punctuation.note_marks import RAISED_MARKS
from guidepub.text.schooling.demands import demand_of
from guidepub.text.schooling.levels import levels

_LONGEST_LABEL, _LONGEST_CELL = 90, 400
_MARK = re.compile(rf"(?<=\w){RAISED_MARKS}$|(?<=\w)(?:\^\([^()]{{1,40}}\)|\(\d{{1,2}}\))$")
# Pictures before a label.
_ORNAMENT = re.compile(r"^[^\w$€£%(]+")
# A summary counts the jobs in a whole country.
_FEWEST_JOBS = 100
# A level of education with more words has a condition or an alternative.
_MOST_WORDS_OF_LEVEL = 6
_LABELLED = re.compile(
    r"\s*(?P<label>[^:$%]{2,90}?)\s*(?::|\s[–—-]\s)\s*(?P<words>\S.{0,160})$", re.S
)
# Characters before and after a number that show it is part of a longer one; a note mark may follow.
_GOES_ON = re.compile(rf"[{MINUSES}\w.,$`]")
_IS_WHOLE = re.compile(rf"(?={RAISED_MARKS})|(?!\w|[.,]\d)")
# Words that may surround the figure of a labelled line: years, and the period of pay.
_BESIDE = re.compile(
    r"[\s,.;*~]*(?:\((?:[^()$€£%]{0,40})\)|(?:(?:in|as of|en|im Jahr|em)\s+)?(?:[A-Z][a-z]{2,8}\s+)?(?:19|20)\d\d"
    r"(?:\s?[-–—]\s?(?:19|20)?\d\d)?|brut(?:to|os?|s|e)?|jobs|openings|workers|people|positions|empleos|plazas|vacantes"
    r"|emplois|postes|empregos|vagas|Stellen|[\s,.;*]+)*",
    re.I,
)


@dataclass(frozen=True, slots=True)
class StatedFigure:
    """A figure of a measure; `literal` is the figure as written, `at` where it begins."""

    measure: str
    value: Decimal | str
    unit: str | None
    literal: str
    at: int = 0
    rounded: bool = False


def as_figure(statement: Statement) -> StatedFigure:
    """Return the statement of a sentence as a figure."""
    figure = statement.figure
    # Words such as “millions” show that a count was rounded; pay in such words is exact.
    rounded = figure.is_scaled and figure.kind == "count"
    return StatedFigure(
        statement.key, statement.value, statement.unit, figure.text, figure.start, rounded
    )


def states_figure(words: str, language: str) -> bool:
    """Return whether a line states an amount or a percentage, or a count after a label.

    “Median pay: $38,910” and “Annual openings: 1,900” do, “Outlook to 2032” and “7 steps” do not.
    """
    return any(
        figure.kind in ("money", "percent") or ":" in words[: figure.start]
        for figure in figures(words, language)
    )


def places_of(literal: str, text: str) -> list[int]:
    """Return the positions of a figure in a text where it is not part of a longer number."""
    found, at = [], text.find(literal)
    while at >= 0:
        end = at + len(literal)
        if _IS_WHOLE.match(text, end) and not (at and _GOES_ON.match(text[at - 1])):
            found.append(at)
            at = text.find(literal, end)
        else:
            at = text.find(literal, at + 1)
    return found


def sections_stated(text: str, language: str) -> Iterator[str]:
    """Yield the ids of the sections that a text's statements belong to."""
    for statement in statements(text, language=language):
        yield section_of(statement.key)
    if demand_of(text, frozenset()):
        yield section_of("entry_education")


def sections_labelled(grid: Grid) -> Iterator[str]:
    """Yield the ids of the sections that the measures in a table's headers belong to."""
    labels = [*(grid.words[0] if grid.words else ()), *(row[0] for row in grid.words if row)]
    for label in labels:
        if measure := measure_of(label):
            yield section_of(measure["key"])


def section_labelled(line: str) -> str:
    """Return the id of the section that a line such as “Job growth: 3%” belongs to, or ""."""
    parts = _LABELLED.fullmatch(line)
    measure = measure_of(parts["label"]) if parts else None
    return section_of(measure["key"]) if measure else ""


def measure_of(label: str) -> dict[str, Any] | None:
    """Return the measure that a row or column heading names, or None.

    Also None for numbers in thousands, which must not be taken at face value.
    """
    plain = " ".join(label[: 2 * _LONGEST_LABEL].casefold().split())
    if counts_thousands(plain):
        return None
    plain = _ORNAMENT.sub("", without_mark(plain)).rstrip(" :")
    return _measure_called(plain) if len(plain) <= _LONGEST_LABEL else None


@functools.lru_cache(maxsize=1024)
def _measure_called(plain: str) -> dict[str, Any] | None:
    return next((row for pattern, row in _measures() if pattern.fullmatch(plain)), None)


@functools.cache
def _measures() -> tuple[tuple[re.Pattern[str], dict[str, Any]], ...]:
    """Return the measures that labels can name, each with a pattern of all its labels."""
    rows = knowledge("measures")["measures"]
    return tuple(
        (re.compile("|".join(f"(?:{form})" for form in row["label"])), row) for row in rows
    )


def without_mark(label: str) -> str:
    """Return a label without a raised note mark at its end."""
    return _MARK.sub("", label[: 2 * _LONGEST_LABEL])


def labelled(line: str, language: str) -> StatedFigure | None:
    """Return the figure in a line such as “Median pay: $74,180 a year”, or None for other lines.

    The label must name a measure, and only one figure may follow it.
    """
    parts = _LABELLED.fullmatch(line)
    row = measure_of(parts["label"]) if parts else None
    # The rest of the line often says whether jobs are gained or lost.
    if parts is None or row is None or row["kind"] == "text" or row["key"] == "employment_change":
        return None
    words, at = parts["words"], parts.start("words")
    if row["kind"] == "level":
        named = levels(words, 2, language)
        is_alone = len(named) == 1 and len(words.split()) <= _MOST_WORDS_OF_LEVEL
        return figures_of_cell(row, words, "", language)[0] if is_alone else None
    before = f"{parts['label']}: "
    exact = [
        figure
        for figure in all_figures(before + words, language)
        if figure.start >= len(before) and not figure.is_year
    ]
    stated = _stated(row, exact[0], exact[0].text) if len(exact) == 1 else None
    if (
        stated is None
        or not exact[0].is_exact
        or (row["kind"] == "count" and not _counts(row, exact[0]))
    ):
        return None
    rest = words[: exact[0].opens - len(before)], words[exact[0].closes - len(before) :]
    if rest[0].strip(" *~+") or not _BESIDE.fullmatch(rest[1]):
        return None
    return replace(stated, at=at + exact[0].start - len(before))


def _counts(row: dict[str, Any], figure: Figure) -> bool:
    """Return whether a count can be of a measure: jobs are not jobs per year, nor only a handful."""
    is_yearly = row["key"] == "annual_openings"
    return figure.value >= _FEWEST_JOBS and (is_yearly or not figure.per)


def figures_of_cell(
    row: dict[str, Any], words: str, label: str = "", language: str = "en"
) -> list[StatedFigure]:
    """Return the figures of a measure that a cell states."""
    kind, key, words = row["kind"], row["key"], words[:_LONGEST_CELL]
    if kind == "text":
        return [StatedFigure(key, words, None, words)] if words else []
    if kind == "level":
        named = levels(words, 1, language) or levels(words, 1)
        return [StatedFigure(key, found.level, None, found.text) for found in named]
    figures = [
        in_cell
        for figure in _figures(row, words, label, language)
        if (in_cell := _stated(row, figure, words))
    ]
    return figures if kind == "money" else figures[:1]


def _is_stated(row: dict[str, Any], figure: Figure) -> bool:
    """Return whether a figure is a value and not a limit; only tenth percentiles are stated as limits."""
    is_limit = row["key"].startswith("wage_p") and not figure.is_capped
    return figure.bound in ("", "about") or is_limit


def _figures(row: dict[str, Any], words: str, label: str, language: str) -> Iterator[Figure]:
    """Yield the figures in a cell; its label may say that they are hourly pay."""
    before = f"{label[:_LONGEST_LABEL]}: "
    for figure in all_figures(before + words, language):
        if figure.start >= len(before) and figure.high is None and _is_stated(row, figure):
            yield figure


def _stated(row: dict[str, Any], figure: Figure, words: str) -> StatedFigure | None:
    key, kind, unit = row["key"], row["kind"], row.get("unit", "percent")
    if kind == "money":
        known = key_and_unit(key, figure) if figure.kind == "money" else None
        if known is None:
            return None
        key, unit = known
    elif kind == "percent":
        if figure.per:
            # A number per year is not the same as a total.
            return None
        # The label already names what is counted.
        if figure.kind != "percent" and (figure.kind, figure.text) != ("number", words.strip()):
            return None
    elif figure.kind not in ("count", "number"):
        return None
    return StatedFigure(key, figure.value, unit, figure.text, 0)


def section_of(measure: str) -> str:
    """Return the id of the section that a measure belongs to."""
    for row in knowledge("measures")["measures"]:
        if measure_of_pay(measure).startswith(row["key"]):
            section: str = row["section"]
            return section
    return ""
