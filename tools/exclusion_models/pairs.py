"""Pairs of sentences to learn from: those of labelled passages, and those of clean guides."""

from __future__ import annotations

import itertools
import json
import math
import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from guidepub.text.punctuation.sentences import sentences
from guidepub.text.weighed.exclusions import (
    FARTHEST,
    RARITY,
    ComparedSentence,
    are_comparable,
    compared,
)
from tools import ROOT

PASSAGES = ROOT / "tests" / "linting" / "unseen"
HANDS = {
    "first": ("development", "neighbours"),
    "contrary": ("contrary",),
    "mia": ("mia",),
    "ned": ("ned",),
    "rob": ("rob",),
}
"""Those who wrote the labelled passages that may be looked at, with their files."""
GUIDES = "guides"
"""The hand of the project's own guides, in which nothing is contradicted."""
GUIDE_FILES = (
    *sorted((ROOT / "guides").glob("*.md")),
    ROOT / "examples" / "occupations" / "occupation.md",
)
"""The project's own guides, and a template of guides."""
DOCUMENTS = ROOT / "tests" / "importing" / "labelled_documents" / "en.toml"
"""Whole documents, labelled for import."""
_ROLE = re.compile(r"\{\w+\}`[^`]*`|\[@[^\]]*\]")
# A line of a paragraph that goes on in the next one.
_BREAK = re.compile(r"(?<=[\w,;])\n(?=[a-z])")
_FEWEST = 4


@dataclass(frozen=True)
class Text:
    """A passage or a section of a guide: its sentences, and the statements that contradict others."""

    hand: str
    name: str
    paragraphs: tuple[tuple[str, ...], ...]
    faults: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True)
class Pair:
    """Two sentences of a text that may be about one thing.

    `is_fault` tells whether they contradict each other, `is_near` whether one of them is a part
    of a contradiction.
    """

    text: Text
    first: str
    second: str
    apart: int
    is_fault: bool
    is_near: bool

    def readings(self, language: str) -> tuple[ComparedSentence, ComparedSentence]:
        """Return what the two are compared by."""
        return compared(self.first, language), compared(self.second, language)


def texts(language: str) -> list[Text]:
    """Return all texts of a language to learn from, in one order."""
    found = []
    for hand, names in HANDS.items():
        for name in names:
            lines = (PASSAGES / f"{name}.jsonl").read_text("utf-8").splitlines()
            labels = (json.loads(line) for line in lines)
            found += [
                _passage(hand, label) for label in labels if label["language"][:2] == language
            ]
    return found + (list(_sections()) if language == "en" else [])


def _passage(hand: str, label: dict[str, Any]) -> Text:
    single = [{**label, "family": label["fault"]}] if label.get("fault") else []
    faults = []
    for fault in (*single, *label.get("faults", ())):
        if fault["family"] == "contradiction":
            also = fault.get("also") or ()
            spans = (fault["span"], *([also] if isinstance(also, str) else also))
            faults.append(tuple(part for span in spans for part in span.split("\n") if part))
    return Text(hand, label["id"], tuple(_paragraphs(label["text"])), tuple(faults))


def _sections() -> Iterator[Text]:
    """Yield the sections of the project's own guides and of whole documents, which are clean."""
    for file in GUIDE_FILES:
        text = file.read_text("utf-8")
        if "language: es" not in text:
            for number, section in enumerate(text.split("\n# ")[1:]):
                yield Text(GUIDES, f"{file.stem}-{number}", tuple(_paragraphs(section)))
    table = tomllib.loads(DOCUMENTS.read_text("utf-8"))
    for label in table["texts"]:
        if label["form"] in ("txt", "md"):
            body = _BREAK.sub(" ", label["text"])
            yield Text(label["name"].partition("-")[0], label["name"], tuple(_paragraphs(body)))


def _paragraphs(text: str) -> Iterator[tuple[str, ...]]:
    """Yield the sentences of each paragraph or item, without marks for facts and sources."""
    for line in text.split("\n"):
        if not line.startswith(("|", ":", "#", "```")):
            plain = _ROLE.sub("\ufffc", line)
            yield tuple(plain[start:end].strip() for start, end in sentences(plain))


def pairs(known: Sequence[Text], language: str) -> list[Pair]:
    """Return the pairs of sentences that lint would compare."""
    return [
        Pair(text, *two, apart, *_labels(text, *two))
        for text in known
        for paragraph in text.paragraphs
        for (one, first), (other, second) in itertools.combinations(enumerate(paragraph), 2)
        if (apart := other - one) <= FARTHEST
        if are_comparable(compared(first, language), compared(second, language))
        for two in [(first, second)]
    ]


def _labels(text: Text, first: str, second: str) -> tuple[bool, bool]:
    """Return whether two sentences contradict each other, and whether one is part of a contradiction."""
    at = [(_parts_in(first, fault), _parts_in(second, fault)) for fault in text.faults]
    is_fault = any(a != b for here, there in at for a in here for b in there)
    return is_fault, any(here or there for here, there in at)


def _parts_in(sentence: str, fault: Sequence[str]) -> list[int]:
    """Return which statements of a contradiction stand in a sentence."""
    return [n for n, part in enumerate(fault) if part in sentence or sentence in part]


def rarity(known: Sequence[Text], language: str) -> dict[str, float]:
    """Return how rare the stems are that stand in several texts."""
    counts = Counter(
        stem
        for text in known
        for stem in {
            stem
            for paragraph in text.paragraphs
            for sentence in paragraph
            for stem in compared(sentence, language).stems
        }
    )
    return {
        f"{RARITY}{stem}": max(math.log(len(known) / (1 + count)), 0.5)
        for stem, count in sorted(counts.items())
        if count >= _FEWEST
    }
