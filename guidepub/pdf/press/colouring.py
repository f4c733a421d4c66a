"""The two sets of colours of a theme: those for reading, and those for a press.

Where `screen.css` and `print.css` set nothing but colours of the root's custom properties,
both editions have the same lines on the same pages. A book is then laid out once, with a
colour of its own for each property that differs, and each file gets its own set when it is
written.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import count
from types import MappingProxyType

import tinycss2
from tinycss2.ast import Node

from guidepub.model import Book
from guidepub.themes import Theme
from guidepub.themes.stylesheets.colours import css_colour, shades
from guidepub.themes.stylesheets.layouts import sheet_names
from guidepub.themes.stylesheets.reading import read_sheets
from guidepub.themes.stylesheets.rules import ROOTS
from guidepub.themes.stylesheets.tokens import tokens_of
from guidepub.themes.stylesheets.variables import ACCENT, root_values

Rgb = tuple[int, int, int]
"""Red, green and blue, each from 0 to 255."""

_OPAQUE = 0.5
_HEX = re.compile(r"#[0-9a-fA-F]{6}\b")

_Values = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Colouring:
    """The colours that stand for others in a layout, and what each becomes.

    `css` gives them to the custom properties. A colour that becomes nothing is not painted.
    """

    css: str
    reading: Mapping[Rgb, Rgb | None]
    press: Mapping[Rgb, Rgb | None]


def colouring(book: Book) -> Colouring | None:
    """Return the colouring of the layout that both editions share, or None without one."""
    return _colouring(book.theme, book.colour, _colours_in(book))


def usual_colouring(theme: Theme) -> Colouring | None:
    """Return the colouring of a theme's books that use no colour which usually stands for another.

    It is None where books in the theme have none.
    """
    return _colouring(theme, ACCENT, frozenset())


@functools.lru_cache(maxsize=16)
def _colouring(theme: Theme, colour: str, taken: frozenset[str]) -> Colouring | None:
    """Return the colouring of layouts of books in a colour that use other colours, too, or None."""
    own = [_own_values(theme, name) for name in ("screen.css", "print.css")]
    if own[0] is None or own[1] is None:
        return None
    common = dict(_common_values(theme)) | dict(shades(colour))
    reading, press = (common | dict(values or {}) for values in own)
    differing = [
        name
        for name in sorted({*reading, *press})
        if _resolved(name, reading) != _resolved(name, press)
    ]
    keys = dict(
        zip(differing, _free_colours(theme, taken | set(shades(colour).values())), strict=False)
    )
    return Colouring(
        css="html:root {" + "; ".join(f"{name}: {_hex(key)}" for name, key in keys.items()) + "}",
        reading={key: _resolved(name, reading) for name, key in keys.items()},
        press={key: _resolved(name, press) for name, key in keys.items()},
    )


@functools.lru_cache(maxsize=16)
def _own_values(theme: Theme, sheet: str) -> _Values | None:
    """Return the colours that an edition's own sheets set, or None if they do more."""
    values: dict[str, str] = {}
    for path in theme.stylesheets(sheet):
        for rule in tinycss2.parse_stylesheet(tokens_of(theme.read_text(path)), True, True):
            if rule.type != "qualified-rule" or not _is_root(rule):
                return None
            for part in tinycss2.parse_blocks_contents(rule.content, True, True):
                if part.type != "declaration" or not part.name.startswith("--"):
                    return None
                values[part.name] = tinycss2.serialize(part.value).strip()
    known = dict(_common_values(theme)) | dict(shades("#000000")) | values
    if any(not _is_colour(name, known) for name in values):
        return None
    return MappingProxyType(values)


@functools.lru_cache(maxsize=8)
def _common_values(theme: Theme) -> _Values:
    """Return the custom properties that the sheets of both editions give the root."""
    return MappingProxyType(root_values(read_sheets(theme, sheet_names("shared"))))


def _is_root(rule: Node) -> bool:
    return tinycss2.serialize(rule.prelude).strip() in ROOTS


def _is_colour(name: str, values: _Values) -> bool:
    return css_colour(_followed(name, values)) is not None


def _resolved(name: str, values: _Values) -> Rgb | None:
    """Return the colour of a property, or None where it is not a colour, or transparent."""
    colour = css_colour(_followed(name, values))
    if colour is None or isinstance(colour, str) or colour[3] < _OPAQUE:
        return None
    red, green, blue = (round(255 * part) for part in colour.to("srgb")[:3])
    return red, green, blue


def _followed(name: str, values: _Values) -> str:
    """Return the final value of a property, which may name another one."""
    for _ in values:
        value = values.get(name, "")
        match = re.fullmatch(r"var\(\s*(--[\w-]+)\s*\)", value)
        if match is None:
            return value
        name = match[1]
    return ""


def _colours_in(book: Book) -> frozenset[str]:
    """Return the colours that are in a book's leaves and drawings."""
    leaves = (leaf.xhtml for leaf in book.leaves)
    drawings = (
        picture.path.read_text("utf-8", "replace")
        for picture in book.pictures
        if picture.media_type == "image/svg+xml"
    )
    return frozenset(match.lower() for text in (*leaves, *drawings) for match in _HEX.findall(text))


def _free_colours(theme: Theme, taken: Collection[str]) -> Iterator[Rgb]:
    """Yield colours that are not among those of a book and are nowhere in its theme."""
    sheets = (theme.read_text(path) for folder in theme.styles for path in folder.glob("*.css"))
    used = {match.lower() for text in sheets for match in _HEX.findall(text)}.union(taken)
    for number in count(1):
        colour = (254, 1 + number // 256, number % 256)
        if _hex(colour) not in used:
            yield colour


def _hex(colour: Rgb) -> str:
    return "#" + "".join(f"{part:02x}" for part in colour)
