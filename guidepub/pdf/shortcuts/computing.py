"""Computed values of styles, by a short way where it leads to the same: a seam in WeasyPrint.

WeasyPrint 70 works out each property of each style on first use, and looks for rules, functions
and directions of writing even where no rule says anything of the property, which is the case of
nine in ten. Those that almost every box is asked for have their value from the beginning here. And
its own stylesheet gives every element six pseudo-elements, such as the call of a note, whose styles
it makes although hardly one of them is asked for.
"""

from __future__ import annotations

import contextlib
import math
import operator
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from tinycss2.ast import FunctionBlock, HashToken, IdentToken

from guidepub.pdf.engine.weasyprint import (
    AnonymousStyle,
    ComputedStyle,
    StyleFor,
    properties,
    styling,
)
from guidepub.pdf.shortcuts.asking import boxes_are_asked_shortly
from guidepub.pdf.shortcuts.declared import attributes_are_read_once
from guidepub.pdf.shortcuts.describing import styles_are_described_once
from guidepub.pdf.shortcuts.grounds import grounds_are_looked_for_once
from guidepub.pdf.shortcuts.known_lines import lines_are_broken_once
from guidepub.pdf.shortcuts.letting_go import styles_are_let_go
from guidepub.pdf.shortcuts.measuring import lengths_are_resolved_once
from guidepub.pdf.shortcuts.page_styles import styles_of_pages_are_shared
from guidepub.pdf.shortcuts.rematching import (
    KeptRules,
    MatchedRules,
    keep_values,
    key_of,
    matched_rules,
)
from guidepub.pdf.shortcuts.selecting import joined_sheets
from guidepub.pdf.shortcuts.shaping import texts_are_shaped_once

_Origin = tuple[Any, str, Any]

_LITERALS: Final = frozenset({HashToken, IdentToken, properties.Dimension, float, int, str})
"""Types of values that stand for themselves: no function or variable can be in them."""
_KEYWORDS: Final = frozenset({"inherit", "initial"})
"""Texts that stand for another value."""
_MADE_BY_OTHERS: Final = {"display", "float", "page", "position"}
"""Properties whose value depends on others', or is noted as it was specified."""


def _is_plain(key: str) -> bool:
    return key not in _MADE_BY_OTHERS and not key.startswith(("__", "text_decoration_"))


def _displayed(style: Any, key: str, stated: Any) -> Any:
    """Return how a box is displayed, for what is stated: that depends on where it is placed."""
    # What is asked for its float is noted with its position, as they were specified.
    style["float"]
    style.specified[key] = stated
    return styling.COMPUTER_FUNCTIONS[key](style, key, stated)


