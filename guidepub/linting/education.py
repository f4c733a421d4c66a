"""Q: education: a guide that demands two levels, or waives what it demands elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from guidepub.linting.alarms import Alarm
from guidepub.linting.claims import Demanded, demanded, waived
from guidepub.linting.rules import Rule
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


def _education(subject: Subject) -> Iterator[Alarm]:
    made = list(demanded(subject))
    fact = subject.guide.facts.get("entry_education")
    nouns = {demand.who for demand in made} - {""}
    told: set[int] = set()
    for later in range(len(made)):
        for earlier in range(later):
            first, second = made[earlier], made[later]
            same = first.who == second.who or ("" in (first.who, second.who) and len(nouns) < 2)
            if same and first.level != second.level and later not in told:
                told.add(later)
                yield _conflict(subject, first, second)
    for index, demand in enumerate(made):
        if fact is None or fact.value == demand.level or index in told or len(nouns) > 1:
            continue
        if fact.value in EDUCATION_LEVELS:
            message = (
                f"“{demand.text}” is demanded here; the fact “entry_education” says"
                f" {_LEVEL_NAMES[str(fact.value)]}."
            )
            remedy = "Write {fact}`entry_education`, or mend the fact."
            span = (demand.start, demand.start + len(demand.text))
            yield subject.alarm("Q002", demand.sentence.block, span, message, remedy)


def _conflict(subject: Subject, first: Demanded, second: Demanded) -> Alarm:
    line = subject.place(first.sentence.block, first.start).line
    where = f"line {line}" if line else "an earlier sentence"
    message = (
        f"{_LEVEL_NAMES[second.level].capitalize()} is demanded here,"
        f" {_LEVEL_NAMES[first.level]} in {where}."
    )
    remedy = "Find out which is right, and state it once as the fact “entry_education”."
    span = (second.start, second.start + len(second.text))
    return subject.alarm("Q001", second.sentence.block, span, message, remedy)


def _needless(subject: Subject) -> Iterator[Alarm]:
    """Tell where no schooling is needed, yet the fact or another sentence demands it."""
    fact = subject.guide.facts.get("entry_education")
    level = str(fact.value) if fact is not None and fact.value in EDUCATION_LEVELS else ""
    made = list(demanded(subject))
    for waiver in waived(subject):
        span = (waiver.start, waiver.start + len(waiver.text))
        if level and _reaches(level, waiver):
            message = (
                f"No need of “{waiver.text}” here; the fact “entry_education” says"
                f" {_LEVEL_NAMES[level]}."
            )
            remedy = "Write {fact}`entry_education`, or mend the fact."
            yield subject.alarm("Q002", waiver.sentence.block, span, message, remedy)
        elif not level and (other := _first_above(made, waiver)):
            line = subject.place(other.sentence.block, other.start).line
            message = (
                f"No need of “{waiver.text}” here; line {line} demands {_LEVEL_NAMES[other.level]}."
            )
            remedy = "Find out which is right, and state it once as the fact “entry_education”."
            yield subject.alarm("Q001", waiver.sentence.block, span, message, remedy)


def _first_above(made: Sequence[Demanded], waiver: Demanded) -> Demanded | None:
    return next((demand for demand in made if _reaches(demand.level, waiver)), None)


def _reaches(level: str, waiver: Demanded) -> bool:
    return EDUCATION_LEVELS.index(level) >= EDUCATION_LEVELS.index(waiver.level)


RULES = (
    Rule(("Q001", "Q002"), _education, "en"),
    Rule(("Q001", "Q002"), _needless, "en"),
)
