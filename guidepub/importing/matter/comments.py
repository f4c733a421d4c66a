"""Finds readers' comments below a page: “3 Comments”, “Jane says:”, “Great post!”.

They extend to the end of a text, or to a heading of another kind. Text under “Comments” is kept if
no author is named, or if a section follows.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import replace

from guidepub.importing.headings.known import known_section
from guidepub.importing.knowledge import knowledge
from guidepub.importing.originals.original import OriginalBlock
from guidepub.text.residue.legal import has_copyright_line

_LONGEST = 200
# The fewest blocks above them: a page may also state the number of comments near its title.
_FEWEST_ABOVE = 3
# One of this many first blocks must name its author.
_FIRST = 4
_COLON = re.compile(r" ?:\s")
# The author of a comment in one or two words, after the marker of an item.
_SIGNED = re.compile(
    r"[*_]{0,3}(?P<who>[^\W\d_][\w.’'-]{1,24}(?: [\w.’'-]{1,24})?)[*_]{0,3} ?:[*_]{0,3}\s\S"
)
_LINE = re.compile(r"\\?\n(?:\s*(?:[-*+]|\d{1,3}[.)])\s+)?|(?<=[.!?])\s+")
_MARK = re.compile(r"^\s*(?:[-*+]|\d{1,3}[.)])\s+")


def readers_comments(blocks: Sequence[OriginalBlock]) -> list[OriginalBlock]:
    """Return the blocks of readers' comments on a page, from their heading on."""
    last = max((n for n, block in enumerate(blocks) if _is_section_heading(block)), default=-1)
    for number in range(max(last + 1, _FEWEST_ABOVE), len(blocks)):
        head = blocks[number]
        if head.kind not in ("heading", "paragraph") or not _is_of_kind(
            "heads", "counted", of=head
        ):
            continue
        below = _below(head, blocks[number + 1 :])
        is_counted = head.kind == "heading" and _is_of_kind("counted", of=head)
        is_written = any(_names_writer(block) for block in below[:_FIRST])
        if is_counted or is_written or _are_signed(below):
            return [head, *below]
    return []


def _below(head: OriginalBlock, blocks: Sequence[OriginalBlock]) -> list[OriginalBlock]:
    """Return the blocks below the heading of comments, up to a heading that is not a comment's."""
    found = []
    for block in blocks:
        is_deeper = head.kind == "heading" and block.level > head.level
        is_over_comment = is_deeper or _is_of_kind("heads", "counted", "said", of=block)
        if (block.kind == "heading" and not is_over_comment) or has_copyright_line(block.text):
            break
        found.append(block)
    return found


def _are_signed(blocks: Sequence[OriginalBlock]) -> bool:
    """Return whether every block, and several lines, begin with a name: “Ana: muy útil”."""
    texts = [_MARK.sub("", block.markdown)[:_LONGEST] for block in blocks]
    lines = [_SIGNED.match(line) for text in texts for line in _LINE.split(text) if line]
    names = [name for name in lines if name and not known_section(name["who"])]
    return len(names) > 1 and all(_SIGNED.match(text) for text in texts)


def _is_section_heading(block: OriginalBlock) -> bool:
    return block.kind == "heading" and bool(known_section(block.text))


def _names_writer(block: OriginalBlock) -> bool:
    """Return whether a line names the author of a comment, which may follow: “Ana dice: ¡Gracias!”."""
    if block.kind not in ("heading", "paragraph"):
        return False
    openings = [
        block.text,
        *(block.text[: end.start()] for end in _COLON.finditer(block.text[:_LONGEST])),
    ]
    return any(_is_of_kind("said", of=replace(block, text=words)) for words in openings)


def _is_of_kind(*kinds: str, of: OriginalBlock) -> bool:
    text = of.text.strip()
    return len(text) <= _LONGEST and any(_forms(kind).fullmatch(text) for kind in kinds)


@functools.cache
def _forms(kind: str) -> re.Pattern[str]:
    forms = "|".join(knowledge("comments")[kind]).replace("{n}", r"\d{1,5}")
    return re.compile(forms.replace(" ?", r"\s*").replace(" ", r"\s+"), re.I)
