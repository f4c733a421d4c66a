"""Q: education: a guide that demands two levels, or waives what it demands elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from guidepub.linting.alarms import Alarm
from guidepub.linting.parts import alarm_on, line_of
from guidepub.linting.rules import Rule
from guidepub.linting.schooling import Demanded, demanded, waived
from guidepub.linting.subjects import Subject
from guidepub.model import EDUCATION_LEVELS

_LEVEL_NAMES = {
    "none": "no formal education",
    "high-school": "a high school diploma",
    "some-college": "some college",
    "certificate": "a postsecondary certificate",
    "associate": "an associate degree",
    "bachelor": "a bachelor’s degree",
    "master": "a master’s degree",
    "doctoral": "a doctoral degree",
    "professional": "a professional degree",
}
# “Next, you must complete a master’s degree” climbs a ladder, whose steps are no contradiction.
_NEXT_STEP = re.compile(
    r"\W*(?:next|then|after|afterwards?|finally|later|lastly|once|subsequently|second(?:ly)?|third(?:ly)?|fourth|before|prior|from\s+there"
    r"|luego|después|más\s+tarde|por\s+último|finalmente|antes|a\s+continuación|una\s+vez)\b",
    re.IGNORECASE,
)
_OF_SENTENCES = "Find out which is right, and state it once as the fact “entry_education”."
_OF_FACT = "Write {fact}`entry_education`, or mend the fact."


def _education(subject: Subject) -> Iterator[Alarm]:
    fact = subject.guide.facts.get("entry_education")
    level = str(fact.value) if fact is not None and fact.value in EDUCATION_LEVELS else ""
    made = tuple(demanded(subject))
    yield from _two_levels(subject, made, level)
    yield from _needless(subject, made, level)


def _two_levels(subject: Subject, made: Sequence[Demanded], level: str) -> Iterator[Alarm]:
    """Tell where two sentences demand two levels, or one another level than the fact."""
    nouns = {demand.who for demand in made} - {""}
    told: set[int] = set()
    for index, second in enumerate(made):
        others = (
            first
            for first in made[:index]
            if first.level != second.level
            and not _NEXT_STEP.match(second.part.sentence.text)
            and (first.who == second.who or ("" in (first.who, second.who) and len(nouns) < 2))
        )
        if first := next(others, None):
            told.add(index)
            message = (
                f"{_LEVEL_NAMES[second.level].capitalize()} is demanded here,"
                f" {_LEVEL_NAMES[first.level]} in line {line_of(subject, first.part)}."
            )
            yield alarm_on(subject, "Q001", second.part, message, _OF_SENTENCES)
    for index, demand in enumerate(made):
        if level not in ("", demand.level) and index not in told and len(nouns) < 2:
            message = (
                f"“{demand.part.text}” is demanded here; the fact “entry_education” says"
                f" {_LEVEL_NAMES[level]}."
            )
            yield alarm_on(subject, "Q002", demand.part, message, _OF_FACT)


def _needless(subject: Subject, made: Sequence[Demanded], level: str) -> Iterator[Alarm]:
    """Tell where no schooling is needed, yet the fact or another sentence demands it."""
    for waiver in waived(subject):
        if level and _reaches(level, waiver):
            message = (
                f"No need of “{waiver.part.text}” here; the fact “entry_education” says"
                f" {_LEVEL_NAMES[level]}."
            )
            yield alarm_on(subject, "Q002", waiver.part, message, _OF_FACT)
        elif not level and (other := _first_above(made, waiver)):
            message = (
                f"No need of “{waiver.part.text}” here; line {line_of(subject, other.part)} demands"
                f" {_LEVEL_NAMES[other.level]}."
            )
            yield alarm_on(subject, "Q001", waiver.part, message, _OF_SENTENCES)


def _first_above(made: Sequence[Demanded], waiver: Demanded) -> Demanded | None:
    return next((demand for demand in made if _reaches(demand.level, waiver)), None)


def _reaches(level: str, waiver: Demanded) -> bool:
    return EDUCATION_LEVELS.index(level) >= EDUCATION_LEVELS.index(waiver.level)


RULES = tuple(Rule(("Q001", "Q002"), _education, spoken) for spoken in ("en", "es"))
