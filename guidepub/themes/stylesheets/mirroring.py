"""Stylesheets mirrored for what is written from right to left, so that no theme is made twice.

Left and right change places in every rule. Pages keep their
names: `:right` is the recto, which lies on the left there, and `break-before: right` begins one.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from types import MappingProxyType

import tinycss2
from tinycss2.ast import Node

from guidepub.themes.stylesheets.values import without_spaces

JOINED = frozenset({"arabic"})
"""The scripts whose letters are joined."""

_SIDE = re.compile(r"\b(left|right)\b")
_OTHER = MappingProxyType({"left": "right", "right": "left"})
# Inherited as it is, so that a paragraph in Latin script begins on its own side.
_TEXT_SIDE = MappingProxyType({"left": "start", "right": "end"})
_CORNERS = (1, 0, 3, 2)
_AROUND = frozenset({"margin", "padding", "inset", "border-width", "border-style", "border-color"})
# Properties of which a value names a side.
_SIDED = frozenset(
    {
        "float", "clear", "caption-side",
        "background", "background-image", "background-position", "object-position",
        "transform-origin", "position-area",
    }
)  # fmt: skip
_ALIGNED = frozenset({"text-align", "text-align-all", "text-align-last"})
# They would part letters that are joined, or look for forms that no such script has.
_NOT_OF_JOINED = frozenset({"letter-spacing", "font-variant-caps", "text-transform"})
_LENGTH = re.compile(r"([\d.]+)(pt|)")
_FONT = re.compile(r"((?:[a-z]+ )*)([\d.]+pt)(/[\d.]+(?:pt)?)?(\s.*)", re.S)
# Naskh letters are smaller in their size than Latin ones, and their lines are further apart.
_LARGER, _LEADING = 1.1, 1.22
# A counter without a style, or with that of Latin digits.
_COUNTER = re.compile(
    r"((?<![\w-])(?:counter\(\s*[\w-]+|target-counter\(\s*attr\([^()]*\)\s*,\s*[\w-]+))"
    r"\s*(?:,\s*decimal\s*)?\)"
)
_TURNED = frozenset({"rotate", "rotatez", "translatex", "skew", "skewx", "translate"})


@functools.lru_cache(maxsize=64)
def mirrored(css: str, joined: bool = False) -> str:
    """Return a stylesheet mirrored, its comments left out.

    With `joined`, for a script whose letters are joined, nothing sets letters apart, and there
    are no small capitals and no slanted letters.
    """
    nodes = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    return "".join(f"{_rule(node, joined)}\n" for node in nodes)


def counted_in(css: str, style: str) -> str:
    """Return a stylesheet that prints its counters, and numbers its lists, in digits of a style.

    Where it names another style, such as `lower-roman`, it stays.
    """
    css = _COUNTER.sub(rf"\1, {style})", css)
    return f":where(ol) {{ list-style-type: {style} }}\n{css}"


def _rule(node: Node, joined: bool) -> str:
    if node.type == "error" or getattr(node, "content", None) is None:
        # An unreadable rule is reported when the sheet is used.
        return str(node.serialize())
    head = tinycss2.serialize(node.prelude)
    if node.type == "at-rule":
        keyword = _SIDE.sub(_swapped, node.lower_at_keyword)
        head = f"@{keyword}{head}"
        if keyword == "font-face":
            return f"{head}{{{tinycss2.serialize(node.content)}}}"
    return f"{head}{{{_content(node.content, joined)}}}"


def _content(content: Sequence[Node], joined: bool) -> str:
    found = []
    for part in tinycss2.parse_blocks_contents(content, True, True):
        if part.type != "declaration":
            found.append(_rule(part, joined))
        elif not (joined and part.lower_name in _NOT_OF_JOINED):
            important = " !important" if part.important else ""
            value = tinycss2.serialize(_value(part.lower_name, part.value)).strip()
            value = _roomy(part.lower_name, value) if joined else value
            found.append(f"{_name(part.name)}: {value}{important};")
    return " ".join(found)


def _roomy(name: str, value: str) -> str:
    """Return a value with room for letters that reach far above and below a line of Latin ones."""
    match name:
        case "font-style":
            return "normal"
        case "line-height":
            return _LENGTH.sub(lambda found: _times(found, _LEADING), value)
        case "font-size" if _LENGTH.fullmatch(value) and value.endswith("pt"):
            return _LENGTH.sub(lambda found: _times(found, _LARGER), value)
        case "font" if shorthand := _FONT.fullmatch(value):
            before, size, leading, faces = shorthand.groups(default="")
            size = _LENGTH.sub(lambda found: _times(found, _LARGER), size)
            return f"{before}{size}{_LENGTH.sub(lambda found: _times(found, _LEADING), leading)}{faces}"
    return value


def _times(found: re.Match[str], factor: float) -> str:
    return f"{float(found[1]) * factor:.4g}{found[2]}"


def _name(name: str) -> str:
    return name if name.startswith("--") else _SIDE.sub(_swapped, name)


def _swapped(match: re.Match[str]) -> str:
    return _OTHER[match[1]]


def _value(name: str, value: Sequence[Node]) -> Sequence[Node]:
    if name in _AROUND:
        return _around(value)
    if name == "border-radius" and not any(part == "/" for part in value):
        return _corners(value)
    if name == "transform":
        return [_turned(part) for part in value]
    if name in _ALIGNED:
        return [_aligned(part) for part in value]
    return [_other_side(part) for part in value] if name in _SIDED else value


def _around(value: Sequence[Node]) -> Sequence[Node]:
    """Return four values for top, right, bottom and left in their mirrored order."""
    parts = without_spaces(value)
    if len(parts) != 4:
        return value
    top, right, bottom, left = parts
    return _spaced((top, left, bottom, right))


def _corners(value: Sequence[Node]) -> Sequence[Node]:
    """Return radii of corners, from the top left on clockwise, in their mirrored order."""
    parts = without_spaces(value)
    if len(parts) < 2 or len(parts) > 4:
        return value
    whole = [*parts, *parts[len(parts) - 2 :]] if len(parts) < 4 else parts
    if len(parts) == 3:
        whole = [*parts, parts[1]]
    return _spaced([whole[place] for place in _CORNERS])


def _spaced(parts: Sequence[Node]) -> list[Node]:
    texts = (tinycss2.serialize([part]) for part in parts)
    found: list[Node] = tinycss2.parse_component_value_list(" ".join(texts))
    return found


def _other_side(part: Node) -> Node:
    if part.type == "ident" and part.lower_value in _OTHER:
        return _node(_OTHER[part.lower_value])
    if part.type == "function" and part.lower_name != "var":
        arguments = tinycss2.serialize([_other_side(each) for each in part.arguments])
        return _node(f"{part.name}({arguments})")
    return part


def _aligned(part: Node) -> Node:
    side = _TEXT_SIDE.get(part.lower_value) if part.type == "ident" else None
    return _node(side) if side else part


def _node(css: str) -> Node:
    (node,) = tinycss2.parse_component_value_list(css)
    return node


def _turned(part: Node) -> Node:
    """Return a transformation the other way round: an angle, or a length across."""
    if part.type != "function" or part.lower_name not in _TURNED:
        return part
    (first, *others) = tinycss2.serialize(part.arguments).split(",")
    arguments = ",".join([f"calc(-1 * ({first.strip()}))", *others])
    if number := re.fullmatch(r"-?([\d.]+[a-z%]*)", first.strip()):
        sign = "" if first.strip().startswith("-") else "-"
        arguments = ",".join([f"{sign}{number[1]}", *others])
    return _node(f"{part.name}({arguments})")
