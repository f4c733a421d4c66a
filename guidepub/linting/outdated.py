"""S: devices, programs, offices and currencies of the past that a text calls current."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from guidepub.linting import data
from guidepub.linting.alarms import Alarm
from guidepub.linting.parts import SentencePart, alarm_on
from guidepub.linting.rules import rules_in
from guidepub.linting.subjects import Subject
from guidepub.text.bygones import bygone, tells_of_the_past
from guidepub.text.vocabulary import compiled, either, spaced


def _outdated(language: str, subject: Subject) -> Iterator[Alarm]:
    """Things that are no longer in use, in a sentence that says nothing of the past."""
    for sentence in subject.sentences:
        match = _called_current(language, sentence.text)
        if match is None:
            continue
        part = SentencePart(sentence, match.start(), match[0])
        message = f"“{match[0]}” is out of date, but the text speaks of it as current."
        remedy = "Say what is used now, or that it was so then."
        yield alarm_on(subject, "S007", part, message, remedy)


def _called_current(language: str, text: str) -> re.Match[str] | None:
    things, past = _things(language)
    match = things.search(text)
    if match is None or past.search(text):
        return None
    around = text[: match.start()] + text[match.end() :]
    return None if tells_of_the_past(around, language) else match


@cache
def _things(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    table = data.table("outdated")[language]
    return compiled(either(table["forms"])), compiled(spaced(table["past"]))


def _bygones(language: str, subject: Subject) -> Iterator[Alarm]:
    """Things of the vocabulary of what time has overtaken, spoken of as of today."""
    for sentence in subject.sentences:
        found = bygone(sentence.text, language, subject.year)
        if found is None or _called_current(language, sentence.text):
            # What the forms know as well is told once.
            continue
        match, thing = found
        part = SentencePart(sentence, match.start(), match[0])
        message = f"“{match[0]}” {_WHY[thing.strength]} {thing.until}."
        instead = f" In its place stands: {thing.now}." if thing.now else ""
        remedy = f"Say how things are now, or that it was so then.{instead}"
        yield alarm_on(subject, "S007", part, message, remedy)


_WHY = {
    "gone": "is spoken of as of today, but is of the past since about",
    "faded": "is said to be usual, but has hardly been so since about",
    "news": "is spoken of as of now or of a time to come, but was so until about",
    "novel": "is spoken of as new, but was so until about",
}

RULES = (
    *rules_in(("en", "es"), ("S007",), _outdated),
    *rules_in(("en", "es"), ("S007",), _bygones),
)
