"""The stylesheet of the documents that bear notices, which link no other.

guidepub writes it: what a theme may say of notices, in plain rules with literal values, and
nothing else of the theme. What is left out here has no way to reach a notice.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence

import tinycss2
from tinycss2.ast import Node
from tinycss2.serializer import serialize_string_value

from guidepub.themes import Theme
from guidepub.themes.faces import Face, faces_of, families_in
from guidepub.themes.layouts import sheet_names
from guidepub.themes.notices import declaration_fault
from guidepub.themes.properties import GROUNDS, font_parts, plain_name
from guidepub.themes.reading import read_sheets
from guidepub.themes.rules import StyleRule
from guidepub.themes.structure import Reach, reach_of
from guidepub.themes.values import LEAST_CONTRAST, apart, word
from guidepub.themes.variables import Variables, plain_variables, resolved

_BASE = """\
/* What bears notices: guidepub's own, and what the theme may say of it. */
body {
  line-height: 1.45;
  overflow-wrap: break-word;
}
h1,
h2 {
  line-height: 1.2;
}
a {
  color: inherit;
}
"""

# They are for paper, or for the place of what is no notice.
_LEFT_OUT = frozenset(
    {"bookmark-label", "bookmark-level", "color-scheme", "margin-break", "page", "position",
     "string-set", "text-size-adjust", "z-index"}
)  # fmt: skip
# Below this width one column is left of two.
_TWO_COLUMNS = "2 14em"

_Declared = tuple[str, str]


@functools.lru_cache(maxsize=32)
def notice_stylesheet(theme: Theme, accent: str) -> str:
    """Return the stylesheet of the documents that bear notices, for a theme and an accent."""
    sheets = read_sheets(theme, sheet_names("epub"))
    variables = plain_variables(sheets, accent)
    rules = [
        (texts, declared)
        for sheet in sheets
        for rule in sheet.rules
        if isinstance(rule, StyleRule) and rule.plain
        for texts, declared in _kept(rule, variables)
    ]
    used = {
        name.lower()
        for _, declared in rules
        for key, value in declared
        if key == "font-family"
        for name in families_in(tinycss2.parse_component_value_list(value))
    }
    faces = [face for face in faces_of(theme, sheets) if face.known and face.family.lower() in used]
    return _BASE + "".join([*map(_face_rule, faces), *(_rule(*rule) for rule in rules)])


def _kept(
    rule: StyleRule, variables: Variables
) -> Iterator[tuple[Sequence[str], Sequence[_Declared]]]:
    """Yield what is kept of a rule: the selectors that matter, and what may be said of them."""
    pairs = list(zip(rule.selectors or (), rule.texts, strict=False))
    pairs = [(each, text) for each, text in pairs if not each.pseudo_element and reach_of((each,))]
    reach = reach_of(tuple(each for each, _ in pairs))
    declared = _with_grounds([*_allowed(rule, reach, variables)]) if pairs else []
    if declared:
        yield [text for _, text in pairs], declared


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


def _with_grounds(allowed: Sequence[tuple[str, Sequence[Node]]]) -> list[_Declared]:
    """Return declarations as text; colours only where ink and ground are given, well apart.

    One without the other could meet its like in a reader's own colours, or in the night's.
    """
    values = dict(allowed)
    ground = next((values[name] for name in GROUNDS if name in values), None)
    ink = values.get("color")
    paired = ink and ground and apart(ink, ground) >= LEAST_CONTRAST
    found: list[_Declared] = []
    for name, value in allowed:
        inherits = word(value[0]) in ("inherit", "none", "transparent")
        if name in ("color", *GROUNDS) and not (paired or inherits):
            continue
        found += _written(name, value)
    return found


def _written(name: str, value: Sequence[Node]) -> Iterator[_Declared]:
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


def _face_rule(face: Face) -> str:
    family, file = (f'"{serialize_string_value(text)}"' for text in (face.family, face.file))
    lines = (("font-family", family), ("font-style", face.style), ("font-weight", face.weight))
    return _rule(["@font-face"], [*lines, ("src", f"url({file})")])


def _rule(texts: Sequence[str], declared: Sequence[_Declared]) -> str:
    lines = "".join(f"  {name}: {value};\n" for name, value in declared)
    return ",\n".join(texts) + " {\n" + lines + "}\n"
