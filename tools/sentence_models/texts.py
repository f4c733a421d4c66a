"""Labelled sentences: of the hands that wrote them for this, of the labelled passages, and clean ones."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from guidepub.text.punctuation.sentences import sentences
from tools import ROOT

FAMILIES = ("promise", "bias", "residue")
TEXTS = Path(__file__).parent / "texts"
HANDS = ("ada", "bo", "cy", "dee", "eli", "fay", "gus", "kit", "oli", "pia", "quin", "vic", "wren")
"""The writers, whose files stand in `texts`."""
PASSAGES = ROOT / "tests" / "linting" / "unseen"
"""Where the labelled passages lie, of which one sentence in ten is at fault."""
PASSAGE_HANDS = {"passages": ("development", "neighbours"), "mia": ("mia",)}
"""Those who wrote the passages that may be looked at, with their files."""
_MARK = re.compile(r"^(?:#+|[-*>]|\d+\.)\s+")


@dataclass(frozen=True)
class Example:
    """A sentence, and for each family that it is labelled for whether it is a fault of it."""

    text: str
    language: str
    hand: str
    faults: dict[str, bool]
    family: str = ""
    """The family that it was written for."""


def examples() -> list[Example]:
    """Return all sentences to learn from, in one order."""
    found = [example for hand in HANDS for example in _written(hand)]
    for hand, names in PASSAGE_HANDS.items():
        for name in names:
            found += _from_passages(hand, name)
    return [*found, *_tasks(), *_clean()]


def _written(hand: str) -> Iterator[Example]:
    for line in (TEXTS / f"{hand}.jsonl").read_text("utf-8").splitlines():
        label = json.loads(line)
        # A sentence is written for one family, and is taken for no fault of the others.
        faults = {family: label["fault"] and label["family"] == family for family in FAMILIES}
        yield Example(label["text"], label["language"], hand, faults, label["family"])


def _from_passages(hand: str, name: str) -> Iterator[Example]:
    """Yield the sentences of passages that may be looked at: at fault where the label stands."""
    for line in (PASSAGES / f"{name}.jsonl").read_text("utf-8").splitlines():
        label = json.loads(line)
        single = [{**label, "family": label["fault"]}] if label.get("fault") else []
        spans = [
            (fault["family"], _MARK.sub("", part.strip()))
            for fault in (*single, *label.get("faults", ()))
            for part in fault["span"].split("\n")
            if part.strip()
        ]
        for sentence in _sentences(label["text"]):
            at_fault = {family for family, span in spans if span in sentence or sentence in span}
            faults = {family: family in at_fault for family in FAMILIES}
            yield Example(sentence, label["language"][:2], hand, faults)


def _sentences(text: str) -> Iterator[str]:
    for line in text.split("\n"):
        body = _MARK.sub("", line.strip())
        whole = [(0, len(body))] if line.startswith("#") else sentences(body)
        yield from (body[start:end] for start, end in whole if end > start)


def _tasks() -> Iterator[Example]:
    """Yield what workers do, as O*NET states it: text that nobody labelled, and that is clean."""
    for text in (TEXTS / "onet.txt").read_text("utf-8").splitlines():
        yield Example(text, "en", "onet", dict.fromkeys(FAMILIES, False))


def _clean() -> Iterator[Example]:
    """Yield headings, items and sentences of guides; and nothing, which is no fault."""
    for line in (TEXTS / "clean.jsonl").read_text("utf-8").splitlines():
        label = json.loads(line)
        yield Example(label["text"], label["language"], "clean", dict.fromkeys(FAMILIES, False))


def onet_sentences(table: Path, column: str) -> Iterator[str]:
    """Yield the sentences in a column of one of O*NET's tables."""
    with table.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        for row in rows:
            yield from (row[column][start:end] for start, end in sentences(row[column]))