_COMPUTABLE: Final[Mapping[str, Callable[..., Any] | None]] = {
    **{
        key: styling.COMPUTER_FUNCTIONS.get(key)
        for key in properties.INITIAL_VALUES
        if _is_plain(key)
    },
    "display": _displayed,
}
"""What computes a property's value from what a rule states; None where that is the value."""
_COMPUTED: Final = {
    key: _COMPUTABLE[key] for key in properties.INITIAL_NOT_COMPUTED if key in _COMPUTABLE
}
_INHERITED: Final = {key for key in properties.INHERITED if _is_plain(key)}
_INITIAL: Final = {
    key: value
    for key, value in properties.INITIAL_VALUES.items()
    if _is_plain(key) and key not in _INHERITED and key not in properties.INITIAL_NOT_COMPUTED
}
_ASKED: Final = {
    key: _INITIAL[key]
    for key in (
        "anchor", "appearance", "background_color", "background_image", "bookmark_level",
        "bookmark_state", "border_bottom_left_radius", "border_bottom_right_radius",
        "border_bottom_style", "border_image_source", "border_left_style", "border_right_style",
        "border_top_left_radius", "border_top_right_radius", "border_top_style",
        "box_decoration_break", "box_shadow", "box_sizing", "column_count", "column_width",
        "content", "continue", "counter_increment", "counter_reset", "counter_set", "height",
        "image_orientation", "margin_bottom", "margin_left", "margin_right", "margin_top",
        "mask_border_source", "max_height", "max_lines", "max_width", "min_height", "min_width",
        "opacity", "outline_color", "outline_offset", "outline_style", "overflow",
        "padding_bottom", "padding_left", "padding_right", "padding_top", "string_set",
        "transform", "vertical_align", "width",
    )
    if key in _INITIAL
}  # fmt: skip
"""The values of properties that layouts ask almost every style for."""
_BORDERED: Final = {
    f"{line}_style": f"{line}_width"
    for line in ("border_top", "border_right", "border_bottom", "border_left", "outline")
}
"""The properties whose lines are of no width where no rule gives them a style."""
_PLACED: Final = {"float": "none", "position": "static"}
"""The initial values of what decides how a box is displayed."""
_BEGUN: Final = _ASKED | dict.fromkeys(_BORDERED.values(), 0)
_HANDED_ON: Final = (
    "border_collapse", "color", "color_scheme", "direction", "font_family", "font_feature_settings",
    "font_kerning", "font_language_override", "font_size", "font_stretch", "font_style",
    "font_variant_alternates", "font_variant_caps", "font_variant_east_asian",
    "font_variant_ligatures", "font_variant_numeric", "font_variant_position",
    "font_variation_settings", "font_weight", "hyphenate_character", "hyphenate_limit_chars",
    "hyphenate_limit_zone", "hyphens", "lang", "letter_spacing", "line_height", "overflow_wrap",
    "page", "tab_size", "text_decoration_color", "text_decoration_line", "text_transform",
    "visibility", "white_space", "word_break", "word_spacing",
)  # fmt: skip
"""What almost each style is asked for and takes from the one around it, inherited or otherwise."""
_HANDED_KEYS: Final = frozenset(_HANDED_ON)
_handed_on_by = operator.itemgetter(*_HANDED_ON)
_LOGICAL: Final = {
    key: {name(block="ttb", inline=inline) for inline in ("ltr", "rtl")}
    for key, name in styling.PHYSICAL_FUNCTIONS.items()
}
"""What a property on a side of the page may be called by a rule that says “start” or “end”."""
_LOGICAL_NAMES: Final = frozenset().union(*_LOGICAL.values())


@contextlib.contextmanager
def styles_are_computed_shortly() -> Iterator[None]:
    """Let WeasyPrint compute the same styles in less time, and measure nothing twice."""
    long_way, all_at_once = ComputedStyle.__missing__, styling.StyleFor
    begin, begin_anonymous = ComputedStyle.__init__, AnonymousStyle.__init__

    def begun(style: Any, parent_style: Any, cascaded: Any, *more: Any) -> None:
        begin(style, parent_style, cascaded, *more)
        if (known := getattr(cascaded, "found", None)) is not None:
            style.update(known)
            style.specified.update(cascaded.specified)
            return
        if _LOGICAL_NAMES.isdisjoint(cascaded):
            style.update(_BEGUN)
            for key in _BEGUN.keys() & cascaded.keys():
                del style[key]
            if _PLACED.keys().isdisjoint(cascaded):
                # The display of a box depends on the rules for both properties.
                style.update(_PLACED)
                style.specified.update(_PLACED)
            for key in _BORDERED.keys() & cascaded.keys():
                style.pop(_BORDERED[key], None)
        if parent_style is not None:
            inherit(style, parent_style)
            for key in _HANDED_KEYS & cascaded.keys():
                style.pop(key, None)

    def inherit(style: Any, parent_style: Any) -> None:
        handed_on = getattr(parent_style, "handed_on", None)
        if handed_on is None:
            handed_on = _handed_on(parent_style)
            # Styles of anonymous boxes may be changed once they are made.
            if isinstance(parent_style, ComputedStyle):
                parent_style.handed_on = handed_on
        style.update(handed_on)

    def begun_anonymous(style: Any, parent_style: Any) -> None:
        style.update(_BEGUN)
        style.update(_PLACED)
        begin_anonymous(style, parent_style)
        inherit(style, parent_style)

    ComputedStyle.__missing__, styling.StyleFor = _short_way(long_way), _StylesOnDemand
    ComputedStyle.__init__, AnonymousStyle.__init__ = begun, begun_anonymous
    try:
        with (
            attributes_are_read_once(),
            styles_are_described_once(),
            texts_are_shaped_once(),
            lines_are_broken_once(),
            lengths_are_resolved_once(),
            boxes_are_asked_shortly(),
            grounds_are_looked_for_once(),
            styles_of_pages_are_shared(),
            styles_are_let_go(),
        ):
            yield
    finally:
        ComputedStyle.__missing__, styling.StyleFor = long_way, all_at_once
        ComputedStyle.__init__, AnonymousStyle.__init__ = begin, begin_anonymous


