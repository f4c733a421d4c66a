"""The language of templates: a small part of Jinja, restricted by a list of what is allowed.

What is not listed is refused before anything runs, so a feature that Jinja gains is refused
until it is listed here. A template of this language can place values, repeat and choose; it
calls nothing, and it sees nothing but what it is given (see `templates`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, NamedTuple

from jinja2 import nodes

from guidepub.templating.operations import FILTERS, TESTS

LOOP_FIELDS = frozenset(
    {"index", "index0", "revindex", "revindex0", "first", "last", "length", "previtem", "nextitem"}
)
"""What a template may ask of `loop`."""

TEMPLATE_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,99}\.xhtml")
"""The name of a template: it lies in the folder itself, and no name leads elsewhere."""

MOST_BYTES = 64 * 1024
"""Bytes that a template's file may have."""

# Python takes no more than twenty loops in each other, and no more levels than it has stack.
_DEEPEST = 60
_MOST_LOOPS = 8
_RESERVED = frozenset({"caller", "kwargs", "loop", "self", "super", "varargs"})
_CONSTANTS = (str, int, float, bool, type(None))

_PLAIN = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.If, nodes.Block,
    nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not, nodes.Neg, nodes.Concat,
    nodes.Add, nodes.Sub, nodes.CondExpr, nodes.List, nodes.Tuple, nodes.Getattr, nodes.Getitem,
)  # fmt: skip
"""What a template may always have, since its parts are checked by themselves."""

_JOINING = (nodes.Block, nodes.Extends, nodes.Include)
"""What joins a template with others."""

_NAMED = {
    nodes.Macro: "{% macro %}", nodes.CallBlock: "{% call %}", nodes.FilterBlock: "{% filter %}",
    nodes.With: "{% with %}", nodes.AssignBlock: "{% set %} … {% endset %}",
    nodes.Import: "{% import %}", nodes.FromImport: "{% from … import %}",
    nodes.Scope: "{% autoescape %}", nodes.Mul: "multiplication (*)",
    nodes.Div: "division (/)", nodes.FloorDiv: "division (//)", nodes.Mod: "the sign %",
    nodes.Pow: "a power (**)", nodes.Slice: "a slice", nodes.Dict: "a mapping in braces",
    nodes.Call: "a call", nodes.NSRef: "a namespace", nodes.Pos: "a plus as a sign",
}  # fmt: skip
"""What authors know and may look for, in the words in which they know it."""


class Trespass(NamedTuple):
    """Something in a template that no template may hold: its line, and what it is."""

    line: int
    part: str
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class Dialect:
    """The part of the language that some templates have: filters, tests, and whether they join.

    With `joins` a template may include and extend others of its folder.
    """

    filters: Mapping[str, Callable[..., object]]
    tests: Mapping[str, Callable[..., bool]]
    joins: bool


THEME_DIALECT = Dialect(FILTERS, TESTS, joins=True)
"""What a theme's templates have."""


def trespasses(tree: nodes.Template, dialect: Dialect = THEME_DIALECT) -> list[Trespass]:
    """Return the parts of a parsed template that its dialect does not allow, in the order of lines.

    What is inside of something refused is not looked at.
    """
    found: set[Trespass] = set()
    waiting: list[tuple[nodes.Node, int, int, int]] = [(tree, 1, 0, 0)]
    while waiting:
        node, line, depth, loops = waiting.pop()
        # Jinja gives some parts no line of their own.
        inner_lines = (child.lineno for child in node.iter_child_nodes() if child.lineno)
        line = node.lineno or next(inner_lines, line)
        if faults := list(_faults(node, line, depth, loops, dialect)):
            found.update(faults)
        else:
            inner = loops + isinstance(node, nodes.For)
            waiting += ((child, line, depth + 1, inner) for child in node.iter_child_nodes())
    return sorted(found | _second_blocks(tree))


def named_templates(tree: nodes.Template) -> Iterator[tuple[int, str]]:
    """Yield the line and the name of each template that a template includes or extends."""
    found: list[nodes.Include | nodes.Extends] = [*tree.find_all(nodes.Include)]
    found += tree.find_all(nodes.Extends)
    for node in found:
        if isinstance(node.template, nodes.Const) and isinstance(node.template.value, str):
            yield node.lineno, node.template.value


def _second_blocks(tree: nodes.Template) -> set[Trespass]:
    """Return the blocks whose name another one before them has."""
    blocks = sorted((block.lineno, block.name) for block in tree.find_all(nodes.Block))
    first = {name: line for line, name in reversed(blocks)}
    return {
        Trespass(line, f"a second block named “{name}”", "Give it another name.")
        for place, (line, name) in enumerate(blocks)
        if first[name] < line or (line, name) in blocks[:place]
    }


