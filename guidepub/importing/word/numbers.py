"""Computes the numbers that Word prints before the paragraphs of its lists.

Word counts by the list's definition (ECMA-376 Part 1, 17.9): paragraphs that share one continue
counting whatever is between them, unless a list restarts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from guidepub.importing.word.styles import Styles
from guidepub.importing.word.xml import child, children, integer, value

_LEVELS = 9
_UNNUMBERED = frozenset({"bullet", "none"})
# Punctuation around a number that is the same in Markdown, or nearly so.
_PLAIN = re.compile(r"\(?%\d[.):]?")
_LETTERS = {"lowerLetter": "a", "upperLetter": "A", "lowerRoman": "i", "upperRoman": "I"}


@dataclass(frozen=True, slots=True)
class ListNumber:
    """The number before a paragraph, and its style (`1`, `a`, `A`, `i`, `I`)."""

    count: int
    form: str


@dataclass(slots=True)
class _Level:
    start: int = 1
    form: str = "decimal"
    style: str = ""
    text: str = ""


@dataclass(slots=True)
class _List:
    """One use of a definition: which one, and where it restarts."""

    definition: str
    starts: dict[int, int] = field(default_factory=dict)
    begun: set[int] = field(default_factory=set)


class Numbering:
    """Counts the paragraphs of a text in order.

    `lost` has the text around numbers that Markdown cannot print, such as `Step %1:`.
    """

    def __init__(self, tree: etree._Element | None, styles: Styles) -> None:
        self._styles = styles
        self._levels: dict[str, dict[int, _Level]] = {}
        self._lists: dict[str, _List] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._by_style: dict[str, tuple[str, int]] = {}
        self.lost: dict[str, None] = {}
        if tree is not None:
            self._read(tree)

    def _read(self, tree: etree._Element) -> None:
        for definition in children(tree, "abstractNum"):
            name = value(definition, "abstractNumId")
            self._levels[name] = dict(_levels(definition))
        for used in children(tree, "num"):
            name = value(child(used, "abstractNumId"), "val")
            made = self._lists[value(used, "numId")] = _List(name)
            for change in children(used, "lvlOverride"):
                level = integer(value(change, "ilvl"), 0)
                start = value(child(change, "startOverride"), "val")
                if start:
                    made.starts[level] = integer(start, 1)
        for number, made in self._lists.items():
            for level, described in self._levels.get(made.definition, {}).items():
                if described.style:
                    self._by_style.setdefault(described.style, (number, level))

    def number(self, paragraph: etree._Element) -> ListNumber | None:
        """Return the number that Word prints before the next paragraph, or None."""
        number, depth = self._place(paragraph)
        made = self._lists.get(number)
        if made is None or not 0 <= depth < _LEVELS:
            return None
        level = self._levels.get(made.definition, {}).get(depth)
        if level is None:
            return None
        counts = self._counts.setdefault(made.definition, [None] * _LEVELS)
        before = counts[depth]
        if depth in made.starts and depth not in made.begun:
            counts[depth] = made.starts[depth]
        else:
            counts[depth] = level.start if before is None else before + 1
        made.begun.add(depth)
        counts[depth + 1 :] = [None] * (_LEVELS - depth - 1)
        count = counts[depth]
        if level.form in _UNNUMBERED or count is None:
            return None
        if level.text and not _PLAIN.fullmatch(level.text):
            self.lost[level.text] = None
        return ListNumber(count, _LETTERS.get(level.form, "1"))

    def _place(self, paragraph: etree._Element) -> tuple[str, int]:
        """Return the list that a paragraph belongs to, and its level."""
        properties = child(child(paragraph, "pPr"), "numPr")
        style = value(child(child(paragraph, "pPr"), "pStyle"), "val")
        number = value(child(properties, "numId"), "val")
        depth = value(child(properties, "ilvl"), "val")
        for own in (properties, *self._styles.list_properties(style)):
            number = number or value(child(own, "numId"), "val")
            depth = depth or value(child(own, "ilvl"), "val")
        if style in self._by_style and not value(child(properties, "numId"), "val"):
            linked, level = self._by_style[style]
            return number or linked, level
        return number, integer(depth, 0)


def _levels(definition: etree._Element) -> Iterator[tuple[int, _Level]]:
    for level in children(definition, "lvl"):
        yield (
            integer(value(level, "ilvl"), 0),
            _Level(
                integer(value(child(level, "start"), "val"), 0),
                value(child(level, "numFmt"), "val") or "decimal",
                value(child(level, "pStyle"), "val"),
                value(child(level, "lvlText"), "val").strip(),
            ),
        )
