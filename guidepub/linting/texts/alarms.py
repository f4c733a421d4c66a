"""Alarms, the results of rules: a fault at its place, perhaps with a change that fixes it."""

from __future__ import annotations

from dataclasses import dataclass

from guidepub.findings import Finding, Place, Severity
from guidepub.linting.texts.blocks import Block

# All other codes are errors: such a guide should not be printed.
WARNINGS = frozenset(
    {
        "A002", "A004", "A005", "A006", "A007", "A008", "A009",
        "G001", "G002", "G003", "G004", "G005", "G006", "G007",
        "M003", "M004",
        "Q009",
        "S002", "S003", "S004", "S006", "S007", "S008",
        "V005",
        "X004", "X006", "X010", "X012", "X016", "X018",
        "Z002", "Z003", "Z004",
    }
)  # fmt: skip
"""The codes whose findings are warnings, unless the catalogue changes that."""


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """A change that keeps the meaning: at a line and column, `old` becomes `new`."""

    line: int
    column: int
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Alarm:
    """A fault that a rule found: its code, its place, what is wrong and what to do.

    `block` is the text in which it was found; `edit` is the change that `--fix` would make.
    """

    code: str
    place: Place
    message: str
    remedy: str
    edit: Edit | None = None
    block: Block | None = None

    def finding(self, severity: Severity | None = None) -> Finding:
        """Return the alarm as a finding, with the severity of its code unless one is given."""
        usual = Severity.WARNING if self.code in WARNINGS else Severity.ERROR
        return Finding(self.place, self.code, self.message, self.remedy, severity or usual)
