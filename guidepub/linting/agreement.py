"""Q: statements that exclude each other: needed and not needed, never and every night."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from guidepub.linting.alarms import Alarm
from guidepub.linting.blocks import Sentence
from guidepub.linting.claims import own_nouns
from guidepub.linting.parts import SentencePart, contradiction
from guidepub.linting.rules import rules_in
from guidepub.linting.subjects import Subject
from guidepub.text.ages import Age, ages
from guidepub.text.conditions import WorkCondition, conditions
from guidepub.text.duties import Duty, duties
from guidepub.text.superlatives import First, firsts

# Of one thing no text says more often that it is needed; what rules do grows with their number.
_MOST_STATEMENTS = 200
_REMEDY = "Find out which is right, or say for whom each holds."

Said = TypeVar("Said", Age, WorkCondition, Duty, First)


def _duties(language: str, subject: Subject) -> Iterator[Alarm]:
    """A thing, or an age, that one sentence asks for and another says nobody needs."""
    own = own_nouns(subject)
    said = ((d, s) for s, _ in _lines(subject) for d in duties(s.text, own, language))
    yield from _contradictions(subject, "Q007", said)
    of_ages = ((age, s) for s in subject.sentences for age in ages(s.text))
    yield from _contradictions(subject, "Q007", of_ages)


def _conditions(language: str, subject: Subject) -> Iterator[Alarm]:
    """A condition of work that one sentence denies and another states."""
    own = own_nouns(subject)
    said = (
        (condition, sentence)
        for sentence, is_heading in _lines(subject)
        for condition in conditions(sentence.text, own, language, is_heading)
    )
    yield from _contradictions(subject, "Q008", said)
    first = ((first, s) for s in subject.sentences for first in firsts(s.text))
    yield from _contradictions(subject, "Q008", first)


def _lines(subject: Subject) -> Iterator[tuple[Sentence, bool]]:
    """Yield sentences and headings in order, and whether each is a heading."""
    for block in subject.blocks:
        if block.passage.kind == "heading":
            yield Sentence(block.text, 0, block), True
        elif block.is_prose:
            yield from ((sentence, False) for sentence in block.sentences)


def _contradictions(
    subject: Subject, code: str, statements: Iterable[tuple[Said, Sentence]]
) -> Iterator[Alarm]:
    """Tell each statement that contradicts an earlier one of another sentence."""
    kept: list[tuple[Said, Sentence]] = []
    for said, sentence in statements:
        others = ((o, where) for o, where in kept if where is not sentence)
        found = next(((o, w) for o, w in others if said.contradicts(o)), None)
        if found is not None:
            other, where = found
            part = SentencePart(sentence, said.start, said.text)
            earlier = SentencePart(where, other.start, other.text)
            yield contradiction(subject, code, part, earlier, _REMEDY)
        elif len(kept) < _MOST_STATEMENTS:
            kept.append((said, sentence))


RULES = (
    *rules_in(("en", "es"), ("Q007",), _duties),
    *rules_in(("en", "es"), ("Q008",), _conditions),
)
