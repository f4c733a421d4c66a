"""Statements of measures in a sentence: the median wage, the growth of jobs.

Only sentences in a known form are read, along with the people, the dates and any restrictions of the
statement. Other figures remain prose.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from guidepub.figures.pay import measure_of_pay, pay_key
from guidepub.text.figures.quantities import Figure, all_figures
from guidepub.text.figures.scope import narrowing, qualifier, speaks_of_others, without_comparison
from guidepub.text.figures.years import Dating, dated_behind, when
from guidepub.text.measured.clauses import FEWEST, WHOLE, clause_pieces, readings, strange_word
from guidepub.text.measured.forms import (
    Fit,
    Form,
    clause_end,
    falling,
    forms,
    is_listed_around,
    restating,
    strange_words,
)
from guidepub.text.naming.occupations import is_all_of_own, is_own, is_share, named, subject_of
from guidepub.text.naming.places import place_named

# Without a stated period, pay up to the first amount is hourly, and from the second yearly.
_MOST_HOURLY, _LEAST_YEARLY = 150, 8000
# Two amounts of pay for the same period differ by less than this factor within a trade.
_MOST_TIMES = 5
_RELATIVE = frozenset({"who", "which", "that"})
# “The average worker” is about the whole economy.
_ANYBODY = re.compile(r"(?:american )?(?:worker|employee|person|american)", re.IGNORECASE)
# “…, and the median is”.
_OWN_CLAUSE = re.compile(
    r"\s*(?:(?:and|but|so|yet|while|whereas|because|as|though|although)\s+)?(?:the|their|its)\s+(?:national\s+)?",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"they|he|she|it", re.IGNORECASE)
# “In 2010 there were 80,000; today 64,000 remain”: the first figure is out of date.
_TODAY = re.compile(
    r"\b(?:today|nowadays|hoy|ahora|aujourd[’']hui|maintenant|heute|jetzt|hoje|agora)\b(?=[^.]*\d)",
    re.IGNORECASE,
)
# “27,900 euros a year, some 1,790 net”: net amounts are not read as pay.
_NET = re.compile(r"\s(?:net(?:t?[oa]s?|s)?|limpi[oa]s?|líquid[oa]s?)\b", re.IGNORECASE)
_PLAUSIBLE = {"hour": range(2, 1000), "week": range(50, 20_000), "month": range(100, 100_000)}
# Currencies in which 100,000 is too much for a month's pay, unlike in pesos.
_LARGE = frozenset({"USD", "EUR", "GBP", "CHF", "CAD", "AUD"})
_OF_PESOS = re.compile(r"^\$|\bpesos\b", re.IGNORECASE)
_OF_SMALL = range(1000, 100_000_000)
# Amounts that are monthly pay if the text states no period: too little for a year and too much for an
# hour. Pesos without a country must not look like a year's pay in dollars either.
_BY_MONTH = {
    "EUR": range(1000, 8000), "BRL": range(1000, 40_000), "MXN": range(3000, 60_000),
    "PEN": range(800, 30_000), "BOB": range(1500, 40_000), "GTQ": range(2000, 40_000),
    "PYG": range(1_500_000, 40_000_000), "COP": range(700_000, 30_000_000),
    "CLP": range(300_000, 10_000_000), "ARS": range(200_000, 20_000_000),
    "AOA": range(30_000, 3_000_000), "MZN": range(5000, 300_000), "XOF": range(40_000, 3_000_000),
}  # fmt: skip
_PESOS_BY_MONTH = range(450_000, 20_000_000)


@dataclass(frozen=True, slots=True)
class Statement:
    """A measure, its figure, and its value with a sign (`-3` for “decline by 3 percent”).

    `key` is that of a fact, such as `median_hourly_wage`; `unit` is one of `guidepub.figures.units`.
    `who` are the people as the text names them: empty for the guide's occupation, None if unclear.
    `narrowed` are the words that restrict the statement to a part. `is_exact` is true for a single
    value, not a range or another limit than the measure's own; `is_learned` if learned weights, not a
    rule, found the statement.
    """

    key: str
    unit: str
    value: Decimal
    figure: Figure
    who: str | None
    when: Dating
    narrowed: str = ""
    is_exact: bool = True
    is_learned: bool = False


def statements(
    sentence: str,
    own: frozenset[str] = frozenset(),
    language: str = "en",
    paid: tuple[Figure, ...] = (),
) -> tuple[Statement, ...]:
    """Return the statements of a sentence in order, at most one for each figure.

    `own` are the names of the guide's occupation, as `occupations.comparable` returns them; `paid`
    are amounts of pay from the sentences before, from which later ones take a missing period.
    """
    return _known_statements(sentence, own, language, paid)


@functools.lru_cache(maxsize=1024)
def _known_statements(
    sentence: str, own: frozenset[str], language: str, paid: tuple[Figure, ...]
) -> tuple[Statement, ...]:
    """Return the statements of a sentence, cached since several callers need them."""
    return tuple(
        each
        if each.when != Dating()
        else replace(each, when=dated_behind(sentence, each.figure.closes))
        for each in _statements(sentence, own, language, paid)
    )


def key_and_unit(measure: str, figure: Figure) -> tuple[str, str] | None:
    """Return the key and unit of an amount of pay, or None if its period is uncertain."""
    period = _period(figure)
    if period is None:
        return None
    return pay_key(measure, period), f"{figure.currency}/{period}"


def is_by_month(figure: Figure) -> bool:
    """Return whether an amount of pay without a period is monthly."""
    is_of_pesos = figure.currency == "USD" and _OF_PESOS.search(figure.text)
    usual = _PESOS_BY_MONTH if is_of_pesos else _BY_MONTH.get(figure.currency, range(0))
    return usual.start <= figure.value < usual.stop


def is_net(figure: Figure, sentence: str) -> bool:
    """Return whether an amount is pay after taxes."""
    return _NET.match(sentence, figure.closes) is not None


def is_of_like_size(one: Figure, other: Figure) -> bool:
    """Return whether two amounts may be pay in one trade for the same period."""
    return other.value < one.value * _MOST_TIMES and one.value < other.value * _MOST_TIMES


def with_period(figure: Figure, others: Iterable[Figure]) -> Figure:
    """Return an amount with the period of similar amounts: “3,041 a month, half under 2,790”."""
    if figure.kind != "money" or figure.per:
        return figure
    periods = {
        other.per
        for other in others
        if other.per and other.currency == figure.currency and is_of_like_size(figure, other)
    }
    return replace(figure, per=periods.pop()) if len(periods) == 1 else figure


def _statements(
    sentence: str, own: frozenset[str], language: str, paid: tuple[Figure, ...]
) -> Iterator[Statement]:
    since = 0
    last: Statement | None = None
    figures = all_figures(sentence, language)
    paid = (*figures, *paid)
    for figure in (with_period(figure, paid) for figure in figures):
        if last and (restated := _restated(last, figure, sentence, language)):
            yield restated
            continue
        if figure.is_year:
            continue
        scope = _Scope(sentence, own, language, since, paid)
        last, end = _by_form(figure, scope)
        if last is None or (last.narrowed and is_listed_around(language)):
            last = _by_words(figure, scope) or last
        elif not last.narrowed:
            since = end
        if last:
            yield _unless_overtaken(last, sentence)


def _unless_overtaken(statement: Statement, sentence: str) -> Statement:
    """Return a statement, narrowed if the sentence goes on to a figure for today."""
    today = _TODAY.search(sentence, statement.figure.closes)
    is_past = today is not None and statement.when.year is not None and not statement.narrowed
    return replace(statement, narrowed=today[0]) if today and is_past else statement


def _by_form(figure: Figure, scope: _Scope) -> tuple[Statement | None, int]:
    """Return the statement that a form finds for a figure, or None, and the end of its clause."""
    for form in forms(scope.language):
        if not _counts(form, figure):
            continue
        fit = form.fit(scope.sentence, figure.opens, figure.closes)
        if fit and scope.is_own(fit.parts.get("own") or ""):
            end = clause_end(scope.sentence, fit, scope.language)
            return _statement(form, fit, figure, scope), end
    return None, 0


def _by_words(figure: Figure, scope: _Scope) -> Statement | None:
    """Return the statement of a figure in a clause of known words only, or None."""
    sentence, language = scope.sentence, scope.language
    # A quick test, since most bare numbers are years, hours and steps.
    if figure.kind == "number" and (figure.value < FEWEST or figure.is_year):
        return None
    every = readings(sentence, all_figures(sentence, language), scope.own, language)
    read = next((reading for reading in every if reading.figure.start == figure.start), None)
    known = None
    if read:
        figure = with_period(read.figure, scope.paid)
        is_pay = figure.kind == "money"
        known = key_and_unit(read.key, figure) if is_pay else (read.key, read.unit)
    if read is None or known is None:
        return None
    if not is_listed_around(language) and speaks_of_others(sentence, figure, scope.own):
        return None
    dating = when(sentence[read.start : read.end], figure.start - read.start)
    value = -abs(figure.value) if read.falls else figure.value
    return Statement(*known, value, figure, "", dating)


def _restated(
    statement: Statement, figure: Figure, sentence: str, language: str
) -> Statement | None:
    """Return a statement of pay in another period, “$18.73 an hour, or $38,960 a year”, or None."""
    if figure.kind != "money" or figure.currency != statement.figure.currency:
        return None
    if is_net(figure, sentence):
        return None
    between = sentence[statement.figure.closes : figure.opens]
    known = key_and_unit(measure_of_pay(statement.key), figure)
    if known is None or known[0] == statement.key or not restating(language).fullmatch(between):
        return None
    return replace(statement, key=known[0], unit=known[1], value=figure.value, figure=figure)


def _counts(form: Form, figure: Figure) -> bool:
    """Return whether a figure has the kind and the bound of a form's measure."""
    if form.is_bound and figure.bound != form.limit:
        return False
    if form.key == "employment" and figure.value < FEWEST:
        return False
    if (form.kind, figure.kind) == ("count", "number"):
        return not figure.is_year
    return form.kind == figure.kind


