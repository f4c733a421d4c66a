"""Writes a page's lists, including nested ones, as Markdown.

Each item has the number that the page prints before it (HTML Living Standard, 4.4.5 and 4.4.8:
`start`, `value`, `reversed`). Markdown counts by itself, so where a page's numbers jump, another
list begins, which has the other delimiter after its numbers (CommonMark 0.31, 5.3).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from lxml.html import HtmlElement

from guidepub.importing.originals.escaping import LONGEST, escaped, escaped_line, pieces

LISTS = ("ul", "ol", "menu", "dir")

BULLETS = "•·▪▫◦‣●○■□◆◇❖➢➤►▶✓✔⁃∙\uf000-\uf0ff"
"""The bullets of typed lists, for a character class of a regular expression.

Characters of the fonts Symbol and Wingdings are private characters (ECMA-376 Part 1, 17.3.3.30).
"""

LOSS_ALONE = r"[-–][ \t\u00a0]+\d[\d.,]*\s?(?:%|percent|per cent|Prozent|por ciento|por cento|pour cent)\.?\s*$"
"""A line that is a negative percentage, “- 5 percent”, and not a list item."""

# The most levels of nested lists. Guides allow twenty levels, and each list takes two.
_DEEPEST = 8
# Inline elements, which continue the words before them.
_WITHIN_LINES = frozenset(
    "a abbr b big br cite code del em font i ins kbd mark q s small span strong sub sup u".split()
)
_INTEGER = re.compile(r"\s*([-+]?\d{1,12})\s*")
# The largest number that a Markdown list can begin with (CommonMark 0.31, 5.2).
_HIGHEST = 999_999_999
_SIGNS = {".": ")", ")": "."}
_NUMBERED = re.compile(r"(\d{1,9})([.)])(?= )")

Item = Callable[[HtmlElement], tuple[str, str]]
"""Returns the words and the Markdown of one item without the lists inside it."""
LeftOut = Callable[[HtmlElement], bool]
"""Returns whether an element is not part of the text."""


class Marks:
    """The markers of a list's items, in order: `-`, or `3.` and so on."""

    def __init__(self, ordered: bool, first: int = 1, step: int = 1) -> None:
        self._ordered, self._next, self._step = ordered, first, step
        # The number that Markdown would give the next item, after the first.
        self._counted: int | None = None
        self._sign = "."

    def mark(self, value: int | None = None) -> str:
        """Return the marker of the next item; `value` is its own number if it has one."""
        if not self._ordered:
            return "-"
        number = min(max(self._next if value is None else value, 0), _HIGHEST)
        if self._counted not in (None, number):
            self._sign = _SIGNS[self._sign]
        self._counted, self._next = number + 1, number + self._step
        return f"{number}{self._sign}"


def list_markdown(
    element: HtmlElement, item: Item, left_out: LeftOut, depth: int = 0
) -> tuple[str, str]:
    """Return the words and the Markdown of a list."""
    words: list[str] = []
    lines: list[str] = []
    _keep_loose_text(element)
    marks, mark = _marks_of(element), "-"
    for child in element:
        if not isinstance(child.tag, str) or left_out(child):
            continue
        if child.tag in LISTS:
            _inner(child, item, left_out, depth, words, lines, " " * (len(mark) + 1))
            continue
        parts = [part for part in map(item, paragraphs_of(child, left_out)) if any(part)]
        text = " ".join(plain for plain, _ in parts)
        mark = marks.mark(_integer(child.get("value")))
        inner = [nested for nested in child if nested.tag in LISTS]
        if parts:
            words.append(text)
            lines += _item_of_paragraphs(mark, parts)
        for nested in inner:
            _inner(
                nested, item, left_out, depth, words, lines, " " * (len(mark) + 1) if text else ""
            )
    return " ".join(word for word in words if word), "\n".join(lines)


def _keep_loose_text(element: HtmlElement) -> None:
    """Turn words that are directly in a list, and not in an item, into items.

    Consecutive words become one item, with their formatting.
    """
    loose: HtmlElement | None = None
    if words := (element.text or "").strip():
        element.text = None
        loose = _item_of(words, element)
        element.insert(0, loose)
    for child in [part for part in element if part is not loose]:
        tail, child.tail = child.tail or "", None
        if loose is not None and child.tag in _WITHIN_LINES:
            loose.append(child)
            child.tail = tail
            continue
        loose = None
        if words := tail.strip():
            loose = _item_of(words, child)
            child.addnext(loose)


def _item_of(words: str, beside: HtmlElement) -> HtmlElement:
    item: HtmlElement = beside.makeelement("li", {})
    item.text, item.sourceline = f"{words} ", beside.sourceline
    return item


def paragraphs_of(element: HtmlElement, left_out: LeftOut) -> list[HtmlElement]:
    """Return an item's paragraphs if it has nothing else except lists, or else the item itself."""
    parts = [part for part in element if isinstance(part.tag, str) and not left_out(part)]
    loose = [element.text, *(part.tail for part in element)]
    found = [part for part in parts if part.tag == "p"]
    are_all = len(found) + sum(part.tag in LISTS for part in parts) == len(parts)
    is_plain = not any(text and text.strip() for text in loose)
    return found if found and are_all and is_plain else [element]


def _item_of_paragraphs(mark: str, parts: Sequence[tuple[str, str]]) -> list[str]:
    """Return the lines of an item, given the words and the Markdown of each of its paragraphs."""
    (text, markdown), *others = parts
    lines, indent = item_lines(mark, markdown, text), " " * (len(mark) + 1)
    for words, below in others:
        lines += ["", *(line and indent + line[2:] for line in item_lines("-", below, words))]
    return lines


def item_lines(mark: str, markdown: str, text: str) -> list[str]:
    """Return the lines of an item; a text that is too long for a paragraph is split."""
    if len(text) <= LONGEST:
        return [f"{mark} {markdown}"]
    first, *rest = [escaped_line(escaped(piece)) for piece in pieces(text)]
    indent = " " * (len(mark) + 1)
    return [f"{mark} {first}", *(line for piece in rest for line in ("", f"{indent}{piece}"))]


def separated_list(above: str, below: str) -> str:
    """Return a list's Markdown, changed if it would otherwise continue the list right above it."""
    last = [line for line in above.split("\n") if line[:1].strip()][-1:]
    before, after = _NUMBERED.match("".join(last)), _NUMBERED.match(below)
    if before is None or after is None or before[2] != after[2]:
        return below
    return "\n".join(
        _NUMBERED.sub(lambda m: f"{m[1]}{_SIGNS[m[2]]}", line, count=1)
        if _NUMBERED.match(line)
        else line
        for line in below.split("\n")
    )


def _marks_of(element: HtmlElement) -> Marks:
    if element.tag != "ol":
        return Marks(ordered=False)
    first = _integer(element.get("start"))
    if element.get("reversed") is None:
        return Marks(True, 1 if first is None else first)
    count = sum(1 for child in element if child.tag == "li")
    return Marks(True, count if first is None else first, -1)


def _integer(text: str | None) -> int | None:
    match = _INTEGER.fullmatch(text or "")
    return int(match[1]) if match else None


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
        lines += [f"{indent if lines and line else ''}{line}" for line in markdown.split("\n")]
