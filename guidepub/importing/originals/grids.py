"""Turns an HTML table into a grid of cells, with spans filled in, without empty rows and columns."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from lxml.html import HtmlElement

from guidepub.figures.numbers import MINUSES
from guidepub.findings import Finding, Place, Severity
from guidepub.importing.originals.citations import is_empty_link
from guidepub.importing.originals.escaping import spaced
from guidepub.importing.originals.lists import Item
from guidepub.importing.originals.original import Grid
from guidepub.importing.originals.stated_figures import measure_of
from guidepub.text.figures.years import years

# A table that is larger than this is data, and not part of a book's text.
MOST_COLUMNS = 24
MOST_ROWS = 400

_FIGURE = re.compile(rf"[{MINUSES}]?[$€£]?\d")
_LONGEST_HEAD = 80
# Cells with more characters on average are parts of a page layout, not of a table.
_LONGEST_CELL = 400
# A cell with this many paragraphs is part of a page layout, not of a data table.
_PARAGRAPHS = 3
# Elements that may be direct children of a table or of a part of one.
_PARTS = frozenset("caption colgroup col thead tbody tfoot tr td th script style template".split())
_Cell = tuple[str, str, bool]
_EMPTY: _Cell = ("", "", False)


def grid_of(table: HtmlElement, item: Item, left_out: Callable[[HtmlElement], bool]) -> Grid | None:
    """Return a table's grid, or None if it contains no words."""
    head_rows = sum(1 for _ in _rows(table, "thead"))
    every = [*_rows(table, "thead"), *_rows(table, "tbody")]
    rows = _filled(every[:MOST_ROWS], item, left_out)
    rows = [row for row in rows if any(cell[0] for cell in row)]
    if not rows:
        return None
    full_width = max(len(row) for row in rows)
    width = min(full_width, MOST_COLUMNS)
    aside = [cell[0] for row in rows for cell in row[width:]]
    rows = [row[:width] + [_EMPTY] * (width - len(row)) for row in rows]
    heads = min(head_rows, len(rows)) or int(_is_head(rows))
    marked = bool(head_rows) or all(cell[2] or not cell[0] for cell in rows[0])
    guessed = not heads and _may_be_head(rows)
    if guessed:
        heads, rows[0] = 1, _with_spans_repeated(rows[0])
    kept = _columns_with_words(rows[heads:] or rows)
    silent = [words for row in rows for words in _dropped_words(row, kept)]
    beyond = [cell.text_content() for row in every[MOST_ROWS:] for cell in row]
    rows = [[row[column] for column in kept] for row in rows]
    caption = next((spaced(e.text_content()) for e in table.iter("caption")), "")
    return Grid(
        words=tuple(tuple(cell[0] for cell in row) for row in rows),
        cells=tuple(tuple(cell[1] for cell in row) for row in rows),
        heads=heads,
        caption=caption,
        dropped=max(len(every) - MOST_ROWS, 0),
        dropped_columns=full_width - width,
        left_out=spaced(" ".join([*silent, *aside, *beyond])),
        guessed=guessed,
        marked=marked,
    )


def _columns_with_words(body: list[list[_Cell]]) -> list[int]:
    """Return the numbers of the columns that have words below their headings."""
    return [
        number
        for number, column in enumerate(zip(*body, strict=True))
        if any(_has_words(cell[0]) for cell in column)
    ]


def guessed_head(grid: Grid, place: Place) -> Finding:
    """Return the finding on a table whose first row was taken for its header."""
    message = f"A table has no marked header; its first row was taken as one: “{' | '.join(grid.words[0])}”."
    return Finding(place, "I054", message, "Check whether it is the header.", Severity.WARNING)


def _is_head(rows: list[list[_Cell]]) -> bool:
    """Return whether a first row is a header: `th` cells, names of measures, or words above figures."""
    first = rows[0]
    if all(cell[2] or not cell[0] for cell in first):
        return True
    if len(rows) > 1 and sum(measure_of(cell[0]) is not None for cell in first[1:]) > 1:
        return True
    # The corner is often empty; then every row below has a name.
    is_named = bool(first[0][0]) or all(row[0][0] for row in rows[1:])
    if len(rows) < 2 or not is_named or not all(cell[0] for cell in first[1:]):
        return False
    heads_of_rows = len(first) == 2 and all(row[0][2] for row in rows)
    if measure_of(first[0][0]) or heads_of_rows:
        return False
    return not any(_FIGURE.search(cell[0]) for cell in first) and any(
        _FIGURE.match(row[-1][0]) for row in rows[1:]
    )


def _may_be_head(rows: list[list[_Cell]]) -> bool:
    """Return whether an unmarked first row may be the header of a table.

    A header names its columns in few words. A table of two columns whose rows each state a
    measure, or whose first cells are row headers, is a list of facts and has no header.
    """
    first = rows[0]
    if len(rows) < 2 or len(first) < 2 or not first[0][0] or not any(c[0] for c in first[1:]):
        return False
    if any(len(c[0]) > _LONGEST_HEAD or (_FIGURE.search(c[0]) and not years(c[0])) for c in first):
        return False
    labels = [row[0] for row in rows]
    if len(first) == 2 and any(measure_of(cell[0]) or cell[0].endswith(":") for cell in labels):
        return False
    return not all(cell[2] for cell in labels)


def _with_spans_repeated(head: list[_Cell]) -> list[_Cell]:
    """Return a header row in which spanning cells are repeated for each column."""
    reached: list[_Cell] = []
    for cell in head:
        reached.append(cell if cell[0] or not reached else reached[-1])
    return reached


