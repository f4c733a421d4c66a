"""Figures in prose: money, percentages and counts, with the words that modify them.

A figure may be a range (“$20 to $30”), a limit (“at least”) or an amount per hour or year.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import islice
from typing import Literal

from guidepub.text.figures.amounts import Amount, amount_of, amount_pattern, range_pattern
from guidepub.text.figures.years import may_be_year
from guidepub.text.vocabulary import compiled, either, vocabulary

# A sentence with more is a table; the time of some rules grows with this.
_MOST_FIGURES = 24
# How far before a figure “hourly” may be, and “an hour” after it, in characters.
_BEFORE, _BEHIND = 90, 40
# “Crecerá un 4 %”: “un” is an article, not a figure.
_ARTICLE = re.compile(r"[^\W\d_]{1,5}\s\d")

FigureKind = Literal["money", "percent", "count", "number"]
Bound = Literal["", "least", "most", "about"]
# Tried in this order: “just over” is an estimate, “over” alone a limit.
_BOUNDS: tuple[Bound, ...] = ("about", "least", "most")
_THOUSAND = 1000
# A limit between commas, “will grow, at most, by 2 percent”, and the rest of a clause without other
# figures than years.
_APART, _SHORT_WORD = r"[,(–—]\s*", r"[^\W\d_]{1,5}"
_REST_OF_CLAUSE = r"(?:[^.;:!?,(–—\d]|\b(?:19|20)\d\d\b){0,40}?"
_LONGEST_SIGN = 3


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure: its kind, its value, and its place in the text.

    `high` is the end of a range that begins with `value`. `currency` is an ISO 4217 code; `per` is
    `hour`, `day`, `week`, `month`, `year`, or empty if the text does not say. `bound` is a limit
    (“or more”, “up to”) or an estimate (“about”); `is_worded` is true if words, not a sign, express
    it. The kind `number` is a bare number, such as a year or the hours of a course. `opens` and
    `closes` are the bounds of all words that belong to the figure: “from about $20 an hour”.
    """

    kind: FigureKind
    value: Decimal
    start: int
    end: int
    text: str
    high: Decimal | None = None
    currency: str = ""
    per: str = ""
    bound: Bound = ""
    is_scaled: bool = False
    opens: int = 0
    closes: int = 0
    is_worded: bool = False

    @property
    def is_exact(self) -> bool:
        """Whether the figure is a single value, not a range or a limit."""
        return self.high is None and self.bound in ("", "about")

    @property
    def is_year(self) -> bool:
        """Whether the figure may be a year: “2000” may, but not “2,000” or “$2000”."""
        return self.kind == "number" and may_be_year(self.value)

    @property
    def is_capped(self) -> bool:
        """Whether a sign makes the value a minimum: “≥ $239,200”, “$239,200+”."""
        signs = self.start - self.opens or self.closes - self.end
        return self.bound == "least" and not self.is_worded and signs <= _LONGEST_SIGN

    def agrees_with(self, value: Decimal) -> bool:
        """Return whether a value equals this figure, within the figure's precision.

        “About $68,000” agrees with 68,340, “3.4 million” with 3,391,000, and a range with any value
        in it.
        """
        if self.high is not None:
            return self.value <= value <= self.high
        _, digits, exponent = self.value.as_tuple()
        zeros = len(digits) - len("".join(map(str, digits)).rstrip("0")) if any(digits) else 0
        assert isinstance(exponent, int)
        step = Decimal(1).scaleb(exponent + zeros)
        return abs(self.value - value) <= step / 2


@functools.lru_cache(maxsize=4096)
def figures(text: str, language: str = "en") -> tuple[Figure, ...]:
    """Return the figures of a text in order, without years and small bare numbers."""
    return tuple(figure for figure in all_figures(text, language) if figure.kind != "number")


@functools.lru_cache(maxsize=4096)
def all_figures(text: str, language: str = "en") -> tuple[Figure, ...]:
    """Return the figures of a text in order, including bare numbers."""
    return tuple(islice(_figures(text, language), _MOST_FIGURES))


