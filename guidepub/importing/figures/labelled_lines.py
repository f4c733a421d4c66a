"""Reads lines of labels and figures, “Median: 4.021 Euro”, word by word.

A label is read only if each of its words is known or names the occupation. From an unknown word on,
a line is prose. Words that confine a figure are unknown words, so no list of them is needed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from guidepub.figures.pay import measure_of_pay, pay_key
from guidepub.importing.figures.label_words import LONGEST_LINE, POINTS, Label, label_tokens
from guidepub.importing.figures.paired_labels import labelled_halves
from guidepub.importing.originals.stated_figures import StatedFigure
from guidepub.text.figures.amounts import counts_thousands
from guidepub.text.figures.quantities import Figure, all_figures, ends_of
from guidepub.text.figures.years import Dating, dated_behind, when
from guidepub.text.measured.measures import key_and_unit

PERIODS = {"yearly": "year", "monthly": "month", "hourly": "hour"}
"""The periods of pay, by the meanings of labels."""
MEASURED = POINTS | {"jobs", "projected", "change", "openings", "now", "level", "middle", "ends"}
"""The meanings of labels that name a measure."""
# The points of a pay scale that are the ends of a range.
_ENDS = {"middle": ("wage_p25", "wage_p75"), "ends": ("wage_p10", "wage_p90")}
# Words that may follow a figure whose label names its measure.
_AFTER = frozenset(
    [*"beside percent projected limits nation jobs now pay own year".split(), *PERIODS]
)
_MIDDLES = frozenset({"median", "mean"})
_FEWEST_JOBS = 100
_MOST_GROWTH = 500
_LEAST_OF_PESOS = 100_000
# Currencies in which no monthly pay is larger: such an amount is yearly, even under “per month”.
_LARGE = frozenset({"EUR", "GBP", "CHF"})
_MOST_MONTHLY = 20_000
# Words for the whole occupation under such a line.
_WHOLE = frozenset({"own", "nation", "projected"})
_GROWTH, _CHANGE = ("projected_growth", "percent"), ("employment_change", "jobs")
_PROJECTED = ("projected_employment", "jobs")
# Labels that count jobs if the line above says that there are counts.
_COUNTING = frozenset({"jobs", "now", "projected", "year", "nation"})
# The fewest years between a count of jobs and a projected one.
_AHEAD = 4
# Before this year, a later count is not a projection: “2014: 30,000, 2024: 36,000” is a series.
_FIRST_AHEAD = 2027
_PART = re.compile(
    r"\s*(?:[;·•|\n]|(?<![A-Z.\d]\w)(?<!\b\d)\.(?=\s+[^\W\d_a-z])|(?<=\s)\d{1,2}\.\d{1,2}(?=\s+[A-Z]))\s*"
)
_PERCENT_OF_LABEL = re.compile(
    r"(?P<number>\d[\d.,]*)\s+percent(?:age)? (?:change|growth|increase)", re.I
)


@dataclass(slots=True)
class _Entry:
    """A figure in a line with the words before and after it, from `start` to `end`.

    One that `is_aside` is in brackets after another.
    """

    figure: Figure
    kinds: set[str]
    start: int
    end: int
    is_aside: bool
    after: set[str] = field(default_factory=set)


def read_line(
    line: str,
    own: frozenset[str],
    language: str,
    context: Label | None = None,
    counted: list[int] | None = None,
) -> list[tuple[StatedFigure, Dating]]:
    """Return the figures that a line of labels states, each with its dating.

    `own` are the comparable names of the occupation; `context` is the meaning of the heading or
    of the table's header, for labels that leave it out. `counted` are the years for which lines
    around this one count jobs; those of this line are added.
    """
    if len(line) > LONGEST_LINE or not re.search(r"\d", line):
        return []
    found: list[tuple[StatedFigure, Dating]] = []
    at = 0
    counted = [] if counted is None else counted
    for end, after in _ends(line):
        part = line[at:end]
        if (halves := labelled_halves(part, own, language)) is not None:
            for half in halves:
                literal, start = half.figure.text, half.figure.start + at
                read = read_line(half.line, own, language, context, counted)
                found += [
                    (replace(each, literal=literal, at=start), dating) for each, dating in read
                ]
            at = after
            continue
        entries = _entries(part, own, language)
        if entries is None:
            break
        if not entries:
            # “Employed nationally · 21,700”
            continue
        above = context or Label(frozenset())
        # “Jobs 2024: 331,700; 2034: 371,500” counts jobs twice; the second count is a projection.
        goes_on = bool(found) and found[-1][0].measure == "employment"
        kinds = above.kinds | {"jobs"} if goes_on else above.kinds
        found += [
            (replace(figure, at=figure.at + at), dating)
            for figure, dating in _stated(
                part, entries, replace(above, kinds=kinds), counted, language
            )
            if not (goes_on and figure.measure == "employment")
        ]
        at = after
    return found


def _ends(line: str) -> Iterator[tuple[int, int]]:
    """Yield the end of each part of a line, and the start of the next."""
    for match in _PART.finditer(line):
        yield match.span()
    yield len(line), len(line)


def _entries(part: str, own: frozenset[str], language: str) -> list[_Entry] | None:
    """Return the figures in a part of a line with their words, or None if a word is unknown."""
    every = (_without_label(figure, part) for figure in all_figures(part, language))
    figures = [f for f in every if not f.is_year]
    entries: list[_Entry] = []
    kinds: set[str] = set()
    start, is_aside, is_within = 0, False, False
    for kind, _begins, ends in label_tokens(part, figures, own, language):
        if kind == "strange":
            return None
        if kind in "()":
            is_within = kind == "("
            is_aside = is_within and bool(entries)
            if not is_aside and entries:
                entries[-1].end = ends
                start = ends
            continue
        if kind == "figure":
            figure = next(f for f in figures if f.start == ends)
            if {"number", "own"} <= kinds:
                kinds.add("jobs")
            if "others" not in kinds:
                entries.append(_Entry(figure, kinds, start, figure.closes, is_aside))
            kinds, start = set(), figure.closes
        elif is_aside and entries:
            entries[-1].after.add(kind)
        else:
            # “Average pay (median)” is the median.
            kinds -= _MIDDLES if is_within and kind in _MIDDLES else set()
            kinds.add(kind)
    if entries and kinds:
        entries[-1].after |= kinds
        entries[-1].end = len(part)
    return entries


def _without_label(figure: Figure, text: str) -> Figure:
    """Return a figure without the word after it if that begins a label: “204,900 Percent change”.

    “5 percent growth” is a percentage.
    """
    is_share = figure.kind != "percent" or abs(figure.value) < _FEWEST_JOBS
    found = None if is_share else _PERCENT_OF_LABEL.match(text, figure.start)
    if found is None:
        return figure
    end = found.end("number")
    return replace(figure, kind="count", end=end, closes=end, text=found["number"])


def _ends_of_scale(
    entry: _Entry, part: str, context: Label, around: Dating, language: str
) -> Iterator[tuple[StatedFigure, Dating]]:
    """Yield the two points of a pay scale that a range gives: “Middle 50 %: $44,200–$61,900”."""
    kinds, figure = entry.kinds | entry.after, entry.figure
    points = next((points for kind, points in _ENDS.items() if kind in kinds), ())
    two = ends_of(figure, part, language) if points and figure.kind == "money" else None
    for point, end in zip(points, two or (), strict=False):
        if known := _pay(end, kinds - set(_ENDS) | {point}, context):
            yield StatedFigure(known[0], end.value, known[1], end.text, end.start), around


def _stated(
    part: str, entries: Sequence[_Entry], context: Label, counted: list[int], language: str
) -> Iterator[tuple[StatedFigure, Dating]]:
    """Yield the figures that a part states; `counted` are the years of jobs counted so far."""
    before, dated = "", Dating()
    for entry in entries:
        kinds = entry.kinds | entry.after
        label = part[entry.start : entry.figure.start]
        # “Jobs (in thousands): 219” does not mean 219 jobs.
        is_other = entry.figure.kind != "money" and counts_thousands(label)
        if is_other or (entry.kinds & MEASURED and not entry.after <= _AFTER):
            before = ""
            continue
        around = when(part[entry.start : entry.end], entry.figure.start - entry.start)
        around = around if around != Dating() else dated_behind(part, entry.figure.start)
        if entry.figure.high is not None and kinds & set(_ENDS):
            yield from _ends_of_scale(entry, part, context, around, language)
            continue
        is_measured = entry.kinds & MEASURED if entry.is_aside else kinds & MEASURED
        if not is_measured and before:
            # In “Median (2022): $36,850 a year, $17.72 an hour”, the year applies to both.
            around = dated if around == Dating() else around
            known = _restated(before, entry, around, counted)
        else:
            known = _known(entry, kinds, context, around, counted)
        before, dated = known[0] if known else "", around
        if known is not None:
            key, unit = known
            if key == "projected_employment" and counted and around.year:
                around = Dating(stretch=(min(counted), around.year))
            elif key == "employment" and around.year:
                counted.append(around.year)
            figure = entry.figure
            value = figure.value
            yield StatedFigure(key, value, unit, figure.text, figure.start), around


def _known(
    entry: _Entry, kinds: set[str], context: Label, around: Dating, counted: Sequence[int]
) -> tuple[str, str] | None:
    """Return the key and the unit of a figure from the words around it, or None."""
    figure = entry.figure
    if figure.high is not None or figure.is_capped or _is_of_strange(figure, kinds, context):
        return None
    if figure.kind == "money":
        # “Income below the median” is not the median.
        is_beyond = "limits" in entry.kinds and entry.kinds & {"median", "mean"}
        return None if is_beyond else _pay(figure, kinds, context)
    is_guess = figure.bound in ("", "about")
    if not is_guess or kinds & (POINTS | {"pay"}) - ({"mean"} if "openings" in kinds else set()):
        return None
    is_share = figure.kind == "number" and {"percent", "change"} <= kinds
    if figure.kind == "percent" or is_share:
        # “Forecast until 2030: −5 %” is about jobs unless it says otherwise.
        is_forecast = "projected" in kinds and (around.target or around.stretch)
        is_change = is_forecast or "change" in kinds | context.kinds
        return (
            _GROWTH
            # A change per year is not the same as the total change.
            if is_change
            and not kinds & {"openings", "yearly"}
            and not figure.per
            and abs(figure.value) < _MOST_GROWTH
            else None
        )
    return _count(figure, kinds, context, around, counted)


def _is_of_strange(figure: Figure, kinds: set[str], context: Label) -> bool:
    """Return whether a label may be about what an unknown line above it names.

    “Workers: 350” below “Ferguson Shipyard” are the shipyard's, and “Median: $29,500” below
    “Student debt” is not pay.
    """
    if "strange" not in context.kinds or kinds & _WHOLE:
        return False
    if figure.kind == "money":
        return not (figure.per or kinds & {"pay", *PERIODS})
    return True


def _count(
    figure: Figure, kinds: set[str], context: Label, around: Dating, counted: Sequence[int]
) -> tuple[str, str] | None:
    """Return the key and the unit of a count of jobs or of openings, or None."""
    if "openings" in kinds:
        is_yearly = "yearly" in kinds or figure.per == "year" or "projected" in kinds
        return ("annual_openings", "openings/year") if is_yearly else None
    if "change" in kinds:
        # A change per year is not the total change.
        return None if figure.per or "yearly" in kinds else _CHANGE
    is_counted = ("jobs" in kinds | context.kinds and kinds & _COUNTING) or (
        "projected" in kinds and counted
    )
    if not is_counted or figure.value < _FEWEST_JOBS or figure.per:
        return None
    if "projected" in kinds or _is_ahead(around, counted):
        return _PROJECTED
    # “Emploi en 2033” does not count today's jobs.
    is_to_come = (around.year or around.target or 0) >= _FIRST_AHEAD
    return None if is_to_come else ("employment", "jobs")


def _is_ahead(around: Dating, counted: Sequence[int]) -> bool:
    """Return whether a count is of a future year, compared with the first year counted."""
    year = around.year or around.target or 0
    is_far = bool(year and counted and year >= min(counted) + _AHEAD)
    return is_far and year >= _FIRST_AHEAD


def _pay(figure: Figure, kinds: set[str], context: Label) -> tuple[str, str] | None:
    """Return the key and the unit of an amount of pay, or None."""
    points = kinds & POINTS or context.kinds & POINTS
    if len(points) != 1 or kinds & {"change", "openings", "jobs", "level", "projected"}:
        return None
    point = next(iter(points))
    limit = "most" if point in ("wage_p10", "wage_p25") else "least"
    if figure.bound not in ("", "about", limit if point.startswith("wage") else ""):
        return None
    every = kinds | context.kinds
    if point == "mean" and not every & {"pay", *PERIODS} and not figure.per:
        return None
    periods = kinds & set(PERIODS) or context.kinds & set(PERIODS)
    if not figure.per and len(periods) == 1:
        figure = replace(figure, per=PERIODS[next(iter(periods))])
        is_large = figure.currency in _LARGE and figure.value >= _MOST_MONTHLY
        if figure.per == "month" and is_large and "monthly" not in kinds:
            return None
    measure = point if point.startswith("wage") else f"{point}_wage"
    if figure.per == "month" and figure.text.startswith("$") and figure.value >= _LEAST_OF_PESOS:
        # `Facts` finds the country from the whole text.
        return pay_key(measure, "month"), f"{figure.currency}/month"
    return key_and_unit(measure, figure)


def _restated(
    before: str, entry: _Entry, around: Dating, counted: Sequence[int]
) -> tuple[str, str] | None:
    """Return the measure of an unlabelled figure that restates the one before it, or None."""
    figure, kinds = entry.figure, entry.kinds | entry.after
    if figure.high is not None:
        return None
    if figure.kind == "money":
        known = key_and_unit(measure_of_pay(before), figure) if "wage" in before else None
        return known if known and known[0] != before else None
    is_guess = figure.bound in ("", "about")
    if is_guess and figure.kind == "percent":
        is_of_change = before in ("employment_change", "projected_employment")
        return _GROWTH if is_of_change and abs(figure.value) < _MOST_GROWTH else None
    if is_guess and before == "projected_growth":
        return _CHANGE if "jobs" in kinds or not kinds else None
    if is_guess and before == "employment" and _is_ahead(around, counted):
        return _PROJECTED
    return None
