"""Labelled passages: the figures in each of their sentences, with the fact that each is, or none."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from guidepub.importing.headings.known import known_section
from guidepub.importing.originals.spoken_language import with_notation
from guidepub.importing.originals.stated_figures import labelled
from guidepub.text.figures.quantities import Figure, all_figures
from guidepub.text.naming.occupations import is_own, names_of
from guidepub.text.punctuation.sentences import sentences
from guidepub.text.readings.figure_readings import all_clues

TEXTS = Path(__file__).parent / "texts"
_HEADING = re.compile(r"#+\s*(?P<name>[^\n]+)|(?P<name2>(?![-*•])[^\d.,:;!?]{3,50})")


@dataclass(frozen=True)
class Passage:
    """A passage of a guide with a title, and the facts in it: each a key and the words of its figure.

    `hand` tells which writers are left out together.
    """

    writer: str
    hand: int
    language: str
    title: str
    text: str
    facts: Sequence[tuple[str, str]]


@dataclass(frozen=True)
class LabelledFigure:
    """A figure in its sentence, with the key of the fact that it is, or an empty string.

    `before` is the sentence before it; `line` is the key that the label of its line gives it, and
    `is_below_other` says that it stands below a heading that names neither a section nor the occupation.
    """

    passage: Passage
    sentence: str
    before: str
    number: int
    figure: Figure
    key: str
    own: frozenset[str]
    language: str
    line: str = ""
    is_below_other: bool = False

    @cached_property
    def clues(self) -> frozenset[str]:
        """What it is learned by."""
        words = self.sentence, self.own, self.language, self.before
        return frozenset(map(sys.intern, all_clues(*words)[self.number]))


def passages(folder: Path = TEXTS) -> list[Passage]:
    """Return the passages of all writers, whose names their files begin with, in one order."""
    found = []
    for file in sorted(folder.glob("*.jsonl")):
        writer = file.stem.partition("-")[0]
        for line in file.read_text("utf-8").splitlines():
            row = json.loads(line)
            facts = [(key, words) for key, words in row["facts"]]
            found.append(Passage(writer, 0, row["language"], row["title"], row["text"], facts))
    hands = _hands({(passage.writer, passage.language) for passage in found})
    return [replace(passage, hand=hands[passage.writer]) for passage in found]


def _hands(written: Set[tuple[str, str]]) -> dict[str, int]:
    """Return who are left out together: as many as write in languages that no other of them does."""
    taken: list[set[str]] = []
    hands = {}
    for writer in sorted({writer for writer, _ in written}):
        languages = {language for other, language in written if other == writer}
        free = [
            number
            for number, languages_taken in enumerate(taken)
            if not languages_taken & languages
        ]
        hands[writer] = free[0] if free else len(taken)
        if not free:
            taken.append(set())
        taken[hands[writer]] |= languages
    return hands


def figures_of(passage: Passage) -> Iterator[LabelledFigure]:
    """Yield the figures of a passage, as import reads it."""
    language = with_notation(passage.language, passage.text)
    own = names_of(passage.title, language=passage.language)
    wanted = _places(passage)
    before = ""
    at = 0
    is_below_other = False
    for line in passage.text.split("\n"):
        if heading := _HEADING.fullmatch(line):
            name = (heading["name"] or heading["name2"]).strip()
            is_below_other = not known_section(name) and not is_own(name, own)
        for start, end in sentences(line):
            sentence = line[start:end]
            label = labelled(sentence, language)
            for number, figure in enumerate(all_figures(sentence, language)):
                here = at + start + figure.start, at + start + figure.end
                found = [
                    key for span, key in wanted.items() if span[0] < here[1] and here[0] < span[1]
                ]
                is_labelled = label is not None and label.at == figure.start
                yield LabelledFigure(
                    passage, sentence, before, number, figure, found[0] if found else "", own,
                    language, label.measure.replace("_hourly", "") if label and is_labelled else "",
                    is_below_other,
                )  # fmt: skip
            before = sentence
        at += len(line) + 1


def _places(passage: Passage) -> Mapping[tuple[int, int], str]:
    """Return where the figures of a passage's facts stand, each with its key."""
    found: dict[tuple[int, int], str] = {}
    for key, words in passage.facts:
        # “500” does not stand in “6,500”, nor “$50” in “$50,000”.
        begins = r"(?<![\w$€£])(?<!\d[.,])" if words[0].isdigit() else ""
        pattern = rf"{begins}{re.escape(words)}(?!\d|[.,]\d)"
        spans = [match.span() for match in re.finditer(pattern, passage.text)]
        free = [span for span in spans if span not in found]
        if free:
            found[free[0]] = key
    return found
