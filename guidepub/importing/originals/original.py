"""The form in which a reader returns a text: its blocks in order, with their words and lines.

A block's `text` is what the original says, for the report; its `markdown` is what the definition
will say. Later stages only replace blocks, so that each keeps its number.
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
    """A piece of page-script code that was extracted from the text."""

    source: str
    line: int


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its rows of cells as plain words and as Markdown; the first `heads` are its header.

    `dropped` and `dropped_columns` count the rows and columns that are too many for a book.
    `left_out` are the words in these, and in columns without a body. `guessed` means that no row
    was marked as a header and the first was taken for it, and `marked` that a header is marked.
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
    """One block of a text. `number` counts the blocks of the original from 1, `line` its lines.

    `remarks` are on what could not be settled in it. `level` is the level of a heading. Of an
    image, `caption` is the text below it, `markdown` that text as Markdown, and `text` its text
    alternative; `target` is the address of its file in the original, and `file` the name of the
    copy that is imported. `source` is the key of a table's source.
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
        """Whether it is an image that a definition can show, which needs a text or a caption."""
        return bool(self.file and (self.text or self.caption))

    @property
    def is_set_apart(self) -> bool:
        """Whether it is a heading, or all of it is bold or large."""
        is_bold = self.markdown.startswith("**") and self.markdown.endswith("**")
        return self.kind == "heading" or is_bold

    @property
    def words(self) -> str:
        """All its words, including its caption."""
        return ": ".join(filter(None, (self.text, self.caption)))


@dataclass(frozen=True, slots=True)
class Aside:
    """Words of the original that are not part of its text, and why they were left out."""

    text: str
    line: int
    fate: Fate
    reason: str


def no_picture(_target: str) -> bytes | None:
    """Return None, for a text whose pictures are not available."""
    return None


@dataclass(frozen=True, slots=True)
class Original:
    """A foreign text as it was read.

    `line` is where it begins if it is one of several texts in a file. `picture_of` returns the
    picture at an image's target, or None. `abbreviations` are the meanings of short forms.
    """

    blocks: tuple[OriginalBlock, ...]
    shown: str = ""
    """The words that the file shows as its text, counted apart from the blocks."""
    title: str = ""
    called: tuple[str, ...] = ()
    """Other titles of the text, such as that in the head of its page."""
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


def with_mapped_lines(original: Original, line_of: Callable[[int], int]) -> Original:
    """Return an original with its line numbers replaced by `line_of`, which returns 0 for none."""

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


# libxml2 counts no further: for later elements its HTML parser gives this line, and its XML parser
# the line of something inside them.
_LAST_LINE = 65_535


def counted_line(line: int) -> int:
    """Return the line that lxml gives for an element, or 0 if lxml cannot know it."""
    return line if line < _LAST_LINE else 0


MOST_BLOCKS = 8000
"""The most blocks that a definition can contain."""


def limited_blocks(blocks: Iterable[OriginalBlock], path: str) -> tuple[OriginalBlock, ...]:
    """Return blocks as a tuple, if there are not too many.

    Raises:
        InputError: there are more blocks than a definition can contain (I003).
    """
    kept = tuple(islice(blocks, MOST_BLOCKS + 1))
    if len(kept) > MOST_BLOCKS:
        message = f"The text has over {MOST_BLOCKS:,} paragraphs."
        raise refusal(path, "I003", message, "Split it.")
    return kept


@dataclass(frozen=True, slots=True)
class BlockPlacement:
    """Where one block of the original went, for the report.

    `section` is the heading above its words in the definition.
    """

    number: int
    line: int
    text: str
    fate: Fate
    section: str = ""
    note: str = ""
