"""Files are checked in a process of their own, with a limit of memory and of time.

A finished file can be anybody's: one that makes a library crash, loop or swell costs
that process, and is told as a finding.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from guidepub.findings import Finding, Place, Severity

SECONDS = 90
"""Processor and wall time for one file."""

MEMORY = 3 * 1024**3
"""Bytes of address space for the process."""

_WORKER = "from guidepub.checks.worker import work; work()"


def guarded(files: Sequence[Path], trims: Sequence[tuple[float, float]]) -> list[Finding]:
    """Return the findings on files; `trims` are the expected trim sizes in points."""
    findings: list[Finding] = []
    left = list(files)
    while left:
        answers = list(_answers(left, trims))
        for answer in answers:
            findings += (_finding(data) for data in answer)
        left = left[len(answers) :]
        if left:
            # The process ended while it was at this file.
            findings.append(_beyond_limits(left.pop(0)))
    return findings


def _answers(files: Sequence[Path], trims: Sequence[tuple[float, float]]) -> Iterator[list[Any]]:
    """Yield what the process says, a list of findings for each file that it came to an end with."""
    order = {
        "files": [str(file) for file in files],
        "trims": trims,
        "seconds": SECONDS,
        "memory": MEMORY,
    }
    try:
        done = subprocess.run(  # noqa: S603 - this Python, files by name, no shell
            [sys.executable, "-c", f"import sys; sys.path[:] = {sys.path!r}; {_WORKER}"],
            input=json.dumps(order).encode(),
            capture_output=True,
            check=False,
            # The process keeps time itself where the system lets it; this is for where not.
            timeout=SECONDS * (len(files) + 1),
        )
        said = done.stdout
    except subprocess.TimeoutExpired as error:
        said = error.stdout or b""
    for line in said.splitlines(keepends=True):
        if line.endswith(b"\n"):
            yield json.loads(line)


def _finding(data: dict[str, Any]) -> Finding:
    return Finding(
        Place(**data["place"]),
        data["code"],
        data["message"],
        data["remedy"],
        Severity(data["severity"]),
    )


def _beyond_limits(file: Path) -> Finding:
    code = "E006" if file.suffix.lower() == ".epub" else "P005"
    message = f"The check did not end within {SECONDS} seconds and {MEMORY // 1024**3} GiB."
    return Finding(Place(str(file)), code, message, "Make the file anew; look for huge contents.")
