"""Splits blocks whose lines begin with titles of sections: “Pay: The median wage was …”."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from guidepub.importing.headings.known import known_section
from guidepub.importing.originals.escaping import spaced
from guidepub.importing.originals.original import OriginalBlock
from guidepub.markdown import printed_words

_LINE = re.compile(
    r"(?P<mark>- )?\*{0,2}(?P<words>[^\W\d_][^*:\n\\]{1,40}?)\s?(?::\*{0,2}|\*{1,2}:)\s+(?P<text>\S.*)"
)
_BREAK = "\\\n"
_SENTENCE = re.compile(r"(?:\S+\s+){4,}\S+[.!?]\W*")
_FEWEST = 3


def with_sections_of_lines(blocks: Sequence[OriginalBlock]) -> tuple[OriginalBlock, ...]:
    """Return blocks in which each line with the title of a section is a paragraph with that label.

    Most lines of such a block must be sentences: a list of facts, “Pay: $41,000”, is not changed.
    """
    return tuple(part for block in blocks for part in _lines(block))


def _lines(block: OriginalBlock) -> Iterator[OriginalBlock]:
    """Yield a paragraph for each line of a block if the lines are sections, or else the block."""
    is_list = block.kind == "list"
    written = block.markdown.split("\n" if is_list else _BREAK) if not block.residues else []
    is_text = is_list or block.kind == "paragraph"
    found = [_LINE.fullmatch(line) for line in written] if is_text else []
    lines = [line for line in found if line and bool(line["mark"]) == is_list]
    named = {known_section(line["words"]) for line in lines} - {""}
    sentences = sum(_SENTENCE.fullmatch(line["text"]) is not None for line in lines)
    if len(named) < _FEWEST or len(lines) < len(written) or sentences * 2 < len(lines):
        yield block
        return
    for line in lines:
        markdown = f"**{line['words']}:** {line['text']}"
        text = spaced(printed_words(markdown))
        yield replace(block, kind="paragraph", text=text, markdown=markdown)
