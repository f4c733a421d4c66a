"""Collects the facts that a text states, each once and with its sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from guidepub.findings import Finding, Place, Severity
from guidepub.importing.figures.dollars import DOLLARS, MAIN_CURRENCIES
from guidepub.importing.figures.fact_names import key_and_label
from guidepub.importing.figures.job_arithmetic import MEASURES, contradicts
from guidepub.importing.figures.noted_limits import NotedLimits
from guidepub.importing.originals.escaping import spaced
from guidepub.importing.originals.stated_figures import StatedFigure
from guidepub.text.figures.years import AHEAD, Dating
from guidepub.text.naming.occupations import (
    comparable,
    is_everybody,
    is_own,
    is_part_of_own,
    looks_like_one,
)
from guidepub.text.readings.reserves import is_long_past

# Measures that cover a period of years and not one year.
_PROJECTED = frozenset(
    {"projected_growth", "annual_openings", "projected_employment", "employment_change"}
)
_PART = re.compile(r"\s(?:in|at|of|with|who|for|and|or)\s|,")
_JOINTS = re.compile(r",\s*(?:and\s+)?|\s+(?:and|&)\s+", re.IGNORECASE)
_NATION = re.compile(r"(?:the )?(?:US|U\.S\.|American) ")
_BARE_DOLLAR = re.compile(r"(?<![A-Z.])\$|\bpesos\b", re.IGNORECASE)
# More dollars than monthly pay can be: yearly pay under a heading by the month, or pesos.
_MOST_MONTHLY = 25_000
_PERIOD_OF_PESOS = {
    "year": re.compile(r"\banual\w*|\b(?:al|por|cada|/) ?año", re.IGNORECASE),
    "hour": re.compile(r"\b(?:por|la|a la|/) ?hora|/ ?h\b", re.IGNORECASE),
}
_COUNTED = ("jobs", "workers", "openings/year")
# More jobs than any occupation has: those of a whole country.
_MOST_JOBS = 20_000_000
_NO_PLACE = ("/day", "/week")
# The most facts of a text; a table with more compares occupations, and is not a summary of one.
MOST = 80
# The largest distance of a rounded figure from the exact one.
_ROUNDING = Decimal("0.05")
# A figure this many years older than the latest is replaced by one without a year.
_OLDER = 3


@dataclass(frozen=True, slots=True)
class FoundFact:
    """A fact as it was found, with its sentence and its line in the original."""

    key: str
    value: Decimal | str
    unit: str | None
    as_of: int | None
    period: tuple[int, int] | None
    source: str
    label: str
    sentence: str
    line: int


class Facts:
    """Collects the facts of one text about one occupation.

    `own` are the comparable names of the occupation, `language` is the guide's, and `dollar` is the
    currency of a bare `$`, or empty if that is not certain. `latest` is the latest year in the text;
    figures that are much older are outdated. `paid_in` is the currency of pay, or empty.
    """

    def __init__(
        self,
        title: str,
        own: frozenset[str],
        language: str,
        path: str,
        dollar: str = "USD",
        latest: int | None = None,
        paid_in: str = "",
    ) -> None:
        self._dollar, self._latest, self._paid_in = dollar, latest, paid_in
        self.own = own
        self.title = title
        self._language, self._path = language, path
        self.found: dict[str, FoundFact] = {}
        self.limits = NotedLimits()
        # Counts such as “2.2 million”, which must not be replaced by others.
        self._rounded: dict[str, FoundFact] = {}
        self.findings: list[Finding] = []
        self._levels: dict[str, FoundFact] = {}
        # The measures of facts about groups that include the occupation, by the facts' keys.
        self._group_measures: dict[str, str] = {}
        # The latest years of measures for which figures of earlier years had been taken.
        self._newest: dict[str, int] = {}
        # Exact values of figures for which rounded ones had been taken: 58640 for “$58.6K”.
        self._exact: dict[str, Decimal | str] = {}
        self._first: dict[str, StatedFigure] = {}

    def reset_if_outdated(self) -> bool:
        """Clear the facts if some of them turned out to be outdated, and return whether that is so.

        The text is then read again, and figures of earlier years are left out.
        """
        newest = self._newest
        is_newest = all(
            fact.as_of == newest.get(key, fact.as_of) for key, fact in self.found.items()
        )
        if is_newest and not self._exact:
            return False
        self.found, self._rounded, self._levels, self._group_measures = {}, {}, {}, {}
        self.findings = []
        return True

    def add(
        self,
        figure: StatedFigure,
        when: Dating,
        source: str,
        subject: str,
        sentence: str,
        line: int,
    ) -> str:
        """Add a figure as a fact, and return its key, or "" if it cannot be a fact.

        These figures stay prose: weekly pay, which books have no place for; figures of people whose
        occupation is not named, or of the guide's occupation together with others; and outdated
        figures.
        """
        if self._is_of_unnamed(subject) or _has_no_place(figure):
            return ""
        fact = self._fact(figure, when, source, subject, sentence, line)
        return self._keep(fact, figure, subject) if fact else ""

    def _is_of_unnamed(self, subject: str) -> bool:
        """Return whether a subject does not name an occupation, or joins others to the guide's own."""
        return self.owner_of(subject) == "other" and (
            not _names_one(subject)
            or is_part_of_own(subject, self.own)
            or (self._is_joined(subject) and not self._is_group_of_own(subject))
        )

    def _fact(
        self,
        figure: StatedFigure,
        when: Dating,
        source: str,
        subject: str,
        sentence: str,
        line: int,
    ) -> FoundFact | None:
        """Return a figure as a fact, or None if it has no unit, is outdated, or is rounded."""
        unit = self._unit(figure, sentence)
        as_of, period = self._years(figure, when)
        key, label = self._key_of(figure.measure, subject)
        is_limit = self.limits.covers(figure.literal, figure.value, sentence)
        is_past = is_long_past(as_of, period, self._latest)
        is_past |= as_of is not None and as_of < self._newest.get(key, as_of)
        is_rounded = key in self._exact and _rounds(figure, self._exact[key])
        is_off = self._contradicts_counts(key, figure)
        if (unit is None and figure.unit) or is_past or is_rounded or is_limit or is_off:
            return None
        words = spaced(sentence)[:300]
        return FoundFact(key, figure.value, unit, as_of, period, source, label, words, line)

    def _keep(self, fact: FoundFact, figure: StatedFigure, subject: str) -> str:
        """Add a fact, or complete it if it is there already, and return its key.

        Rounded figures (until the end of the text), figures that contradict others, and more facts
        than a book can have are not added; the key is "" then.
        """
        key, there = fact.key, self.found.get(fact.key)
        if there is None:
            is_other = self.owner_of(subject) == "other"
            if figure.rounded and not is_other:
                self._rounded.setdefault(key, fact)
            if len(self.found) >= MOST or figure.rounded:
                return ""
            self.found[key], self._first[key] = fact, figure
            if is_other and self._is_group_of_own(subject):
                self._group_measures[key] = figure.measure
            return key
        if there.value != fact.value:
            self._report_conflict(there, fact, figure)
            return ""
        self.found[key] = replace(
            there,
            as_of=there.as_of or fact.as_of,
            period=there.period or fact.period,
            source=there.source or fact.source,
        )
        return key

    def add_level(
        self, figure: StatedFigure, source: str, subject: str, sentence: str, line: int
    ) -> None:
        """Record a level of education that a sentence states; `settle` decides between them."""
        if self.owner_of(subject) != "own" and not self._is_part_of_own(subject):
            return
        key, label = self._key_of(figure.measure, subject)
        fact = FoundFact(
            key, figure.value, None, None, None, source, label, spaced(sentence)[:300], line
        )
        there = self._levels.setdefault(key, fact)
        if there.value != fact.value:
            message = (
                f"The text asks for two levels of education: “{there.value}” (line {there.line})"
                f" and “{fact.value}” (line {line})."
            )
            self._warn("I033", message, "Find out which one is right.", line)
            self._levels[key] = replace(there, key="")

    def settle(self) -> None:
        """Add rounded counts and levels of education that nothing contradicts; report what is missing."""
        for key, fact in (*self._rounded.items(), *self._levels.items()):
            if fact.key and key not in self.found and len(self.found) < MOST:
                self.found[key] = fact
        for fact in self.found.values():
            missing = []
            if fact.as_of is None and fact.period is None and isinstance(fact.value, Decimal):
                missing.append("year")
            if not fact.source:
                missing.append("source")
            if missing:
                message = f"The fact “{fact.key}” has no {' and no '.join(missing)} in the text."
                remedy = "Look it up and add it to the front matter."
                self._warn("I030", message, remedy, fact.line)

    def _warn(self, code: str, message: str, remedy: str, line: int) -> None:
        place = Place(self._path, line)
        self.findings.append(Finding(place, code, message, remedy, Severity.WARNING))

    def _unit(self, figure: StatedFigure, sentence: str) -> str | None:
        """Return a figure's unit with the currency of a bare `$`, or None if it is not certain.

        Pay in pesos is monthly, so an amount in pesos without a stated period is not certain.
        """
        unit = figure.unit
        currency, is_pay, _ = (unit or "").partition("/")
        is_known = currency in MAIN_CURRENCIES and self._paid_in not in ("", currency)
        if is_pay and is_known:
            # “In the United States the median is $64,200” in a text on Spain.
            return None
        if not unit or not unit.startswith("USD/") or not _BARE_DOLLAR.search(figure.literal):
            return unit
        period = unit.partition("/")[2]
        assert isinstance(figure.value, Decimal)
        if self._dollar in DOLLARS:
            is_much = period == "month" and figure.value >= _MOST_MONTHLY
            is_of_pesos = "pesos" in figure.literal.casefold()
            return None if is_much or is_of_pesos else f"{self._dollar}/{period}"
        is_certain = period == "month" or _PERIOD_OF_PESOS[period].search(sentence)
        return f"{self._dollar}/{period}" if self._dollar and is_certain else None

    def take_from_groups(self) -> dict[str, str]:
        """Use figures of the occupation's official group for the occupation, if the text has no others.

        “Conservators and museum technicians held 15,400 jobs” is the best that a guide to museum
        conservators can say about jobs; the fact's label says whom it is about. Return the new keys
        by the old ones.
        """
        taken: dict[str, str] = {}
        for key, measure in self._group_measures.items():
            if measure not in self.found:
                taken[key] = measure
                self.found[measure] = replace(self.found.pop(key), key=measure)
        return taken

    def owner_of(self, subject: str) -> str:
        """Return "own" if a subject is the guide's occupation, else "all" or "other"."""
        if is_everybody(subject):
            return "all"
        return "own" if is_own(subject, self.own) else "other"

    def _key_of(self, measure: str, subject: str) -> tuple[str, str]:
        return key_and_label(measure, subject, self.owner_of(subject), self._language)

    def _is_joined(self, subject: str) -> bool:
        """Return whether a subject joins the guide's own occupation to others: “US locksmiths and safe repairers”."""
        parts = _JOINTS.split(_NATION.sub("", subject))
        return len(parts) > 1 and any(is_own(part, self.own) for part in parts)

    def _is_group_of_own(self, subject: str) -> bool:
        """Return whether a subject is a group of occupations that includes the guide's own.

        It must have all words of the title: “interpreters and translators” are more than sign
        language interpreters.
        """
        plain = comparable(_NATION.sub("", subject))
        names = re.split(r"\s+and\s+", plain)
        title = set(comparable(self.title).split())
        return len(names) == 2 and any(n in self.own for n in names) and title <= set(plain.split())

    def _is_part_of_own(self, subject: str) -> bool:
        """Return whether a subject is one of several occupations in the guide's title."""
        return set(comparable(subject).split()) < set(comparable(self.title).split())

    def _years(
        self, figure: StatedFigure, when: Dating
    ) -> tuple[int | None, tuple[int, int] | None]:
        """Return the year and the period of a figure: projections have a period or a target year."""
        if figure.measure in _PROJECTED:
            growth = self.found.get("projected_growth")
            period = when.stretch or (growth.period if growth else None)
            # A future year is always the target of a projection: “3 percent to 2034”.
            ahead = when.target or (when.year if when.year and when.year >= AHEAD else None)
            return None if period else ahead, period
        # “22 percent growth to 2034 (33,600 jobs now)” does not count the jobs in 2034.
        is_ahead = when.year is not None and when.year >= AHEAD
        return None if is_ahead else when.year, None

    def _contradicts_counts(self, key: str, figure: StatedFigure) -> bool:
        """Return whether a count of jobs contradicts other counts of the same people's jobs."""
        if figure.measure not in MEASURES or isinstance(figure.value, str):
            return False
        suffix = key.removeprefix(figure.measure)
        found = {measure: self.found.get(f"{measure}{suffix}") for measure in MEASURES}
        known = {
            measure: fact.value
            for measure, fact in found.items()
            if fact and isinstance(fact.value, Decimal)
        }
        return contradicts(known, figure.measure, figure.value)

    def _is_older(self, there: FoundFact, fact: FoundFact) -> bool:
        """Return whether an existing amount is long out of date, and the new one has no year."""
        if there.unit != fact.unit or fact.as_of or fact.period:
            return False
        latest, held = self._latest, there.as_of
        return latest is not None and held is not None and latest - held >= _OLDER

    def _report_conflict(self, there: FoundFact, fact: FoundFact, figure: StatedFigure) -> None:
        """Report that a text gives two values of a measure, unless the second is of a later year."""
        if there.as_of and fact.as_of and there.as_of < fact.as_of and there.unit == fact.unit:
            self._newest[fact.key] = fact.as_of
            return
        is_exact = isinstance(fact.value, Decimal) and fact.unit == there.unit
        if is_exact and _rounds(self._first.get(fact.key), fact.value):
            self._exact[fact.key] = fact.value
            return
        if there.as_of and self._is_older(there, fact):
            self._newest[fact.key] = there.as_of + 1
            return
        if isinstance(there.value, Decimal) and isinstance(fact.value, Decimal):
            near = abs(there.value - fact.value) <= abs(there.value) * _ROUNDING
            if figure.rounded and near:
                return
        message = (
            f"The text gives “{fact.key}” twice: {there.value} (line {there.line})"
            f" and {fact.value}. The first was used."
        )
        self._warn("I032", message, "Find out which one is right.", fact.line)


def _rounds(figure: StatedFigure | None, exact: Decimal | str) -> bool:
    """Return whether a figure in thousands, such as “$58.6K”, is a rounded form of an exact one."""
    if figure is None or isinstance(figure.value, str) or isinstance(exact, str):
        return False
    digits = re.sub(r"\D", "", figure.literal).lstrip("0")
    unit = Decimal(10) ** (figure.value.adjusted() + 1 - len(digits))
    return unit > 1 and 0 < abs(figure.value - exact) <= unit / 2


def _names_one(subject: str) -> bool:
    """Return whether a subject names an occupation, or some of the people in one."""
    return looks_like_one(_PART.split(subject)[0])


def _has_no_place(figure: StatedFigure) -> bool:
    """Return whether a figure is weekly or daily pay, or cannot be a count of an occupation's jobs.

    “219.5 jobs” are thousands, as the text says elsewhere.
    """
    unit, value = figure.unit or "", figure.value
    if unit in _COUNTED and isinstance(value, Decimal):
        return value % 1 != 0 or value > _MOST_JOBS
    return unit.endswith(_NO_PLACE)
