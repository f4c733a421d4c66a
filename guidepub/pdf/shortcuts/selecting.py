"""Stylesheets of one weight matched as one: a seam in cssselect2.

WeasyPrint 70 asks each stylesheet for the rules of each element, and each looks at the element's
name, classes and attributes again. A book has nine stylesheets, of which most say nothing of most
elements; matched as one they are asked once. Of elements that have the same name, classes and
attributes most rules hold for all or for none: these are found for the first of them.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import Any

from cssselect2 import Matcher, ascii_lower

Sheet = tuple[Any, str, Any]
"""A stylesheet as WeasyPrint has it, with its origin and the specificity of all its rules."""

# Kinds of elements that are kept; a book has some hundred.
_MANY = 4096
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


class _Bearing:
    """What is known of an element that has a name, classes and attributes, wherever it stands.

    It answers a selector in an element's place. Asked for anything else, such as its parent or
    the value of an attribute, it raises AttributeError.
    """

    __slots__ = ("attrib", "classes", "in_html_document", "local_name", "namespace_url", "tag")

    def __init__(self, element: Any) -> None:
        self.local_name, self.namespace_url = element.local_name, element.namespace_url
        self.in_html_document, self.classes = element.in_html_document, element.classes
        self.tag, self.attrib = element.etree_element.tag, frozenset(element.etree_element.attrib)

    @property
    def etree_element(self) -> _Bearing:
        """Itself, as the element of the document."""
        return self

    def get(self, name: str, default: Any = None) -> Any:
        """Return what an attribute that it has not got is taken for."""
        if name in self.attrib:
            raise AttributeError(name)
        return default


_Kind = tuple[Any, ...]
"""What elements have in common that have the same: a name, classes, and names of attributes."""
_Found = tuple[Any, ...]
"""A selector's specificity, its place among all, its pseudo-element, and what holds if it matches."""
_Entry = tuple[Any, ...]
"""A selector's test, and what is found if it matches."""


class RulesOfSheets:
    """Matches the rules of stylesheets, and knows which hold for all elements that have the same."""

    def __init__(self, rules: Matcher) -> None:
        self._rules = rules
        self._known: dict[_Kind, tuple[list[_Found], list[_Entry]]] = {}

    def match(self, element: Any) -> list[_Found]:
        """Return the rules that match an element, in the order of their weight."""
        itself = element.etree_element
        attributes = itself.attrib
        kind = itself.tag, element.in_html_document, attributes.get("class"), *attributes
        known = self._known.get(kind)
        if known is None:
            if len(self._known) == _MANY:
                self._known.clear()
            known = self._known[kind] = self._learned(element)
        sure, doubtful = known
        found = [entry[1:] for entry in doubtful if entry[0](element)]
        if "id" in attributes and (id_rules := self._rules.id_selectors.get(element.id)):
            self._rules.add_relevant_selectors(element, id_rules, found)
        if not found:
            return sure.copy()
        found += sure
        found.sort()
        return found

    def _learned(self, element: Any) -> tuple[list[_Found], list[_Entry]]:
        """Return the rules that match all elements that have the same as one, and those to be asked.

        A selector is a function that always answers alike when it is given the same.
        """
        rules = self._rules
        entries = [*rules.other_selectors]
        for name in element.classes:
            entries += rules.class_selectors.get(name, ())
        entries += rules.lower_local_name_selectors.get(ascii_lower(element.local_name), ())
        entries += rules.namespace_selectors.get(element.namespace_url, ())
        if "lang" in element.etree_element.attrib:
            entries += rules.lang_attr_selectors
        bearing = _Bearing(element)
        sure: list[_Found] = []
        doubtful: list[_Entry] = []
        for entry in entries:
            try:
                if entry[0](bearing):
                    sure.append(entry[1:])
            except AttributeError:
                doubtful.append(entry)
        sure.sort()
        return sure, doubtful


# As many as books have ways to be laid out in one process.
@functools.lru_cache(maxsize=16)
def _joined(matchers: tuple[Matcher, ...]) -> RulesOfSheets:
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
    return RulesOfSheets(whole)


def _behind(before: int) -> Callable[[tuple[Any, ...]], tuple[Any, ...]]:
    """Return a sort key that puts a rule after so many others."""

    def moved(entry: tuple[Any, ...]) -> tuple[Any, ...]:
        test, specificity, order, pseudo_element, payload = entry
        return test, specificity, before + order, pseudo_element, payload

    return moved
