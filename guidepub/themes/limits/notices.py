"""Checks that a theme keeps to the allowed styles of notices: every rule that could reach one.

A list of the ways to hide a text cannot be completed. This is the other one: of the rules that
could match an element of a notice's leaf, each declaration must be one of `properties`, literal
and within its bounds. The leaf itself is guidepub's: a theme has no template for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import tinycss2
from tinycss2.ast import Node

from guidepub.findings import Finding, Place
from guidepub.themes.folders.theme import Theme
from guidepub.themes.limits.pages import page_faults, reachable_pages
from guidepub.themes.limits.properties import (
    ALLOWED_BY_KIND,
    BAND,
    GROUNDS,
    WORDS,
    Property,
    plain_name,
)
from guidepub.themes.limits.structure import NOTICE_LEAVES, Reach, reach_of
from guidepub.themes.stylesheets.colours import LEAST_CONTRAST
from guidepub.themes.stylesheets.layouts import NOTICE_LAYOUTS, sheet_names
from guidepub.themes.stylesheets.reading import Stylesheet, read_sheets
from guidepub.themes.stylesheets.rules import AtRule, StyleRule, Unreadable, is_root
from guidepub.themes.stylesheets.values import Value, contrast_of, rgb, split, word
from guidepub.themes.stylesheets.variables import (
    ACCENT,
    CustomProperty,
    UnresolvedError,
    Variables,
    plain_variables,
    resolved,
    tokens_of,
    variables_of,
)

_REMEDY = "docs/themes.md, “Notices”, lists what a theme may set for them."
_SHOWN = 80
_BLACK, _WHITE = tokens_of("#000000"), tokens_of("#ffffff")
# At-rules that cannot reach a notice, and those for pages, which are judged on their own.
_KNOWN = frozenset({"charset", "font-face", "page", "color-profile", "keyframes"})


class Fault(NamedTuple):
    """Why a declaration may not be there, and the custom property that is to blame, if one is."""

    reason: str
    definition: CustomProperty | None = None


def notice_faults(theme: Theme) -> Iterator[Finding]:
    """Yield each part of a theme that could hide a notice, change it or add to it (C008)."""
    for folder in theme.own:
        for name in (f"{kind}.xhtml" for kind in sorted(NOTICE_LEAVES)):
            if (folder / name).is_file():
                message = f"A theme cannot have a template “{name}”: pages with notices use guidepub’s own."
                yield _finding(folder / name, 0, 0, message, "Take it out.")
    sheets = read_sheets(theme, sheet_names(*NOTICE_LAYOUTS))
    variables = variables_of(sheets)
    pages = reachable_pages(sheets, variables)
    plain = plain_variables(sheets, ACCENT)
    for sheet in sheets:
        yield from _sheet_faults(sheet, variables, pages)
        for rule in sheet.rules:
            if isinstance(rule, StyleRule) and (why := colour_fault(rule, plain)):
                message = f"In the rule “{_short(rule.prelude)}”, {why}."
                yield _finding(sheet.path, rule.line, rule.column, message)


def _sheet_faults(
    sheet: Stylesheet, variables: Variables, pages: frozenset[str]
) -> Iterator[Finding]:
    for rule in sheet.rules:
        match rule:
            case Unreadable():
                message = f"The stylesheet cannot be read here: {rule.message}."
                yield _finding(sheet.path, rule.line, rule.column, message, "Fix its syntax.")
            case AtRule(keyword="page"):
                for part, why in page_faults(rule, variables, pages):
                    message = f"On pages with notices, {why}."
                    yield _finding(sheet.path, part.source_line, part.source_column, message)
            case AtRule() if rule.keyword not in _KNOWN:
                message = f"“@{rule.keyword}” could affect a notice in unpredictable ways."
                remedy = "Write separate rules instead."
                yield _finding(sheet.path, rule.line, rule.column, message, remedy)
            case StyleRule():
                yield from _rule_faults(sheet, rule, variables)


def _rule_faults(sheet: Stylesheet, rule: StyleRule, variables: Variables) -> Iterator[Finding]:
    selector = f"“{_short(rule.prelude)}”"
    if rule.selectors is None:
        message = f"The selector {selector} cannot be parsed, so it could match a notice."
        yield _finding(sheet.path, rule.line, rule.column, message, "Write it otherwise.")
        return
    reach = reach_of(rule.selectors)
    for part in rule.declarations:
        fault = declaration_fault(part, reach, is_root(rule), variables)
        if fault is None:
            continue
        declaration = f"“{_short(f'{part.name}: {tinycss2.serialize(part.value).strip()}')}”"
        message = f"In the rule {selector}, {declaration}: {fault.reason}."
        place = sheet.path, part.source_line, part.source_column
        blamed = fault.definition
        if blamed is not None and blamed.path is not None:
            place = blamed.path, blamed.line, blamed.column
            message = f"This custom property does not fit the rule {selector}, {declaration}: {fault.reason}."
        yield _finding(*place, message)


def declaration_fault(
    part: Node, reach: Reach, in_root: bool, variables: Variables
) -> Fault | None:
    """Return why a declaration is not allowed in a rule, or None where it is.

    Args:
        part: the declaration as tinycss2 reads it.
        reach: what the rule could match.
        in_root: whether the rule is for `:root`, which defines custom properties.
        variables: the custom properties that are defined.
    """
    if part.name.startswith("--"):
        misplaced = reach and not in_root
        return (
            Fault("custom properties that affect notices can only be defined in :root")
            if misplaced
            else None
        )
    if not reach:
        return _fault_anywhere(part, variables)
    name = plain_name(part.lower_name)
    tables = [ALLOWED_BY_KIND[kind] for kind in sorted(reach.kinds)] + [BAND] * reach.band
    own = [table[name] for table in tables if name in table]
    if reach.part:
        return Fault(f"nothing may be said of “::{reach.part}” of what bears a notice")
    if len(own) < len(tables):
        return Fault(f"the rule could affect a notice, for which no theme may set “{name}”")
    if part.important:
        return Fault("what could reach a notice cannot be important")
    return _fault_of_value(part, own, variables)


def colour_fault(rule: StyleRule, variables: Variables) -> str:
    """Return why the words of a notice could not be read in a rule's colours, or an empty string.

    An ink alone is compared with white paper, a ground alone with black words. What rules give
    together is seen in the finished file.
    """
    if not rule.plain or not reach_of(rule.selectors or ()).kinds & {"words", "pair"}:
        return ""
    ink: Value = _BLACK
    ground: Value = _WHITE
    for part in rule.declarations:
        name = part.lower_name
        if name != "color" and name not in GROUNDS:
            continue
        try:
            value = next(value for value, _ in resolved(part.value, variables))
        except UnresolvedError:
            continue
        if value and rgb(value[0]):
            ink, ground = (value, ground) if name == "color" else (ink, value)
    ratio = contrast_of(ink, ground)
    if ratio >= LEAST_CONTRAST:
        return ""
    return f"text and background have a contrast of {ratio:.1f}, but notices need {LEAST_CONTRAST}"


def _fault_of_value(part: Node, own: list[Property], variables: Variables) -> Fault | None:
    try:
        for value, definitions in resolved(part.value, variables):
            for each in own:
                if not each.test(value):
                    blamed = next((d for d in definitions if d.path), None)
                    why = f"for rules that could affect a notice, these values are allowed: {each.allowed}"
                    return Fault(why, blamed)
    except UnresolvedError as error:
        return Fault(str(error))
    return None


def _fault_anywhere(part: Node, variables: Variables) -> Fault | None:
    """Return why no rule may have a declaration: it shows a part on other pages."""
    if part.lower_name not in ("position", "string-set"):
        return None
    try:
        values = [value for value, _ in resolved(part.value, variables)]
    except UnresolvedError as error:
        return Fault(str(error))
    if part.lower_name == "string-set":
        known = WORDS["string-set"]
        if all(known.test(each) for value in values for each in split(value)):
            return None
        return Fault(
            f"running heads are also on pages with notices; these values are allowed: {known.allowed}"
        )
    if any(word(token) == "fixed" or token.type == "function" for v in values for token in v):
        return Fault("fixed and running elements are also on other pages, and over notices")
    return None


def _finding(path: Path, line: int, column: int, message: str, remedy: str = _REMEDY) -> Finding:
    return Finding(Place(str(path), line, column), "C008", message, remedy)


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN].rstrip()} …"
