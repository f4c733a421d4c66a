"""Figures in a sentence or a cell, and which measure of an occupation each of them is."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from guidepub.importing.knowledge import knowledge
from guidepub.importing.raising import MARKS
from guidepub.numbers import NumberError, read_number

# Some words without a figure of the kind that is looked for.
_GAP = r"[^$€£%]{0,120}?"
_SOME = r"[^$€£%.;]{1,90}?"
_CURRENCIES = {"$": "USD", "€": "EUR", "£": "GBP"}
# A figure is all of its digits, or none is taken: 51,0001 is not 51,000.
_NO_DIGIT = r"(?<![\d.,])"
_WHOLE = r"(?![.,]?\d)"
_MONEY = rf"(?P<money>[$€£] ?\d{{1,3}}(?:,\d{{3}})+(?:\.\d\d)?|[$€£] ?\d{{1,7}}(?:\.\d\d)?){_WHOLE}(?! ?(?:million|billion|k\b))"
# The mark of a note may stand behind a figure; it is no part of it.
_MARK = rf"(?:{MARKS}|[*†‡§¶])?"
_PERCENT = rf"{_NO_DIGIT}(?P<percent>[-−–]?\d{{1,3}}(?:\.\d{{1,2}})?){_MARK}(?P<sign> ?%| ?percent\b| per cent\b)"
_COUNT = rf"{_NO_DIGIT}(?P<count>\d{{1,3}}(?:,\d{{3}})+|\d{{1,7}}(?:\.\d{{1,2}})?){_WHOLE}{_MARK}(?P<scale> (?:million|thousand))?"
_PERIOD = re.compile(r"\b(?P<first>(?:19|20)\d\d)(?: ?[-–—] ?| to | and | through | until )(?P<last>(?:19|20)?\d\d)\b")  # fmt: skip
_YEAR = re.compile(r"(?<![\d,.$-])(?:19|20)\d\d(?!\d|[.,-]\d)")
_UNTIL = re.compile(r"\b(?:by|until|through)(?: the year)? (?:19|20)\d\d")
_SHRINKING = re.compile(r"\b(?:declin|decreas|fall|shrink|drop|los)\w*", re.I)
_ROUNDED = re.compile(r"\b(?:about|approximately|nearly|almost|around|roughly|over|more than|some)\W{1,3}$", re.I)  # fmt: skip
_HOURLY = re.compile(
    r"^\W{0,3}(?:\w+\W){0,2}?(?:per|an|each|every|/) ?h(?:ou)?r|^\W{0,3}hourly", re.I
)
_MONTHLY = re.compile(r"^\W{0,3}(?:per|a|each|every|/) ?month|^\W{0,3}monthly", re.I)
_SENTENCE_END = re.compile(
    rf"(?<=[.!?])(?:{MARKS})?[\"”’)\]]{{0,2}}(?:{MARKS})?\s+(?=[A-Z“\"(\[$\d])|(?<=\()\s+(?=[A-Z])"
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:U\.S|Dr|Mr|Ms|Mrs|St|Inc|vs|etc|e\.g|i\.e|No|approx|Ph\.D|[A-Z]))\.$"
)
_LONGEST = 800


@dataclass(frozen=True, slots=True)
class StatedFigure:
    """A figure as a text states it; `literal` is how it stands there, `at` where it begins."""

    measure: str
    value: Decimal | str
    unit: str | None
    literal: str
    at: int = 0
    rounded: bool = False


@dataclass(frozen=True, slots=True)
class Years:
    """What a text says of when a figure holds."""

    as_of: int | None = None
    period: tuple[int, int] | None = None


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """Yield each sentence with where it begins; a parenthesis that is broken off ends one."""
    start = 0
    for match in _SENTENCE_END.finditer(text):
        if _ABBREVIATION.search(text[max(start, match.start() - 8) : match.start()]):
            continue
        yield start, text[start : match.start()]
        start = match.end()
    yield start, text[start:]


def figures_in(sentence: str) -> Iterator[StatedFigure]:
    """Yield the figures of a sentence whose measure is known, each place once."""
    if len(sentence) > _LONGEST:
        return
    taken: set[tuple[str, int]] = set()
    digits = any(sign.isdigit() for sign in sentence)
    for row in knowledge("measures")["measures"]:
        if not digits and row["kind"] != "level":
            continue
        for pattern in _sentence_patterns(row["key"]):
            match = pattern.search(sentence)
            if match is None:
                continue
            try:
                figure = _figure(row, match, sentence)
            except NumberError:
                # Digits such as those of a code (007), which are no figure.
                continue
            place = (row["kind"], figure.at)
            if place not in taken:
                taken.add(place)
                yield figure
            break


def years_in(text: str, at: int = 0) -> Years:
    """Return the years that a text states; where it states several, the one nearest `at`."""
    period = None
    for match in _PERIOD.finditer(text):
        first, last = int(match["first"]), match["last"]
        end = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
        if first < end <= first + 30:
            period = (first, end)
            break
    until = {match.end() for match in _UNTIL.finditer(text)}
    single = [
        match
        for match in _YEAR.finditer(_PERIOD.sub(lambda m: " " * len(m[0]), text))
        if match.end() not in until
    ]
    if not single:
        return Years(None, period)
    after = [match for match in single if match.start() >= at]
    nearest = min(after or single, key=lambda match: abs(match.start() - at))
    return Years(int(nearest[0]), period)


def measure_of(label: str) -> dict[str, Any] | None:
    """Return the measure that the head of a row or a column names, or None."""
    plain = " ".join(label.casefold().split()).rstrip(" :")
    if len(plain) > 90:
        return None
    for row in knowledge("measures")["measures"]:
        if any(re.fullmatch(pattern, plain) for pattern in row["label"]):
            found: dict[str, Any] = row
            return found
    return None


def figures_of_cell(row: dict[str, Any], words: str, label: str = "") -> list[StatedFigure]:
    """Return the figures that a cell states of a measure."""
    try:
        return _of_cell(row, words[:400], label)
    except NumberError:
        return []


def _of_cell(row: dict[str, Any], words: str, label: str) -> list[StatedFigure]:
    kind, key = row["kind"], row["key"]
    if kind == "text":
        return [StatedFigure(key, words, None, words)] if words else []
    if kind == "level":
        level = _levels().search(words)
        return [StatedFigure(key, _level_of(level), None, level[0])] if level else []
    if kind == "money":
        return [_money(row, match, words, label) for match in re.finditer(_MONEY, words)]
    if kind == "percent":
        match = re.search(_PERCENT, words) or re.match(rf"(?P<percent>[-−–]?\d{{1,3}}(?:\.\d)?){_MARK}$", words)  # fmt: skip
        return [_percent(row, match)] if match else []
    match = re.search(_COUNT, words.lstrip("-−–"))
    if match is None:
        return []
    negative = words[:1] in "-−–"
    value = _number(match["count"], match["scale"])
    return [StatedFigure(key, -value if negative else value, row["unit"], match[0], match.start())]


def section_of(measure: str) -> str:
    """Return the id of the section in which a measure is at home."""
    for row in knowledge("measures")["measures"]:
        if measure.replace("_hourly", "").startswith(row["key"]):
            section: str = row["section"]
            return section
    return ""


def name_of(key: str) -> str:
    """Return what a measure is called where guidepub has no phrase for it, or an empty string."""
    for row in knowledge("measures")["measures"]:
        if row["key"] == key:
            name: str = row.get("name", "")
            return name
    return ""


def _figure(row: dict[str, Any], match: re.Match[str], sentence: str) -> StatedFigure:
    kind = row["kind"]
    if kind == "level":
        return StatedFigure(
            row["key"], _level_of(match), None, match["level"], match.start("level")
        )
    if kind == "money":
        return _money(row, match, sentence, match[0])
    if kind == "percent":
        shrinks = _SHRINKING.search(match[0]) is not None
        return _percent(row, match, shrinks)
    value = _number(match["count"], match["scale"])
    literal = match["count"] + (match["scale"] or "")
    at = match.start("count")
    rounded = bool(match["scale"]) or bool(_ROUNDED.search(sentence[:at]) and value % 1000 == 0)
    return StatedFigure(row["key"], value, row["unit"], literal, at, rounded)


def _money(row: dict[str, Any], match: re.Match[str], words: str, label: str) -> StatedFigure:
    literal = match["money"]
    # Texts with these signs are read as English ones; other languages have no patterns yet.
    number = read_number(literal, "en")
    value, currency = number.value, _CURRENCIES[number.beside]
    behind = words[match.end("money") : match.end("money") + 24]
    key = row["key"]
    if _HOURLY.search(behind) or re.search(r"\bhourly\b", label, re.I):
        key, period = key.replace("_wage", "_hourly_wage"), "hour"
    elif _MONTHLY.search(behind):
        key, period = f"{key}_month", "month"
    else:
        period = "year" if value >= 1000 else "hour"
        key = key if value >= 1000 else key.replace("_wage", "_hourly_wage")
    return StatedFigure(key, value, f"{currency}/{period}", literal, match.start("money"))


def _percent(row: dict[str, Any], match: re.Match[str], shrinks: bool = False) -> StatedFigure:
    value = read_number(match["percent"], "en").value
    if shrinks and value > 0:
        value = -value
    sign = match.groupdict().get("sign") or ""
    return StatedFigure(
        row["key"], value, "percent", match["percent"] + sign, match.start("percent")
    )


def _number(digits: str, scale: str | None) -> Decimal:
    value = read_number(digits, "en").value
    if scale:
        value *= 1_000_000 if "million" in scale else 1000
    return value


@functools.cache
def _sentence_patterns(key: str) -> tuple[re.Pattern[str], ...]:
    row = next(row for row in knowledge("measures")["measures"] if row["key"] == key)
    signs = {
        "{gap}": _GAP,
        "{x}": _SOME,
        "{money}": _MONEY,
        "{percent}": _PERCENT,
        "{count}": _COUNT,
        "{level}": rf"\b(?P<level>{_levels().pattern})",
    }
    found = []
    for pattern in row["sentence"]:
        for sign, expression in signs.items():
            pattern = pattern.replace(sign, expression)  # noqa: PLW2901
        found.append(re.compile(pattern, re.I))
    return tuple(found)


@functools.cache
def _levels() -> re.Pattern[str]:
    rows = knowledge("measures")["levels"]
    return re.compile("|".join(f"(?:{row['pattern']})" for row in rows), re.I)


def _level_of(match: re.Match[str]) -> str:
    words = match["level"] if "level" in match.groupdict() else match[0]
    for row in knowledge("measures")["levels"]:
        if re.fullmatch(row["pattern"], words, re.I):
            level: str = row["level"]
            return level
    raise AssertionError(words)
