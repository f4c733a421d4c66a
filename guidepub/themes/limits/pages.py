"""The allowed styles of pages with notices: their margins, and the content of these."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from tinycss2.ast import Node

from guidepub.themes.limits.properties import WORDS, Property
from guidepub.themes.limits.structure import reach_of
from guidepub.themes.stylesheets.arithmetic import NotWorkedOutError, points
from guidepub.themes.stylesheets.reading import Stylesheet
from guidepub.themes.stylesheets.rules import AtRule, StyleRule, parts_of
from guidepub.themes.stylesheets.values import (
    Size,
    Value,
    distinct_words,
    length,
    without_spaces,
    word,
    words,
)
from guidepub.themes.stylesheets.variables import UnresolvedError, Variables, resolved

BOXES = frozenset(
    {f"{side}-{place}" for side in ("top", "bottom") for place in ("left", "center", "right")}
    | {f"{side}-{place}" for side in ("left", "right") for place in ("top", "middle", "bottom")}
    | {f"{side}-{place}-corner" for side in ("top", "bottom") for place in ("left", "right")}
)
"""The boxes in the margins of a page (CSS Paged Media 3, 4.2)."""

_OWN = frozenset({"auto", "body-opening"})
# Widths and heights, in points, of the smallest and the largest books and of those between.
_SIDES = (252.0, 360.0, 396.0, 432.0, 595.0, 612.0, 648.0, 792.0, 842.0, 1200.0)
_MOST_MARGIN = 0.45
_NUMERALS = frozenset({"decimal", "lower-roman", "upper-roman", "lower-alpha", "upper-alpha"})
_STRINGS = frozenset({"first", "start", "last", "first-except"})


def _is_margin(value: Value) -> bool:
    return 1 <= len(value) <= 4 and all(map(_is_one_margin, value))


def _is_one_margin(token: Node) -> bool:
    """Return whether a margin leaves a page's text its room, whatever the size of the page."""
    try:
        return all(0 <= points(token, side) <= _MOST_MARGIN * side for side in _SIDES)
    except NotWorkedOutError:
        return False


def _is_content(value: Value) -> bool:
    """Return whether a margin box's content is a page's number, a running head, or no words."""
    if words("none", "normal")(value):
        return True
    return bool(value) and all(map(_is_wordless, value))


def _is_wordless(token: Node) -> bool:
    if token.type == "string":
        return not any(map(str.isalnum, token.value))
    if token.type != "function":
        return False
    inner = [word(part) for part in without_spaces(token.arguments) if part != ","]
    if token.lower_name == "counter":
        return inner[:1] in (["page"], ["pages"]) and _NUMERALS.issuperset(inner[1:])
    return token.lower_name == "string" and bool(inner) and _STRINGS.issuperset(inner[1:])


def _is_count(value: Value) -> bool:
    return bool(value) and all(
        word(token) in ("page", "none") or token.type == "number" for token in value
    )


_MARGINS = ("margin", "margin-top", "margin-right", "margin-bottom", "margin-left")
_ALLOWED_MARGINS = f"0 to {100 * _MOST_MARGIN:g} % of the page’s side, `calc()`, `min()`, `max()` and `clamp()` too"
_MARGIN = Property(_is_margin, _ALLOWED_MARGINS)
PAGE: Mapping[str, Property] = MappingProxyType(
    {
        **WORDS,
        **dict.fromkeys(_MARGINS, _MARGIN),
        "counter-increment": Property(_is_count, "`page`"),
        "counter-reset": Property(_is_count, "`page`"),
    }
)
"""Of a page itself, and of the place of its notes."""

BOX: Mapping[str, Property] = MappingProxyType(
    {
        **WORDS,
        "content": Property(
            _is_content, "`counter(page)`, `string(…)`, and strings without letters and digits"
        ),
        "width": Property(length(Size(percent=(0, 100)), "auto"), "`auto`, 0 to 100 %"),
        "vertical-align": Property(words("top", "middle", "bottom"), "`top`, `middle`, `bottom`"),
        "text-transform": Property(
            words("none", "uppercase", "lowercase", "capitalize"), "any but `full-width`"
        ),
        "white-space": Property(words("normal", "nowrap"), "`normal`, `nowrap`"),
        "text-decoration": Property(distinct_words("none", "underline"), "`none`, `underline`"),
    }
)
"""Of a box in a page's margins."""


def reachable_pages(sheets: Iterable[Stylesheet], variables: Variables) -> frozenset[str]:
    """Return the names of pages on which a notice could stand."""
    names = set(_OWN)
    for rule in (rule for sheet in sheets for rule in sheet.rules):
        if not isinstance(rule, StyleRule):
            continue
        own = [part for part in rule.declarations if part.lower_name == "page"]
        if own and (rule.selectors is None or reach_of(rule.selectors)):
            names |= {name for part in own for name in _named(part, variables)}
    return frozenset(names)


def _named(part: Node, variables: Variables) -> Iterator[str]:
    """Yield the names that a `page` could have; an unresolved one is refused elsewhere."""
    with contextlib.suppress(UnresolvedError):
        for value, _ in resolved(part.value, variables):
            yield from (str(token.value) for token in value if token.type == "ident")


def page_faults(
    rule: AtRule, variables: Variables, pages: frozenset[str]
) -> Iterator[tuple[Node, str]]:
    """Yield each part of an `@page` rule that may not be there, and why, in words.

    Args:
        rule: the rule.
        variables: the custom properties of the theme.
        pages: the names of pages with notices; those without a name do.
    """
    if not _is_for(rule.prelude, pages):
        return
    for part in parts_of(rule.content or ()):
        if part.type == "declaration":
            yield from _faults(part, PAGE, variables)
        elif part.type == "at-rule" and part.lower_at_keyword in BOXES | {"footnote"}:
            table = BOX if part.lower_at_keyword in BOXES else PAGE
            for inner in parts_of(part.content or ()):
                if inner.type == "declaration":
                    yield from _faults(inner, table, variables)
                else:
                    yield inner, "a box holds nothing but declarations"
        else:
            yield part, "only declarations and boxes of margins are known"


def _is_for(prelude: Sequence[Node], pages: frozenset[str]) -> bool:
    """Return whether a selector of pages takes in one that could have a notice."""
    names: list[str | None] = [None]
    begins = True
    for part in prelude:
        if part == ",":
            names.append(None)
            begins = True
        elif part.type not in ("whitespace", "comment"):
            if begins and part.type == "ident":
                names[-1] = part.value
            begins = False
    return any(name is None or name in pages for name in names)


def _faults(
    part: Node, table: Mapping[str, Property], variables: Variables
) -> Iterator[tuple[Node, str]]:
    own = table.get(part.lower_name)
    if own is None:
        yield part, f"no theme may set “{part.name}”"
        return
    if part.important:
        yield part, "nothing is important"
    try:
        if not all(own.test(value) for value, _ in resolved(part.value, variables)):
            yield part, f"for “{part.name}” these values are allowed: {own.allowed}"
    except UnresolvedError as error:
        yield part, f"“{part.name}” cannot be resolved: {error}"
