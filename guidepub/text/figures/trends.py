"""Words for rising and falling around figures, and figures that contradict them."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from guidepub.text.figures.quantities import Figure, all_figures, figures
from guidepub.text.figures.years import may_be_year
from guidepub.text.vocabulary import compiled, spaced, vocabulary

# “Creció un 5 %, de 52.000 a 54.600”.
_SHARE = re.compile(
    r"\s+(?:\w{1,3}\s)?\d[\d.,]*\s?(?:%|percent|per\s+cent|Prozent|por\s+ciento|pour\s+cent|por\s+cento),?\s*$"
)
_YEAR_BEHIND = re.compile(r"(?:\s[^\s\d]{1,12})?\s(?:19|20)\d\d,?$")
_MINUS, _PLUS = ("-", "−", "–"), ("+",)
# “By minus 8 percent”. French and the Iberian languages use “plus” and “más” for “more”, too.
_SIGN_IN_WORDS = re.compile(
    r"\b(?:(?P<plus>plus(?<!de plus)(?<!en plus))|minus|moins|menos)\s$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _TrendWords:
    """The words of a language right before a figure and right after it."""

    falling: re.Pattern[str]
    rising: re.Pattern[str]
    falls_behind: re.Pattern[str]
    rises_behind: re.Pattern[str]

    def trend(self, before: str, behind: str) -> Literal["falls", "rises"] | None:
        """Return whether the words around a figure mean rising or falling; None for neither or both."""
        falls = self.falling.search(before) or self.falls_behind.match(behind)
        rises = self.rising.search(before) or self.rises_behind.match(behind)
        if bool(falls) == bool(rises):
            return None
        return "falls" if falls else "rises"


def trend_around(
    text: str, start: int, end: int, language: str
) -> Literal["falls", "rises"] | None:
    """Return the trend in the words right around a figure of a sentence, or None."""
    words = _words(language)
    return words.trend(text[:start], text[end:]) if words else None


def word_before_an_end(text: str, start: int, end: int, language: str) -> str:
    """Return the word that makes a figure the start or end of a change, not its size, or "".

    “The number will go down to 27,000” states how many are left, not how many are lost; “from 28,000
    jobs to 27,000” states how many there are and will be.
    """
    form = _from_to(language)
    for match in form.finditer(text) if form else ():
        if start in (match.start("first"), match.start("last")):
            return match[0].split()[0]
    to = _to(language)
    word = to.search(text, 0, start) if to else None
    if word is None:
        return ""
    # “Will shrink by 2033, to 27,000”, “will grow 4 percent by 2033, to 5,200 jobs”.
    whole = text[: word.start()]
    beginnings = (whole, _SHARE.sub("", _YEAR_BEHIND.sub("", whole)))
    behind = text[end:]
    is_end = any(trend_around(b + behind, len(b), len(b), language) for b in beginnings)
    return word[0].strip() if is_end else ""


def against_their_sign(
    text: str, language: str
) -> Iterator[tuple[Figure, Literal["falls", "rises"]]]:
    """Yield percentages with a sign that contradicts their words: “shrink by +5 percent”."""
    for figure in figures(text, language):
        sign, start = _sign(text, figure)
        if figure.kind != "percent" or not sign:
            continue
        trend = trend_around(text, start, figure.end, language)
        if trend is not None and (trend, sign) in (("falls", 1), ("rises", -1)):
            yield figure, trend


def against_their_names(
    text: str, language: str
) -> Iterator[tuple[int, Literal["falls", "rises"]]]:
    """Yield where a noun contradicts the verb of a change: “fall 5 percent, a healthy rise”."""
    form = _noun_of_change(language)
    for figure in figures(text, language) if form else ():
        called = form.match(text, figure.end) if form and figure.kind == "percent" else None
        if called is None:
            continue
        trend = trend_around(text, figure.start, figure.end, language)
        if (trend, called.lastgroup) in (("falls", "rise"), ("rises", "fall")):
            yield figure.start, "falls" if trend == "falls" else "rises"


@functools.cache
def _noun_of_change(language: str) -> re.Pattern[str] | None:
    """Return the pattern of a noun for a change after a figure, if it does not begin a comparison."""
    table = vocabulary("trends", language)
    if "fall" not in table:
        return None
    article = r"(?:an?|the|una?|une?|le|la|l[’']|eine?|der|das|uma?|o|a)"
    compared = (
        r"\s+(?:from|compared|against|after|on|over|in|than|desde|frente|respecto|tras|que|par\s+rapport|après|sur"
        r"|gegenüber|nach|als|em\s+relação|após|sobre)\b"
    )
    return compiled(
        rf"[^,;.()]{{0,40}}(?:,|\s[—–-]|\s\()\s*{article}\s*(?:[\w-]+\s+){{0,2}}?"
        rf"(?:(?P<fall>{table['fall']})|(?P<rise>{table['rise']}))\b(?!{compared})"
    )


def against_their_ends(text: str, language: str) -> Iterator[tuple[int, Literal["falls", "rises"]]]:
    """Yield where the ends of a change contradict its verb: “subió de 52.000 a 49.000”."""
    form = _from_to(language)
    for match in form.finditer(text) if form else ():
        ends = [all_figures(match[name], language) for name in ("first", "last")]
        if not all(ends):
            continue
        first, last = (found[0].value for found in ends)
        before = _SHARE.sub("", text[: match.start()])
        trend = trend_around(before, len(before), len(before), language)
        is_of_years = may_be_year(first) and may_be_year(last)
        if trend and not is_of_years and first != last and (last < first) == (trend == "rises"):
            yield match.start("first"), trend


@functools.cache
def _from_to(language: str) -> re.Pattern[str] | None:
    table = vocabulary("trends", language)
    if "from" not in table:
        return None
    start, to, year = (spaced(table[name]) for name in ("from", "to", "in_year"))
    amount = r"(?:[$€]\s?|R\$\s?)?\d{1,3}(?:[.,\s\u202f]\d{3})*(?:[.,]\d{1,2})?(?:\s?(?:€|%))?(?![\d.,]*\d)"
    return compiled(
        rf"(?<=\s)(?:{start})\s+(?P<first>{amount})(?:\s+[^\W\d]+){{0,2}}?(?:\s+(?:(?:{year})\s+)?\(?(?:19|20)\d\d\)?)?"
        rf",?\s+(?:{to})\s+(?P<last>{amount})"
    )


@functools.cache
def _to(language: str) -> re.Pattern[str] | None:
    """Return the pattern of the words before the figure at which a change ends."""
    table = vocabulary("trends", language)
    if "to" not in table:
        return None
    return compiled(rf"\s(?:{spaced(table['to'])})(?:\s+(?:{spaced(table['between'])}))*\s+$")


def _sign(text: str, figure: Figure) -> tuple[int, int]:
    """Return -1 or 1 for a figure with a sign and 0 for one without, and where the two begin."""
    if worded := _SIGN_IN_WORDS.search(text, 0, figure.start):
        return (1 if worded["plus"] else -1), worded.start()
    written = text[max(figure.start - 1, 0) : figure.end].lstrip()
    if written.startswith(_MINUS):
        return -1, figure.start
    return (1 if written.startswith(_PLUS) else 0), figure.start


@functools.cache
def _words(language: str) -> _TrendWords | None:
    table = vocabulary("trends", language)
    if not table:
        return None

    def before(name: str) -> re.Pattern[str]:
        return compiled(
            rf"\b(?:{spaced(table[name])})(?:\s+(?:{spaced(table['between'])}))*\s*[+−–-]?$"
        )

    def behind(name: str) -> re.Pattern[str]:
        return compiled(rf"\s+(?:{spaced(table[name])})(?!\w)")

    return _TrendWords(
        before("falls"), before("rises"), behind("falls_behind"), behind("rises_behind")
    )
