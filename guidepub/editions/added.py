"""Editions from other packages, through the entry point group `guidepub.editions`.

The name of an entry point is the name of the edition and the extension of its files. It refers to a
function with one parameter, named after one of guidepub's editions. The function gets the finished
file of that edition, and returns the bytes of its own.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable

from guidepub import plugins
from guidepub.findings import Finding, Place, RenderError
from guidepub.findings.errors import GuidepubError, kind_and_reason
from guidepub.model import EDITION_FILES, Edition

_REMEDY = "Fix its package, or uninstall it."


def added_file(edition: Edition, place: Place, file_of: Callable[[Edition], bytes]) -> bytes:
    """Return the file that a package makes for an edition that it adds.

    Args:
        edition: one of `added_editions`.
        place: the book's definition, where faults are reported.
        file_of: makes the finished file of one of guidepub's own editions.

    Raises:
        RenderError: the package cannot be used, fails, or returns no bytes (R009); or what
            `file_of` raises.
    """
    try:
        convert = plugins.loaded(plugins.entries(plugins.EDITIONS)[edition])
        source = _source_of(convert)
    except (GuidepubError, TypeError, ValueError) as error:
        raise _refusal(edition, place, str(error)) from error
    data = file_of(source)
    try:
        made = convert(data)  # type: ignore[operator]
        if not isinstance(made, bytes):
            raise TypeError(f"it returns “{type(made).__name__}” and no bytes")
    except Exception as error:
        raise _refusal(edition, place, f"{kind_and_reason(error)}.") from error
    return made


def _source_of(convert: object) -> Edition:
    """Return the edition whose file a function gets.

    Raises:
        TypeError, ValueError: it does not name one.
    """
    if not callable(convert):
        raise TypeError("It refers to no function.")
    names = [name.replace("_", "-") for name in inspect.signature(convert).parameters]
    for edition in EDITION_FILES:
        if names == [edition]:
            return edition
    known = ", ".join(name.replace("-", "_") for name in EDITION_FILES)
    message = f"Its function must have one parameter, named after an edition: {known}."
    raise TypeError(message)


def _refusal(edition: Edition, place: Place, reason: str) -> RenderError:
    message = f"The edition “{edition}” of a package cannot be made: {reason}"
    return RenderError([Finding(place, "R009", message, _REMEDY)])