def size(node: nodes.Node) -> int:
    """Return the number of nodes in a part of a template, itself included."""
    count, waiting = 0, [node]
    while waiting:
        count += 1
        waiting += waiting.pop().iter_child_nodes()
    return count


def _faults(
    node: nodes.Node, line: int, depth: int, loops: int, dialect: Dialect
) -> Iterator[Trespass]:
    if depth == _DEEPEST or (isinstance(node, nodes.For) and loops == _MOST_LOOPS):
        yield Trespass(line, "parts that are nested too deeply", "Use an included template.")
    if isinstance(node, (nodes.Filter, nodes.Test)):
        yield from _applied_faults(node, line, dialect)
    elif isinstance(node, _JOINING) and not dialect.joins:
        yield Trespass(line, "a part of another template", "Write it out.")
    elif rule := _RULES.get(type(node)):
        yield from rule(node, line)
    elif not isinstance(node, _PLAIN):
        yield Trespass(line, _name_of(node))


def _name_faults(node: nodes.Name, line: int) -> Iterator[Trespass]:
    if node.ctx == "store" and node.name in _RESERVED:
        yield Trespass(line, f"a value named “{node.name}”", "Give it another name.")
    elif node.name in _RESERVED - {"loop", "super"}:
        yield Trespass(line, f"“{node.name}”")


def _constant_faults(node: nodes.Const, line: int) -> Iterator[Trespass]:
    if not isinstance(node.value, _CONSTANTS):
        yield Trespass(line, "a value of that kind")


def _look_up_faults(node: nodes.Getattr | nodes.Getitem, line: int) -> Iterator[Trespass]:
    if isinstance(node.node, (nodes.Const, nodes.List, nodes.Tuple)):
        yield Trespass(line, "a field of something that is not a value of the book")
    if isinstance(node.node, nodes.Name) and node.node.name == "loop":
        field = node.attr if isinstance(node, nodes.Getattr) else None
        if field not in LOOP_FIELDS:
            known = ", ".join(sorted(LOOP_FIELDS))
            yield Trespass(line, "another field of “loop”", f"Choose from: {known}.")


def _loop_faults(node: nodes.For, line: int) -> Iterator[Trespass]:
    if node.recursive:
        yield Trespass(line, "a recursive loop")


def _setting_faults(node: nodes.Assign, line: int) -> Iterator[Trespass]:
    if not isinstance(node.target, (nodes.Name, nodes.Tuple)):
        yield Trespass(line, _name_of(node.target))


def _applied_faults(
    node: nodes.Filter | nodes.Test, line: int, dialect: Dialect
) -> Iterator[Trespass]:
    is_filter = isinstance(node, nodes.Filter)
    kind, known = ("filter", dialect.filters) if is_filter else ("test", dialect.tests)
    if node.name not in known:
        remedy = f"Choose from: {', '.join(sorted(known))}."
        yield Trespass(line, f"the {kind} “{node.name}”", remedy)
    elif node.kwargs or node.dyn_args is not None or node.dyn_kwargs is not None:
        yield Trespass(line, "a named argument", "Pass it by position.")


def _inclusion_faults(node: nodes.Include | nodes.Extends, line: int) -> Iterator[Trespass]:
    name = node.template.value if isinstance(node.template, nodes.Const) else None
    if not isinstance(name, str) or not TEMPLATE_NAME.fullmatch(name):
        remedy = "Name a template of the theme in quotes, such as “head.xhtml”."
        yield Trespass(
            line, "the inclusion of something that is not the name of a template", remedy
        )
    if isinstance(node, nodes.Include) and (node.ignore_missing or not node.with_context):
        yield Trespass(line, "an inclusion with conditions")


def _call_faults(node: nodes.Call, line: int) -> Iterator[Trespass]:
    if not _is_super(node):
        yield Trespass(line, "a call", "Templates only get values; they cannot call anything.")


_RULES: Mapping[type[nodes.Node], Callable[[Any, int], Iterator[Trespass]]] = MappingProxyType(
    {
        nodes.Assign: _setting_faults,
        nodes.Call: _call_faults,
        nodes.Const: _constant_faults,
        nodes.Extends: _inclusion_faults,
        nodes.For: _loop_faults,
        nodes.Getattr: _look_up_faults,
        nodes.Getitem: _look_up_faults,
        nodes.Include: _inclusion_faults,
        nodes.Name: _name_faults,
    }
)
"""What a template may have under conditions."""


def _is_super(node: nodes.Call) -> bool:
    return (
        isinstance(node.node, nodes.Name)
        and node.node.name == "super"
        and not (node.args or node.kwargs or node.dyn_args or node.dyn_kwargs)
    )


def _name_of(node: nodes.Node) -> str:
    return _NAMED.get(type(node), f"what Jinja calls {type(node).__name__}")
