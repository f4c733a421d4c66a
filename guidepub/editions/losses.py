"""Books that killed the process that made them, or exceeded its limits."""

from __future__ import annotations

from guidepub.findings import Finding, Place
from guidepub.workers import WorkerError

_GIVEN_UP = {
    "time": ("B003", "Look for something endless in it, or allow more time (--timeout)."),
    "memory": (
        "B004",
        "Make the guide or its images smaller, or build fewer books at once (-j).",
    ),
    "died": (
        "B002",
        "If it does so with -j 1 as well, it is a bug in guidepub: please report it.",
    ),
}


def given_up(place: Place, error: WorkerError | MemoryError) -> Finding:
    """Return the finding on a book that killed its process or exceeded its limits."""
    kind = error.kind if isinstance(error, WorkerError) else "memory"
    reason = str(error) or "there is not enough memory"
    code, remedy = _GIVEN_UP[kind]
    return Finding(place, code, f"The book was abandoned: {reason}.", remedy)
