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
from guidepub.text.vocabulary import compiled, either, spaced


def _outdated(language: str, subject: Subject) -> Iterator[Alarm]:
    """Things that are no longer in use, in a sentence that says nothing of the past."""
    things, past = _things(language)
    for sentence in subject.sentences:
        match = things.search(sentence.text)
        if match is None or past.search(sentence.text):
            continue
        part = SentencePart(sentence, match.start(), match[0])
        message = f"“{match[0]}” is out of date, but the text speaks of it as current."
        remedy = "Say what is used now, or that it was so then."
        yield alarm_on(subject, "S007", part, message, remedy)


@cache
def _things(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    table = data.table("outdated")[language]
    return compiled(either(table["forms"])), compiled(spaced(table["past"]))


RULES = tuple(rules_in(("en", "es"), ("S007",), _outdated))
