"""Decides whether a selector could match an element, on the safe side.

What is known of an element is its name, its classes, its id and its ancestors. Attributes,
siblings, states and positions are not: a selector that asks for them could match. So "cannot
match" is certain, and "could match" is not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

import cssselect2.parser as css
from tinycss2.ast import Node

# Lists of selectors of which one that cannot be read does not make the whole one invalid.
_LISTS = frozenset({"is", "where", "not", "has", "matches", "any", "-webkit-any", "-moz-any"})
_DEEPEST = 16
# cssselect2 0.10 raises AttributeError where a selector ends after a bar.
_UNREADABLE = (css.SelectorError, AttributeError, RecursionError)


@dataclass(frozen=True, slots=True)
class Element:
    """The known facts about an element.

    `classes` are all that it could have. `id` is empty where it has none, and None where it could
    have any.
    """

    name: str
    classes: frozenset[str] = frozenset()
    id: str | None = ""
    parent: Element | None = None

    def ancestors(self) -> Iterator[Element]:
        """Yield the parent, its parent, and so on to the root."""
        element = self.parent
        while element is not None:
            yield element
            element = element.parent


def read_selectors(prelude: Sequence[Node]) -> tuple[css.Selector, ...] | None:
    """Return the selectors of a rule, or None where one of them cannot be read.

    Args:
        prelude: the text before the rule's brace, as tokens of tinycss2.
    """
    if not _is_readable(prelude, 0):
        return None
    try:
        return tuple(css.parse(list(prelude)))
    except _UNREADABLE:
        return None


def could_match(selector: css.Selector, element: Element) -> bool:
    """Return whether a selector could match an element, or the element that its part belongs to.

    A pseudo-element is left aside: `p::before` could match where `p` could.
    """
    return _Trial().matches(selector.parsed_tree, element)


def _is_readable(tokens: Sequence[Node], depth: int) -> bool:
    """Return whether the lists in a selector can be read in full.

    cssselect2 ends a forgiving list at the first selector that it does not know. A browser
    passes over that one and takes the others.
    """
    if depth > _DEEPEST:
        return False
    for token in tokens:
        if token.type == "function" and token.lower_name in _LISTS:
            own = list(token.arguments)
            if not _is_readable(own, depth + 1):
                return False
            try:
                tuple(css.parse(own, relative=token.lower_name == "has"))
            except _UNREADABLE:
                return False
    return True


class _Trial:
    """One selector tried on one element: each part of it is tried once for each ancestor."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, int], bool] = {}
        self._above: dict[tuple[int, int], bool] = {}

    def matches(self, tree: css.CompoundSelector | css.CombinedSelector, element: Element) -> bool:
        """Return whether a compound or combined selector could match."""
        key = id(tree), id(element)
        if key not in self._known:
            self._known[key] = self._tried(tree, element)
        return self._known[key]

    def _tried(self, tree: css.CompoundSelector | css.CombinedSelector, element: Element) -> bool:
        if isinstance(tree, css.CompoundSelector):
            return all(_could_hold(part, element) for part in tree.simple_selectors)
        return self.matches(tree.right, element) and self._follows(tree, element)

    def _follows(self, tree: css.CombinedSelector, element: Element) -> bool:
        """Return whether the part left of a combinator could match for an element right of it."""
        if tree.combinator == ">":
            return element.parent is not None and self.matches(tree.left, element.parent)
        if tree.combinator == " ":
            return self._matches_above(tree.left, element)
        # Only the ancestors of a sibling are known: they are the element's own.
        left = tree.left
        return isinstance(left, css.CompoundSelector) or self._follows(left, element)

    def _matches_above(
        self, tree: css.CompoundSelector | css.CombinedSelector, element: Element
    ) -> bool:
        """Return whether an ancestor could match; what is known of a parent serves its children."""
        unknown: list[Element] = []
        found = False
        for each in chain([element], element.ancestors()):
            known = self._above.get((id(tree), id(each)))
            if known is not None:
                found = known
                break
            unknown.append(each)
        for each in reversed(unknown):
            found = found or (each.parent is not None and self.matches(tree, each.parent))
            self._above[id(tree), id(each)] = found
        return found


def _could_hold(part: object, element: Element) -> bool:
    """Return whether one condition of a compound selector could hold."""
    match part:
        case css.LocalNameSelector():
            return bool(part.lower_local_name == element.name.lower())
        case css.ClassSelector():
            return part.class_name in element.classes
        case css.IDSelector():
            return element.id is None or element.id == part.ident
        case css.MatchesAnySelector() | css.SpecificityAdjustmentSelector():
            return any(could_match(each, element) for each in part.selector_list)
        case css.PseudoClassSelector(name="root"):
            return element.parent is None
    return True
