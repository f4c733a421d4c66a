"""The rules of a theme that may style notices, as plain rules with literal values.

A file whose documents are styled by a browser has no other rules of the theme's for its notices:
what is left out here has no way to reach one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import tinycss2
from tinycss2.ast import Node

from guidepub.themes.limits.notices import declaration_fault
from guidepub.themes.limits.properties import GROUNDS, font_parts, plain_name
from guidepub.themes.limits.structure import Reach, reach_of
from guidepub.themes.stylesheets.colours import LEAST_CONTRAST
from guidepub.themes.stylesheets.reading import Stylesheet
from guidepub.themes.stylesheets.rules import StyleRule
from guidepub.themes.stylesheets.values import contrast_of, word
from guidepub.themes.stylesheets.variables import Variables, plain_variables, resolved

# They are for paper, or for the place of what is not a notice.
_LEFT_OUT = frozenset(
    {"bookmark-label", "bookmark-level", "color-scheme", "margin-break", "page", "position",
     "string-set", "text-size-adjust", "z-index"}
)  # fmt: skip
# Below this width one column is left of two.
_TWO_COLUMNS = "2 14em"


class PlainRule(NamedTuple):
    """A rule as texts: its selectors, and names and values of its declarations."""

    selectors: Sequence[str]
    declarations: Sequence[tuple[str, str]]

    def __str__(self) -> str:
        lines = "".join(f"  {name}: {value};\n" for name, value in self.declarations)
        return ",\n".join(self.selectors) + " {\n" + lines + "}\n"


def notice_rules(sheets: Sequence[Stylesheet], accent: str) -> list[PlainRule]:
    """Return the rules of a theme's sheets that may style notices, for an imprint's accent, in order.

    Rules that are in others, or under a condition, are left out.
    """
    variables = plain_variables(sheets, accent)
    return [
        kept
        for sheet in sheets
        for rule in sheet.rules
        if isinstance(rule, StyleRule) and rule.plain
        for kept in _kept(rule, variables)
    ]


def _kept(rule: StyleRule, variables: Variables) -> Iterator[PlainRule]:
    """Yield the allowed part of a rule: the selectors that matter, and the declarations for them."""
    pairs = list(zip(rule.selectors or (), rule.texts, strict=False))
    pairs = [(each, text) for each, text in pairs if not each.pseudo_element and reach_of((each,))]
    reach = reach_of(tuple(each for each, _ in pairs))
    declared = _with_grounds([*_allowed(rule, reach, variables)]) if pairs else []
    if declared:
        yield PlainRule([text for _, text in pairs], declared)


def _allowed(
    rule: StyleRule, reach: Reach, variables: Variables
) -> Iterator[tuple[str, Sequence[Node]]]:
    for part in rule.declarations:
        name = plain_name(part.lower_name)
        if name.startswith("--") or name in _LEFT_OUT:
            continue
        if declaration_fault(part, reach, False, variables) is None:
            for value, _ in resolved(part.value, variables):
                yield name, value


def _with_grounds(allowed: Sequence[tuple[str, Sequence[Node]]]) -> list[tuple[str, str]]:
    """Return declarations as text; colours only where ink and ground are given, well apart.

    One without the other could meet its like in a reader's own colours, or in the night's.
    """
    values = dict(allowed)
    ground = next((values[name] for name in GROUNDS if name in values), None)
    ink = values.get("color")
    paired = ink and ground and contrast_of(ink, ground) >= LEAST_CONTRAST
    found: list[tuple[str, str]] = []
    for name, value in allowed:
        inherits = word(value[0]) in ("inherit", "none", "transparent")
        if name in ("color", *GROUNDS) and not (paired or inherits):
            continue
        found += _written(name, value)
    return found


def _written(name: str, value: Sequence[Node]) -> Iterator[tuple[str, str]]:
    """Yield a declaration as it is written, short properties and lengths made plain."""
    match name:
        case "font":
            for long, own in font_parts(value).items():
                yield from _written(long, own) if own else [(long, "normal")]
        case "line-height":
            yield name, _leading(value[0])
        case "columns" | "column-count":
            count = max((int(token.value) for token in value if token.type == "number"), default=1)
            yield "columns", _TWO_COLUMNS if count > 1 else "auto"
        case _:
            yield name, _text(value)


def _leading(token: Node) -> str:
    """Return a leading that grows with the type: a length would stay where the type is larger."""
    match token.type:
        case "percentage":
            return f"{token.value / 100:g}"
        case "dimension" if token.lower_unit in ("em", "rem"):
            return f"{token.value:g}"
        case "number":
            return f"{token.value:g}"
    return word(token) or "normal"


def _text(value: Sequence[Node]) -> str:
    texts = (tinycss2.serialize([token]) for token in value)
    return "".join(text if text == "," else f" {text}" for text in texts).strip()
