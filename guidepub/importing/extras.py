"""Libraries that only some formats need, and that may not be installed."""

from __future__ import annotations

from guidepub.findings import Finding, InputError, Place


def lacking_library(path: str, kind: str) -> InputError:
    """Return the error of a file, of a kind such as “Word files”, whose library is missing."""
    message = f"Reading {kind} needs a library that is not installed."
    remedy = "Run: pip install 'guidepub[import]'"
    return InputError([Finding(Place(path), "I005", message, remedy)])
