"""Q009: sentences of a paragraph that probably contradict each other, by learned weights.

The other rules of this folder read particular kinds of statements; this one compares any two.
"""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterator

from guidepub.linting.texts.alarms import Alarm
from guidepub.linting.texts.blocks import Block, Sentence
from guidepub.linting.texts.parts import SentencePart, contradicted_blocks, contradiction
from guidepub.linting.texts.subjects import Subject
from guidepub.text.naming.places import are_of_two_places
from guidepub.text.statements.clock_times import clock_times
from guidepub.text.weighed.exclusions import FARTHEST, exclusion

CODE = "Q009"
"""The code that this module reports."""
_REMEDY = "Find out which is right, or say for whom or when each holds."


def exclusions(subject: Subject, language: str, found_before: Collection[Alarm]) -> Iterator[Alarm]:
    """Yield an alarm for the two sentences of each paragraph most likely to contradict each other.

    Paragraphs with a contradiction in `found_before` are skipped.
    """
    reported = contradicted_blocks(found_before)
    for block in subject.prose:
        found = None if block in reported else _likeliest(block, language)
        if found is not None:
            first, second = (SentencePart(sentence, 0, sentence.text) for sentence in found)
            yield contradiction(subject, CODE, second, first, _REMEDY)


def _state_hours(first: str, second: str, language: str) -> bool:
    """Return whether both sentences state the hour of a thing, which another rule compares."""
    return all(next(clock_times(text, language), None) for text in (first, second))


def _likeliest(block: Block, language: str) -> tuple[Sentence, Sentence] | None:
    """Return the two sentences of a paragraph most likely to contradict each other, or None."""
    best, found = float("-inf"), None
    sentences = tuple(block.sentences)
    for apart in range(1, FARTHEST + 1):
        for first, second in zip(sentences, itertools.islice(sentences, apart, None), strict=False):
            odds = exclusion(first.text, second.text, apart, language)
            if odds is None or are_of_two_places(first.text, second.text):
                continue
            if _state_hours(first.text, second.text, language):
                continue
            if odds > best:
                best, found = odds, (first, second)
    return found
