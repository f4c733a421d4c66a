"""Q006: numbers that do not add up: within a sentence, and between a whole and its parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from guidepub.linting.texts.alarms import Alarm
from guidepub.linting.texts.blocks import Sentence
from guidepub.linting.texts.parts import SentencePart, contradiction
from guidepub.linting.texts.rules import rules_in
from guidepub.linting.texts.subjects import Subject
from guidepub.text.figures.equations import unequal
from guidepub.text.figures.tallies import misfits
from guidepub.text.statements.partitions import EqualParts, equal_parts, totals

_REMEDY = "Count again, and correct the number or what it counts."
# A total is at most this many sentences from its parts.
_FARTHEST = 2


def _misfits(language: str, subject: Subject) -> Iterator[Alarm]:
    for sentence in subject.sentences:
        for misfit in (*misfits(sentence.text, language), *unequal(sentence.text, language)):
            span = (sentence.start + misfit.start, sentence.start + misfit.end)
            message = f"The numbers do not add up: {misfit.text}."
            yield subject.alarm("Q006", sentence.block, span, message, _REMEDY)


def _differing_totals(language: str, subject: Subject) -> Iterator[Alarm]:
    """Yield alarms for totals that differ from their parts: “three terms of ten weeks”, “all forty weeks”."""
    for sentences in subject.sections:
        stated = [tuple(equal_parts(sentence.text, language)) for sentence in sentences]
        for at, sentence in enumerate(sentences) if any(stated) else ():
            around = range(max(at - _FARTHEST, 0), min(at + _FARTHEST + 1, len(sentences)))
            near = [(parts, sentences[n]) for n in around for parts in stated[n]]
            for total in totals(sentence.text, language) if near else ():
                found = _parts_of(total.noun, near)
                if found is not None and total.contradicts(found[0]):
                    parts, where = found
                    part = SentencePart(sentence, total.start, total.text)
                    other = SentencePart(where, parts.start, parts.text)
                    yield contradiction(subject, "Q006", part, other, _REMEDY)


def _parts_of(
    noun: str, near: Sequence[tuple[EqualParts, Sentence]]
) -> tuple[EqualParts, Sentence] | None:
    """Return the statement of parts with a noun, or None if there is none or more than one."""
    found = [(parts, sentence) for parts, sentence in near if parts.noun == noun]
    return found[0] if len(found) == 1 else None


RULES = (
    *rules_in(("en", "es"), ("Q006",), _misfits),
    *rules_in(("en", "es"), ("Q006",), _differing_totals),
)
