"""Recognises tables of contents without dot leaders: lines that end in page numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from guidepub.importing.pdf.blocks import PaperBlock

_TITLE = re.compile(
    r"(?:table of )?contents|in this (?:guide|book)|índice|contenidos?|sumario|tabla de contenidos?|sommaire|table des matières"
    r"|inhalt(?:sverzeichnis|sübersicht)?|sumário|conteúdo",
    re.IGNORECASE,
)
_ENTRY = re.compile(r"\S.*\s(?P<page>\d{1,4}|[ivxlc]{1,7})$", re.IGNORECASE)
_FEWEST = 3


def with_contents(blocks: Iterable[PaperBlock]) -> Iterator[PaperBlock]:
    """Yield blocks, with the kind `contents` for a heading such as “Contents” and its entries."""
    held: list[PaperBlock] = []
    for block in blocks:
        if held and all(_ENTRY.match(line.text) for line in block.lines):
            held.append(block)
            continue
        yield from _settled(held)
        held = [block] if block.kind == "heading" and _is_title(block) else []
        if not held:
            yield block
    yield from _settled(held)


def _is_title(block: PaperBlock) -> bool:
    words = " ".join(line.text for line in block.lines)
    return _TITLE.fullmatch(words.strip(" :.")) is not None


def _settled(held: list[PaperBlock]) -> list[PaperBlock]:
    """Return a heading and the lines below it, as contents if their page numbers never decrease."""
    entries = [_ENTRY.match(line.text) for block in held[1:] for line in block.lines]
    pages = [int(entry["page"]) for entry in entries if entry and entry["page"].isdigit()]
    if len(entries) >= _FEWEST and all(a <= b for a, b in pairwise(pages)):
        for block in held:
            block.kind = "contents"
    return held
