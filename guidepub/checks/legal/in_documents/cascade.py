"""How an EPUB's stylesheets show a text, by CSS's cascade (CSS Cascading 4, section 6).

cssselect2 matches selectors, but only those that depend on the document alone; the others are
left to `doubts`. Rules under a condition apply in the states of the reader that it names.
"""

from __future__ import annotations

import functools
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

import cssselect2
from cssselect2 import ElementWrapper
from lxml import etree

from guidepub.checks.documents.archives import XHTML
from guidepub.checks.legal.in_documents.sheets import (
    CascadeRule,
    Declaration,
    ParsedSheet,
    declarations_of,
)
from guidepub.checks.legal.in_documents.shown import Style, default_style, long_name, styled

_INLINE = (10**6, 0, 0)


@dataclass(frozen=True, slots=True)
class Applied:
    """A rule that applies to an element, or the element's own style, which has no rule.

    `rank` decides between rules that say different things of one property.
    """

    rule: CascadeRule | None
    declarations: tuple[Declaration, ...]
    rank: tuple[tuple[int, ...], int]


class Cascade:
    """The rules of one document's stylesheets, in the order in which they count.

    The style of an element is computed once, and kept.
    """

    def __init__(self, sheets: Sequence[ParsedSheet]) -> None:
        self.sheets = tuple(sheets)
        self.rules = tuple(rule for sheet in sheets for rule in sheet.rules)
        self._applied: dict[etree._Element, list[Applied]] = {}
        self._styles: dict[tuple[etree._Element, frozenset[str]], Style] = {}
        self._matcher = cssselect2.Matcher()
        for number, rule in enumerate(self.rules):
            for selector in rule.compiled:
                if selector.pseudo_element is None:
                    self._matcher.add_selector(selector, number)

    def applied(self, wrapped: ElementWrapper) -> list[Applied]:
        """Return the rules that match an element for certain, and its own style."""
        element = wrapped.etree_element
        if element not in self._applied:
            found = [
                Applied(self.rules[number], self.rules[number].declarations, (specificity, number))
                for specificity, _, _, number in self._matcher.match(wrapped)
            ]
            if inline := element.get("style"):
                found.append(Applied(None, declarations_of(inline), (_INLINE, 0)))
            self._applied[element] = found
        return self._applied[element]

    def style(
        self, element: etree._Element, root: ElementWrapper, holding: Collection[str] = ()
    ) -> Style:
        """Return how an element's own text is shown.

        Args:
            element: the element that holds the text.
            root: the wrapper of its document's root, as `root_of` returns it.
            holding: the conditions that hold. Rules under others do not apply.
        """
        style, states = Style(), frozenset(holding)
        for wrapped in chain_of(element, root):
            key = wrapped.etree_element, states
            if key not in self._styles:
                self._styles[key] = self._apply(style, wrapped, states)
            style = self._styles[key]
        return style

    def _apply(self, parent: Style, wrapped: ElementWrapper, holding: frozenset[str]) -> Style:
        element = wrapped.etree_element
        winners: dict[str, tuple[tuple[object, ...], Declaration]] = {}
        for each in self.applied(wrapped):
            if each.rule is not None and not holding.issuperset(each.rule.conditions):
                continue
            for place, declaration in enumerate(each.declarations):
                name = long_name(declaration.name)
                rank = (declaration.important, *each.rank, place)
                if name not in winners or rank >= winners[name][0]:
                    winners[name] = rank, declaration
        values = {name: declaration.value for name, (_, declaration) in winners.items()}
        tag = str(element.tag).removeprefix(XHTML)
        usual = default_style(parent, tag, element.get("href") is not None)
        style = styled(parent, usual, values)
        if element.get("hidden") is not None and "display" not in values and not style.hidden:
            style = replace(style, hidden="hidden")
        return replace(style, root=style.size) if wrapped.parent is None else style


def chain_of(element: etree._Element, root: ElementWrapper) -> Iterator[ElementWrapper]:
    """Yield the wrappers of an element and all around it, the document's root first."""
    wrapped = root
    yield wrapped
    for node in reversed([element, *element.iterancestors()][:-1]):
        siblings = wrapped.iter_children()
        wrapped = next(child for child in siblings if child.etree_element is node)
        yield wrapped


def root_of(document: etree._Element) -> ElementWrapper:
    """Return a document's root in the wrapper that `Cascade.style` needs."""
    return cssselect2.ElementWrapper.from_xml_root(document)


def hidden_elements(document: etree._Element, sheets: Sequence[ParsedSheet]) -> set[etree._Element]:
    """Return the elements of a document that its stylesheets or their own styles hide."""
    hiding = [replace(sheet, rules=tuple(filter(_hides_alone, sheet.rules))) for sheet in sheets]
    styled_here = any(element.get("style") for element in document.iter(etree.Element))
    if not (styled_here or any(sheet.rules for sheet in hiding)):
        return set()
    # Few rules hide anything: only the elements that those match are styled by all the others.
    suspects, all_sheets, root = Cascade(hiding), Cascade(sheets), root_of(document)
    found = set()
    for wrapped in root.iter_subtree():
        if any(_takes_out_of_sight(each.declarations) for each in suspects.applied(wrapped)):
            element = wrapped.etree_element
            if not all_sheets.style(element, root).is_seen:
                found.add(element)
    return found


@functools.lru_cache(maxsize=4096)
def _hides_alone(rule: CascadeRule) -> bool:
    return _takes_out_of_sight(rule.declarations)


def _takes_out_of_sight(declarations: Sequence[Declaration]) -> bool:
    """Return whether declarations alone would hide the elements that they apply to."""
    if not declarations:
        return False
    values = {long_name(declaration.name): declaration.value for declaration in declarations}
    return not styled(Style(), Style(), values).is_seen
