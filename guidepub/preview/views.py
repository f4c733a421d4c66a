"""Views and what is known of them, as plain values that are sent between processes."""

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
"""Plain data for the page in the browser."""


@dataclass(frozen=True, slots=True)
class View:
    """A guide's file in one edition, under its own imprint or another one."""

    path: Path
    edition: Edition
    imprint: str | None = None

    @property
    def flows(self) -> bool:
        """Whether the edition is reflowable: a browser shows its documents, and not its pages."""
        return EDITION_FILES[self.edition].medium != "pdf"


@dataclass(frozen=True, slots=True)
class LeafLayout:
    """The place of a leaf in a laid-out book.

    Attributes:
        id: the leaf's id.
        digest: a digest of everything that its pages show but their numbers.
        begin: the index of its first page in the book, from 0.
        pages: how many pages it has.
        number: the number of its first page.
        right: whether its first page is a right-hand one.
        standing: what the leaf takes over from the pages before it, or None if it cannot be laid
            out alone.
        ids: the ids of its pages.
        blocks: the digests of its blocks, each with the page of the book on which it begins.
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
    """A laid-out book. While `key` stays the same, single leaves can be laid out again."""

    key: str
    leaves: tuple[LeafLayout, ...]
    pages: int


@dataclass(frozen=True, slots=True)
class Sheets:
    """Consecutive pages of the book, and the PDF that contains them.

    `first` is the index of the first one in the book. Pages with the same id look the same.
    """

    first: int
    data: bytes
    ids: tuple[str, ...]
    pages: tuple[Json, ...]

    def covers(self, other: Sheets) -> bool:
        """Return whether all pages of the other sheets are among these."""
        end, others_end = (each.first + len(each.ids) for each in (self, other))
        return self.first <= other.first and others_end <= end


@dataclass(frozen=True, slots=True)
class Draft:
    """What can be shown at once after a save.

    `layout` is the layout on screen together with these sheets, or None if only the whole book
    can be shown. `pictures` are PNGs of pages by their ids, at `scale` pixels per point.
    """

    findings: tuple[Finding, ...]
    about: Json
    sheets: tuple[Sheets, ...] = ()
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    layout: Layout | None = None
    scale: float = 1.0


@dataclass(frozen=True, slots=True)
class EarlyPages:
    """Pages of a book that is still being made; they follow those that were sent before."""

    sheets: tuple[Sheets, ...]
    about: Json


@dataclass(frozen=True, slots=True)
class Whole:
    """The finished file, with everything that the page in the browser needs to show it."""

    sheets: Sheets
    layout: Layout
    about: Json


@dataclass(frozen=True, slots=True)
class Publication:
    """A reflowable edition: its file, its parts by name, and its documents in reading order."""

    data: bytes
    parts: Mapping[str, bytes]
    documents: tuple[Json, ...]
    facts: Mapping[str, tuple[str, ...]]
    about: Json
    findings: tuple[Finding, ...] = ()
