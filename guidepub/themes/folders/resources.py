"""The files that a theme's stylesheets name: their media types, and their content."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from urllib.parse import unquote

from guidepub.findings import Finding, Place, RenderError
from guidepub.themes.folders.theme import Theme, ThemeError

MEDIA_TYPES: Mapping[str, str] = MappingProxyType(
    {
        ".ttf": "font/ttf",
        ".otf": "font/otf",
        ".woff": "font/woff",
        ".woff2": "font/woff2",
        ".png": "image/png",
        ".jpg": "image/jpeg",
        ".jpeg": "image/jpeg",
        ".svg": "image/svg+xml",
    }
)
"""By suffix. All are core media types of EPUB 3.3 (section 3.2), and browsers know them."""


@functools.lru_cache(maxsize=32)
def file_bytes(theme: Theme, path: Path) -> bytes:
    """Return the content of a theme's file, read once a process.

    Raises:
        InputError: it cannot be read.
    """
    return theme.read_bytes(path)


def named_file(theme: Theme, name: str) -> Path:
    """Return the file that a theme's stylesheets call by a name.

    Raises:
        RenderError: the theme has no such file (C003).
    """
    try:
        return addressed_file(theme, name)
    except ThemeError as error:
        raise stylesheet_fault(theme, str(error)) from error


def addressed_file(theme: Theme, address: str) -> Path:
    """Return the file of an address in a stylesheet, in which a space may be written as `%20`.

    Raises:
        ThemeError: the theme has no such file.
    """
    return theme.file(unquote(address).replace("\0", "\N{REPLACEMENT CHARACTER}"))


def stylesheet_fault(theme: Theme, message: str) -> RenderError:
    """Return the error that a theme's stylesheets cannot be used in a book (C003)."""
    return RenderError([Finding(Place(theme.name), "C003", message, "Fix the stylesheet.")])