@dataclass(frozen=True, slots=True)
class _Scope:
    """A sentence and the names of the guide's occupation.

    `since` is the end of the statement before; `paid` are the sentence's own figures and the pay of
    the sentences before.
    """

    sentence: str
    own: frozenset[str]
    language: str
    since: int
    paid: tuple[Figure, ...]

    def is_own(self, who: str) -> bool:
        """Return whether words name the guide's occupation."""
        known = is_all_of_own if is_listed_around(self.language) else is_own
        return known(who, self.own)

    def narrowing(self, form: Form, fit: Fit, figure: Figure) -> str:
        """Return the words that restrict a statement to a part, or an empty string."""
        if not is_listed_around(self.language):
            by_words = narrowing(self.sentence, figure, form.key, self.own)
            by_words = by_words or qualifier(fit.parts.get("qualifier") or "", self.own)
            return by_words or self._strange(form, fit)
        if not self.is_own(who := fit.parts.get("who") or ""):
            return who
        return strange_words(self.sentence, fit, self.since, self.language) or self._place(fit)

    def _place(self, fit: Fit) -> str:
        """Return a place in the clause, or "": “En Andalucía se espera que”."""
        end = clause_end(self.sentence, fit, self.language) or len(self.sentence)
        return place_named(self.sentence[self.since : end])

    def _strange(self, form: Form, fit: Fit) -> str:
        """Return an unknown word next to a form that may be about other people or a place, or "".

        For a form without people, they may come before: “Specialists see a median of”. A count of
        people may be that of a place: “at the shipyard”.
        """
        sentence, own = self.sentence, self.own
        if form.key == "mean_wage" and _ANYBODY.fullmatch(fit.parts.get("own") or ""):
            return fit.parts["own"] or ""
        is_of_entry = form.key == "starting_wage"
        if is_of_entry and _PRONOUN.fullmatch(fit.parts.get("own") or ""):
            return fit.parts["own"] or ""
        is_of_all = form.key in ("median_wage", "mean_wage", "employment_change")
        is_of_nobody = is_of_all and not (fit.parts.get("who") or fit.parts.get("own"))
        if (is_of_entry or is_of_nobody) and (word := self._strange_before(fit, is_of_entry)):
            return word
        if form.key != "employment":
            return ""
        end = min(
            (n for mark in ";," if (n := sentence.find(mark, fit.end)) > 0), default=len(sentence)
        )
        return strange_word(sentence, fit.end, end, own, self.language)

    def _strange_before(self, fit: Fit, is_of_entry: bool) -> str:
        """Return an unknown word before a form without people that may be about others, or "".

        In “Nursing homes pay them best, at a median of”, words before a comma count as well, if what
        follows is not a clause of its own, and the sentence names neither the occupation nor the
        country. They always count for the pay of beginners, which is often that of one employer.
        """
        sentence, own, language = self.sentence, self.own, self.language
        figures = all_figures(sentence, language)
        begins = [sentence.rfind(mark, 0, fit.start) + 1 for mark in ";:,"]
        is_apart = _OWN_CLAUSE.fullmatch(sentence[max(begins) : fit.start]) is not None
        names = is_apart or any(
            piece.classes & WHOLE and begins[0] <= piece.start < fit.start
            for piece in clause_pieces(sentence, figures, own, language)
        )
        start = begins[0] if is_of_entry else max(begins if names else begins[:2])
        return strange_word(sentence, start, fit.start, own, language)

    def when(self, fit: Fit, figure: Figure) -> Dating:
        """Return the dates of a figure in its clause, or in the sentence if the clause has no end."""
        until = clause_end(self.sentence, fit, self.language) or len(self.sentence)
        text = without_comparison(self.sentence[:until], figure.end)
        return when(text[self.since :], figure.start - self.since)


