"""Why it is uncertain whether a reader of an EPUB sees some words.

The cascade follows what it knows. Whatever else applies to an element, to those around it,
or to what could lie over it, and is not known to be harmless, is a doubt.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cssselect2 import ElementWrapper
from cssselect2.parser import Selector
from lxml import etree
from tinycss2.ast import Node

from guidepub.checks.legal.in_documents.bounds import holds_its_paint
from guidepub.checks.legal.in_documents.cascade import Cascade, chain_of
from guidepub.checks.legal.in_documents.harmless import could_cover, is_harmless
from guidepub.checks.legal.in_documents.markup import document_doubts, element_doubt, is_block
from guidepub.checks.legal.in_documents.room import room_doubt
from guidepub.checks.legal.in_documents.sheets import (
    CascadeRule,
    Declaration,
    declarations_of,
    holds_more,
    is_static,
)
from guidepub.checks.legal.in_documents.shown import Style, is_worked_out
from guidepub.themes.stylesheets.selectors import Element, could_match
from guidepub.themes.stylesheets.values import colour

# Pseudo-elements that hold no words of the book's.
_ELSEWHERE = frozenset({"selection", "-moz-selection", "backdrop", "placeholder"})
_MADE = frozenset({"before", "after", "marker"})
_PAGE = frozenset({"size", "margin", "padding", "orphans", "widows", "page-break-inside"})


@dataclass(frozen=True, slots=True)
class _Suspect:
    """A rule that may do harm, with those of its selectors whose matches are uncertain."""

    rule: CascadeRule
    uncertain: tuple[Selector, ...] | None
    pseudo: tuple[Selector, ...]


class Doubts:
    """The doubts about one document and its sheets: what is not known to be harmless in them."""

    def __init__(self, document: etree._Element, sheets: Cascade, root: ElementWrapper) -> None:
        self._sheets, self._root = sheets, root
        self._suspects = [_suspect(rule) for rule in sheets.rules if not _is_innocent(rule)]
        self._elements: dict[etree._Element, Element] = {}
        self._known: dict[etree._Element, str] = {}
        self._document_doubt = next(self._everywhere(document), "")
        self._holding: dict[etree._Element, bool] = {}
        # The first reason for all that lies within the same bounds, and within others besides.
        self._covers: dict[frozenset[etree._Element], str] = {}
        for element, reason in self._covering(document):
            self._covers.setdefault(self._bounds(element), reason)

    def about(self, element: etree._Element) -> str:
        """Return why it is uncertain how an element's text is shown, or an empty string."""
        if self._document_doubt:
            return self._document_doubt
        for wrapped in chain_of(element, self._root):
            node = wrapped.etree_element
            if node not in self._known:
                self._known[node] = next(self._about(wrapped), "")
            if self._known[node]:
                return self._known[node]
        around = {element, *element.iterancestors()}
        for bounds, reason in self._covers.items():
            if bounds <= around:
                return reason
        return room_doubt(self._around(element))

    def _around(self, element: etree._Element) -> Iterator[tuple[str, list[Declaration], Style]]:
        for wrapped in chain_of(element, self._root):
            node = wrapped.etree_element
            declared = [d for each in self._sheets.applied(wrapped) for d in each.declarations]
            style = self._sheets.style(node, self._root)
            yield etree.QName(node).localname, declared, style

    def is_afloat(self, element: etree._Element) -> bool:
        """Return whether an element, or one around it, may be next to the ground behind it."""
        return any(
            declaration.name == "float" and _word(declaration) in ("left", "right")
            for wrapped in chain_of(element, self._root)
            for each in self._sheets.applied(wrapped)
            for declaration in each.declarations
        )

    def conditions(self, element: etree._Element) -> list[str]:
        """Return the conditions of the rules that apply to an element or to what is around it."""
        found: dict[str, None] = {}
        for wrapped in chain_of(element, self._root):
            for each in self._sheets.applied(wrapped):
                if each.rule is not None and not _is_innocent(each.rule):
                    found |= dict.fromkeys(each.rule.conditions)
        return list(found)

    def _everywhere(self, document: etree._Element) -> Iterator[str]:
        """Yield the doubts about all of a document."""
        yield from document_doubts(document)
        for sheet in self._sheets.sheets:
            yield from sheet.doubts
            for rule in sheet.at_rules:
                if rule.lower_at_keyword == "page":
                    yield from _page_doubts(rule, sheet.name)

    def _covering(self, document: etree._Element) -> Iterator[tuple[etree._Element, str]]:
        """Yield the elements that could lie over words next to them, each with its declaration."""
        for element in document.iter(etree.Element):
            own = declarations_of(element.get("style", ""))
            if found := _covering(own, element):
                yield element, f"something that could lie over it ({found})"
        covering = [s for s in self._suspects if _covering(s.rule.declarations, None)]
        if not covering:
            return
        for wrapped in self._root.iter_subtree():
            element = wrapped.etree_element
            certain = [a.rule for a in self._sheets.applied(wrapped) if a.rule is not None]
            maybe = (s.rule for s in covering if self._could_match(s, element))
            for rule in (*certain, *maybe):
                if found := _covering(rule.declarations, element):
                    yield element, f"something that could lie over it ({_shown_rule(rule, found)})"

    def _bounds(self, element: etree._Element) -> frozenset[etree._Element]:
        """Return the elements around one out of which it cannot be painted."""
        return frozenset(filter(self._holds_its_paint, element.iterancestors()))

    def _holds_its_paint(self, element: etree._Element) -> bool:
        if element not in self._holding:
            *_, wrapped = chain_of(element, self._root)
            certain = ((each.rule, each.declarations) for each in self._sheets.applied(wrapped))
            possible = (s.rule for s in self._suspects if self._could_match(s, element))
            self._holding[element] = holds_its_paint(element, certain, possible)
        return self._holding[element]

    def _about(self, wrapped: ElementWrapper) -> Iterator[str]:
        """Yield the doubts about the words of an element."""
        element = wrapped.etree_element
        if reason := element_doubt(element):
            yield reason
        if holds_more(element.get("style", "")):
            yield "rules in a style of its own"
        for each in self._sheets.applied(wrapped):
            for declaration in each.declarations:
                known = is_harmless(declaration) or is_worked_out(declaration)
                if not known and not _brings_its_colours(declaration, each.declarations):
                    yield _shown_rule(each.rule, declaration)
        for suspect in self._suspects:
            if self._matches_one(suspect.uncertain, element):
                for declaration in suspect.rule.declarations:
                    if not is_harmless(declaration):
                        yield _shown_rule(suspect.rule, declaration)
            for selector in suspect.pseudo:
                if could_match(selector, self._element(element)):
                    yield from _pseudo_doubts(suspect.rule, str(selector.pseudo_element))

    def _could_match(self, suspect: _Suspect, element: etree._Element) -> bool:
        pseudo = any(could_match(each, self._element(element)) for each in suspect.pseudo)
        return pseudo or self._matches_one(suspect.uncertain, element)

    def _matches_one(self, selectors: Sequence[Selector] | None, element: etree._Element) -> bool:
        if selectors is None:
            return True
        return any(could_match(each, self._element(element)) for each in selectors)

    def _element(self, element: etree._Element) -> Element:
        """Return the wrapper of an element for selectors; those around it are wrapped first."""
        for node in reversed([element, *element.iterancestors()]):
            if node not in self._elements:
                above = node.getparent()
                self._elements[node] = Element(
                    etree.QName(node).localname,
                    frozenset(node.get("class", "").split()),
                    node.get("id", ""),
                    None if above is None else self._elements[above],
                )
        return self._elements[element]