def _dropped_words(row: list[_Cell], kept: list[int]) -> Iterator[str]:
    """Yield the words of a row that are only in dropped columns; a spanning header counts once."""
    shown = {row[i][0] for i in kept}
    return (words for words in dict.fromkeys(cell[0] for cell in row) if words not in shown)


def _has_words(words: str) -> bool:
    return bool(words) and not is_empty_link(words)


def joined_head(grid: Grid) -> tuple[str, ...]:
    """Return each column's heading, joined from several header rows: `Change: Percent`."""
    return tuple(
        ": ".join(dict.fromkeys(cell for cell in cells if cell))
        for cells in zip(*grid.words[: grid.heads], strict=True)
    )


def _rows(table: HtmlElement, part: str) -> Iterator[HtmlElement]:
    """Yield the rows of a table's head, or all others except those of its foot."""
    for child in table:
        if child.tag == "tr" and part == "tbody":
            yield child
        elif child.tag == part:
            yield from (row for row in child if row.tag == "tr")


def _filled(
    rows: list[HtmlElement], item: Item, left_out: Callable[[HtmlElement], bool]
) -> list[list[_Cell]]:
    filled: list[list[_Cell]] = []
    # The cells that still span rows below, by column: how many rows, and the cell.
    hanging: dict[int, tuple[int, _Cell]] = {}
    for row in rows:
        if left_out(row):
            continue
        cells: list[_Cell] = []
        own = [cell for cell in row if cell.tag in ("td", "th") and not left_out(cell)]
        for cell in own:
            _add_spanning_cells(cells, hanging)
            words, markdown = item(cell)
            filling = (words, markdown.replace("\n", " "), cell.tag == "th")
            across, down = _span(cell, "colspan"), _span(cell, "rowspan")
            for step in range(across):
                if down > 1:
                    hanging[len(cells)] = (down - 1, filling if step == 0 else _head_only(filling))
                cells.append(filling if step == 0 else _head_only(filling))
        _add_spanning_cells(cells, hanging)
        filled.append(cells)
    return filled


def _head_only(cell: _Cell) -> _Cell:
    """Return a spanning cell for its next column: a header is repeated, a figure is not."""
    return cell if cell[2] else _EMPTY


def _add_spanning_cells(cells: list[_Cell], hanging: dict[int, tuple[int, _Cell]]) -> None:
    while len(cells) in hanging:
        column = len(cells)
        left, filling = hanging.pop(column)
        if left > 1:
            hanging[column] = (left - 1, filling)
        cells.append(_head_only(filling))


def _span(cell: HtmlElement, name: str) -> int:
    value = cell.get(name) or "1"
    most = MOST_COLUMNS if name == "colspan" else MOST_ROWS
    return min(max(int(value), 1), most) if value.isdigit() and len(value) < 6 else 1


def is_layout(table: HtmlElement) -> bool:
    """Return whether a table is only page layout: it contains tables, headings or long texts."""
    if table.get("role") == "presentation":
        return True
    if next(table.iter("h1", "h2", "h3"), None) is not None:
        return True
    if sum(1 for _ in table.iter("table")) > 1:
        return True
    if any(map(_is_page, table.iter("td"))):
        return True
    if _is_column(table):
        return True
    cells = sum(1 for _ in table.iter("td", "th"))
    return cells == 1 or len(table.text_content()) > _LONGEST_CELL * max(cells, 1)


def _is_column(table: HtmlElement) -> bool:
    """Return whether a table is a single column of page parts: bold words with sentences below."""
    rows = [list(row.iterchildren("td", "th")) for row in table.iter("tr")]
    cells = [row[0] for row in rows if row]
    if len(cells) < len(rows) or any(len(row) != 1 for row in rows):
        return False
    heads = [_is_bold(cell) for cell in cells]
    return any(head and not below for head, below in pairwise(heads))


def _is_bold(cell: HtmlElement) -> bool:
    """Return whether all words of a cell are bold."""
    words = spaced(cell.text_content())
    bold = spaced(" ".join(part.text_content() for part in cell.iter("b", "strong")))
    return bool(words) and words == bold


def _is_page(cell: HtmlElement) -> bool:
    """Return whether a cell has several paragraphs, as elements or separated by empty lines."""
    apart = 0
    for part in cell.iter("br", "p"):
        before = part.getprevious()
        is_second = before is not None and before.tag == "br" and not (before.tail or "").strip()
        apart += part.tag == "p" or is_second
    return apart >= _PARAGRAPHS


def take_loose_words(table: HtmlElement) -> HtmlElement:
    """Remove words and paragraphs that are between a table's cells, and return them in an element."""
    loose: HtmlElement = table.makeelement("div", {})
    loose.sourceline = table.sourceline
    for part in table.iter("table", "thead", "tbody", "tfoot", "tr", "colgroup"):
        if part is not table and next(part.iterancestors("table")) is not table:
            continue
        _add_words(loose, part.text)
        part.text = None
        for child in list(part):
            words, child.tail = child.tail, None
            if isinstance(child.tag, str) and _is_between_cells(child):
                loose.append(child)
            _add_words(loose, words)
    return loose


def _is_between_cells(child: HtmlElement) -> bool:
    """Return whether a table's child is neither a part of the table nor contains one.

    Old pages have forms around rows and cells, which contain parts of the table.
    """
    return child.tag not in _PARTS and next(child.iter("tr", "td", "th"), None) is None


def _add_words(loose: HtmlElement, words: str | None) -> None:
    if not (words and words.strip()):
        return
    if len(loose):
        loose[-1].tail = f"{loose[-1].tail or ''} {words} "
    else:
        loose.text = f"{loose.text or ''} {words.strip()}".lstrip()
