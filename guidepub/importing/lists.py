"""A page's lists, with those inside them, as Markdown."""

from __future__ import annotations

from collections.abc import Callable

from lxml.html import HtmlElement

from guidepub.importing.escaping import LONGEST, escaped, escaped_line, pieces

# How deep lists stand in each other; guides allow twenty levels, of which a list takes two.
_DEEPEST = 8
_LISTS = ("ul", "ol", "menu", "dir")

Item = Callable[[HtmlElement], tuple[str, str]]
"""Returns the words and the Markdown of one item, lists inside it left out."""
LeftOut = Callable[[HtmlElement], bool]
"""Tells whether an element is no part of the text."""


def list_markdown(
    element: HtmlElement, item: Item, left_out: LeftOut, depth: int = 0
) -> tuple[str, str]:
    """Return the words and the Markdown of a list."""
    words: list[str] = []
    lines: list[str] = []
    for child in element:
        if not isinstance(child.tag, str) or left_out(child):
            continue
        if child.tag in _LISTS:
            _inner(child, item, left_out, depth, words, lines, "  ")
            continue
        text, markdown = item(child)
        mark = (
            f"{sum(1 for line in lines if line[:1].isdigit()) + 1}." if element.tag == "ol" else "-"
        )
        inner = [nested for nested in child if nested.tag in _LISTS]
        if len(text) > LONGEST:
            words.append(text)
            lines += [f"{mark} {escaped_line(escaped(piece))}" for piece in pieces(text)]
        elif text or markdown:
            words.append(text)
            lines.append(f"{mark} {markdown}")
        for nested in inner:
            _inner(
                nested, item, left_out, depth, words, lines, " " * (len(mark) + 1) if text else ""
            )
    return " ".join(word for word in words if word), "\n".join(lines)


def _inner(
    element: HtmlElement,
    item: Item,
    left_out: LeftOut,
    depth: int,
    words: list[str],
    lines: list[str],
    indent: str,
) -> None:
    if depth >= _DEEPEST:
        text, markdown = item(element)
        if text:
            words.append(text)
            lines.append(f"- {markdown}")
        return
    text, markdown = list_markdown(element, item, left_out, depth + 1)
    if text:
        words.append(text)
        lines += [f"{indent if lines else ''}{line}" for line in markdown.split("\n")]
