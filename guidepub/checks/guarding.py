"""Files are checked in a process of their own, with a limit of memory and of time.

A finished file can be anybody's: one that makes a library crash, loop or swell costs
that process, and is told as a finding.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from guidepub.checks.reading import beyond_limits
from guidepub.findings import Finding, Place, Severity
from guidepub.workers.confinement import confined

SECONDS = 90
"""Processor and wall time for one file."""

MEMORY = 3 * 1024**3
"""Bytes of address space for the process."""

_WORKER = "guidepub.checks.worker"


def guarded(files: Sequence[Path], trims: Sequence[tuple[float, float]]) -> list[Finding]:
    """Return the findings on files; `trims` are the expected trim sizes in points."""
    names = [str(file) for file in files]
    answers = confined(_WORKER, {"trims": trims}, names, SECONDS, MEMORY)
    findings: list[Finding] = []
    for file, answer in zip(files, answers, strict=True):
        if answer is None:
            message = f"The check did not end within {SECONDS} seconds and {MEMORY // 1024**3} GiB."
            remedy = "Make the file anew; look for huge contents."
            findings.append(beyond_limits(file, message, remedy))
        else:
            findings += (finding_of(data) for data in answer)
    return findings


def finding_of(data: dict[str, Any]) -> Finding:
    """Return a finding that another process gave as plain data."""
    return Finding(
        Place(**data["place"]),
        data["code"],
        data["message"],
        data["remedy"],
        Severity(data["severity"]),
    )
