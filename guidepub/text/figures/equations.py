"""Numbers of one sentence that follow from each other, and do not: “$20 an hour, or $60,000 a year”.

Each check reads one kind of statement in which a sentence says the same twice: a rate by the
hour and by the year, a share in words and in percent, a change and its ends, a sum and its parts.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Any

from guidepub.text.figures.quantities import Figure, all_figures
from guidepub.text.figures.tallies import Misfit
from guidepub.text.figures.years import may_be_year, stretches
from guidepub.text.vocabulary import compiled, spaced, vocabulary

# In a year; a rate and a year's pay that are this far apart are of two minds.
_TIMES = {"hour": 2080, "day": 260, "week": 52, "month": 12, "year": 1}
_APART = Decimal("1.2")
# Percent points by which a share or a change may be rounded.
_ROUNDED_SHARE, _ROUNDED_CHANGE = 3, Decimal("2.5")
_FALLS = re.compile(
    r"\b(?:down|at the top|for the (?:highest|top|best)|bajando|hasta abajo)\b", re.I
)
_OF_OTHERS = re.compile(
    r"\s+(?:from|in|at|to|by|on|with|for|through|de(?!\s+(?:ell[oa]s|tod[oa]s))|en|a|con|por|para|desde)\s",
    re.I,
)
# “Three 12-hour shifts” are multiplied; `statements.partitions` reads “three shifts of 12 hours”.
_TIMES_EACH = re.compile(r"\s+|\s+[\w-]+\s+(?:of|de)\s+")
_PART_TIME = re.compile(r"part|media jornada|medio tiempo|weeks?\b|semanas|season|temporada", re.I)


@dataclass(frozen=True, slots=True)
class _EquationWords:
    """The patterns of a language, by what they are called in its file."""

    forms: dict[str, re.Pattern[str]]
    multiples: dict[str, Decimal]
    shares: tuple[tuple[re.Pattern[str], int, int], ...]


@dataclass(frozen=True, slots=True)
class _FigureSentence:
    """A sentence, its figures, and its language with that language's patterns."""

    text: str
    found: tuple[Figure, ...]
    words: _EquationWords
    language: str


def unequal(sentence: str, language: str = "en") -> Iterator[Misfit]:
    """Yield the quantities that a sentence states twice with different numbers, the first of each kind."""
    words = _words(language)
    if words is None:
        return
    found = all_figures(sentence, language)
    if not found:
        return
    parsed = _FigureSentence(sentence, found, words, language)
    for check in _CHECKS:
        if misfit := check(parsed):
            yield misfit


def _rates(sentence: _FigureSentence) -> Misfit | None:
    """“$20 an hour, or $60,000 a year”."""
    paid = [f for f in sentence.found if f.kind == "money" and f.per in _TIMES and f.high is None]
    for first, last in pairwise(paid):
        between = re.sub(r"[,(—–-]", " ", sentence.text[first.closes : last.start])
        if first.per == last.per or not sentence.words.forms["equals"].fullmatch(between):
            continue
        low, high = sorted((first.value * _TIMES[first.per], last.value * _TIMES[last.per]))
        if high > low * _APART and not _PART_TIME.search(sentence.text):
            text = f"{first.text} a {first.per} is not {last.text} a {last.per}"
            return Misfit(last.start, last.end, text)
    return None


def _shares(sentence: _FigureSentence) -> Misfit | None:
    """“A third of them, or 60 percent”."""
    for figure in (f for f in sentence.found if f.kind == "percent" and f.high is None):
        before = sentence.text[: figure.start]
        for form, low, high in sentence.words.shares:
            match = form.search(before)
            if match is None:
                continue
            between = re.sub(r"[,(—–:]", " ", match["between"])
            is_restated = (
                sentence.words.forms["equals"].fullmatch(between) and match["mark"].strip()
            )
            # “Half come from abroad, 30 percent from nearby” goes on in a list.
            if between.strip() == "" and _OF_OTHERS.match(sentence.text, figure.end):
                break
            if is_restated and not low <= figure.value <= high:
                text = f"{match['share'].strip()} is not {figure.text}"
                return Misfit(figure.start, figure.end, text)
            break
    return None


