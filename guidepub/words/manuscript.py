"""What a book must print: its guide's own text, stated apart from the templates that print it.

Assembly writes it from the definition, not from the leaves' XHTML, so that a finished file can
be held against it: what a template, a stylesheet or a renderer drops is then missed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

PassageKind = Literal[
    "title", "line", "heading", "paragraph", "item", "quotation", "term", "definition", "head",
    "cell", "caption", "label", "source", "code", "note", "entry", "notice", "alternative",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Passage:
    """A text that stands in one piece, as it is printed.

    Attributes:
        kind: what it is in the definition.
        text: its words, with the figures, calls of notes and marks of sources in them.
        line: its first line in the definition's file, or 0 where it is from elsewhere.
        number: the number of the list's item that it begins, without a stop.
        row: the same for all cells of a table's row, or 0.
        drawn: whether it is lettering of a drawing, whose order is the drawing's own.
        leads_to: the leaf whose page number stands behind it on paper.
        notice: the id of the notice that it belongs to.
        calls: the calls of notes in it: where each stands in `text`, and its number.
    """

    kind: PassageKind
    text: str
    line: int = 0
    number: str = ""
    row: int = 0
    drawn: bool = False
    leads_to: str = ""
    notice: str = ""
    calls: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """A note: the number that its calls print, and its text."""

    number: str
    passages: tuple[Passage, ...]
    line: int = 0


@dataclass(frozen=True, slots=True)
class Link:
    """Where a link of the text leads: an address, or a leaf's id behind `#`."""

    target: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class BlockText:
    """What a directive's block prints of its own.

    Attributes:
        label: what stands before its title.
        before: what stands before its body.
        after: what stands behind its body and its note.
        alternatives, links: as in `LeafManuscript`.
    """

    label: str = ""
    before: tuple[Passage, ...] = ()
    after: tuple[Passage, ...] = ()
    alternatives: tuple[Passage, ...] = ()
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class LeafManuscript:
    """What one leaf must print.

    Attributes:
        leaf: the leaf's id.
        ordered: whether its passages stand in this order; a theme arranges the others.
        passages: its text, notes left out.
        notes: its notes in the order of their numbers.
        alternatives: what its pictures and drawings say to who does not see them.
        links: where its links lead.
    """

    leaf: str
    ordered: bool
    passages: tuple[Passage, ...]
    notes: tuple[Note, ...] = ()
    alternatives: tuple[Passage, ...] = ()
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Manuscript:
    """What a book must print, part by part, and the definition that says so."""

    path: str
    parts: tuple[LeafManuscript, ...] = ()


def lines(*texts: str | None) -> tuple[Passage, ...]:
    """Return texts as lines of a leaf that a theme arranges, without those that are not there."""
    return tuple(Passage("line", text) for text in texts if text)
