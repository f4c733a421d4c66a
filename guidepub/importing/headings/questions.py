"""Turns questions into headings in a text without headings: “How much do welders earn?”."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from guidepub.importing.headings.known import known_section
from guidepub.importing.originals.original import OriginalBlock

_MOST_WORDS = 12
# A single question may be rhetorical.
_FEWEST_SECTIONS = 2
_LEVEL = 2


def asks_for_section(block: OriginalBlock) -> bool:
    """Return whether a paragraph is only a question, which names a section of a guide."""
    return (
        block.kind == "paragraph"
        and block.text.endswith("?")
        and len(block.text.split()) <= _MOST_WORDS
        and bool(known_section(block.text))
    )


def with_questions_as_headings(blocks: Sequence[OriginalBlock]) -> list[OriginalBlock]:
    """Return blocks in which such questions are headings, if a text has no other headings.

    They must ask for several sections, and each must precede its answer.
    """
    questions = [number for number, block in enumerate(blocks) if asks_for_section(block)]
    sections = {known_section(blocks[number].text) for number in questions}
    has_headings = any(block.kind == "heading" for block in blocks)
    # The block after the last question is its answer, and so are those between two.
    is_unanswered = any(
        number + 1 == len(blocks) or number + 1 in questions for number in questions
    )
    if has_headings or is_unanswered or len(sections) < _FEWEST_SECTIONS:
        return list(blocks)
    return [
        replace(block, kind="heading", level=_LEVEL) if number in questions else block
        for number, block in enumerate(blocks)
    ]
