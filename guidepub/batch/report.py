"""What a build did: a result for each guide, and the whole as plain data."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from guidepub.findings import Finding, Severity, errors_of
from guidepub.model import Edition


@dataclass(frozen=True, slots=True)
class OutputFile:
    """A finished file: its edition, its path, its size in bytes and its SHA-256."""

    edition: Edition
    path: Path
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class BookResult:
    """What became of one guide: its files, or what stopped it. `seconds` is wall time."""

    slug: str
    status: Literal["built", "failed"]
    files: tuple[OutputFile, ...] = ()
    findings: tuple[Finding, ...] = ()
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Report:
    """The results of a build in the order of the slugs, and how long it took in seconds."""

    results: tuple[BookResult, ...]
    output: Path
    seconds: float

    @property
    def built(self) -> tuple[BookResult, ...]:
        """The books that were made."""
        return tuple(result for result in self.results if result.status == "built")

    @property
    def failed(self) -> tuple[BookResult, ...]:
        """The guides that did not become a book."""
        return tuple(result for result in self.results if result.status == "failed")

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings, errors and warnings."""
        return tuple(finding for result in self.results for finding in result.findings)

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """The findings that stopped nothing."""
        return tuple(f for f in self.findings if f.severity is Severity.WARNING)

    def as_dict(self) -> Mapping[str, object]:
        """Return the report as plain data, with paths relative to the output folder."""
        return {
            "schema": 1,
            "built": len(self.built),
            "failed": len(self.failed),
            "seconds": round(self.seconds, 3),
            "books": [self._book(result) for result in self.results],
        }

    def as_json(self) -> str:
        """Return the report as JSON, two spaces to a level."""
        return json.dumps(self.as_dict(), indent=2, ensure_ascii=False) + "\n"

    def _book(self, result: BookResult) -> Mapping[str, object]:
        return {
            "slug": result.slug,
            "status": result.status,
            "seconds": round(result.seconds, 3),
            "files": [
                {
                    "edition": file.edition,
                    "path": file.path.relative_to(self.output).as_posix(),
                    "size": file.size,
                    "sha256": file.sha256,
                }
                for file in result.files
            ],
            "findings": [finding.as_dict() for finding in result.findings],
        }


def failed_by_loading(findings: tuple[Finding, ...], built: frozenset[str]) -> list[BookResult]:
    """Return a failed result for each file that gave no guide, and keep warnings with it."""
    by_path: dict[str, list[Finding]] = {}
    for finding in findings:
        by_path.setdefault(finding.place.path, []).append(finding)
    results = []
    for path, found in by_path.items():
        if errors_of(found):
            file = Path(path)
            slug = file.parent.name if file.stem == "guide" else file.stem
            # Another guide may bear the name of a file that failed.
            name = f"{slug} ({file.name})" if slug in built else slug
            results.append(BookResult(name, "failed", findings=tuple(found)))
    return results
