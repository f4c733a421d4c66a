"""The room that the boxes around a text leave it on a screen, and how far they move it.

One margin or shift within bounds hides nothing; many of them, one around the other, could.
The largest that apply to each element are added up, for the screen of a telephone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from tinycss2.ast import Node

from guidepub.checks.legal.in_documents.sheets import Declaration
from guidepub.checks.legal.in_documents.shown import Style, length_of

_SCREEN = 300.0
_LEAST = 40.0
"""Points: the width of a small screen, and what must be left of it."""

_FARTHEST = 72.0
# HTML, section 15.3: the margins that reading systems give elements by default.
_USUAL = {"blockquote": 60.0, "figure": 60.0, "ul": 30.0, "ol": 30.0, "dd": 30.0, "menu": 30.0}
_ACROSS = ("left", "right", "inline", "inline-start", "inline-end")
_ALONG = ("top", "bottom", "block", "block-start", "block-end")
# The places of the left and right values in a shorthand, by how many values it has.
_SIDES: Mapping[int, tuple[int, int]] = MappingProxyType(
    {1: (0, 0), 2: (1, 1), 3: (1, 1), 4: (3, 1)}
)
_WIDTHS = frozenset({"width", "max-width", "inline-size", "max-inline-size"})


def room_doubt(around: Iterable[tuple[str, Sequence[Declaration], Style]]) -> str:
    """Return why boxes may leave a text no room, or move it out of sight, or an empty string.

    Args:
        around: for each element from the root to the text's own, its tag, the declarations
            that apply to it, and its style.
    """
    width, shift = _SCREEN, 0.0
    for tag, declarations, style in around:
        spaces: dict[str, float] = {}
        moves: dict[str, float] = {}
        for declaration in declarations:
            for side, points in _lengths(declaration, style):
                most = spaces if points > 0 else moves
                most[side] = max(most.get(side, 0.0), abs(points))
        width = width * _share(declarations) - (sum(spaces.values()) or _USUAL.get(tag, 0.0))
        shift += sum(moves.values())
    if width < _LEAST:
        return "boxes in boxes, which leave it no room"
    return f"boxes that shift it by {shift:.0f} pt" if shift > _FARTHEST else ""


def _lengths(declaration: Declaration, style: Style) -> Iterator[tuple[str, float]]:
    """Yield the sides of an element, each with the space in points that a declaration sets there.

    Space that moves an element is negative.
    """
    name, value = declaration.name, declaration.value
    kind, _, edge = name.partition("-")
    if name in ("margin", "padding") and len(value) in _SIDES:
        for side, place in zip(("left", "right"), _SIDES[len(value)], strict=True):
            yield f"{name} {side}", _points(value[place], style)
        along = [_points(token, style) for token in value[:3:2]]
        yield f"along {name}", min(0.0, *along)
    elif kind in ("margin", "padding") and edge in _ACROSS:
        twice = 2 if edge == "inline" and len(value) == 1 else 1
        points = twice * sum(_points(token, style) for token in value)
        yield f"{kind} {edge}", points
    elif kind == "margin" and edge in _ALONG:
        yield f"along {edge}", min([0.0, *(_points(token, style) for token in value)])
    elif name in ("top", "bottom", "left", "right", "inset", "vertical-align"):
        yield name, -sum(abs(_points(token, style)) for token in value)


def _points(token: Node, style: Style) -> float:
    if token.type == "percentage":
        return float(token.value * _SCREEN / 100)
    return length_of(token, style) or 0.0


def _share(declarations: Sequence[Declaration]) -> float:
    """Return the share of the width around it that an element takes."""
    share = 1.0
    for declaration in declarations:
        value = declaration.value
        if declaration.name in _WIDTHS and len(value) == 1 and value[0].type == "percentage":
            share = min(share, value[0].value / 100)
        elif declaration.name in ("columns", "column-count"):
            counts = [token.value for token in value if token.type == "number" and token.value >= 1]
            share = min([share, *(1 / count for count in counts)])
    return share
