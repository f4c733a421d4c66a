"""Weights of clues and of signs learned from labelled documents, and the bound from which they lift."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from guidepub.importing.figures.weighing import WeighedFigure, signs_together
from guidepub.text.weights import (
    BASE,
    DOCUMENT,
    FACT,
    LEAST,
    SCALE,
    TOGETHER,
    DocumentWeights,
    FigureWeights,
    figure_weights,
)
from tools.document_models.fitting import fitted_beside, fitted_signs
from tools.document_models.labels import LabelledDocument
from tools.sentence_models.fitting import Counted, known_clues

# What the weights of clues and of signs may grow to.
_FREEDOM, _STRICTNESS = 6.0, 10.0
_LIGHTEST = 0.1
_PARTS = 6
SURE = 0.94
"""The share of figures that are lifted together that has to be right, of documents left out."""
_NEVER = 99.0


def learned(known: Sequence[LabelledDocument]) -> tuple[DocumentWeights, list[tuple[float, bool]]]:
    """Return the weights, and how sure figures of documents left out were, with whether they are right."""
    parts = [known[number::_PARTS] for number in range(_PARTS)]
    read: list[LabelledDocument] = []
    for part in parts:
        clues = clue_weights([each for other in parts if other is not part for each in other])
        read += [_read(each, clues) for each in part]
    found: list[tuple[float, bool]] = []
    names = {each.name: number for number, part in enumerate(parts) for each in part}
    for number in range(_PARTS):
        signs = sign_weights([each for each in read if names[each.name] != number])
        for each in read:
            found += _lifted(each, signs) if names[each.name] == number else []
    weights = DocumentWeights(clue_weights(known), sign_weights(read), _bound(found))
    return weights, found


def clue_weights(known: Sequence[LabelledDocument]) -> FigureWeights:
    """Return what clues weigh beside what they weigh in passages."""
    table = figure_weights()
    clues = [each for document in known for each in document.clues]
    wanted = [document.is_fact(each) for document in known for each in document.figures]
    numbers = known_clues(clues, 2)
    before = np.array([table.weight(FACT, each) for each in clues])
    weights, base = fitted_beside(Counted(clues, numbers), wanted, before, _FREEDOM)
    heavy = {
        clue: _rounded(weights[number])
        for clue, number in numbers.items()
        if abs(weights[number]) >= _LIGHTEST
    }
    return FigureWeights({DOCUMENT: heavy}, {DOCUMENT: _rounded(base)}, {}, -_NEVER)


def _read(document: LabelledDocument, clues: FigureWeights) -> LabelledDocument:
    """Return a document whose figures are read by weights that were learned without it."""
    table = figure_weights()

    def again(each: WeighedFigure, known: frozenset[str]) -> WeighedFigure:
        is_fact = table.weight(FACT, known) + clues.weight(DOCUMENT, known)
        return replace(each, reading=replace(each.reading, is_fact=is_fact))

    pairs = zip(document.figures, document.clues, strict=True)
    return replace(document, figures=tuple(again(*pair) for pair in pairs))


def sign_weights(known: Sequence[LabelledDocument]) -> Mapping[str, float]:
    """Return what the signs of figures weigh that may become facts."""
    rows, wanted = [], []
    for document in known:
        for each, signs in _open(document):
            rows.append(signs)
            wanted.append(document.is_right(each))
    names = sorted({name for row in rows for name in row})
    table = np.array([[row.get(name, 0.0) for name in names] for row in rows])
    weights, base = fitted_signs(table, wanted, _STRICTNESS)
    found = {name: _rounded(weight) for name, weight in zip(names, weights, strict=True)}
    return found | {BASE: _rounded(base)}


def _open(document: LabelledDocument) -> list[tuple[WeighedFigure, Mapping[str, float]]]:
    """Return the figures that may become facts, with their signs."""
    signs = signs_together(document.figures)
    return [
        (each, its_signs)
        for each, its_signs in zip(document.figures, signs, strict=True)
        if each.statement is not None and each.statement.key not in document.known
    ]


def _lifted(document: LabelledDocument, signs: Mapping[str, float]) -> list[tuple[float, bool]]:
    """Return how sure each figure is that is the surest of its measure, and whether it is right."""
    table = DocumentWeights(FigureWeights({}, {}, {}, -_NEVER), signs, -_NEVER)
    found = [(table.together(own), each) for each, own in _open(document)]
    best: dict[str, tuple[float, bool]] = {}
    for score, each in sorted(found, key=lambda pair: -pair[0]):
        assert each.statement is not None
        best.setdefault(each.statement.key, (score, document.is_right(each)))
    return list(best.values())


def _bound(found: Sequence[tuple[float, bool]]) -> float:
    """Return the least sureness from which on nearly all figures are right."""
    ordered = sorted(found, reverse=True)
    right = np.cumsum([is_right for _, is_right in ordered]) / np.arange(1, len(ordered) + 1)
    sure = np.flatnonzero(right >= SURE)
    return _rounded(ordered[sure[-1]][0]) if len(sure) else _NEVER


def table_of(table: DocumentWeights) -> str:
    """Return the weights as their file has them: what each is for, the weight, and its clues."""
    signs = {LEAST: table.least, **table.signs}
    lines = [f"{TOGETHER}\t{_whole(signs[sign])}\t{sign}\n" for sign in sorted(signs)]
    lines.append(f"{DOCUMENT}\t{_whole(table.clues.bases[DOCUMENT])}\t{BASE}\n")
    by_weight: dict[int, list[str]] = {}
    for clue, weight in sorted(table.clues.by_target[DOCUMENT].items()):
        by_weight.setdefault(_whole(weight), []).append(clue)
    lines += [
        f"{DOCUMENT}\t{weight}\t" + "\t".join(by_weight[weight]) + "\n"
        for weight in sorted(by_weight)
    ]
    return "".join(lines)


def _rounded(weight: float) -> float:
    return round(float(weight) * SCALE) / SCALE


def _whole(weight: float) -> int:
    return round(weight * SCALE)
