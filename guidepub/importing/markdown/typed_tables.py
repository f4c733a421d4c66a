"""Converts tables drawn with dashes, as in Pandoc and reStructuredText, to tables with bars.

The number of lines stays the same, with blank lines after the rows. Drawings in any other form are
not changed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

_GRID_RULE = re.compile(r"[ ]{0,3}\+(?:[-=:]{3,}\+){1,24}[ ]*")
_GRID_ROW = re.compile(r"[ ]{0,3}[|+].*[|+][ ]*")
_GROUPS = re.compile(r"[ ]{0,8}(?:-{2,}|={2,})(?:[ ]+(?:-{2,}|={2,})){1,24}[ ]*")
_GROUP = re.compile(r"-{2,}|={2,}")
_FULL = re.compile(r"[ ]{0,3}-{6,}[ ]*")
_CAPTION = re.compile(r"[ ]{0,3}(?:Table)?:[ ]+(?P<words>\S.{0,300})")
_FENCE = re.compile(r"[ ]{0,3}(?P<mark>`{3,}|~{3,})")
_LONGEST = 2000
_MOST_ROWS = 400

_Rows = list[list[str]]


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A drawn table: its header or None, its rows, and the first line after it."""

    head: list[str] | None
    rows: _Rows
    end: int


def with_bars(lines: Sequence[str]) -> list[str]:
    """Return the same number of lines of Markdown, with drawn tables as tables with bars."""
    made = list(lines)
    at, fence = 0, ""
    while at < len(lines):
        mark = _FENCE.match(lines[at])
        if mark and (not fence or mark["mark"].startswith(fence)):
            fence = "" if fence else mark["mark"]
        drawn = None if fence else _table_at(lines, at)
        if drawn is None:
            at += 1
            continue
        end = _with_caption(lines, made, drawn.end)
        table = _written(drawn)
        room = drawn.end - at
        if len(table) <= room:
            made[at : drawn.end] = [*table, *[""] * (room - len(table))]
        at = end
    return made


def _table_at(lines: Sequence[str], at: int) -> _Drawn | None:
    """Return the table that begins at a line, or None."""
    line = lines[at]
    if len(line) > _LONGEST or not line.strip(" "):
        return None
    if _GRID_RULE.fullmatch(line):
        return _grid(lines, at)
    below = lines[at + 1] if at + 1 < len(lines) else ""
    if _FULL.fullmatch(line) and below.strip():
        return _ruled_columns(lines, at, is_framed=True)
    if _GROUPS.fullmatch(line) or (len(below) <= _LONGEST and _GROUPS.fullmatch(below)):
        return _ruled_columns(lines, at, is_framed=False)
    return None


def _grid(lines: Sequence[str], at: int) -> _Drawn | None:
    """Return a table that is drawn with bars and crosses, `+---+---+`."""
    edges = [match.start() for match in re.finditer(r"\+", lines[at])]
    end = at + 1
    while end < len(lines) and len(lines[end]) <= _LONGEST and _GRID_ROW.fullmatch(lines[end]):
        end += 1
    if not _GRID_RULE.fullmatch(lines[end - 1]) or end - at < 3:
        return None
    rows: _Rows = []
    head, row = None, [""] * (len(edges) - 1)
    for line in lines[at + 1 : end]:
        if not _GRID_RULE.fullmatch(line):
            row = _joined(row, _between(line, edges))
            continue
        if "=" in line and not rows:
            head = row
        else:
            rows.append(row)
        row = [""] * len(row)
    return _Drawn(head, rows, end)


def _between(line: str, edges: Sequence[int]) -> list[str]:
    """Return the text between the edges of columns; text that spans several belongs to the first."""
    cells, start = [], edges[0] + 1
    for left, right in pairwise(edges):
        if line[right : right + 1] not in ("|", "+", ""):
            cells.append("")
            continue
        cells.append(line[start:right].strip() if start <= right else "")
        start = max(start, right + 1, left + 1)
    return cells


