"""What a sentence says of a measure: the median wage is so much, jobs grow by so much.

Reads the forms in which such statements are made, and no others, with whom they are made of,
of when, and what narrows them; a figure without such a form stays what it is, prose.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from guidepub.text.occupations import is_own, named, subject_of
from guidepub.text.quantities import Figure, all_figures
from guidepub.text.scope import narrowing, qualifier, without_comparison
from guidepub.text.vocabulary import vocabulary, written_out
from guidepub.text.years import Dating, may_be_year, when

# How far around a figure the words stand that say what it is.
_BEFORE, _BEHIND = 260, 160
_FALLING = re.compile(
    r"declin|decreas|fall|shrink|drop|contract|dwindl|dip|slip|slump|plung|diminish|los[es]|reduc|disminu|cae|cai|baj",
    re.IGNORECASE,
)
# By what an hour's pay and a year's are told apart where a text says neither.
_MOST_HOURLY, _LEAST_YEARLY = 150, 8000
_RELATIVE = frozenset({"who", "which", "that"})
_WORK = re.compile(r"(?:employment|jobs|demand|job market)\b", re.IGNORECASE)
_Parts = dict[str, str | None]
_PLAUSIBLE = {"hour": range(2, 1000), "week": range(50, 20_000), "month": range(100, 100_000)}


@dataclass(frozen=True, slots=True)
class Statement:
    """A measure, its figure, and the value with its sign (`-3` for “decline by 3 percent”).

    `key` is that of a fact, such as `median_hourly_wage`; `unit` is one of `guidepub.figures.units`.
    `who` is whom it is made of as the text has it: an empty string for the occupation at hand,
    None where that is not clear. `narrowed` are words by which it holds for a part only, and
    `is_exact` says that it names one value, and no range and no limit but the measure's own.
    """

    key: str
    unit: str
    value: Decimal
    figure: Figure
    who: str | None
    when: Dating
    narrowed: str = ""
    is_exact: bool = True


@functools.lru_cache(maxsize=1024)
def statements(
    sentence: str, own: frozenset[str] = frozenset(), language: str = "en"
) -> tuple[Statement, ...]:
    """Return the statements of a sentence, in order; no figure states two measures.

    `own` are the names of the occupation at hand, as `occupations.comparable` writes them.
    """
    return tuple(_statements(sentence, own, language))


def key_and_unit(measure: str, figure: Figure) -> tuple[str, str] | None:
    """Return the key and unit of an amount of pay, or None where its period is not certain."""
    period = _period(figure)
    if period is None:
        return None
    key = measure.replace("_wage", "_hourly_wage") if period == "hour" else measure
    if period in ("week", "month"):
        key = f"{key}_{period}"
    return key, f"{figure.currency}/{period}"


def _statements(sentence: str, own: frozenset[str], language: str) -> Iterator[Statement]:
    for figure in all_figures(sentence, language):
        for form in _forms(language):
            parts = form.match(sentence, figure)
            if parts is None or not is_own(parts.get("own") or "", own):
                continue
            if statement := _statement(form, parts, figure, sentence, own):
                yield statement
            break


def _statement(
    form: _Form, parts: _Parts, figure: Figure, sentence: str, own: frozenset[str]
) -> Statement | None:
    known = key_and_unit(form.key, figure) if form.kind == "money" else form.known
    if known is None:
        return None
    who = _antecedent(parts.get("who") or parts.get("own"), sentence[: figure.opens])
    falls = _FALLING.match(parts.get("verb") or "") is not None
    return Statement(
        *known,
        -abs(figure.value) if falls else figure.value,
        figure,
        named(who) if who else subject_of(sentence),
        when(without_comparison(sentence, figure.end), figure.start),
        narrowing(sentence, figure, form.key, own) or qualifier(parts.get("qualifier") or "", own),
        figure.is_exact or (figure.high is None and figure.bound == form.limit),
    )


def _antecedent(who: str | None, before: str) -> str | None:
    """Return whom words name; “who” in a clause, “Tailors, who earn …”, those named before it."""
    if who is None or who.casefold() not in _RELATIVE:
        return who
    found = re.search(rf"(?P<named>[^$%.;:,()]{{2,60}}?),? {who}\b[^,]*$", before, re.IGNORECASE)
    return found["named"].strip() if found else who


@dataclass(frozen=True, slots=True)
class _Form:
    """Patterns of the words before and behind a figure that make it a measure's."""

    key: str
    kind: str
    unit: str
    limit: str
    before: re.Pattern[str] | None
    behind: re.Pattern[str] | None

    @property
    def known(self) -> tuple[str, str]:
        """The key and the unit of what is no money."""
        return self.key, "percent" if self.kind == "percent" else self.unit

    def match(self, sentence: str, figure: Figure) -> _Parts | None:
        """Return the named parts of the words around a figure, or None where they do not fit."""
        if figure.kind != self.kind and (self.kind, figure.kind) != ("count", "number"):
            return None
        if (self.kind, figure.kind) == ("count", "number") and may_be_year(figure.value):
            return None
        parts: _Parts = {}
        if self.before:
            start = max(figure.opens - _BEFORE, 0)
            found = self.before.search(sentence, start, figure.opens)
            if found is None:
                return None
            parts |= found.groupdict()
            parts["qualifier"] = _word_before(sentence, found)
        if self.behind:
            found = self.behind.match(sentence, figure.closes, figure.closes + _BEHIND)
            if found is None:
                return None
            parts |= {key: words for key, words in found.groupdict().items() if words}
        return parts


def _word_before(sentence: str, found: re.Match[str]) -> str:
    """Return the word before “employment” or “jobs”, with which a form begins, if it does."""
    if not _WORK.match(found[0]):
        return ""
    before = re.search(r"([\w’'-]+) $", sentence[max(found.start() - 40, 0) : found.start()])
    return before[1] if before else ""


@functools.lru_cache(maxsize=16)
def _forms(language: str) -> tuple[_Form, ...]:
    table: dict[str, Any] = vocabulary("measures", language)
    parts = table.get("parts", {})
    forms = []
    for row in table.get("measures", ()):
        pairs = [(form, "") for form in row.get("before", ())]
        pairs += [("", form) for form in row.get("behind", ())] + row.get("around", [])
        for before, behind in pairs:
            forms.append(
                _Form(
                    row["key"],
                    row["kind"],
                    row.get("unit", ""),
                    row.get("limit", ""),
                    _compiled(rf"(?<![\w-])(?:{before})\s*$", parts) if before else None,
                    _compiled(rf"(?:{behind})(?!\w)", parts) if behind else None,
                )
            )
    return tuple(forms)


def _compiled(form: str, parts: Mapping[str, str]) -> re.Pattern[str]:
    return re.compile(written_out(form, parts), re.IGNORECASE)


def _period(figure: Figure) -> str | None:
    """Return for how long an amount is paid; None where that is not certain."""
    value = figure.value
    if not figure.per:
        if value <= _MOST_HOURLY:
            return "hour"
        return "year" if value >= _LEAST_YEARLY else None
    if figure.per == "year":
        return "year" if value >= _LEAST_YEARLY / 4 else None
    plausible = _PLAUSIBLE.get(figure.per)
    return figure.per if plausible and plausible.start <= value < plausible.stop else None
