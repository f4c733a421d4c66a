"""Q: education: a guide that demands two levels, or waives what it demands elsewhere."""

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
_VERBS = {"needed": "is demanded", "enough": "is enough", "needless": "is not needed"}
# The most statements on schooling that are compared.
_MOST_STATEMENTS = 200
# A certificate comes on top of high school.
_ADDED = ({"high-school", "certificate"}, {"high-school", "some-college"})
_REMEDY_FOR_SENTENCES = "Find out which is right, and state it once as the fact “entry_education”."
_REMEDY_FOR_FACT = "Write {fact}`entry_education`, or mend the fact."


def _education(subject: Subject) -> Iterator[Alarm]:
    fact = subject.guide.facts.get("entry_education")
    level = str(fact.value) if fact is not None and fact.value in EDUCATION_LEVELS else ""
    made = tuple(islice(schooling_parts(subject), _MOST_STATEMENTS))
    language = subject.guide.language
    reported: set[int] = set()
    for index, second in enumerate(made):
        others = (
            (at, one)
            for at, one in enumerate(made[:index])
            if at not in reported and _are_apart(one, second)
        )
        found = next(
            (each for each in others if contrary(each[1].statement, second.statement)), None
        )
        if found is not None:
            # Later statements on either of the two are not reported again.
            at, first = found
            reported |= {at, index}
            message = _begun(
                f"{_in_words(second.statement, language)} here;"
                f" line {line_of(subject, first.part)} says that {_in_words(first.statement, language)}."
            )
            yield alarm_on(subject, "Q001", second.part, message, _REMEDY_FOR_SENTENCES)
    if not level or len({one.statement.who for one in made} - {""}) > 1:
        return
    for index, one in enumerate(made):
        if index not in reported and is_contrary_to(level, one.statement):
            message = _begun(
                f"{_in_words(one.statement, language)} here;"
                f" the fact “entry_education” says {_LEVEL_NAMES[level]}."
            )
            yield alarm_on(subject, "Q002", one.part, message, _REMEDY_FOR_FACT)


def _are_apart(first: SchoolingPart, second: SchoolingPart) -> bool:
    """Return whether two statements are of two sentences, or a semicolon parts them."""
    sentence = second.part.sentence
    return (
        first.part.sentence != sentence
        or ";" in sentence.text[first.statement.start : second.statement.start]
    )


def contrary(first: Schooling, second: Schooling) -> bool:
    """Return whether two statements on schooling exclude each other.

    Two levels that are both needed do, unless one may be a step to the other or is added to it; one
    that is enough excludes a higher one that is needed, and one that is not needed excludes it and all above.
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
    """Return whether a statement on schooling excludes the level of a fact."""
    if statement.kind == "needless":
        return _rank(level) >= _rank(statement.level)
    if statement.kind == "enough":
        return _rank(level) > _rank(statement.level)
    # A step is lower than the level in the end.
    if statement.is_step:
        return _rank(level) < _rank(statement.level)
    return level != statement.level if statement.is_named else _rank(level) < _rank(statement.level)


def _rank(level: str) -> int:
    return EDUCATION_LEVELS.index(level)


def _in_words(statement: Schooling, language: str) -> str:
    """Return a statement in the words of a message.

    “No formal education” denies by itself what is not needed, which is named instead.
    """
    is_denied = denies_by_itself(statement.text, language)
    named = _LEVEL_NAMES[statement.level] if is_denied else f"“{shown(statement.text)}”"
    return f"{named} {_VERBS[statement.kind]}"


def _begun(message: str) -> str:
    return message[:1].upper() + message[1:]


RULES = tuple(
    Rule(("Q001", "Q002"), _education, spoken) for spoken in ("de", "en", "es", "fr", "pt")
)