def _ruled_columns(lines: Sequence[str], at: int, *, is_framed: bool) -> _Drawn | None:
    """Return a table whose columns are below dashes with gaps, `----  ----`."""
    first = at + 1 if is_framed else at
    rule = first
    while rule < len(lines) and lines[rule].strip() and not _GROUPS.fullmatch(lines[rule]):
        rule += 1
        if rule - first > (4 if is_framed else 1):
            return None
    if rule >= len(lines) or not _GROUPS.fullmatch(lines[rule]):
        return None
    starts = [match.start() for match in _GROUP.finditer(lines[rule])]
    head = _cells(lines[first:rule], starts) if rule > first else None
    if rule > first and (head is None or sum(map(bool, head)) < 2):
        return None
    if head is None and rule + 2 < len(lines) and _is_same_rule(lines, rule, rule + 2):
        # In reStructuredText the header is between two of them.
        head, rule = _cells(lines[rule + 1 : rule + 2], starts), rule + 2
    body = _body(lines, rule + 1, starts, is_framed=is_framed)
    if body is None or not body[0]:
        return None
    return _Drawn(head, *body)


def _is_same_rule(lines: Sequence[str], one: int, other: int) -> bool:
    return lines[one].rstrip() == lines[other].rstrip() and bool(lines[one + 1].strip())


def _body(
    lines: Sequence[str], at: int, starts: Sequence[int], *, is_framed: bool
) -> tuple[_Rows, int] | None:
    """Return the rows of a table and the first line after it, or None if words cross columns."""
    rows: _Rows = []
    row: list[str] = []
    for end in range(at, min(len(lines), at + _MOST_ROWS)):
        line = lines[end]
        is_rule = _GROUPS.fullmatch(line) or (is_framed and _FULL.fullmatch(line))
        if is_rule or not line.strip():
            rows += [row] if row else []
            row = []
            if is_rule or not is_framed:
                return rows, end + 1 if is_rule else end
            continue
        cells = _cells([line], starts)
        if cells is None:
            return None
        if is_framed:
            row = _joined(row or [""] * len(starts), cells)
        else:
            rows.append(cells)
    return (rows + ([row] if row else []), len(lines)) if not is_framed else None


def _cells(lines: Sequence[str], starts: Sequence[int]) -> list[str] | None:
    """Return the text below each group of dashes, or None if a word crosses into the next."""
    joined = [""] * len(starts)
    ends = [*starts[1:], _LONGEST]
    for line in lines:
        if len(line) > _LONGEST or line[: starts[0]].strip():
            return None
        if any(line[end - 1 : end].strip() for end in starts[1:]):
            return None
        cells = [line[start:end].strip() for start, end in zip(starts, ends, strict=True)]
        joined = _joined(joined, cells)
    return joined


def _joined(above: Sequence[str], below: Sequence[str]) -> list[str]:
    """Return the joined cells of two lines of a row."""
    return [" ".join(filter(None, pair)) for pair in zip(above, below, strict=True)]


def _written(drawn: _Drawn) -> list[str]:
    width = len(drawn.rows[0]) if drawn.rows else 0
    rows = [drawn.head or [""] * width, ["---"] * width, *drawn.rows]
    return [f"| {' | '.join(_barless(cell) for cell in row)} |" for row in rows]


def _barless(cell: str) -> str:
    return re.sub(r"(?<!\\)\|", r"\\|", cell)


def _with_caption(lines: Sequence[str], made: list[str], end: int) -> int:
    """Make a caption of the line below a table if it is one, and return where to continue."""
    for number in range(end, min(end + 2, len(lines))):
        if found := _CAPTION.fullmatch(lines[number]):
            made[number] = f'<p class="caption">{escape(found["words"].strip(), quote=False)}</p>'
            return number + 1
        if lines[number].strip():
            break
    return end
