"""The look of a text by its CSS properties: its size, its colours, and whether it is displayed.

Values by tinycss2. What moves with the reading system, such as its fonts and its page, is
left out. `is_worked_out` returns whether a declaration is computed exactly.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import tinycss2
from tinycss2.ast import Node

from guidepub.checks.legal.in_documents.harmless import parts_lines
from guidepub.checks.legal.in_documents.sheets import Declaration
from guidepub.themes.stylesheets.colours import blended, css_colour
from guidepub.themes.stylesheets.values import POINTS, first_word, word

ROOT_SIZE = 12.0
"""Points: what reading systems take for 1 em unless a reader says otherwise."""

LEGIBLE = 1.0
"""Points below which nobody sees that there is a text."""

# Points beyond which a shift takes a text off any screen.
_FAR = 300.0
# Points below which a box shows nothing of what is in it.
_NOTHING = 2.0
# Points beyond which a letter fills a screen.
_LARGEST = 100.0

_SIZES = {"xx-small": 0.6, "x-small": 0.75, "small": 8 / 9, "medium": 1.0, "large": 1.2,
          "x-large": 1.5, "xx-large": 2.0, "xxx-large": 3.0}  # fmt: skip
_STEPS = {"smaller": 1 / 1.2, "larger": 1.2}
_LONG_NAMES = {"font": "font-size", "background": "background-color"}
_SHIFTS = ("text-indent", "left", "top", "right", "bottom", "margin-left", "margin-top")
_DISPLAYED = frozenset(
    {"block", "inline", "inline-block", "flow-root", "list-item", "flex", "inline-flex", "grid",
     "inline-grid", "table", "inline-table", "table-row", "table-cell", "table-row-group",
     "table-header-group", "table-footer-group", "table-caption", "initial", "inherit"}
)  # fmt: skip
# HTML, section 15.3: the styles that reading systems give elements by default.
_USUAL_SIZES = {"small": 1 / 1.2, "big": 1.2, "sub": 1 / 1.2, "sup": 1 / 1.2, "rt": 0.5, "h1": 2.0,
                "h2": 1.5, "h3": 1.17, "h5": 0.83, "h6": 0.67, "code": 13 / 16, "kbd": 13 / 16,
                "samp": 13 / 16, "tt": 13 / 16, "pre": 13 / 16}  # fmt: skip
_LINK = (0.0, 0.0, 238 / 255, 1.0)
_MARKED = (1.0, 1.0, 0.0, 1.0)
_BLACK = (0.0, 0.0, 0.0, 1.0)
_FONT_WORDS = frozenset(
    {"normal", "italic", "oblique", "bold", "bolder", "lighter", "small-caps", "condensed",
     "expanded"}
)  # fmt: skip
Rgba = tuple[float, float, float, float]
Values = Mapping[str, tuple[Node, ...]]


@dataclass(frozen=True, slots=True)
class Style:
    """How an element's text is shown: sizes in points, colours with parts from 0 to 1."""

    size: float = ROOT_SIZE
    ink: Rgba = _BLACK
    paper: Rgba = (1.0, 1.0, 1.0, 1.0)
    hidden: str = ""
    visible: bool = True
    root: float = ROOT_SIZE
    opacity: float = 1.0

    @property
    def is_seen(self) -> bool:
        """Whether there is anything to be seen, however small or faint."""
        return not self.hidden and self.visible and self.size >= LEGIBLE


def long_name(name: str) -> str:
    """Return the property under which a declaration is worked out."""
    return _LONG_NAMES.get(name, name)


def default_style(parent: Style, name: str, is_link: bool) -> Style:
    """Return the default style of an element, `name` being its tag."""
    style = replace(parent, size=parent.size * _USUAL_SIZES.get(name, 1.0))
    if name == "a" and is_link:
        return replace(style, ink=_LINK)
    return replace(style, ink=_BLACK, paper=_MARKED) if name == "mark" else style


def styled(parent: Style, usual: Style, values: Values) -> Style:
    """Return an element's style by the declaration that wins for each property.

    `usual` is its style without any.
    """
    size = _size(parent, values["font-size"]) if "font-size" in values else None
    style = replace(usual, size=usual.size if size is None else size)
    return _hidden(_coloured(parent, style, values), values)


def is_worked_out(declaration: Declaration) -> bool:
    """Return whether `styled` applies a declaration as a reading system does."""
    name, value = declaration.name, declaration.value
    if name in ("font-size", "font"):
        return _is_font(value) if name == "font" else len(value) == 1 and _is_size(value[0])
    if name == "color":
        literal = len(value) == 1 and _colour(value[0], _BLACK) is not None
        return literal or first_word(value) == "inherit"
    if name in ("background", "background-color"):
        return len(value) == 1 and (
            first_word(value) in ("none", "transparent") or _colour(value[0], _BLACK) is not None
        )
    if name == "opacity":
        return len(value) == 1 and _number(value) is not None
    if name == "visibility":
        return len(value) == 1 and first_word(value) in ("visible", "hidden", "inherit")
    return name == "display" and len(value) == 1 and first_word(value) in (*_DISPLAYED, "none")


