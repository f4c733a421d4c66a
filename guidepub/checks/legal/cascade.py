"""How an EPUB's stylesheets show a text: displayed or not, how large, in which colours.

As much of CSS as can hide words: selectors by cssselect2, values by tinycss2. What moves
with the reading system, such as its fonts and its page, is left out.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import cssselect2
import tinycss2
import tinycss2.color4
from lxml import etree

_ROOT_SIZE = 12.0
"""Points: what reading systems take for 1 em unless a reader says otherwise."""

_FAR = 300.0
"""Points beyond which a shift takes a text off any screen."""

_LEGIBLE = 1.0
"""Points below which nobody sees that there is a text."""

_UNITS = {"pt": 1.0, "px": 0.75, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "pc": 12.0}
_SIZES = {"xx-small": 0.6, "x-small": 0.75, "small": 8 / 9, "medium": 1.0, "large": 1.2,
          "x-large": 1.5, "xx-large": 2.0, "xxx-large": 3.0}  # fmt: skip
_STEPS = {"smaller": 1 / 1.2, "larger": 1.2}
_LONG_NAMES = {"font": "font-size", "background": "background-color"}
_SHIFTS = ("text-indent", "left", "top", "right", "bottom", "margin-left", "margin-top")
_ASKED = frozenset(
    {"display", "visibility", "opacity", "color", "background-color", "background", "font-size",
     "font", "position", "clip", "clip-path", "height", "max-height", "width", "max-width",
     "overflow", "transform", "content-visibility", *_SHIFTS}
)  # fmt: skip
_Rgba = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Style:
    """How an element's text is shown: sizes in points, colours with parts from 0 to 1."""

    size: float = _ROOT_SIZE
    ink: _Rgba = (0.0, 0.0, 0.0, 1.0)
    paper: _Rgba = (1.0, 1.0, 1.0, 1.0)
    hidden: str = ""
    visible: bool = True


@dataclass(frozen=True, slots=True)
class Declaration:
    """One declaration of a rule, with what decides between it and others."""

    name: str
    value: tuple[Any, ...]
    rank: tuple[bool, tuple[int, ...], int]


class Sheets:
    """The rules of a document's stylesheets that can hide something."""

    def __init__(self, sheets: Sequence[str]) -> None:
        self.matcher = cssselect2.Matcher()
        number = 0
        for css in sheets:
            for selector, declarations in _rules(css):
                self.matcher.add_selector(selector, (number, declarations))
                number += 1

    def style(self, element: etree._Element, root: Any) -> Style:
        """Return how an element's own text is shown; `root` wraps its document's root."""
        chain: list[etree._Element] = [element, *element.iterancestors()]
        wrapped = root
        style = Style()
        for number, node in enumerate(reversed(chain)):
            if number:
                siblings = wrapped.iter_children()
                wrapped = next(child for child in siblings if child.etree_element is node)
            style = self._apply(style, wrapped)
        return style

    def _apply(self, parent: Style, wrapped: Any) -> Style:
        found: dict[str, Declaration] = {}
        own = [
            Declaration(name, value, (important, specificity, number))
            for specificity, _, _, (number, declarations) in self.matcher.match(wrapped)
            for name, value, important in declarations
        ]
        inline = wrapped.etree_element.get("style", "")
        own += [
            Declaration(name, value, (important, (9, 9, 9), 0))
            for name, value, important in _declared(inline)
        ]
        for declaration in own:
            other = found.get(declaration.name)
            if other is None or declaration.rank >= other.rank:
                found[declaration.name] = declaration
        values = {name: declaration.value for name, declaration in found.items()}
        style = _sized(parent, values)
        style = _coloured(style, values)
        if wrapped.etree_element.get("hidden") is not None and "display" not in values:
            return replace(style, hidden=style.hidden or "hidden")
        return _hidden(style, values)


def hidden_elements(document: etree._Element, sheets: Sequence[str]) -> set[etree._Element]:
    """Return the elements of a document that its stylesheets or their own styles hide."""
    hiding = [selector for css in sheets for selector in _hiding_selectors(css)]
    styled = any(element.get("style") for element in document.iter(etree.Element))
    if not (hiding or styled):
        return set()
    hiders, root, all_sheets = cssselect2.Matcher(), root_of(document), Sheets(sheets)
    for selector in hiding:
        hiders.add_selector(selector, None)
    found = set()
    for wrapped in root.iter_subtree():
        element = wrapped.etree_element
        own = tuple(_declared(element.get("style", "")))
        if _takes_out_of_sight(own) or hiders.match(wrapped):
            style = all_sheets.style(element, root)
            if style.hidden or not style.visible or style.size < _LEGIBLE:
                found.add(element)
    return found


@functools.lru_cache(maxsize=64)
def _hiding_selectors(css: str) -> tuple[Any, ...]:
    """Return the selectors of the rules, mostly none, that take out of sight what they match."""
    return tuple(selector for selector, own in _rules(css) if _takes_out_of_sight(own))


def _takes_out_of_sight(declarations: Sequence[tuple[str, tuple[Any, ...], bool]]) -> bool:
    """Tell whether declarations alone would hide what they are for."""
    values = {name: value for name, value, _ in declarations}
    if not values:
        return False
    style = _hidden(_sized(Style(), values), values)
    return bool(style.hidden) or not style.visible or style.size < _LEGIBLE


def root_of(document: etree._Element) -> Any:
    """Return a document's root as `Sheets.style` asks for it."""
    return cssselect2.ElementWrapper.from_html_root(document)


@functools.lru_cache(maxsize=64)
def _rules(css: str) -> tuple[tuple[Any, tuple[tuple[str, tuple[Any, ...], bool], ...]], ...]:
    """Return a stylesheet's selectors with the declarations that are asked for."""
    return tuple(_read(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)))


