"""Splits a block into sentences with their positions, and reads the source that each cites."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from guidepub.importing.originals.escaping import is_plain, spaced
from guidepub.importing.originals.original import Grid, OriginalBlock
from guidepub.markdown import printed_words
from guidepub.text.punctuation.sentences import sentences

_CITED = re.compile(r"(?<!\\)\[@([\w.:-]+)\]")
# The beginning of a term's definition.
_MEANING = ": "
# The end of a line after which a paragraph continues on a new one.
_BREAK = "\\"
# Words that are struck out are no longer valid.
_STRUCK = re.compile(r"(?<!\\)~~(?=\S)((?:(?!~~).){1,1000})(?<=\S)~~", re.DOTALL)
# Typographic quotation marks, and those of a keyboard.
_STRAIGHT = str.maketrans("‘’“”", "''\"\"")
# “**Median pay:** $65,200 **Growth:** 5 percent”: facts one after another, without punctuation.
_PAIR = re.compile(r"\s+(?=\*\*[^*\n]{2,60}:\*\*\s)")
_PAIRS = re.compile(r"(?:\*\*[^*\n]{2,60}:\*\*\s+[^*\n.!?]{1,80}){3,12}")
_LABELLED = re.compile(r"\w\W{0,3}:\s|\s[·|•]\s")
_LABEL = re.compile(r"\W*[^:]{2,60}:\s|[^:.!?]{2,60}$")


def without_struck_words(block: OriginalBlock) -> OriginalBlock:
    """Return a block without words that are struck out, whose figures must not be read."""
    if block.grid is not None:
        return replace(block, grid=_without_struck_cells(block.grid))
    if "~~" not in block.markdown:
        return block
    text, at = block.text, 0
    for struck in _STRUCK.finditer(block.markdown):
        words = spaced(printed_words(struck[1]))
        at = text.find(words, at)
        if at < 0:
            return block
        text = f"{text[:at].rstrip(' ')} {text[at + len(words) :].lstrip(' ')}".strip()
    markdown = "\n".join(map(spaced, _STRUCK.sub(" ", block.markdown).split("\n")))
    return replace(block, text=text, markdown=markdown)


def _without_struck_cells(grid: Grid) -> Grid:
    if not any("~~" in cell for row in grid.cells for cell in row):
        return grid
    words = tuple(
        tuple(
            spaced(printed_words(_STRUCK.sub(" ", cell))) if "~~" in cell else plain
            for cell, plain in zip(row, plain_row, strict=True)
        )
        for row, plain_row in zip(grid.cells, grid.words, strict=True)
    )
    return replace(grid, words=words)


def block_sentences(block: OriginalBlock) -> list[tuple[int, int, str]]:
    """Return the start, end and label of each sentence of a block; a list item begins a sentence.

    The label is that of a definition, such as “Typical pay: ”, or empty.
    """
    if block.markdown == block.text and is_plain(block.text):
        return [(a, b, "") for a, b in sentences(block.text.translate(_STRAIGHT))]
    spans: list[tuple[int, int, str]] = []
    at, term = 0, ""
    lines = block.markdown.split("\n")
    if not all(_LABEL.match(printed_words(line)) for line in lines if line.endswith(_BREAK)):
        # The lines of a poem are not sentences; those of a summary are.
        lines = block.markdown.replace(f"{_BREAK}\n", " ").split("\n")
    if len(lines) == 1 and _PAIRS.fullmatch(lines[0]):
        lines = _PAIR.split(lines[0])
    for line in lines:
        is_meaning = line.startswith(_MEANING)
        plain = printed_words(line.removeprefix(_MEANING).removesuffix(_BREAK))
        words = spaced(plain).translate(_STRAIGHT)
        start = block.text.translate(_STRAIGHT).find(words, at)
        if start < 0:
            return [(a, b, "") for a, b in sentences(block.text)]
        label = f"{term}: " if is_meaning and term else ""
        spans += [(start + a, start + b, label) for a, b in sentences(words)]
        at, term = start + len(words), "" if is_meaning else words
    return spans


def cited_by_sentence(block: OriginalBlock, known: Collection[str]) -> dict[int, str]:
    """Return the source that each sentence of a paragraph cites explicitly, if it cites one."""
    if "[@" not in block.markdown:
        return {}
    lines = block.markdown.split("\n")
    marked = [line[start:end] for line in lines for start, end in sentences(line)]
    if len(marked) != len(block_sentences(block)):
        return {}
    found = {n: _CITED.findall(sentence) for n, sentence in enumerate(marked)}
    return {n: keys[0] for n, keys in found.items() if len(set(keys)) == 1 and keys[0] in known}


def may_be_line(block: OriginalBlock, line: str) -> bool:
    """Return whether a part of a block may be a line of labels and figures, and not running prose."""
    return block.kind == "list" or bool(_LABELLED.search(line)) or not line.rstrip().endswith(".")
