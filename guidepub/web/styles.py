"""A book's one stylesheet for browsers: guidepub's own rules, and a theme's within their bounds.

A theme's rules are written anew, each selector below `.bound`: whatever it is, it then matches
something inside of a frame `bound`, and never a notice or what is around one. What a theme may
say of notices is written apart, as in an EPUB.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Mapping
from importlib import resources
from string import Template

import tinycss2
from tinycss2.ast import Node

from guidepub.findings import Finding, Place, RenderError
from guidepub.themes import Theme
from guidepub.themes.cards import card_rules
from guidepub.themes.covers.chart_colours import chart_colours
from guidepub.themes.drawings.bars import bar_rules
from guidepub.themes.limits.notice_rules import PlainRule, notice_rules
from guidepub.themes.stylesheets.colours import (
    LEAST_OF_DRAWINGS,
    NIGHT_PAPER,
    contrast,
    night_shades,
    shades,
)
from guidepub.themes.stylesheets.layouts import MATTER, sheet_names
from guidepub.themes.stylesheets.reading import Stylesheet, read_sheets
from guidepub.themes.stylesheets.rules import ROOTS, AtRule, StyleRule, Unreadable
from guidepub.web.resources import with_files

_NIGHT = "@media (prefers-color-scheme: dark)"
# What a theme says of the whole page is said of what is in each frame.
_PAGE = re.compile(r"(?:(?:html:root|:root|html)(?:\s*>\s*|\s+))?body(?![^\s>+~])"
                   r"|(?:html:root|:root|html)(?![^\s>+~])")  # fmt: skip
# They are for paper, for faces that are not in the file, or for what moves, which nothing does.
_ASIDE = frozenset({"charset", "color-profile", "font-face", "keyframes", "page"})
_REMEDY = "Say the same in rules of their own."


@functools.lru_cache(maxsize=32)
def stylesheet(theme: Theme, accent: str, has_matter: bool = False) -> str:
    """Return the stylesheet of a web edition, for a theme and an imprint's accent.

    It has rules for leaves that most books lack only where a book `has_matter`.

    Raises:
        RenderError: the theme's sheets cannot be read, hold an at-rule that cannot be kept
            within bounds, or name a file that the theme does not have (C003).
    """
    has_own = any((folder / "web.css").is_file() for folder in theme.styles)
    names = sheet_names("web") if has_own else sheet_names("web", "epub")
    sheets = read_sheets(theme, [*names, *([MATTER] * has_matter)])
    # What all themes share has a sheet for the web, and needs none for EPUBs here.
    sheets = [
        each
        for each in sheets
        if each.path.parent not in theme.shared or each.path.name != "epub.css"
    ]
    parts = [
        _own("page.css"),
        bar_rules(".bound ", bool(theme.script)),
        *_bound(theme, sheets),
        _custom(shades(accent)),
    ]
    parts += map(str, map(_approved, notice_rules(sheets, accent)))
    parts.append(card_rules(".bound "))
    if has_own and any(_is_of_night(rule) for sheet in sheets for rule in sheet.rules):
        parts += [f"{_NIGHT} {{\n", *_night(theme, accent), "}\n"]
    # Nothing in a stylesheet may end the element that holds it.
    return "".join(parts).replace("</", r"<\/")


def _own(name: str) -> str:
    return resources.files("guidepub.web").joinpath(name).read_text("utf-8")


def _custom(properties: Mapping[str, str]) -> str:
    return str(PlainRule([":root"], list(properties.items())))


def _approved(rule: PlainRule) -> PlainRule:
    """Return a rule on notices as one that matches in the frames of notices alone."""
    return rule._replace(selectors=[_below(".approved", ".approved", s) for s in rule.selectors])


def _below(frame: str, page: str, selector: str) -> str:
    """Return a selector as one that matches in a frame alone; `page` stands for the whole page."""
    whole = _PAGE.match(selector)
    return f"{page}{selector[whole.end() :]}" if whole else f"{frame} {selector}"


def _is_of_night(rule: object) -> bool:
    return isinstance(rule, StyleRule) and any("dark" in each for each in rule.conditions)


def _bound(theme: Theme, sheets: Iterable[Stylesheet]) -> Iterator[str]:
    """Yield a theme's rules, kept within the frames that are the theme's.

    Raises:
        RenderError: as `stylesheet`.
    """
    for sheet in sheets:
        for rule in sheet.rules:
            if isinstance(rule, StyleRule):
                yield from _written(theme, sheet, rule)
            elif isinstance(rule, Unreadable):
                raise _fault(sheet, rule, f"The stylesheet cannot be read: {rule.message}.")
            elif rule.keyword not in _ASIDE:
                raise _fault(sheet, rule, f"A web edition cannot hold “@{rule.keyword}”.")


def _written(theme: Theme, sheet: Stylesheet, rule: StyleRule) -> Iterator[str]:
    if rule.selectors is None:
        raise _fault(sheet, rule, f"The selector “{rule.prelude[:80]}” cannot be read.")
    if any(condition.startswith("@scope") for condition in rule.conditions):
        raise _fault(sheet, rule, "A web edition cannot hold “@scope”.")
    declared = [(part, _declared(theme, part)) for part in rule.declarations]
    custom = [said for part, said in declared if part.name.startswith("--")]
    others = [said for part, said in declared if not part.name.startswith("--")]
    roots = [text for text in rule.texts if text in ROOTS]
    inner = [_below(".bound", ".bound-body", text) for text in rule.texts]
    open_, close = (f"{c} {{\n" for c in rule.conditions), "}\n" * len(rule.conditions)
    written = []
    if roots and custom:
        written.append(PlainRule(roots, custom))
        custom = []
    if custom or others:
        written.append(PlainRule(inner, [*custom, *others]))
    if written:
        yield "".join([*open_, *map(str, written), close])


def _declared(theme: Theme, part: Node) -> tuple[str, str]:
    value = tinycss2.serialize(with_files(theme, part.value)).strip()
    return part.name, f"{value} !important" if part.important else value


def _night(theme: Theme, accent: str) -> Iterator[str]:
    """Yield guidepub's rules for dark pages, the shades of the accent, and the colours of charts."""
    yield Template(_own("night.css")).substitute(paper=NIGHT_PAPER)
    shades_there = night_shades(accent)
    yield _custom(shades_there)
    ink, bar, tint = chart_colours(theme, accent)
    yield str(PlainRule([".bound .chart svg"], [("fill", "currentColor")]))
    instead = {bar: shades_there["--accent"], tint: shades_there["--accent-middle"]}
    instead = {old: new for old, new in instead.items() if old and not _is_seen(old)}
    for old, new in (instead | {ink: "currentColor"}).items():
        yield str(PlainRule([f'.bound .chart [fill="{old}"]'], [("fill", new)]))


def _is_seen(colour: str) -> bool:
    return contrast(colour, NIGHT_PAPER) >= LEAST_OF_DRAWINGS


def _fault(sheet: Stylesheet, rule: StyleRule | AtRule | Unreadable, message: str) -> RenderError:
    place = Place(str(sheet.path), rule.line, rule.column)
    return RenderError([Finding(place, "C003", message, _REMEDY)])
