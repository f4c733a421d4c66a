"""The addresses of files in a stylesheet, with their places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import tinycss2
from tinycss2.ast import Node


class Address(NamedTuple):
    """An address in a stylesheet.

    Attributes:
        line: the line, from 1.
        column: the column, from 1.
        text: the address as it is meant, such as `fonts/serif.ttf`.
        use: `font` in an `@font-face`, `sheet` in an `@import`, or `other`.
    """

    line: int
    column: int
    text: str
    use: str


def addresses(css: str) -> Iterator[Address]:
    """Yield the addresses in a stylesheet, wherever they are in it."""
    waiting: list[tuple[Sequence[Node], str]] = [
        (tinycss2.parse_component_value_list(css, skip_comments=True), "other")
    ]
    while waiting:
        tokens, outer = waiting.pop()
        use = outer
        for token in tokens:
            if token.type == "at-keyword":
                use = {"font-face": "font", "import": "sheet"}.get(token.lower_value, outer)
            elif token.type == "literal" and token.value == ";":
                use = outer
            elif (text := address_of(token, use)) is not None:
                yield Address(token.source_line, token.source_column, text, use)
            elif token.type in ("{} block", "() block", "[] block"):
                waiting.append((token.content, use))
                use = outer if token.type == "{} block" else use
            elif token.type == "function":
                waiting.append((token.arguments, use))


def address_of(token: Node, use: str) -> str | None:
    """Return the address that a token is, or None; `use` is as in `Address`."""
    if token.type == "url":
        return str(token.value)
    if token.type == "function" and token.lower_name in ("url", "src"):
        return "".join(part.value for part in token.arguments if part.type == "string")
    if token.type == "string" and use == "sheet":
        return str(token.value)
    return None