def _statement(form: Form, fit: Fit, figure: Figure, scope: _Scope) -> Statement | None:
    known = key_and_unit(form.key, figure) if form.kind == "money" else form.known
    if known is None:
        return None
    parts, sentence = fit.parts, scope.sentence
    who = _antecedent(parts.get("who") or parts.get("own"), sentence[: figure.opens])
    who = named(who) if who else subject_of(sentence)
    who = "" if who and is_share(who) else who
    verbs = [parts.get("verb") or ""]
    if known[0] == "projected_growth" and (
        noun_after := _NOUN_AFTER.match(sentence, figure.closes)
    ):
        # “Job outlook: 6% decline”.
        verbs.append(noun_after["noun"])
    falls = any(falling(scope.language).match(verb) for verb in verbs)
    return Statement(
        *known,
        -abs(figure.value) if falls else figure.value,
        figure,
        who,
        scope.when(fit, figure),
        scope.narrowing(form, fit, figure),
        figure.is_exact or (figure.high is None and figure.bound == form.limit),
    )


# “8% (decline)” is a decline; “8% (falling short of the average)” is growth.
_NOUN_AFTER = re.compile(
    r"\s?\(?(?:(?:projected|expected)\s)?(?P<noun>[^\W\d_]{3,}(?<!ing)(?<!fewer))\b(?!\s+(?:short|from|below|behind))"
)


