"""The rules that match a unit's elements, kept for its next layout with other words.

Selectors see elements, their attributes, and whether an element holds text, but no words. Where
these are as they were, the same rules match, and WeasyPrint need not ask each of them again.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable, Mapping, Sequence
from typing import Any, NamedTuple

# A trace's line moves with each line above it; no book that is made has any.
_UNSEEN = frozenset({"data-line"})

# The values of larger units are not kept, since they take ten kilobytes a style.
_MOST_STYLES = 1000
# Scrolling is declared on one of these elements, and WeasyPrint takes it away from there.
_VIEWPORT = frozenset({"html", "body"})


class RulesOfElement(dict[str, Any]):
    """The declarations of rules for an element, by the names of properties.

    Attributes:
        found: the values of properties that were computed from it, until boxes were built.
        specified: what of these is noted as it was specified.
    """

    found: Mapping[str, Any] | None = None
    specified: Mapping[str, Any]


class MatchedRules(NamedTuple):
    """The declarations for a document's elements, which are counted in the order of the text.

    Attributes:
        parents: the number of the element around each; that of the root is its own.
        alike: for each, the number of the first element that has the same style.
        cascades: what rules say of those that are the first with their style, by their numbers.
            Values are added when boxes are built: layouts, which come later, change some.
        pseudo: the rules for pseudo-elements, by the numbers of their elements.
    """

    parents: Sequence[int]
    alike: Sequence[int]
    cascades: Mapping[int, RulesOfElement]
    pseudo: Mapping[int, list[Any]]


class KeptRules:
    """The rules of the units that were laid out last; `most` is of how many they are kept."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: OrderedDict[Hashable, MatchedRules] = OrderedDict()

    def find(self, key: Hashable) -> MatchedRules | None:
        """Return the rules of a document whose `key_of` is the same, or None."""
        if key in self._kept:
            self._kept.move_to_end(key)
        return self._kept.get(key)

    def keep(self, key: Hashable, found: MatchedRules) -> None:
        """Keep the rules of a document, and let go of those that were not asked for the longest."""
        self._kept[key] = found
        while len(self._kept) > self._most:
            self._kept.popitem(last=False)


def key_of(source: Any, sheets: Sequence[Any], fonts: Any) -> Hashable:
    """Return a key for the rules that match a `LayoutSource`: what selectors see, and the rules.

    `sheets` are stylesheets as `joined_sheets` gives them.
    """
    rules = tuple(
        (sheet.matcher, tuple(sheet.layers), origin, specificity)
        for sheet, origin, specificity in sheets
    )
    around = tuple(
        (each.tag, *each.attrib.items()) for part in source.wrapper_element.around for each in part
    )
    seen = tuple(
        (each.tag, bool(each.text), len(each), *_attributes(each))
        for each in source.etree_element.iter()
    )
    counts = tuple(map(len, source.wrapper_element.around))
    return rules, fonts, counts, around, seen


def matched_rules(
    source: Any, styles: Mapping[tuple[Any, Any], Any], pseudo: Mapping[Any, list[Any]]
) -> MatchedRules:
    """Return the rules by which a document's styles were computed."""
    elements = list(source.etree_element.iter())
    numbers = {element: number for number, element in enumerate(elements)}
    parents = [0] * len(elements)
    for element in elements:
        for child in element:
            parents[numbers[child]] = numbers[element]
    first: dict[int, int] = {}
    alike = [
        first.setdefault(id(styles[element, None]), number)
        for number, element in enumerate(elements)
    ]
    cascades = {
        number: RulesOfElement(styles[elements[number], None].cascaded) for number in first.values()
    }
    found = {numbers[each]: rules for each, rules in pseudo.items() if each in numbers}
    return MatchedRules(parents, alike, cascades, found)


def keep_values(source: Any, found: MatchedRules, styles: Mapping[tuple[Any, Any], Any]) -> None:
    """Keep the values of styles of a document whose boxes were built, and not yet laid out."""
    if len(found.cascades) > _MOST_STYLES:
        return
    for number, element in enumerate(source.etree_element.iter()):
        cascade = found.cascades.get(number)
        if cascade is not None and element.tag not in _VIEWPORT:
            style = styles[element, None]
            cascade.found, cascade.specified = dict(style), dict(style.specified)


def _attributes(element: Any) -> list[tuple[str, str]]:
    return [(name, "" if name in _UNSEEN else value) for name, value in element.attrib.items()]
