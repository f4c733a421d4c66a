"""A theme that a catalogue or a guide names: whether it is there, and can be used."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from guidepub.findings import Finding, InputError, Place
from guidepub.loading.images import check_image
from guidepub.themes import ThemeError, find_theme, theme_pictures


def theme_findings(name: str, place: Place, root: Path | None) -> Iterator[Finding]:
    """Yield what is wrong with a theme: at `place`, where it is named, or in its own files."""
    try:
        theme = find_theme(name, root)
    except ThemeError as error:
        yield Finding(place, "C003", str(error), error.remedy)
        return
    except InputError as error:
        yield from error.findings
        return
    for path, at in theme_pictures(theme).items():
        try:
            check_image(path)
        except InputError as error:
            yield from (replace(finding, place=at) for finding in error.findings)
