"""Creates the errors for files that cannot be imported as a whole."""

from __future__ import annotations

from guidepub.findings import Finding, InputError, Place


def refusal(path: str, code: str, message: str, remedy: str = "") -> InputError:
    """Return the error for a file that cannot be read."""
    return InputError([Finding(Place(path), code, message, remedy)])


def lacking_library(path: str, kind: str) -> InputError:
    """Return the error for a file of a kind, such as “Word files”, whose library is missing."""
    message = f"Reading {kind} needs a library that is not installed."
    return refusal(path, "I005", message, "Run: pip install 'guidepub[import]'")


def refusal_of_several(path: str, number: int) -> InputError:
    """Return the error for a file that should be a single text, but contains several."""
    message = f"The file contains {number} texts, not one."
    return refusal(path, "I001", message, "Import them all with “guidepub import”.")
