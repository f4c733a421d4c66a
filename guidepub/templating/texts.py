"""Templates of plain texts: one that makes prose, line by line, and one that makes a value.

What prose prints says where it comes from: a mark is before each part of the template's own
text and before each value. Marks are control characters, which no text of a template holds. What
values are read from is recorded separately (`reads`).
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from contextvars import ContextVar
from decimal import Decimal
from typing import NamedTuple

from jinja2 import Template, nodes

from guidepub.templating.language import Dialect
from guidepub.templating.operations import UseError, applied, is_printable, printed
from guidepub.templating.reads import READING, Reads, noting, with_reads
from guidepub.templating.sandbox import FAULTS, Sandbox, compiled, line_of, parsed, run

_TAG = re.compile(r"\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_OPENING = re.compile(r"\{[{%]")
_SPACES = re.compile(r"[ \t\r\n\f\v]+")
_SPLITTING = {"keep_trailing_newline": True}
_NAME = "a template"
_KEPT: ContextVar[list[object]] = ContextVar("_KEPT")


class FillError(Exception):
    """A template cannot be filled: on which of its lines, or 0, and why."""

    def __init__(self, line: int, reason: str) -> None:
        self.line, self.reason = line, reason
        super().__init__(reason)


class FilledPart(NamedTuple):
    """A part of what a template of prose makes, and where in the template it is from.

    Its column is counted from 1; that of a value is not known, and is 0. `reads` are what a value
    was made of.
    """

    text: str
    line: int
    column: int
    is_value: bool
    reads: Reads = ()


class Noted(NamedTuple):
    """A value that a template printed, and what it was read from."""

    words: str
    reads: Reads


class _Compiled:
    """A template that is read at once, and compiled when it is first run."""

    def __init__(self, tree: nodes.Template, dialect: Dialect) -> None:
        self._tree, self._dialect = tree, dialect

    @functools.cached_property
    def _template(self) -> Template:
        return compiled(_sandbox(self._dialect), self._tree, _NAME, _NAME)

    def run(self, given: Mapping[str, object]) -> str:
        """Return the text, in prose with its marks, and with a single value kept aside."""
        return run(self._template, given)


class ProseTemplate(_Compiled):
    """A template of lines. `tag_lines` are the numbers of its lines that hold tags."""

    def __init__(self, text: str, dialect: Dialect) -> None:
        """Read a text.

        Raises:
            TemplateFaults: it is broken, or goes beyond the dialect.
        """
        tree = with_reads(parsed(text, dialect, _SPLITTING))
        super().__init__(_marked(tree, text.split("\n")), dialect)
        self.tag_lines = frozenset(_tag_lines(text))
        self._columns = dict(_sole_columns(text))

    def fill(self, given: Mapping[str, object]) -> Iterator[list[FilledPart]]:
        """Yield the parts of each line that comes out of plain values.

        Raises:
            FillError: a value is missing, or does not fit its use.
        """
        yield from _parted(*_filled(self, given))

    def column(self, line: int) -> int:
        """Return the column, from 1, of the tag or value of a line, or 0 unless it has just one."""
        return self._columns.get(line, 0)


class ValueTemplate(_Compiled):
    """A template of one text, or of one value where it is a single expression.

    `fields` are the names of all fields that it may look up.
    """

    def __init__(self, text: str, dialect: Dialect) -> None:
        """Read a text.

        Raises:
            TemplateFaults: it is broken, or goes beyond the dialect.
        """
        tree = parsed(text, dialect, _SPLITTING)
        self.fields = frozenset(_fields(tree))
        self._single = _keep_single(tree)
        super().__init__(with_reads(tree), dialect)

    def fill(self, given: Mapping[str, object]) -> object:
        """Return the text or the value that comes out of plain values.

        Raises:
            FillError: a value is missing, or does not fit its use.
        """
        return self.fill_noting(given)[0]

    def fill_noting(self, given: Mapping[str, object]) -> tuple[object, tuple[Noted, ...]]:
        """Return the same, and the values in it with what they were read from.

        Raises:
            FillError: as for `fill`.
        """
        kept: list[object] = []
        before = _KEPT.set(kept)
        try:
            text, noted = _filled(self, given)
        finally:
            _KEPT.reset(before)
        if self._single is not None:
            # The template itself prints nothing: its value is kept aside.
            noted = [(kept[0], reads) for _, reads in noted]
        values = tuple(Noted(_printable(value), reads) for value, reads in noted if reads)
        return (text if self._single is None else kept[0]), values


def _filled(
    template: _Compiled, given: Mapping[str, object]
) -> tuple[str, list[tuple[object, Reads]]]:
    try:
        return noting(lambda: template.run(given))
    except FAULTS as error:
        found = line_of(error, lambda path: path == _NAME)
        raise FillError(found[1] if found else 0, str(error).rstrip(".")) from error


def _sandbox(dialect: Dialect) -> Sandbox:
    made = Sandbox(dialect, _written, autoescape=False, splitting=_SPLITTING)
    made.filters |= {**READING, "_kept": applied(_keep)}
    return made


def _written(value: object) -> str:
    """Return a value as it is printed: on one line, a number in digits."""
    known = printed(value)
    text = f"{known:f}" if isinstance(known, Decimal) else str(known)
    return _SPACES.sub(" ", text)


def _printable(value: object) -> str:
    """Return a value as it is printed, of a list all that can be; nothing for other values."""
    if isinstance(value, list):
        return ", ".join(filter(None, map(_printable, value)))
    return _written(value) if is_printable(value) else ""


def _keep(value: object) -> str:
    if not isinstance(value, (list, bool)):
        value = printed(value)
    if isinstance(value, dict):
        raise UseError("a row is not a value")
    _KEPT.get().append(value)
    return ""


def _keep_single(tree: nodes.Template) -> nodes.Expr | None:
    """Let the value of a template that is a single expression be kept, and return that."""
    body = tree.body
    if len(body) != 1 or not isinstance(body[0], nodes.Output) or len(body[0].nodes) != 1:
        return None
    value = body[0].nodes[0]
    if isinstance(value, nodes.TemplateData):
        return None
    body[0].nodes = [nodes.Filter(value, "_kept", [], [], None, None, lineno=value.lineno)]
    return value


def _fields(tree: nodes.Template) -> Iterator[str]:
    """Yield the names by which a template may look up fields: those of fields, and all texts."""
    yield from (node.attr for node in tree.find_all(nodes.Getattr))
    yield from (node.value for node in tree.find_all(nodes.Const) if isinstance(node.value, str))


def _sole_columns(text: str) -> Iterator[tuple[int, int]]:
    """Yield the lines that have one tag or value, with the column at which it begins."""
    for number, line in enumerate(text.split("\n"), 1):
        if len(found := list(_OPENING.finditer(line))) == 1:
            yield number, found[0].start() + 1


def _tag_lines(text: str) -> Iterator[int]:
    for match in _TAG.finditer(text):
        first = text.count("\n", 0, match.start()) + 1
        yield from range(first, first + match[0].count("\n") + 1)


def _marked(tree: nodes.Template, lines: list[str]) -> nodes.Template:
    """Put marks before each part of a template's text, at each line's beginning, and before values."""
    # How far each line of the template has been matched.
    found: dict[int, int] = {}
    for output in tree.find_all(nodes.Output):
        marked: list[nodes.Expr] = []
        for node in output.nodes:
            if isinstance(node, nodes.TemplateData):
                node.data = "\n".join(_pieces(node, lines, found))
            else:
                mark = f"\x0e{node.lineno}\x03"
                marked.append(nodes.TemplateData(mark, lineno=node.lineno))
            marked.append(node)
        output.nodes = marked
    return tree


def _pieces(node: nodes.TemplateData, lines: list[str], found: dict[int, int]) -> Iterator[str]:
    for number, piece in enumerate(node.data.split("\n")):
        line = node.lineno + number
        column = lines[line - 1].find(piece, found.get(line, 0)) if line <= len(lines) else 0
        found[line] = max(column, 0) + len(piece)
        yield f"\x02{line}:{max(column, 0) + 1}\x03{piece}"


_PART = re.compile(r"([\x02\x0e])([0-9]+)(?::([0-9]+))?\x03([^\x02\x0e\n]*)|(\n)")


def _parted(marked: str, noted: list[tuple[object, Reads]]) -> Iterator[list[FilledPart]]:
    parts: list[FilledPart] = []
    # Values are printed in the order in which they are noted.
    reads = (reads for _, reads in noted)
    for match in _PART.finditer(marked):
        if match[5]:
            yield parts
            parts = []
            continue
        is_value = match[1] == "\x0e"
        read = next(reads, ()) if is_value else ()
        parts.append(FilledPart(match[4], int(match[2]), int(match[3] or 0), is_value, read))
    yield parts
