"""The one stylesheet of a web edition: guidepub's own rules, and a theme's within bounds.

Each selector of a theme is written again below `.bound`, so that it matches only inside a frame
of that class, and never a notice or anything around one. The rules that a theme may have for
notices are written separately, as in an EPUB.
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
# A theme's rules for the whole page apply to the content of each frame.
_PAGE = re.compile(r"(?:(?:html:root|:root|html)(?:\s*>\s*|\s+))?body(?![^\s>+~])"
                   r"|(?:html:root|:root|html)(?![^\s>+~])")  # fmt: skip
# Left out: rules for paper, for fonts, which are not embedded, and for animations.
_ASIDE = frozenset({"charset", "color-profile", "font-face", "keyframes", "page"})
_REMEDY = "Write separate rules instead."


@functools.lru_cache(maxsize=32)
def stylesheet(theme: Theme, accent: str, has_matter: bool = False) -> str:
    """Return the stylesheet of a web edition, for a theme and an imprint's accent colour.

    If a book `has_matter`, it includes rules for leaves that most books do not have.

    Raises:
        RenderError: the theme's sheets cannot be read, hold an at-rule that cannot be kept
            within bounds, or name a file that the theme does not have (C003).
    """
    has_own = any((folder / "web.css").is_file() for folder in theme.styles)
    names = sheet_names("web") if has_own else sheet_names("web", "epub")
    sheets = read_sheets(theme, [*names, *([MATTER] * has_matter)])
    # The sheets that all themes share include one for the web, so theirs for EPUBs is not needed.
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
    if has_own and any(_is_for_dark_pages(rule) for sheet in sheets for rule in sheet.rules):
        parts += [f"{_NIGHT} {{\n", *_night(theme, accent), "}\n"]
    # Nothing in a stylesheet may end the `style` element around it.
    return "".join(parts).replace("</", r"<\/")


def _own(name: str) -> str:
    return resources.files("guidepub.web").joinpath(name).read_text("utf-8")


def _custom(properties: Mapping[str, str]) -> str:
    return str(PlainRule([":root"], list(properties.items())))


def _approved(rule: PlainRule) -> PlainRule:
    """Return a rule for notices that matches only inside the frames of notices."""
    return rule._replace(selectors=[_below(".approved", ".approved", s) for s in rule.selectors])


def _below(frame: str, page: str, selector: str) -> str:
    """Return a selector that matches only inside a frame; `page` replaces the whole page in it."""
    whole = _PAGE.match(selector)
    return f"{page}{selector[whole.end() :]}" if whole else f"{frame} {selector}"


def _is_for_dark_pages(rule: object) -> bool:
    return isinstance(rule, StyleRule) and any("dark" in each for each in rule.conditions)


def _bound(theme: Theme, sheets: Iterable[Stylesheet]) -> Iterator[str]:
    """Yield a theme's rules, limited to the frames that the theme may style.

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
                raise _fault(sheet, rule, f"A web edition cannot contain “@{rule.keyword}”.")


def _written(theme: Theme, sheet: Stylesheet, rule: StyleRule) -> Iterator[str]:
    if rule.selectors is None:
        raise _fault(sheet, rule, f"The selector “{rule.prelude[:80]}” cannot be read.")
    if any(condition.startswith("@scope") for condition in rule.conditions):
        raise _fault(sheet, rule, "A web edition cannot contain “@scope”.")
    declared = [(part, _declared(theme, part)) for part in rule.declarations]
    custom = [pair for part, pair in declared if part.name.startswith("--")]
    others = [pair for part, pair in declared if not part.name.startswith("--")]
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
    """Yield the rules for dark pages: guidepub's own, shades of the accent, colours of charts."""
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
