"""Q006: numbers within a sentence that do not add up: lists, parts and shares."""

from __future__ import annotations

from collections.abc import Iterator

from guidepub.linting.texts.alarms import Alarm
from guidepub.linting.texts.rules import rules_in
from guidepub.linting.texts.subjects import Subject
from guidepub.text.figures.equations import unequal
from guidepub.text.figures.tallies import misfits


def _misfits(language: str, subject: Subject) -> Iterator[Alarm]:
    for sentence in subject.sentences:
        for misfit in (*misfits(sentence.text, language), *unequal(sentence.text, language)):
            span = (sentence.start + misfit.start, sentence.start + misfit.end)
            message = f"The numbers do not fit: {misfit.text}."
            remedy = "Count again, and mend the number or what it counts."
            yield subject.alarm("Q006", sentence.block, span, message, remedy)


RULES = rules_in(("en", "es"), ("Q006",), _misfits)
