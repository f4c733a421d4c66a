"""Stylesheets that would take the page maker for ever, or deeper than it can go."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from tinycss2.ast import Node

from guidepub.themes.stylesheets.tokens import tokens_of

_DEEPEST = 16
_LONGEST_SELECTOR = 200
_MOST_TOKENS = 10_000

_BLOCKS = ("{} block", "() block", "[] block")


class Overgrowth(NamedTuple):
    """Something in a stylesheet that is too deep or too long: its place, and what it is."""

    line: int
    column: int
    message: str


class _Value(NamedTuple):
    """A value of a custom property: its place, its size, and the properties that it is made of."""

    line: int
    column: int
    size: int
    names: tuple[str, ...]


def overgrowths(css: str) -> Iterator[Overgrowth]:
    """Yield the parts of a stylesheet that are too deep or too long.

    Brackets lie in each other at most 16 deep, a selector has at most 200 parts, and a custom
    property has at most 10,000 when those that it is made of are put in.
    """
    values: dict[str, list[_Value]] = {}
    waiting: list[tuple[Sequence[Node], int]] = [(tokens_of(css), 1)]
    while waiting:
        tokens, depth = waiting.pop()
        yield from _long_selectors(tokens)
        for name, value in _custom_properties(tokens):
            values.setdefault(name, []).append(value)
        for token in tokens:
            inner = _inside(token)
            if inner and depth > _DEEPEST:
                message = f"Brackets are nested more than {_DEEPEST} deep."
                yield Overgrowth(token.source_line, token.source_column, message)
            elif inner:
                waiting.append((inner, depth + 1))
    yield from _swelling(values)


def _inside(token: Node) -> Sequence[Node]:
    """Return the tokens in the brackets of a token, if it has any."""
    if token.type in _BLOCKS:
        content: Sequence[Node] = token.content
        return content
    return token.arguments if token.type == "function" else ()


def _long_selectors(tokens: Sequence[Node]) -> Iterator[Overgrowth]:
    parts = 0
    for token in tokens:
        if token.type == "{} block" or (token.type == "literal" and token.value in (",", ";")):
            parts = 0
        elif token.type != "whitespace":
            parts += 1
            if parts == _LONGEST_SELECTOR + 1:
                message = f"A selector or a value has over {_LONGEST_SELECTOR} parts."
                yield Overgrowth(token.source_line, token.source_column, message)


def _custom_properties(tokens: Sequence[Node]) -> Iterator[tuple[str, _Value]]:
    """Yield the custom properties that are given a value among some tokens."""
    part: list[Node] = []
    for token in (*tokens, None):
        if token is not None and token != ";":  # noqa: S105 - a token of CSS
            part.append(token)
            continue
        part = [each for each in part if each.type != "whitespace"]
        if len(part) > 1 and part[0].type == "ident" and part[0].value.startswith("--"):
            name, colon, *value = part
            if colon == ":":
                names = tuple(_names(value))
                place = name.source_line, name.source_column
                yield name.value, _Value(*place, _size(value), names)
        part = []


def _names(tokens: Sequence[Node]) -> Iterator[str]:
    """Yield the custom properties that a value is made of, each as often as it occurs."""
    waiting = list(tokens)
    while waiting:
        token = waiting.pop()
        inner = _inside(token)
        if token.type == "function" and token.lower_name == "var":
            yield from (part.value for part in inner if part.type == "ident")
        waiting += inner


def _size(tokens: Sequence[Node]) -> int:
    count, waiting = 0, list(tokens)
    while waiting:
        count += 1
        waiting += _inside(waiting.pop())
    return count


def _swelling(values: Mapping[str, list[_Value]]) -> Iterator[Overgrowth]:
    """Yield the custom properties that swell when those that they are made of are put in."""
    sizes: dict[str, int] = {}
    for start in values:
        waiting, begun = [start], set[str]()
        while waiting:
            name = waiting[-1]
            lacking = [n for n in _made_of(values[name]) if n in values and n not in sizes]
            # Properties that refer to each other in a circle have no value at all.
            if name not in begun and (ahead := [n for n in lacking if n not in begun]):
                begun.add(name)
                waiting += ahead
                continue
            waiting.pop()
            if name in sizes:
                continue
            largest, value = max((_full_size(value, sizes), value) for value in values[name])
            sizes[name] = min(largest, _MOST_TOKENS + 1)
            if largest > _MOST_TOKENS:
                message = (
                    f"The custom property “{name}” has over {_MOST_TOKENS:,} parts when it is used."
                )
                yield Overgrowth(value.line, value.column, message)
                return


def _made_of(values: Sequence[_Value]) -> set[str]:
    return {name for value in values for name in value.names}


def _full_size(value: _Value, sizes: Mapping[str, int]) -> int:
    return value.size + sum(sizes.get(name, 0) for name in value.names)
