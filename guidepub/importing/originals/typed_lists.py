"""Recognises typed lists: lines that begin with a bullet, a dash, a picture or a number.

Bullets can also be characters of a symbol font. A single dash or number does not begin a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from guidepub.importing.originals.escaping import escaped_line, spaced
from guidepub.importing.originals.lists import BULLETS, LOSS_ALONE
from guidepub.importing.originals.original import OriginalBlock
from guidepub.markdown import printed_words

# Pictures used as bullets, each with its modifiers.
_PICTURE = "[\u2192\u21d2\u2600-\u27bf\u2b00-\u2bff\U0001f300-\U0001faff][\ufe0e\ufe0f\U0001f3fb-\U0001f3ff]?"
_ITEM = (
    rf"(?!\\?{LOSS_ALONE})(?:[{BULLETS}]\ufe0f?[ \t\u00a0]*|(?:{_PICTURE}|\\?[-–*+])[ \t\u00a0]+"
    r"|(?P<number>\d{1,3})\\?[.)][ \t\u00a0]+)(?=\S)"
)
_SIGN = re.compile(_ITEM)
# The same bullet in Markdown, where it may be bold, alone or with the words after it.
_WRITTEN = re.compile(rf"(?m)^(?P<bold>\*{{0,3}}){_ITEM}(?P<closed>(?<=.)(?P=bold)[ ]*)?")
# A bullet that begins an item within a line. The first is after punctuation or at the beginning.
_WITHIN = re.compile(r"[ ]+(?=[•●■▪◦➢✓✔][ ]*[^\s•●■▪◦➢✓✔])")
_FIRST_WITHIN = re.compile(r"(?:(?<=[.:;!?])[ ]+|\A)(?=[•●■▪◦➢✓✔][ ]*\S)")
_BREAK = "\\\n"
# A line of Markdown that begins with a bullet, and one that opens or closes a code block.
_TYPED = re.compile(rf"[ ]{{0,3}}(?:[{BULLETS}]|{_PICTURE}[ ])")
_FEWEST = 2
_FENCE = re.compile(r"[ ]{0,3}(?:`{3}|~{3})")


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of a paragraph, and whether it begins with a bullet. `block` is the paragraph."""

    block: OriginalBlock
    text: str
    markdown: str
    is_item: bool


def with_line_ends(text: str) -> str:
    """Return Markdown in which typed items keep lines of their own, as their author saw them."""
    if len(_TYPED.findall(text)) < 2:
        return text
    lines, start, is_code = text.split("\n"), 0, False
    for end, line in enumerate([*lines, ""]):
        if _FENCE.match(line):
            is_code = not is_code
        if line.strip() and not is_code:
            continue
        items = [n for n in range(start, end) if _TYPED.match(lines[n])]
        for item in items if len(items) > 1 else ():
            if item > start:
                lines[item - 1] = f"{lines[item - 1].rstrip()}  "
        start = end + 1
    return "\n".join(lines)


def with_typed_lists(blocks: Sequence[OriginalBlock]) -> tuple[OriginalBlock, ...]:
    """Return blocks in which two or more consecutive lines with bullets are a list.

    The same goes for lines with consecutive numbers. Paragraphs with page-script code are not
    changed.
    """
    result: list[OriginalBlock] = []
    items: list[_Line] = []
    for block in blocks:
        for lines in _runs(block):
            if lines[0].is_item:
                items += lines
                continue
            result += [*_listed(items), _with_lines(block, lines)]
            items = []
    return (*result, *_listed(items))


def with_run_in_lists(blocks: Sequence[OriginalBlock]) -> tuple[OriginalBlock, ...]:
    """Return blocks in which items one after another on the same line are lists."""
    return tuple(part for block in blocks for part in _run_in(block))


def _run_in(block: OriginalBlock) -> Iterator[OriginalBlock]:
    is_text = block.kind == "paragraph" and not block.residues
    if is_text and len(_parts_within(block.markdown)) > _FEWEST:
        yield from with_typed_lists([block])
    else:
        yield block


def _parts_within(line: str) -> list[str]:
    """Return a line's words before its items, and the items; the whole line if it has no items."""
    found = _FIRST_WITHIN.search(line)
    items = _WITHIN.split(line[found.end() :]) if found else []
    if found is None or len(items) < _FEWEST:
        return [line]
    return [part for part in (line[: found.start()], *items) if part]


def _runs(block: OriginalBlock) -> Iterator[list[_Line]]:
    """Yield the lines of a block in runs with bullets and runs without."""
    is_text = block.kind == "paragraph" and not block.residues
    has_items = _WRITTEN.search(block.markdown) or _FIRST_WITHIN.search(block.markdown)
    lines = list(_lines(block)) if is_text and has_items else []
    if not lines or (len(lines) > 1 and not any(map(_are_list, _kinds(lines)))):
        yield [_Line(block, block.text, block.markdown, False)]
        return
    for _, group in groupby(lines, key=lambda line: line.is_item):
        yield list(group)


def _kinds(lines: Sequence[_Line]) -> Iterator[list[_Line]]:
    """Yield runs of items with numbers, and of items without."""
    for is_item, group in groupby(lines, key=lambda line: (line.is_item, _number(line) > 0)):
        if is_item[0]:
            yield list(group)


def _are_list(items: Sequence[_Line]) -> bool:
    """Return whether there are several items, with consecutive numbers if they have numbers."""
    numbers = [_number(line) for line in items]
    counts = not numbers[0] or all(b == a + 1 for a, b in pairwise(numbers))
    return len(items) >= _FEWEST and counts


def _lines(block: OriginalBlock) -> Iterator[_Line]:
    parts = (part for line in block.markdown.split(_BREAK) for part in _parts_within(line))
    for markdown in parts:
        words = spaced(printed_words(markdown))
        is_item = bool(_SIGN.match(words) and _WRITTEN.match(markdown))
        yield _Line(block, words, markdown, is_item)


def _with_lines(block: OriginalBlock, lines: Sequence[_Line]) -> OriginalBlock:
    markdown = _BREAK.join(line.markdown for line in lines)
    if markdown == block.markdown:
        return block
    return replace(block, text=" ".join(line.text for line in lines), markdown=markdown)


def _listed(items: Sequence[_Line]) -> Iterator[OriginalBlock]:
    """Yield lines as lists; single lines, and numbers that are not consecutive, stay paragraphs."""
    for lines in _kinds(items):
        if not _are_list(lines):
            yield from _unlisted(lines)
            continue
        is_counted = _number(lines[0]) > 0
        texts = [line.text if is_counted else _SIGN.sub("", line.text, count=1) for line in lines]
        marks = [f"{_number(line)}." if is_counted else "-" for line in lines]
        written = "\n".join(
            f"{mark} {escaped_line(_without_sign(line.markdown))}"
            for mark, line in zip(marks, lines, strict=True)
        )
        yield OriginalBlock("list", " ".join(texts), written, lines[0].block.line)


def _unlisted(items: Sequence[_Line]) -> Iterator[OriginalBlock]:
    """Yield the paragraphs of lines that are not a list."""
    for block, lines in groupby(items, key=lambda line: line.block):
        yield _with_lines(block, list(lines))


def _number(line: _Line) -> int:
    """Return the number at the beginning of a line, or 0."""
    found = _SIGN.match(line.text)
    return int(found["number"] or 0) if found else 0


def _without_sign(markdown: str) -> str:
    return _WRITTEN.sub(lambda m: "" if m["closed"] else m["bold"], markdown, count=1)