def _suspect(rule: CascadeRule) -> _Suspect:
    if rule.selectors is None:
        return _Suspect(rule, None, ())
    plain = [each for each in rule.selectors if each.pseudo_element is None]
    return _Suspect(
        rule,
        tuple(each for each in plain if not is_static(each.parsed_tree)),
        tuple(each for each in rule.selectors if each.pseudo_element is not None),
    )


def _is_innocent(rule: CascadeRule) -> bool:
    return all(map(is_harmless, rule.declarations))


def _covering(
    declarations: Sequence[Declaration], element: etree._Element | None
) -> Declaration | None:
    """Return the first declaration that could lay an element, or any, over words next to it."""
    block = element is None or is_block(element)
    return next((each for each in declarations if could_cover(each, block)), None)


def _pseudo_doubts(rule: CascadeRule, name: str) -> Iterator[str]:
    """Yield the doubts that a rule for a pseudo-element raises about its element."""
    if name in _ELSEWHERE:
        return
    for declaration in rule.declarations:
        if name in _MADE and declaration.name == "content":
            if not _is_empty(declaration):
                yield f"words that a style adds ({_shown_rule(rule, declaration)})"
        elif not is_harmless(declaration) and not (name in _MADE and is_worked_out(declaration)):
            yield _shown_rule(rule, declaration)


def _brings_its_colours(declaration: Declaration, beside: Sequence[Declaration]) -> bool:
    """Return whether a declaration lets the reader's own colours show, as well as ink and ground."""
    given = {each.name for each in beside if colour(each.value)}
    return declaration.name == "color-scheme" and {"color", "background-color"} <= given


def _word(declaration: Declaration) -> str:
    return str(getattr(declaration.value[0], "lower_value", "")) if declaration.value else ""


def _is_empty(content: Declaration) -> bool:
    values = [getattr(token, "value", None) for token in content.value]
    return len(values) == 1 and values[0] in ("", "none", "normal")


def _page_doubts(rule: Node, sheet: str) -> Iterator[str]:
    for declaration in declarations_of(rule.content or ()):
        name = declaration.name.partition("-")[0]
        if name not in _PAGE or (name == "margin" and not is_harmless(declaration)):
            yield f"@page {{ {declaration} }} in {sheet}"


def _shown_rule(rule: CascadeRule | None, declaration: Declaration) -> str:
    if rule is None:
        return f"style “{declaration}”"
    under = f"{' '.join(rule.conditions)} " if rule.conditions else ""
    where = f" in {rule.sheet}, line {declaration.line}" if rule.sheet else ""
    return f"{under}{rule.prelude} {{ {declaration} }}{where}"