def _short_way(long_way: Callable[[Any, str], Any]) -> Callable[[Any, str], Any]:
    """Return a function that computes a property of a style, by the long way only where it must."""

    def value_of(style: Any, key: str) -> Any:
        cascaded = style.cascaded
        if key in _LOGICAL and not _LOGICAL[key].isdisjoint(cascaded):
            return long_way(style, key)
        if key in cascaded:
            value = cascaded[key][0]
            if key in _COMPUTABLE and _is_literal(value):
                if (compute := _COMPUTABLE[key]) is not None:
                    value = compute(style, key, value)
                style[key] = value
                return value
        elif key in _INITIAL:
            value = style[key] = _INITIAL[key]
            return value
        elif key in _INHERITED and style.parent_style is not None:
            value = style.parent_style[key]
            if not styling.check_math(value):
                style[key] = value
                return value
        elif compute := _COMPUTED.get(key):
            value = style[key] = compute(style, key, properties.INITIAL_VALUES[key])
            return value
        return long_way(style, key)

    return value_of


def _is_literal(value: Any) -> bool:
    """Return whether a rule's value stands for itself, however the style came to be."""
    kind = type(value)
    if kind is tuple:
        return _LITERALS.issuperset(map(type, value))
    return kind in _LITERALS and (kind is not str or value not in _KEYWORDS)


def _handed_on(style: Any) -> dict[str, Any]:
    """Return what a style hands on to those in it; nothing where some of it is yet to be computed."""
    values = _handed_on_by(style)
    if FunctionBlock in map(type, values):
        return {}
    return dict(zip(_HANDED_ON, values, strict=True))


