"""The manuscript of a book: the text that it must print, independent of the templates.

Assembly makes it from the definition, and not from the leaves' XHTML. Finished files are compared
with it, so that text lost by a template, a stylesheet or a renderer is noticed.
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
    """A reference to another place: the words that it prints, and where it leads.

    Attributes:
        words: its words, without a page number.
        target: where it leads: `#` and an id in the book, a URL, or an empty string.
        href: the target as in a leaf's XHTML.
        page: the texts before and after the page number that it has on paper, or None.
        is_page_alone: whether paper has the page number instead of the words.
        is_title: whether the words are the title of another book.
        language: the language of the title, or an empty string if it is the book's.
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
    """A page number in a passage, which only paper has.

    Attributes:
        offset: its position in the passage's text.
        before, after: the texts around it.
        place: the id of the place whose page it is.
        dropped: how many characters of the text before it paper leaves out.
    """

    offset: int
    before: str
    after: str
    place: str
    dropped: int = 0


@dataclass(frozen=True, slots=True)
class Passage:
    """A continuous text, as it is printed.

    Attributes:
        kind: what it is in the definition.
        text: its words, with their figures, calls of notes and marks of sources.
        line: its first line in the definition's file, or 0 if it is not from there.
        number: the number of the list item that it begins, without a full stop.
        row: a number common to all cells of a table's row, or 0.
        drawn: whether it is lettering of a drawing, which may come in any order.
        leads_to: the leaf or the place whose page number follows it on paper.
        notice: the id of the notice that it belongs to.
        calls: the calls of notes in it: the position of each in `text`, and its number.
        pages: the page numbers that it has on paper, in order.
        name: the id of the place at its beginning, if references lead there.
        marks: the places in it that the index names: the position of each in `text`, and its number.
        places: the numbers of the marks whose pages follow it on paper, each with the mark at which
            its range ends; for a single place, both are the same.
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
    """A note: its number, which its calls print, and its text."""

    number: str
    passages: tuple[Passage, ...]
    line: int = 0


@dataclass(frozen=True, slots=True)
class Link:
    """Where a link in the text leads: to a URL, or to `#` and a leaf's id.

    With a `mark`, it leads to the place with that number in the index; with `within`, to any place
    in the leaf.
    """

    target: str
    line: int = 0
    mark: int = 0
    within: bool = False


@dataclass(frozen=True, slots=True)
class BlockText:
    """The text that the block of a directive prints besides its body.

    Attributes:
        label: the text before its title.
        name: its id for references.
        before: the passages before its body.
        after: the passages after its body and its note.
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
    """The text that one leaf must print.

    Attributes:
        leaf: the leaf's id.
        ordered: whether its passages must be printed in this order; if not, a theme arranges them.
        passages: its text without notes.
        notes: its notes in the order of their numbers.
        alternatives: the text alternatives of its pictures and drawings.
        links: the targets of its links.
    """

    leaf: str
    ordered: bool
    passages: tuple[Passage, ...]
    notes: tuple[Note, ...] = ()
    alternatives: tuple[Passage, ...] = ()
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Manuscript:
    """The text that a book must print, leaf by leaf, and the definition that it comes from."""

    path: str
    parts: tuple[LeafManuscript, ...] = ()


def on_paper(part: LeafManuscript) -> LeafManuscript:
    """Return the manuscript of a leaf on paper, with the page numbers of its references.

    A passage is split after each page number. The numbers are known only from the file; there,
    each follows a passage that `leads_to` its place.
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
    """Return the calls and marks in a part of a passage, whose text begins with other words."""

    def inside(at: int) -> bool:
        return (at > begin or not begin) and at <= end

    shift = len(words) - begin
    return {
        "calls": tuple((at + shift, name) for at, name in passage.calls if inside(at)),
        "marks": tuple((at + shift, name) for at, name in passage.marks if inside(at)),
    }


def lines(*texts: str | None) -> tuple[Passage, ...]:
    """Return texts that are not None or empty as the lines of a leaf that a theme arranges."""
    return tuple(Passage("line", text) for text in texts if text)
