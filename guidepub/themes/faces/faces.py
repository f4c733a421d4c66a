"""The faces of a theme whose letters are known: those whose files guidepub ships.

A font can draw any words for any letters, and no reader of a file would tell. So what sets a
notice is known byte by byte.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from tinycss2.ast import Node

from guidepub.files import sha256
from guidepub.themes.folders.shipped import shipped_fonts
from guidepub.themes.folders.theme import Theme, ThemeError
from guidepub.themes.stylesheets.reading import Stylesheet
from guidepub.themes.stylesheets.rules import AtRule, parts_of
from guidepub.themes.stylesheets.values import split, without_spaces, word

_STYLES = frozenset({"normal", "italic", "oblique"})
_WEIGHTS = frozenset({"normal", "bold"})
_DESCRIPTORS = frozenset({"font-family", "font-style", "font-weight", "src"})


class Face(NamedTuple):
    """A face as a stylesheet declares it, and whether all of it is known.

    Attributes:
        family: its name.
        style: `normal`, `italic` or `oblique`.
        weight: `normal`, `bold`, or a number.
        file: what the stylesheet calls its file, or empty where that is not one file.
        is_known: whether guidepub ships that file, and no descriptor changes how it is used.
    """

    family: str
    style: str
    weight: str
    file: str
    is_known: bool


def faces_of(theme: Theme, sheets: Iterable[Stylesheet]) -> list[Face]:
    """Return the faces that some of a theme's sheets declare, in their order."""
    return [
        _face(theme, rule)
        for sheet in sheets
        for rule in sheet.rules
        if isinstance(rule, AtRule) and rule.keyword == "font-face"
    ]


def known_families(faces: Iterable[Face]) -> frozenset[str]:
    """Return the names, in small letters, of the families of which every face is known."""
    listed = list(faces)
    unknown = {face.family.lower() for face in listed if not face.is_known}
    return frozenset(face.family.lower() for face in listed) - unknown


def families_in(tokens: Iterable[Node]) -> list[str]:
    """Return the names that a value of `font-family` lists."""
    found = (
        [str(part.value) for part in name if part.type in ("ident", "string")]
        for name in split(tokens)
    )
    return [" ".join(name) for name in found if name]


def is_shipped(theme: Theme, file: str) -> bool:
    """Return whether guidepub ships a theme's file that its stylesheets call by a name."""
    try:
        return _digest(theme.file(file), theme.state) in shipped_fonts()
    except (ThemeError, OSError):
        return False


def _face(theme: Theme, rule: AtRule) -> Face:
    descriptors = {
        part.lower_name: without_spaces(part.value)
        for part in parts_of(rule.content or ())
        if part.type == "declaration"
    }
    family = next(iter(families_in(descriptors.get("font-family", ()))), "")
    style, weight = _value(descriptors.get("font-style")), _value(descriptors.get("font-weight"))
    urls = list(_urls(descriptors.get("src", ())))
    file = urls[0] if len(urls) == 1 and len(descriptors["src"]) == 1 else ""
    plain = style in _STYLES and (weight in _WEIGHTS or weight.isdigit())
    known = (
        bool(family and file)
        and plain
        and descriptors.keys() <= _DESCRIPTORS
        and is_shipped(theme, file)
    )
    return Face(family, style, weight, file, known)


def _value(value: list[Node] | None) -> str:
    if value is None:
        return "normal"
    if len(value) == 1 and value[0].type == "number" and value[0].is_integer:
        return str(value[0].int_value)
    return word(value[0]) if len(value) == 1 else ""


def _urls(value: Iterable[Node]) -> Iterator[str]:
    for token in value:
        if token.type == "url":
            yield str(token.value)
        elif token.type == "function" and token.lower_name == "url":
            yield "".join(str(part.value) for part in token.arguments if part.type == "string")


@functools.lru_cache(maxsize=256)
def _digest(path: Path, _state: str) -> str:
    return sha256(path.read_bytes())
