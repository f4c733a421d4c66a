"""G: how a text reads: reading grade, long sentences, words to avoid, slips of typing."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

from guidepub.linting.alarms import Alarm
from guidepub.linting.blocks import PROSE
from guidepub.linting.reading import grade
from guidepub.linting.rules import Rule
from guidepub.linting.subjects import Subject
from guidepub.markdown import FIGURE

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*|\ufffc")
# A grade of a few sentences is chance.
_ENOUGH_WORDS = 100
_ILLNESS = (
    r"(?=[^.;]{0,70}\b(?:disab|impair|disorder|disease|illness|injur|condition|pain|stroke|autis|dementia"
    r"|depress|addict|syndrome|mental|diabet|cancer|arthrit|allerg|trauma|pals|epilep|asthma|infection|ailment))"
)
# What may follow “the blind” where people are meant.
_BEHIND_PEOPLE = re.compile(
    r"\W*$|[^\w\s]|\s+(?:and|or|are|is|who|with|to|can|could|may|might|must|will|would|have|has|had|were|was|of|in|on|at|as|by|for|from|than|need|often|do|should|find|use|learn|live|work|read|how|what|why|when|where|while|if|not|also)\b"
)
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
            # What a colon or semicolons part is read as several.
            parts = [len(_WORD.findall(part)) for part in re.split(r"[;:]\s", text)]
            if max(parts) > longest:
                count = len(_WORD.findall(text))
                message = (
                    f"The sentence has {count} words; the catalogue asks for {longest} at most."
                )
                yield subject.alarm("G002", block, (start, end), message, "Make two of it.")


@cache
def _words_to_avoid(beside_illness: bool) -> Mapping[str, str]:
    data = files("guidepub.linting").joinpath("data", "avoid.en.toml").read_text("utf-8")
    return {
        term: say
        for name, table in tomllib.loads(data).items()
        for term, say in table.items()
        if (name == "beside an illness") == beside_illness
    }


@cache
def _avoided(terms: tuple[str, ...], behind: str = "") -> re.Pattern[str]:
    joined = "|".join(
        r"[\s-]+".join(re.escape(part) for part in re.split(r"[\s-]+", term))
        for term in sorted(terms, key=len, reverse=True)
    )
    return re.compile(rf"(?<![\w-])(?:{joined})(?![\w-]){behind}", re.IGNORECASE)


def _words(subject: Subject) -> Iterator[Alarm]:
    yield from _told(subject, _words_to_avoid(beside_illness=False))
    yield from _told(subject, _words_to_avoid(beside_illness=True), _ILLNESS)


def _house_words(subject: Subject) -> Iterator[Alarm]:
    yield from _told(subject, subject.settings.avoid)


def _told(subject: Subject, avoid: Mapping[str, str], behind: str = "") -> Iterator[Alarm]:
    if not avoid:
        return
    says = {" ".join(re.split(r"[\s-]+", term.casefold())): say for term, say in avoid.items()}
    for block, match in subject.matches(
        _avoided(tuple(avoid), behind), PROSE | {"heading", "cell"}
    ):
        if _is_part(block.text, match):
            continue
        say = says[" ".join(re.split(r"[\s-]+", match[0].casefold()))]
        message = f"“{match[0]}” is a word to avoid."
        yield subject.alarm("G003", block, match.span(), message, f"Say: {say}.")


def _is_part(text: str, match: re.Match[str]) -> bool:
    """Tell whether words are part of a longer name or expression, which has a sense of its own.

    “Defense Manpower Data Center” is called so, and “the blind spot” is nobody's.
    """
    before, behind = text[: match.start()].split(" ")[-2:-1], text[match.end() :]
    is_name = match[0][:1].isupper() and bool(before) and before[0][:1].isupper()
    if is_name and re.match(r" [A-Z]", behind):
        return True
    return match[0][:4].lower() == "the " and not _BEHIND_PEOPLE.match(behind)


def _shouting(subject: Subject) -> Iterator[Alarm]:
    for block, match in subject.matches(_SHOUTED, PROSE):
        message = f"“{match[0][:60]}” is written in capitals."
        yield subject.alarm("G006", block, match.span(), message, "Write it in small letters.")


RULES = (
    Rule(("G001",), _reading, "en"),
    Rule(("G002",), _long_sentences),
    Rule(("G003",), _words, "en"),
    Rule(("G003",), _house_words),
    Rule(("G006",), _shouting),
)
