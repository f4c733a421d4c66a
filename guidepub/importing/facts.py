"""The facts that a text states: gathered once each, with the sentence that they stood in."""

from __future__ import annotations

import functools
import re
import textwrap
from dataclasses import dataclass, replace
from decimal import Decimal

from guidepub.findings import Finding, Place, Severity
from guidepub.importing.escaping import spaced
from guidepub.importing.knowledge import knowledge
from guidepub.importing.measures import StatedFigure, Years, name_of
from guidepub.names import slugify
from guidepub.phrases import phrases

_ARTICLE = re.compile(
    r"^(?:(?:the|an?|most|many|some|all|overall|these|those|about|typical|average)\s)+"
)
_ENDING = re.compile(r"\s(?:in|at|during|as of|since|by|from|with|who|that|which|typically|usually|generally|also|often)\b.*$")  # fmt: skip
_MEASURED = "employment|openings|wages?|pay|salar(?:y|ies)|earnings|income|jobs|positions|growth|outlook|demand|workers"
_SUBJECTS = (
    re.compile(
        rf"\b(?:{_MEASURED})\s(?:for|of|among|in)\s(?P<x>[^$%.;:()]{{2,90}}?)\s(?:is|are|was|were|will|has|have|to be|each|every|annually|stood|came)\b",
        re.I,
    ),
    re.compile(
        r"^(?:In [^,]{3,20}, )?(?P<x>[^$%.;:,]{2,90}?)\s(?:held|earned|(?:typically |usually |generally )?(?:needs?|requires?|must|has to|have to|(?:is|are) required))\b",
        re.I,
    ),
)
# More words than these are no occupation's name.
_MOST_WORDS = 7
# What holds for a stretch of years and not for one.
_PROJECTED = frozenset(
    {"projected_growth", "annual_openings", "projected_employment", "employment_change"}
)
# Facts of which a text may tell some about many others; beyond this a table is no summary.
MOST = 80
_LONGEST_LABEL = 66
# How far a rounded figure may be from the exact one.
_ROUNDING = Decimal("0.05")


@dataclass(frozen=True, slots=True)
class FoundFact:
    """A fact as it was found, with the sentence and the line that it stood in."""

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
    """Gathers the facts of one text about one occupation."""

    def __init__(self, title: str, language: str, path: str) -> None:
        self._own = _plain(title)
        self._language, self._path = language, path
        self.found: dict[str, FoundFact] = {}
        self.findings: list[Finding] = []
        self._levels: dict[str, FoundFact] = {}

    def add(
        self,
        figure: StatedFigure,
        years: Years,
        source: str,
        subject: str,
        sentence: str,
        line: int,
    ) -> str:
        """Return the key under which a figure is a fact now, or "" where it cannot be one."""
        key, label = self.key_of(figure.measure, subject)
        as_of, period = self._years(figure, years)
        fact = FoundFact(
            key,
            figure.value,
            figure.unit,
            as_of,
            period,
            source,
            label,
            spaced(sentence)[:300],
            line,
        )
        there = self.found.get(key)
        if there is None:
            if len(self.found) >= MOST or figure.rounded:
                return ""
            self.found[key] = fact
            return key
        if there.value != fact.value:
            self._tell_conflict(there, fact, figure)
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
        """Keep a level of education that a sentence states; they are weighed at the end."""
        if self.whose(subject) != "own" and not self._is_part_of_own(subject):
            return
        key, label = self.key_of(figure.measure, subject)
        fact = FoundFact(
            key, figure.value, None, None, None, source, label, spaced(sentence)[:300], line
        )
        there = self._levels.setdefault(key, fact)
        if there.value != fact.value:
            message = (
                f"The text asks for two levels of education: “{there.value}” (line {there.line})"
                f" and “{fact.value}” (line {line})."
            )
            finding = Finding(
                Place(self._path, line),
                "I033",
                message,
                "Find out which is true.",
                Severity.WARNING,
            )
            self.findings.append(finding)
            self._levels[key] = replace(there, key="")

    def settle(self) -> None:
        """Take the levels of education that do not contradict each other, and tell what lacks."""
        for key, fact in self._levels.items():
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
                remedy = "Look it up and write it into the front matter."
                place = Place(self._path, fact.line)
                self.findings.append(Finding(place, "I030", message, remedy, Severity.WARNING))

    def key_of(self, measure: str, subject: str) -> tuple[str, str]:
        """Return the key and the label of a measure for whom a text names.

        A fact of the guide's own occupation has the bare key and no label of its own.
        """
        whose = self.whose(subject)
        name = phrases_label(measure, self._language)
        if whose == "own":
            return measure, "" if phrases_has(measure, self._language) else name
        if whose == "all":
            return f"all_{measure}", f"{name}, {knowledge('measures')['everybody']['label']}"
        slug = _key_part(subject)
        slug = slug if slug[0].isalpha() else f"n{slug}"
        label = _label(name, subject)
        if measure.endswith("_education"):
            return f"{slug}_education", label
        return f"{measure}_{slug}", label

    def whose(self, subject: str) -> str:
        """Return whether a subject is the guide's `own` occupation, `all` or an `other`."""
        plain = _plain(subject)
        if not plain or plain == self._own or _own().fullmatch(spaced(subject).lower()):
            return "own"
        if _everybody().fullmatch(spaced(subject).lower()):
            return "all"
        if self._own and plain.startswith(f"{self._own} ") and " and " not in f" {plain} ":
            return "own"
        return "other"

    def _is_part_of_own(self, subject: str) -> bool:
        """Tell whether a subject is one of those that the guide's title names together."""
        return set(_plain(subject).split()) < set(self._own.split())

    def _years(
        self, figure: StatedFigure, years: Years
    ) -> tuple[int | None, tuple[int, int] | None]:
        """A projection has a period, any other figure a year."""
        if figure.measure in _PROJECTED:
            growth = self.found.get("projected_growth")
            return None, years.period or (growth.period if growth else None)
        return years.as_of, None

    def _tell_conflict(self, there: FoundFact, fact: FoundFact, figure: StatedFigure) -> None:
        if isinstance(there.value, Decimal) and isinstance(fact.value, Decimal):
            near = abs(there.value - fact.value) <= abs(there.value) * _ROUNDING
            if figure.rounded and near:
                return
        message = (
            f"The text gives “{fact.key}” twice: {there.value} (line {there.line})"
            f" and {fact.value}. The first was taken."
        )
        place = Place(self._path, fact.line)
        self.findings.append(
            Finding(place, "I032", message, "Find out which is true.", Severity.WARNING)
        )


