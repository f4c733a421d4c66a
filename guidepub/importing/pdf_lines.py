"""The runs of a page to lines in the order in which a reader takes them.

What stands at the head or foot of page after page is told apart; columns are read one after
another; signs that are set small and high become raised ones.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from statistics import mean

from guidepub.figures.numbers import raised
from guidepub.importing.paging import is_page_number
from guidepub.importing.pdf_letters import PaperPage, PaperRun

_DIGITS = re.compile(r"\d+|\b[ivxlc]+\b")
_AT_END = re.compile(r"^\d{1,4}(?=\s)|(?<=\s)\d{1,4}$")
_BARE = re.compile(r"\d{1,4}|[ivxlc]{1,7}")
_LONGEST_HEAD = 120
# Pages on which a number that counts on makes the line at whose end it stands a running head.
_COUNTING = 3
# Lines at each end of a page that may be its head or foot, and how far, in points, these may
# stand higher or lower on one page than on another.
_ENDS = 3
_DRIFT = 4.0
# In ems: what parts the cells of a row, and words that belong to one line.
_CELL = 1.4
_SPACE = 0.18
# A gutter's least width in points, and how wide, of all text, a run may be to stand in a column.
_GUTTER = 9.0
_NARROW = 0.62
# Lines that a column has at least, and the letters of its lines on the average.
_FEWEST = 3
_COLUMN = 18
_DEEPEST = 6


@dataclass(frozen=True, slots=True)
class PaperLine:
    """A line of a page: its cells, which are one where nothing parts it, and how it looks.

    Edges and foot are in points; `bold` is true where all of it is.
    """

    page: int
    cells: tuple[PaperRun, ...]
    left: float
    right: float
    foot: float
    size: float
    bold: bool

    @property
    def text(self) -> str:
        """Its words."""
        return " ".join(cell.text for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Column:
    """Lines below each other, from the top."""

    lines: tuple[PaperLine, ...]


def columns_of(pages: Sequence[PaperPage]) -> tuple[list[Column], list[str]]:
    """Return the columns of all pages in reading order, and the words of their heads and feet."""
    every = [_lines(page.number, page.runs) for page in pages]
    margins = _margins(every)
    columns: list[Column] = []
    for page, lines in zip(pages, every, strict=True):
        feet = [(line.foot, line.size) for line in lines if _key(line) in margins]
        runs = [run for run in page.runs if not any(abs(run.foot - f) < s / 2 for f, s in feet)]
        columns += [Column(_lines(page.number, part)) for part in _ordered(runs, 0)]
    return columns, [text for _, _, text in sorted(margins, key=lambda each: each[0])]


def _lines(page: int, runs: Iterable[PaperRun]) -> tuple[PaperLine, ...]:
    """Return the lines of runs from the top; what is raised or lowered belongs to its line."""
    rows: list[list[PaperRun]] = []
    for run in sorted(runs, key=lambda run: (-run.foot, run.left)):
        row = next((row for row in rows[:-4:-1] if _is_beside(run, row)), None)
        if row is None:
            rows.append([run])
        else:
            row.append(run)
    lines = [_line(page, sorted(row, key=lambda run: run.left)) for row in rows]
    return tuple(sorted(lines, key=lambda line: -line.foot))


def _is_beside(run: PaperRun, row: Sequence[PaperRun]) -> bool:
    main = max(row, key=lambda each: (each.size, len(each.text)))
    return abs(run.foot - main.foot) < 0.45 * max(run.size, main.size)


def _line(page: int, row: Sequence[PaperRun]) -> PaperLine:
    main = max(row, key=lambda run: len(run.text) * run.size)
    cells: list[PaperRun] = []
    for run in row:
        text = run.text
        is_high = run.size < 0.85 * main.size and run.foot > main.foot + 0.15 * main.size
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
        all(run.bold for run in row),
    )  # fmt: skip


def _margins(pages: Sequence[Sequence[PaperLine]]) -> set[tuple[int, float, str]]:
    """Return the page, foot and words of each line that is a running head or a page's number.

    None stands behind a line of the text.
    """
    ends = [line for lines in pages for end in _ends_of(lines) for line in end]
    forms = {_key(line): _DIGITS.sub("#", line.text.casefold()) for line in ends}
    counted = Counter((form, round(key[1] / _DRIFT)) for key, form in forms.items())
    counts = Counter(ahead for lines in pages for ahead in _ahead(lines))
    usual, times = max(counts.items(), key=lambda each: each[1], default=(0, 0))
    numbers = sum(_BARE.fullmatch(line.text) is not None for line in ends)

    def is_margin(line: PaperLine) -> bool:
        if is_page_number(line.text) or (numbers > 1 and _BARE.fullmatch(line.text)):
            return True
        if times >= _COUNTING and usual in _numbers(line):
            return True
        place = round(line.foot / _DRIFT)
        alike = sum(counted[forms[_key(line)], place + step] for step in (-1, 0, 1))
        return len(line.text) <= _LONGEST_HEAD and alike > 1 and len(pages) > 1

    return {
        _key(line) for lines in pages for end in _ends_of(lines) for line in takewhile(is_margin, end)
    }  # fmt: skip


def _numbers(line: PaperLine) -> set[int]:
    """Return by how much the numbers that begin or end a line are ahead of its page."""
    if len(line.text) > _LONGEST_HEAD:
        return set()
    return {int(number) - line.page for number in _AT_END.findall(line.text)}


def _ahead(lines: Sequence[PaperLine]) -> set[int]:
    return {number for end in _ends_of(lines) for line in end for number in _numbers(line)}


def _ends_of(lines: Sequence[PaperLine]) -> tuple[Sequence[PaperLine], Sequence[PaperLine]]:
    """Return the first and the last lines of a page, each from its edge."""
    return lines[:_ENDS], lines[: -_ENDS - 1 : -1]


def _key(line: PaperLine) -> tuple[int, float, str]:
    return line.page, line.foot, line.text


def _ordered(runs: Sequence[PaperRun], depth: int) -> list[list[PaperRun]]:
    """Return the runs of a page in parts that are read one after another."""
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
    """Return where a gap runs down between runs that stand beside each other, or None."""
    if len(runs) < 2 * _FEWEST:
        return None
    left, right = min(run.left for run in runs), max(run.right for run in runs)
    narrow = sorted(
        (run for run in runs if run.right - run.left < _NARROW * (right - left)),
        key=lambda run: run.left,
    )
    best, width, reach = None, _GUTTER, left
    for run in narrow:
        if run.left - reach > width and reach > left:
            best, width = (reach + run.left) / 2, run.left - reach
        reach = max(reach, run.right)
    return best


def _bands(runs: Sequence[PaperRun], gutter: float) -> list[tuple[bool, list[PaperRun]]]:
    """Return runs from the top in bands: those that a gutter parts, and those over it."""
    bands: list[tuple[bool, list[PaperRun]]] = []
    for run in sorted(runs, key=lambda run: -run.foot):
        is_parted = not run.left < gutter < run.right
        if bands and bands[-1][0] == is_parted:
            bands[-1][1].append(run)
        else:
            bands.append((is_parted, [run]))
    return bands


def _is_column(runs: Sequence[PaperRun]) -> bool:
    """Tell whether runs are lines of prose, and no cells of a table."""
    feet = {round(run.foot) for run in runs}
    if len(feet) < _FEWEST:
        return False
    return mean(len(line.text) for line in _lines(0, runs)) >= _COLUMN
