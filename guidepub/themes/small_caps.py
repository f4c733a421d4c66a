"""Small capitals for faces that have none: capitals of a smaller size.

Browsers and reading systems draw them so by themselves (CSS Fonts 4, 7.6). WeasyPrint does not:
what a stylesheet sets in small capitals, often out of small letters, stands in small letters.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import tinycss2
from tinycss2.ast import Node

from guidepub.themes.faces import faces_of, families_in, is_shipped
from guidepub.themes.fonts import has_small_capitals
from guidepub.themes.reading import Stylesheet
from guidepub.themes.rules import parts_of
from guidepub.themes.theme import Theme, ThemeError

_SIZE = 0.8
_PROPERTIES = frozenset({"font-variant", "font-variant-caps"})
_ASKED = frozenset({"small-caps", "all-small-caps"})
_SCALED = frozenset({"font", "font-size"})


def lacks_small_capitals(theme: Theme, sheets: Iterable[Stylesheet], text_face: str) -> bool:
    """Tell whether the face in which a theme sets its text has no small capitals of its own.

    `text_face` is the value of `--text-face`. What cannot be found out is taken for a face that
    has them, as those that guidepub ships do.
    """
    faces = [face for face in faces_of(theme, sheets) if face.file]
    names = families_in(tinycss2.parse_component_value_list(text_face))
    for name in names:
        own = [face for face in faces if face.family.lower() == name.lower()]
        if own:
            upright = (each for each in own if (each.style, each.weight) == ("normal", "normal"))
            return _lacks(theme, next(upright, own[0]).file)
    return False


def synthesised(css: str) -> str:
    """Return a stylesheet with smaller capitals wherever it asks for small ones.

    One that cannot be read whole is returned as it is.
    """
    try:
        rules = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
        return "\n".join(map(_rule, rules))
    except _BrokenSheetError:
        return css


class _BrokenSheetError(ValueError):
    """A part of a stylesheet breaks its syntax."""


def _lacks(theme: Theme, file: str) -> bool:
    if is_shipped(theme, file):
        return False
    try:
        return not has_small_capitals(theme.file(file), theme.state)
    except ThemeError:
        return False


def _rule(node: Node) -> str:
    if node.type == "error":
        raise _BrokenSheetError
    if node.type not in ("at-rule", "qualified-rule") or node.content is None:
        return str(node.serialize())
    keyword = f"@{node.at_keyword}" if node.type == "at-rule" else ""
    return f"{keyword}{tinycss2.serialize(node.prelude)}{{{_block(node)}}}"


def _block(node: Node) -> str:
    if node.type == "at-rule" and node.lower_at_keyword in ("media", "supports", "layer"):
        return "".join(map(_rule, tinycss2.parse_rule_list(node.content, True, True)))
    parts = parts_of(node.content)
    declared = [part for part in parts if part.type == "declaration"]
    pieces = [_rule(part) for part in parts if part.type != "declaration"]
    if not any(map(_asks, declared)):
        return "".join([*map(_written, declared), *pieces])
    kept = [part for part in declared if not _asks(part) and part.lower_name != "text-transform"]
    said = [_scaled(part) if part.lower_name in _SCALED else _written(part) for part in kept]
    if not any(part.lower_name in _SCALED for part in kept):
        said.append(f"font-size:{_SIZE}em;")
    return "".join([*said, "text-transform:uppercase;", *pieces])


def _asks(declaration: Node) -> bool:
    words = {part.lower_value for part in declaration.value if part.type == "ident"}
    return declaration.lower_name in _PROPERTIES and bool(words & _ASKED)


def _written(declaration: Node) -> str:
    return f"{declaration.serialize()};"


def _scaled(declaration: Node) -> str:
    """Return a declaration with its first length, which is that of the type, made smaller."""
    value = declaration.value
    at = next((n for n, part in enumerate(value) if part.type in ("dimension", "percentage")), None)
    if at is None:
        return _written(declaration)
    unit = "%" if value[at].type == "percentage" else value[at].unit
    size = f"{value[at].value * _SIZE:.3f}{unit}"
    important = "!important" if declaration.important else ""
    return f"{declaration.name}:{_around(value[:at])}{size}{_around(value[at + 1 :])}{important};"


def _around(tokens: Sequence[Node]) -> str:
    return str(tinycss2.serialize(tokens))