def subject_of(sentence: str) -> str | None:
    """Return whom a sentence's figures are about: nothing for no name, `None` for no telling."""
    for pattern in _SUBJECTS:
        if match := pattern.search(sentence[:400]):
            name = _ENDING.sub("", match["x"].strip())
            if re.search(r"\d|\b(?:percent|average|is|are|was|were|which|half)\b", name):
                continue
            if _own_at_end().search(name):
                return "they"
            return name if len(name.split()) <= _MOST_WORDS else None
    return ""


def phrases_has(key: str, language: str) -> bool:
    """Tell whether guidepub itself has a label for a fact."""
    return _phrase(key, language) is not None


def phrases_label(key: str, language: str) -> str:
    """Return what a fact is called."""
    return _phrase(key, language) or name_of(key) or key.replace("_", " ").capitalize()


def _phrase(key: str, language: str) -> str | None:
    try:
        return phrases(language).get("facts", key)
    except (KeyError, ValueError):
        return None


def _plain(subject: str) -> str:
    """Return a subject as it is compared: no article, no plural, letters alone."""
    words = slugify(_ARTICLE.sub("", spaced(subject).lower())).split("-")
    return " ".join(word[:-1] if word.endswith("s") and len(word) > 3 else word for word in words)


def _shown(subject: str) -> str:
    return _ARTICLE.sub("", spaced(subject).lower())[:120]


def _label(name: str, subject: str) -> str:
    """Return what a fact about others is called, short enough for a bar of a chart."""
    shown = _shown(subject)
    label = f"{name}, {shown}"
    if len(label) <= _LONGEST_LABEL:
        return label
    return textwrap.shorten(shown[:1].upper() + shown[1:], _LONGEST_LABEL, placeholder="…")


def _key_part(subject: str) -> str:
    """Return a subject as part of a fact's key, cut between words."""
    slug = slugify(_shown(subject)).replace("-", "_") or "others"
    return slug if len(slug) <= 50 else slug[:50].rpartition("_")[0] or slug[:50]


@functools.cache
def _own() -> re.Pattern[str]:
    return re.compile(knowledge("measures")["own"]["pattern"])


@functools.cache
def _own_at_end() -> re.Pattern[str]:
    return re.compile(rf"(?:^|\s)(?:{knowledge('measures')['own']['pattern']})$", re.I)


@functools.cache
def _everybody() -> re.Pattern[str]:
    return re.compile(knowledge("measures")["everybody"]["pattern"])