def _figures(text: str, language: str) -> Iterator[Figure]:
    at = 0
    while match := amount_pattern(language).search(text, at):
        at = match.end()
        first = amount_of(match, language)
        if first is None or (first.value == 1 and _ARTICLE.match(text, first.start)):
            continue
        second = _range_end(text, first, language)
        at = max(at, second.stop if second else at)
        yield _figure(text, first, second, language)


def _range_end(text: str, first: Amount, language: str) -> Amount | None:
    """Return the end of the range that an amount begins, or None."""
    match = range_pattern(language).match(text, first.stop)
    second = amount_of(match, language, first.currency) if match else None
    if match is None or second is None or not _fit(first, second):
        return None
    opened = _signs(language).opened.search(text, max(first.start - _BEFORE, 0), first.start)
    if match["and"] and not (opened and opened["between"]):
        return None
    if match["or"] and not first.is_plain:
        return None
    # “From $50,000 to $45,000” is one statement; without “from”, it would be two figures.
    low, high = _low(first, second), second.value
    return second if opened or low < high or abs(low) < abs(high) else None


def _fit(first: Amount, second: Amount) -> bool:
    """Return whether two amounts can form a range; a shared unit may be written only at the end."""
    if first.is_year and not second.is_year:
        return False
    if first.is_percent or second.is_percent:
        return second.is_percent and not first.currency and first.scale == 1
    if first.scale > 1 and second.scale == 1:
        return abs(second.value) >= abs(first.value)
    return first.currency == second.currency or not first.currency


def _low(first: Amount, second: Amount) -> Decimal:
    """Return the beginning of a range, with the scale of its end: “2 to 3 million”."""
    value = first.value * second.scale
    # “Five hundred to two thousand” are 500 and 2,000.
    if first.scale > 1 or abs(value) > abs(second.value):
        return first.value
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value


def ends_of(figure: Figure, text: str, language: str) -> tuple[Figure, Figure] | None:
    """Return the two ends of a range as figures of their own, or None.

    None if they share a scale, as in “2 to 3 million”.
    """
    match = amount_pattern(language).match(text, figure.start)
    first = amount_of(match, language) if match and figure.high is not None else None
    second = _range_end(text, first, language) if first else None
    if first is None or second is None or first.scale != second.scale:
        return None
    low, high = (
        replace(
            figure, value=each.value, start=each.start, end=each.end,
            text=text[each.start : each.end], high=None, bound="", opens=each.start,
            closes=each.stop, is_worded=False,
        )
        for each in (first, second)
    )  # fmt: skip
    return low, replace(high, closes=figure.closes)


def _figure(text: str, first: Amount, second: Amount | None, language: str) -> Figure:
    last = second or first
    value, high = (_low(first, second), second.value) if second else (first.value, None)
    if high is not None and high < value:
        value, high = high, value
    currency = first.currency or last.currency
    kind = _kind(first, last)
    per, closes = _per_after(text, last.stop, language)
    if kind == "money" and not per:
        per = _per_before(text, first.start, language)
    opens, bound = _bound_before(text, first.start, language)
    if not bound:
        closes, bound = _bound_after(text, closes, language)
    return Figure(
        kind,
        value,
        first.start,
        last.end,
        text[first.start : last.end],
        high,
        currency,
        per,
        bound,
        max(first.scale, last.scale) > 1,
        opens,
        closes,
        is_worded=any(map(str.isalpha, text[opens : first.start])),
    )


def _kind(first: Amount, last: Amount) -> FigureKind:
    if first.currency or last.currency:
        return "money"
    if first.is_percent or last.is_percent:
        return "percent"
    # “1,200” and “3.4 million” are counts; 12, 144 and 2024 may be hours, credits, rooms or years.
    grouped = not first.is_bare and abs(first.value) >= _THOUSAND
    return "count" if grouped or max(first.scale, last.scale) >= _THOUSAND else "number"


def _per_after(text: str, end: int, language: str) -> tuple[str, int]:
    """Return the pay period in the words after an amount, and where they end."""
    for period, pattern in _signs(language).per.items():
        if match := pattern.match(text, end, end + _BEHIND):
            return period, match.end()
    return "", end