def _read(nodes: Sequence[Any]) -> Iterator[tuple[Any, Any]]:
    for node in nodes:
        if node.type == "at-rule" and node.lower_at_keyword == "media" and node.content:
            media = tinycss2.serialize(node.prelude).lower()
            if "screen" in media or "all" in media:
                yield from _read(tinycss2.parse_rule_list(node.content))
        if node.type != "qualified-rule":
            continue
        declared = tuple(_declared(node.content))
        if not declared:
            continue
        try:
            selectors = cssselect2.compile_selector_list(node.prelude)
        except cssselect2.SelectorError:
            continue
        yield from ((s, declared) for s in selectors if s.pseudo_element is None)


def _declared(css: Any) -> Iterator[tuple[str, tuple[Any, ...], bool]]:
    parsed = tinycss2.parse_blocks_contents(css, skip_comments=True, skip_whitespace=True)
    for node in parsed:
        if node.type == "declaration" and node.lower_name in _ASKED:
            value = tuple(part for part in node.value if part.type != "whitespace")
            name = _LONG_NAMES.get(node.lower_name, node.lower_name)
            if name == "font-size":
                # Of a font, the first length is its size; a number alone is its weight.
                value = tuple(part for part in value if _is_size(part))
            if value:
                yield name, value, node.important


def _is_size(token: Any) -> bool:
    if token.type == "ident":
        return token.lower_value in _SIZES or token.lower_value in _STEPS
    return _length(token, 1.0) is not None


def _sized(parent: Style, values: dict[str, tuple[Any, ...]]) -> Style:
    tokens = values.get("font-size")
    if not tokens:
        return parent
    token = tokens[0]
    if token.type == "ident":
        word = token.lower_value
        scale = _STEPS.get(word)
        size = parent.size * scale if scale else _ROOT_SIZE * _SIZES.get(word, 0)
        return replace(parent, size=size) if size else parent
    size_given = _length(token, parent.size)
    return parent if size_given is None else replace(parent, size=size_given)


def _coloured(style: Style, values: dict[str, tuple[Any, ...]]) -> Style:
    if "color" in values and (ink := _colour(values["color"][0], style.ink)) is not None:
        style = replace(style, ink=ink)
    for token in values.get("background-color", ()):
        paper = _colour(token, style.ink)
        if paper is not None and paper[3] > 0:
            style = replace(style, paper=_over(paper, style.paper))
    return style


def _hidden(style: Style, values: dict[str, tuple[Any, ...]]) -> Style:
    """Note what takes an element and all in it out of sight."""
    words = {name: _word(tokens) for name, tokens in values.items()}
    visible = {"visible": True, "hidden": False, "collapse": False}.get(words.get("visibility", ""))
    if visible is not None:
        style = replace(style, visible=visible)
    reason = ""
    if words.get("display") == "none":
        reason = "display: none"
    elif words.get("content-visibility") == "hidden":
        reason = "content-visibility: hidden"
    elif (opacity := _number(values.get("opacity"))) is not None and opacity < 0.05:
        reason = "opacity: 0"
    elif words.get("position") in ("absolute", "fixed") and (
        "clip" in values or "clip-path" in values
    ):
        reason = "clip"
    elif words.get("overflow") in ("hidden", "clip") and any(
        (length := _first_length(values.get(name), style.size)) is not None and length < 2
        for name in ("height", "max-height", "width", "max-width")
    ):
        reason = "cut to nothing"
    elif "transform" in values and "scale(0" in tinycss2.serialize(values["transform"]):
        reason = "scaled to nothing"
    else:
        for name in _SHIFTS:
            if (length := _first_length(values.get(name), style.size)) is not None and (
                abs(length) > _FAR
            ):
                reason = f"{name}: off the page"
    return replace(style, hidden=reason) if reason and not style.hidden else style


def _over(top: _Rgba, under: _Rgba) -> _Rgba:
    alpha = top[3]
    red, green, blue = (
        alpha * a + (1 - alpha) * b for a, b in zip(top[:3], under[:3], strict=True)
    )
    return red, green, blue, 1.0


def _colour(token: Any, ink: _Rgba) -> _Rgba | None:
    try:
        parsed = tinycss2.color4.parse_color(token)
    except ValueError:
        return None
    if parsed is None:
        return None
    if isinstance(parsed, str):
        return ink
    try:
        red, green, blue, alpha = parsed.to("srgb")
    except NotImplementedError:
        return None
    return float(red), float(green), float(blue), float(alpha)


def _length(token: Any, em: float) -> float | None:
    if token.type == "percentage":
        return float(em * token.value / 100)
    if token.type == "number" and token.value == 0:
        return 0.0
    if token.type != "dimension":
        return None
    unit = token.lower_unit
    if unit in ("em", "ex", "ch"):
        return float(em * token.value * (1 if unit == "em" else 0.5))
    if unit == "rem":
        return float(_ROOT_SIZE * token.value)
    return float(token.value * _UNITS[unit]) if unit in _UNITS else None


def _first_length(tokens: tuple[Any, ...] | None, em: float) -> float | None:
    if not tokens or tokens[0].type == "percentage":
        return None
    return _length(tokens[0], em)


def _number(tokens: tuple[Any, ...] | None) -> float | None:
    if not tokens or tokens[0].type not in ("number", "percentage"):
        return None
    return float(tokens[0].value / (100 if tokens[0].type == "percentage" else 1))


def _word(tokens: tuple[Any, ...]) -> str:
    return str(tokens[0].lower_value) if tokens[0].type == "ident" else ""
