"""S: devices, programs, offices and currencies of the past that a text presents as current."""

from __future__ import annotations

from collections.abc import Iterator

from guidepub.linting.texts.alarms import Alarm
from guidepub.linting.texts.parts import SentencePart, alarm_on
from guidepub.linting.texts.rules import rules_in
from guidepub.linting.texts.subjects import Subject
from guidepub.text.residue.bygones import bygone


def _bygones(language: str, subject: Subject) -> Iterator[Alarm]:
    """Yield alarms for things of the past that a sentence presents as current."""
    for sentence in subject.sentences:
        found = bygone(sentence.text, language, subject.year)
        if found is None:
            continue
        match, thing = found
        part = SentencePart(sentence, match.start(), match[0])
        message = f"“{match[0]}” {_WHY[thing.strength].format(thing.until)}."
        instead = f" Its successor is: {thing.now}." if thing.now else ""
        remedy = f"Say how things are now, or that this was so then.{instead}"
        yield alarm_on(subject, "S007", part, message, remedy)


_WHY = {
    "form": "is presented as current, but has not been so since about {}",
    "undated": "depends on a year that readers of the book do not know",
    "gone": "is presented as current, but has not been so since about {}",
    "faded": "is presented as usual, but has been rare since about {}",
    "news": "is presented as current or still to come, but was so until about {}",
    "novel": "is presented as new, but was new until about {}",
}

RULES = tuple(rules_in(("en", "es"), ("S007",), _bygones))
