"""The entries of a bibliography, and its faults."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

Item = Mapping[str, object]
"""A work in CSL-JSON."""


@dataclass(frozen=True, slots=True)
class BibliographyEntry:
    """A work of a bibliography: its key, the line on which it begins, and its data."""

    key: str
    line: int
    item: Item


@dataclass(frozen=True, slots=True)
class Trouble:
    """A fault of an entry: its line, what is wrong, and how to fix it."""

    line: int
    message: str
    remedy: str
