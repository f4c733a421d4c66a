"""Small capitals, and raised and lowered digits, for faces that have none: smaller usual ones.

Browsers and reading systems draw them so by themselves (CSS Fonts 4, 7.6). WeasyPrint does not:
what a stylesheet sets in small capitals, often out of small letters, is in small letters, and
the raised number of a note is after a figure as one more of its digits.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import tinycss2
from tinycss2.ast import Node

from guidepub.themes.faces.faces import faces_of, families_in, is_shipped
from guidepub.themes.faces.fonts import features_of
from guidepub.themes.folders.theme import Theme, ThemeError
from guidepub.themes.stylesheets.reading import Stylesheet
from guidepub.themes.stylesheets.rules import parts_of

_SCALED = frozenset({"font", "font-size"})


@dataclass(frozen=True, slots=True)
class _Variant:
    """A feature that a stylesheet may ask for, and how it is drawn where the face lacks it.

    `words` ask for it in `properties`; `size` is that of the usual letters; `drawn_by` is declared
    instead, and `replaced` no more.
    """

    words: frozenset[str]
    properties: frozenset[str]
    size: float
    drawn_by: str
    replaced: str


# By their OpenType features.
_VARIANTS: Mapping[str, _Variant] = {
    "smcp": _Variant(
        frozenset({"small-caps", "all-small-caps"}),
        frozenset({"font", "font-variant", "font-variant-caps"}),
        0.8, "text-transform:uppercase;", "text-transform",
    ),
    "sups": _Variant(
        frozenset({"super"}),
        frozenset({"font-variant", "font-variant-position"}),
        0.6, "vertical-align:0.55em;line-height:0;", "vertical-align",
    ),
    "subs": _Variant(
        frozenset({"sub"}),
        frozenset({"font-variant", "font-variant-position"}),
        0.6, "vertical-align:-0.2em;line-height:0;", "vertical-align",
    ),
}  # fmt: skip


def lacking_variants(theme: Theme, sheets: Iterable[Stylesheet], text_face: str) -> frozenset[str]:
    """Return which of the known features the face lacks in which a theme sets its text.

    `text_face` is the value of `--text-face`. What cannot be found out is taken for a face that
    has them, as the Latin ones that guidepub ships do.
    """
    faces = [face for face in faces_of(theme, sheets) if face.file]
    names = families_in(tinycss2.parse_component_value_list(text_face))
    for name in names:
        own = [face for face in faces if face.family.lower() == name.lower()]
        if own:
            upright = (each for each in own if (each.style, each.weight) == ("normal", "normal"))
            return _lacking(theme, next(upright, own[0]).file)
    return frozenset()


def synthesised(css: str, lacking: frozenset[str]) -> str:
    """Return a stylesheet that draws of usual letters what it asks for and a face lacks.

    One that cannot be read whole is returned as it is.
    """
    variants = [variant for feature, variant in _VARIANTS.items() if feature in lacking]
    try:
        rules = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
        return "\n".join(_rule(rule, variants) for rule in rules)
    except _BrokenSheetError:
        return css


class _BrokenSheetError(ValueError):
    """A part of a stylesheet breaks its syntax."""


def _lacking(theme: Theme, file: str) -> frozenset[str]:
    # Those for Latin letters have them all, and most books are set in them; those for other
    # scripts do not.
    if not theme.script and is_shipped(theme, file):
        return frozenset()
    try:
        found = features_of(theme.file(file), theme.state)
    except ThemeError:
        found = None
    return frozenset() if found is None else frozenset(_VARIANTS) - found


def _rule(node: Node, variants: Sequence[_Variant]) -> str:
    if node.type == "error":
        raise _BrokenSheetError
    if node.type not in ("at-rule", "qualified-rule") or node.content is None:
        return str(node.serialize())
    keyword = f"@{node.at_keyword}" if node.type == "at-rule" else ""
    return f"{keyword}{tinycss2.serialize(node.prelude)}{{{_block(node, variants)}}}"


def _block(node: Node, variants: Sequence[_Variant]) -> str:
    if node.type == "at-rule" and node.lower_at_keyword in ("media", "supports", "layer"):
        rules = tinycss2.parse_rule_list(node.content, True, True)
        return "".join(_rule(rule, variants) for rule in rules)
    parts = parts_of(node.content)
    declared = [part for part in parts if part.type == "declaration"]
    pieces = [_rule(part, variants) for part in parts if part.type != "declaration"]
    asked = [each for each in variants if any(_asks(part, each) for part in declared)]
    if not asked:
        return "".join([*map(_written, declared), *pieces])
    size = math.prod(each.size for each in asked)
    replaced = {each.replaced for each in asked}
    kept = [part for part in declared if part.lower_name not in replaced]
    declarations = [_instead(part, asked, size) for part in kept]
    drawn = "".join(each.drawn_by for each in asked)
    if not any(part.lower_name in _SCALED for part in kept):
        drawn = f"font-size:{size:g}em;{drawn}"
    if any(part.important and _asks(part, each) for part in declared for each in asked):
        drawn = drawn.replace(";", "!important;")
    return "".join([*declarations, drawn, *pieces])


def _asks(declaration: Node, variant: _Variant) -> bool:
    words = {part.lower_value for part in declaration.value if part.type == "ident"}
    return declaration.lower_name in variant.properties and bool(words & variant.words)


def _instead(declaration: Node, asked: Sequence[_Variant], size: float) -> str:
    """Return a declaration without what is drawn otherwise: nothing if it says nothing else."""
    if declaration.lower_name in _SCALED:
        return _scaled(declaration, size)
    drawn = {word for each in asked if _asks(declaration, each) for word in each.words}
    if not drawn:
        return _written(declaration)
    rest = [part for part in declaration.value if getattr(part, "lower_value", "") not in drawn]
    words = _around(rest).strip()
    return f"{declaration.name}:{words};" if words else ""


def _written(declaration: Node) -> str:
    return f"{declaration.serialize()};"


def _scaled(declaration: Node, size: float) -> str:
    """Return a declaration with its first length, which is that of the type, made smaller."""
    value = declaration.value
    important = "!important" if declaration.important else ""
    at = next((n for n, part in enumerate(value) if part.type in ("dimension", "percentage")), None)
    if at is None:
        # A word such as `inherit` is the size of the letters around.
        smaller = f"font-size:{size:g}em{important};"
        return smaller if declaration.lower_name == "font-size" else _written(declaration) + smaller
    unit = "%" if value[at].type == "percentage" else value[at].unit
    length = f"{value[at].value * size:.3f}{unit}"
    return f"{declaration.name}:{_around(value[:at])}{length}{_around(value[at + 1 :])}{important};"


def _around(tokens: Sequence[Node]) -> str:
    return str(tinycss2.serialize(tokens))
