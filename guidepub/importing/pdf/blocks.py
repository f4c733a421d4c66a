"""Joins the lines of a PDF into paragraphs, headings, items and rows, by size and position."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from guidepub.importing.headings.known import known_section
from guidepub.importing.pdf.columns import Column
from guidepub.importing.pdf.letters import PaperRun
from guidepub.importing.pdf.lines import PaperLine
from guidepub.importing.plain.divided_words import LineJoiner

BULLET = re.compile(r"([•▪◦●○■□➢►*·–—-])\s+(?=\S)")
NUMBER = re.compile(r"\(?(\d{1,2}|[a-z])[.)]\s+(?=\S)")
_STOP = re.compile(r"[.!?:;…][”\"’')\]]*[¹²³⁴⁵⁶⁷⁸⁹⁰]*$")
_LEADER = re.compile(r"(?:\.\s?){4,}\s*(?:\d{1,4}|[ivxlc]{1,7})\s*$")
# How much larger than the text a heading is.
_LARGER = 1.14
# If its words name a section, a little larger is enough.
_SLIGHTLY = 1.04
_LONGEST_HEADING = 140
_LONGEST_BOLD = 90
# The gap between paragraphs in line heights; an indent in ems; a short line relative to its column.
_GAP = 1.35
_INDENT = 0.7
_SHORT = 0.82
_NEAR = 1.7
# The largest difference in size between a paragraph's lines, which other fonts in it may cause.
_ALIKE = 0.2
# The fewest cells of a row that is set close.
_FEWEST_CLOSE = 3
_FIGURE = re.compile(r"\d")
_ITEMS = ("bullet", "number")
_LEVELS = 4


@dataclass(slots=True)
class PaperBlock:
    """Lines that belong together.

    `kind` is `paragraph`, `heading`, `bullet` or `number` for an item of a list, `row` for rows
    of a table, or `contents` for lines with page numbers.
    """

    kind: str
    lines: list[PaperLine]
    level: int = 0


class PageLayout:
    """The layout of a file's text, by which its headings are recognised."""

    def __init__(self, lines: Sequence[PaperLine]) -> None:
        sizes: Counter[float] = Counter()
        for line in lines:
            sizes[_rounded(line.size)] += len(line.text)
        self._body = sizes.most_common(1)[0][0] if sizes else 10.0
        bold = sum(len(line.text) for line in lines if line.bold)
        self._bold_marks_headings = bold < 0.4 * max(sum(sizes.values()), 1)
        large = {
            _rounded(line.size)
            for line in lines
            if _rounded(line.size) >= _LARGER * self._body and len(line.text) <= _LONGEST_HEADING
        }
        self._levels = {
            size: min(n, _LEVELS) for n, size in enumerate(sorted(large, reverse=True), 1)
        }

    def blocks(self, columns: Iterable[Column]) -> Iterator[PaperBlock]:
        """Yield the blocks of columns."""
        for column in columns:
            yield from self._column(column.lines)

    def title(self, blocks: Sequence[PaperBlock]) -> PaperBlock | None:
        """Return the heading that is the text's title: the only one of the largest size."""
        headings = [block for block in blocks if block.kind == "heading"]
        top = [block for block in headings if block.level == 1]
        is_first = bool(headings) and bool(top) and headings[0] is top[0]
        return top[0] if len(top) == 1 and is_first and self._levels else None

    def _level(self, line: PaperLine) -> int:
        """Return the level of a heading, or 0 for other lines."""
        if not re.search(r"[^\W\d_]", line.text):
            return 0
        if level := self._levels.get(_rounded(line.size), 0):
            # The words of a justified line may be as far apart as cells.
            return level if len(line.text) <= _LONGEST_HEADING else 0
        if len(line.cells) > 1:
            return 0
        is_short = len(line.text) <= _LONGEST_BOLD and not re.search(r"[.,;]$", line.text)
        is_item = BULLET.match(line.text) is not None
        is_bold = line.bold and self._bold_marks_headings and is_short and not is_item
        return min(len(set(self._levels.values())) + 1, _LEVELS + 1) if is_bold else 0

    def _column(self, lines: Sequence[PaperLine]) -> Iterator[PaperBlock]:
        if not lines:
            return
        lines = _with_close_cells(lines)
        rows = _tables(lines)
        pitch = _pitch(lines)
        block: PaperBlock | None = None
        for n, line in enumerate(lines):
            kind, level = self._kind(line, n in rows)
            if kind == "paragraph" and self._names_section(line, block, pitch):
                kind, level = "heading", min(len(set(self._levels.values())) + 1, _LEVELS + 1)
            if block and _belongs(block, line, kind, level, pitch):
                block.lines.append(line)
                continue
            if block:
                yield block
            block = PaperBlock(kind, [line], level)
        if block:
            yield block

    def _names_section(self, line: PaperLine, above: PaperBlock | None, pitch: float) -> bool:
        """Return whether a line names a section and is set apart, like a heading in italics."""
        if len(line.text) > _LONGEST_BOLD or _STOP.search(line.text):
            return False
        gap = above.lines[-1].foot - line.foot if above else 2 * _GAP * pitch
        is_apart = gap > _GAP * pitch or line.size > _SLIGHTLY * self._body
        return is_apart and bool(known_section(line.text))

    def _kind(self, line: PaperLine, is_row: bool) -> tuple[str, int]:
        if _LEADER.search(line.text):
            return "contents", 0
        if is_row:
            return "row", 0
        if level := self._level(line):
            return "heading", level
        if BULLET.match(line.text):
            return "bullet", 0
        return ("number", 0) if NUMBER.match(line.text) else ("paragraph", 0)


