"""The process that opens the files: reads an order as JSON, answers one line for each file.

Its standard output is the way back to `guarding`, not to a reader.
"""

from __future__ import annotations

import json
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

from guidepub.checks.epub import epub_findings
from guidepub.checks.painting import EndlessError
from guidepub.checks.pdf import limit_decoding, pdf_findings
from guidepub.findings import Finding, Place


def work() -> None:
    """Check the files of the order on standard input."""
    order = json.load(sys.stdin)
    _limit_memory(order["memory"])
    limit_decoding()
    trims = [(float(width), float(height)) for width, height in order["trims"]]
    answers = sys.stdout.buffer
    for name in order["files"]:
        if hasattr(signal, "alarm"):
            # Nobody handles the signal: it ends the process wherever it is.
            signal.alarm(int(order["seconds"]))
        found = findings_on(Path(name), trims)
        answers.write(json.dumps([finding.as_dict() for finding in found]).encode() + b"\n")
        answers.flush()


def findings_on(file: Path, trims: Sequence[tuple[float, float]]) -> list[Finding]:
    """Return the findings on one file; a file that no library can read is one of them."""
    is_epub = file.suffix.lower() == ".epub"
    try:
        return epub_findings(file) if is_epub else pdf_findings(file, trims)
    except (MemoryError, EndlessError):
        code = "E006" if is_epub else "P005"
        message = "The file needs more memory or steps than any real book."
    except Exception as error:  # noqa: BLE001 - a broken file breaks libraries in many ways
        code = "E001" if is_epub else "P002"
        message = f"The file cannot be read to its end: {type(error).__name__}: {error}."
    return [Finding(Place(str(file)), code, message, "Make the file anew.")]


def _limit_memory(limit: int) -> None:
    try:
        import resource
    except ImportError:  # not on this system
        return
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    if hard == resource.RLIM_INFINITY or hard > limit:
        resource.setrlimit(resource.RLIMIT_AS, (limit, hard))
