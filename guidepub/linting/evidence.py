"""V: figures without a source, and figures that are not what their source says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import combinations

from guidepub.figures import figure as printed
from guidepub.linting import spanish
from guidepub.linting.alarms import Alarm
from guidepub.linting.blocks import Sentence
from guidepub.linting.claims import Claim, claims
from guidepub.linting.parts import alarm_on, contradiction, line_of
from guidepub.linting.rules import Rule
from guidepub.linting.subjects import Subject
from guidepub.phrases import phrases
from guidepub.text.occupations import comparable
from guidepub.text.quantities import Figure, figures

# Sizes, requirements and idioms: nobody asks where they come from.
_NO_STATISTIC = re.compile(
    r"\s*[-–]?\s*(?:hours?|hrs?|pounds?|lbs?|feet|foot|ft|miles?|square|acres?|degrees?|volts?|watts?|rpm|psi|words?"
    r"|pages?|credits?|points?|gallons?|tons?|meters?|calories|steps|years?|questions?|flight|characters"
    r"|square\s+feet|horsepower|°)\b",
    re.IGNORECASE,
)
_WHOLLY = re.compile(
    r"\b(?:100|110|one\s+hundred|zero|0)\s?(?:%|percent|per\s+cent)\s*(?:online|of\s+your|sure|certain"
    r"|accura|attention|effort|commit|remote|free|natural|cotton|$|\W)?",
    re.IGNORECASE,
)
_RANK = re.compile(
    r"\b(?:lowest|highest|top|bottom|upper|middle)(?:[\s-]paid|[\s-]earning)?\s+$", re.IGNORECASE
)
# What a share is of, where it is one: of people, jobs, money, schools. An alloy has shares too.
_STATISTIC = re.compile(
    r"\b(?:jobs?|employ\w*|openings?|positions?|occupations?|workforce|gr[oe]w\w*|increas\w*|decreas\w*|declin\w*|ris(?:e|en|es|ing)"
    r"|rose|fell|drop\w*|workers?|people|men|women|earn\w*|wages?|salar\w+|pay|paid|income|tuition|costs?|students?|graduates?|programs?"
    r"|schools?|colleges?|states?|hospitals?|employers?|compan\w+|industr\w+|pass(?:ed)?|rates?|average|median|project\w*|expect\w*"
    r"|survey\w*|report\w*|according|works?|worked|working|hired|certified|licensed|more|less|fewer|higher|lower|raise[ds]?|bonus\w*|nationwide|country)\b"
    r"|(?:%|percent)\s+of\b",
    re.IGNORECASE,
)
_SUPPOSED = re.compile(
    r"\b(?:on\s+an?\s+\$[\d,.]+k?\s+[a-z]+|for\s+example|for\s+instance|suppose|imagine|say,|let\s+us\s+say|let’s\s+say|if\s+(?:you|a|the|your)|would\s+(?:be|cost|mean|come))\b",
    re.IGNORECASE,
)
# “A $5 filter” is priced in passing; “a $5,000 raise” and “a $40,000 salary” are statistics.
_ONE = re.compile(r"\b(?:an?|each|every|another|one)\s+$", re.IGNORECASE)
_THING = re.compile(
    r"[\s-]+(?!(?:(?:annual|yearly|hourly|monthly|weekly|median|average|starting|base)\s+)*(?:wages?|salar|pay|income|earnings|raise|bonus|increase|decrease"
    r"|difference|scholarship|grant|stipend|budget|industry|market|cut|gap|premium|or\b|and\b|to\b|per\b|an?\b|each\b|in\b|for\b|by\b))[a-z]{3,}",
    re.IGNORECASE,
)
_SOC = re.compile(r"(?<![\d-])(\d\d-\d{4})(?:\.\d\d)?(?![\d-])")


@dataclass(frozen=True, slots=True)
class _StatisticWords:
    """How a language tells a statistic from a size, a price in passing or an example."""

    language: str
    statistic: re.Pattern[str]
    no_statistic: re.Pattern[str]
    supposed: re.Pattern[str]
    unsure: re.Pattern[str] | None = None
    """Amounts whose value is not certain, and which have a source whatever it is."""


_ENGLISH = _StatisticWords("en", _STATISTIC, _NO_STATISTIC, _SUPPOSED)
_SPANISH = _StatisticWords(
    "es", spanish.STATISTIC, spanish.NO_STATISTIC, spanish.SUPPOSED, spanish.UNSURE
)


def _unsourced(words: _StatisticWords, subject: Subject) -> Iterator[Alarm]:
    for sentence in subject.sentences:
        if sentence.block.cited or words.supposed.search(sentence.text):
            continue
        found = [
            figure
            for figure in figures(sentence.text, words.language)
            if _needs_source(words, sentence, figure)
        ]
        said = [(figure.text.strip(), figure.start) for figure in found]
        if words.unsure and not said:
            said = [(match[0], match.start()) for match in words.unsure.finditer(sentence.text)]
        if said:
            shown = " and ".join(f"“{text}”" for text, _ in said[:3])
            has = "has" if len(said) == 1 else "have"
            start = sentence.start + said[0][1]
            message = f"{shown} {has} no source."
            remedy = "Make it a fact, {fact}`key`, or cite its source, [@key]."
            yield subject.alarm("V001", sentence.block, (start, start + 1), message, remedy)


def _needs_source(words: _StatisticWords, sentence: Sentence, figure: Figure) -> bool:
    before, behind = sentence.text[: figure.start], sentence.text[figure.end :]
    if figure.kind == "percent":
        exempt = _RANK.search(before) or _WHOLLY.match(sentence.text, figure.start)
        return not exempt and bool(words.statistic.search(sentence.text))
    if figure.kind == "money":
        return not (_ONE.search(before) and _THING.match(behind))
    return not words.no_statistic.match(behind)


def _facts_without_source(subject: Subject) -> Iterator[Alarm]:
    for key, fact in subject.guide.facts.items():
        if fact.source is None:
            place = subject.document.place(("facts", key), of_key=True)
            message = f"The fact “{key}” has no source."
            yield Alarm("V002", place, message, "Name one: source: key, defined under sources.")


def _disagreeing(subject: Subject) -> Iterator[Alarm]:
    facts = subject.guide.facts
    for said in claims(subject):
        fact = facts.get(said.key)
        if said.who or fact is None or isinstance(fact.value, str):
            continue
        of = fact.as_of or (fact.period[0] if fact.period else None)
        if said.key == "projected_growth" and said.value * fact.value < 0:
            # The words contradict the sign, which is told as that.
            continue
        same_year = None in (said.year, of) or said.year in (of, *(fact.period or ()))
        stated = said.figure if said.value >= 0 else None
        agrees = stated.agrees_with(fact.value) if stated else said.value == fact.value
        if same_year and not agrees:
            shown = printed(fact.value, fact.unit or "items", subject.guide.language)
            message = f"“{said.figure.text}” is not what the fact “{said.key}” says: {shown}."
            remedy = f"Write {{fact}}`{said.key}` instead."
            yield alarm_on(subject, "V003", said.part, message, remedy)


def _twice_otherwise(subject: Subject) -> Iterator[Alarm]:
    told: set[int] = set()
    for first, second in combinations(claims(subject), 2):
        same = (first.key, first.who) == (second.key, second.who)
        years = {first.year, second.year} - {None}
        if not same or len(years) > 1 or id(second) in told:
            continue
        if first.key in subject.guide.facts and not first.who:
            # Each is held against the fact.
            continue
        agree = first.value * second.value >= 0 and (
            first.figure.agrees_with(second.figure.value)
            or second.figure.agrees_with(first.figure.value)
        )
        if not agree:
            told.add(id(second))
            remedy = "State the figure once, as a fact."
            if first.value * second.value < 0:
                # “6 percent” of growth here and “6 percent” there need their direction said.
                line = line_of(subject, first.part)
                message = f"{_way(second)} of “{second.figure.text.strip()}” here, {_way(first).lower()} of “{first.figure.text.strip()}” in line {line}."
                yield alarm_on(subject, "Q004", second.part, message, remedy)
            else:
                yield contradiction(subject, "V004", second.part, first.part, remedy)


def _way(said: Claim) -> str:
    return "A decline" if said.value < 0 else "Growth"


def _of_others(subject: Subject) -> Iterator[Alarm]:
    """Figures that belong to another occupation, or to a family of several."""
    occupation = subject.guide.occupation
    if occupation is None:
        return
    # What every guide says of its occupation has a name of guidepub's own.
    named = phrases("en")
    for key, fact in subject.guide.facts.items():
        codes = _SOC.findall(f"{fact.label or ''} {fact.note or ''}")
        if named.get("facts", key) and codes and occupation.soc not in codes:
            place = subject.document.place(("facts", key), of_key=True)
            message = f"The fact “{key}” is of {codes[0]}, the guide of {occupation.soc}."
            remedy = "Take the figure of the guide’s own code, or give the fact a name of its own."
            yield Alarm("V005", place, message, remedy)
    family = _family(subject)
    for sentence in subject.sentences:
        if not figures(sentence.text) and not sentence.fact_keys():
            continue
        if match := next((m for m in _SOC.finditer(sentence.text) if m[1] != occupation.soc), None):
            message = f"The figure is of {match[1]}, the guide of {occupation.soc}."
        elif match := family.search(sentence.text) if family else None:
            message = f"The figure is of {match[0]!s} together."
        else:
            continue
        start, end = match.span()
        span = (sentence.start + start, sentence.start + end)
        remedy = "Take the figure of the guide’s own code, or say whose it is in a fact’s label."
        yield subject.alarm("V005", sentence.block, span, message, remedy)


def _family(subject: Subject) -> re.Pattern[str] | None:
    """Return how prose would name the guide's occupation together with another."""
    occupation = subject.guide.occupation
    name = comparable((occupation and occupation.title) or subject.guide.title)
    if re.search(r",|\band\b", name):
        return None
    words = r"s?\s+".join(re.escape(word) for word in name.split())
    return re.compile(rf"\b{words}s?\s+and\s+[a-z]+s\b", re.IGNORECASE)


RULES = (
    Rule(("V001",), partial(_unsourced, _ENGLISH), "en"),
    Rule(("V001",), partial(_unsourced, _SPANISH), "es"),
    Rule(("V002",), _facts_without_source),
    Rule(("V003",), _disagreeing),
    Rule(("V004", "Q004"), _twice_otherwise),
    Rule(("V005",), _of_others, "en"),
)
