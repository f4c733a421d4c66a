"""Q006: two sentences that are the same but for a number, in any words."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import islice

from guidepub.linting.texts.alarms import Alarm
from guidepub.linting.texts.blocks import Block, Sentence
from guidepub.linting.texts.parts import SentencePart, contradicted_blocks, contradiction
from guidepub.linting.texts.subjects import Subject
from guidepub.text.naming.places import are_of_two_places
from guidepub.text.statements.restated_numbers import StatedNumber, stated_number, turns_to_others

CODE = "Q006"
"""The code that is reported here."""
_REMEDY = "Find out which is right, or say for whom or when each holds."
# So many statements are compared with each other at most.
_MOST_STATEMENTS = 400

_Statement = tuple[StatedNumber, Sentence]


def restated_numbers(
    subject: Subject, language: str, found_before: Collection[Alarm]
) -> Iterator[Alarm]:
    """Yield an alarm for each sentence that repeats another with a different number.

    Paragraphs in which `found_before` has a contradiction already are left out.
    """
    reported = contradicted_blocks(found_before)
    # By the words around the number, so that most sentences are compared with none.
    seen: dict[tuple[object, ...], _Statement] = {}
    for scope, statement, sentence in islice(_stated(subject, language), _MOST_STATEMENTS):
        key = (scope, statement.kind, statement.before, statement.behind)
        other, where = seen.setdefault(key, (statement, sentence))
        if not statement.contradicts(other) or are_of_two_places(where.text, sentence.text):
            continue
        if reported.isdisjoint((sentence.block, where.block)):
            part = SentencePart(sentence, statement.start, statement.text)
            earlier = SentencePart(where, other.start, other.text)
            yield contradiction(subject, CODE, part, earlier, _REMEDY)


def _stated(
    subject: Subject, language: str
) -> Iterator[tuple[tuple[int, int], StatedNumber, Sentence]]:
    """Yield the numbers that sentences state, with the scope in which they hold.

    What is under a heading within a section holds there alone, and the rest in the whole guide.
    """
    section = headings = 0
    for block in subject.blocks:
        if block.section != section:
            section, headings = block.section, 0
        if block.passage.kind == "heading":
            headings += 1
        elif block.passage.kind == "paragraph":
            scope = (section, headings) if headings else (0, 0)
            for statement, sentence in _of_paragraph(block, language):
                yield scope, statement, sentence


def _of_paragraph(block: Block, language: str) -> Iterator[_Statement]:
    """Yield the numbers that a paragraph states until it turns to another place, time or group."""
    for sentence in block.sentences:
        statement = stated_number(sentence.text, language)
        if statement is not None:
            yield statement, sentence
        elif turns_to_others(sentence.text, language):
            return
