"""One thing wrong with an input or an output, and the errors that carry several.

A finding is plain data: a stable code, a severity, a place, what is wrong and how to
mend it. The table `CODES` names every code that guidepub can report.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from enum import Enum
from types import MappingProxyType

from guidepub.errors import GuidepubError

CODES: Mapping[str, str] = MappingProxyType(
    {
        "D001": "A file cannot be read",
        "D002": "A file is too large",
        "D003": "A file is empty",
        "D004": "A file breaks its format's syntax",
        "D005": "A key stands twice",
        "D006": "A YAML anchor, alias or tag is used",
        "D007": "A file is nested too deeply",
        "D008": "Text holds characters that no book can carry",
        "D010": "A key is unknown",
        "D011": "A value is of the wrong kind",
        "D012": "A key is missing",
        "D020": "A required section is missing",
        "D021": "A section stands twice",
        "D022": "Sections stand in another order than the catalogue's",
        "D023": "Text stands before the first section",
        "D024": "A section has no text",
        "D030": "A fact is not defined",
        "D031": "A source is not defined",
        "D032": "A directive or role is unknown",
        "D033": "A directive is used wrongly",
        "D034": "A footnote has no definition",
        "D035": "A link leads nowhere",
        "D040": "An image is missing",
        "D041": "A file lies outside the catalogue",
        "D042": "An image cannot be used",
        "D043": "An image has no text alternative",
        "D050": "Two guides share a slug",
        "C001": "A data table cannot be used",
        "C002": "An imprint is unknown",
        "C003": "A theme cannot be used",
        "C004": "An identifier stands twice",
        "C005": "A language is not supported",
        "N001": "An owed notice has no approved wording in the book's language",
        "N002": "Two versions of a notice are in force",
        "N003": "A placeholder of a notice is unknown",
        "N004": "A placeholder of a notice has no value",
        "R001": "The renderer complained",
        "R002": "A character is in none of the theme's fonts",
        "R003": "A book could not be rendered",
        "B001": "A book could not be written",
        "B002": "A worker failed",
    }
)


class Severity(str, Enum):
    """How bad a finding is: an error stops a book, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where a finding is: a file, and a line and column counted from 1.

    A line or column of 0 means that the finding is about the whole file or line.
    """

    path: str = ""
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        numbers = [str(number) for number in (self.line, self.column) if number]
        return ":".join([self.path or "<guide>", *numbers])


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing wrong: where, what, and how to mend it."""

    place: Place
    code: str
    message: str
    remedy: str = ""
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        remedy = f" {self.remedy}" if self.remedy else ""
        return f"{self.place} {self.code} {self.message}{remedy}"

    def as_dict(self) -> dict[str, object]:
        """Return the finding as plain data, ready for JSON."""
        return asdict(self) | {"severity": self.severity.value}


class FindingsError(GuidepubError):
    """An error that carries every finding at once, not just the first."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(sorted(findings))
        super().__init__("\n".join(str(finding) for finding in self.findings))

    def __reduce__(self) -> tuple[type[FindingsError], tuple[tuple[Finding, ...]]]:
        return type(self), (self.findings,)


class InputError(FindingsError):
    """A definition or a catalogue has faults; `findings` lists them all."""


class RenderError(FindingsError):
    """A book could not be made, or not without losing something; see `findings`."""


def errors_of(findings: Iterable[Finding]) -> list[Finding]:
    """Return only the findings that stop a book."""
    return [finding for finding in findings if finding.severity is Severity.ERROR]


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return a remedy that names the likeliest known word, or lists them all."""
    names = sorted(known)
    close = difflib.get_close_matches(word, names, n=1, cutoff=0.6)
    if close:
        return f"Did you mean “{close[0]}”?"
    return f"Known here: {', '.join(names)}." if names else ""
