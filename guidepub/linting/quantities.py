"""Figures in prose: money, percentages, counts and years, with their values."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from itertools import islice
from typing import Literal

_NUMBER = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
_SCALE = r"(?:[\s-](?P<{0}>thousand|million|billion|trillion)\b)?"
_WORDS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen twenty"
).split()
_TENS = "thirty forty fifty sixty seventy eighty ninety".split()
_SPELT = {word: number for number, word in enumerate(_WORDS, 1)}
_SPELT |= {word: number for number, word in zip(range(30, 100, 10), _TENS, strict=True)}
_SPELT_WORD = "|".join(sorted(_SPELT, key=len, reverse=True))
_FIGURE = re.compile(
    rf"(?P<money>(?:US\s?)?\$\s?(?P<amount>{_NUMBER}){_SCALE.format('amount_scale')}(?P<kilo>k\b)?)"
    rf"|(?P<dollars>(?P<dollar_amount>{_NUMBER}){_SCALE.format('dollar_scale')}\s(?:US\s)?dollars\b)"
    rf"|(?P<percent>[-−]?(?P<share>{_NUMBER})(?:\s?[-–]\s?{_NUMBER})?\s?"
    r"(?:%|per\s?cent\b|percentage\spoints?\b))"
    rf"|(?P<spelt>\b(?P<word>{_SPELT_WORD})(?:[-\s](?P<unit>{_SPELT_WORD}))?\s(?:percent|per\scent)\b)"
    rf"|(?P<count>(?<![\w$.,/#-])(?P<number>{_NUMBER}){_SCALE.format('count_scale')}(?![\w%°/]|,\d|\.\d))",
    re.IGNORECASE,
)
# A sentence with more is a table; what rules do with them grows with their number.
_MOST_FIGURES = 24
_PERHAPS = re.compile(r"\d|percent|per\scent", re.IGNORECASE)
_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
YEAR = re.compile(r"(?<![\d$,.])(?:19|20)\d\d(?!\d|,\d|\.\d|[ \xa0]?(?:%|percent))")
"""A year of the last or of this century, where it is no part of another number."""

FigureKind = Literal["money", "percent", "count"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure: what it counts, its value, and where it stands in its text."""

    kind: FigureKind
    value: Decimal
    start: int
    end: int
    text: str

    def agrees_with(self, value: Decimal) -> bool:
        """Tell whether a value is this figure, as far as the figure is told.

        “About $68,000” agrees with 68,340, and “3.4 million” with 3,391,000.
        """
        _, digits, exponent = self.value.as_tuple()
        zeros = len(digits) - len("".join(map(str, digits)).rstrip("0")) if any(digits) else 0
        assert isinstance(exponent, int)
        step = Decimal(1).scaleb(exponent + zeros)
        return abs(self.value - value) <= step / 2


@lru_cache(maxsize=4096)
def figures(text: str) -> tuple[Figure, ...]:
    """Return the figures of a text in order; years and small bare numbers are none."""
    if not _PERHAPS.search(text):
        return ()
    return tuple(islice(_figures(text), _MOST_FIGURES))


def _figures(text: str) -> Iterator[Figure]:
    for match in _FIGURE.finditer(text):
        kind, value = _read(match)
        if kind is not None:
            yield Figure(kind, value, match.start(), match.end(), match[0])


def years(text: str) -> tuple[tuple[int, int], ...]:
    """Return the years in a text: where each stands, and its number."""
    found = islice(YEAR.finditer(text), _MOST_FIGURES)
    return tuple((match.start(), int(match[0])) for match in found)


def _read(match: re.Match[str]) -> tuple[FigureKind | None, Decimal]:
    if match["money"]:
        factor = 1000 if match["kilo"] else _scale(match["amount_scale"])
        return "money", _decimal(match["amount"]) * factor
    if match["dollars"]:
        return "money", _decimal(match["dollar_amount"]) * _scale(match["dollar_scale"])
    if match["percent"]:
        sign = -1 if match["percent"][0] in "-−" else 1
        return "percent", sign * _decimal(match["share"])
    if match["spelt"]:
        unit = _SPELT[match["unit"].casefold()] if match["unit"] else 0
        return "percent", Decimal(_SPELT[match["word"].casefold()] + unit)
    number = match["number"]
    scaled = match["count_scale"]
    # 1,200 and 3.4 million are counts; 12, 144 and 2024 are hours, credits, rooms and years.
    if scaled or "," in number:
        return "count", _decimal(number) * _scale(scaled)
    return None, Decimal(0)


def _scale(word: str | None) -> int:
    return _SCALES[word.casefold()] if word else 1


def _decimal(text: str) -> Decimal:
    try:
        return Decimal(text.replace(",", ""))
    except InvalidOperation:
        return Decimal(0)