def _per_before(text: str, start: int, language: str) -> str:
    """Return the pay period in the words before an amount: “hourly wage”."""
    places = [
        (match.start(), period)
        for period, pattern in _signs(language).paid.items()
        for match in pattern.finditer(text, max(start - _BEFORE, 0), start)
    ]
    return max(places)[1] if places else ""


def _bound_before(text: str, start: int, language: str) -> tuple[int, Bound]:
    signs = _signs(language)
    # First, since “más de” is a limit, although “de” alone begins a range.
    for bound, pattern in signs.before.items():
        if match := pattern.search(text, max(start - _BEFORE, 0), start):
            return match.start(), bound
    for bound, pattern in signs.apart.items():
        if match := pattern.search(text, max(start - _BEFORE, 0), start):
            return match.start(), bound
    opened = signs.opened.search(text, max(start - _BEFORE, 0), start)
    if opened is None:
        return start, ""
    start = opened.start()
    for bound, pattern in signs.before.items():
        if match := pattern.search(text, max(start - _BEFORE, 0), start):
            return match.start(), bound
    return start, ""


def _bound_after(text: str, end: int, language: str) -> tuple[int, Bound]:
    for bound, pattern in _signs(language).behind.items():
        if match := pattern.match(text, end, end + _BEHIND):
            return match.end(), bound
    # “From 2024 to 2034, at most”: a limit after the clause is not part of the figure.
    for bound, pattern in _signs(language).last.items():
        if pattern.match(text, end, end + _BEFORE):
            return end, bound
    return end, ""


@dataclass(frozen=True, slots=True)
class _Signs:
    """The patterns of a language for the words around a figure.

    `apart` and `last` are limits between commas or dashes, before the figure and after its clause.
    """

    opened: re.Pattern[str]
    per: dict[str, re.Pattern[str]]
    paid: dict[str, re.Pattern[str]]
    before: dict[Bound, re.Pattern[str]]
    behind: dict[Bound, re.Pattern[str]]
    apart: dict[Bound, re.Pattern[str]]
    last: dict[Bound, re.Pattern[str]]


@functools.lru_cache(maxsize=32)
def _signs(language: str) -> _Signs:
    table = vocabulary("figures", language)
    paid: dict[str, list[str]] = dict(table.get("paid", {}))
    pay = either(paid.pop("pay", []))
    before, behind, apart = (table.get(name, {}) for name in ("before", "behind", "apart"))
    between, from_ = either(table.get("between", [])), either(table.get("from", []))
    return _Signs(
        compiled(rf"\b(?:(?P<between>{between})|{from_})\s+$"),
        {
            period: compiled(rf"[\s,(]{{0,2}}{either(forms)}\b")
            for period, forms in table.get("per", {}).items()
        },
        {
            period: compiled(_paid(either(forms), pay)) for period, forms in paid.items()
        },
        {b: compiled(rf"(?<!\w){either(before[b])}\s*$") for b in _BOUNDS if b in before},
        {b: compiled(rf"\s*{either(behind[b])}(?!\w)") for b in _BOUNDS if b in behind},
        {b: compiled(rf"{_APART}{either(apart[b])}\s*[,)–—]\s*(?:{_SHORT_WORD}\s+){{0,2}}$") for b in apart},
        {b: compiled(rf"{_REST_OF_CLAUSE}{_APART}{either(apart[b])}\s*(?:[.,;:)–—]|$)") for b in apart},
    )  # fmt: skip


def _paid(period: str, pay: str) -> str:
    """Return the pattern of a word for pay and its period before an amount, in any order.

    Between them and the amount, there may be no other figure than a year.
    """
    either_way = rf"\b{period}\s+(?:\w+\s+){{0,2}}?{pay}|\b{pay}\s+(?:\w+\s+){{0,2}}?{period}"
    return rf"(?:{either_way}|\b(?=\w*{pay}\b){period})\b[^;\d]*(?:(?:19|20)\d\d[^;\d]*)?$"
