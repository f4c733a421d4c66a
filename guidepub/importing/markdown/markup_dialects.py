"""Defines dialects of lightweight markup: how each is recognised, and what replaces its marks."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import islice

Put = str | Callable[[re.Match[str]], str]
"""The replacement of a mark, or a function that returns it."""

_RULE = re.compile(r"[ ]{0,3}\|[ :|-]+")
_ITEM = re.compile(r"[ ]{0,12}(?:[-*+]|\d{1,3}[.)])[ ]")
# The most columns of a table.
_MOST_CELLS = 12


@dataclass(frozen=True, slots=True)
class MarkupDialect:
    """The markup of one tool: how it is recognised, and replacements for its marks, in order.

    `signs` must be found `fewest` times, and `beside` once; a text with `unlike` is another tool's.
    `left_out` are marks without a replacement; those that are `closed` are dropped only if the text
    has an end tag of the same name.
    """

    signs: re.Pattern[str]
    fewest: int
    left_out: re.Pattern[str]
    put: tuple[tuple[re.Pattern[str], Put], ...]
    beside: re.Pattern[str] | None = None
    unlike: re.Pattern[str] | None = None

    def matches(self, text: str) -> bool:
        """Return whether a text has the markup of this tool."""
        found = sum(1 for _ in islice(self.signs.finditer(text), self.fewest))
        if found < self.fewest or (self.beside is not None and not self.beside.search(text)):
            return False
        return self.unlike is None or not self.unlike.search(text)


def row(pattern: str, put: Put, flags: int = re.I) -> tuple[re.Pattern[str], Put]:
    """Return a row of a dialect: a pattern for lines, and its replacement."""
    return re.compile(pattern, flags | re.M), put


def heading(level_of: Callable[[str], int]) -> Put:
    """Return a replacement for headings; the first group gives the level, the second the words."""
    return lambda match: f"{'#' * level_of(match[1])} {match[2].strip()}"


def linked(words: str, address: str) -> str:
    """Return a link as Markdown, or only its words if it leads to a page of the same wiki."""
    return f"[{words}](<{address}>)" if re.match(r"(?:https?|mailto|ftp):", address) else words


def with_delimiter_rows(text: str) -> str:
    """Return Markdown in which rows of cells are tables, with the same number of lines.

    The first row replaces the blank line above it, and the delimiter row takes its place; a rule
    after the first row moves to the end. Below a list, which would absorb the row, and directly
    below a heading, a line is added. Rows without a blank line above are not changed.
    """
    lines = text.split("\n")
    number = 0
    while number < len(lines):
        if not lines[number].startswith("|"):
            number += 1
            continue
        end = _end_of_rows(lines, number)
        rows = [line for line in lines[number:end] if line.strip()]
        is_ruled = len(rows) > 1 and _RULE.fullmatch(rows[1])
        start = number - 1 if number and not lines[number - 1].strip() else number
        if start < number and start and _ITEM.match(lines[start - 1]):
            lines.insert(number, "")
            number, end, start = number + 1, end + 1, start + 1
        elif start == number and not is_ruled and (not number or lines[number - 1].startswith("#")):
            lines.insert(number, "")
            number, end = number + 1, end + 1
        spare = end - start - len(rows)
        width = rows[0].strip().strip("|").count("|") + 1
        if not is_ruled and len(rows) > 1 and spare and 1 < width <= _MOST_CELLS:
            made = [rows[0], f"|{' --- |' * width}", *rows[1:]]
            lines[start:end] = [*made, *[""] * (spare - 1)]
        number = end
    return "\n".join(lines)


def _end_of_rows(lines: Sequence[str], first: int) -> int:
    """Return the number of the line after the rows of a table; a blank may follow its first row."""
    end = first + 1
    if end + 1 < len(lines) and not lines[end].strip() and lines[end + 1].startswith("|"):
        end += 1
    while end < len(lines) and lines[end].startswith("|"):
        end += 1
    return end
