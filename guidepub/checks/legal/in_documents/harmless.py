"""Declarations that cannot hide words, whatever else applies to their element.

A closed list: a declaration in none of these tables may hide a text. Properties whose effect is
computed, such as colours and sizes, are left to `shown`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from tinycss2.ast import Node

from guidepub.checks.legal.in_documents.sheets import Declaration
from guidepub.themes.stylesheets.values import (
    COLOURS,
    Size,
    Test,
    Value,
    distinct_words,
    either,
    length,
    word,
    words,
)

_SIDES = ("top", "right", "bottom", "left")
_EDGES = (*_SIDES, "inline", "inline-start", "inline-end", "block", "block-start", "block-end")
_GLOBAL = frozenset({"inherit", "initial", "unset", "revert"})

_ANY = frozenset(
    """-moz-osx-font-smoothing -webkit-font-smoothing -webkit-locale -webkit-tap-highlight-color
    accent-color adobe-hyphenate adobe-text-layout background-attachment background-origin
    background-position background-repeat background-size border-collapse border-color border-radius
    border-spacing border-style box-decoration-break box-sizing break-after break-before break-inside
    caption-side caret-color clear column-fill column-rule column-rule-color column-rule-style
    column-rule-width column-span counter-increment counter-reset counter-set cursor direction
    empty-cells font-feature-settings font-kerning font-language-override font-optical-sizing
    font-stretch font-style font-synthesis font-variant font-variant-caps font-variant-east-asian
    font-variant-ligatures font-variant-numeric font-variant-position font-weight font-width
    hanging-punctuation hyphenate-limit-chars hyphens hyphenate-after hyphenate-before
    hyphenate-lines image-rendering isolation line-break list-style-image
    list-style-position margin-break object-fit object-position oeb-column-number
    orphans overflow-wrap page page-break-after page-break-before page-break-inside pointer-events
    ruby-align ruby-position scroll-behavior string-set table-layout text-align
    text-align-all text-align-last text-autospace text-decoration-color text-decoration-skip
    text-decoration-skip-ink text-decoration-style text-emphasis-color text-justify text-rendering
    text-underline-offset text-underline-position text-wrap text-wrap-mode text-wrap-style
    touch-action user-select widows will-change word-break word-wrap""".split()
) | {f"border-{edge}-{part}" for edge in _EDGES for part in ("color", "style")}
"""Properties of which no value hides words."""

_SPACE = Size(em=(0, 15), pt=(0, 220), percent=(0, 40))
_ACROSS = Size(em=(-3, 15), pt=(-36, 220), percent=(-5, 40))
_ALONG = Size(em=(-0.3, 15), pt=(-4, 220), percent=(0, 40))
_WIDTH = Size(em=(6, 80), pt=(72, 800), percent=(30, 100))
_BORDER = Size(em=(0, 4), pt=(0, 48))
_SHIFT = Size(em=(-0.6, 0.6), pt=(-7, 7), percent=(0, 0))
_SHADOW = Size(em=(-1, 1), pt=(-12, 12))
_LEADING = Size(number=(0.95, 5), em=(0.95, 5), percent=(95, 500))
_NEAR = Size(em=(0, 1), pt=(0, 12))


def _line(value: Value) -> bool:
    """Return whether lines are drawn under or over words, but not through them."""
    return all(word(token) not in ("line-through", "blink") for token in value)


def _border(value: Value) -> bool:
    """Return whether a border is no broader than is usual around words."""
    return all(
        _BORDER.holds(t) or t.type not in ("dimension", "number", "percentage") for t in value
    )


def _shadow(value: Value) -> bool:
    """Return whether a shadow lies round a box and not on it."""
    lengths = [t for t in value if t.type in ("dimension", "number", "percentage")]
    return all(map(_SHADOW.holds, lengths)) and not any(word(t) == "inset" for t in value)


def _adds_no_words(value: Value) -> bool:
    """Return whether strings hold only signs, such as bullets, quotation marks and hyphens."""
    strings = [token.value for token in value if token.type == "string"]
    return not any(len(text) > 2 or any(map(str.isalnum, text)) for text in strings)


def has_letters(value: Value) -> bool:
    """Return whether none of the named faces draws pictures in place of letters."""
    names = " ".join(str(getattr(token, "value", "")) for token in value).casefold()
    return not any(name in names for name in _PICTORIAL)


def parts_lines(value: Value) -> bool:
    """Return whether a `line-height` keeps lines apart, however large their letters are.

    A share of the root's size, `rem`, may be far less than that of the letters.
    """
    if len(value) != 1 or getattr(value[0], "lower_unit", "") == "rem":
        return False
    return word(value[0]) == "normal" or _LEADING.holds(value[0])


_NONE = words("none", "normal", "auto")
_MARGIN_ALONG, _MARGIN_ACROSS = length(_ALONG, "auto", most=2), length(_ACROSS, "auto", most=2)
_PADDING = length(_SPACE, most=4)
_OFFSET = length(_SHIFT, "auto", most=4)

_ALLOWED: dict[str, Test] = {
    "background-clip": words("border-box", "padding-box", "content-box"),
    "background-image": words("none"),
    "border": _border,
    "border-width": _border,
    "box-shadow": either(words("none"), _shadow),
    "color-scheme": distinct_words("normal", "light", "only"),
    "column-count": length(Size(number=(1, 3)), "auto"),
    "column-gap": length(Size(em=(0, 6), pt=(0, 72)), "normal"),
    "column-width": length(Size(em=(8, 80), pt=(96, 960)), "auto"),
    "columns": length(Size(number=(1, 3), em=(8, 80), pt=(96, 960)), "auto", most=2),
    "float": words("none", "left", "right"),
    "font-family": has_letters,
    "gap": length(Size(em=(0, 6), pt=(0, 72)), "normal", most=2),
    "height": either(words("auto"), length(Size(percent=(100, 100)))),
    "hyphenate-character": _adds_no_words,
    "letter-spacing": length(Size(em=(-0.05, 0.5), pt=(-0.6, 6)), "normal"),
    "line-height": parts_lines,
    "list-style": _adds_no_words,
    "list-style-type": _adds_no_words,
    "margin": length(_ALONG, "auto", most=4),
    "max-height": either(words("none"), length(Size(percent=(100, 100)))),
    "max-width": length(Size(em=(6, 500), pt=(72, 9000), percent=(30, 100)), "none"),
    "min-height": length(Size(em=(0, 60), pt=(0, 720), percent=(0, 100)), "auto"),
    "min-width": length(Size(em=(0, 20), pt=(0, 240), percent=(0, 100)), "auto"),
    "mix-blend-mode": words("normal"),
    "outline": _border,
    "outline-offset": length(_NEAR),
    "outline-width": _border,
    "overflow": words("visible"),
    "overflow-x": words("visible"),
    "overflow-y": words("visible"),
    "padding": _PADDING,
    "position": words("static", "relative"),
    "quotes": _adds_no_words,
    "tab-size": length(Size(number=(0, 16), em=(0, 16), pt=(0, 192))),
    "text-decoration": _line,
    "text-decoration-line": _line,
    "text-decoration-thickness": length(Size(em=(0, 0.3), pt=(0, 4)), "auto", "from-font"),
    "text-indent": length(Size(em=(-4, 6), pt=(-48, 72), percent=(-10, 20))),
    "text-orientation": words("mixed", "upright"),
    "text-overflow": words("clip"),
    "text-size-adjust": either(words("none", "auto"), length(Size(percent=(80, 300)))),
    "text-transform": words("none"),
    "unicode-bidi": words("normal", "embed", "isolate", "plaintext"),
    "vertical-align": length(
        Size(em=(-1, 1), pt=(-12, 12), percent=(-100, 100)),
        "baseline", "sub", "super", "top", "middle", "bottom", "text-top", "text-bottom",
    ),
    "white-space": words("normal", "pre-line", "pre-wrap", "break-spaces"),
    "width": length(_WIDTH, "auto", "fit-content"),
    "word-spacing": length(Size(em=(-0.1, 1), pt=(-1, 12)), "normal"),
    "writing-mode": words("horizontal-tb", "lr-tb"),
    "z-index": length(Size(number=(0, 10**6)), "auto"),
    "zoom": either(words("normal"), length(Size(number=(1, 1)))),
}  # fmt: skip
for _name in ("animation", "animation-name", "backdrop-filter", "clip", "clip-path", "filter", "mask",
              "mask-image", "perspective", "rotate", "scale", "text-shadow", "transform", "transition",
              "translate"):  # fmt: skip
    _ALLOWED[_name] = _NONE
for _edge in _EDGES:
    _is_across = _edge in ("left", "right") or _edge.startswith("inline")
    _ALLOWED |= {
        f"margin-{_edge}": _MARGIN_ACROSS if _is_across else _MARGIN_ALONG,
        f"padding-{_edge}": _PADDING,
        f"border-{_edge}": _border,
        f"border-{_edge}-width": _border,
        f"inset-{_edge}": _OFFSET,
    }
_ALLOWED |= dict.fromkeys((*_SIDES, "inset"), _OFFSET)
HARMLESS: Mapping[str, Test] = MappingProxyType(_ALLOWED)
"""Properties of which some values hide no words, with a test for these."""

# Functions whose value is always a colour or a picture.
_LITERAL = COLOURS | {"url"}
# Faces of systems that draw pictures in place of letters.
_PICTORIAL = ("dingbats", "emoji", "marlett", "symbol", "webdings", "wingdings")
_PREFIXES = ("-webkit-", "-moz-", "-epub-", "-ms-", "-o-", "-khtml-")
# What covers others may apply to an element next to a notice as well.
_COVERING = frozenset(
    {"all", "animation", "animation-name", "border-image", "border-image-outset", "bottom",
     "box-reflect", "box-shadow", "filter", "float", "inset", "left", "margin", "offset",
     "offset-path", "outline", "outline-offset", "outline-width", "perspective", "position", "right",
     "rotate", "scale", "text-shadow", "top", "transform", "translate", "zoom"}
    | {f"{part}-{edge}" for part in ("inset", "margin") for edge in _EDGES}
)  # fmt: skip

_LOWERING = frozenset({"block-size", "height", "line-height", "max-block-size", "max-height"})


def is_harmless(declaration: Declaration) -> bool:
    """Return whether a declaration cannot hide the words of its element."""
    name, value = declaration.name, declaration.value
    if name.startswith("--"):
        return True
    for prefix in _PREFIXES:
        bare = name.removeprefix(prefix)
        if bare != name and (bare in _ANY or bare in HARMLESS):
            name = bare
    if name in _ANY:
        return True
    test = HARMLESS.get(name)
    if test is None or any(map(_is_unknown, value)):
        return False
    return _is_global(value) or test(value)


def could_cover(declaration: Declaration, is_block: bool) -> bool:
    """Return whether a declaration could lay its element over words that are next to it.

    The content of a block overflows where the block is lower than its content.
    """
    bare = declaration.name
    for prefix in _PREFIXES:
        bare = bare.removeprefix(prefix)
    could = bare in _COVERING or (is_block and bare in _LOWERING)
    return could and not is_harmless(declaration)


def _is_unknown(token: Node) -> bool:
    """Return whether a token is a function such as `var()`, whose value may be anything."""
    return token.type == "function" and token.lower_name not in _LITERAL


def _is_global(value: Sequence[Node]) -> bool:
    return len(value) == 1 and word(value[0]) in _GLOBAL
