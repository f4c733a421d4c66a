"""The lines that a guide's template makes, each with where in the template its parts stand.

Values become Markdown that prints them as they are. What a template leaves out leaves nothing
after: no empty line, no doubled space, no heading without a text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from guidepub.loading.templated.filters import OMITTED
from guidepub.markdown.escaping import escaped, escaped_line
from guidepub.templating.texts import FilledPart, FillError, Noted

_FENCE = re.compile(r" {0,3}(?:[-*+] +|[0-9]+[.)] +)?(`{3,}|~{3,}|:{3,})(.*)")
_OPTION = re.compile(r"\s*:[a-z-]+:(?:\s|$)")
_HEADING = re.compile(r" {0,3}(#{1,6})(?:\s|$)")
_ITEM = re.compile(r"\s*(?:[-*+]|[0-9]{1,9}[.)])\s")
_CLOSING = (".", ",", ";", ":", "!", "?", ")")


class Spot(NamedTuple):
    """From which column of a made line on it is of a line and a column of the template."""

    begin: int
    line: int
    column: int
    is_value: bool


@dataclass(frozen=True, slots=True)
class MadeLine:
    """A line that a template makes, what of the template each part of it is, and its values."""

    text: str
    spots: tuple[Spot, ...]
    values: tuple[Noted, ...] = ()

    def place(self, column: int) -> tuple[int, int]:
        """Return the line and column in the template from which a column of this line comes."""
        index = max(bisect_right(self.spots, column, key=lambda spot: spot.begin) - 1, 0)
        spot = self.spots[index]
        return spot.line, spot.column + (0 if spot.is_value else max(column - spot.begin, 0))

    def from_column(self, column: int) -> MadeLine:
        """Return the rest of the line after its first columns."""
        # A spot that begins before the column still covers what it makes from there on.
        kept = [
            Spot(
                max(spot.begin - column, 1),
                spot.line,
                spot.column + max(column - spot.begin + 1, 0) * (not spot.is_value),
                spot.is_value,
            )
            for spot in self.spots
        ]
        return MadeLine(self.text[column:], tuple(kept))


def made_lines(lines: Iterable[list[FilledPart]], tag_lines: frozenset[int]) -> list[MadeLine]:
    """Return the lines that a template makes, without those that only its tags leave empty.

    `tag_lines` are the template's lines that hold tags. What stands with a value that is left
    out goes with it, and so does a heading under which nothing is left.

    Raises:
        FillError: a heading holds a value that is left out.
    """
    joined = [
        _joined(parts, is_prose)
        for parts, is_prose in _in_context(lines)
        if _text(parts).strip() or not tag_lines.intersection(part.line for part in parts)
    ]
    return _without_bare_headings(_without_omitted(joined))


def _text(parts: Sequence[FilledPart]) -> str:
    return "".join(part.text for part in parts)


def _in_context(lines: Iterable[list[FilledPart]]) -> Iterator[tuple[list[FilledPart], bool]]:
    """Yield each line, and whether it is prose: neither code nor an option of a directive."""
    fences: list[str] = []
    for parts in lines:
        text = _text(parts)
        fence = _FENCE.match(text)
        code = bool(fences) and fences[-1][0] in "`~"
        if fence is None:
            yield parts, not (code or _OPTION.match(text))
        elif fences and fence[1].startswith(fences[-1]) and not fence[2].strip():
            fences.pop()
            yield parts, False
        else:
            if not code:
                fences.append(fence[1])
            yield parts, not code and fence[1][0] == ":"


def _joined(parts: Sequence[FilledPart], is_prose: bool) -> MadeLine:
    """Join the parts of a line; where one was left out between two others, one space stays."""
    text = ""
    spots: list[Spot] = []
    column = 1
    for part in parts:
        words = part.text
        if part.is_value:
            spots.append(Spot(len(text) + 1, part.line, column, is_value=True))
            text += _as_prose(words, text) if is_prose else words
            continue
        column = part.column + len(words)
        if spots and (not text or text.endswith(" ")):
            words = words.lstrip(" ")
            if words.startswith(_CLOSING):
                text = text.rstrip(" ")
        begin = part.column + len(part.text) - len(words)
        spots.append(Spot(len(text) + 1, part.line, begin, is_value=False))
        text += words
    values = tuple(Noted(part.text, part.reads) for part in parts if part.reads)
    return MadeLine(text, tuple(spots) or (Spot(1, 1, 1, is_value=False),), values)


def _as_prose(words: str, before: str) -> str:
    """Return a value's words as Markdown that prints them as they are."""
    begins = not _ITEM.sub("", before, count=1).strip()
    return escaped_line(escaped(words)) if begins else escaped(words)


def _without_omitted(lines: Sequence[MadeLine]) -> list[MadeLine]:
    """Leave out items, options and table rows with a value that is left out, else paragraphs."""
    kept: list[MadeLine] = []
    block: list[MadeLine] = []
    for line in lines:
        alone = _stands_alone(line.text)
        if alone or _ITEM.match(line.text):
            kept += _whole(block)
            block = []
        if alone and OMITTED in line.text and _HEADING.match(line.text):
            raise FillError(line.spots[0].line, "a heading cannot be left out for a value")
        if alone:
            kept += _whole([line])
        else:
            block.append(line)
    return kept + _whole(block)


def _whole(block: list[MadeLine]) -> list[MadeLine]:
    return [] if any(OMITTED in line.text for line in block) else block


def _stands_alone(text: str) -> bool:
    """Return whether a line is independent: it is dropped or kept without those around it."""
    if not text.strip() or text.lstrip().startswith("|"):
        return True
    return any(form.match(text) for form in (_FENCE, _OPTION, _HEADING))


def _without_bare_headings(lines: Sequence[MadeLine]) -> list[MadeLine]:
    """Leave out each heading under which there is nothing before the next of its level or above."""
    kept: list[MadeLine] = []
    level = 0
    # From below: the level of the heading that follows, where nothing is in between.
    follows: int | None = 1
    code = _code_lines(lines)
    for index in range(len(lines) - 1, -1, -1):
        line = lines[index]
        heading = None if index in code else _HEADING.match(line.text)
        if heading is None:
            follows = follows if not line.text.strip() else None
            kept.append(line)
            continue
        level = len(heading[1])
        if follows is not None and follows <= level:
            continue
        follows = level
        kept.append(line)
    return kept[::-1]


def _code_lines(lines: Sequence[MadeLine]) -> set[int]:
    """Return the numbers of the lines that are in code."""
    found: set[int] = set()
    fence = ""
    for index, line in enumerate(lines):
        match = _FENCE.match(line.text)
        if fence:
            found.add(index)
            if match and match[1].startswith(fence) and not match[2].strip():
                fence = ""
        elif match and match[1][0] in "`~":
            fence = match[1]
    return found
