"""S: devices, programs, offices and currencies of the past that a text calls current."""

from __future__ import annotations

from collections.abc import Iterator

from guidepub.linting.texts.alarms import Alarm
from guidepub.linting.texts.parts import SentencePart, alarm_on
from guidepub.linting.texts.rules import rules_in
from guidepub.linting.texts.subjects import Subject
from guidepub.text.residue.bygones import bygone


def _bygones(language: str, subject: Subject) -> Iterator[Alarm]:
    """Things of the vocabulary of what time has overtaken, spoken of as of today."""
    for sentence in subject.sentences:
        found = bygone(sentence.text, language, subject.year)
        if found is None:
            continue
        match, thing = found
        part = SentencePart(sentence, match.start(), match[0])
        message = f"“{match[0]}” {_WHY[thing.strength].format(thing.until)}."
        instead = f" In its place stands: {thing.now}." if thing.now else ""
        remedy = f"Say how things are now, or that it was so then.{instead}"
        yield alarm_on(subject, "S007", part, message, remedy)


_WHY = {
    "form": "is spoken of as of today, but is of the past since about {}",
    "undated": "is of no year that a reader of the book would know",
    "gone": "is spoken of as of today, but is of the past since about {}",
    "faded": "is said to be usual, but has hardly been so since about {}",
    "news": "is spoken of as of now or of a time to come, but was so until about {}",
    "novel": "is spoken of as new, but was so until about {}",
}

RULES = tuple(rules_in(("en", "es"), ("S007",), _bygones))