def faintest(style: Style) -> Rgba:
    """Return the ink with its alpha reduced by the opacity of all elements around."""
    return (*style.ink[:3], style.ink[3] * style.opacity)


def is_too_large(style: Style) -> bool:
    """Return whether a letter fills more than a screen can show words in."""
    return style.size > _LARGEST


def _is_font(value: tuple[Node, ...]) -> bool:
    """Return whether a `font` is styles and weights, a size, a leading that parts lines, and faces."""
    sizes = [place for place, token in enumerate(value) if _is_size(token)]
    if not sizes:
        return False
    before, behind = value[: sizes[0]], value[sizes[0] + 1 :]
    if not all(word(token) in _FONT_WORDS or token.type == "number" for token in before):
        return False
    if behind[:1] and behind[0] == "/":
        if not parts_lines(behind[1:2]):
            return False
        behind = behind[2:]
    return all(token.type in ("ident", "string", "literal") for token in behind)


def _is_size(token: Node) -> bool:
    if token.type == "ident":
        return token.lower_value in _SIZES or token.lower_value in (*_STEPS, "inherit")
    return length_of(token, Style()) is not None


def _size(parent: Style, tokens: tuple[Node, ...]) -> float | None:
    # Of a font, the first length is its size; a number alone is its weight.
    token = next((token for token in tokens if _is_size(token)), None)
    if token is None:
        return None
    if token.type == "ident":
        word = token.lower_value
        scale = _STEPS.get(word)
        if word == "inherit":
            return parent.size
        return parent.size * scale if scale else ROOT_SIZE * _SIZES[word]
    return length_of(token, parent)


def _coloured(parent: Style, style: Style, values: Values) -> Style:
    if "color" in values:
        inherits = first_word(values["color"]) == "inherit"
        ink = parent.ink if inherits else _colour(values["color"][0], parent.ink)
        style = replace(style, ink=style.ink if ink is None else ink)
    for token in values.get("background-color", ()):
        paper = _colour(token, style.ink)
        if paper is not None and paper[3] > 0:
            opaque = blended(paper[:3], style.paper[:3], paper[3])
            style = replace(style, paper=(*opaque, 1.0))
    return style


def _hidden(style: Style, values: Values) -> Style:
    """Note the property that hides an element with all in it."""
    words = {name: first_word(tokens) for name, tokens in values.items()}
    visible = {"visible": True, "hidden": False, "collapse": False}.get(words.get("visibility", ""))
    if visible is not None:
        style = replace(style, visible=visible)
    opacity = _number(values.get("opacity"))
    if opacity is not None:
        style = replace(style, opacity=style.opacity * min(1.0, max(0.0, opacity)))
    reason = _reason(style, words, values)
    return replace(style, hidden=reason) if reason and not style.hidden else style


def _reason(style: Style, words: Mapping[str, str], values: Values) -> str:
    for name, value in (("display", "none"), ("content-visibility", "hidden")):
        if words.get(name) == value:
            return f"{name}: {value}"
    if style.opacity < 0.05:
        return "opacity: 0"
    lengths = {name: _first_length(tokens, style) for name, tokens in values.items()}
    if words.get("position") in ("absolute", "fixed") and {"clip", "clip-path"} & values.keys():
        return "clip"
    if "transform" in values and "scale(0" in tinycss2.serialize(values["transform"]):
        return "scaled to nothing"
    if words.get("overflow") in ("hidden", "clip"):
        extents = [lengths.get(name) for name in ("height", "max-height", "width", "max-width")]
        if any(extent is not None and extent < _NOTHING for extent in extents):
            return "cut to nothing"
    far = (name for name in _SHIFTS if abs(lengths.get(name) or 0.0) > _FAR)
    return next((f"{name}: off the page" for name in far), "")


def _colour(token: Node, ink: Rgba) -> Rgba | None:
    parsed = css_colour(token)
    if parsed is None:
        return None
    if isinstance(parsed, str):
        return ink
    try:
        parts = tuple(float(part or 0) for part in parsed.to("srgb"))
    except (NotImplementedError, ValueError, TypeError):
        return None
    if len(parts) != 4 or not all(-0.001 <= part <= 1.001 for part in parts):
        return None
    red, green, blue, alpha = parts
    return red, green, blue, alpha


def length_of(token: Node, style: Style) -> float | None:
    """Return a length in points, percentages being of the type's size, or None if it is unknown."""
    if token.type == "percentage":
        return float(style.size * token.value / 100)
    if token.type == "number" and token.value == 0:
        return 0.0
    if token.type != "dimension":
        return None
    if token.lower_unit == "em":
        return float(style.size * token.value)
    if token.lower_unit == "rem":
        return float(style.root * token.value)
    scale = POINTS.get(token.lower_unit)
    return None if scale is None else float(token.value * scale)


def _first_length(tokens: tuple[Node, ...] | None, style: Style) -> float | None:
    if not tokens or tokens[0].type == "percentage":
        return None
    return length_of(tokens[0], style)


def _number(tokens: tuple[Node, ...] | None) -> float | None:
    if not tokens or tokens[0].type not in ("number", "percentage"):
        return None
    return float(tokens[0].value / (100 if tokens[0].type == "percentage" else 1))
