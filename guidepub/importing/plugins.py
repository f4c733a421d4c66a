"""Finds readers that other packages provide, in the entry point group `guidepub.importers`.

The name of an entry point is the suffix of the files, such as `tex`. It refers to a function that
takes a file's bytes and returns a page of HTML, which is then read like any other. guidepub's own
readers take precedence. If a reader fails, the file has a finding (I059).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.metadata import EntryPoint, entry_points

from guidepub.findings.errors import kind_and_reason
from guidepub.importing.originals.refusals import refusal

GROUP = "guidepub.importers"


@cache
def plugged_in() -> Mapping[str, EntryPoint]:
    """Return the entry points of all installed packages by the suffixes of the files they read."""
    entries = sorted(entry_points(group=GROUP), key=lambda entry: (entry.name, entry.value))
    return {f".{entry.name.lower().removeprefix('.')}": entry for entry in reversed(entries)}


def page_of(entry: EntryPoint, data: bytes, path: str) -> str:
    """Return the page of HTML that a package's reader makes of a file.

    Raises:
        InputError: it cannot be loaded, fails, or does not return text (I059).
    """
    try:
        page = entry.load()(data)
        if not isinstance(page, str):
            raise TypeError(f"it returns “{type(page).__name__}” instead of text")
    except Exception as error:
        message = f"The importer “{entry.name}” failed: {kind_and_reason(error)}."
        raise refusal(path, "I059", message, "Fix its package, or uninstall it.") from error
    return page
