"""Q: contradictions about education: two required levels, or one required here and waived there."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from guidepub.linting.contradicting.schooling import SchoolingPart, schooling_parts
from guidepub.linting.texts.alarms import Alarm
from guidepub.linting.texts.parts import alarm_on, line_of, shown
from guidepub.linting.texts.rules import Rule
from guidepub.linting.texts.subjects import Subject
from guidepub.model import EDUCATION_LEVELS
from guidepub.text.schooling.education import Schooling, denies_by_itself

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
_VERBS = {"needed": "is required", "enough": "is enough", "needless": "is not required"}
# The most statements about education that are compared.
_MOST_STATEMENTS = 200
# A certificate is taken in addition to high school.
_ADDED = ({"high-school", "certificate"}, {"high-school", "some-college"})
_REMEDY_FOR_SENTENCES = "Find out which is right, and state it once as the fact “entry_education”."
_REMEDY_FOR_FACT = "Write {fact}`entry_education`, or correct the fact."


def _education(subject: Subject) -> Iterator[Alarm]:
    fact = subject.guide.facts.get("entry_education")
    level = str(fact.value) if fact is not None and fact.value in EDUCATION_LEVELS else ""
    statements = tuple(islice(schooling_parts(subject), _MOST_STATEMENTS))
    language = subject.guide.language
    reported: set[int] = set()
    for index, second in enumerate(statements):
        others = (
            (at, one)
            for at, one in enumerate(statements[:index])
            if at not in reported and _are_separated(one, second)
        )
        found = next(
            (each for each in others if contrary(each[1].statement, second.statement)), None
        )
        if found is not None:
            # Each statement is reported only once.
            at, first = found
            reported |= {at, index}
            message = _capitalized(
                f"{_in_words(second.statement, language)} here;"
                f" line {line_of(subject, first.part)} says that {_in_words(first.statement, language)}."
            )
            yield alarm_on(subject, "Q001", second.part, message, _REMEDY_FOR_SENTENCES)
    if not level or len({one.statement.who for one in statements} - {""}) > 1:
        return
    for index, one in enumerate(statements):
        if index not in reported and is_contrary_to(level, one.statement):
            message = _capitalized(
                f"{_in_words(one.statement, language)} here;"
                f" the fact “entry_education” says {_LEVEL_NAMES[level]}."
            )
            yield alarm_on(subject, "Q002", one.part, message, _REMEDY_FOR_FACT)


def _are_separated(first: SchoolingPart, second: SchoolingPart) -> bool:
    """Return whether two statements are in different sentences, or separated by a semicolon."""
    sentence = second.part.sentence
    return (
        first.part.sentence != sentence
        or ";" in sentence.text[first.statement.start : second.statement.start]
    )


def contrary(first: Schooling, second: Schooling) -> bool:
    """Return whether two statements about education contradict each other.

    Two required levels do, unless one may be a step to the other or is taken in addition to it. A
    level that is enough contradicts a higher one that is required; a level that is not required
    contradicts a requirement of it or of any higher one.
    """
    if "" not in (first.who, second.who) and first.who != second.who:
        return False
    if first.kind == second.kind == "needed":
        is_one = first.level == second.level or {first.level, second.level} in _ADDED
        is_step = first.is_step or second.is_step
        return first.is_named and second.is_named and not is_one and not is_step
    needed, other = (first, second) if first.kind == "needed" else (second, first)
    if needed.kind != "needed":
        return False
    if other.kind == "needless" and other.is_named and {needed.level, other.level} in _ADDED:
        return False
    return _rank(needed.level) - (other.kind == "enough") >= _rank(other.level)


def is_contrary_to(level: str, statement: Schooling) -> bool:
    """Return whether a statement about education contradicts the level in a fact."""
    if statement.kind == "needless":
        return _rank(level) >= _rank(statement.level)
    if statement.kind == "enough":
        return _rank(level) > _rank(statement.level)
    # A step is lower than the final level.
    if statement.is_step:
        return _rank(level) < _rank(statement.level)
    return level != statement.level if statement.is_named else _rank(level) < _rank(statement.level)


def _rank(level: str) -> int:
    return EDUCATION_LEVELS.index(level)


def _in_words(statement: Schooling, language: str) -> str:
    """Return a statement as part of a message.

    The level is named, not quoted, if the quotation is a denial itself: “no formal education is not
    required” would say the opposite.
    """
    is_denied = denies_by_itself(statement.text, language)
    named = _LEVEL_NAMES[statement.level] if is_denied else f"“{shown(statement.text)}”"
    return f"{named} {_VERBS[statement.kind]}"


def _capitalized(message: str) -> str:
    return message[:1].upper() + message[1:]


RULES = tuple(
    Rule(("Q001", "Q002"), _education, spoken) for spoken in ("de", "en", "es", "fr", "pt")
)
