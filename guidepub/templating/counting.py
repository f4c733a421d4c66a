"""Counting put into a template before it is compiled, so that its bounds hold while it runs."""

from __future__ import annotations

from typing import Any, cast

from jinja2 import nodes
from jinja2.visitor import NodeTransformer

from guidepub.templating import language

# To begin an included template takes about as long as to run so many parts of it.
_BEGINNING = 500


def counting(tree: nodes.Template) -> nodes.Template:
    """Return a template's tree, changed so that it counts what it takes (`operations.COUNTING`)."""
    return cast(nodes.Template, _Counting().visit(tree))


class _Counting(NodeTransformer):
    """One method a kind of node, as Jinja finds them by name."""

    # ruff: noqa: N802, N815

    def _begun(self, node: Any) -> Any:
        """Count each run of a template or a block by its size, and by what it costs to begin it."""
        weight = nodes.Const(_BEGINNING + language.size(node))
        self.generic_visit(node)
        count = nodes.ExprStmt(_applied("_begin", nodes.Const(0), weight), lineno=node.lineno)
        node.body.insert(0, count)
        return node

    visit_Template = visit_Block = _begun

    def visit_For(self, node: nodes.For) -> nodes.For:
        """Count what a loop goes through, times the size of the loop."""
        weight = language.size(node)
        self.generic_visit(node)
        node.iter = _applied("_each", node.iter, nodes.Const(weight))
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Filter:
        """Count the texts that are joined."""
        self.generic_visit(node)
        return _applied("_joined", nodes.List(node.nodes, lineno=node.lineno))

    def visit_Compare(self, node: nodes.Compare) -> nodes.Compare:
        """Count the texts that are compared or looked through."""
        self.generic_visit(node)
        node.expr = _applied("_compared", node.expr)
        for operand in node.ops:
            kind = "_searched" if operand.op in ("in", "notin") else "_compared"
            operand.expr = _applied(kind, operand.expr)
        return node


def _applied(name: str, value: nodes.Node, *arguments: nodes.Expr) -> nodes.Filter:
    return nodes.Filter(value, name, list(arguments), [], None, None, lineno=value.lineno)
