"""What an author looks at, and what is known of it: plain values that travel between processes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from guidepub.findings import Finding
from guidepub.model import EDITION_FILES, Edition

if TYPE_CHECKING:
    from guidepub.pdf.seams.continuing import Standing

Json = dict[str, Any]
"""Plain data, ready for the page in the browser."""


@dataclass(frozen=True, slots=True)
class View:
    """A guide's file as one edition, under its own imprint or under another one."""

    path: Path
    edition: Edition
    imprint: str | None = None

    @property
    def flows(self) -> bool:
        """Whether a browser sets the edition's documents, rather than showing its pages."""
        return EDITION_FILES[self.edition].medium != "pdf"


@dataclass(frozen=True, slots=True)
class LeafLayout:
    """Where a leaf lies in a laid-out book: its first page from 0, how many, its number, its side.

    `digest` changes with all that the leaf's pages show but their numbers. `standing` is what
    the whole leaves to it, or None where it cannot be set alone; `ids` are those of its pages.
    `blocks` are digests of its blocks, each with the page of the book on which it begins.
    """

    id: str
    digest: str
    begin: int
    pages: int
    number: int
    right: bool
    standing: Standing | None = None
    ids: tuple[str, ...] = ()
    blocks: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Layout:
    """A laid-out book. Leaves alone can be set anew while `key` stays."""

    key: str
    leaves: tuple[LeafLayout, ...]
    pages: int


@dataclass(frozen=True, slots=True)
class Sheets:
    """Pages that follow each other in the book, and the PDF that holds them.

    `first` is the place of the first of them in the book; `ids` tell pages of different
    looks apart.
    """

    first: int
    data: bytes
    ids: tuple[str, ...]
    pages: tuple[Json, ...]

    def covers(self, other: Sheets) -> bool:
        """Return whether all pages of others are of these, too."""
        end, others_end = (each.first + len(each.ids) for each in (self, other))
        return self.first <= other.first and others_end <= end


@dataclass(frozen=True, slots=True)
class Draft:
    """What can be shown at once after a save.

    `layout` is what is on screen with the sheets; without one only the whole can be shown.
    `pictures` are PNGs of pages by their ids, of `scale` pixels a point.
    """

    findings: tuple[Finding, ...]
    about: Json
    sheets: tuple[Sheets, ...] = ()
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    layout: Layout | None = None
    scale: float = 1.0


@dataclass(frozen=True, slots=True)
class EarlyPages:
    """Pages of a whole that is still being made, behind those that were sent before."""

    sheets: tuple[Sheets, ...]
    about: Json


@dataclass(frozen=True, slots=True)
class Whole:
    """The finished file with all that the page needs to show it."""

    sheets: Sheets
    layout: Layout
    about: Json


@dataclass(frozen=True, slots=True)
class Publication:
    """An edition that flows: its file, the parts by name, and its documents in reading order."""

    data: bytes
    parts: Mapping[str, bytes]
    documents: tuple[Json, ...]
    facts: Mapping[str, tuple[str, ...]]
    about: Json
    findings: tuple[Finding, ...] = ()