def _antecedent(who: str | None, before: str) -> str | None:
    """Return the people that words name; for “who”, those named before the clause."""
    if who is None or who.casefold() not in _RELATIVE:
        return who
    found = re.search(rf"(?P<named>[^$%.;:,()]{{2,60}}?),? {who}\b[^,]*$", before, re.IGNORECASE)
    return found["named"].strip() if found else who


def _period(figure: Figure) -> str | None:
    """Return the pay period of an amount, or None if it is uncertain."""
    value = figure.value
    if not figure.per:
        if value <= _MOST_HOURLY:
            return "hour"
        if is_by_month(figure):
            return "month"
        is_yearly = figure.currency in (*_LARGE, "NZD", "")
        return "year" if value >= _LEAST_YEARLY and is_yearly else None
    if figure.per == "year":
        return "year" if value >= _LEAST_YEARLY / 4 else None
    # Only the whole text shows which country's “$” this is.
    is_of_pesos = value >= _OF_SMALL.start * 100 and _OF_PESOS.search(figure.text) is not None
    is_small = figure.per == "month" and (figure.currency not in _LARGE or is_of_pesos)
    plausible = _OF_SMALL if is_small else _PLAUSIBLE.get(figure.per)
    return figure.per if plausible and plausible.start <= value < plausible.stop else None
