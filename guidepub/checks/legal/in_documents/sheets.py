"""An EPUB document's stylesheets as rules that apply for certain or under a condition.

Everything else is a doubt: a reading system may follow it or not, and this reader does not.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import cssselect2.parser as css
import tinycss2
from cssselect2.compiler import CompiledSelector
from cssselect2.parser import Selector
from tinycss2.ast import Node

from guidepub.themes.stylesheets.selectors import read_selectors
from guidepub.themes.stylesheets.values import without_spaces

# At-rules that style no element; @font-face and @page are handled separately.
_ASIDE = frozenset(
    {"charset", "font-face", "font-feature-values", "font-palette-values",
     "keyframes", "-webkit-keyframes", "namespace", "page", "property", "view-transition"}
)  # fmt: skip
_CONDITIONAL = frozenset({"media", "supports"})
_DEEPEST = 4
_LONGEST_KEPT = 500
# Media queries that hold in every reading system.
_ALWAYS = frozenset({"", "all", "screen", "only screen"})
_XHTML = "http://www.w3.org/1999/xhtml"
_NAMESPACES = frozenset({_XHTML, "http://www.idpf.org/2007/ops"})


@dataclass(frozen=True, slots=True)
class Declaration:
    """One declaration: a property's name, and its value as tokens without white space."""

    name: str
    value: tuple[Node, ...]
    important: bool
    line: int

    def __str__(self) -> str:
        return f"{self.name}: {' '.join(tinycss2.serialize(self.value).split())[:60]}"


@dataclass(frozen=True, slots=True, eq=False)
class CascadeRule:
    """A rule of elements. `selectors` is `None` where one of them cannot be read.

    `compiled` are those selectors whose matching is known for certain; `conditions` those under
    which the rule applies.
    """

    selectors: tuple[Selector, ...] | None
    compiled: tuple[CompiledSelector, ...]
    prelude: str
    declarations: tuple[Declaration, ...]
    conditions: tuple[str, ...]
    sheet: str


@dataclass(frozen=True, slots=True)
class ParsedSheet:
    """A stylesheet: its rules, its other at-rules, and why it cannot be followed to its end."""

    name: str
    rules: tuple[CascadeRule, ...]
    at_rules: tuple[Node, ...] = ()
    doubts: tuple[str, ...] = ()


@functools.lru_cache(maxsize=64)
def read_sheet(text: str, name: str = "", media: str = "") -> ParsedSheet:
    """Return a stylesheet's rules; `media` is the media query of its link."""
    nodes = tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True)
    reader = _SheetReader(name)
    try:
        rules = tuple(reader.rules(nodes, _and((), "media", media), 0))
    except RecursionError:
        return ParsedSheet(name, (), (), (f"brackets that are nested too deeply in {name}",))
    return ParsedSheet(name, rules, tuple(reader.at_rules), tuple(dict.fromkeys(reader.doubts)))


def without(sheet: ParsedSheet, reason: str) -> ParsedSheet:
    """Return a sheet with one more reason why it cannot be followed."""
    return replace(sheet, doubts=(*sheet.doubts, reason))


def declarations_of(text: str | Sequence[Node]) -> tuple[Declaration, ...]:
    """Return the declarations of an inline style, or of the body of a rule."""
    parts = tinycss2.parse_blocks_contents(text, skip_comments=True, skip_whitespace=True)
    return tuple(_declarations(parts))


def holds_more(text: str) -> bool:
    """Return whether an inline style holds anything but declarations."""
    parts = tinycss2.parse_blocks_contents(text, skip_comments=True, skip_whitespace=True)
    return any(part.type in ("qualified-rule", "at-rule") for part in parts)


