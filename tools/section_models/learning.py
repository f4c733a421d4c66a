"""Logistic regression over all sections at once, and the bounds that keep placements right."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from guidepub.importing.headings.asked import asked_section
from guidepub.importing.headings.known import plain_heading, titled_as
from guidepub.importing.headings.part_clues import heading_clues, text_clues
from guidepub.importing.headings.part_weights import OURS, PartWeights
from guidepub.importing.headings.section_words import section_by_words
from tools.section_models.parts import LabelledPart, known_titles, with_halves

Numbers = NDArray[np.float64]

SURE = 0.98
"""The share of what is placed that has to be right, in documents that were left out."""
_FREEDOM = 10.0
# Documents are judged by weights that were learned from the other half of them.
_PARTS = 2
_FEWEST = 2
_STEPS, _MEMORY, _ENOUGH = 60, 8, 1e-4
# What weighs less moves next to no part over a bound.
_LIGHTEST = 0.5


class _Rows:
    """Parts as rows of clues: those of a heading and those of a text, the lighter the more there are."""

    def __init__(self, parts: Sequence[LabelledPart], known: dict[str, int]) -> None:
        rows, columns, values = [], [], []
        for number, part in enumerate(parts):
            for clues in (heading_clues(part.heading), text_clues(part.text)):
                found = sorted(known[clue] for clue in clues if clue in known)
                rows += [number] * len(found)
                columns += found
                values += [1 / math.sqrt(max(len(clues), 1))] * len(found)
        self.count, self.width = len(parts), len(known)
        self._columns, self._values = np.array(columns), np.array(values)[:, None]
        self._rows = np.array(rows)
        self._filled_rows, self._row_starts = np.unique(self._rows, return_index=True)
        self._order = np.argsort(self._columns, kind="stable")
        ordered = self._columns[self._order]
        self._filled_columns, self._column_starts = np.unique(ordered, return_index=True)

    def times(self, weights: Numbers) -> Numbers:
        """Return what each row weighs for each section."""
        result = np.zeros((self.count, weights.shape[1]))
        parts = self._values * weights[self._columns]
        result[self._filled_rows] = np.add.reduceat(parts, self._row_starts, axis=0)
        return result

    def back(self, by_row: Numbers) -> Numbers:
        """Return for each clue the sum of what its rows have."""
        result = np.zeros((self.width, by_row.shape[1]))
        parts = (self._values * by_row[self._rows])[self._order]
        result[self._filled_columns] = np.add.reduceat(parts, self._column_starts, axis=0)
        return result


def learn(parts: Sequence[LabelledPart]) -> PartWeights:
    """Return weights learned from parts and their halves, and from the known titles, without bounds."""
    used = [*with_halves(parts), *known_titles()]
    counts = Counter(
        clue for part in used for clue in heading_clues(part.heading) | text_clues(part.text)
    )
    known = {clue: n for n, clue in enumerate(sorted(c for c in counts if counts[c] >= _FEWEST))}
    sections = sorted({part.section for part in used})
    rows = _Rows(used, known)
    wanted = np.zeros((len(used), len(sections)))
    wanted[np.arange(len(used)), [sections.index(part.section) for part in used]] = 1
    weights, bases = _fitted(rows, wanted)
    by_clue = {
        clue: tuple(round(float(w), 1) if abs(w) >= _LIGHTEST else 0.0 for w in weights[number])
        for clue, number in known.items()
        if np.abs(weights[number]).max() >= _LIGHTEST
    }
    return PartWeights(
        tuple(sections), by_clue, tuple(round(float(b), 1) for b in bases), 1.0, 1.0, 1.0
    )


def _fitted(rows: _Rows, wanted: Numbers) -> tuple[Numbers, Numbers]:
    """Return the weights and the bases, by a quasi-Newton method with a short memory."""
    shape = rows.width + 1, wanted.shape[1]

    def loss(point: Numbers) -> tuple[float, Numbers]:
        table = point.reshape(shape)
        logits = rows.times(table[:-1]) + table[-1]
        logits -= logits.max(axis=1, keepdims=True)
        odds = np.exp(logits)
        shares = odds / odds.sum(axis=1, keepdims=True)
        cost = -float((wanted * np.log(shares + 1e-12)).sum())
        wrong = shares - wanted
        slope = np.vstack([rows.back(wrong) + table[:-1] / _FREEDOM, wrong.sum(axis=0)])
        return cost + 0.5 / _FREEDOM * float((table[:-1] ** 2).sum()), slope.ravel()

    point = np.zeros(shape[0] * shape[1])
    cost, slope = loss(point)
    memory: list[tuple[Numbers, Numbers, float]] = []
    for _ in range(_STEPS):
        way = _way(slope, memory)
        length = 1.0
        while True:
            moved = point - length * way
            new_cost, new_slope = loss(moved)
            if new_cost <= cost - 1e-4 * length * float(slope @ way) or length < 1e-6:
                break
            length /= 2
        step, bend = moved - point, new_slope - slope
        if (product := float(step @ bend)) > 1e-10:
            memory = [*memory, (step, bend, 1 / product)][-_MEMORY:]
        is_there = cost - new_cost < _ENOUGH * cost
        point, cost, slope = moved, new_cost, new_slope
        if is_there:
            break
    table = point.reshape(shape)
    return table[:-1], table[-1]


def _way(slope: Numbers, memory: Sequence[tuple[Numbers, Numbers, float]]) -> Numbers:
    way, shares = slope.copy(), []
    for step, bend, scale in reversed(memory):
        share = scale * float(step @ way)
        shares.append(share)
        way -= share * bend
    if memory:
        step, bend, _ = memory[-1]
        way *= float(step @ bend) / float(bend @ bend)
    else:
        way /= max(1.0, float(np.abs(slope).max()))
    for (step, bend, scale), share in zip(memory, reversed(shares), strict=True):
        way += (share - scale * float(bend @ way)) * step
    return way


@dataclass(frozen=True)
class JudgedPart:
    """A part, the section that weights say it is of, and how sure they are.

    `is_agreed` says whether the lists of words say the same, `is_divided` whether a half says
    another one.
    """

    part: LabelledPart
    section: str
    sureness: float
    is_agreed: bool
    is_divided: bool

    @property
    def is_right(self) -> bool:
        """Whether it is placed where it belongs: in its section, or apart from ours."""
        is_apart = {self.section, self.part.section}.isdisjoint(OURS)
        return is_apart or self.section == self.part.section


def left_out(parts: Sequence[LabelledPart]) -> Iterator[JudgedPart]:
    """Yield parts of documents, judged by weights learned without their documents.

    These are parts whose heading is no title that import knows. It may say one among other words:
    so many parts make the bounds steadier.
    """
    names = sorted({part.document for part in parts if part.document})
    for number in range(_PARTS):
        tried = set(names[number::_PARTS])
        yield from _judged(
            [part for part in parts if part.document in tried],
            learn([part for part in parts if part.document not in tried]),
        )


def _judged(parts: Iterable[LabelledPart], table: PartWeights) -> Iterator[JudgedPart]:
    for part in parts:
        plain = plain_heading(part.heading)
        if part.heading and not (titled_as(plain) or asked_section(plain)):
            section, sureness = table.judged(part.heading, part.text)
            by_words = section_by_words(part.text, part.language, part.heading)
            is_divided = table.is_divided(part.heading, part.text, section)
            yield JudgedPart(part, section, sureness, by_words == section, is_divided)


def bound(judged: Sequence[JudgedPart]) -> float:
    """Return how sure weights have to be, so that nearly all that they place is right.

    One mistake is forgiven: among as few as are judged it would decide alone.
    """
    right, least = 0, 1.0
    for count, each in enumerate(sorted(judged, key=lambda each: -each.sureness), 1):
        right += each.is_right
        if right + 1 >= SURE * count:
            least = each.sureness
    return math.floor(least * 1000) / 1000
