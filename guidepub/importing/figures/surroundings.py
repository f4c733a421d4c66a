"""The surroundings of a sentence: the headings above it, and the sentences around it."""

from __future__ import annotations

from dataclasses import dataclass

from guidepub.importing.originals.original import OriginalBlock
from guidepub.text.readings.then_and_now import later_half, later_sentence


@dataclass(frozen=True, slots=True)
class BlockSurroundings:
    """The surroundings of a block: the heading `below` which it is, and whom it is about.

    One that `is_of_named` stands below the name of others, or of a part of those in the occupation.
    """

    below: str
    is_others: bool
    is_of_part: bool
    is_confined: bool
    is_of_named: bool


@dataclass(frozen=True, slots=True)
class SentencePlace:
    """A sentence with its neighbours, its source and its line; `is_apart` marks one about a part.

    `block` is the number of the block that it stands in, and `start` where it begins there.
    `text` is what is read of it, `whole` all of it.
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
    """Return the place of a sentence that begins at `start` of a block, with its neighbours.

    `around` are the sentence before, its own and the one behind, `read_by` the comparable names of
    the occupation and the language. Of what was once and what is now, only the later is read: a
    sentence that tells what was before the next one's has no place.
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
