"""Numbers in one sentence that should be equal but are not: “$20 an hour, or $60,000 a year”.

Each check is for one way to state the same quantity twice: a rate by the hour and by the year, a
total and its parts, a range and its average.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from guidepub.text.figures.quantities import Figure, all_figures
from guidepub.text.figures.tallies import Misfit
from guidepub.text.vocabulary import compiled, spaced, vocabulary

# Units in a year, and the factor by which two rates may differ at most.
_TIMES = {"hour": 2080, "day": 260, "week": 52, "month": 12, "year": 1}
_APART = Decimal("1.2")
# “Three 12-hour shifts” are multiplied; `statements.partitions` reads “three shifts of 12 hours”.
_TIMES_EACH = re.compile(r"\s+|\s+[\w-]+\s+(?:of|de)\s+")
_UNIT = re.compile(r"[\s-]+(?P<unit>year|month|week|day|hour|año|mes|semana|día|hora)", re.I)
_PART_TIME = re.compile(r"part|media jornada|medio tiempo|weeks?\b|semanas|season|temporada", re.I)


@dataclass(frozen=True, slots=True)
class _FigureSentence:
    """A sentence, its figures, and the patterns of its language."""

    text: str
    found: tuple[Figure, ...]
    forms: Mapping[str, re.Pattern[str]]


def unequal(sentence: str, language: str = "en") -> Iterator[Misfit]:
    """Yield the first unequal pair that each check finds in a sentence."""
    forms = _forms(language)
    found = all_figures(sentence, language) if forms else ()
    if not found:
        return
    parsed = _FigureSentence(sentence, found, forms)
    for check in _CHECKS:
        if misfit := check(parsed):
            yield misfit


def _rates(sentence: _FigureSentence) -> Misfit | None:
    """“$20 an hour, or $60,000 a year”."""
    paid = [f for f in sentence.found if f.kind == "money" and f.per in _TIMES and f.high is None]
    for first, last in pairwise(paid):
        between = re.sub(r"[,(—–-]", " ", sentence.text[first.closes : last.start])
        if first.per == last.per or not sentence.forms["equals"].fullmatch(between):
            continue
        low, high = sorted((first.value * _TIMES[first.per], last.value * _TIMES[last.per]))
        if high > low * _APART and not _PART_TIME.search(sentence.text):
            text = f"{first.text} a {first.per} is not {last.text} a {last.per}"
            return Misfit(last.start, last.end, text)
    return None


def _totals(sentence: _FigureSentence) -> Misfit | None:
    """“Two years of school and three of practice, six in all”, “three 12-hour shifts make 40 hours”."""
    exact = [f for f in sentence.found if f.high is None and not f.bound]
    if len(exact) != len(sentence.found) or len(sentence.found) < 3:
        return None
    *parts, total = exact
    forms = sentence.forms
    before = sentence.text[parts[-1].end : total.start]
    behind = sentence.text[total.end : total.end + 25]
    names_total = forms["total_before"].search(before) or forms["total_behind"].match(behind)
    kinds = {figure.kind for figure in exact}
    are_alike = len(kinds) == 1 or kinds <= {"number", "count"}
    if not names_total or not are_alike or total.value < max(part.value for part in parts):
        return None
    between = [sentence.text[a.end : b.start] for a, b in pairwise(parts)]
    is_product = len(parts) == 2 and not between[0].strip()
    if not is_product and any(_TIMES_EACH.fullmatch(words) for words in between):
        return None
    if is_product:
        made = parts[0].value * parts[1].value
        text = f"{parts[0].text} times {parts[1].text} is {made}, not {total.text}"
    else:
        made = sum((part.value for part in parts), Decimal(0))
        text = f"{' and '.join(part.text for part in parts)} are {made}, not {total.text}"
    years = any(1900 <= part.value < 2100 and part.kind == "number" for part in exact)
    units = {unit for f in exact if (unit := _unit(sentence, f))}
    if years or len(units) > 1 or made == total.value:
        return None
    return Misfit(total.start, total.end, text)


def _unit(sentence: _FigureSentence, figure: Figure) -> str:
    """Return the unit of time that a number counts, or an empty string."""
    match = _UNIT.match(sentence.text, figure.end)
    return match["unit"].casefold() if match else ""


def _averages(sentence: _FigureSentence) -> Misfit | None:
    """“From $20 to $30 an hour, on average $35”."""
    ranges = [f for f in sentence.found if f.high is not None]
    single = [f for f in sentence.found if f.high is None]
    average = sentence.forms["average"].search(sentence.text)
    if len(ranges) != 1 or len(single) != 1 or average is None:
        return None
    limits, mean = ranges[0], single[0]
    near = min(abs(average.end() - mean.start), abs(average.start() - mean.end)) < 12
    alike = mean.kind == limits.kind and mean.per in (limits.per, "") and limits.high is not None
    if near and alike and not limits.value <= mean.value <= (limits.high or 0):
        return Misfit(mean.start, mean.end, f"{mean.text} is no average of {limits.text}")
    return None


_CHECKS: tuple[Callable[[_FigureSentence], Misfit | None], ...] = (_rates, _totals, _averages)


@functools.cache
def _forms(language: str) -> Mapping[str, re.Pattern[str]]:
    """Return the patterns of a language by name; empty if it has no vocabulary."""
    table = vocabulary("equations", language)
    if not table:
        return {}
    equals, total, average = (spaced(table[name]) for name in ("equals", "total", "average"))
    return {
        "equals": compiled(rf"\s*(?:{equals}\s*)*"),
        "total_before": compiled(rf"\b{total}\s*$"),
        "total_behind": compiled(rf"(?:\s+\w+)?,?\s+{total}\b"),
        "average": compiled(average),
    }
