"""The settings of a theme: its `theme.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from guidepub.files import read_text
from guidepub.findings import Finding, InputError, Place

FILE = "theme.toml"

DEFAULTS: Mapping[str, str] = MappingProxyType(
    {
        "inherits": "classic",
        "chart_font": "serif",
        "chart_ink": "#000000",
        "chart_bar": "",
        "chart_tint": "#8a8a8a",
        "least_type": "",
        "sections": "new-page",
        "headings_listed": "",
    }
)
"""What holds where no theme says otherwise."""

SECTIONS = ("new-page", "run-on")
"""Where a section begins: on a new page, or below the one before it where sections are short."""

# Some lines; `tomllib` takes much memory for what is made to take it.
_LIMIT = 8192
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_HEADINGS = re.compile("[1-9]")
_POINTS = re.compile(r"(?:[1-9]|[1-3][0-9])(?:\.[0-9]{1,2})?")
_WHERE = re.compile(r"(.*) \(at (?:line ([0-9]+), column ([0-9]+)|end of document)\)", re.S)
_REMEDY = "Mend theme.toml."


def read_settings(folder: Path) -> dict[str, object]:
    """Return the settings in a folder's `theme.toml`, or an empty mapping where there is none.

    Raises:
        InputError: it cannot be read, or says what no theme can (C003, D001, D002).
    """
    path = folder / FILE
    if not path.is_file():
        return {}
    text = read_text(path, _LIMIT)
    try:
        table = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise InputError([_syntax_fault(path, text, error)]) from error
    if faults := list(_faults(path, text, table)):
        raise InputError(faults)
    return table


def place_of(path: Path, text: str, key: str) -> Place:
    """Return the place of a key in a TOML file, if it is at the start of a line."""
    found = re.search(rf'^[ \t]*["\']?{re.escape(key)}["\']?[ \t]*[=.]', text, re.M)
    return Place(str(path), text.count("\n", 0, found.start()) + 1 if found else 0)


def _syntax_fault(path: Path, text: str, error: Exception) -> Finding:
    located = _WHERE.fullmatch(str(error))
    reason, line, column = located.groups() if located else (str(error), None, None)
    if located and line is None:
        line = str(text.count("\n") + 1)
    place = Place(str(path), int(line or 0), int(column or 0))
    return Finding(place, "C003", f"{FILE} cannot be read: {reason}.", _REMEDY)


def _faults(path: Path, text: str, table: Mapping[str, object]) -> Iterator[Finding]:
    for key, value in table.items():
        if key == "swatches" and isinstance(value, dict):
            for colour, recipe in value.items():
                if not _is_swatch(colour, recipe):
                    message = (
                        f'The swatch “{colour}” is not of the form "#1d4e5f" = "0.9 0.4 0.3 0.3".'
                    )
                    yield Finding(place_of(path, text, colour), "C003", message, _REMEDY)
        elif key == "sections" and value not in SECTIONS:
            message = "“sections” must say where a section begins."
            remedy = f"Known: {', '.join(SECTIONS)}."
            yield Finding(place_of(path, text, key), "C003", message, remedy)
        elif key not in DEFAULTS or not isinstance(value, str):
            message = f"“{key}” is unknown or not a text."
            remedy = f"Known: {', '.join(DEFAULTS)}."
            yield Finding(place_of(path, text, key), "C003", message, remedy)
        elif key == "least_type" and value and not _POINTS.fullmatch(value):
            message = f"“{value}” is not a size in points from 1 to 39.99, as “18” is one."
            yield Finding(place_of(path, text, key), "C003", message, _REMEDY)
        elif key == "headings_listed" and value and not _HEADINGS.fullmatch(value):
            message = f"“{value}” is not a number of headings from 1 to 9, as “3” is one."
            yield Finding(place_of(path, text, key), "C003", message, _REMEDY)


def _is_swatch(colour: str, recipe: object) -> bool:
    parts = str(recipe).split()
    return bool(_COLOUR.fullmatch(colour)) and len(parts) == 4 and all(map(_is_share, parts))


def _is_share(text: str) -> bool:
    return bool(re.fullmatch(r"0|1|[01]?\.\d+", text)) and float(text) <= 1
