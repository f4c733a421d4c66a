"""Tests for values of declarations, which must be literal and within bounds.

A value is a list of tinycss2's tokens without white space, its custom properties filled in. Each
function takes one and returns whether it is literal and within bounds: what depends on anything
else, such as `calc()`, a system's colour or the width of a window, never is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from tinycss2.ast import Node

from guidepub.themes.stylesheets.colours import contrast, css_colour

Value = Sequence[Node]
Test = Callable[[Value], bool]

POINTS = {"pt": 1.0, "px": 0.75, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "pc": 12.0,
          "q": 72 / 101.6}  # fmt: skip
"""How many points a unit of length is (CSS Values 4, 6.2)."""
COLOURS = frozenset({"rgb", "rgba", "hsl", "hsla"})
"""The functions that a literal colour may be."""

_NUMBERS = frozenset({"number", "percentage", "dimension"})
_EMS = frozenset({"em", "rem"})
_BORDER_STYLES = frozenset(
    {"none", "solid", "dashed", "dotted", "double", "groove", "ridge", "inset", "outset"}
)
_BORDER_WIDTHS = frozenset({"thin", "medium", "thick"})
_NAME = re.compile(r"[\w .,-]{1,80}")


@dataclass(frozen=True, slots=True)
class Size:
    """The least and the most of a length: in ems, in points, in percent, and as a bare number.

    None is for units that are not allowed.
    """

    em: tuple[float, float] | None = None
    pt: tuple[float, float] | None = None
    percent: tuple[float, float] | None = None
    number: tuple[float, float] | None = None

    def __str__(self) -> str:
        pairs = (("", self.number), (" em", self.em), (" pt", self.pt), (" %", self.percent))
        ranges = [f"{pair[0]:g} to {pair[1]:g}{unit}" for unit, pair in pairs if pair]
        return " or ".join(ranges)

    def holds(self, token: Node) -> bool:
        """Return whether a token is a length within these bounds."""
        value = token.value if token.type in _NUMBERS else 0.0
        bounds: tuple[float, float] | None = None
        match token.type:
            case "number":
                bounds = self.number or (None if value else self.em or self.pt or self.percent)
            case "percentage":
                bounds = self.percent
            case "dimension" if token.lower_unit in _EMS:
                bounds = self.em
            case "dimension" if token.lower_unit in POINTS:
                bounds, value = self.pt, value * POINTS[token.lower_unit]
        return bounds is not None and bounds[0] <= value <= bounds[1]


def word(token: Node) -> str:
    """Return a token's word in small letters, or an empty string where it is none."""
    return str(token.lower_value) if token.type == "ident" else ""


def first_word(value: Value) -> str:
    """Return the word that a value begins with in small letters, or an empty string."""
    return word(value[0]) if value else ""


def without_spaces(tokens: Iterable[Node]) -> list[Node]:
    """Return tokens without white space and comments."""
    return [token for token in tokens if token.type not in ("whitespace", "comment")]


def split(tokens: Iterable[Node]) -> list[list[Node]]:
    """Return tokens split at their commas."""
    found: list[list[Node]] = [[]]
    for part in tokens:
        if part == ",":
            found.append([])
        else:
            found[-1].append(part)
    return found


def words(*allowed: str) -> Test:
    """Return a test for one of some words."""
    return lambda value: len(value) == 1 and word(value[0]) in allowed


def distinct_words(*allowed: str) -> Test:
    """Return a test for some of some words, each at most once."""

    def test(value: Value) -> bool:
        tokens = [word(token) for token in value]
        return bool(tokens) and len(set(tokens)) == len(tokens) and set(tokens) <= set(allowed)

    return test


def length(size: Size, *allowed: str, most: int = 1) -> Test:
    """Return a test for up to `most` lengths within bounds, or words among them."""

    def test(value: Value) -> bool:
        fitting = all(size.holds(token) or word(token) in allowed for token in value)
        return 1 <= len(value) <= most and fitting

    return test


def either(*tests: Test) -> Test:
    """Return a test that holds where one of some does."""
    return lambda value: any(test(value) for test in tests)


def colour(value: Value) -> bool:
    """Return whether a value is one opaque, literal colour."""
    return len(value) == 1 and rgb(value[0]) is not None


def rgb(token: Node) -> tuple[float, float, float] | None:
    """Return an opaque, literal colour in sRGB, parts from 0 to 255, or None."""
    if token.type == "function" and token.lower_name not in COLOURS:
        return None
    found = css_colour(token)
    if found is None or isinstance(found, str):
        return None
    try:
        red, green, blue, alpha = found.to("srgb")
    except NotImplementedError:
        return None
    parts = (red, green, blue)
    if alpha != 1 or not all(0 <= part <= 1 for part in parts):
        return None
    return 255 * red, 255 * green, 255 * blue


def contrast_of(ink: Value, ground: Value) -> float:
    """Return the contrast of two literal colours, or 0 where one of them is none."""
    one, other = (rgb(value[0]) if len(value) == 1 else None for value in (ink, ground))
    return contrast(one, other) if one and other else 0.0


def line_colour(value: Value) -> bool:
    """Return whether a value is a colour for rules and borders, which may be undrawn."""
    return colour(value) or words("transparent", "currentcolor", "inherit")(value)


def border(value: Value) -> bool:
    """Return whether a value is a border: a width, a style and a colour, each at most once."""
    kinds = [_border_part(token) for token in value]
    return 1 <= len(kinds) <= 3 and "" not in kinds and len(set(kinds)) == len(kinds)


def _border_part(token: Node) -> str:
    if BORDER_WIDTH.holds(token) or word(token) in _BORDER_WIDTHS:
        return "width"
    if word(token) in _BORDER_STYLES:
        return "style"
    return "colour" if line_colour([token]) else ""


BORDER_WIDTH = Size(em=(0, 1), pt=(0, 12))
border_width = length(BORDER_WIDTH, *_BORDER_WIDTHS, most=4)


def border_style(value: Value) -> bool:
    """Return whether a value is styles of borders, one for each side."""
    return 1 <= len(value) <= 4 and all(word(token) in _BORDER_STYLES for token in value)


def border_colour(value: Value) -> bool:
    """Return whether a value is colours of borders, one for each side."""
    return 1 <= len(value) <= 4 and all(line_colour([token]) for token in value)


def families(value: Value) -> bool:
    """Return whether a value is a list of names of faces."""
    return bool(value) and all(
        part == "," or part.type == "ident" or _is_name(part) for part in value
    )


def _is_name(token: Node) -> bool:
    return token.type == "string" and bool(_NAME.fullmatch(token.value))


def string(*allowed: str) -> Test:
    """Return a test for one of some strings."""
    return lambda value: len(value) == 1 and value[0].type == "string" and value[0].value in allowed


def call(name: str, *arguments: str) -> Test:
    """Return a test for a function with one of some words."""

    def test(value: Value) -> bool:
        if len(value) != 1 or value[0].type != "function" or value[0].lower_name != name:
            return False
        inner = without_spaces(value[0].arguments)
        if not arguments:
            return not inner
        return len(inner) == 1 and word(inner[0]) in arguments

    return test


def names_and(test: Test) -> Test:
    """Return a test for pairs of a name and a value, such as those of `string-set`."""

    def whole(value: Value) -> bool:
        if words("none")(value):
            return True
        if not value or value[0].type != "ident":
            return False
        return test(value[1:])

    return whole
