"""Q: numbers that do not add up: lists and shares, and a training that takes two different times."""

from __future__ import annotations

from collections.abc import Iterator

from guidepub.linting.alarms import Alarm
from guidepub.linting.blocks import Sentence
from guidepub.linting.parts import SentencePart, contradiction
from guidepub.linting.rules import Rule, rules_in
from guidepub.linting.subjects import Subject
from guidepub.text.equations import unequal
from guidepub.text.lengths import Length, differ, lengths
from guidepub.text.tallies import misfits

_REMEDY = "Find out which is right."


def _misfits(language: str, subject: Subject) -> Iterator[Alarm]:
    for sentence in subject.sentences:
        for misfit in (*misfits(sentence.text, language), *unequal(sentence.text, language)):
            span = (sentence.start + misfit.start, sentence.start + misfit.end)
            message = f"The numbers do not fit: {misfit.text}."
            remedy = "Count again, and mend the number or what it counts."
            yield subject.alarm("Q006", sentence.block, span, message, remedy)


def _lengths(subject: Subject) -> Iterator[Alarm]:
    """One training that takes two different times."""
    said: dict[tuple[str, str], tuple[Length, Sentence]] = {}
    for sentence in subject.sentences:
        for length in lengths(sentence.text):
            first, where = said.setdefault((length.what, length.kind), (length, sentence))
            is_one = first.of == length.of or not (first.of and length.of)
            if is_one and differ(first.value, length.value):
                part = SentencePart(sentence, length.start, length.text)
                earlier = SentencePart(where, first.start, first.text)
                yield contradiction(subject, "Q006", part, earlier, _REMEDY)


RULES = (
    *rules_in(("en", "es"), ("Q006",), _misfits),
    Rule(("Q006",), _lengths, "en"),
)
