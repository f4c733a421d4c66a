"""Joins the runs of a page into lines from the top; small raised characters become superscripts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from guidepub.figures.numbers import raised
from guidepub.importing.pdf.letters import PaperRun

# Gaps in ems: between the cells of a row, and between words on a line.
_CELL = 1.4
_SPACE = 0.18
# A gap that may separate the cells of rows that are set close.
_PART = 0.45
_ALIKE = 0.1
# How far apart, in ems, the baselines of a line's runs and of superscripts may be, and how much
# smaller superscripts are.
_LEVEL = 0.45
_RAISED = 0.62
_SMALLER = 0.95
_LONGEST_SIGN = 2
# A large initial at the beginning of a text, and how much larger it is.
_INITIAL = re.compile(r"[“\"«¿¡]?[^\W\d_]")
_LARGE = 1.7
# The most large initials on a page; with more single letters, they are something else.
_MOST_INITIALS = 24


@dataclass(frozen=True, slots=True)
class PaperLine:
    """A line of a page: its cells (a single one if it is not divided), and how it looks.

    Edges and foot are in points; `bold` is true if all of it is. `parts` are its parts between
    gaps that are wider than spaces, but narrower than those between cells usually are.
    """

    page: int
    cells: tuple[PaperRun, ...]
    left: float
    right: float
    foot: float
    size: float
    bold: bool
    parts: tuple[PaperRun, ...] = ()

    @property
    def text(self) -> str:
        """The words of the line."""
        return " ".join(cell.text for cell in self.cells)


def lines_of(page: int, runs: Iterable[PaperRun]) -> tuple[PaperLine, ...]:
    """Return the lines of runs from the top, with superscripts and subscripts in their lines."""
    rows: list[list[PaperRun]] = []
    for run in sorted(_with_large_initials(runs), key=lambda run: (-run.foot, run.left)):
        row = next((row for row in rows[:-4:-1] if _is_on_line(run, row)), None)
        if row is None:
            rows.append([run])
        else:
            row.append(run)
    lines = [_line(page, sorted(row, key=lambda run: run.left)) for row in rows]
    return tuple(sorted(lines, key=lambda line: -line.foot))


def _is_on_line(run: PaperRun, row: Sequence[PaperRun]) -> bool:
    """Return whether a run is on the same line as others, perhaps as a superscript."""
    main = max(row, key=lambda each: (each.size, len(each.text)))
    short, long = sorted((run, main), key=lambda each: len(each.text))
    is_sign = len(short.text) <= _LONGEST_SIGN or short.size < _SMALLER * long.size
    size = max(run.size, main.size)
    return -_LEVEL * size < short.foot - long.foot < (_RAISED if is_sign else _LEVEL) * size


def _with_large_initials(runs: Iterable[PaperRun]) -> list[PaperRun]:
    """Return runs with large initials, which span several lines, joined to the runs after them."""
    every = list(runs)
    initials = (run for run in every if _INITIAL.fullmatch(run.text))
    for large in list(islice(initials, _MOST_INITIALS)):
        beside = [run for run in every if _is_after_initial(run, large)]
        first = max(beside, key=lambda run: run.foot, default=None)
        if first is not None and len(beside) > 1:
            every.remove(large)
            for run in beside:
                initial = large.text if run is first else ""
                whole = replace(run, text=f"{initial}{run.text}", left=large.left, parts=())
                every[every.index(run)] = whole
    return every


def _is_after_initial(run: PaperRun, large: PaperRun) -> bool:
    """Return whether a run is directly after a large initial, and not below or above it."""
    is_near = -0.3 * run.size < run.left - large.right < 1.5 * run.size
    reach = -0.3 * run.size < run.foot - large.foot < 0.8 * large.size
    return is_near and reach and large.size > _LARGE * run.size


def _line(page: int, row: Sequence[PaperRun]) -> PaperLine:
    main = max(row, key=lambda run: len(run.text) * run.size)
    cells: list[PaperRun] = []
    for run in row:
        text = run.text
        is_small = run.size < _SMALLER * main.size
        is_high = run.foot > main.foot + (0.15 if is_small else 0.3) * main.size
        if is_high and text.isalnum():
            text = raised(text)
        last = cells[-1] if cells else None
        gap = run.left - last.right if last else 0.0
        if last is None or gap > _CELL * main.size:
            cells.append(replace(run, text=text))
        else:
            apart = " " if gap > _SPACE * min(run.size, last.size) else ""
            text = f"{last.text}{apart}{text}"
            cells[-1] = replace(
                last, text=text, right=max(run.right, last.right), bold=run.bold and last.bold
            )
    size = max(row, key=lambda run: len(run.text)).size
    return PaperLine(
        page, tuple(cells), row[0].left, max(run.right for run in row), main.foot, size,
        all(run.bold for run in row), tuple(_parts(row)),
    )  # fmt: skip


def _parts(row: Sequence[PaperRun]) -> Iterator[PaperRun]:
    """Yield the runs between gaps in a row of one size; none if there are superscripts between."""
    parts: list[PaperRun] = []
    for run in row:
        if abs(run.size - row[0].size) > _ALIKE * row[0].size:
            return
        first, *others = run.parts or (run,)
        last = parts[-1] if parts else None
        if last and first.left - last.right <= _PART * first.size:
            text = f"{last.text} {first.text}"
            parts[-1] = replace(last, text=text, right=first.right)
        else:
            parts.append(first)
        parts += others
    yield from parts
