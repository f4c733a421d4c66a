"""What a book must print: its guide's own text, stated apart from the templates that print it.

Assembly writes it from the definition, not from the leaves' XHTML, so that a finished file can
be held against it: what a template, a stylesheet or a renderer drops is then missed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Literal

PassageKind = Literal[
    "title", "line", "heading", "paragraph", "item", "quotation", "term", "definition", "head",
    "cell", "caption", "label", "source", "code", "note", "entry", "indexed", "notice",
    "alternative",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Referred:
    """What a reference to another place of a book prints, and where it leads.

    Attributes:
        words: its words, without the number of a page.
        target: where it leads: an id in the book behind `#`, an address, or an empty string.
        href: the same as a leaf's XHTML has it.
        page: what stands before and behind the number of that place's page on paper, or None.
        is_page_alone: whether paper has the page in place of the words.
        is_title: whether the words are the title of another book.
        language: that of the title, or an empty string where it is the book's.
    """

    words: str
    target: str
    href: str
    page: tuple[str, str] | None = None
    is_page_alone: bool = False
    is_title: bool = False
    language: str = ""


@dataclass(frozen=True, slots=True)
class PageNumber:
    """The number of a place's page in a passage, which paper alone has.

    Attributes:
        offset: where it stands in the passage's text.
        before, after: what stands around it.
        place: the id of the place whose page it is.
        dropped: how many signs of the text before it give way to it.
    """

    offset: int
    before: str
    after: str
    place: str
    dropped: int = 0


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
        leads_to: the leaf or the place whose page number stands behind it on paper.
        notice: the id of the notice that it belongs to.
        calls: the calls of notes in it: where each stands in `text`, and its number.
        pages: the numbers of pages that paper has in it, in their order.
        name: the id of the place that it begins, if references lead there.
        marks: the places in it that the index names: where each stands in `text`, and its number.
        places: the numbers of the marks whose pages stand behind it on paper, each with the one
            where its range ends, which for a single place is the same.
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
    pages: tuple[PageNumber, ...] = ()
    name: str = ""
    marks: tuple[tuple[int, int], ...] = ()
    places: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """A note: the number that its calls print, and its text."""

    number: str
    passages: tuple[Passage, ...]
    line: int = 0


@dataclass(frozen=True, slots=True)
class Link:
    """Where a link of the text leads: an address, or a leaf's id behind `#`.

    With `mark` it leads to the place that the index knows by that number; with `within`, to some
    place in the leaf.
    """

    target: str
    line: int = 0
    mark: int = 0
    within: bool = False


@dataclass(frozen=True, slots=True)
class BlockText:
    """What a directive's block prints of its own.

    Attributes:
        label: what stands before its title.
        name: the id by which references know it.
        before: what stands before its body.
        after: what stands behind its body and its note.
        alternatives, links: as in `LeafManuscript`.
    """

    label: str = ""
    before: tuple[Passage, ...] = ()
    after: tuple[Passage, ...] = ()
    alternatives: tuple[Passage, ...] = ()
    links: tuple[Link, ...] = ()
    name: str = ""


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


def on_paper(part: LeafManuscript) -> LeafManuscript:
    """Return what a leaf prints on paper: with the numbers of pages that its references give.

    A passage with such numbers is parted behind each of them: the numbers are known of the file
    alone, where each stands behind a passage that `leads_to` its place.
    """
    noted = any(passage.pages for note in part.notes for passage in note.passages)
    if not noted and not any(passage.pages for passage in part.passages):
        return part
    notes = tuple(replace(note, passages=_with_pages(note.passages)) for note in part.notes)
    return replace(part, passages=_with_pages(part.passages), notes=notes)


def _with_pages(passages: Iterable[Passage]) -> tuple[Passage, ...]:
    return tuple(piece for passage in passages for piece in _pieces(passage))


def _pieces(passage: Passage) -> Iterator[Passage]:
    begin, words = 0, ""
    own = replace(passage, pages=())
    for page in passage.pages:
        end = page.offset - page.dropped
        text = words + passage.text[begin:end] + page.before
        yield replace(own, text=text, leads_to=page.place, **_in_piece(passage, begin, words, end))
        own = replace(own, number="", name="")
        begin, words = page.offset, page.after
    text = words + passage.text[begin:]
    if text or not passage.pages:
        yield replace(own, text=text, **_in_piece(passage, begin, words, len(passage.text)))


def _in_piece(passage: Passage, begin: int, words: str, end: int) -> dict[str, Any]:
    """Return the calls and marks in a part of a passage, before which some other words stand."""

    def inside(at: int) -> bool:
        return (at > begin or not begin) and at <= end

    shift = len(words) - begin
    return {
        "calls": tuple((at + shift, name) for at, name in passage.calls if inside(at)),
        "marks": tuple((at + shift, name) for at, name in passage.marks if inside(at)),
    }


def lines(*texts: str | None) -> tuple[Passage, ...]:
    """Return texts as lines of a leaf that a theme arranges, without those that are not there."""
    return tuple(Passage("line", text) for text in texts if text)
