"""A theme's stylesheets as files, read to their rules."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import tinycss2

from guidepub.figures.locales import digit_style, leftward_script
from guidepub.themes.folders.theme import SHEET_LIMIT, Theme
from guidepub.themes.stylesheets.growth import overgrowths
from guidepub.themes.stylesheets.mirroring import JOINED, counted_in, mirrored
from guidepub.themes.stylesheets.rules import Rule, StyleRule, is_root, read_rules

TEXT_FACE = "--text-face"
"""The custom property that names the faces of running text."""

SCRIPT_FACE = "--script-face"
"""The custom property that names the face of a script which is written from right to left."""

_KINDRED = ("--small-face", "--large-face")


@dataclass(frozen=True, slots=True, eq=False)
class Stylesheet:
    """A stylesheet: its file, its text and its rules.

    Each is equal to itself alone, so that what is found in one can be kept for it.
    """

    path: Path
    text: str
    rules: tuple[Rule, ...]


def read_sheets(theme: Theme, names: Iterable[str]) -> list[Stylesheet]:
    """Return a theme's stylesheets of some names, in the order in which they apply.

    Raises:
        InputError: one cannot be read, or lies outside the catalogue.
    """
    paths = [path for name in names for path in theme.stylesheets(name)]
    texts = [_text(theme, path) for path in paths]
    return [read_sheet(path, css) for path, css in zip(paths, texts, strict=True)]


@functools.lru_cache(maxsize=64)
def read_sheet(path: Path, css: str) -> Stylesheet:
    """Return the stylesheet of a text: the same one each time."""
    return Stylesheet(path, css, _rules(css))


def _text(theme: Theme, path: Path) -> str:
    """Return the text of one of a theme's stylesheets, and what it says by saying nothing.

    Where a catalogue's own sheet names faces for text and none for small and large words, those
    of the theme that it inherits from would be next to them: they have the same faces.
    """
    css = theme.read_text(path, SHEET_LIMIT)
    if theme.script and not path.stem.endswith(f".{theme.script}"):
        css = mirrored(css, joined=theme.script in JOINED)
        css = counted_in(css, theme.digits) if theme.digits else css
    if path.parent not in theme.own:
        return css
    names_at_root = root_names(css)
    if TEXT_FACE not in names_at_root:
        return css
    more = {name: f"var({TEXT_FACE})" for name in _KINDRED if name not in names_at_root}
    if theme.script:
        # Its faces may have no letter of the script.
        more[TEXT_FACE] = f"{names_at_root[TEXT_FACE]}, var({SCRIPT_FACE}, serif)"
    added = "; ".join(f"{name}: {value}" for name, value in more.items())
    return f"{css}\n:root {{ {added} }}\n" if added else css


def in_script(theme: Theme, language: str) -> Theme:
    """Return a theme as it sets books in a language: mirrored where that runs from right to left.

    Raises:
        InputError: a stylesheet cannot be read, or lies outside the catalogue.
    """
    script = leftward_script(language)
    if not script:
        return theme
    there = theme.model_copy(update={"script": script, "digits": digit_style(language) or ""})
    sheets = read_sheets(there, ["book.css"])
    faces = [
        names_at_root[SCRIPT_FACE]
        for sheet in sheets
        if SCRIPT_FACE in (names_at_root := root_names(sheet.text))
    ]
    fonts = ", ".join([*reversed(faces), theme.chart_font])
    return there.model_copy(update={"chart_font": fonts})


def root_names(css: str) -> Mapping[str, str]:
    """Return the custom properties that a sheet gives to all documents, with their values."""
    return {
        part.name: tinycss2.serialize(part.value).strip()
        for rule in _rules(css)
        if isinstance(rule, StyleRule) and rule.plain and is_root(rule)
        for part in rule.declarations
        if part.name.startswith("--")
    }


@functools.lru_cache(maxsize=64)
def _rules(css: str) -> tuple[Rule, ...]:
    """Read a stylesheet once, in however many themes it stands.

    One that is too deep or too long has no rules here: its theme is refused for that alone, and
    reading on would exhaust Python's stack.
    """
    return () if any(overgrowths(css)) else tuple(read_rules(css))
