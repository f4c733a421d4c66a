"""A stylesheet read to single rules, those in at-rules and in other rules too.

Whatever a condition asks for, its rules are read as if it held: a medium, a feature, a container
or a layer is a matter of the reader's machine, and of the day.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import tinycss2
from cssselect2.parser import Selector
from tinycss2.ast import Node

from guidepub.themes.stylesheets.selectors import read_selectors
from guidepub.themes.stylesheets.tokens import tokens_of
from guidepub.themes.stylesheets.values import split

CONDITIONS = frozenset({"media", "supports", "layer", "container", "scope", "starting-style"})
"""At-rules that hold rules of elements."""

ROOTS = frozenset({":root", "html:root"})
"""The selectors under which custom properties are defined."""

_DEEPEST = 8
# Rules of a sheet, characters of a rule's selectors, and those that a rule in it repeats: more than
# any theme has, and few enough to be looked through in a moment.
_MOST = 3000
_LONGEST = 5000
_REPEATED = 500


@dataclass(frozen=True, slots=True)
class StyleRule:
    """A rule of elements.

    `selectors` is None where they cannot be read; `texts` are the same as they are written. A rule
    is plain that is in no other rule and in no at-rule; `conditions` are the at-rules in which
    it stands, as in `@media print`, the outermost first. Lines and columns count from 1.
    """

    selectors: tuple[Selector, ...] | None
    texts: tuple[str, ...]
    declarations: tuple[Node, ...]
    plain: bool
    conditions: tuple[str, ...]
    line: int
    column: int

    @property
    def prelude(self) -> str:
        """Everything before the brace."""
        return ", ".join(self.texts)


@dataclass(frozen=True, slots=True)
class AtRule:
    """An at-rule that holds no rules of elements, such as `@page`; its keyword in small letters."""

    keyword: str
    prelude: tuple[Node, ...]
    content: tuple[Node, ...] | None
    plain: bool
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A part of a stylesheet that breaks its syntax."""

    message: str
    line: int
    column: int


Rule = StyleRule | AtRule | Unreadable


def is_root(rule: StyleRule) -> bool:
    """Return whether a rule is for the root alone, where custom properties are defined."""
    return rule.prelude in ROOTS


def read_rules(css: str) -> list[Rule]:
    """Return the rules of a stylesheet in their order.

    `growth.overgrowths` is asked first: brackets that lie too deep would exhaust Python's stack.
    """
    nodes = tinycss2.parse_stylesheet(tokens_of(css), skip_comments=True, skip_whitespace=True)
    found: list[Rule] = []
    for rule in _rules(nodes, _TOP):
        found.append(rule)
        if len(found) > _MOST:
            return [*found, Unreadable(f"it has over {_MOST:,} rules", rule.line, rule.column)]
    return found


def parts_of(content: Sequence[Node]) -> list[Node]:
    """Return the parts between a rule's braces: declarations, rules, and anything else."""
    parts: list[Node] = tinycss2.parse_blocks_contents(content, True, True)
    return parts


class _Around(NamedTuple):
    """The context of rules: the selector of the rule around them, if any, and at-rules.

    Rules at the top of a sheet are `plain`; `depth` counts all that is around the others.
    """

    parent: Sequence[Node] | None = None
    plain: bool = True
    conditions: tuple[str, ...] = ()
    depth: int = 0

    def under(self, condition: str) -> _Around:
        """Return the same under a condition."""
        return self._replace(plain=False, conditions=(*self.conditions, condition))

    def within(self, parent: Sequence[Node] | None) -> _Around:
        """Return the context of rules one level deeper."""
        return _Around(parent, False, self.conditions, self.depth + 1)


_TOP = _Around()


def _rules(nodes: Sequence[Node], around: _Around) -> Iterator[Rule]:
    """Yield the rules of some nodes."""
    parent = around.parent
    for node in nodes:
        if around.depth > _DEEPEST:
            yield Unreadable("it is nested too deeply", node.source_line, node.source_column)
            continue
        match node.type:
            case "qualified-rule":
                prelude = node.prelude if parent is None else _nested(node.prelude, parent)
                if prelude is None or len(tinycss2.serialize(prelude)) > _LONGEST:
                    message = "its selectors are too long"
                    yield Unreadable(message, node.source_line, node.source_column)
                    continue
                yield from _style_rules(node, prelude, node.content, around)
            case "at-rule" if node.lower_at_keyword in CONDITIONS:
                yield from _under_condition(node, around)
            case "at-rule":
                content = None if node.content is None else tuple(node.content)
                yield AtRule(
                    node.lower_at_keyword,
                    tuple(node.prelude),
                    content,
                    around.plain,
                    node.source_line,
                    node.source_column,
                )
            case "error":
                yield Unreadable(node.message.rstrip("."), node.source_line, node.source_column)


def _under_condition(node: Node, around: _Around) -> Iterator[Rule]:
    if node.content is None:
        return
    parent = around.parent
    condition = f"@{node.lower_at_keyword} {' '.join(tinycss2.serialize(node.prelude).split())}"
    if node.lower_at_keyword == "scope" and parent is None:
        # Its own declarations are for the scope's root, which its prelude names: any element.
        parent = tinycss2.parse_component_value_list(":scope")
        for part in parts_of(node.content):
            if part.type == "declaration":
                yield from _style_rules(node, parent, node.content, around.under(condition))
                break
        rules = [part for part in parts_of(node.content) if part.type != "declaration"]
        yield from _rules(rules, around.under(condition).within(None))
    elif parent is None:
        rules = tinycss2.parse_rule_list(node.content, True, True)
        yield from _rules(rules, around.under(condition).within(None))
    else:
        yield from _style_rules(node, parent, node.content, around.under(condition))


def _style_rules(
    node: Node, prelude: Sequence[Node], content: Sequence[Node], around: _Around
) -> Iterator[Rule]:
    """Yield a rule of elements, and the rules that are in it."""
    parts = parts_of(content)
    yield StyleRule(
        read_selectors(prelude),
        tuple(" ".join(tinycss2.serialize(text).split()) for text in split(prelude)),
        tuple(part for part in parts if part.type == "declaration"),
        around.plain,
        around.conditions,
        node.source_line,
        node.source_column,
    )
    inner = [part for part in parts if part.type != "declaration"]
    yield from _rules(inner, around.within(prelude))


def _nested(prelude: Sequence[Node], parent: Sequence[Node]) -> list[Node] | None:
    """Return the selectors of a rule that is in another one (CSS Nesting 1, 3).

    Each of them repeats those of the other one: None where they grow too long.
    """
    around = f":is({tinycss2.serialize(parent)})"
    selectors = split(prelude)
    if len(around) * max(len(selectors), sum(part == "&" for part in prelude)) > _REPEATED:
        return None
    found = []
    for selector in selectors:
        text = tinycss2.serialize(selector).strip()
        nested = any(part == "&" for part in selector)
        found.append(text.replace("&", around) if nested else f"{around} {text}")
    tokens: list[Node] = tinycss2.parse_component_value_list(", ".join(found))
    return tokens
