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


_Kind = tuple[Any, ...]
"""What elements have in common that have the same: a name, classes, and names of attributes."""
_Found = tuple[Any, ...]
"""A selector's specificity, its place among all, its pseudo-element, and what holds if it matches."""
_Entry = tuple[Any, ...]
"""A selector's test, and what is found if it matches."""


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


class _Descent(_Bearing):
    """What is known of an element and of all around it, whatever stands beside these."""

    __slots__ = ("ancestors", "kind", "parent")

    def __init__(self, element: Any, kind: _Kind, parent: _Descent | None) -> None:
        super().__init__(element)
        self.kind, self.parent = kind, parent
        self.ancestors: tuple[_Descent, ...] = (*parent.ancestors, parent) if parent else ()


# By that of the element around it, and by its kind.
_DESCENTS: dict[tuple[_Descent | None, _Kind], _Descent] = {}


class RulesOfSheets:
    """Matches the rules of stylesheets, and knows which hold for all elements that have the same.

    First it asks each selector of what elements have themselves, then of what is around them. The
    answers are kept. What asks for more, such as what stands beside them, is asked of each element.
    """

    def __init__(self, rules: Matcher) -> None:
        self._rules = rules
        self._by_kind: dict[_Kind, tuple[list[_Found], list[_Entry]]] = {}
        self._by_descent: dict[_Descent, tuple[list[_Found], list[_Entry]]] = {}

    def match(self, element: Any) -> list[_Found]:
        """Return the rules that match an element, in the order of their weight."""
        descent = _descent_of(element)
        known = self._by_descent.get(descent)
        if known is None:
            if len(self._by_descent) == _MANY:
                self._by_descent.clear()
            known = self._by_descent[descent] = self._learned(element, descent)
        sure, doubtful = known
        found = [entry[1:] for entry in doubtful if entry[0](element)]
        if "id" in descent.attrib and (id_rules := self._rules.id_selectors.get(element.id)):
            self._rules.add_relevant_selectors(element, id_rules, found)
        if not found:
            return sure.copy()
        found += sure
        found.sort()
        return found

    def _learned(self, element: Any, descent: _Descent) -> tuple[list[_Found], list[_Entry]]:
        """Return the rules that match all elements of a descent, and those to be asked."""
        known = self._by_kind.get(descent.kind)
        if known is None:
            if len(self._by_kind) == _MANY:
                self._by_kind.clear()
            known = _asked(_Bearing(element), self._entries(element))
            self._by_kind[descent.kind] = known
        sure, doubtful = _asked(descent, known[1])
        return sorted(known[0] + sure), doubtful

    def _entries(self, element: Any) -> list[_Entry]:
        """Return the rules that may match an element, whatever its name in the document is."""
        rules = self._rules
        entries = [*rules.other_selectors]
        for name in element.classes:
            entries += rules.class_selectors.get(name, ())
        entries += rules.lower_local_name_selectors.get(ascii_lower(element.local_name), ())
        entries += rules.namespace_selectors.get(element.namespace_url, ())
        if "lang" in element.etree_element.attrib:
            entries += rules.lang_attr_selectors
        return entries


def _asked(bearing: _Bearing, entries: Sequence[_Entry]) -> tuple[list[_Found], list[_Entry]]:
    """Return what matches by what is known of an element, and what that does not decide.

    A selector is a function that always answers alike when it is given the same.
    """
    sure: list[_Found] = []
    doubtful: list[_Entry] = []
    for entry in entries:
        try:
            if entry[0](bearing):
                sure.append(entry[1:])
        except AttributeError:
            doubtful.append(entry)
    return sure, doubtful


def _descent_of(element: Any) -> _Descent:
    """Return what is known of an element and of all around it.

    It is kept with the element, and is the same one for elements that have the same around them.
    """
    known: _Descent | None = vars(element).get("descent")
    if known is None:
        itself = element.etree_element
        classes = itself.attrib.get("class")
        kind = itself.tag, element.in_html_document, classes, *itself.attrib
        parent = None if element.parent is None else _descent_of(element.parent)
        known = _DESCENTS.get((parent, kind))
        if known is None:
            if len(_DESCENTS) == _MANY:
                _DESCENTS.clear()
            known = _DESCENTS[parent, kind] = _Descent(element, kind, parent)
        element.descent = known
    return known


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