def _changes(sentence: _FigureSentence) -> Misfit | None:
    """“From 100 to 150, an increase of 20 percent”, and “doubled from 10 to 15”."""
    match = sentence.words.forms["from_to"].search(sentence.text)
    ends = _ends(match, ("first", "last"), sentence.language) if match else None
    if match is None or ends is None or ends[0].kind != ends[1].kind or not ends[0].value:
        return None
    first, last = ends
    if may_be_year(first.value) and may_be_year(last.value):
        return None
    ratio = last.value / first.value
    for stem, times in sentence.words.multiples.items():
        named = re.search(rf"\b{stem}", sentence.text, re.IGNORECASE)
        if named and not times * Decimal("0.8") <= ratio <= times * Decimal("1.25"):
            text = f"from {first.text} to {last.text} is not {times:g} times as much"
            return Misfit(match.start(), match.end("first"), text)
    change = abs(ratio - 1) * 100
    for share in (f for f in sentence.found if f.kind == "percent" and f.high is None):
        outside = share.end <= match.start() or share.start >= match.start("last")
        near = (
            sentence.text[max(share.start - 30, 0) : share.start] + sentence.text[share.end :][:30]
        )
        is_change = (
            outside and first.kind != "percent" and sentence.words.forms["change"].search(near)
        )
        if is_change and abs(change - abs(share.value)) > max(_ROUNDED_CHANGE, change / 20):
            text = f"from {first.text} to {last.text} is {change:.0f} percent, not {share.text}"
            return Misfit(share.start, share.end, text)
    return None


def _ends(
    match: re.Match[str], names: tuple[str, str], language: str
) -> tuple[Figure, Figure] | None:
    """Return the one figure of each of two groups of a match, or None."""
    first, last = (all_figures(match[name] or "", language)[:1] for name in names)
    return (first[0], last[0]) if first and last else None


def _order(sentence: _FigureSentence) -> Misfit | None:
    """“Between 30 and 20 percent”."""
    for match in sentence.words.forms["range"].finditer(sentence.text):
        names = ("first", "last") if match["first"] else ("low", "high")
        ends = _ends(match, names, sentence.language)
        if (
            ends is None
            or match[names[1]].lstrip(" $€")[:1].isalpha()
            or match.end() == match.start(names[1])
        ):
            continue
        low, high = ends
        # “From $90 for a simple case down to $15” says its order.
        if _FALLS.search(match[names[0]]) or _FALLS.match(match[names[1]]):
            continue
        known = high.kind != "number" and low.kind in (high.kind, "number", "count")
        if known and low.value > high.value > 0 and not high.is_scaled:
            return Misfit(
                match.start(names[0]), match.end(names[0]), f"{low.text} is above {high.text}"
            )
    return None


def _totals(sentence: _FigureSentence) -> Misfit | None:
    """“Two years of school and three of practice, six in all”, “three 12-hour shifts make 40 hours”."""
    exact = [f for f in sentence.found if f.high is None and not f.bound]
    if len(exact) != len(sentence.found) or len(sentence.found) < 3:
        return None
    *parts, total = exact
    forms = sentence.words.forms
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
    units = {unit for f in exact if (unit := _unit(sentence.text, f, sentence.words))}
    if years or len(units) > 1 or made == total.value:
        return None
    return Misfit(total.start, total.end, text)


def _unit(sentence: str, figure: Figure, words: _EquationWords) -> str:
    """Return the unit of time that a number counts, or an empty string."""
    match = words.forms["unit"].match(sentence, figure.end)
    return match["unit"].casefold() if match else ""


def _parts_of_whole(sentence: _FigureSentence) -> Misfit | None:
    """“12 of the 40 shops, or 50 percent”."""
    for share in (f for f in sentence.found if f.kind == "percent" and f.high is None):
        match = sentence.words.forms["of"].search(sentence.text[: share.start])
        ends = _ends(match, ("part", "whole"), sentence.language) if match else None
        if ends is None or not ends[1].value or ends[0].value > ends[1].value:
            continue
        real = ends[0].value / ends[1].value * 100
        if abs(real - share.value) > _ROUNDED_SHARE:
            text = f"{ends[0].text} of {ends[1].text} is {real:.0f} percent, not {share.text}"
            return Misfit(share.start, share.end, text)
    return None


def _weeks(sentence: _FigureSentence) -> Misfit | None:
    """“Eight hours a day, five days a week: a 50-hour week”."""
    matches = [sentence.words.forms[name].search(sentence.text) for name in ("day", "days", "week")]
    numbers = [all_figures(match[1], sentence.language) if match else () for match in matches]
    if not all(len(number) == 1 and number[0].is_exact for number in numbers):
        return None
    hours, days, total = (number[0].value for number in numbers)
    if abs(hours * days - total) <= 2 or matches[2] is None:
        return None
    text = f"{days} days of {hours} hours are {hours * days} hours a week, not {total}"
    return Misfit(matches[2].start(1), matches[2].end(1), text)


