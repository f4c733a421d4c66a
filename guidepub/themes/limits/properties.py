"""The properties that a theme may set on the elements of a notice, and their bounds.

A closed list: whatever is in none of these tables could hide a notice, change it or add to
it. The line next to each property is what the documentation says of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from tinycss2.ast import Node

from guidepub.themes.limits.structure import Kind
from guidepub.themes.stylesheets import values
from guidepub.themes.stylesheets.values import (
    Size,
    Test,
    Value,
    border_colour,
    call,
    colour,
    distinct_words,
    either,
    families,
    length,
    line_colour,
    names_and,
    string,
    words,
)

TYPE = Size(em=(0.75, 3), pt=(6, 72), percent=(75, 300))
LEADING = Size(number=(1, 3), em=(1, 3), percent=(100, 300), pt=(6, 90))
_SPACE = Size(em=(0, 15), pt=(0, 220), percent=(0, 40))
_INDENT = Size(em=(0, 4), pt=(0, 48), percent=(0, 20))
_LETTERS = Size(em=(-0.02, 0.2), pt=(-0.2, 2))
_WORDS = Size(em=(0, 0.5), pt=(0, 6))
_MEASURE = Size(em=(12, 200), pt=(150, 2000), percent=(50, 100))
_GAP = Size(em=(0.5, 5), pt=(6, 60))
_ROUND = Size(em=(0, 2), pt=(0, 24))
_COUNT = Size(number=(1, 10))
_BAND = Size(em=(-40, 15), pt=(-400, 220), percent=(-100, 100))
_BELOW = Size(em=(0, 15), pt=(0, 220), percent=(0, 100))
_THIN = Size(em=(0, 1), pt=(0, 12))

GROUNDS = ("background", "background-color")
"""What gives the ground on which words stand."""

_SIDES = ("top", "right", "bottom", "left")
_BREAKS = ("auto", "avoid", "avoid-page", "page", "always", "left", "right", "recto", "verso")
_NUMERALS = (
    "normal",
    "lining-nums",
    "oldstyle-nums",
    "proportional-nums",
    "tabular-nums",
)
_LIGATURES = ("normal", "none", "common-ligatures", "no-common-ligatures")
_SIZE_WORDS = ("small", "medium", "large", "x-large", "xx-large", "smaller", "larger")


@dataclass(frozen=True, slots=True)
class Property:
    """The allowed values of a property: a test, and the same in words."""

    test: Test
    allowed: str


def _is_font(value: Value) -> bool:
    return bool(font_parts(value))


def font_parts(value: Value) -> dict[str, Value]:
    """Return the long properties that a `font` sets, or none where it is not as it may be."""
    parts: dict[str, Value] = {
        "font-style": (),
        "font-variant-caps": (),
        "font-weight": (),
    }
    place = 0
    while place < len(value) and not _is_size(value[place]):
        own = [name for name in parts if not parts[name] and WORDS[name].test([value[place]])]
        if not own:
            return {}
        parts[own[0]] = [value[place]]
        place += 1
    if place == len(value):
        return {}
    parts["font-size"] = [value[place]]
    place += 1
    if place < len(value) and value[place] == "/":
        leading = value[place + 1 : place + 2]
        if not WORDS["line-height"].test(leading):
            return {}
        parts["line-height"] = leading
        place += 2
    parts["font-family"] = value[place:]
    return parts if families(value[place:]) else {}


def _is_size(token: Node) -> bool:
    return WORDS["font-size"].test([token])


def _columns(value: Value) -> bool:
    """Return whether a value is one or two columns, each wide enough for some words."""
    return 1 <= len(value) <= 2 and all(_COUNTED([token]) or _WIDE.holds(token) for token in value)


_WIDE = Size(em=(10, 200), pt=(120, 2000))
_COUNTED = length(Size(number=(1, 2)), "auto")


def _line(value: Value) -> bool:
    """Return whether a value is a line under words, of any style and colour."""
    kinds = (
        "none",
        "underline",
        "solid",
        "dotted",
        "dashed",
        "double",
        "wavy",
        "auto",
        "from-font",
    )
    return bool(value) and all(
        words(*kinds)([token]) or line_colour([token]) or _THIN.holds(token) for token in value
    )


_TEXT: dict[str, Property] = {
    "color": Property(either(colour, words("inherit")), "an opaque colour"),
    "font": Property(_is_font, "style, caps, weight, size, leading, faces: each as here"),
    "font-family": Property(either(families, words("inherit")), "names of faces"),
    "font-kerning": Property(words("auto", "normal", "none"), "`auto`, `normal`, `none`"),
    "font-size": Property(length(TYPE, *_SIZE_WORDS, "inherit"), f"{TYPE}"),
    "font-style": Property(
        words("normal", "italic", "oblique", "inherit"), "`normal`, `italic`, `oblique`"
    ),
    "font-variant-caps": Property(
        words("normal", "small-caps", "inherit"), "`normal`, `small-caps`"
    ),
    "font-variant-ligatures": Property(
        distinct_words(*_LIGATURES), "`normal`, `none`, the common ones or not"
    ),
    "font-variant-numeric": Property(
        distinct_words(*_NUMERALS, "inherit"), "lining, oldstyle, proportional, tabular"
    ),
    "font-weight": Property(
        length(Size(number=(100, 900)), "normal", "bold", "bolder", "lighter", "inherit"),
        "`normal`, `bold`, 100 to 900",
    ),
    "line-height": Property(length(LEADING, "normal", "inherit"), f"{LEADING}"),
    "letter-spacing": Property(length(_LETTERS, "normal", "inherit"), f"{_LETTERS}"),
    "word-spacing": Property(length(_WORDS, "normal", "inherit"), f"{_WORDS}"),
    "text-align": Property(
        words("start", "end", "left", "right", "center", "justify", "inherit"),
        "any side, `center`, `justify`",
    ),
    "text-align-last": Property(words("auto", "start", "left"), "`auto`, `start`, `left`"),
    "text-decoration": Property(words("none"), "`none`"),
    "text-indent": Property(length(_INDENT, "inherit"), f"{_INDENT}"),
    "text-rendering": Property(words("auto", "optimizelegibility"), "`auto`, `optimizeLegibility`"),
    "text-wrap": Property(words("wrap", "balance", "pretty"), "`wrap`, `balance`, `pretty`"),
    "hyphens": Property(words("none", "manual", "auto", "inherit"), "`none`, `manual`, `auto`"),
    "hyphenate-character": Property(
        either(words("auto"), string("-", "\N{HYPHEN}")), "`auto`, a hyphen"
    ),
    "hyphenate-limit-chars": Property(length(_COUNT, "auto", most=3), "1 to 10"),
    "overflow-wrap": Property(words("normal", "break-word", "anywhere"), "any"),
    "word-break": Property(words("normal"), "`normal`"),
    "white-space": Property(words("normal"), "`normal`"),
    "text-size-adjust": Property(
        either(words("none", "auto"), length(Size(percent=(100, 100)))), "`none`, `auto`, 100 %"
    ),
}
_BOX: dict[str, Property] = {
    "background": Property(either(colour, words("none", "transparent")), "one opaque colour"),
    "background-color": Property(either(colour, words("transparent")), "one opaque colour"),
    "border": Property(values.border, "0 to 1 em or 0 to 12 pt, a style, a colour"),
    "border-width": Property(values.border_width, "0 to 1 em or 0 to 12 pt"),
    "border-style": Property(values.border_style, "any but `hidden`"),
    "border-color": Property(border_colour, "colours, `currentColor`, `transparent`"),
    "border-radius": Property(length(_ROUND, most=4), f"{_ROUND}"),
    "box-decoration-break": Property(words("slice", "clone"), "`slice`, `clone`"),
    "box-sizing": Property(words("content-box", "border-box"), "`content-box`, `border-box`"),
    "margin": Property(length(_SPACE, "auto", most=4), f"`auto`, {_SPACE}"),
    "padding": Property(length(_SPACE, most=4), f"{_SPACE}"),
    "max-width": Property(length(_MEASURE, "none"), f"`none`, {_MEASURE}"),
    "columns": Property(_columns, "1 or 2, from 10 em or 120 pt of width on"),
    "column-count": Property(_COUNTED, "1 or 2"),
    "column-gap": Property(length(_GAP, "normal"), f"{_GAP}"),
    "column-rule": Property(values.border, "as a border"),
    "column-fill": Property(words("auto", "balance"), "`auto`, `balance`"),
    "break-after": Property(words(*_BREAKS), "any for pages"),
    "break-before": Property(words(*_BREAKS), "any for pages"),
    "break-inside": Property(words("auto", "avoid", "avoid-page"), "`auto`, `avoid`"),
    "margin-break": Property(words("auto", "keep", "discard"), "any"),
    "orphans": Property(length(_COUNT), "1 to 10"),
    "widows": Property(length(_COUNT), "1 to 10"),
    "page": Property(lambda value: len(value) == 1 and bool(values.word(value[0])), "a name"),
    "bookmark-level": Property(length(Size(number=(1, 6)), "none"), "`none`, 1 to 6"),
    "bookmark-label": Property(
        either(call("attr", "data-label"), call("content", "text"), call("content")),
        "`attr(data-label)`, `content()`",
    ),
    "string-set": Property(
        names_and(
            either(call("attr", "data-running", "data-verso", "data-label"), call("content"))
        ),
        "a name and `attr(data-running)` or `attr(data-verso)`",
    ),
    "color-scheme": Property(distinct_words("normal", "light", "dark", "only"), "any"),
}
for _side in _SIDES:
    _BOX |= {
        f"border-{_side}": _BOX["border"],
        f"border-{_side}-width": _BOX["border-width"],
        f"border-{_side}-style": _BOX["border-style"],
        f"border-{_side}-color": _BOX["border-color"],
        f"margin-{_side}": Property(length(_SPACE, "auto"), f"`auto`, {_SPACE}"),
        f"padding-{_side}": Property(length(_SPACE), f"{_SPACE}"),
    }

WORDS: Mapping[str, Property] = MappingProxyType(_TEXT | _BOX)
"""Of the elements that hold a wording, and of its own."""

_BESIDE = {
    "position": Property(words("static", "relative"), "`static`, `relative`"),
    "z-index": Property(length(Size(number=(0, 0)), "auto"), "`auto`, 0"),
    "text-transform": Property(
        words("none", "uppercase", "lowercase", "capitalize"), "any but `full-width`"
    ),
    "white-space": Property(words("normal", "nowrap"), "`normal`, `nowrap`"),
}
_LINK = {
    "text-decoration": Property(_line, "a line under it"),
    "text-decoration-line": Property(words("none", "underline"), "`none`, `underline`"),
    "text-decoration-color": Property(line_colour, "a colour"),
}
_GROUND = {
    name: WORDS[name]
    for name in WORDS
    if name.startswith(("border", "background", "margin", "padding"))
}
BAND: Mapping[str, Property] = MappingProxyType(
    _GROUND
    | {
        "content": Property(either(string(""), words("none", "normal")), '`""`, `none`'),
        "position": Property(words("absolute"), "`absolute`"),
        "z-index": Property(length(Size(number=(-10, -1))), "-10 to -1"),
        "top": Property(length(_BAND, "auto"), f"`auto`, {_BAND}"),
        "left": Property(length(_BAND, "auto"), f"`auto`, {_BAND}"),
        "right": Property(length(_BAND, "auto"), f"`auto`, {_BAND}"),
        "bottom": Property(length(_BELOW, "auto"), f"`auto`, {_BELOW}"),
        "height": Property(length(_THIN), f"{_THIN}"),
    }
)
"""Of `::before` and `::after` of a leaf's head: a ground behind it, or a rule."""

ALLOWED_BY_KIND: Mapping[Kind, Mapping[str, Property]] = MappingProxyType(
    {
        "words": WORDS,
        "pair": MappingProxyType({**WORDS, "white-space": _BESIDE["white-space"]}),
        "beside": MappingProxyType({**WORDS, **_BESIDE}),
        "head": MappingProxyType({**WORDS, **_BESIDE}),
        "link": MappingProxyType({**WORDS, **_BESIDE, **_LINK}),
    }
)
"""What may be said of an element, by what it is to a notice."""

_PREFIXES = ("-webkit-", "-moz-", "-epub-", "-ms-")
_PREFIXED = frozenset(
    {"hyphens", "text-size-adjust", "box-decoration-break", "column-count", "column-gap"}
)
_OLD = {"page-break-before": "break-before", "page-break-after": "break-after",
        "page-break-inside": "break-inside", "word-wrap": "overflow-wrap"}  # fmt: skip


def plain_name(name: str) -> str:
    """Return the name of a property without a browser's prefix, and today's for an old one."""
    for prefix in _PREFIXES:
        bare = name.removeprefix(prefix)
        if bare != name and bare in _PREFIXED:
            return bare
    return _OLD.get(name, name)
