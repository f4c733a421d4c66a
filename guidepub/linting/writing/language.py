"""G: readability: reading grade, long sentences, words in capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator

from guidepub.linting.texts.alarms import Alarm
from guidepub.linting.texts.blocks import PROSE
from guidepub.linting.texts.rules import Rule
from guidepub.linting.texts.subjects import Subject
from guidepub.linting.writing.reading import grade
from guidepub.markdown import FIGURE
from guidepub.text.punctuation.quoting import is_quoted

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*|\ufffc")
# The grade of a shorter text is not meaningful.
_ENOUGH_WORDS = 100
_SHOUTED = re.compile(r"\b[A-Z]{2,}(?:['’-][A-Z]+)*(?: +[A-Z]+(?:['’-][A-Z]+)*){3,}\b[!.]*")


def _reading(subject: Subject) -> Iterator[Alarm]:
    target = subject.settings.reading_grade
    for index, section in enumerate(subject.guide.sections):
        texts = [
            sentence.text.replace(FIGURE, "five")
            for sentence in subject.sentences
            if sentence.block.section == index and sentence.block.passage.kind != "item"
        ]
        if sum(len(_WORD.findall(text)) for text in texts) < _ENOUGH_WORDS:
            continue
        if (asked := grade(texts)) > target:
            place = subject.document.place(("sections", index))
            message = f"The section “{section.title}” reads at grade {asked:.1f}; the catalogue asks for {target:g}."
            yield Alarm("G001", place, message, "Shorten sentences, and choose shorter words.")


def _long_sentences(subject: Subject) -> Iterator[Alarm]:
    longest = subject.settings.sentence_words
    for block in subject.prose:
        for start, end in block.bounds:
            text = block.text[start:end]
            # Text between colons or semicolons is read as several sentences.
            parts = [len(_WORD.findall(part)) for part in re.split(r"[;:]\s", text)]
            if max(parts) > longest:
                count = len(_WORD.findall(text))
                message = (
                    f"The sentence has {count} words; the catalogue asks for at most {longest}."
                )
                yield subject.alarm("G002", block, (start, end), message, "Split it.")


# The text explains the capitals: “radio traffic is quoted in capitals: UNIT 4 TO BASE”.
_INTRODUCED = re.compile(r"\bcapitals\b[^.]{0,80}:[A-Z0-9 ]*$")


def _shouting(subject: Subject) -> Iterator[Alarm]:
    for block, match in subject.matches(_SHOUTED, PROSE):
        # Signs, screens and messages are quoted as they are.
        if is_quoted(block.text, *match.span()) or _INTRODUCED.search(block.text[: match.start()]):
            continue
        message = f"“{match[0][:60]}” is written in capitals."
        yield subject.alarm("G006", block, match.span(), message, "Write it in lower case.")


RULES = (
    Rule(("G001",), _reading, "en"),
    Rule(("G002",), _long_sentences),
    Rule(("G006",), _shouting),
)
