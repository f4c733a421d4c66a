"""The dialects of marks: the signs by which each is known, and the replacements of its marks."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import islice

Put = str | Callable[[re.Match[str]], str]
"""What stands for a mark that was found."""

_RULE = re.compile(r"[ ]{0,3}\|[ :|-]+")
_ITEM = re.compile(r"[ ]{0,12}(?:[-*+]|\d{1,3}[.)])[ ]")
# Columns of a table.
_MOST_CELLS = 12


@dataclass(frozen=True, slots=True)
class LightMarks:
    """Marks of one tool: by what they are known, and what stands for each, in their order.

    `signs` must be found `fewest` times, and `beside` once. `left_out` are marks that stand for
    nothing, those that are `closed` only where the text ends one of that name. What is `unlike`
    another tool wrote.
    """

    signs: re.Pattern[str]
    fewest: int
    left_out: re.Pattern[str]
    put: tuple[tuple[re.Pattern[str], Put], ...]
    beside: re.Pattern[str] | None = None
    unlike: re.Pattern[str] | None = None

    def wrote(self, text: str) -> bool:
        """Return whether a text has the marks of this tool."""
        found = sum(1 for _ in islice(self.signs.finditer(text), self.fewest))
        if found < self.fewest or (self.beside is not None and not self.beside.search(text)):
            return False
        return self.unlike is None or not self.unlike.search(text)


def row(pattern: str, put: Put, flags: int = re.I) -> tuple[re.Pattern[str], Put]:
    """Return a row of a dialect: what is found on a line, and what stands for it."""
    return re.compile(pattern, flags | re.M), put


def heading(level_of: Callable[[str], int]) -> Put:
    """Return the replacement of a heading whose first group gives its level, and its second the words."""
    return lambda match: f"{'#' * level_of(match[1])} {match[2].strip()}"


def linked(words: str, address: str) -> str:
    """Return a link as Markdown, or its words where it leads to another page of the same wiki."""
    return f"[{words}](<{address}>)" if re.match(r"(?:https?|mailto|ftp):", address) else words


def with_rules(text: str) -> str:
    """Return Markdown in which rows of cells alone are tables, with as many lines.

    The first row replaces the blank line above, and the rule below it replaces that row; one between
    the first row and the others goes behind them. Below a list, which would take the row for its
    own, and right below a heading there is a line more. A text without a blank line stays.
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
    """Return the line behind the rows of a table, with a blank one behind its first row."""
    end = first + 1
    if end + 1 < len(lines) and not lines[end].strip() and lines[end + 1].startswith("|"):
        end += 1
    while end < len(lines) and lines[end].startswith("|"):
        end += 1
    return end
