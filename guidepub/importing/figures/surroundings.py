"""The surroundings of a sentence: the headings above it, and the sentences around it."""

from __future__ import annotations

from dataclasses import dataclass


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
    """

    text: str
    before: str
    behind: str
    source: str
    line: int
    is_apart: bool
    block: int
    start: int
