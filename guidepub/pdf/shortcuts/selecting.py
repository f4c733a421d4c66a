"""Stylesheets of one weight matched as one: a seam in cssselect2.

WeasyPrint 70 asks each stylesheet for the rules of each element, and each looks at the element's
name, classes and attributes anew. A book has nine stylesheets, of which most say nothing of most
elements; matched as one they are asked once.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import Any

from cssselect2 import Matcher

Sheet = tuple[Any, str, Any]
"""A stylesheet as WeasyPrint has it, with its origin and the specificity of all its rules."""

_LISTS = ("lang_attr_selectors", "other_selectors")
_TABLES = (
    "id_selectors", "class_selectors", "lower_local_name_selectors", "namespace_selectors",
)  # fmt: skip


class JointSheet:
    """Stylesheets that follow each other, of one origin and without layers, as one."""

    layers: Sequence[str] = ()

    def __init__(self, sheets: Sequence[Any]) -> None:
        self.matcher = _joined(tuple(sheet.matcher for sheet in sheets))
        self.page_rules = [rule for sheet in sheets for rule in sheet.page_rules]


def joined_sheets(sheets: Sequence[Sheet]) -> Iterator[Sheet]:
    """Yield stylesheets in their order, those of one weight as one.

    Those with layers stay alone, and those whose rules all have one specificity: among these the
    order of the stylesheets decides, where in one the specificity of each rule would.
    """

    def weight(sheet: Sheet) -> tuple[Any, ...]:
        rules, origin, specificity = sheet
        return origin, specificity, id(rules) if rules.layers or specificity else None

    for (origin, specificity, alone), found in groupby(sheets, weight):
        group = [rules for rules, *_ in found]
        yield group[0] if alone else JointSheet(group), origin, specificity


# As many as books have ways to be laid out in one process.
@functools.lru_cache(maxsize=16)
def _joined(matchers: tuple[Matcher, ...]) -> Matcher:
    """Return a matcher that gives the rules of all in their order."""
    whole = Matcher()
    for matcher in matchers:
        for name in _TABLES:
            table = getattr(whole, name)
            for key, entries in getattr(matcher, name).items():
                table.setdefault(key, []).extend(map(_behind(whole.order), entries))
        for name in _LISTS:
            getattr(whole, name).extend(map(_behind(whole.order), getattr(matcher, name)))
        whole.order += matcher.order
    return whole


def _behind(before: int) -> Callable[[tuple[Any, ...]], tuple[Any, ...]]:
    """Return a sort key that puts a rule behind so many others."""

    def moved(entry: tuple[Any, ...]) -> tuple[Any, ...]:
        test, specificity, order, pseudo_element, payload = entry
        return test, specificity, before + order, pseudo_element, payload

    return moved
