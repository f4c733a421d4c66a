"""The report of an audit: rows for a table, plain data, and a sum by version."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import get_args

from guidepub.checks.legal.verdicts.judging import FileReport, Status, Verdict
from guidepub.findings import Finding
from guidepub.words.characters import printable

STATUSES: tuple[Status, ...] = get_args(Status)

COLUMNS = (
    "file", "guide", "edition", "language", "marked", "holder", "years", "isbns",
    "notice", "version", "notice_language", "register", "status", "where", "detail",
)  # fmt: skip
"""The columns of a row: a file's own, then those of one of its notices."""


@dataclass(frozen=True, slots=True)
class Sum:
    """How often each status was found for one version of a notice."""

    id: str
    version: int
    language: str
    register: str
    counts: Mapping[Status, int]


@dataclass(frozen=True, slots=True)
class LegalReport:
    """The files of an audit in order, with their notices and findings."""

    files: tuple[FileReport, ...]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings, sorted by place."""
        return tuple(sorted(finding for file in self.files for finding in file.findings))

    def summary(self) -> list[Sum]:
        """Return a sum for each version of each notice, those of one notice together."""
        counts: dict[tuple[str, int, str, str], Counter[Status]] = {}
        for file in self.files:
            for verdict in file.verdicts:
                key = (verdict.id, -verdict.version, verdict.language, verdict.register)
                counts.setdefault(key, Counter())[verdict.status] += 1
        return [
            Sum(notice_id, -version, language, register, dict(counts[key]))
            for key in sorted(counts)
            for notice_id, version, language, register in (key,)
        ]

    def rows(self) -> Iterator[tuple[str, ...]]:
        """Yield a row for each notice of each file, or one for a file without any."""
        for file in self.files:
            own = (
                printable(str(file.path)), file.guide, file.edition, file.language,
                "yes" if file.marked else "no", file.holder, file.years, " ".join(file.isbns),
            )  # fmt: skip
            for verdict in file.verdicts or (None,):
                yield (*own, *_cells(verdict))

    def as_csv(self) -> str:
        """Return the rows as CSV with a head (RFC 4180).

        A cell that a spreadsheet would take for a formula begins with an apostrophe: files
        come from anywhere.
        """
        buffer = io.StringIO()
        writer = csv.writer(buffer, lineterminator="\r\n")
        writer.writerow(COLUMNS)
        for row in self.rows():
            writer.writerow(
                [f"'{c}" if c.startswith(("=", "+", "-", "@", "\t")) else c for c in row]
            )
        return buffer.getvalue()

    def as_dict(self) -> Mapping[str, object]:
        """Return the report as plain data, ready for JSON."""
        return {
            "schema": 1,
            "files": [_file(file) for file in self.files],
            "summary": [
                {
                    "notice": each.id,
                    "version": each.version,
                    "language": each.language,
                    "register": each.register,
                    **{status: each.counts.get(status, 0) for status in STATUSES},
                }
                for each in self.summary()
            ],
        }

    def as_json(self) -> str:
        """Return the report as JSON, two spaces to a level."""
        return json.dumps(self.as_dict(), indent=2, ensure_ascii=False) + "\n"


def _cells(verdict: Verdict | None) -> tuple[str, ...]:
    if verdict is None:
        return ("",) * 7
    return (
        verdict.id, str(verdict.version), verdict.language, verdict.register, verdict.status,
        ", ".join(verdict.where), verdict.detail,
    )  # fmt: skip


def _file(file: FileReport) -> Mapping[str, object]:
    return {
        "path": printable(str(file.path)),
        "marked": file.marked,
        "guide": file.guide,
        "edition": file.edition,
        "language": file.language,
        "holder": file.holder,
        "years": file.years,
        "isbns": list(file.isbns),
        "notices": [
            {
                "notice": verdict.id,
                "version": verdict.version,
                "language": verdict.language,
                "register": verdict.register,
                "status": verdict.status,
                "where": list(verdict.where),
                "detail": verdict.detail,
            }
            for verdict in file.verdicts
        ],
        "findings": [finding.as_dict() for finding in file.findings],
    }
