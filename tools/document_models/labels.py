"""The figures of labelled documents that import weighs, each with what it is."""

from __future__ import annotations

import tempfile
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any
from unittest.mock import patch

from guidepub.figures.pay import measure_of_pay
from guidepub.importing import conversion
from guidepub.importing.figures.prose_facts import ProseFacts
from guidepub.importing.figures.weighing import WeighedFigure, Weighing
from guidepub.importing.originals.foreign import ForeignText
from guidepub.text.readings.figure_readings import MEASURES, all_clues
from tools import ROOT
from tools.labelled_documents import written

TEXTS = ROOT / "tests" / "importing" / "labelled_documents"
"""The documents that may be learned from; what is kept from who writes rules is not among them."""


@dataclass(frozen=True)
class LabelledDocument:
    """A document's figures, in order; `known` are the keys of the facts that it had before they were weighed."""

    name: str
    wanted: Mapping[str, Decimal]
    figures: tuple[WeighedFigure, ...]
    clues: tuple[frozenset[str], ...]
    known: frozenset[str]

    def is_fact(self, each: WeighedFigure) -> bool:
        """Return whether a figure is one of the wanted facts, whatever it is read as."""
        return any(
            abs(each.figure.value) == abs(value) and _may_be(key, each, value)
            for key, value in self.wanted.items()
        )

    def is_right(self, each: WeighedFigure) -> bool:
        """Return whether a figure is the fact that it would be."""
        return (
            each.statement is not None
            and self.wanted.get(each.statement.key) == each.statement.value
        )


def documents(folder: Path = TEXTS) -> Iterator[LabelledDocument]:
    """Yield the labelled documents with the figures that import weighs in them."""
    with tempfile.TemporaryDirectory() as scratch:
        for file in sorted(folder.glob("*.toml")):
            for text in tomllib.loads(file.read_text("utf-8"))["texts"]:
                yield _document(text, Path(scratch))


def _document(text: Mapping[str, Any], scratch: Path) -> LabelledDocument:
    path = written(text, scratch)
    weighings: list[Weighing] = []
    known: set[str] = set()

    def weighed(settling: ProseFacts, done: Any, _blocks: Any) -> Any:
        weighings.append(settling.sentences.weighing)
        known.update(settling.facts.found)
        return done

    with patch.object(ProseFacts, "with_weighed", weighed):
        conversion.convert(ForeignText(path), None)
    figures = tuple(each for weighing in weighings for each in weighing.figures)
    wanted = {
        key: Decimal(str(value))
        for key, value in text["facts"].items()
        if not isinstance(value, str)
    }
    clues = tuple(_clues(each, weighings[0]) for each in figures)
    return LabelledDocument(text["name"], wanted, figures, clues, frozenset(known))


def _clues(each: WeighedFigure, weighing: Weighing) -> frozenset[str]:
    words = each.sentence, weighing.facts.own, weighing.spoken, each.before
    return all_clues(*words)[each.number]


def _may_be(key: str, each: WeighedFigure, value: Decimal) -> bool:
    """Return whether a figure is of a kind that a measure's has."""
    kind, measure = each.figure.kind, measure_of_pay(key)
    if measure in MEASURES["percent"]:
        return kind == "percent"
    if measure in MEASURES["money"]:
        # A text may leave the currency out.
        return kind == "money" or (kind != "percent" and abs(value) >= 100)
    return kind in ("count", "number")