def _belongs(block: PaperBlock, line: PaperLine, kind: str, level: int, pitch: float) -> bool:
    """Return whether a line belongs to the block above it."""
    last = block.lines[-1]
    gap = last.foot - line.foot
    if kind in ("row", "contents"):
        return kind == block.kind
    if kind == "heading":
        is_near = gap < _NEAR * max(line.size, last.size)
        return block.kind == "heading" and level == block.level and is_near
    if kind in _ITEMS or block.kind in ("heading", "row", "contents"):
        return False
    is_near = gap <= _GAP * max(pitch, line.size)
    return (
        is_near and abs(line.size - last.size) <= _ALIKE * last.size and _matches_edges(block, line)
    )


def _matches_edges(block: PaperBlock, line: PaperLine) -> bool:
    """Return whether the edges of a line match those of the paragraph or the item above it."""
    first, last = block.lines[0], block.lines[-1]
    if block.kind in _ITEMS:
        # A line on which the next word had no room may also continue below its number.
        is_full = last.right >= line.right and not _STOP.search(last.text)
        return is_full or line.left > first.left + 0.3 * line.size
    if line.left > min(first.left, last.left) + _INDENT * line.size:
        return False
    return not _ends_short(last, block, line)


def _ends_short(last: PaperLine, block: PaperBlock, line: PaperLine) -> bool:
    """Return whether a line ends a sentence although the next word would have fitted on it."""
    if not _STOP.search(last.text):
        return False
    widest = max(each.right for each in [*block.lines, line])
    width = max(widest - min(last.left, line.left), 1.0)
    return (last.right - last.left) < _SHORT * width


def _rounded(size: float) -> float:
    return round(size * 2) / 2


def _pitch(lines: Sequence[PaperLine]) -> float:
    """Return the usual height of a line in a column."""
    steps = [a.foot - b.foot for a, b in pairwise(lines)]
    return median([step for step in steps if step > 1.0] or [12.0])


def _tables(lines: Sequence[PaperLine]) -> set[int]:
    """Return the lines that are rows of tables: their cells are aligned with those of the next line."""
    found: set[int] = set()
    for n, (line, below) in enumerate(pairwise(lines)):
        if len(line.cells) < 2 or len(line.cells) != len(below.cells):
            continue
        if BULLET.match(f"{line.cells[0].text} x") or NUMBER.match(f"{line.cells[0].text} x"):
            continue
        if all(_is_below(a, b) for a, b in zip(line.cells, below.cells, strict=True)):
            found |= {n, n + 1}
    return found


def _with_close_cells(lines: Sequence[PaperLine]) -> list[PaperLine]:
    """Return lines, with rows of tables whose columns are set close split into cells.

    Their cells are aligned with each other, and most of them are figures.
    """
    found: set[int] = set()
    close = {n for n, (line, below) in enumerate(pairwise(lines)) if _are_close_rows(line, below)}
    for n in close:
        # Two columns are a table only if they continue: prose has a wide gap now and then.
        goes_on = bool({n - 1, n + 1} & close) and len(lines[n].parts) > 1
        if goes_on or len(lines[n].parts) >= _FEWEST_CLOSE:
            found |= {n, n + 1}
    return [replace(line, cells=line.parts) if n in found else line for n, line in enumerate(lines)]


def _are_close_rows(line: PaperLine, below: PaperLine) -> bool:
    """Return whether the parts of two lines are cells, with figures in most of the lower ones."""
    upper, lower = line.parts, below.parts
    if len(upper) != len(lower) or len(upper) < 2 or BULLET.match(f"{upper[0].text} x"):
        return False
    if len(upper) == len(line.cells) == len(below.cells):
        return False
    is_even = all(_is_below(a, b) for a, b in zip(upper, lower, strict=True))
    cells = lower if len(lower) >= _FEWEST_CLOSE else lower[1:]
    return is_even and sum(bool(_FIGURE.search(cell.text)) for cell in cells) > len(cells) / 2


def _is_below(above: PaperRun, below: PaperRun) -> bool:
    near = 1.2 * above.size
    middle = abs((above.left + above.right) - (below.left + below.right)) / 2
    return min(abs(above.left - below.left), abs(above.right - below.right), middle) < near


def joined(blocks: Iterable[PaperBlock], joiner: LineJoiner) -> Iterator[PaperBlock]:
    """Yield blocks, with paragraphs joined that continue in the next column or on the next page."""
    last: PaperBlock | None = None
    for block in blocks:
        if last and _continues_in_next_column(last, block, joiner):
            last.lines += block.lines
            continue
        if last:
            yield last
        last = block
    if last:
        yield last


def _continues_in_next_column(last: PaperBlock, block: PaperBlock, joiner: LineJoiner) -> bool:
    if block.kind != "paragraph" or last.kind not in ("paragraph", "bullet", "number"):
        return False
    above, below = last.lines[-1], block.lines[0]
    if above.page == below.page and above.foot > below.foot:
        return False
    begins = below.text[:1]
    return joiner.is_divided(above.text, below.text) or (
        begins.islower() and not _STOP.search(above.text)
    )
