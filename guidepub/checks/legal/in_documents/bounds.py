"""Elements that contain all that is painted of what they hold (CSS Containment 2, 3.3)."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from guidepub.checks.legal.in_documents.markup import is_block
from guidepub.checks.legal.in_documents.sheets import CascadeRule, Declaration

_PAINT = frozenset({"content", "paint", "strict"})
# Paint containment applies to block boxes alone; without a box, nothing is painted.
_BOXES = frozenset({"block", "flow-root", "none"})


def holds_its_paint(
    element: etree._Element,
    certain: Iterable[tuple[CascadeRule | None, Iterable[Declaration]]],
    possible: Iterable[CascadeRule],
) -> bool:
    """Return whether the content of an element is never painted outside of it.

    Args:
        element: the element.
        certain: the declarations that apply to it, each list with its rule if it has one.
        possible: the rules that could apply to it.
    """
    applied = [
        (declaration, rule is None or not rule.conditions)
        for rule, declarations in certain
        for declaration in declarations
    ]
    contains = any(each.name == "contain" and always for each, always in applied)
    if not contains or not is_block(element):
        return False
    others = (declaration for rule in possible for declaration in rule.declarations)
    return all(map(_keeps_bounds, [*(each for each, _ in applied), *others]))


def _keeps_bounds(declaration: Declaration) -> bool:
    words = {str(getattr(token, "lower_value", "")) for token in declaration.value}
    if declaration.name == "contain":
        return bool(words & _PAINT)
    if declaration.name == "display":
        return words <= _BOXES
    return declaration.name != "all"
