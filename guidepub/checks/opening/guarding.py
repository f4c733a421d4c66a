"""Checks files in a process of their own, with limits on memory and time.

A finished file may be hostile: one that makes a library crash, loop or swell costs only
that process, and is reported as a finding.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from guidepub.checks.painted.reading import beyond_limits
from guidepub.findings import Finding, Place, Severity
from guidepub.workers.confinement import confined

SECONDS = 90
"""Processor and wall time for one file."""

MEMORY = 3 * 1024**3
"""Bytes of address space for the process."""

_WORKER = "guidepub.checks.worker"


def guarded(
    files: Sequence[Path],
    trims: Sequence[tuple[float, float]],
    printers: Sequence[str | None] = (None,),
) -> list[tuple[str | None, Finding]]:
    """Return the findings on files, each with the printer that the file was judged for, if any.

    `trims` are the expected trim sizes in points, `printers` the ids of the printers.
    """
    names = [str(file) for file in files]
    order = {"trims": trims, "printers": printers}
    answers = confined(_WORKER, order, names, SECONDS, MEMORY)
    findings: list[tuple[str | None, Finding]] = []
    for file, answer in zip(files, answers, strict=True):
        if answer is None:
            message = f"The check did not end within {SECONDS} seconds and {MEMORY // 1024**3} GiB."
            remedy = "Create the file again; look for huge contents."
            findings += ((name, beyond_limits(file, message, remedy)) for name in printers)
        else:
            findings += ((data["printer"], finding_of(data)) for data in answer)
    return findings


def finding_of(data: dict[str, Any]) -> Finding:
    """Return a finding from the plain data that another process sent."""
    return Finding(
        Place(**data["place"]),
        data["code"],
        data["message"],
        data["remedy"],
        Severity(data["severity"]),
    )