class _StylesOnDemand(StyleFor):  # type: ignore[misc]
    """The styles of a document's elements; those of pseudo-elements are made when asked for."""

    def __init__(self, html: Any, sheets: Sequence[_Origin], *arguments: Any) -> None:
        """Take the arguments of WeasyPrint's own class: a document, and its stylesheets with origins."""
        self._html, (_, fonts, self._collector) = html, arguments
        # Values that this document is the first to need.
        self._fresh: MatchedRules | None = None
        self._matched: dict[Any, list[_Matched]] = {}
        joined = list(joined_sheets(sheets))
        own = [
            (_ElementRules(sheet, origin, specificity, self._matched), origin, specificity)
            for sheet, origin, specificity in joined
        ]
        kept: KeptRules | None = html.kept_rules
        key = key_of(html, joined, fonts) if kept else None
        if kept and (known := kept.find(key)):
            self._take(known, own, fonts)
        else:
            super().__init__(html, own, *arguments)
            html.wrapper_element.let_go()
            if kept:
                self._fresh = matched_rules(html, self._computed_styles, self._matched)
                kept.keep(key, self._fresh)
        for element, found in list(self._matched.items()):
            for match in found:
                # Named elements must be known to their references.
                if match.names:
                    self(element, match.pseudo_type)

    def boxes_are_built(self) -> None:
        """Keep the values found so far, if this document will come again."""
        if self._fresh is not None:
            keep_values(self._html, self._fresh, self._computed_styles)
            self._fresh = None

    def _take(self, known: MatchedRules, own: Sequence[_Origin], fonts: Any) -> None:
        """Compute the styles of elements by rules that are known to match them."""
        self._cascaded_styles: dict[tuple[Any, str | None], Any] = {}
        self._computed_styles: dict[tuple[Any, str | None], Any] = {}
        self.initial_page_sizes = {"box": None, "area": None}
        self._sheets, self.font_config = own, fonts
        root = self._html.etree_element
        elements = list(root.iter())
        for element, parent, first in zip(elements, known.parents, known.alike, strict=True):
            if (style := self._computed_styles.get((elements[first], None))) is not None:
                self._computed_styles[element, None] = style
                continue
            self._cascaded_styles[element, None] = known.cascades[first]
            around = None if element is root else elements[parent]
            self.set_computed_styles(
                element, around, root, None, self._html.base_url, self._collector
            )
        self._cascaded_styles.clear()
        self._matched |= {elements[number]: found for number, found in known.pseudo.items()}

    def __call__(self, element: Any, pseudo_type: str | None = None) -> Any:
        """Return the style of an element or of one of its pseudo-elements, or None."""
        key = element, pseudo_type
        if pseudo_type and element in self._matched and key not in self._computed_styles:
            found = [each for each in self._matched[element] if each.pseudo_type == pseudo_type]
            if not found:
                return None
            self._make(element, pseudo_type, found)
        return super().__call__(element, pseudo_type)

    def _make(self, element: Any, pseudo_type: str, found: Sequence[_Matched]) -> None:
        """Make the style of a pseudo-element by the rules that match it, in their order."""
        cascaded: dict[str, tuple[Any, Any]] = {}
        for each in found:
            for name, values, importance in each.declarations:
                precedence = styling.declaration_precedence(each.origin, importance)
                weight = (precedence, each.layer, each.specificity)
                if name not in cascaded or cascaded[name][1] <= weight:
                    cascaded[name] = values, weight
        self._cascaded_styles[element, pseudo_type] = cascaded
        self.set_computed_styles(
            element, element, self._html.etree_element, pseudo_type,
            self._html.base_url, self._collector,
        )  # fmt: skip
        del self._cascaded_styles[element, pseudo_type]


class _Matched(NamedTuple):
    """A rule that matches a pseudo-element, and what decides whether it outweighs others.

    `names` says whether it gives the pseudo-element a name.
    """

    pseudo_type: str
    names: bool
    declarations: Sequence[tuple[str, Any, bool]]
    origin: str
    layer: float
    specificity: tuple[int, int, int]


class _ElementRules:
    """The rules of a stylesheet for elements; those for their pseudo-elements are noted."""

    def __init__(
        self, sheet: Any, origin: str, specificity: Any, matched: dict[Any, list[_Matched]]
    ) -> None:
        self._sheet, self._origin, self._specificity = sheet, origin, specificity
        self._noted = matched
        # By the place of each rule among all.
        self._pseudo_rules: dict[int, _Matched] = {}
        self.layers, self.page_rules = sheet.layers, sheet.page_rules

    @property
    def matcher(self) -> _ElementRules:
        """The matcher of rules that WeasyPrint calls; keeping it would make a reference cycle."""
        return self

    def match(self, element: Any) -> list[Any]:
        """Return the rules that match an element itself."""
        own, pseudo_rules = [], []
        for rule in self._sheet.matcher.match(element):
            if rule[2] is None:
                own.append(rule)
            elif (found := self._pseudo_rules.get(rule[1])) is not None:
                pseudo_rules.append(found)
            else:
                pseudo_rules.append(self._note_of(rule))
        if pseudo_rules:
            self._noted.setdefault(element.etree_element, []).extend(pseudo_rules)
        return own

    def _note_of(self, rule: tuple[Any, ...]) -> _Matched:
        """Return what is noted of a rule for a pseudo-element, for all elements that it matches."""
        specificity, place, pseudo_type, (declarations, layer) = rule
        order = math.inf if layer is None else self.layers.index(layer)
        names = any(name == "anchor" for name, _, _ in declarations)
        weight = order, self._specificity or specificity
        found = _Matched(pseudo_type, names, declarations, self._origin, *weight)
        self._pseudo_rules[place] = found
        return found
