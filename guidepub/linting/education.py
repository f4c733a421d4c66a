"""Q: education: a guide that demands two levels, or waives what it demands elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from guidepub.linting.alarms import Alarm
from guidepub.linting.claims import Demanded, demanded, waived
from guidepub.linting.rules import Rule
from guidepub.linting.subjects import Subject
from guidepub.model import EDUCATION_LEVELS
from guidepub.words.languages import primary_language

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
_REMEDIES = {
    "Q001": "Find out which is right, and state it once as the fact “entry_education”.",
    "Q002": "Write {fact}`entry_education`, or mend the fact.",
}


def _education(subject: Subject) -> Iterator[Alarm]:
    fact = subject.guide.facts.get("entry_education")
    level = str(fact.value) if fact is not None and fact.value in EDUCATION_LEVELS else ""
    made = tuple(demanded(subject))
    yield from _two_levels(subject, made, level)
    if primary_language(subject.guide.language) == "en":
        yield from _needless(subject, made, level)


def _two_levels(subject: Subject, made: Sequence[Demanded], level: str) -> Iterator[Alarm]:
    """Tell where two sentences demand two levels, or one another level than the fact."""
    nouns = {demand.who for demand in made} - {""}
    told: set[int] = set()
    for later in range(len(made)):
        for earlier in range(later):
            first, second = made[earlier], made[later]
            same = first.who == second.who or ("" in (first.who, second.who) and len(nouns) < 2)
            if same and first.level != second.level and later not in told:
                told.add(later)
                message = (
                    f"{_LEVEL_NAMES[second.level].capitalize()} is demanded here,"
                    f" {_LEVEL_NAMES[first.level]} in line {_line(subject, first)}."
                )
                yield _alarm(subject, "Q001", second, message)
    for index, demand in enumerate(made):
        if level not in ("", demand.level) and index not in told and len(nouns) < 2:
            message = (
                f"“{demand.text}” is demanded here; the fact “entry_education” says"
                f" {_LEVEL_NAMES[level]}."
            )
            yield _alarm(subject, "Q002", demand, message)


def _needless(subject: Subject, made: Sequence[Demanded], level: str) -> Iterator[Alarm]:
    """Tell where no schooling is needed, yet the fact or another sentence demands it."""
    for waiver in waived(subject):
        if level and _reaches(level, waiver):
            message = (
                f"No need of “{waiver.text}” here; the fact “entry_education” says"
                f" {_LEVEL_NAMES[level]}."
            )
            yield _alarm(subject, "Q002", waiver, message)
        elif not level and (other := _first_above(made, waiver)):
            message = (
                f"No need of “{waiver.text}” here; line {_line(subject, other)} demands"
                f" {_LEVEL_NAMES[other.level]}."
            )
            yield _alarm(subject, "Q001", waiver, message)


def _alarm(subject: Subject, code: str, said: Demanded, message: str) -> Alarm:
    span = (said.start, said.start + len(said.text))
    return subject.alarm(code, said.sentence.block, span, message, _REMEDIES[code])


def _line(subject: Subject, said: Demanded) -> int | None:
    return subject.place(said.sentence.block, said.start).line


def _first_above(made: Sequence[Demanded], waiver: Demanded) -> Demanded | None:
    return next((demand for demand in made if _reaches(demand.level, waiver)), None)


def _reaches(level: str, waiver: Demanded) -> bool:
    return EDUCATION_LEVELS.index(level) >= EDUCATION_LEVELS.index(waiver.level)


RULES = tuple(Rule(("Q001", "Q002"), _education, spoken) for spoken in ("en", "es"))
