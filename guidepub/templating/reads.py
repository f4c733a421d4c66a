"""Tracks what printed values were read from, by expressions added to a template before compiling.

After each value, and next to each name that a template sets, an expression is added which gives
the fields and lists that the value was made of. It asks the same mappings as the value does, and
chooses as it does; what only a condition asks for is not read.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextvars import ContextVar
from types import MappingProxyType
from typing import Any, NamedTuple

from jinja2 import nodes
from jinja2.visitor import NodeTransformer

from guidepub.templating.operations import applied

# No name of a template begins with a figure.
_BESIDE = "0"
_ARITHMETIC = (nodes.Add, nodes.Sub, nodes.Neg)
_JOINING = (nodes.Concat, nodes.List, nodes.Tuple)


class Read(NamedTuple):
    """A field of one mapping or of several, in their order.

    An empty `field` stands for the number of the mappings. They, and a list of them, are the very
    objects that the template was given. `is_worked_out` says that the value is a sum or difference.
    """

    rows: Sequence[Mapping[str, object]]
    field: str
    is_worked_out: bool = False


Reads = tuple[Read, ...]

_READS: ContextVar[list[tuple[object, Reads]]] = ContextVar("_READS")


def noting(run: Callable[[], str]) -> tuple[str, list[tuple[object, Reads]]]:
    """Run a template; return its text, and each value that it printed with what it was read from."""
    noted: list[tuple[object, Reads]] = []
    before = _READS.set(noted)
    try:
        return run(), noted
    finally:
        _READS.reset(before)


def with_reads(tree: nodes.Template) -> nodes.Template:
    """Return a template's tree, changed so that it notes what its values are read from."""
    _Noting().visit(tree)
    return tree


class _Noting(NodeTransformer):
    """One method a kind of node, as Jinja finds them by name."""

    # ruff: noqa: N802

    def visit_Output(self, node: nodes.Output) -> nodes.Output:
        node.nodes = [
            part
            if isinstance(part, nodes.TemplateData)
            else _filter("_read", part, _reads(part) or _list())
            for part in node.nodes
        ]
        return node

    def visit_Assign(self, node: nodes.Assign) -> list[nodes.Node]:
        reads = _reads(node.node) or _list()
        return [*_beside(node.target, reads), node]

    def visit_For(self, node: nodes.For) -> list[nodes.Node]:
        reads = _reads(node.iter) or _list()
        self.generic_visit(node)
        return [*_beside(node.target, reads), node]


def _beside(target: nodes.Node, reads: nodes.Expr) -> list[nodes.Node]:
    """Return the nodes that set the names of reads along with the names that are set."""
    names = [target] if isinstance(target, nodes.Name) else list(target.find_all(nodes.Name))
    return [
        nodes.Assign(nodes.Name(_BESIDE + name.name, "store"), reads, lineno=target.lineno)
        for name in names
    ]


def _reads(node: Any) -> nodes.Expr | None:
    """Return an expression that gives what another is read from, or None where that is nothing."""
    if isinstance(node, nodes.Name):
        return _filter("_all", nodes.Name(_BESIDE + node.name, "load"), node)
    if isinstance(node, (nodes.Getattr, nodes.Getitem)):
        return _field_reads(node)
    if isinstance(node, nodes.Filter):
        return _filter_reads(node)
    if isinstance(node, (nodes.CondExpr, nodes.And, nodes.Or)):
        return _choice_reads(node)
    if isinstance(node, (*_ARITHMETIC, *_JOINING)):
        parts = _joined(list(node.iter_child_nodes()))
        return _filter("_worked_out", parts) if parts and isinstance(node, _ARITHMETIC) else parts
    return None


def _choice_reads(node: nodes.CondExpr | nodes.And | nodes.Or) -> nodes.Expr:
    """Return an expression that chooses as another does."""
    if isinstance(node, nodes.CondExpr):
        test, first, second = node.test, node.expr1, node.expr2
    elif isinstance(node, nodes.And):
        test, first, second = node.left, node.right, node.left
    else:
        test, first, second = node.left, node.left, node.right
    chosen = _reads(first) or _list(), _reads(second) or _list()
    return nodes.CondExpr(test, *chosen, lineno=node.lineno)


def _field_reads(node: nodes.Getattr | nodes.Getitem) -> nodes.Expr | None:
    field = nodes.Const(node.attr) if isinstance(node, nodes.Getattr) else node.arg
    if isinstance(field, nodes.Const) and isinstance(field.value, str):
        return _filter("_field", node.node, field)
    return _reads(node.node)


def _filter_reads(node: nodes.Filter) -> nodes.Expr | None:
    if node.name == "column" and node.node is not None and node.args:
        return _filter("_field", node.node, node.args[0])
    if node.name == "length" and node.node is not None:
        return _filter("_all", _reads(node.node) or _list(), node.node)
    if node.name == "default" and node.node is not None and node.args:
        is_given = nodes.Test(node.node, "given", [], [], None, None, lineno=node.lineno)
        return _choice_reads(nodes.CondExpr(is_given, node.node, node.args[0], lineno=node.lineno))
    if node.name == "plural":
        # It prints words of the template, by a number.
        return _joined(node.args)
    return _joined([node.node, *node.args])


def _joined(parts: list[Any]) -> nodes.Expr | None:
    known = [found for part in parts if (found := _reads(part)) is not None]
    return _filter("_together", *known) if known else None


def _list() -> nodes.List:
    return nodes.List([])


def _filter(name: str, value: nodes.Expr, *arguments: nodes.Expr) -> nodes.Filter:
    return nodes.Filter(value, name, list(arguments), [], None, None, lineno=value.lineno)


def _field(value: object, name: object) -> Reads:
    if isinstance(value, dict):
        value = [value]
    if not isinstance(value, list) or not all(_has(row, name) for row in value):
        return ()
    return (Read(value, str(name)),)


def _has(row: object, name: object) -> bool:
    return isinstance(row, dict) and name in row


def _all(beside: object, value: object) -> Reads:
    """Return the reads that a name was set from, or that it is a list of rows itself."""
    if isinstance(value, list) and all(isinstance(row, dict) for row in value):
        return (*_together(beside), Read(value, ""))
    return _together(beside)


def _together(*parts: object) -> Reads:
    found = (read for part in parts if isinstance(part, (list, tuple)) for read in part)
    return tuple(read for read in found if isinstance(read, Read))


def _worked_out(reads: object) -> Reads:
    return tuple(read._replace(is_worked_out=True) for read in _together(reads))


def _read(value: object, reads: object) -> object:
    noted = _READS.get(None)
    if noted is not None:
        noted.append((value, _together(reads)))
    return value


READING: Mapping[str, Callable[..., object]] = MappingProxyType(
    {
        "_all": applied(_all),
        "_field": applied(_field),
        "_read": applied(_read),
        "_together": applied(_together),
        "_worked_out": applied(_worked_out),
    }
)
"""What is put into a template before it is compiled; no template can name it."""
