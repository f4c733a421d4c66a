"""Describes the context of a sentence: the headings above it, and the sentences around it."""

from __future__ import annotations

from dataclasses import dataclass

from guidepub.importing.originals.original import OriginalBlock
from guidepub.text.readings.then_and_now import later_half, later_sentence


@dataclass(frozen=True, slots=True)
class BlockSurroundings:
    """The context of a block: the heading that it is `below`, and whom it is about.

    One that `is_of_named` is below the name of others or of a part of the occupation.
    """

    below: str
    is_others: bool
    is_of_part: bool
    is_confined: bool
    is_of_named: bool


@dataclass(frozen=True, slots=True)
class SentencePlace:
    """A sentence with its neighbours, its source and its line; `is_apart` marks one about a part.

    `block` is the number of its block, and `start` where it begins there. `text` is the part of it
    that is read, and `whole` the complete sentence.
    """

    text: str
    whole: str
    before: str
    behind: str
    source: str
    line: int
    is_apart: bool
    block: int
    start: int


def place_of(
    around: tuple[str, str, str],
    source: str,
    block: OriginalBlock,
    start: int,
    is_apart: bool,
    read_by: tuple[frozenset[str], str],
) -> SentencePlace | None:
    """Return a sentence that begins at `start` of a block, with its neighbours.

    `around` are the sentence before, the sentence itself and the one after; `read_by` are the
    comparable names of the occupation, and the language. If a text compares the past with the
    present, only the present is read: a sentence about the past of the next one returns None.
    """
    before, sentence, behind = around
    own, spoken = read_by
    if later_sentence(sentence, behind, own, spoken):
        return None
    half = later_half(sentence, own, spoken) or later_sentence(before, sentence, own, spoken)
    text, begins = (half.text, start + half.left_out) if half else (sentence, start)
    return SentencePlace(
        text, sentence, before, behind, source, block.line, is_apart, block.number, begins
    )
