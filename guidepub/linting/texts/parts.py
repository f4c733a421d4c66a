"""Parts of sentences, and alarms on them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from guidepub.linting.texts.alarms import Alarm
from guidepub.linting.texts.blocks import Block, Sentence
from guidepub.linting.texts.subjects import Subject

_CONTRADICTIONS = ("Q", "V003", "V004")


@dataclass(frozen=True, slots=True)
class SentencePart:
    """Some words of a sentence, and where in it they begin."""

    sentence: Sentence
    start: int
    text: str

    @property
    def span(self) -> tuple[int, int]:
        """The start and end of the words in the sentence's block."""
        start = self.sentence.start + self.start
        return start, start + len(self.text)


def line_of(subject: Subject, part: SentencePart) -> int:
    """Return the line of the author's file on which a part begins."""
    return subject.place(part.sentence.block, part.span[0]).line


def alarm_on(subject: Subject, code: str, part: SentencePart, message: str, remedy: str) -> Alarm:
    """Return an alarm on a part of a sentence."""
    return subject.alarm(code, part.sentence.block, part.span, message, remedy)


def contradiction(
    subject: Subject, code: str, part: SentencePart, other: SentencePart, remedy: str
) -> Alarm:
    """Return an alarm on a part that contradicts another; the message quotes both."""
    line = line_of(subject, other)
    message = f"“{shown(part.text)}” here, “{shown(other.text)}” on line {line}."
    return alarm_on(subject, code, part, message, remedy)


def contradicted_blocks(alarms: Iterable[Alarm]) -> frozenset[Block | None]:
    """Return the blocks in which a contradiction has been found."""
    return frozenset(alarm.block for alarm in alarms if alarm.code.startswith(_CONTRADICTIONS))


def shown(text: str, most: int = 80) -> str:
    """Return text as messages quote it: on one line, cut off after `most` characters."""
    return " ".join(text.replace("\ufffc", "…").split())[:most]
