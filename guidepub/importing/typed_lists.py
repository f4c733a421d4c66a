"""Lists that a page types: lines that begin with a bullet, or with a sign of a font of signs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from guidepub.importing.escaping import escaped_line, spaced
from guidepub.importing.lists import BULLETS
from guidepub.importing.originals import OriginalBlock
from guidepub.markdown import printed_words

_ITEM = re.compile(rf"[{BULLETS}][ \t\u00a0]*(?=\S)")
_BREAK = "\\\n"


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of a paragraph, and whether it begins with a bullet. `block` holds it."""

    block: OriginalBlock
    text: str
    markdown: str
    is_item: bool


def with_typed_lists(blocks: Sequence[OriginalBlock]) -> tuple[OriginalBlock, ...]:
    """Return blocks in which two or more lines in a row that begin with a bullet are a list.

    A paragraph in which page-script code stood is left as it is.
    """
    if not any(_ITEM.search(block.text) for block in blocks):
        return tuple(blocks)
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


def _runs(block: OriginalBlock) -> Iterator[list[_Line]]:
    """Yield the lines of a block, those with a bullet apart from those without."""
    if block.kind != "paragraph" or block.residues or not _ITEM.search(block.text):
        yield [_Line(block, block.text, block.markdown, False)]
        return
    run: list[_Line] = []
    for markdown in block.markdown.split(_BREAK):
        words = spaced(printed_words(markdown))
        line = _Line(block, words, markdown, _ITEM.match(words) is not None)
        if run and run[-1].is_item != line.is_item:
            yield run
            run = []
        run.append(line)
    yield run


def _with_lines(block: OriginalBlock, lines: Sequence[_Line]) -> OriginalBlock:
    markdown = _BREAK.join(line.markdown for line in lines)
    if markdown == block.markdown:
        return block
    return replace(block, text=" ".join(line.text for line in lines), markdown=markdown)


def _listed(items: Sequence[_Line]) -> list[OriginalBlock]:
    """Return the list that some lines are; a single one stays a paragraph."""
    if len(items) < 2:
        return [_with_lines(line.block, [line]) for line in items]
    texts = [_ITEM.sub("", line.text, count=1) for line in items]
    lines = [f"- {escaped_line(_ITEM.sub('', line.markdown, count=1))}" for line in items]
    return [OriginalBlock("list", " ".join(texts), "\n".join(lines), items[0].block.line)]
