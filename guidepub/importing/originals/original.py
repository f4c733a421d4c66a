"""A foreign text as a reader returns it: its blocks in order, each with its words and its line.

A block's `text` is what the original says, for the report; its `markdown` is what a definition
would say for it. Later stages only replace blocks, so that each keeps its number.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice
from types import MappingProxyType
from typing import Literal

from guidepub.findings import Finding, Place
from guidepub.importing.originals.refusals import refusal

Kind = Literal["heading", "paragraph", "list", "quote", "code", "table", "chart", "image", "script"]

Fate = Literal[
    "title",
    "heading",
    "prose",
    "fact",
    "source",
    "directive",
    "notice",
    "marked",
    "metadata",
    "left out",
    "furniture",
]
"""Where a paragraph of the original went."""


@dataclass(frozen=True, slots=True)
class Residue:
    """A piece of page-script code that was lifted out of the text."""

    source: str
    line: int


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its rows of cells as plain words and as Markdown, the first `heads` its heads.

    `dropped` counts the rows beyond those that a book's table can have, `dropped_columns` the
    columns. `left_out` are the words of these, and of columns that say nothing. `guessed` tells that no row was marked as a head,
    and the first was taken for it, `marked` that its heads are marked as such.
    """

    words: tuple[tuple[str, ...], ...]
    cells: tuple[tuple[str, ...], ...]
    heads: int
    caption: str = ""
    dropped: int = 0
    dropped_columns: int = 0
    left_out: str = ""
    guessed: bool = False
    marked: bool = True


@dataclass(frozen=True, slots=True)
class OriginalBlock:
    """One block of a text. `number` counts the original's from 1, `line` its lines.

    `remarks` say what could not be settled in it.
    `caption` are the words below an image, of which `markdown` is the Markdown; `text` says what
    it shows. `level` is a heading's, `target` what an image's page calls its file, and `file` the name
    under which import takes it along; `source` is the key of a table's source.
    """

    kind: Kind
    text: str
    markdown: str
    line: int = 0
    number: int = 0
    level: int = 0
    target: str = ""
    caption: str = ""
    file: str = ""
    source: str = ""
    grid: Grid | None = None
    residues: tuple[Residue, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def is_picture(self) -> bool:
        """Whether it is an image that a definition shows: one without words cannot be printed."""
        return bool(self.file and (self.text or self.caption))

    @property
    def is_set_apart(self) -> bool:
        """Whether it is a heading, or all of it is bold or large."""
        is_bold = self.markdown.startswith("**") and self.markdown.endswith("**")
        return self.kind == "heading" or is_bold

    @property
    def words(self) -> str:
        """All that it says, its caption too."""
        return ": ".join(filter(None, (self.text, self.caption)))


@dataclass(frozen=True, slots=True)
class Aside:
    """Words of the original that are not of its text, and why they were left out."""

    text: str
    line: int
    fate: Fate
    reason: str


def no_picture(_target: str) -> bytes | None:
    """Return None: of a text whose pictures cannot be had."""
    return None


@dataclass(frozen=True, slots=True)
class Original:
    """A foreign text as it was read.

    `line` is the one on which it begins, where it is one of several in a file. `picture_of`
    gives the picture that an image's target names, or None. `abbreviations` say what words are
    short for.
    """

    blocks: tuple[OriginalBlock, ...]
    shown: str = ""
    """The words that the file shows as its text, counted apart from the blocks."""
    title: str = ""
    called: tuple[str, ...] = ()
    """What else it is called: by the head of its page."""
    language: str = ""
    is_page: bool = False
    visited: datetime.date | None = None
    changed: datetime.date | None = None
    about: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))
    notes: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    abbreviations: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    residues: tuple[Residue, ...] = ()
    asides: tuple[Aside, ...] = ()
    findings: tuple[Finding, ...] = ()
    line: int = 0
    picture_of: Callable[[str], bytes | None] = no_picture


def relined(original: Original, line_of: Callable[[int], int]) -> Original:
    """Return an original with other numbers of lines: for each what `line_of` gives, 0 for none."""

    def residues(found: tuple[Residue, ...]) -> tuple[Residue, ...]:
        return tuple(replace(each, line=line_of(each.line)) for each in found)

    return replace(
        original,
        blocks=tuple(
            replace(block, line=line_of(block.line), residues=residues(block.residues))
            for block in original.blocks
        ),
        residues=residues(original.residues),
        asides=tuple(replace(aside, line=line_of(aside.line)) for aside in original.asides),
        findings=tuple(
            replace(found, place=Place(found.place.path, line_of(found.place.line)))
            for found in original.findings
        ),
        line=line_of(original.line),
    )


# libxml2 counts no further: HTML says this line of all elements behind it, and XML one on which
# something within them ends.
_LAST_LINE = 65_535


def counted_line(line: int) -> int:
    """Return the line of an element by lxml, or 0 where lxml cannot know it."""
    return line if line < _LAST_LINE else 0


MOST_BLOCKS = 8000
"""Blocks beyond which no definition could hold a text."""


def bounded(blocks: Iterable[OriginalBlock], path: str) -> tuple[OriginalBlock, ...]:
    """Return blocks, which may come from anywhere, without end.

    Raises:
        InputError: there are more than a definition could hold (I003).
    """
    kept = tuple(islice(blocks, MOST_BLOCKS + 1))
    if len(kept) > MOST_BLOCKS:
        message = f"The text has over {MOST_BLOCKS:,} paragraphs."
        raise refusal(path, "I003", message, "Split it.")
    return kept


@dataclass(frozen=True, slots=True)
class BlockPlacement:
    """The placement of one block of the original, for the report.

    `section` is the heading below which its words stand in the definition.
    """

    number: int
    line: int
    text: str
    fate: Fate
    section: str = ""
    note: str = ""
