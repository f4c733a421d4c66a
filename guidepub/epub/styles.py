"""A book's one stylesheet for reading systems, and the fonts that it names."""

from __future__ import annotations

import functools
import re
from pathlib import Path

from guidepub.findings import Finding, Place, RenderError
from guidepub.resources import Theme, ThemeError

SHEETS = ("book.css", "epub.css")

_PROPERTY = re.compile(r"(--[\w-]+)\s*:\s*([^;}]+)")
_VARIABLE = re.compile(r"var\(\s*(--[\w-]+)\s*\)")
_ROOT = re.compile(r":root\s*\{[^}]*\}\s*")
_COMMENT = re.compile(r"/\*.*?\*/\s*", re.S)
_FONT = re.compile(r"url\(\s*[\"']?([^\"')]+)[\"']?\s*\)")


@functools.lru_cache(maxsize=32)
def stylesheet(theme: Theme, accent: str) -> str:
    """Return a theme's stylesheet with its custom properties resolved.

    Older reading systems know no `var()`, and would set the book in their own defaults.

    Raises:
        RenderError: a property is used that the theme does not define (C003).
    """
    paths = [path for name in SHEETS for path in theme.stylesheets(name)]
    text = _COMMENT.sub("", "\n".join(path.read_text("utf-8") for path in paths))
    properties: dict[str, str] = {}
    for block in _ROOT.findall(text):
        properties |= {name: value.strip() for name, value in _PROPERTY.findall(block)}
    properties["--accent"] = accent

    def value(match: re.Match[str]) -> str:
        if match[1] not in properties:
            message = f"The stylesheets use “{match[1]}”, which no :root defines."
            raise RenderError([Finding(Place(theme.name), "C003", message)])
        return properties[match[1]]

    return _VARIABLE.sub(value, _ROOT.sub("", text))


def font_files(theme: Theme, css: str) -> dict[str, Path]:
    """Return the files that a stylesheet names, by the name it uses.

    Raises:
        RenderError: the theme has no such file (C003).
    """
    try:
        return {name: theme.file(name) for name in dict.fromkeys(_FONT.findall(css))}
    except ThemeError as error:
        raise RenderError([Finding(Place(theme.name), "C003", str(error))]) from error


@functools.lru_cache(maxsize=32)
def font_bytes(path: Path) -> bytes:
    """Return a font file's content, read once a process."""
    return path.read_bytes()