def _clock(sentence: _FigureSentence) -> Misfit | None:
    """“A ten-hour shift, from 6 a.m. to 2 p.m.”."""
    clock, shift = (
        sentence.words.forms["clock"].search(sentence.text),
        sentence.words.forms["shift"].search(sentence.text),
    )
    if clock is None or shift is None:
        return None
    hours = all_figures(shift["hours"] or shift["long"], sentence.language)
    ends = [
        int(clock[name]) % 12 + int(clock[f"{name}_minutes"] or 0) / 60 + 12 * (clock[f"{name}_half"].lower() == "p")
        for name in ("first", "last")
    ]  # fmt: skip
    length = (ends[1] - ends[0]) % 24
    if len(hours) != 1 or abs(float(hours[0].value) - length) <= 1:
        return None
    text = f"from {clock[0].split(None, 1)[1]} is {length:g} hours, not {hours[0].text}"
    return Misfit(shift.start(), shift.end(), text)


def _spans(sentence: _FigureSentence) -> Misfit | None:
    """“From 1998 to 2008, twelve years in all”."""
    spans, match = stretches(sentence.text), sentence.words.forms["span"].search(sentence.text)
    number = all_figures(match["number"], sentence.language) if match else ()
    if len(spans) != 1 or match is None or len(number) != 1:
        return None
    real = spans[0].last - spans[0].first
    gap = sentence.text[min(spans[0].end, match.end()) : max(spans[0].start, match.start())]
    if len(gap) > 12 or abs(real - number[0].value) <= 1:
        return None
    return Misfit(
        match.start(), match.end(), f"{spans[0].first} to {spans[0].last} is {real} years"
    )


def _averages(sentence: _FigureSentence) -> Misfit | None:
    """“From $20 to $30 an hour, on average $35”."""
    ranges = [f for f in sentence.found if f.high is not None]
    single = [f for f in sentence.found if f.high is None]
    average = sentence.words.forms["average"].search(sentence.text)
    if len(ranges) != 1 or len(single) != 1 or average is None:
        return None
    limits, mean = ranges[0], single[0]
    near = min(abs(average.end() - mean.start), abs(average.start() - mean.end)) < 12
    alike = mean.kind == limits.kind and mean.per in (limits.per, "") and limits.high is not None
    if near and alike and not limits.value <= mean.value <= (limits.high or 0):
        return Misfit(mean.start, mean.end, f"{mean.text} is no average of {limits.text}")
    return None


_CHECKS: tuple[Callable[[_FigureSentence], Misfit | None], ...] = (
    _rates, _shares, _changes, _order, _totals, _parts_of_whole, _weeks, _clock, _spans, _averages,
)  # fmt: skip


@functools.cache
def _words(language: str) -> _EquationWords | None:
    table: dict[str, Any] = dict(vocabulary("equations", language))
    if not table:
        return None
    shares, multiples = table.pop("shares"), table.pop("multiples")
    equals, total = (spaced(table.pop(name)) for name in ("equals", "total"))
    forms = {name: compiled(spaced(form)) for name, form in table.items()}
    forms["equals"] = compiled(rf"\s*(?:{equals}\s*)*")
    forms["total_before"] = compiled(rf"\b{total}\s*$")
    forms["total_behind"] = compiled(rf"(?:\s+\w+)?,?\s+{total}\b")
    forms["of"] = compiled(rf"\b{spaced(table['of'])}\s*(?:,\s*or|\(|,)\s*(?:\w+\s+)?$")
    forms["unit"] = compiled(r"[\s-]+(?P<unit>year|month|week|day|hour|año|mes|semana|día|hora)")
    return _EquationWords(
        forms,
        {stem: Decimal(str(times)) for stem, times in multiples.items()},
        tuple((_share(form), low, high) for form, (low, high) in shares.items()),
    )


def _share(form: str) -> re.Pattern[str]:
    """Return the pattern of a share in words up to the percentage that says it again."""
    return compiled(
        rf"\b(?P<share>{spaced(form)})\b(?:\s[^,;:(—–.]{{0,50}}?)?"
        rf"(?P<between>(?P<mark>\s*[,(—–:]|\s+or\b|\s+o\b)[^.;]{{0,25}})$"
    )
