"""Finds the columns of pages, in reading order."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import mean

from guidepub.importing.pdf.letters import PaperPage, PaperRun
from guidepub.importing.pdf.lines import PaperLine, lines_of

# The least width of a gutter in points; the largest width of a column's run, relative to the text.
_GUTTER = 9.0
_NARROW = 0.62
# The fewest lines of a column, and the fewest letters of its lines on average.
_FEWEST = 3
_COLUMN = 18
_DEEPEST = 6
# One of this many runs may cross a gutter.
_ACROSS = 12
_PAGE = re.compile(r"[-–—|]?\s?(?:\d{1,4}|[ivxl]{1,6})\s?[-–—|]?")


@dataclass(frozen=True, slots=True)
class Column:
    """Lines below each other, from the top."""

    lines: tuple[PaperLine, ...]


def columns_of(page: PaperPage, margins: Collection[PaperLine]) -> Iterator[Column]:
    """Yield the columns of a page in reading order, without the lines of its margins."""
    feet = [(line.foot, line.size) for line in margins]
    runs = [run for run in page.runs if not any(abs(run.foot - f) < s / 2 for f, s in feet)]
    for part in _ordered(runs, 0):
        yield Column(lines_of(page.number, part))


def _ordered(runs: Sequence[PaperRun], depth: int) -> list[list[PaperRun]]:
    """Return the runs of a page in parts, in reading order."""
    gutter = _gutter(runs) if depth < _DEEPEST else None
    if gutter is None:
        return [list(runs)] if runs else []
    parts: list[list[PaperRun]] = []
    together: list[PaperRun] = []
    for is_parted, band in _bands(runs, gutter):
        sides = ([run for run in band if run.right <= gutter],
                 [run for run in band if run.right > gutter])  # fmt: skip
        if is_parted and all(map(_is_column, sides)):
            parts += [together, *_ordered(sides[0], depth + 1), *_ordered(sides[1], depth + 1)]
            together = []
        else:
            together += band
    return [part for part in (*parts, together) if part]


def _gutter(runs: Sequence[PaperRun]) -> float | None:
    """Return the position of a gap between columns of runs, or None.

    A few runs, such as a running head, may cross it.
    """
    if len(runs) < 2 * _FEWEST:
        return None
    left, right = min(run.left for run in runs), max(run.right for run in runs)
    narrow = [run for run in runs if run.right - run.left < _NARROW * (right - left)]
    # The page number may be within the gap, below the columns.
    words = [run for run in narrow if not _PAGE.fullmatch(run.text.strip())]
    tries = ((narrow, 0), (narrow, len(narrow) // _ACROSS), (words, 0))
    return next((at for each, across in tries if (at := _widest_gap(each, across))), None)


def _widest_gap(runs: Sequence[PaperRun], across: int) -> float | None:
    """Return the middle of the widest gap that at most `across` runs cross, or None."""
    edges = sorted([(run.left, 1) for run in runs] + [(run.right, -1) for run in runs])
    best, width, covered, ended = None, _GUTTER, 0, 0
    for (at, step), (following, _) in pairwise(edges):
        covered += step
        ended += step < 0
        begin_later = len(runs) - ended - covered
        is_between = min(ended, begin_later) >= (_FEWEST if across else 1)
        if covered <= across and is_between and following - at > width:
            best, width = (at + following) / 2, following - at
    return best


def _bands(runs: Sequence[PaperRun], gutter: float) -> list[tuple[bool, list[PaperRun]]]:
    """Return runs from the top in bands: those on both sides of a gutter, and those across it."""
    bands: list[tuple[bool, list[PaperRun]]] = []
    for run in sorted(runs, key=lambda run: -run.foot):
        is_parted = not run.left < gutter < run.right
        if bands and bands[-1][0] == is_parted:
            bands[-1][1].append(run)
        else:
            bands.append((is_parted, [run]))
    return bands


def _is_column(runs: Sequence[PaperRun]) -> bool:
    """Return whether runs are lines of prose, and not cells of a table."""
    feet = {round(run.foot) for run in runs}
    if len(feet) < _FEWEST:
        return False
    return mean(len(line.text) for line in lines_of(0, runs)) >= _COLUMN