class _SheetReader:
    """Reads one sheet to its rules, and notes everything else in it."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.at_rules: list[Node] = []
        self.doubts: list[str] = []

    def rules(
        self, nodes: Sequence[Node], around: tuple[str, ...], depth: int
    ) -> Iterator[CascadeRule]:
        for node in nodes:
            if node.type == "qualified-rule":
                yield self._rule(node, around)
            elif node.type == "at-rule":
                keyword = node.lower_at_keyword
                if keyword in _CONDITIONAL and node.content is not None and depth < _DEEPEST:
                    inner = tinycss2.parse_rule_list(node.content, True, True)
                    condition = tinycss2.serialize(node.prelude)
                    yield from self.rules(inner, _and(around, keyword, condition), depth + 1)
                else:
                    self._note(node)

    def _note(self, node: Node) -> None:
        """Note an at-rule that holds no rules which are followed here."""
        self.at_rules.append(node)
        foreign = node.lower_at_keyword == "namespace" and not any(
            getattr(token, "value", "") in _NAMESPACES for token in _flat(node.prelude)
        )
        if foreign or node.lower_at_keyword not in _ASIDE:
            self.doubts.append(self._named(f"@{node.lower_at_keyword}"))

    def _rule(self, node: Node, around: tuple[str, ...]) -> CascadeRule:
        parts = tinycss2.parse_blocks_contents(node.content, True, True)
        if any(part.type in ("qualified-rule", "at-rule") for part in parts):
            self.doubts.append(self._named("a rule inside of a rule"))
        prelude = tinycss2.serialize(node.prelude)
        # A long one may come from anybody, and is not kept.
        read = _selectors if len(prelude) <= _LONGEST_KEPT else _selectors.__wrapped__
        selectors, compiled = read(prelude)
        return CascadeRule(
            selectors,
            compiled,
            " ".join(prelude.split())[:80],
            tuple(_declarations(parts)),
            around,
            self.name,
        )

    def _named(self, thing: str) -> str:
        return f"{thing} in {self.name}" if self.name else thing


# Books in one theme have sheets with the same selectors, which take longer to compile than all
# else in them to read.
@functools.lru_cache(maxsize=1024)
def _selectors(
    prelude: str,
) -> tuple[tuple[Selector, ...] | None, tuple[CompiledSelector, ...]]:
    """Return a rule's selectors, or None where one cannot be read, and those that are compiled."""
    selectors = read_selectors(tinycss2.parse_component_value_list(prelude))
    return selectors, _compiled(selectors or ())


def _compiled(selectors: Sequence[Selector]) -> tuple[CompiledSelector, ...]:
    """Return the selectors whose matches depend on the document alone."""
    found = []
    for selector in selectors:
        if is_static(selector.parsed_tree):
            try:
                found.append(CompiledSelector(selector))
            except (NotImplementedError, ValueError, SyntaxError, AttributeError):
                continue
    return tuple(found)


_STATIC = frozenset(
    {"root", "first-child", "last-child", "only-child", "first-of-type", "last-of-type",
     "only-of-type", "link", "any-link"}
)  # fmt: skip
_STATIC_FUNCTIONS = frozenset({"nth-child", "nth-last-child", "nth-of-type", "nth-last-of-type"})


def is_static(tree: Node) -> bool:
    """Return whether a selector's matching depends on the document alone, on no state of it.

    `tree` is a selector that cssselect2 has parsed.
    """
    parts: Sequence[Node] = ()
    match tree:
        case css.CombinedSelector():
            parts = (tree.left, tree.right)
        case css.CompoundSelector():
            parts = tree.simple_selectors
        case (
            css.MatchesAnySelector() | css.NegationSelector() | css.SpecificityAdjustmentSelector()
        ):
            parts = [each.parsed_tree for each in tree.selector_list]
        case css.PseudoClassSelector():
            return tree.name in _STATIC
        case css.FunctionalPseudoClassSelector():
            is_narrowed = any(getattr(token, "lower_value", "") == "of" for token in tree.arguments)
            return tree.name in _STATIC_FUNCTIONS and not is_narrowed
        case css.AttributeSelector():
            return tree.namespace in (None, "")
        case _:
            return isinstance(tree, (css.LocalNameSelector, css.ClassSelector, css.IDSelector))
    return all(map(is_static, parts))


def _and(around: tuple[str, ...], keyword: str, condition: str) -> tuple[str, ...]:
    query = " ".join(condition.split()).lower()
    media = {medium.strip() for medium in query.split(",")}
    return (
        around if keyword == "media" and media & _ALWAYS else (*around, f"@{keyword} {query}"[:80])
    )


def _declarations(parts: Sequence[Node]) -> Iterator[Declaration]:
    """Yield the declarations among some nodes; those without a value are left out."""
    for part in parts:
        if part.type == "declaration":
            value = tuple(without_spaces(part.value))
            name = part.name if part.name.startswith("--") else part.lower_name
            if value:
                yield Declaration(name, value, part.important, part.source_line)


def _flat(tokens: Sequence[Node]) -> Iterator[Node]:
    for token in tokens:
        yield token
        yield from getattr(token, "arguments", ())
