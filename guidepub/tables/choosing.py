"""Conditions that choose the rows of a table: `group = detailed; code = 29-1141 | 29-1171`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from guidepub.tables.cells import Row

PROGRAM_TEXTS = ("institution", "city", "state", "program", "level", "accreditor")
"""The columns of a table of programs that a list of programs prints as they are."""


@dataclass(frozen=True, slots=True)
class Condition:
    """A column and the texts of which a row must have one there, or must have none."""

    column: str
    texts: frozenset[str]
    is_negated: bool

    def holds(self, row: Mapping[str, str]) -> bool:
        """Return whether a row meets the condition."""
        return (row[self.column] in self.texts) != self.is_negated


def conditions(where: str) -> tuple[Condition, ...]:
    """Return the conditions of an option `where`, all of which a row must meet.

    Conditions are separated by semicolons, the texts of one by `|`; `!=` asks for any other text.
    A semicolon that is not followed by a condition is part of a text.
    """
    parts: list[str] = []
    for part in where.split(";"):
        if "=" in part or not parts:
            parts.append(part)
        elif part.strip():
            parts[-1] += f";{part}"
    return tuple(_condition(part) for part in parts if part.strip())


def skipped(option: str) -> Sequence[str]:
    """Return the texts of an option `skip`: those of cells whose rows are left out.

    They are separated by spaces or commas; `empty` stands for an empty cell.
    """
    return ["" if text == "empty" else text for text in option.replace(",", " ").split()]


def chosen_programs(rows: Iterable[Row], options: Mapping[str, str]) -> list[Row]:
    """Return the rows that a list of programs shows, by its options `degree` and `campus`."""
    campus, degree = options.get("campus", "both"), options.get("degree", "").casefold()
    return [
        row
        for row in rows
        if (not degree or row.get("degree", "").casefold() == degree)
        and (campus == "both" or row.get("campus", "").casefold() in (campus, "both"))
    ]


def _condition(part: str) -> Condition:
    column, _, texts = part.partition("=")
    is_negated = column.endswith("!")
    return Condition(
        column.removesuffix("!").strip(),
        frozenset(text.strip() for text in texts.split("|")),
        is_negated,
    )
