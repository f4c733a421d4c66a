"""Reads columns made with spaces or tabs: tables, and prose in two columns.

Lines are rows if they have the same number of cells, with two spaces or more between, and their cells
are aligned. Spaces within a sentence do not count.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from statistics import median

from guidepub.importing.originals.escaping import escaped, spaced
from guidepub.importing.originals.original import Grid
from guidepub.importing.originals.residues import TOKEN
from guidepub.importing.plain.page_furniture import Line

_CELL = re.compile(r"\S+(?: \S+)*")
_RULES = re.compile(r"[-=_–—]{2,}")
_FIGURE = re.compile(r"\d")
# Numbers that name a column: a year, or a percentile such as “25th”, “25 %”.
_NAME = re.compile(r"(?:19|20)\d\d|[Pp]?(?:10|25|50|75|90) ?(?:%|th|percent)?|[Qq][1-4]")
_STOP = re.compile(r"[.!?:;…][”\"’')\]]*$")
# “A.  Define the problem” is a list item.
_MARK = re.compile(r"\(?(?:\d{1,2}|[A-Za-z]|[ivxIVX]{1,4})[.)]")
_QUOTED = re.compile(r'"(?P<inner>(?:[^"]|""){1,20000})"')
# The most lines of one cell.
_MOST_LINES = 60
_TAB = 8
_FEWEST_PROSE = 3
# The fewest letters of a usual line of prose in a column.
_PROSE = 20
_MOST_COLUMNS = 12
_MOST_HEADS = 3


def with_whole_cells(lines: Sequence[Line]) -> list[Line]:
    """Return lines with the cells of a pasted spreadsheet, separated by tabs, as they were typed.

    Spreadsheets put cells with quotes or line ends in quotes, and double the quotes inside.
    """
    made: list[Line] = []
    start = 0
    while start < len(lines):
        number, text = lines[start]
        end = start + 1
        if '\t"' in text or (text.startswith('"') and "\t" in text):
            while text.count('"') % 2 and end < min(len(lines), start + _MOST_LINES):
                text = f"{text} {lines[end][1].strip()}"
                end += 1
            cells = text.split("\t")
            if text.count('"') % 2:
                text, end = lines[start][1], start + 1
            else:
                text = "\t".join(_unquoted(cell, is_whole=end > start + 1) for cell in cells)
        made.append((number, text))
        start = end
    return made


def _unquoted(cell: str, *, is_whole: bool) -> str:
    """Return a cell without the quotes that a spreadsheet put around it, if any."""
    found = _QUOTED.fullmatch(cell.strip())
    if found is None or not (is_whole or '""' in found["inner"]):
        return cell
    return found["inner"].replace('""', '"')


def split_tables(lines: Sequence[Line]) -> Iterator[tuple[list[Line], Grid | None]]:
    """Yield lines in parts: the rows of a table with its grid, and lines between tables."""
    rest: list[Line] = []
    start = 0
    while start < len(lines):
        first = start + _count_header_lines(lines, start)
        end = _end_of_rows(lines, first)
        if end - first < 2:
            rest.append(lines[start])
            start += 1
            continue
        if rest:
            yield rest, None
        rest = []
        heads = [["", *_cells(text)] for _, text in lines[start:first]]
        rows = [_cells(text) for _, text in lines[first:end]]
        yield list(lines[start:end]), _grid([*heads, *rows], len(heads))
        start = end
    if rest:
        yield rest, None


def _count_header_lines(lines: Sequence[Line], start: int) -> int:
    """Return how many lines are column headings of the rows below; the first column has none."""
    for count in range(1, min(_MOST_HEADS, len(lines) - start - 2) + 1):
        if any(map(_holds_amount, _cells(lines[start + count - 1][1]))):
            return 0
        row = lines[start + count][1]
        is_row = _end_of_rows(lines, start + count) > start + count + 1
        if is_row and all(_is_header_of(text, row) for _, text in lines[start : start + count]):
            return count
    return 0


def begins_table(lines: Sequence[Line]) -> bool:
    """Return whether a line and the one below it are rows."""
    return _end_of_rows(lines, 0) > 1


def split_columns(lines: Sequence[Line]) -> list[list[Line]]:
    """Return the lines of two columns of prose, one column after the other, or else all lines."""
    starts = Counter(
        cells[1][0] for _, text in lines if "\t" not in text and len(cells := _spans(text)) == 2
    )
    gutter, count = max(starts.items(), key=lambda pair: pair[1], default=(0, 0))
    if count < max(_FEWEST_PROSE, len(lines) // 2):
        return [list(lines)]
    left, right = [], []
    for number, text in lines:
        before, after = text[:gutter], text[gutter:]
        if after.strip() and before and not before.endswith("  "):
            return [list(lines)]
        left.append((number, before.rstrip()))
        right.append((number, after.rstrip()))
    columns = [[line for line in column if line[1].strip()] for column in (left, right)]
    if any(median(len(text.strip()) for _, text in column) < _PROSE for column in columns):
        return [list(lines)]
    return columns if _STOP.search(columns[0][-1][1]) else [[*columns[0], *columns[1]]]


def _end_of_rows(lines: Sequence[Line], start: int) -> int:
    """Return the index after the last of the rows that begin at a line."""
    first = lines[start][1]
    cells = _cells(first)
    if TOKEN.search(first) or not 1 < len(cells) <= _MOST_COLUMNS or _MARK.fullmatch(cells[0]):
        return start
    end = start + 1
    while end < len(lines) and _are_rows(lines[end - 1][1], lines[end][1]):
        end += 1
    return end


def _are_rows(above: str, below: str) -> bool:
    """Return whether the cells of two lines are aligned."""
    if TOKEN.search(below) or ("\t" in above) != ("\t" in below):
        return False
    if "\t" in above:
        return len(_cells(above)) == len(_cells(below)) > 1
    upper, lower = _spans(above), _spans(below)
    return len(upper) == len(lower) > 1 and all(
        abs(a[0] - b[0]) <= 1 or abs(a[1] - b[1]) <= 1 for a, b in zip(upper, lower, strict=True)
    )


def _holds_amount(cell: str) -> bool:
    """Return whether a cell has a figure that does not name a column."""
    return bool(_FIGURE.search(cell)) and not _NAME.fullmatch(cell.strip())


def _is_header_of(above: str, row: str) -> bool:
    """Return whether a line has headings for all columns of a row except the first."""
    if "\t" in above or TOKEN.search(above):
        return False
    upper, lower = _spans(above), _spans(row)[1:]
    return len(upper) == len(lower) > 1 and all(
        head[0] <= cell[1] and cell[0] <= head[1] for head, cell in zip(upper, lower, strict=True)
    )


def _cells(text: str) -> list[str]:
    if "\t" in text.strip():
        return [spaced(cell) for cell in re.split(r"\t+", text.strip())]
    return [match[0] for match in _CELL.finditer(text)]


def _spans(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in _CELL.finditer(text.expandtabs(_TAB))]


def _grid(rows: Sequence[Sequence[str]], heads: int) -> Grid:
    """Return the grid of rows, of which the first `heads` are known to be the header.

    If there are none, the first row is the header if it has no amount and another row does, or if a
    row of rules is below it.
    """
    is_ruled = not heads and all(map(_RULES.fullmatch, rows[1]))
    rows = [rows[0], *rows[2:]] if is_ruled else rows
    is_guessed = not is_ruled and (
        heads > 0
        or (
            not any(map(_holds_amount, rows[0]))
            and any(any(map(_holds_amount, row)) for row in rows[1:])
        )
    )
    heads = heads or int(is_ruled or is_guessed)
    if not heads:
        # “Pay:   $34,000”: a list of facts, with a gap after each label.
        rows = [(row[0].rstrip(" :") or row[0], *row[1:]) for row in rows]
    return Grid(
        words=tuple(tuple(row) for row in rows),
        cells=tuple(tuple(map(escaped, row)) for row in rows),
        heads=heads,
        guessed=is_guessed,
    )
