"""What is read of a bibliography: its entries, and what is wrong with some."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

Item = Mapping[str, object]
"""A work as CSL-JSON has it."""


@dataclass(frozen=True, slots=True)
class BibliographyEntry:
    """A work of a bibliography: its key, the line on which it begins, and what is known of it."""

    key: str
    line: int
    item: Item


@dataclass(frozen=True, slots=True)
class Trouble:
    """What is wrong with an entry, and how to mend it."""

    line: int
    message: str
    remedy: str
